import ArgumentParser
import Foundation
import Testing

@testable import TongbaoCLI

@Suite("Command-line usage")
struct UsageTests {
  @Test(
    "What cannot be meant is refused with what to do instead",
    arguments: [
      (["extract"], "no inputs"),
      (["extract", "a", "--format", "sqlite"], "sqlite"),
      (["extract", "a", "--format", "xml"], "table"),
      (["extract", "a", "--reference-date", "2024-02-30"], "2024-02-19"),
      (["extract", "a", "--types", "date,day"], "“day” is no type"),
      (["extract", "a", "--types", ""], "is no type"),
      (["extract", "a", "--jobs", "0"], "1 to 1024"),
      (["calendar"], "no question"),
      (["nonsense"], "nonsense"),
    ])
  func refused(_ arguments: [String], _ hint: String) {
    do {
      _ = try TongbaoCommand.parseAsRoot(arguments)
      Issue.record("was accepted")
    } catch {
      #expect(TongbaoCommand.message(for: error).contains(hint))
    }
  }

  @Test("Types and dates are read")
  func accepted() throws {
    let command = try #require(
      try TongbaoCommand.parseAsRoot([
        "extract", "-", "--types", "date, count", "--reference-date", "2024-02-19",
      ]) as? ExtractCommand)
    #expect(command.types == [.date, .count])
    #expect(command.reference.referenceDate == "2024-02-19")
    #expect(command.input.inputs == ["-"])
  }
}

/// The program as it was built, beside the tests.
private let program = Bundle.main.bundleURL.appendingPathComponent("tongbao")

@Suite(
  "The program as a process", .serialized,
  .enabled(if: FileManager.default.isExecutableFile(atPath: program.path)))
struct ProcessTests {
  private struct Outcome {
    var status: Int32
    var output: String
    var messages: [String]
  }

  /// Runs the program with files for its streams: pipes would fill up while nobody reads.
  private func run(_ arguments: String..., input: String = "") throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["in", "out", "err"].map { folder.appendingPathComponent($0) }
    try input.write(to: files[0], atomically: false, encoding: .utf8)
    try Data().write(to: files[1])
    try Data().write(to: files[2])

    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    let messages = try String(contentsOf: files[2], encoding: .utf8)
    return Outcome(
      status: process.terminationStatus, output: try String(contentsOf: files[1], encoding: .utf8),
      messages: messages.split(separator: "\n").map(String.init))
  }

  @Test("A bad record is one line on standard error and status 2; the others come out")
  func failures() throws {
    let outcome = try run(
      "extract", "-", "no-such-file", "--format", "jsonl",
      input: "{\"id\": \"a\", \"text\": \"2月\"}\n{\n{\"id\": \"b\", \"text\": \"3月\"}\n")
    #expect(outcome.status == 2)
    #expect(outcome.output.split(separator: "\n").count == 2)
    #expect(outcome.messages.count == 2)
    #expect(outcome.messages.first?.hasPrefix("tongbao: -:2: ") == true)
    #expect(outcome.messages.last?.hasPrefix("tongbao: no-such-file: ") == true)
  }

  @Test("The output is the same for any number of jobs")
  func jobs() throws {
    let lines = (0..<500).map { index in
      let text = String(repeating: "全区接报警情\(index)起，", count: index % 40)
      return "{\"id\": \"\(index)\", \"text\": \"\(text)\"}\n"
    }
    let alone = try run("extract", "-", "--format", "jsonl", "--jobs", "1", input: lines.joined())
    let results = alone.output.split(separator: "\n")
    let isInOrder = results.enumerated().allSatisfy { index, line in
      line.hasPrefix("{\"schema\":1,\"id\":\"\(index)\",")
    }
    #expect(isInOrder && results.count == lines.count)
    for jobs in ["2", "7"] {
      let outcome = try run(
        "extract", "-", "--format", "jsonl", "--jobs", jobs, input: lines.joined())
      let isSame = outcome.output == alone.output
      #expect(isSame, "with \(jobs) jobs")
    }
  }

  @Test("Usage errors end with status 2, the version with 0")
  func statuses() throws {
    #expect(try run("extract").status == 2)
    #expect(try run("extract", "--nonsense").messages.count == 1)
    #expect(try run("--version").status == 0)
  }
}
