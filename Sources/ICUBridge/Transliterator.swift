import CICU

/// A script conversion by ICU's rules. Opening one parses the rules, so it is kept.
public final class Transliterator {
  public let identifier: String
  private let rules: OpaquePointer

  /// - Parameter identifier: `Traditional-Simplified`, `Han-Latin; Latin-ASCII`, …
  public init(_ identifier: String) throws(ICUError) {
    let name = Array(identifier.utf16)
    let opened = try ICUError.check("open the transliterator “\(identifier)”") {
      cicu_transliterator_open(name, Int32(name.count), &$0)
    }
    guard let opened else {
      throw ICUError(operation: "open the transliterator “\(identifier)”", name: "no object")
    }
    self.identifier = identifier
    rules = opened
  }

  deinit { cicu_transliterator_close(rules) }

  /// The converted text.
  public func transliterate(_ units: [UInt16]) throws(ICUError) -> [UInt16] {
    let operation = "transliterate by \(identifier)"
    // Readings of Han are a few letters a character; a text that needs more is done again.
    var capacity = units.count * 8 + 64
    while true {
      let room = try ICUError.length(capacity, of: operation)
      var status: Int32 = 0
      var needed = 0
      let result = [UInt16](unsafeUninitializedCapacity: capacity) { buffer, count in
        _ = buffer.update(fromContentsOf: units)
        needed = Int(
          cicu_transliterate(rules, buffer.baseAddress, Int32(units.count), room, &status))
        count = status == 0 ? needed : 0
      }
      if status == 0 { return result }
      guard needed > capacity else { throw ICUError(operation: operation, status: status) }
      capacity = needed + 1
    }
  }

  public func transliterate(_ text: String) throws(ICUError) -> String {
    String(decoding: try transliterate(Array(text.utf16)), as: UTF16.self)
  }
}

/// The compatibility composition (NFKC) of a few units: `⼀` gives `一`, `Ａ` gives `A`.
public func composedCompatibly(_ units: [UInt16]) throws(ICUError) -> [UInt16] {
  let capacity = units.count * 18 + 16
  var status: Int32 = 0
  let result = [UInt16](unsafeUninitializedCapacity: capacity) { buffer, count in
    let written = cicu_compose_compatibly(
      units, Int32(units.count), buffer.baseAddress, Int32(capacity), &status)
    count = status == 0 ? Int(written) : 0
  }
  guard status == 0 else { throw ICUError(operation: "normalize to NFKC", status: status) }
  return result
}
