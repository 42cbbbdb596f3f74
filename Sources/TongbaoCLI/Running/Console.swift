import Foundation
import Interchange

/// Messages and progress for the person at the terminal, all on standard error.
///
/// One thread uses it.
final class Console {
  private(set) var failureCount = 0

  private let showsProgress = isatty(STDERR_FILENO) == 1
  private var documents = 0
  private var bytes = 0
  private var isProgressShown = false
  private var lastShown = ContinuousClock.now

  /// One line for an input that could not be used.
  func report(_ failure: InputFailure) {
    clearProgress()
    failureCount += 1
    Self.complain(failure.description)
  }

  /// Counts a document, passes on what its decoding had to note and, now and then, shows how far
  /// the work is.
  func count(_ document: InputDocument) {
    if !document.notes.isEmpty { clearProgress() }
    for note in document.notes { Self.complain("\(document.source ?? document.id): \(note)") }
    documents += 1
    bytes += document.text.utf8.count
    let now = ContinuousClock.now
    guard showsProgress, now - lastShown > .milliseconds(100) else { return }
    lastShown = now
    isProgressShown = true
    let tenths = bytes / 100_000
    Self.write("\r\(documents) documents, \(tenths / 10).\(tenths % 10) MB\u{1B}[K")
  }

  func clearProgress() {
    guard isProgressShown else { return }
    isProgressShown = false
    Self.write("\r\u{1B}[K")
  }

  /// Writes `tongbao: message` on one line, whatever the message holds.
  static func complain(_ message: String) {
    write("tongbao: \(singleLine(message))\n")
  }

  private static func write(_ text: String) {
    // There is nobody left to tell if standard error is closed.
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
