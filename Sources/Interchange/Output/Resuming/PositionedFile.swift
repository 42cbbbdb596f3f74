import Foundation

/// A file that is read and written at given places.
///
/// Reading is safe from several threads at once; writing belongs to one.
final class PositionedFile: Sendable {
  let path: String
  private let descriptor: Int32

  /// Opens the file, or makes an empty one.
  init(path: String) throws(OutputFailure) {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.failure(path) }
  }

  deinit { close(descriptor) }

  /// Keeps other processes from it until the last reference is gone.
  ///
  /// - Throws: `OutputFailure` if another process has it.
  func reserve() throws(OutputFailure) {
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      guard errno == EWOULDBLOCK else { return }  // A file system without locks.
      throw .failed(path: path, problem: "another run is writing to it")
    }
  }

  var size: Int {
    get throws(OutputFailure) {
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { throw Self.failure(path) }
      return Int(status.st_size)
    }
  }

  /// The bytes at a place, fewer only at the end of the file.
  func read(_ count: Int, at place: Int) throws(OutputFailure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let more = bytes.withUnsafeMutableBytes { buffer in
        let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
        return pread(descriptor, rest.baseAddress, rest.count, off_t(place + filled))
      }
      if more == 0 { break }
      if more > 0 { filled += more } else if errno != EINTR { throw Self.failure(path) }
    }
    bytes.removeLast(count - filled)
    return bytes
  }

  func write(_ bytes: [UInt8], at place: Int) throws(OutputFailure) {
    var written = 0
    while written < bytes.count {
      let more = bytes.withUnsafeBytes { buffer in
        let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
        return pwrite(descriptor, rest.baseAddress, rest.count, off_t(place + written))
      }
      if more >= 0 { written += more } else if errno != EINTR { throw Self.failure(path) }
    }
  }

  func truncate(to size: Int) throws(OutputFailure) {
    guard ftruncate(descriptor, off_t(size)) == 0 else { throw Self.failure(path) }
  }

  /// Returns when the bytes are on the disk.
  func synchronize() throws(OutputFailure) {
    guard fdatasync(descriptor) == 0 else { throw Self.failure(path) }
  }

  private static func failure(_ path: String) -> OutputFailure {
    .failed(path: path, problem: String(cString: strerror(errno)))
  }
}
