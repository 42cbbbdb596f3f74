import Foundation
import Testing

@testable import Interchange

@Suite("Files of records that can be gone on with")
struct RecordFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder.path + "/out" }

  private func heading() -> OutputBuffer {
    var buffer = OutputBuffer()
    buffer.append("a,b\n")
    return buffer
  }

  /// Writes the records of some documents as a run does and counts those that had to be made.
  ///
  /// - Parameter last: Documents after which the run is killed; without, it finishes.
  private func run(
    _ documents: [String], resuming: Bool = true, digest: String = "r1",
    killedAfter last: Int? = nil
  ) throws -> Int {
    let file = try RecordFile(
      path: path, digest: digest, heading: heading(), isResuming: resuming)
    var made = 0
    for document in documents.prefix(last ?? .max) {
      let key = RecordKey(UInt128(document.unicodeScalars.reduce(7) { $0 &* 31 &+ $1.value }))
      var batch = RecordBatch()
      switch try file.disposition(of: key) {
      case .kept: continue
      case .stored(let record): try batch.add(key) { buffer in try record.write(to: &buffer) }
      case .missing:
        made += 1
        batch.add(key) { buffer in
          // Some documents give nothing.
          if !document.hasPrefix("空") { buffer.append("\(document)\n\(document)\n") }
        }
      }
      try file.append(batch)
    }
    if last == nil { try file.finish() }
    return made
  }

  private var content: String {
    get throws { try String(contentsOfFile: path, encoding: .utf8) }
  }

  private func whole(_ documents: [String]) -> String {
    "a,b\n" + documents.filter { !$0.hasPrefix("空") }.map { "\($0)\n\($0)\n" }.joined()
  }

  private let documents = ["甲", "空1", "乙", "丙", "空2", "丁", "戊"]

  @Test("A finished file is left as it is, and nothing is made again")
  func finished() throws {
    #expect(try run(documents, resuming: false) == 7)
    #expect(try content == whole(documents))
    #expect(try run(documents) == 0)
    #expect(try content == whole(documents))
    #expect(try run(documents, resuming: false) == 7)
    #expect(try run(documents, digest: "r2") == 7, "other rules make all anew")
  }

  @Test("Wherever the file and its journal were cut off, the run ends with the same bytes")
  func cutAnywhere() throws {
    _ = try run(documents, resuming: false)
    let whole = try Data(contentsOf: URL(filePath: path))
    let list = try Data(contentsOf: URL(filePath: path + ".journal"))
    for length in stride(from: 0, through: whole.count, by: 3) {
      for listLength in stride(from: 0, through: list.count, by: 29) {
        try folder.write(whole.prefix(length), to: "out")
        try folder.write(list.prefix(listLength), to: "out.journal")
        _ = try run(documents)
        let isSame = try Data(contentsOf: URL(filePath: path)) == whole
        #expect(isSame, "cut at \(length) and \(listLength)")
      }
    }
  }

  @Test("Documents that came, went or moved cost only themselves")
  func changedInput() throws {
    _ = try run(documents, resuming: false)
    let changed = ["甲", "新", "乙", "空2", "戊", "丁", "末"]
    #expect(try run(changed) == 2)
    #expect(try content == whole(changed))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
    #expect(try run(["甲"]) == 0)
    #expect(try content == whole(["甲"]))
  }

  @Test("A run killed while it puts known records elsewhere loses none of them")
  func killedWhileMoving() throws {
    for last in 0...8 {
      _ = try run(documents, resuming: false)
      let first = try run(["新"] + documents, killedAfter: last)
      // What was not yet written may have to be made again: the new one only.
      let second = try run(["更新", "新"] + documents)
      #expect(first + second <= 3, "killed after \(last)")
      #expect(try content == whole(["更新", "新"] + documents))
    }
  }

  @Test("What no journal of ours describes is begun anew, with the reason")
  func foreign() throws {
    try folder.write("someone's file\n", to: "out")
    let file = try RecordFile(path: path, digest: "r", heading: heading(), isResuming: true)
    #expect(file.restartReason != nil)
    #expect(!file.isContinued)
  }

  @Test("Two runs do not write to one file at a time")
  func reserved() throws {
    let file = try RecordFile(path: path, digest: "r", heading: heading(), isResuming: true)
    #expect(throws: OutputFailure.self) {
      try RecordFile(path: path, digest: "r", heading: heading(), isResuming: true)
    }
    try file.finish()
  }
}
