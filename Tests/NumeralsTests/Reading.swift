import Numerals

/// All readings at a position, each as `text=canonical`, longest first.
func readings(_ text: String, at start: Int = 0) -> [NumeralReading] {
  var result: [NumeralReading] = []
  Array(text.utf16).withUnsafeBufferPointer {
    NumeralScanner.readings(in: $0, at: start, into: &result)
  }
  return result
}

/// What a reading covers and its amount, `三千五=3500`.
func described(_ reading: NumeralReading, in text: String, from start: Int = 0) -> String {
  let units = Array(text.utf16)[start..<reading.end]
  return String(decoding: units, as: UTF16.self) + "=" + reading.amount.canonical
}

func descriptions(_ text: String, at start: Int = 0) -> [String] {
  readings(text, at: start).map { described($0, in: text, from: start) }
}
