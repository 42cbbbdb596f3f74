import Interchange

/// Extraction into a file of records that can be gone on with.
struct RecordExtraction {
  let analyzers: AnalyzerPool
  let writer: any DocumentWriter
  let givenDate: String?
  let jobs: Int

  /// What becomes of a document.
  private enum Task: Sendable {
    case analyse(InputDocument)
    case copy(StoredRecord, RecordKey)
  }

  func run(_ reader: DocumentReader, into file: RecordFile, _ console: Console) async throws {
    let (analyzers, writer, givenDate) = (analyzers, writer, givenDate)
    let pipeline = DocumentPipeline<Task, RecordBatch>(jobs: jobs) { tasks in
      var batch = RecordBatch()
      for task in tasks {
        switch task {
        case .analyse(let input):
          let document = analyzers.analyze(input, givenDate: givenDate).document
          batch.add(RecordKey(of: input, givenDate: givenDate)) { buffer in
            writer.write(document, extra: input.extra, to: &buffer)
          }
        case .copy(let record, let key):
          try batch.add(key) { buffer in try record.write(to: &buffer) }
        }
      }
      return batch
    }
    try await pipeline.run(reader, console, admitting: { try task(for: $0, in: file) }) { batch in
      try file.append(batch)
    }
    try file.finish()
  }

  private func task(for input: InputDocument, in file: RecordFile) throws -> Task? {
    guard file.isContinued else { return .analyse(input) }
    let key = RecordKey(of: input, givenDate: givenDate)
    switch try file.disposition(of: key) {
    case .kept: return nil
    case .stored(let record): return .copy(record, key)
    case .missing: return .analyse(input)
    }
  }
}
