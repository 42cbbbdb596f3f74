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
      (["extract", "a", "--resume"], "--resume needs"),
      (["extract", "a", "--resume", "--format", "jsonl"], "add --output"),
      (["extract", "a", "--resume", "--output", "a.html"], ".jsonl or .csv"),
      (["extract", "-", "--files-from", "-"], "both the list of files and a document"),
      (["check", "a", "--resume", "--output", "a.jsonl"], ".sqlite"),
      (["corpus", "damage", "a", "--kinds", "rust"], "pinyin-gloss"),
      (["corpus", "damage", "a", "--rate", "2"], "0 to 1"),
      (["evaluate", "a", "--minimum-f1", "date=2"], "date=0.95"),
      (["rules", "profile", "a", "--ablate", "x", "--compare", "b"], "one by one"),
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

  @Test("The ending of the output names the format, unless one is asked for")
  func formats() throws {
    for (arguments, format) in [
      (["--output", "a.jsonl"], ExtractCommand.Format.jsonl), (["--output", "a.CSV"], .csv),
      (["--output", "a.sqlite"], .sqlite), (["--output", "a.txt"], .table), ([], .table),
      (["--output", "a.csv", "--format", "jsonl"], .jsonl),
    ] {
      let command = try TongbaoCommand.parseAsRoot(["extract", "a"] + arguments)
      #expect((command as? ExtractCommand)?.format == format, "\(arguments)")
    }
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
    try run(arguments, input: input)
  }

  private func run(_ arguments: [String], input: String = "") throws -> Outcome {
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

  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    UUID().uuidString)

  /// Two reports of one office that contradict each other, in a folder.
  private func writeReports() throws -> String {
    let reports = folder.appendingPathComponent("in")
    try FileManager.default.createDirectory(at: reports, withIntermediateDirectories: true)
    for (name, text) in [
      ("a", "延安市公安局通报：截至2024年2月16日，全市累计投入警力560人次。"),
      ("b", "延安市公安局通报：截至2024年2月18日，全市累计投入警力530人次。"),
    ] {
      try text.write(
        to: reports.appendingPathComponent(name + ".txt"), atomically: true, encoding: .utf8)
    }
    return reports.path
  }

  @Test("What cannot be read stands in the file of errors with its reason")
  func errorLog() throws {
    let reports = try writeReports()
    defer { try? FileManager.default.removeItem(at: folder) }
    let log = folder.appendingPathComponent("errors.jsonl").path
    let outcome = try run(
      "extract", "--files-from", "-", "--errors", log, "--format", "jsonl",
      input: "\(reports)/a.txt\nnone.txt\n\(reports)/b.txt\n")
    #expect(outcome.status == 2)
    #expect(outcome.output.split(separator: "\n").count == 2)
    let lines = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix(#"{"source":"none.txt","problem":"no such file"#) == true)
  }

  @Test("Documents with one text are noted on one line")
  func duplicates() throws {
    let outcome = try run(
      "extract", "-", "--format", "jsonl",
      input: (0..<5).map { "{\"id\": \"\($0)\", \"text\": \"2月\($0 / 4)日\"}\n" }.joined())
    #expect(outcome.status == 0)
    #expect(
      outcome.messages == [
        "tongbao: 3 documents have the text of an earlier one: 1 = 0, 2 = 0, 3 = 0"
      ])
  }

  @Test("A database is an input of check and figures and says what its texts say")
  func databases() throws {
    let reports = try writeReports()
    defer { try? FileManager.default.removeItem(at: folder) }
    let base = folder.appendingPathComponent("out.sqlite").path
    #expect(try run("extract", reports, "--output", base).status == 0)
    for arguments in [["check"], ["check", "--format", "csv"], ["figures", "--indicator", "警力"]] {
      let (direct, stored) = (try run(arguments + [reports]), try run(arguments + [base]))
      #expect(direct.output == stored.output, "\(arguments)")
      #expect(direct.status == stored.status && !stored.output.isEmpty, "\(arguments)")
    }
    #expect(try run("check", base).output.contains("figure.cumulative-decrease"))
    #expect(try run("check", base, reports).status == 2)
    #expect(try run("extract", base).status == 2)
  }

  @Test(
    "An extraction killed at any moment is gone on with to the same end",
    arguments: ["jsonl", "csv"])
  func killed(_ ending: String) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let records = folder.appendingPathComponent("in.jsonl")
    let lines = (0..<150).map { index in
      let text = String(repeating: "全区接报警情\(index)起，投入警力560人次。", count: 8)
      return "{\"id\": \"\(index)\", \"text\": \"\(text)\"}\n"
    }
    try lines.joined().write(to: records, atomically: true, encoding: .utf8)
    let output = folder.appendingPathComponent("out.\(ending)")
    let arguments = ["extract", records.path, "--resume", "--output", output.path]
    for milliseconds in [300, 600, 1000] {
      let process = Process()
      process.executableURL = program
      process.arguments = arguments
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(useconds_t(milliseconds * 1000))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    #expect(try run(arguments).status == 0)
    let clean = folder.appendingPathComponent("clean.\(ending)")
    #expect(try run("extract", records.path, "--output", clean.path).status == 0)
    let isSame = try Data(contentsOf: output) == Data(contentsOf: clean)
    #expect(isSame)
    // Nothing is left to do.
    #expect(try run(arguments).messages == [])
  }

  @Test("Usage errors end with status 2, the version with 0")
  func statuses() throws {
    #expect(try run("extract").status == 2)
    #expect(try run("extract", "--nonsense").messages.count == 1)
    #expect(try run("--version").status == 0)
  }

  // MARK: - Annotated documents

  private func withGold(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let gold = """
      # id: one
      # published: 2024-02-19
      # genre: a test
      截至⟦2月18日|date|2024-02-18⟧，查处货车违法载人⟦90起|count|90 起⟧、货车违法超员⟦两起|count|2 起⟧，经审讯。
      --- figures
      --- findings

      """
    try gold.write(
      to: folder.appendingPathComponent("one.gold"), atomically: false, encoding: .utf8)
    try body(folder.path)
  }

  @Test("A score below its floor ends with status 1 and says which")
  func gate() throws {
    try withGold { gold in
      #expect(try run("evaluate", gold, "--minimum-f1", "date=1,count=1").status == 0)
      let outcome = try run("evaluate", gold, "--minimum-f1", "date=1,place=0.5")
      #expect(outcome.status == 1)
      #expect(outcome.messages.count == 1)
      #expect(outcome.messages.first?.contains("place") == true)
    }
  }

  @Test("The ledger names what each rule brings in; without a rule the score falls")
  func ledger() throws {
    try withGold { gold in
      let ledger = try run("rules", "profile", gold)
      #expect(ledger.status == 0)
      #expect(ledger.output.contains("rules, "))
      let names = ledger.output.split(separator: "\n").dropFirst().prefix { $0 != "" }
      let count = try #require(names.first { $0.contains(" count ") }?.split(separator: " ").first)
      let less = try run("rules", "profile", gold, "--ablate", String(count))
      #expect(less.output.contains("documents worse: one"))
      #expect(try run("rules", "profile", gold, "--ablate", "no.such").status == 2)
      #expect(try run("rules", "profile", gold, gold).messages.first?.contains("“one”") == true)
      // Plain text has no right and wrong, but rules that won.
      let plain = try run("rules", "profile", "-", input: "查处90起")
      #expect(plain.output.hasPrefix("rule"))
    }
  }

  @Test("Damaged documents are annotated as before, and sound")
  func damage() throws {
    try withGold { gold in
      let damaged = gold + "-damaged"
      defer { try? FileManager.default.removeItem(atPath: damaged) }
      let kinds = "misaligned-gbk,width"
      let made = try run(
        "corpus", "damage", gold, "--kinds", kinds, "--rate", "1", "--output", damaged)
      #expect(made.status == 0 && made.messages.isEmpty)
      let text = try String(contentsOfFile: damaged + "/one.gold", encoding: .utf8)
      #expect(text.contains("⟦２月１８日|date|2024-02-18⟧"))
      #expect(try run("corpus", "check", damaged).status == 0)
      #expect(try run("evaluate", damaged, "--minimum-f1", "date.value=1").status == 0)
    }
  }
}
