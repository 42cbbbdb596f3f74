import Foundation
import Testing

@testable import Decompression

@Suite("Reading compressed streams")
struct DecompressorTests {
  private static let text = "全区接报警情560起。\n"
  /// The text as `gzip` and `zstd` write it.
  private static let streams: [CompressionFormat: String] = [
    .gzip: "H4sIAAAAAAACAwEcAOP/5YWo5Yy65o6l5oql6K2m5oOFNTYw6LW344CCCjPE3kccAAAA",
    .zstandard: "KLUv/SAc4QAA5YWo5Yy65o6l5oql6K2m5oOFNTYw6LW344CCCg==",
  ]

  private func compressed(_ format: CompressionFormat) throws -> [UInt8] {
    try [UInt8](#require(Self.streams[format].flatMap { Data(base64Encoded: $0) }))
  }

  /// Decompresses with pieces of the given sizes.
  private func decompressed(
    _ bytes: [UInt8], _ format: CompressionFormat, input: Int = 7, output: Int = 5
  ) throws -> String {
    let decompressor = try Decompressor(format)
    var (position, result) = (0, [UInt8]())
    var room = [UInt8](repeating: 0, count: output)
    while true {
      let piece = bytes[position..<min(position + input, bytes.count)]
      let (taken, filled) = try piece.withUnsafeBytes { source in
        try room.withUnsafeMutableBytes { try decompressor.decompress(source, into: $0) }
      }
      position += taken
      result += room.prefix(filled)
      if piece.isEmpty, filled == 0 { break }
    }
    try decompressor.finish()
    return String(decoding: result, as: UTF8.self)
  }

  @Test("A format is told by its first bytes", arguments: CompressionFormat.allCases)
  func told(_ format: CompressionFormat) throws {
    #expect(CompressionFormat(beginning: try compressed(format)) == format)
    #expect(CompressionFormat(beginning: Self.text.utf8) == nil)
    #expect(CompressionFormat(beginning: [0x28]) == nil)
  }

  @Test("Whatever the pieces are, the text is the same", arguments: CompressionFormat.allCases)
  func pieces(_ format: CompressionFormat) throws {
    let bytes = try compressed(format)
    for (input, output) in [(1, 1), (1, 100), (100, 1), (100, 100), (9, 4)] {
      #expect(try decompressed(bytes, format, input: input, output: output) == Self.text)
    }
  }

  @Test("Streams one after another read as one", arguments: CompressionFormat.allCases)
  func several(_ format: CompressionFormat) throws {
    let bytes = try compressed(format)
    #expect(try decompressed(bytes + bytes, format) == Self.text + Self.text)
    #expect(try decompressed([], format) == "")
  }

  @Test("Zeros behind a gzip stream are padding")
  func padding() throws {
    #expect(try decompressed(compressed(.gzip) + [0, 0, 0], .gzip) == Self.text)
  }

  @Test("Wherever a stream is cut off, that is said", arguments: CompressionFormat.allCases)
  func truncated(_ format: CompressionFormat) throws {
    let bytes = try compressed(format)
    for length in 1..<bytes.count {
      #expect(throws: DecompressionError.truncated, "\(length)") {
        try decompressed(Array(bytes.prefix(length)), format)
      }
    }
  }

  @Test("A damaged stream is said to be damaged", arguments: CompressionFormat.allCases)
  func damaged(_ format: CompressionFormat) throws {
    var bytes = try compressed(format)
    bytes[4] ^= 0xFF
    bytes[bytes.count - 6] ^= 0x40
    bytes += Array("behind".utf8)
    #expect(throws: DecompressionError.self) { try decompressed(bytes, format) }
  }

  @Test("The ending of a compression leaves a path, others stay")
  func endings() {
    #expect(CompressionFormat.pathWithoutEnding("a/b.jsonl.gz") == "a/b.jsonl")
    #expect(CompressionFormat.pathWithoutEnding("b.TXT.ZST") == "b.TXT")
    #expect(CompressionFormat.pathWithoutEnding("b.txt") == "b.txt")
  }
}
