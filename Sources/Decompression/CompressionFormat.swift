/// How a stream is compressed.
public enum CompressionFormat: Sendable, CaseIterable {
  case gzip, zstandard

  /// Most bytes that are needed to tell.
  public static let markLength = 4

  /// By the first bytes; `nil` for what is not compressed.
  ///
  /// Zstandard's marks are those of a frame and of a skippable frame (RFC 8878, 3.1).
  public init?(beginning: some Collection<UInt8>) {
    let mark = Array(beginning.prefix(Self.markLength))
    if mark.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if mark == [0x28, 0xB5, 0x2F, 0xFD]
      || mark.count == 4 && 0x50...0x5F ~= mark[0] && mark[1...] == [0x2A, 0x4D, 0x18]
    {
      self = .zstandard
    } else {
      return nil
    }
  }

  /// The path without the ending that says how the file is compressed: `a.jsonl` of `a.jsonl.gz`.
  public static func pathWithoutEnding(_ path: String) -> String {
    for ending in [".gz", ".zst"] where path.lowercased().hasSuffix(ending) {
      return String(path.dropLast(ending.count))
    }
    return path
  }
}
