import TongbaoText

@testable import Evaluation

extension SeededGenerator {
  /// A number below the bound; plain remainders, so that other languages can draw the same.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }
}

extension AnnotatedDocument.Mention {
  /// `Mention("date", 0, 5, "2024")`
  init(_ type: String, _ start: Int, _ end: Int, _ value: String? = "-") {
    self.init(type: type, span: Span(start, end), value: value)
  }
}

extension AnnotatedDocument {
  /// A document with mentions over a text of no meaning.
  static func marked(_ mentions: [Mention], id: String = "d", length: Int = 60) -> Self {
    Self(id: id, text: String(repeating: "字", count: length), mentions: mentions)
  }

  /// Random text with nested mentions, figures and findings.
  static func random(_ id: String, _ generator: inout SeededGenerator) -> Self {
    let signs = Array("巡逻民警查获起案件，。2月日名12 :#\n😀𠮷|\"\\<&é").map(String.init)
    let text =
      "起" + (0..<(20 + generator.below(60))).map { _ in generator.pick(signs) }.joined() + "终"
    let scalars = ScalarText(text)
    var mentions: [Mention] = []
    for _ in 0..<generator.below(14) {
      let start = generator.below(scalars.count)
      let span = Span(start, min(start + 1 + generator.below(9), scalars.count))
      let words = scalars[span]
      let isClean = !words.contains("|") && words.first?.isWhitespace == false
      let fits = mentions.allSatisfy { other in
        !other.span.overlaps(span) || other.span.contains(span) || span.contains(other.span)
      }
      guard isClean, fits, words.last?.isWhitespace == false else { continue }
      let type = generator.pick(MentionType.allCases).rawValue
      let value = generator.pick(["-", "~120 名", "2024-02-18;lunar=2024-01-09", "1/3", "\"x\\y"])
      mentions.append(Mention(type, span.start, span.end, value))
    }
    return Self(
      id: id, published: generator.pick([nil, "2024-02-19"]), genre: "a test", text: text,
      mentions: mentions, figures: figures(of: mentions, &generator),
      findings: findings(in: scalars, &generator))
  }

  private static func figures(
    of mentions: [Mention], _ generator: inout SeededGenerator
  ) -> [Figure] {
    (0..<generator.below(4)).compactMap { _ in
      guard !mentions.isEmpty else { return nil }
      return Figure(
        amount: generator.pick(mentions).span, action: generator.pick(["", "查获"]),
        object: generator.pick(["", "案件"]), aggregation: generator.pick(["plain", "total"]),
        period: generator.pick(["", "2024-01/2024-06"]), scope: generator.pick(["", "全局"]),
        comparison: generator.pick(["", "yoy-", "mom+", "base:2019=", "base:平日+"]))
    }
  }

  private static func findings(
    in scalars: ScalarText, _ generator: inout SeededGenerator
  ) -> [Finding] {
    (0..<generator.below(3)).compactMap { _ in
      let start = generator.below(scalars.count - 3)
      let quotes = [scalars[Span(start, start + 2)], scalars[Span(0, 1)]]
      guard !quotes.contains("-") else { return nil }
      return Finding(
        code: "sum.mismatch", quotes: quotes, spans: quotes.flatMap(scalars.places),
        note: "the parts add up to 3")
    }
  }
}
