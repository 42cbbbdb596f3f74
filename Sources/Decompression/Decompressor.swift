/// Why compressed bytes cannot be read on.
public enum DecompressionError: Error, Sendable, Hashable, CustomStringConvertible {
  case damaged(String)
  /// The end came in the middle.
  case truncated

  public var description: String {
    switch self {
    case .damaged(let reason): "the compressed data is damaged (\(reason))"
    case .truncated: "the compressed data ends in the middle"
    }
  }
}

/// Decompresses a stream that is handed over piece by piece; memory does not grow with it.
///
/// Several streams one after another, as `cat a.gz b.gz` gives them, read as one.
public struct Decompressor {
  private let stream: any DecompressingStream

  public init(_ format: CompressionFormat) throws(DecompressionError) {
    stream =
      switch format {
      case .gzip: try GzipStream()
      case .zstandard: try ZstandardStream()
      }
  }

  /// Takes some of the compressed bytes and fills some of the output.
  ///
  /// Call it again with what was not taken until the output stays empty and nothing is left.
  public func decompress(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) throws(DecompressionError) -> (taken: Int, filled: Int) {
    try stream.decompress(input, into: output)
  }

  /// Call it at the end of the compressed bytes.
  ///
  /// - Throws: `truncated` if more should have come.
  public func finish() throws(DecompressionError) {
    guard stream.isBetweenStreams else { throw .truncated }
  }
}

protocol DecompressingStream {
  /// Whether the compressed bytes may end here.
  var isBetweenStreams: Bool { get }

  func decompress(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) throws(DecompressionError) -> (taken: Int, filled: Int)
}
