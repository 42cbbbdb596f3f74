import Foundation
import Interchange

/// Messages and progress for the person at the terminal, all on standard error.
///
/// One thread uses it.
final class Console {
  private(set) var failureCount = 0

  /// Counts the bytes of the inputs; for the reader whose progress is shown.
  let meter = ByteMeter()
  /// Where the run's stages are measured, if that is wished.
  let times: StageTimes?
  private let errorLog: ErrorLog?
  private var progress: Progress
  private var duplicates: DuplicateWatch?

  /// - Parameters:
  ///   - errorLog: Gets every failure as well.
  ///   - inputs: The paths that are read, if the time left is to be told.
  ///   - notesDuplicates: Whether to say which documents have the text of an earlier one.
  init(
    errorLog: ErrorLog? = nil, inputs: [String] = [], notesDuplicates: Bool = false,
    times: StageTimes? = nil
  ) {
    self.times = times
    self.errorLog = errorLog
    progress = Progress(inputs: inputs)
    duplicates = notesDuplicates ? DuplicateWatch() : nil
  }

  /// One line for an input that could not be used.
  func report(_ failure: InputFailure) {
    progress.clear()
    failureCount += 1
    Self.complain(failure.description)
    errorLog?.write(failure)
  }

  /// Counts a document, passes on what its decoding had to note and, now and then, shows how far
  /// the work is.
  func count(_ document: InputDocument) {
    if !document.notes.isEmpty { progress.clear() }
    for note in document.notes { Self.complain("\(document.source ?? document.id): \(note)") }
    duplicates?.look(at: document)
    progress.count(document, bytesRead: meter.bytes, failures: failureCount)
  }

  func clearProgress() { progress.clear() }

  /// Says at the end of the inputs what is to be said of all of them.
  func finish() {
    progress.finish(failures: failureCount)
    if let summary = duplicates?.summary { Self.complain(summary) }
  }

  /// Shows where the time went, if it was measured.
  func showTimes() {
    if let times { Self.write(times.table.description + "\n") }
  }

  /// Writes `tongbao: message` on one line, whatever the message holds.
  static func complain(_ message: String) {
    write("tongbao: \(singleLine(message))\n")
  }

  static func write(_ text: String) {
    // There is nobody left to tell if standard error is closed.
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
