import Foundation
import Interchange
import Synchronization

/// How far a run is: one line that is written over on a terminal, else a line every ten seconds.
struct Progress {
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let interval: Duration
  private let total: InputSize
  private let started = ContinuousClock.now
  private var lastShown = ContinuousClock.now
  private var isLineOpen = false
  private var isAnythingShown = false

  private var documents = 0
  private var textBytes = 0
  /// How far the work was some seconds ago, oldest first: speeds are those of the last while,
  /// since documents that need not be read again would make the rest seem quick.
  private var samples: [Sample] = []

  private struct Sample {
    var time: ContinuousClock.Instant
    var text = 0
    var read = 0
  }

  private static let window = Duration.seconds(20)

  init(inputs: [String]) {
    interval = isTerminal ? .milliseconds(200) : .seconds(10)
    total = InputSize(of: inputs)
  }

  mutating func count(_ document: InputDocument, bytesRead: Int, failures: Int) {
    documents += 1
    textBytes += document.text.utf8.count
    let now = ContinuousClock.now
    guard now - lastShown > interval else { return }
    lastShown = now
    samples.append(Sample(time: now, text: textBytes, read: bytesRead))
    samples.removeFirst(samples.prefix { now - $0.time > Self.window }.count)
    show(state(bytesRead: bytesRead, failures: failures))
  }

  /// `1200 documents, 3.4 MB, 0.31 MB/s, 2 errors, 4 min left`
  private func state(bytesRead: Int, failures: Int) -> String {
    var parts = ["\(documents) documents", "\(Self.megabytes(textBytes)) MB"]
    let first = samples.count > 1 ? samples[0] : Sample(time: started)
    let seconds = (lastShown - first.time) / .seconds(1)
    if seconds > 0 {
      parts.append(String(format: "%.2f MB/s", Double(textBytes - first.text) / 1e6 / seconds))
    }
    parts.append("\(failures) error\(failures == 1 ? "" : "s")")
    let readLately = bytesRead - first.read
    if seconds > 0, readLately > 0, let total = total.bytes, total >= bytesRead {
      let left = Double(total - bytesRead) / Double(readLately) * seconds
      parts.append("\(Self.time(left)) left")
    }
    return parts.joined(separator: ", ")
  }

  private mutating func show(_ line: String) {
    isAnythingShown = true
    guard isTerminal else { return Console.complain(line) }
    isLineOpen = true
    Console.write("\r\(line)\u{1B}[K")
  }

  /// Makes room for a message.
  mutating func clear() {
    guard isLineOpen else { return }
    isLineOpen = false
    Console.write("\r\u{1B}[K")
  }

  /// Sums up a run that took long enough to be watched.
  mutating func finish(failures: Int) {
    clear()
    let seconds = (ContinuousClock.now - started) / .seconds(1)
    guard isAnythingShown, seconds > 10 else { return }
    let speed = String(format: "%.2f", Double(textBytes) / 1e6 / seconds)
    Console.complain(
      "\(documents) documents, \(Self.megabytes(textBytes)) MB in \(Self.time(seconds)) "
        + "(\(speed) MB/s), \(failures) error\(failures == 1 ? "" : "s")")
  }

  private static func megabytes(_ bytes: Int) -> String {
    String(format: "%.1f", Double(bytes) / 1e6)
  }

  private static func time(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 1e9).rounded(.up))
    switch whole {
    case ..<60: return "\(whole) s"
    case ..<3600: return "\(whole / 60) min \(whole % 60) s"
    default: return "\(whole / 3600) h \(whole % 3600 / 60) min"
    }
  }
}

/// How many bytes the inputs have, found while the work is already going on.
private final class InputSize: Sendable {
  /// Negative while it is not known.
  private let found = Atomic<Int>(-1)

  /// `nil` as long as it is not known, which it never is for pipes and lists of paths.
  var bytes: Int? {
    let bytes = found.load(ordering: .relaxed)
    return bytes < 0 ? nil : bytes
  }

  init(of inputs: [String]) {
    guard !inputs.isEmpty else { return }
    Task.detached(priority: .low) { [self] in
      guard let bytes = DocumentReader.size(of: inputs) else { return }
      found.store(bytes, ordering: .relaxed)
    }
  }
}
