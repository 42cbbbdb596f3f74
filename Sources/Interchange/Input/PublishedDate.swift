/// The two forms of a reference date that a caller may give.
public enum PublishedDate {
  /// How to write one, for messages.
  public static let remedy = "write it as 2024-02-19 or 2024-02-19T08:30:00"

  /// The date if it is `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm:ss` and such a day and time exist, blanks
  /// around it removed; `nil` otherwise.
  public static func validated(_ written: String) -> String? {
    let blank: Set<UInt8> = [0x20, 0x09]
    let bytes = Array(written.utf8.drop(while: blank.contains))
    let trimmed = bytes[..<(bytes.lastIndex { !blank.contains($0) }.map { $0 + 1 } ?? 0)]
    guard trimmed.count == 10 || trimmed.count == 19 else { return nil }
    guard isDay(trimmed.prefix(10)) else { return nil }
    guard trimmed.count == 10 || isTime(trimmed.dropFirst(10)) else { return nil }
    return String(decoding: trimmed, as: UTF8.self)
  }

  private static func isDay(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let fields = numbers(bytes, pattern: "dddd-dd-dd") else { return false }
    let (year, month, day) = (fields[0], fields[1], fields[2])
    return year >= 1 && 1...12 ~= month && day >= 1 && day <= days(inMonth: month, of: year)
  }

  private static func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let fields = numbers(bytes, pattern: "Tdd:dd:dd") else { return false }
    return fields[0] < 24 && fields[1] < 60 && fields[2] < 60
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// The numbers written in the places of `d`, if the rest is exactly the pattern.
  private static func numbers(_ bytes: ArraySlice<UInt8>, pattern: StaticString) -> [Int]? {
    pattern.withUTF8Buffer { pattern in
      guard bytes.count == pattern.count else { return nil }
      var fields: [Int] = []
      var wasDigit = false
      for (byte, place) in zip(bytes, pattern) {
        guard place == UInt8(ascii: "d") else {
          guard byte == place else { return nil }
          wasDigit = false
          continue
        }
        guard 0x30...0x39 ~= byte else { return nil }
        if !wasDigit { fields.append(0) }
        fields[fields.count - 1] = fields[fields.count - 1] * 10 + Int(byte - 0x30)
        wasDigit = true
      }
      return fields
    }
  }
}
