import Foundation

@testable import ChineseCalendar

/// The calendar data of the repository that this source file stands in.
enum RepositoryFile {
  static func text(_ name: String, from source: String = #filePath) throws -> String {
    // Symbolic links are resolved so that a linked copy of the folder finds the data too.
    let root = URL(fileURLWithPath: source).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("Dictionaries/calendar/\(name)")
    return try String(contentsOf: file, encoding: .utf8)
  }

  /// The rows of a table without its header, split into fields.
  static func rows(_ name: String) throws -> [[Substring]] {
    try text(name).split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
  }

  static func festivals() throws -> FestivalTable { try .init(parsing: text("festivals.tsv")) }

  static func holidays() throws -> StatutoryHolidays { try .init(parsing: text("holidays.tsv")) }
}

/// A day from its ISO form; for literals in tests.
func day(_ iso: String) -> GregorianDay { GregorianDay(iso: iso)! }
