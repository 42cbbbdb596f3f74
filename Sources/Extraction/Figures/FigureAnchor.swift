import TongbaoText

/// A mention that stands in no other, with its place in the working text and what the linking
/// asks of it often.
struct FigureAnchor: Sendable {
  /// Where it stands in the working text.
  @PackedRange private(set) var range: Range<Int>
  /// Position in the document's list of mentions.
  var mention: Int { Int(mentionIndex) }
  let type: MentionType
  /// The number of its unit's name in the document, the same for the same name; -1 without a unit.
  var unit: Int { Int(unitNumber) }
  let traits: UnitTraits
  /// Whether it can be the amount of a figure at all: a count, measure, percentage or number that
  /// is no age and no temperature.
  let isAmount: Bool

  private let mentionIndex: Int32
  private let unitNumber: Int32

  /// A mention that is no amount.
  init(mention: Int, type: MentionType, range: Range<Int>) {
    self.range = range
    self.type = type
    mentionIndex = Int32(truncatingIfNeeded: mention)
    (unitNumber, traits, isAmount) = (-1, [], false)
  }

  /// A count, measure, percentage or number.
  init(
    amount mention: Int, type: MentionType, range: Range<Int>, unit: Int?, traits: UnitTraits
  ) {
    self.range = range
    self.type = type
    self.traits = traits
    mentionIndex = Int32(truncatingIfNeeded: mention)
    unitNumber = Int32(truncatingIfNeeded: unit ?? -1)
    isAmount = !traits.contains(.age)
  }

  /// Whether it can say when something was.
  var isPeriod: Bool { type == .date || type == .time }
  var isMoney: Bool { traits.contains(.money) }
  var isLength: Bool {
    traits.contains(.length) || type == .measure && traits.contains(.lengthUnit)
  }
  /// Whether it counts people or groups of them, who act.
  var countsPeople: Bool { traits.contains(.people) }
  var countsPages: Bool { traits.contains(.pages) }
}

/// Mentions that stand in no other, in text order.
struct AnchorList {
  private(set) var anchors: [FigureAnchor] = []
  private(set) var unitNames = UnitNames()
  private(set) var amountCount = 0

  /// Linear in mentions that come in text order, as a document lists them; else O(*n* log *n*).
  init(_ mentions: [Mention], in text: SourceText) {
    anchors.reserveCapacity(mentions.count)
    let alignment = text.alignment
    var place = Alignment.Place()
    var end = 0
    mentions.forEachInTextOrder { index in
      let span = mentions[index].span
      guard span.start >= end else { return }
      let range = alignment.range(of: span, near: &place)
      guard !range.isEmpty, range.lowerBound >= anchors.last?.range.upperBound ?? 0 else { return }
      let anchor = anchor(of: mentions, at: index, range: range)
      anchors.append(anchor)
      if anchor.isAmount { amountCount += 1 }
      end = span.end
    }
  }

  private mutating func anchor(
    of mentions: [Mention], at index: Int, range: Range<Int>
  ) -> FigureAnchor {
    let type = mentions[index].type
    switch type {
    case .count, .measure, .percent, .number: break
    default: return FigureAnchor(mention: index, type: type, range: range)
    }
    let unit = mentions[index].unit.map { unitNames.number(of: $0) }
    var traits = unit.map { unitNames.traits(of: $0) } ?? []
    switch mentions[index].dimension {
    case .money: traits.insert(.money)
    case .length: traits.insert(.length)
    case .age, .temperature: traits.insert(.age)
    default: break
    }
    return FigureAnchor(amount: index, type: type, range: range, unit: unit, traits: traits)
  }
}

extension [Mention] {
  /// Hands out the indices by span, an enclosing mention before what it encloses.
  func forEachInTextOrder(_ body: (Int) -> Void) {
    let isOrdered = !indices.dropFirst().contains { self[$0].span < self[$0 - 1].span }
    if isOrdered {
      for index in indices { body(index) }
    } else {
      for index in indices.sorted(by: { self[$0].span < self[$1].span }) { body(index) }
    }
  }
}
