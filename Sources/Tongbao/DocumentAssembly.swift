import Extraction
import TongbaoText

/// Turns the readings of one text into a document: resolves them together, orders and numbers them.
struct DocumentAssembly {
  private let readings: [Reading]
  private let text: SourceText
  private let temporal: TemporalOutcome
  private let places: [Int: PlaceValue]

  init(readings: [Reading], text: SourceText, published: String?, resources: Resources) {
    self.readings = Self.withoutNestedValues(readings)
    self.text = text
    temporal = TemporalResolution.resolve(
      self.readings, in: text, published: published, calendar: resources.calendar)
    places = PlaceResolution.resolve(
      self.readings, in: text, gazetteer: resources.gazetteer,
      year: temporal.reference.date.flatMap { Int($0.prefix(4)) })
  }

  /// Inside an organization's name only places are mentions: 第六分局 counts nothing.
  private static func withoutNestedValues(_ readings: [Reading]) -> [Reading] {
    var organizations: [Range<Int>] = []
    for index in readings.indices where readings[index].type == .organization {
      organizations.append(readings[index].range)
    }
    guard !organizations.isEmpty else { return readings }
    var kept = readings
    if !isInTextOrder(kept) { kept.sort { $0.range.lowerBound < $1.range.lowerBound } }
    var next = 0
    kept.removeAll { reading in
      while next < organizations.count,
        organizations[next].upperBound <= reading.range.lowerBound
      {
        next += 1
      }
      guard next < organizations.count, organizations[next].overlaps(reading.range) else {
        return false
      }
      return reading.type != .organization && reading.type != .place
    }
    return kept
  }

  private static func isInTextOrder(_ readings: [Reading]) -> Bool {
    for index in readings.indices.dropFirst()
    where readings[index].range.lowerBound < readings[index - 1].range.lowerBound {
      return false
    }
    return true
  }

  func document(id: String, source: String?) -> Document {
    var document = Document(id: id, source: source, text: text.text)
    document.repairs = text.repairs
    document.mentions.reserveCapacity(readings.count)
    var identifiers = Array(repeating: 0, count: readings.count)
    for (index, span) in readingsInOrder() {
      identifiers[index] = document.mentions.count
      document.mentions.append(mention(of: index, at: span, id: document.mentions.count))
    }
    document.reference = temporal.reference
    document.reference.evidence = temporal.reference.evidence.compactMap {
      identifiers.indices.contains($0) ? identifiers[$0] : nil
    }
    return document
  }

  /// The indices of the readings with their spans, in the order of the spans.
  private func readingsInOrder() -> [(index: Int, span: Span)] {
    var ordered: [(index: Int, span: Span)] = []
    ordered.reserveCapacity(readings.count)
    var isSorted = true
    for index in readings.indices {
      let span = text.span(of: readings[index].range)
      if let last = ordered.last, span < last.span { isSorted = false }
      ordered.append((index, span))
    }
    if !isSorted {
      ordered.sort { $0.span != $1.span ? $0.span < $1.span : $0.index < $1.index }
    }
    return ordered
  }

  private func mention(of index: Int, at span: Span, id: Int) -> Mention {
    var mention = Mention(
      id: id, type: readings[index].type, span: span, text: text.slice(span), value: "-",
      rule: readings[index].rule.id)
    mention.isRepaired = text.isRepaired(readings[index].range)
    switch readings[index].expression {
    case .temporal: fillTemporal(&mention, temporal.values[index])
    case .amount, .ordinal: fillQuantity(&mention, readings[index].expression)
    case .place: fillPlace(&mention, places[index])
    case .organization: break
    }
    return mention
  }

  private func fillQuantity(_ mention: inout Mention, _ expression: Expression) {
    guard let fields = QuantityValue.quantityFields(of: expression) else { return }
    mention.value = fields.value
    mention.number = fields.number
    mention.unit = fields.unit
    mention.dimension = fields.dimension
  }

  private func fillTemporal(_ mention: inout Mention, _ value: TemporalValue?) {
    guard let value else { return }
    if let type = value.type { mention.type = type }
    mention.value = value.value
    mention.lunar = value.lunar
    mention.interval = value.interval
    mention.clock = value.clock
    mention.duration = value.duration
    mention.candidates = value.candidates
  }

  private func fillPlace(_ mention: inout Mention, _ value: PlaceValue?) {
    guard let value else { return }
    mention.value = value.code
    mention.name = value.name
    mention.candidates = value.candidates
  }
}
