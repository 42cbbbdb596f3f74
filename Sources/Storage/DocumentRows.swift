import GRDB
import TongbaoText

/// Writes what belongs to one document, within the caller's transaction.
struct DocumentRows {
  let database: Database
  let key: Int64

  func replace(with document: Document) throws {
    try removeAll()
    try insertMentions(document.mentions)
    try insertFigures(document.figures)
    try insertFindings(document.findings)
  }

  private func removeAll() throws {
    // The spans of the findings go with them.
    for table in ["mentions", "figures", "findings"] {
      try database.cachedStatement(sql: "DELETE FROM \(table) WHERE document = ?")
        .execute(arguments: [key])
    }
  }

  private func insertMentions(_ mentions: [Mention]) throws {
    let insertion = try database.cachedStatement(
      sql: """
        INSERT INTO mentions VALUES \
        (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for mention in mentions {
      let number = mention.number
      try insertion.execute(arguments: [
        key, mention.id, mention.type.rawValue, mention.span.start, mention.span.end,
        mention.text.storable, mention.value, number?.min?.description, number?.max?.description,
        number?.approximation.rawValue, mention.unit, mention.dimension?.rawValue, mention.name,
        mention.lunar, mention.interval?.start, mention.interval?.end, mention.clock?.start,
        mention.clock?.end, mention.duration,
        mention.candidates.isEmpty ? nil : mention.candidates.joined(separator: " "), mention.rule,
        mention.isRepaired,
      ])
    }
  }

  private func insertFigures(_ figures: [Figure]) throws {
    let insertion = try database.cachedStatement(
      sql: """
        INSERT INTO figures VALUES \
        (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for (position, figure) in figures.enumerated() {
      let comparison = figure.comparison
      try insertion.execute(arguments: [
        key, position, figure.action.storable, figure.object.storable, figure.mention,
        figure.aggregation.rawValue,
        figure.period?.value, figure.period?.mention, figure.scope?.text, figure.scope?.mention,
        figure.scope?.code, comparison?.kind.rawValue, comparison?.direction.rawValue,
        comparison?.percent, comparison?.base, comparison?.mention, figure.span.start,
        figure.span.end,
      ])
    }
  }

  private func insertFindings(_ findings: [Finding]) throws {
    let insertion = try database.cachedStatement(
      sql: "INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?, ?)")
    let spanInsertion = try database.cachedStatement(
      sql: "INSERT INTO finding_spans VALUES (?, ?, ?, ?, ?)")
    for (position, finding) in findings.enumerated() {
      try insertion.execute(arguments: [
        key, position, finding.code, finding.severity.rawValue, finding.message, finding.expected,
        finding.found,
      ])
      for (place, span) in finding.spans.enumerated() {
        try spanInsertion.execute(arguments: [key, position, place, span.start, span.end])
      }
    }
  }
}
