import Glibc

/// The bytes of an image: a mapped file, or memory that this object allocated.
///
/// `@unchecked Sendable` is right because the bytes are written before the object is published
/// and never again: mapped privately and read-only, or filled inside `init`.
final class ImageStorage: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// Maps a file read-only; `nil` where it cannot be opened or is empty.
  init?(mapping path: String) {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0 else { return nil }
    let length = Int(status.st_size)
    // All of it is read at once, for the checksum.
    let flags = MAP_PRIVATE | Int32(MAP_POPULATE)
    guard let base = mmap(nil, length, PROT_READ, flags, descriptor, 0), base != MAP_FAILED
    else { return nil }
    bytes = UnsafeRawBufferPointer(start: base, count: length)
    isMapped = true
  }

  /// Holds a copy of bytes made in this process.
  init(copying source: [UInt8]) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(source.count, 1), alignment: 64)
    buffer.copyBytes(from: source)
    bytes = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<source.count])
    isMapped = false
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.deallocate()
    }
  }
}
