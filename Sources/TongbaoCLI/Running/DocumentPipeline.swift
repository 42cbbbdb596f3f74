import Interchange

/// Takes documents from a reader through some work to whoever uses the results, in input order.
///
/// Several documents are worked on at once, but only so many are in memory; a failure of one is
/// reported and the others go on.
struct DocumentPipeline<Item: Sendable, Result: Sendable> {
  /// What is to be done for a document, if anything. Asked in input order.
  typealias Admission = (InputDocument) throws -> Item?
  /// What is done for some documents that stand one after another in the input.
  typealias Work = @Sendable ([Item]) throws -> Result

  var jobs: Int
  var work: Work
  /// Where buffers go that were written out, for results that are buffers.
  private var spares = SpareBuffers()

  /// Small documents travel together, so that handing them over costs little beside the work.
  private static var batchSize: Int { 1 << 14 }

  init(jobs: Int, batchWork: @escaping Work) {
    self.jobs = jobs
    work = batchWork
  }

  /// - Parameter deliver: Gets the results in input order; what it throws ends the run.
  func run(
    _ reader: DocumentReader, _ console: Console, admitting admit: Admission,
    deliver: (Result) throws -> Void
  ) async throws {
    defer { console.clearProgress() }
    if jobs == 1 {
      try runAlone(reader, console, admit, deliver)
    } else {
      try await runTogether(reader, console, admit, deliver)
    }
    console.finish()
  }

  private func runAlone(
    _ reader: DocumentReader, _ console: Console, _ admit: Admission,
    _ deliver: (Result) throws -> Void
  ) throws {
    let times = console.times
    var reader = reader
    while let next = times.measure(.intake, { reader.next() }) {
      guard let document = document(of: next, console), let item = try admit(document) else {
        continue
      }
      try times.measure(.output) { try deliver(work([item])) }
    }
  }

  private func runTogether(
    _ reader: DocumentReader, _ console: Console, _ admit: Admission,
    _ deliver: (Result) throws -> Void
  ) async throws {
    let times = console.times
    try await withThrowingTaskGroup(of: (index: Int, result: Result).self) { group in
      var reader = reader
      var finished: [Int: Result] = [:]
      var (read, delivered, running) = (0, 0, 0)
      while true {
        // A slow document holds up the delivery of those behind it; they must not pile up.
        while running < jobs, read - delivered < 4 * jobs {
          let batch = try times.measure(.intake) { try nextBatch(&reader, console, admit) }
          if batch.isEmpty { break }
          let (index, work) = (read, work)
          group.addTask { (index, try times.measure(.output) { try work(batch) }) }
          (read, running) = (read + 1, running + 1)
        }
        guard let done = try await group.next() else { break }
        running -= 1
        finished[done.index] = done.result
        while let result = finished.removeValue(forKey: delivered) {
          try times.measure(.output) { try deliver(result) }
          delivered += 1
        }
      }
    }
  }

  /// The next documents, empty behind the last.
  private func nextBatch(
    _ reader: inout DocumentReader, _ console: Console, _ admit: Admission
  ) throws -> [Item] {
    var batch: [Item] = []
    var size = 0
    while size < Self.batchSize, let next = reader.next() {
      guard let document = document(of: next, console), let item = try admit(document) else {
        continue
      }
      // An empty document costs something too.
      size += document.text.utf8.count + 256
      batch.append(item)
    }
    return batch
  }

  private func document(of next: InputItem, _ console: Console) -> InputDocument? {
    switch next {
    case .failure(let failure):
      console.report(failure)
      return nil
    case .document(let document):
      console.count(document)
      return document
    }
  }
}

extension DocumentPipeline where Item == InputDocument {
  func run(
    _ reader: DocumentReader, _ console: Console, deliver: (Result) throws -> Void
  ) async throws {
    try await run(reader, console, admitting: { $0 }, deliver: deliver)
  }
}

extension DocumentPipeline where Item == InputDocument, Result == OutputBuffer {
  /// - Parameter work: Writes the result of one document to the buffer.
  init(jobs: Int, work: @escaping @Sendable (InputDocument, inout OutputBuffer) -> Void) {
    let spares = SpareBuffers()
    self.init(
      jobs: jobs,
      batchWork: { documents in
        var buffer = spares.take()
        for document in documents { work(document, &buffer) }
        return buffer
      })
    self.spares = spares
  }

  /// - Throws: `OutputFailure`.
  func run(_ reader: DocumentReader, to output: OutputFile, _ console: Console) async throws {
    try await run(reader, console) { buffer in
      try output.write(buffer)
      spares.put(buffer)
    }
  }
}
