import CZlib

/// zlib's reader of the gzip format (RFC 1952).
final class GzipStream: DecompressingStream {
  // zlib keeps a pointer to its state's owner, which therefore must not move.
  private let state: UnsafeMutablePointer<z_stream>
  private(set) var isBetweenStreams = true
  private var hasEnded = false

  private static let largestWindowOfGzip: Int32 = 15 + 16

  init() throws(DecompressionError) {
    state = .allocate(capacity: 1)
    state.initialize(to: z_stream())
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(state, Self.largestWindowOfGzip, zlibVersion(), size) == Z_OK else {
      state.deallocate()
      throw .damaged("zlib has no memory")
    }
  }

  deinit {
    inflateEnd(state)
    state.deallocate()
  }

  func decompress(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) throws(DecompressionError) -> (taken: Int, filled: Int) {
    // Without input there may still be output to come from what was taken before.
    guard !output.isEmpty, !(input.isEmpty && isBetweenStreams) else { return (0, 0) }
    if hasEnded {
      // Zeros fill up the last block of a tape; gzip passes over them as well.
      let padding = input.prefix { $0 == 0 }.count
      if padding > 0 { return (padding, 0) }
      inflateReset(state)
      hasEnded = false
    }
    isBetweenStreams = false
    let offered = min(input.count, Int(UInt32.max))
    let room = min(output.count, Int(UInt32.max))
    // zlib reads from the input only; its interface is older than `const`.
    state.pointee.next_in = UnsafeMutablePointer(
      mutating: input.bindMemory(to: UInt8.self).baseAddress)
    state.pointee.avail_in = UInt32(offered)
    state.pointee.next_out = output.bindMemory(to: UInt8.self).baseAddress
    state.pointee.avail_out = UInt32(room)
    let result = inflate(state, Z_NO_FLUSH)
    switch result {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: (isBetweenStreams, hasEnded) = (true, true)
    default:
      let reason = state.pointee.msg.map { String(cString: $0) } ?? "zlib error \(result)"
      throw .damaged(reason)
    }
    return (offered - Int(state.pointee.avail_in), room - Int(state.pointee.avail_out))
  }
}
