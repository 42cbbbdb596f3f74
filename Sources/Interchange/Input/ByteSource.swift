import Foundation

/// The bytes of a file or of standard input, read piece by piece and decompressed on the way.
///
/// Memory is one piece plus the line or field being collected, however long the input is.
struct ByteSource {
  private let stream: ByteStream
  private var piece: [UInt8] = []
  private var position = 0

  private static let pieceSize = 1 << 17

  /// - Parameter meter: Counts the bytes of the file as they are read.
  /// - Throws: `InputFailure` if there is no such file or it may not be read.
  init(path: String, meter: ByteMeter? = nil) throws(InputFailure) {
    stream = ByteStream(file: try OpenFile(path: path), meter: meter)
  }

  private init(_ file: OpenFile, meter: ByteMeter?) {
    stream = ByteStream(file: file, meter: meter)
  }

  static func standardInput(meter: ByteMeter? = nil) -> ByteSource {
    ByteSource(OpenFile.standardInput, meter: meter)
  }

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

  /// Moves bytes to `collected` until a line feed or the end comes; the line feed stays unread.
  mutating func collectLine(into collected: inout [UInt8]) throws(InputFailure) {
    while true {
      let stop = piece.withUnsafeBytes { bytes -> Int? in
        let rest = UnsafeRawBufferPointer(rebasing: bytes[position...])
        guard let start = rest.baseAddress,
          let feed = memchr(start, Int32(UInt8(ascii: "\n")), rest.count)
        else { return nil }
        return position + (UnsafeRawPointer(feed) - start)
      }
      collected.append(contentsOf: piece[position..<(stop ?? piece.count)])
      position = stop ?? piece.count
      if stop != nil { return }
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
    var count = 0
    // The bytes that were not filled must go, whatever happens.
    defer { piece.removeSubrange((filled + count)...) }
    count = try stream.read(into: &piece, from: filled)
    return count > 0
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
