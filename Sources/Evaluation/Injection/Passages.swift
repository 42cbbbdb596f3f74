import TongbaoText

/// An annotated document as injectors read it: the mentions of the sentences in which nothing was
/// found wrong, each with its words.
struct Passages {
  struct Item {
    var type: String
    var span: Span
    var words: String
    var value: String
    var sentence: Int

    /// The day of a value `YYYY-MM-DD`, as a day number.
    var day: Int? { type == "date" && !value.contains("/") ? DateSides.day(plainValue) : nil }

    /// First and last day of a value `YYYY-MM-DD/YYYY-MM-DD`.
    var days: ClosedRange<Int>? {
      let sides = plainValue.split(separator: "/").map { DateSides.day(String($0)) }
      guard type == "date", sides.count == 2, let first = sides[0], let last = sides[1],
        first < last
      else { return nil }
      return first...last
    }

    /// Month and day of the lunar calendar, outside leap months.
    var lunar: (month: Int, day: Int)? {
      guard let mark = value.firstRange(of: ";lunar=") else { return nil }
      let parts = value[mark.upperBound...].split(separator: "-").map { Int($0) }
      guard parts.count == 3, let month = parts[1], let day = parts[2] else { return nil }
      return (month, day)
    }

    private var plainValue: String { String(value.prefix { $0 != ";" }) }

    /// Number and unit of an exact amount written in plain digits: 560人次.
    var count: Count? {
      guard type == "count" || type == "measure",
        let match = words.wholeMatch(of: /([1-9][0-9]{0,6})(\p{Han}{1,3})/),
        let number = Int(match.1), value == "\(number) \(value.drop { $0 != " " }.dropFirst())"
      else { return nil }
      return Count(number: number, unit: String(match.2))
    }

    /// Tenths of a percentage written in plain digits, and whether the tenth is written.
    var percent: (tenths: Int, hasTenth: Bool)? {
      guard type == "percent", let match = words.wholeMatch(of: /(\d{1,3})(?:\.(\d))?%/),
        let whole = Int(match.1)
      else { return nil }
      return (whole * 10 + (match.2.flatMap { Int($0) } ?? 0), match.2 != nil)
    }
  }

  struct Count: Hashable {
    var number: Int
    var unit: String
  }

  /// A figure whose amount is exact and in plain digits.
  struct Reported {
    var figure: AnnotatedDocument.Figure
    var item: Item
    var count: Count

    /// What the text says before the amount, from the action on: 抓获犯罪嫌疑人.
    var name: String
  }

  let document: AnnotatedDocument
  let text: ScalarText
  let items: [Item]
  let reported: [Reported]
  /// The end of the first line.
  let titleEnd: Int

  /// Linear in text and mentions.
  init(_ document: AnnotatedDocument) {
    let text = ScalarText(document.text)
    let ends = text.scalars.indices.filter { "。！？；;\n".unicodeScalars.contains(text.scalars[$0]) }
    func sentence(of position: Int) -> Int {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if ends[middle] < position { low = middle + 1 } else { high = middle }
      }
      return low
    }
    var faulty: Set<Int> = []
    for span in document.findings.flatMap(\.spans) {
      faulty.formUnion(sentence(of: span.start)...sentence(of: span.end))
    }
    let items = document.mentions.compactMap { mention -> Item? in
      let number = sentence(of: mention.span.start)
      guard !faulty.contains(number), let value = mention.value else { return nil }
      return Item(
        type: mention.type, span: mention.span, words: text[mention.span], value: value,
        sentence: number)
    }
    let bySpan = Dictionary(items.map { ($0.span, $0) }, uniquingKeysWith: { first, _ in first })
    self.document = document
    self.text = text
    self.items = items
    titleEnd = text.scalars.firstIndex(of: "\n") ?? text.count
    reported = document.figures.compactMap { figure in
      guard let item = bySpan[figure.amount], let count = item.count,
        figure.object.unicodeScalars.allSatisfy(\.properties.isIdeographic)
      else { return nil }
      let lead = text[Span(max(0, item.span.start - Self.longestName), item.span.start)]
      let opening = figure.action.isEmpty ? figure.object : figure.action
      guard !opening.isEmpty, let start = lead.ranges(of: opening).last?.lowerBound,
        case let name = String(lead[start...]), name.contains(figure.object),
        name.unicodeScalars.allSatisfy(\.properties.isIdeographic)
      else { return nil }
      return Reported(figure: figure, item: item, count: count, name: name)
    }
  }

  private static let longestName = 16

  /// The text between two mentions; empty where they touch or overlap.
  func between(_ left: Item, _ right: Item) -> String {
    text[Span(left.span.end, max(left.span.end, right.span.start))]
  }

  /// Up to `limit` code points before a mention, within its line.
  func before(_ item: Item, limit: Int) -> String {
    let words = text[Span(max(0, item.span.start - limit), item.span.start)]
    return words.lastIndex(of: "\n").map { String(words[$0...].dropFirst()) } ?? words
  }

  /// The words for a period as the document has them.
  func words(forPeriod value: String) -> String? {
    guard !value.isEmpty else { return nil }
    let item = items.first {
      $0.type == "date" && $0.value == value && !$0.words.contains(where: \.isNewline)
    }
    return item?.words
  }

  /// The mentions of one sentence, nested ones left out, in text order.
  func sentences() -> [[Item]] {
    var result: [[Item]] = []
    for item in items {
      if let last = result.last?.last, last.sentence == item.sentence {
        if last.span.end <= item.span.start { result[result.count - 1].append(item) }
      } else {
        result.append([item])
      }
    }
    return result
  }
}
