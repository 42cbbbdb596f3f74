import TongbaoText

/// A mention that stands in no other, with its place in the working text and what the linking
/// asks of it often.
struct FigureAnchor: Sendable {
  /// Where it stands in the working text.
  let range: Range<Int>
  /// Position in the document's list of mentions.
  let mention: Int
  let type: MentionType
  /// The number of its unit's name in the document, the same for the same name; -1 without a unit.
  let unit: Int
  let traits: UnitTraits
  /// Whether it can be the amount of a figure at all: a count, measure, percentage or number that
  /// is no age.
  let isAmount: Bool

  init(_ mention: borrowing Mention, at index: Int, range: Range<Int>, names: inout UnitNames) {
    self.range = range
    self.mention = index
    type = mention.type
    guard Self.isAmount(type) else {
      (unit, traits, isAmount) = (-1, [], false)
      return
    }
    var traits = UnitTraits()
    if let name = mention.unit {
      unit = names.number(of: name)
      traits = names.traits(of: unit)
    } else {
      unit = -1
    }
    switch mention.dimension {
    case .money: traits.insert(.money)
    case .length: traits.insert(.length)
    case .age: traits.insert(.age)
    default: break
    }
    self.traits = traits
    isAmount = !traits.contains(.age)
  }

  private static func isAmount(_ type: MentionType) -> Bool {
    switch type {
    case .count, .measure, .percent, .number: true
    default: false
    }
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
  private(set) var hasAmounts = false

  /// Linear in mentions that come in text order, as a document lists them; else O(*n* log *n*).
  init(_ mentions: [Mention], in text: SourceText) {
    anchors.reserveCapacity(mentions.count)
    var end = 0
    mentions.forEachInTextOrder { index in
      let span = mentions[index].span
      guard span.start >= end else { return }
      let range = text.alignment.range(of: span)
      guard !range.isEmpty, range.lowerBound >= anchors.last?.range.upperBound ?? 0 else { return }
      let anchor = FigureAnchor(mentions[index], at: index, range: range, names: &unitNames)
      anchors.append(anchor)
      hasAmounts = hasAmounts || anchor.isAmount
      end = span.end
    }
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
