import TongbaoText

/// How many planted errors a checker found, code by code, and what it says of sound texts.
public struct InjectionScore: Sendable {
  public struct Row: Sendable, Hashable {
    /// Errors made by changing a mention, and those found.
    public var changed = 0
    public var changedFound = 0
    /// Errors brought by a sentence of their own, and those found.
    public var appended = 0
    public var appendedFound = 0
    /// Findings of this code in the untouched documents that nobody annotated.
    public var falseAlarms = 0

    public var planted: Int { changed + appended }
    public var found: Int { changedFound + appendedFound }
    /// `nil` where nothing was planted.
    public var recall: Double? { planted > 0 ? Double(found) / Double(planted) : nil }
  }

  public private(set) var rows: [String: Row] = [:]
  /// Untouched documents.
  public private(set) var documents = 0
  /// Planted errors that were not found.
  public private(set) var missed: [Injection] = []
  /// What was said of the untouched documents beyond their annotation, by document.
  public private(set) var alarms: [(document: String, finding: AnnotatedDocument.Finding)] = []

  public init() {}

  public var falseAlarmsPerDocument: Double {
    documents > 0 ? Double(alarms.count) / Double(documents) : 0
  }

  /// The lowest recall of a code; `nil` where nothing was planted.
  public var lowestRecall: Double? { rows.values.compactMap(\.recall).min() }

  /// Counts whether an error was found at its place.
  public mutating func count(
    _ injection: Injection, findings: [AnnotatedDocument.Finding]
  ) {
    let isFound = FindingScorer.unmatched(
      gold: injection.document.findings, predicted: findings
    ).gold.isEmpty
    var row = rows[injection.code, default: Row()]
    if injection.isAppended {
      row.appended += 1
      row.appendedFound += isFound ? 1 : 0
    } else {
      row.changed += 1
      row.changedFound += isFound ? 1 : 0
    }
    rows[injection.code] = row
    if !isFound { missed.append(injection) }
  }

  /// Counts what is said of an untouched document beyond its annotated findings.
  public mutating func count(
    untouched document: AnnotatedDocument, findings: [AnnotatedDocument.Finding]
  ) {
    documents += 1
    let rest = FindingScorer.unmatched(gold: document.findings, predicted: findings).predicted
    for finding in rest {
      rows[finding.code, default: Row()].falseAlarms += 1
      alarms.append((document.id, finding))
    }
  }

  /// The table for a terminal, in the order of the guideline.
  public var table: String {
    var grid = Grid([
      "code", "changed", "found", "appended", "found", "recall", "false alarms",
    ])
    for code in ErrorInjector.codes { grid.append(cells(code, rows[code] ?? Row())) }
    var all = Row()
    for row in rows.values { all += row }
    grid.append(cells("all", all))
    let rate = ratioText(falseAlarmsPerDocument)
    return grid.text + "\(documents) untouched documents: \(rate) false alarms a document\n"
  }

  private func cells(_ name: String, _ row: Row) -> [String] {
    let counts = [row.changed, row.changedFound, row.appended, row.appendedFound]
    return [name] + counts.map(String.init) + [ratioText(row.recall), "\(row.falseAlarms)"]
  }
}

extension InjectionScore.Row {
  fileprivate static func += (left: inout Self, right: Self) {
    left.changed += right.changed
    left.changedFound += right.changedFound
    left.appended += right.appended
    left.appendedFound += right.appendedFound
    left.falseAlarms += right.falseAlarms
  }
}
