import Lexicon
import Numerals
import RuleEngine
import TongbaoText

@testable import Extraction

/// A match written by hand: a text whose parts are found by their characters.
struct QuantityFixture {
  enum Content {
    case number
    case word(class: String, value: String)
    case text
  }

  var text: String
  var parts: [(name: HashedName, slice: String, content: Content)]
  var arguments: [String: String] = [:]
  /// Words of dictionary classes that the constructors look up themselves.
  var dictionary: [(word: String, class: String, value: String)] = []
  /// What the match covers; from the first part to the end of the last where it is `nil`.
  var span: String?

  func read(_ constructor: String) -> Expression? {
    guard let build = Constructors.quantities[constructor], let lexicon else { return nil }
    let units = Array(text.utf16)
    return units.withUnsafeBufferPointer { buffer in
      let context = ConstructionContext(
        text: buffer, lexicon: lexicon, isWordBoundary: { _ in true })
      return build(match(in: units, lexicon), context)
    }
  }

  /// The canonical value of what the constructor builds; `nil` where it refuses.
  func value(_ constructor: String) -> String? {
    read(constructor).flatMap { QuantityValue.quantityFields(of: $0)?.value }
  }

  private var lexicon: LexiconImage? {
    var builder = LexiconBuilder(folding: FoldingTable(units: (0...UInt16.max).map { $0 }))
    for entry in dictionary { builder.add(entry.word, class: entry.class, value: entry.value) }
    for part in parts {
      if case .word(let name, let value) = part.content {
        builder.add(part.slice, class: name, value: value)
      }
    }
    builder.add("…", class: "filler", value: "…")
    var image = ImageWriter()
    builder.write(to: &image)
    return Image(bytes: image.finish(digest: 0)).flatMap(LexiconImage.init)
  }

  private func match(in units: [UInt16], _ lexicon: LexiconImage) -> Match {
    var position = 0
    var found: [Part] = []
    for part in parts {
      let range = Self.range(of: part.slice, in: units, from: position)
      position = range.upperBound
      found.append(
        Part(name: part.name, range: range, content: content(of: part, range, units, lexicon)))
    }
    let start = found.first?.range.lowerBound ?? 0
    let range = span.map { Self.range(of: $0, in: units, from: 0) } ?? start..<position
    let rule = Rule(id: "test", type: "count", constructor: "count", arguments: arguments)
    return Match(rule: rule, range: range, parts: found)
  }

  private func content(
    of part: (name: HashedName, slice: String, content: Content), _ range: Range<Int>,
    _ units: [UInt16],
    _ lexicon: LexiconImage
  ) -> Part.Content {
    switch part.content {
    case .text: return .text
    case .word(let name, let value):
      let entry = lexicon.entries(of: part.slice).first {
        $0.className == name && $0.value == value
      }
      return entry.map(Part.Content.word) ?? .text
    case .number:
      var readings: [NumeralReading] = []
      units.withUnsafeBufferPointer {
        NumeralScanner.readings(in: $0, at: range.lowerBound, into: &readings)
      }
      let reading = readings.first { $0.end == range.upperBound }
      return .numeral(reading ?? NumeralReading(end: range.upperBound, amount: Amount(0)))
    }
  }

  private static func range(of slice: String, in units: [UInt16], from start: Int) -> Range<Int> {
    let wanted = Array(slice.utf16)
    for index in start..<units.count
    where index + wanted.count <= units.count
      && Array(units[index..<index + wanted.count]) == wanted
    {
      return index..<index + wanted.count
    }
    return start..<start
  }
}
