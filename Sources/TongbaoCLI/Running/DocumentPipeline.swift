import Interchange

/// Takes documents from a reader through some work to whoever uses the results, in input order.
///
/// Several documents are worked on at once, but only so many are in memory; a failure of one is
/// reported and the others go on.
struct DocumentPipeline<Result: Sendable> {
  /// What is done with some documents that stand one after another in the input.
  typealias Work = @Sendable ([InputDocument]) -> Result
  /// Whether a document is worked on; it may be given another name. Asked in input order.
  typealias Admission = (inout InputDocument) -> Bool

  var jobs: Int
  var work: Work

  /// Small documents travel together, so that handing them over costs little beside the work.
  private static var batchSize: Int { 1 << 16 }

  init(jobs: Int, batchWork: @escaping Work) {
    self.jobs = jobs
    work = batchWork
  }

  /// - Parameter deliver: Gets the results in input order; what it throws ends the run.
  func run(
    _ reader: DocumentReader, _ console: Console, admitting admits: Admission = { _ in true },
    deliver: (Result) throws -> Void
  ) async throws {
    defer { console.clearProgress() }
    if jobs == 1 {
      try runAlone(reader, console, admits, deliver)
    } else {
      try await runTogether(reader, console, admits, deliver)
    }
  }

  private func runAlone(
    _ reader: DocumentReader, _ console: Console, _ admits: Admission,
    _ deliver: (Result) throws -> Void
  ) throws {
    for item in reader {
      if let document = admitted(item, console, admits) { try deliver(work([document])) }
    }
  }

  private func runTogether(
    _ reader: DocumentReader, _ console: Console, _ admits: Admission,
    _ deliver: (Result) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (index: Int, result: Result).self) { group in
      var reader = reader
      var finished: [Int: Result] = [:]
      var (read, delivered, running) = (0, 0, 0)
      while true {
        // A slow document holds up the delivery of those behind it; they must not pile up.
        while running < jobs, read - delivered < 4 * jobs {
          let batch = nextBatch(&reader, console, admits)
          if batch.isEmpty { break }
          let (index, work) = (read, work)
          group.addTask { (index, work(batch)) }
          (read, running) = (read + 1, running + 1)
        }
        guard let done = try await group.next() else { break }
        running -= 1
        finished[done.index] = done.result
        while let result = finished.removeValue(forKey: delivered) {
          try deliver(result)
          delivered += 1
        }
      }
    }
  }

  /// The next documents, empty behind the last.
  private func nextBatch(
    _ reader: inout DocumentReader, _ console: Console, _ admits: Admission
  ) -> [InputDocument] {
    var batch: [InputDocument] = []
    var size = 0
    while size < Self.batchSize, let item = reader.next() {
      guard let document = admitted(item, console, admits) else { continue }
      // An empty document costs something too.
      size += document.text.utf8.count + 256
      batch.append(document)
    }
    return batch
  }

  private func admitted(
    _ item: InputItem, _ console: Console, _ admits: Admission
  ) -> InputDocument? {
    switch item {
    case .failure(let failure):
      console.report(failure)
      return nil
    case .document(var document):
      console.count(document)
      return admits(&document) ? document : nil
    }
  }
}

extension DocumentPipeline where Result == OutputBuffer {
  /// - Parameter work: Writes the result of one document to the buffer.
  init(jobs: Int, work: @escaping @Sendable (InputDocument, inout OutputBuffer) -> Void) {
    self.init(
      jobs: jobs,
      batchWork: { documents in
        var buffer = OutputBuffer()
        for document in documents { work(document, &buffer) }
        return buffer
      })
  }

  /// - Throws: `OutputFailure`.
  func run(_ reader: DocumentReader, to output: OutputFile, _ console: Console) async throws {
    try await run(reader, console) { try output.write($0) }
  }
}
