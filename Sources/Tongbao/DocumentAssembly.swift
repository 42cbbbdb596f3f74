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
    let organizations = readings.filter { $0.type == .organization }.map(\.range)
    guard !organizations.isEmpty else { return readings }
    var next = 0
    return readings.sorted { $0.range.lowerBound < $1.range.lowerBound }.filter { reading in
      while next < organizations.count,
        organizations[next].upperBound <= reading.range.lowerBound
      {
        next += 1
      }
      guard reading.type != .organization, reading.type != .place, next < organizations.count
      else { return true }
      return !organizations[next].overlaps(reading.range)
    }
  }

  func document(id: String, source: String?) -> Document {
    var document = Document(id: id, source: source, text: text.text)
    document.repairs = text.repairs
    let ordered = readings.indices
      .map { (index: $0, mention: mention(of: $0)) }
      .sorted { $0.mention.span < $1.mention.span }
    var identifiers: [Int: Int] = [:]
    for (identifier, item) in ordered.enumerated() {
      var mention = item.mention
      mention.id = identifier
      identifiers[item.index] = identifier
      document.mentions.append(mention)
    }
    document.reference = temporal.reference
    document.reference.evidence = temporal.reference.evidence.compactMap { identifiers[$0] }
    return document
  }

  private func mention(of index: Int) -> Mention {
    let reading = readings[index]
    let span = text.span(of: reading.range)
    var mention = Mention(
      type: reading.type, span: span, text: text.slice(span), value: "-", rule: reading.rule.id)
    mention.isRepaired = text.isRepaired(reading.range)
    switch reading.expression {
    case .temporal: fillTemporal(&mention, temporal.values[index])
    case .amount, .ordinal: fillQuantity(&mention, reading.expression)
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
    mention.number = value.number
    mention.candidates = value.candidates
  }

  private func fillPlace(_ mention: inout Mention, _ value: PlaceValue?) {
    guard let value else { return }
    mention.value = value.code
    mention.name = value.name
    mention.candidates = value.candidates
  }
}
