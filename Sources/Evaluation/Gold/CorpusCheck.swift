import TongbaoText

/// Looks for faults in annotated documents that a program can find.
public enum CorpusCheck {
  /// Mentions by type, figures and findings.
  public struct Counts: Sendable, Hashable {
    public var documents = 0
    public var mentions: [MentionType: Int] = [:]
    public var figures = 0
    public var findings: [String: Int] = [:]

    public init() {}
  }

  public struct Report: Sendable {
    public var counts = Counts()
    /// By file and line.
    public var faults: [GoldFault] = []
  }

  /// Checks files in the inline format.
  ///
  /// - Complexity: linear in the files, save for mentions that overlap.
  public static func check(_ files: [AnnotationFile]) -> Report {
    var report = Report()
    var fileOf: [String: String] = [:]
    for file in files {
      var (document, faults) = InlineFormat.read(file.content, file: file.name)
      report.counts.add(document)
      faults += DocumentCheck(file: file, document: document).faults
      report.faults += faults.sorted { $0.line < $1.line }
      if let other = fileOf.updateValue(file.name, forKey: document.id) {
        let message = "the identifier “\(document.id)” stands in \(other) too"
        report.faults.append(GoldFault(file: file.name, line: 1, message: message))
      }
    }
    return report
  }

  /// The codes of the guideline.
  static let findingCodes: Set<String> = [
    "date.impossible", "date.lunar-mismatch", "date.weekday-mismatch", "date.range-reversed",
    "date.after-publication", "sum.mismatch", "sum.part-exceeds-total", "change.mismatch",
    "change.direction", "figure.conflict", "figure.cumulative-decrease", "duration.mismatch",
    "percent.over-100", "place.hierarchy", "unit.mismatch",
  ]
}

extension CorpusCheck.Counts {
  fileprivate mutating func add(_ document: GoldDocument) {
    documents += 1
    for mention in document.mentions { mentions[mention.type, default: 0] += 1 }
    figures += document.figures.count
    for finding in document.findings { findings[finding.code, default: 0] += 1 }
  }
}

/// Checks one document and names the lines of its file.
private struct DocumentCheck {
  let file: AnnotationFile
  let document: GoldDocument

  /// Lines of the file before the first line of the text.
  private var headLines: Int {
    var count = 0
    var isHeader = true
    for line in file.content.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    {
      if isHeader, line.starts(with: "# ".unicodeScalars) {
        count += 1
      } else if line.isEmpty {
        isHeader = false
        count += 1
      } else {
        return count
      }
    }
    return count
  }

  var faults: [GoldFault] {
    let scalars = ScalarText(document.text)
    let head = headLines
    func fault(_ mention: GoldDocument.Mention, _ message: String) -> GoldFault {
      GoldFault(
        file: file.name, line: head + scalars.line(at: mention.span.start),
        message: "“\(mention.text)”: \(message)")
    }
    var faults: [GoldFault] = []
    var open: [GoldDocument.Mention] = []
    for mention in document.mentions {
      if let message = ValueGrammar.fault(in: mention.value, type: mention.type),
        !isFoundWrong(mention)
      {
        faults.append(fault(mention, message))
      }
      if mention.text != scalars[mention.span] {
        faults.append(fault(mention, "the text has “\(scalars[mention.span])” there"))
      }
      if mention.text.first?.isWhitespace == true || mention.text.last?.isWhitespace == true {
        faults.append(fault(mention, "begins or ends in a blank"))
      }
      open.removeAll { $0.span.end <= mention.span.start }
      if let outer = open.last, let message = overlapFault(mention, within: outer) {
        faults.append(fault(mention, message))
      }
      open.append(mention)
    }
    return headFaults + faults + recordFaults
  }

  /// A day that does not exist, or a reversed range, is a right value where the text says so and
  /// a finding tells it.
  private func isFoundWrong(_ mention: GoldDocument.Mention) -> Bool {
    document.findings.contains { finding in
      ["date.impossible", "date.range-reversed"].contains(finding.code)
        && [finding.first, finding.second].contains { words in
          !words.isEmpty && (mention.text.contains(words) || words.contains(mention.text))
        }
    }
  }

  /// Mentions nest in organizations only: a place, or the name of a smaller unit.
  private func overlapFault(
    _ mention: GoldDocument.Mention, within outer: GoldDocument.Mention
  ) -> String? {
    if mention.span == outer.span { return "is marked twice" }
    guard outer.span.contains(mention.span) else { return "crosses “\(outer.text)”" }
    let nests = outer.type == .organization
    return nests ? nil : "must not stand inside the \(outer.type.rawValue) “\(outer.text)”"
  }

  private var headFaults: [GoldFault] {
    var messages: [String] = []
    if document.id.isEmpty { messages.append("the document has no identifier") }
    if let date = document.published, DateSides.day(date) == nil {
      messages.append("“\(date)” is no date; write # published: 2024-02-19 or none")
    }
    if file.content.unicodeScalars.contains("\r") { messages.append("line ends must be LF alone") }
    return messages.map { GoldFault(file: file.name, line: 1, message: $0) }
  }

  private var recordFaults: [GoldFault] {
    let rows = file.content.unicodeScalars
      .split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    func fault(_ beginning: String, _ message: String) -> GoldFault {
      let line = rows.lastIndex { $0.hasPrefix(beginning) } ?? 0
      return GoldFault(file: file.name, line: line + 1, message: message)
    }
    let figures = document.figures.flatMap { figure in
      messages(for: figure).map { message in
        let action = figure.action.isEmpty ? "-" : figure.action
        let object = figure.object.isEmpty ? "-" : figure.object
        return fault("\(action)\t\(object)\t\(figure.amount)", message)
      }
    }
    let findings = document.findings.filter { !CorpusCheck.findingCodes.contains($0.code) }
    return figures + findings.map { fault($0.code, "“\($0.code)” is no code of the guideline") }
  }

  private func messages(for figure: GoldDocument.Figure) -> [String] {
    var messages: [String] = []
    if Figure.Aggregation(rawValue: figure.aggregation) == nil {
      messages.append("“\(figure.aggregation)” is no aggregation")
    }
    if !figure.period.isEmpty,
      MentionType.temporal.allSatisfy({ ValueGrammar.fault(in: figure.period, type: $0) != nil })
    {
      messages.append("“\(figure.period)” is no period; write a date value")
    }
    if !figure.scope.isEmpty, !document.text.contains(figure.scope) {
      messages.append("the scope “\(figure.scope)” does not stand in the text")
    }
    if !figure.comparison.isEmpty,
      figure.comparison.wholeMatch(of: /(yoy|mom|base:.*)[-+=]/) == nil
    {
      messages.append("“\(figure.comparison)” is no comparison; write yoy-, mom+ or base:2023=")
    }
    return messages
  }
}

extension MentionType {
  fileprivate static let temporal: [MentionType] = [.date, .time, .duration, .recurrence]
}
