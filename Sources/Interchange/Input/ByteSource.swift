import Foundation

/// The bytes of a file or of standard input, read piece by piece.
///
/// Memory is one piece plus the line or field being collected, however long the input is.
struct ByteSource {
  private let file: OpenFile
  private var piece: [UInt8] = []
  private var position = 0

  private static let pieceSize = 1 << 17

  /// - Throws: `InputFailure` if there is no such file or it may not be read.
  init(path: String) throws(InputFailure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputFailure(path: path, systemError: errno) }
    file = OpenFile(path: path, descriptor: descriptor, isOwned: true)
  }

  private init(standardInput descriptor: Int32) {
    file = OpenFile(path: "-", descriptor: descriptor, isOwned: false)
  }

  static var standardInput: ByteSource { ByteSource(standardInput: STDIN_FILENO) }

  /// Up to `count` of the next bytes, without consuming them; fewer only near the end.
  mutating func peek(_ count: Int) throws(InputFailure) -> ArraySlice<UInt8> {
    while piece.count - position < count {
      guard try fill() else { break }
    }
    return piece[position...].prefix(count)
  }

  mutating func skip(_ count: Int) {
    position = min(position + count, piece.count)
  }

  /// All bytes from here to the end.
  mutating func readAll() throws(InputFailure) -> [UInt8] {
    while try fill() {}
    defer { position = piece.count }
    return position == 0 ? piece : Array(piece[position...])
  }

  /// The next byte, or `nil` at the end.
  mutating func next() throws(InputFailure) -> UInt8? {
    if position == piece.count {
      guard try fill() else { return nil }
    }
    defer { position += 1 }
    return piece[position]
  }

  /// Moves bytes to `collected` until one of `stops` or the end comes; the stop stays unread.
  mutating func collect(
    into collected: inout [UInt8], until isStop: (UInt8) -> Bool
  ) throws(InputFailure) {
    while true {
      let rest = piece[position...]
      if let stop = rest.firstIndex(where: isStop) {
        collected.append(contentsOf: rest[..<stop])
        position = stop
        return
      }
      collected.append(contentsOf: rest)
      position = piece.count
      guard try fill() else { return }
    }
  }

  /// Appends another piece, dropping what has been consumed; `false` at the end.
  private mutating func fill() throws(InputFailure) -> Bool {
    if position > 0 {
      piece.removeSubrange(..<position)
      position = 0
    }
    let filled = piece.count
    // A whole file being collected grows by doubling, so that the total copying stays linear.
    let wanted = max(Self.pieceSize, filled)
    piece.append(contentsOf: repeatElement(0, count: wanted))
    let count = piece.withUnsafeMutableBytes { buffer in
      file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
    }
    piece.removeSubrange((filled + max(count, 0))...)
    guard count >= 0 else { throw InputFailure(path: file.path, systemError: errno) }
    return count > 0
  }
}

/// Closes the descriptor with the last copy of the source that reads from it.
private final class OpenFile {
  let path: String
  private let descriptor: Int32
  private let isOwned: Bool

  init(path: String, descriptor: Int32, isOwned: Bool) {
    self.path = path
    self.descriptor = descriptor
    self.isOwned = isOwned
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  /// Number of bytes read, 0 at the end, -1 with `errno` set on failure.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 || errno != EINTR { return count }
    }
  }
}

extension InputFailure {
  /// The failure in words for an `errno` of the operating system.
  init(path: String, systemError code: Int32) {
    switch code {
    case ENOENT, ENOTDIR:
      self.init(path: path, problem: "no such file or folder", remedy: "check the path")
    case EACCES, EPERM:
      self.init(path: path, problem: "not readable", remedy: "check its permissions")
    default:
      self.init(
        path: path, problem: "cannot be read (\(String(cString: strerror(code))))",
        remedy: "check the disk and the path")
    }
  }
}
