import Interchange

/// Takes documents from a reader through some work to an output, in input order.
///
/// Several documents are worked on at once, but only so many are in memory; a failure of one is
/// reported and the others go on.
struct DocumentPipeline {
  /// What is done with one document: it writes its result to the buffer.
  typealias Work = @Sendable (InputDocument, inout OutputBuffer) -> Void

  var jobs: Int
  var work: Work

  /// Small documents travel together, so that handing them over costs little beside the work.
  private static let batchSize = 1 << 16

  /// - Throws: `OutputFailure`.
  func run(_ reader: DocumentReader, to output: OutputFile, _ console: Console) async throws {
    defer { console.clearProgress() }
    if jobs == 1 {
      try runAlone(reader, to: output, console)
    } else {
      try await runTogether(reader, to: output, console)
    }
  }

  private func runAlone(
    _ reader: DocumentReader, to output: OutputFile, _ console: Console
  ) throws {
    var buffer = OutputBuffer()
    for item in reader {
      switch item {
      case .failure(let failure): console.report(failure)
      case .document(let document):
        console.count(document)
        buffer.removeAll()
        work(document, &buffer)
        try output.write(buffer)
      }
    }
  }

  private func runTogether(
    _ reader: DocumentReader, to output: OutputFile, _ console: Console
  ) async throws {
    try await withThrowingTaskGroup(of: (index: Int, result: OutputBuffer).self) { group in
      var reader = reader
      var finished: [Int: OutputBuffer] = [:]
      var (read, written, running) = (0, 0, 0)
      while true {
        // A slow document holds up the writing of those behind it; they must not pile up.
        while running < jobs, read - written < 4 * jobs {
          let batch = nextBatch(&reader, console)
          if batch.isEmpty { break }
          let (index, work) = (read, work)
          group.addTask { (index, Self.result(of: batch, work)) }
          (read, running) = (read + 1, running + 1)
        }
        guard let done = try await group.next() else { break }
        running -= 1
        finished[done.index] = done.result
        while let result = finished.removeValue(forKey: written) {
          try output.write(result)
          written += 1
        }
      }
    }
  }

  private static func result(of batch: [InputDocument], _ work: Work) -> OutputBuffer {
    var buffer = OutputBuffer()
    for document in batch { work(document, &buffer) }
    return buffer
  }

  /// The next documents, empty behind the last.
  private func nextBatch(_ reader: inout DocumentReader, _ console: Console) -> [InputDocument] {
    var batch: [InputDocument] = []
    var size = 0
    while size < Self.batchSize, let item = reader.next() {
      switch item {
      case .failure(let failure): console.report(failure)
      case .document(let document):
        console.count(document)
        // An empty document costs something too.
        size += document.text.utf8.count + 256
        batch.append(document)
      }
    }
    return batch
  }
}
