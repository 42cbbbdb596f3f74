import Foundation
import Interchange

/// A file of the inputs and records that could not be read, one JSON object a line: `source`,
/// `line`, `problem`, `remedy`.
///
/// Every line is written at once, for the run may be killed. One thread uses it.
final class ErrorLog {
  private let path: String
  private let handle: FileHandle
  private var hasFailed = false

  /// - Throws: `OutputFailure` if no file can be made there.
  init(path: String) throws {
    self.path = path
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw OutputFailure.failed(path: path, problem: String(cString: strerror(errno)))
    }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  func write(_ failure: InputFailure) {
    var buffer = OutputBuffer()
    failure.writeJSON(to: &buffer)
    do {
      try handle.write(contentsOf: Data(buffer.bytes))
    } catch {
      // The failures are on standard error as well.
      if !hasFailed { Console.complain("\(path): cannot be written; check the space") }
      hasFailed = true
    }
  }
}
