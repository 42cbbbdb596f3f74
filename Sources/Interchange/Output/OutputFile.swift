import Foundation

/// Why output could not be written.
public enum OutputFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// The reader of a pipe has gone; nothing is wrong.
  case closedPipe
  case failed(path: String, problem: String)

  public var description: String {
    switch self {
    case .closedPipe: "the reader of the output has gone"
    case .failed(let path, let problem):
      singleLine("\(path): cannot be written (\(problem)); check the folder, permissions and space")
    }
  }
}

/// Where output goes: standard output, or a file that appears only when it is complete.
///
/// A file is written under a hidden name beside its place and renamed by `finish()`; without that
/// the unfinished file is removed. What is no regular file, a pipe or `/dev/null`, is written to
/// directly. Not for use by several threads at once.
public final class OutputFile {
  private let path: String
  /// Where the bytes go until the file is complete.
  private let temporaryPath: String?
  private var descriptor: Int32
  private var pending = OutputBuffer()
  /// Whether a person reads along.
  public let isTerminal: Bool

  private static let pendingLimit = 1 << 16

  /// Standard output.
  public init() {
    path = "standard output"
    temporaryPath = nil
    descriptor = STDOUT_FILENO
    isTerminal = isatty(STDOUT_FILENO) == 1
  }

  /// - Throws: `OutputFailure` if no file can be made there.
  public init(path: String) throws(OutputFailure) {
    self.path = path
    switch FileKind(path: path) {
    case .folder:
      throw OutputFailure.failed(path: path, problem: "it is a folder")
    case .device:
      temporaryPath = nil
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
    case .file, .link, nil:
      // A link stays a link: the file it leads to is replaced.
      let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
      let folder = target.deletingLastPathComponent()
      let name = ".\(target.lastPathComponent).\(getpid()).partial"
      let temporary = folder.appendingPathComponent(name).path
      temporaryPath = temporary
      descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    }
    isTerminal = isatty(descriptor) == 1
    guard descriptor >= 0 else { throw Self.failure(path) }
  }

  /// Whether a file is or would be at the path, and not a pipe or another device.
  public static func isRegular(_ path: String) -> Bool {
    switch FileKind(path: path) {
    case .device: false
    case .file, .folder, .link, nil: true
    }
  }

  deinit {
    guard descriptor >= 0, descriptor != STDOUT_FILENO else { return }
    close(descriptor)
    if let temporaryPath { unlink(temporaryPath) }
  }

  /// Writes the bytes, gathered into larger pieces unless a terminal is the reader.
  public func write(_ buffer: OutputBuffer) throws(OutputFailure) {
    if pending.count == 0, buffer.count >= Self.pendingLimit { return try pass(buffer) }
    pending.append(buffer)
    if pending.count >= Self.pendingLimit || isTerminal { try flush() }
  }

  public func flush() throws(OutputFailure) {
    defer { pending.removeAll() }
    try pass(pending)
  }

  private func pass(_ buffer: OutputBuffer) throws(OutputFailure) {
    try buffer.forEachPiece { (bytes) throws(OutputFailure) in try pass(bytes) }
  }

  /// Hands the bytes to the system, in as many pieces as it takes.
  private func pass(_ bytes: UnsafeRawBufferPointer) throws(OutputFailure) {
    var done = 0
    while done < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
      let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
      if count >= 0 {
        done += count
      } else if errno == EPIPE {
        throw .closedPipe
      } else if errno != EINTR {
        throw Self.failure(path)
      }
    }
  }

  /// Writes what is pending and puts the file in its place. Nothing may be written afterwards.
  public func finish() throws(OutputFailure) {
    try flush()
    guard let temporaryPath else { return }
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    keepPermissions(of: target)
    guard fsync(descriptor) == 0, rename(temporaryPath, target) == 0 else {
      throw Self.failure(path)
    }
    close(descriptor)
    descriptor = -1
  }

  private func keepPermissions(of target: String) {
    var status = stat()
    if stat(target, &status) == 0 { fchmod(descriptor, status.st_mode & 0o7777) }
  }

  private static func failure(_ path: String) -> OutputFailure {
    .failed(path: path, problem: String(cString: strerror(errno)))
  }
}
