import RuleEngine
import TongbaoText

/// Why a text was read as it was: what each rule did at each place, then the mentions.
public struct Explanation: Sendable, CustomStringConvertible {
  public let document: Document
  private let text: SourceText
  private let trace: [MatchEvent]
  private let rules: [Rule]

  init(document: Document, text: SourceText, trace: [MatchEvent], rules: [Rule]) {
    self.document = document
    self.text = text
    self.trace = trace
    self.rules = rules
  }

  public var description: String {
    (repairLines + candidateLines + mentionLines).joined(separator: "\n")
  }

  private var repairLines: [String] {
    text.repairs.map { repair in
      "repaired  \(repair.span.start)..<\(repair.span.end) \(repair.kind.rawValue) "
        + "“\(repair.text)” → “\(repair.replacement)”" + (repair.isUncertain ? " (uncertain)" : "")
    }
  }

  /// The candidates at each start, the winner first, the others indented below it.
  private var candidateLines: [String] {
    var lines: [String] = []
    var start = -1
    for event in trace {
      if event.range.lowerBound != start {
        start = event.range.lowerBound
        lines.append("at \(text.span(of: event.range).start)")
      }
      let mark =
        switch event.outcome {
        case .won: "won    "
        case .lost: "lost   "
        case .refused: "refused"
        }
      let rule = rules[event.rule]
      lines.append("  \(mark) “\(text.working(event.range))” \(rule.id) (\(rule.type))")
    }
    return lines
  }

  private var mentionLines: [String] {
    document.mentions.map { mention in
      var line = "mention \(mention.span.start)..<\(mention.span.end) \(mention.type.rawValue) "
      line += "“\(mention.text)” = \(mention.value)  [\(mention.rule)]"
      if let lunar = mention.lunar { line += " lunar \(lunar)" }
      if !mention.candidates.isEmpty { line += " candidates \(mention.candidates)" }
      return line
    }
  }
}
