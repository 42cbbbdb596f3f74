import CICU

/// A converter between one charset and Unicode. Kept and used again; one for each worker.
public final class CharsetConverter {
  /// A decoded text and what was wrong with its bytes.
  public struct Decoded: Sendable {
    public var units: [UInt16]
    /// Malformed or unassigned byte sequences, each of which became U+FFFD.
    public var malformedCount: Int
    /// Offset of the first of them in bytes.
    public var firstMalformed: Int?
  }

  public let charset: String
  private let converter: OpaquePointer

  /// - Parameter charset: any name or alias that ICU knows: `GB18030`, `GBK`, `Big5`, `UTF-16LE`.
  /// - Throws: `ICUError` for a charset that ICU does not know.
  public init(_ charset: String) throws(ICUError) {
    let opened = try ICUError.check("open the converter “\(charset)”") {
      cicu_converter_open(charset, &$0)
    }
    guard let opened else {
      throw ICUError(operation: "open the converter “\(charset)”", name: "no object")
    }
    self.charset = charset
    converter = opened
  }

  deinit { cicu_converter_close(converter) }

  /// Decodes all the bytes; what cannot be decoded becomes U+FFFD and is counted. Linear.
  public func decode(_ bytes: UnsafeBufferPointer<UInt8>) throws(ICUError) -> Decoded {
    guard let start = bytes.baseAddress, !bytes.isEmpty else {
      return Decoded(units: [], malformedCount: 0, firstMalformed: nil)
    }
    // A byte never gives more than one unit; the slack is for the end of a broken sequence.
    let capacity = bytes.count + 16
    let operation = "decode \(charset)"
    let length = try ICUError.length(capacity, of: operation)
    var malformed = CICUMalformed()
    var status: Int32 = 0
    let units = [UInt16](unsafeUninitializedCapacity: capacity) { buffer, count in
      let written = start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        cicu_converter_decode(
          converter, $0, Int32(bytes.count), buffer.baseAddress, length, &malformed, &status)
      }
      count = Int(written)
    }
    guard status == 0 else { throw ICUError(operation: operation, status: status) }
    return Decoded(
      units: units, malformedCount: Int(malformed.count),
      firstMalformed: malformed.first < 0 ? nil : Int(malformed.first))
  }

  /// Encodes all the units; the charset's substitution byte stands for what it does not have.
  public func encode(_ units: UnsafeBufferPointer<UInt16>) throws(ICUError) -> [UInt8] {
    guard let start = units.baseAddress, !units.isEmpty else { return [] }
    // No charset needs more than four bytes a unit, and UTF-16 adds a mark at the front.
    let capacity = units.count * 4 + 16
    let operation = "encode \(charset)"
    let length = try ICUError.length(capacity, of: operation)
    var status: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      let written = buffer.withMemoryRebound(to: CChar.self) {
        cicu_converter_encode(
          converter, start, Int32(units.count), $0.baseAddress, length, &status)
      }
      count = status == 0 ? Int(written) : 0
    }
    guard status == 0 else { throw ICUError(operation: operation, status: status) }
    return bytes
  }
}
