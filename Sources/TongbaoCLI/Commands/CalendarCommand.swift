import ArgumentParser
import ChineseCalendar
import Dictionaries
import Foundation
import Interchange

struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: "Converts days between the Gregorian and the lunar calendar, lists solar terms and "
      + "holidays.")

  @Argument(help: "What to ask: 2024-02-18, 2024年正月初九, 2024 …")
  var question: [String] = []

  @Option(
    help: ArgumentHelp(
      "Folder of dictionaries to use instead of the built-in ones.", valueName: "folder"))
  var dictionaries: String?

  func validate() throws {
    guard !question.isEmpty else {
      throw ValidationError(
        "no question; ask for a day or a year, as in: tongbao calendar 2024-02-18")
    }
  }

  func run() throws {
    let answer = try CalendarQuery.answer(
      question.joined(separator: " "),
      holidays: StatutoryHolidays(parsing: table("holidays.tsv")),
      festivals: FestivalTable(parsing: table("festivals.tsv")))
    try printLine(answer)
  }

  private func table(_ name: String) throws -> String {
    let folder = dictionaries.map { URL(fileURLWithPath: $0, isDirectory: true) }
    guard let folder = folder ?? Dictionaries.folder else {
      throw ValidationError("the built-in dictionaries are missing; name some with --dictionaries")
    }
    let file = folder.appendingPathComponent("calendar").appendingPathComponent(name)
    do {
      return try String(contentsOf: file, encoding: .utf8)
    } catch {
      throw InputFailure(
        path: file.path, problem: "cannot be read",
        remedy: "name a folder with complete dictionaries with --dictionaries")
    }
  }
}

/// Writes the text and a line end to standard output, behind a closed pipe an error.
func printLine(_ text: String) throws(OutputFailure) {
  var buffer = OutputBuffer()
  buffer.append(text)
  buffer.append("\n")
  let output = OutputFile()
  try output.write(buffer)
  try output.finish()
}
