/// Finds the numerals of a Chinese text and reads their exact values.
///
/// The text is expected in simplified script and half width, but traditional and financial
/// characters and full-width digits are read as well. Values never pass through binary floating
/// point; what does not fit is no reading.
public enum NumeralScanner {
  /// The most readings that one position gives.
  static let readingLimit = 6

  /// Whether a numeral may begin with that unit: a test of constant cost to pass over plain text.
  public static func canBegin(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x30...0x39, 0x2E, 0x2D, 0x2212, 0xFF0D: return true  // digits . - − －
    case ..<0x3007: return false
    case 0x8D1F, 0x8CA0: return true  // 负 負
    default: break
    }
    switch Glyph(unit) {
    case .other, .over, .about, .point: return false
    default: return true
    }
  }

  /// Whether a point is no decimal point but ends the number of a list item (`1.19日`).
  public static func endsItemNumber(
    at index: Int, in text: UnsafeBufferPointer<UInt16>
  ) -> Bool {
    NumeralText(units: text).endsItemNumber(at: index)
  }

  /// Appends the readings that begin at `start`, longest first, no two with the same end.
  ///
  /// Besides the whole numeral these are the shorter ones that a rule may need: without the
  /// approximator (500余), before a decimal point (2010.01.29), before a blank (1 312), before a
  /// scale that may begin a unit (5千克), and the first digit of a range (三五). A run of more than
  /// 30 digits gives none: step over it with `runEnd`.
  ///
  /// - Complexity: Constant; a numeral has a bounded length.
  public static func readings(
    in text: UnsafeBufferPointer<UInt16>, at start: Int, into readings: inout [NumeralReading]
  ) {
    let text = NumeralText(units: text)
    var found = readings.count
    let isSigned = NumeralSign.stands(in: text, at: start)
    if isSigned {
      let first = text.isBlank(start + 1) ? start + 2 : start + 1
      readUnsigned(text, at: first, into: &readings)
      negate(&readings, from: found)
    } else {
      readUnsigned(text, at: start, into: &readings)
    }
    if readings.count - found > readingLimit {
      // The shortest and the longest say most.
      readings.removeSubrange(found + 1...readings.count - readingLimit)
    }
    var last = readings.count - 1
    while found < last {
      readings.swapAt(found, last)
      found += 1
      last -= 1
    }
  }

  /// The end of the run of Arabic or of Chinese digits at a position; the position itself where no
  /// digit stands.
  ///
  /// - Complexity: Linear in the run, so a caller that steps to its end stays linear in the text.
  public static func runEnd(in text: UnsafeBufferPointer<UInt16>, at position: Int) -> Int {
    let text = NumeralText(units: text)
    var end = position
    if text.arabicDigit(position) != nil {
      while text.arabicDigit(end) != nil { end += 1 }
    } else {
      while text.glyph(end).ordinaryDigit != nil { end += 1 }
    }
    return end
  }

  private static func readUnsigned(
    _ text: NumeralText, at start: Int, into readings: inout [NumeralReading]
  ) {
    if text.arabicDigit(start) != nil || text.unit(start) == 0x2E {
      ArabicNumeral.read(text, at: start, into: &readings)
    } else if canBegin(text.unit(start)) {
      var parser = NumeralParser(text, at: start)
      parser.read(into: &readings)
    }
  }

  private static func negate(_ readings: inout [NumeralReading], from first: Int) {
    for index in first..<readings.count {
      let reading = readings[index]
      readings[index] = NumeralReading(end: reading.end, amount: reading.amount.negated)
    }
  }
}
