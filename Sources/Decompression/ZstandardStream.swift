import CZstd

/// libzstd's reader of frames (RFC 8878).
final class ZstandardStream: DecompressingStream {
  private let state: OpaquePointer
  private(set) var isBetweenStreams = true

  init() throws(DecompressionError) {
    guard let state = ZSTD_createDStream() else { throw .damaged("libzstd has no memory") }
    self.state = state
  }

  deinit { ZSTD_freeDStream(state) }

  func decompress(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) throws(DecompressionError) -> (taken: Int, filled: Int) {
    guard !output.isEmpty else { return (0, 0) }
    if input.isEmpty, isBetweenStreams { return (0, 0) }
    var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
    var sink = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
    let result = ZSTD_decompressStream(state, &sink, &source)
    guard ZSTD_isError(result) == 0 else {
      throw .damaged(String(cString: ZSTD_getErrorName(result)))
    }
    isBetweenStreams = result == 0
    return (source.pos, sink.pos)
  }
}
