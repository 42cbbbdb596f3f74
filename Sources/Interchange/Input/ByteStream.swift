import Decompression
import Foundation

/// Counts the bytes that are read from inputs, as they lie on the disk.
public final class ByteMeter {
  public internal(set) var bytes = 0

  public init() {}
}

/// The bytes of an open file; what begins like a compressed stream is decompressed.
final class ByteStream {
  private let file: OpenFile
  private let meter: ByteMeter?
  private var decompressor: Decompressor?
  private var isBegun = false
  /// Bytes of the file that were not handed out yet, from `position` on.
  private var raw: [UInt8] = []
  private var position = 0

  private static let pieceSize = 1 << 16

  init(file: OpenFile, meter: ByteMeter?) {
    self.file = file
    self.meter = meter
  }

  /// Fills the array from a place on and returns how many bytes came, 0 at the end.
  func read(into bytes: inout [UInt8], from start: Int) throws(InputFailure) -> Int {
    if !isBegun { try begin() }
    if decompressor != nil { return try decompress(into: &bytes, from: start) }
    guard position == raw.count else {
      let count = min(raw.count - position, bytes.count - start)
      bytes.replaceSubrange(start..<start + count, with: raw[position..<position + count])
      position += count
      return count
    }
    return try readFile(into: &bytes, from: start)
  }

  /// Looks whether the file is compressed.
  private func begin() throws(InputFailure) {
    isBegun = true
    while raw.count < CompressionFormat.markLength, try refill() {}
    guard let format = CompressionFormat(beginning: raw) else { return }
    do {
      decompressor = try Decompressor(format)
    } catch {
      throw failure(error)
    }
  }

  private func decompress(
    into bytes: inout [UInt8], from start: Int
  ) throws(InputFailure) -> Int {
    guard let decompressor else { return 0 }
    while true {
      if position == raw.count {
        raw.removeAll(keepingCapacity: true)
        position = 0
        _ = try refill()
      }
      let isAtEnd = raw.isEmpty
      do {
        let (taken, filled) = try step(decompressor, into: &bytes, from: start)
        position += taken
        if filled > 0 { return filled }
        if isAtEnd {
          try decompressor.finish()
          return 0
        }
      } catch {
        throw failure(error)
      }
    }
  }

  private func step(
    _ decompressor: Decompressor, into bytes: inout [UInt8], from start: Int
  ) throws(DecompressionError) -> (taken: Int, filled: Int) {
    let outcome = raw.withUnsafeBytes { input in
      bytes.withUnsafeMutableBytes { output in
        Result { () throws(DecompressionError) in
          try decompressor.decompress(
            UnsafeRawBufferPointer(rebasing: input[position...]),
            into: UnsafeMutableRawBufferPointer(rebasing: output[start...]))
        }
      }
    }
    return try outcome.get()
  }

  /// Appends more of the file to `raw`; `false` at its end.
  private func refill() throws(InputFailure) -> Bool {
    let filled = raw.count
    raw.append(contentsOf: repeatElement(0, count: Self.pieceSize))
    var count = 0
    defer { raw.removeSubrange((filled + count)...) }
    count = try readFile(into: &raw, from: filled)
    return count > 0
  }

  private func readFile(into bytes: inout [UInt8], from start: Int) throws(InputFailure) -> Int {
    let count = bytes.withUnsafeMutableBytes { buffer in
      file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[start...]))
    }
    guard count >= 0 else { throw InputFailure(path: file.path, systemError: errno) }
    meter?.bytes += count
    return count
  }

  private func failure(_ error: DecompressionError) -> InputFailure {
    InputFailure(
      path: file.path, problem: error.description, remedy: "fetch or compress the file again")
  }
}

/// Closes the descriptor with the last reference.
final class OpenFile {
  let path: String
  private let descriptor: Int32
  private let isOwned: Bool

  /// - Throws: `InputFailure` if there is no such file or it may not be read.
  init(path: String) throws(InputFailure) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    isOwned = true
    guard descriptor >= 0 else { throw InputFailure(path: path, systemError: errno) }
  }

  private init(standardInput descriptor: Int32) {
    path = "-"
    self.descriptor = descriptor
    isOwned = false
  }

  static var standardInput: OpenFile { OpenFile(standardInput: STDIN_FILENO) }

  deinit {
    if isOwned, descriptor >= 0 { close(descriptor) }
  }

  /// Number of bytes read, 0 at the end, -1 with `errno` set on failure.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 || errno != EINTR { return count }
    }
  }
}
