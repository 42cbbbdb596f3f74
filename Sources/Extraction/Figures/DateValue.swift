import TongbaoText

/// The part of a mention's value that names days.
enum DateValue {
  private static let (semicolon, tilde) = (UInt8(ascii: ";"), UInt8(ascii: "~"))
  private static let (slash, clock) = (UInt8(ascii: "/"), UInt8(ascii: "T"))

  /// The date value of a date or dated time; `nil` for a clock time alone.
  static func text(of value: String, type: MentionType) -> String? {
    if type == .time { return days(of: value) }
    let isPlain = value.utf8.first != tilde && !value.containsUTF8(semicolon)
    return isPlain ? value : String(Substring(body(of: value)))
  }

  /// Whether ``text(of:type:)`` gives a value.
  static func exists(in value: String, type: MentionType) -> Bool {
    guard type == .time else { return true }
    return value.withBytes { bytes in
      let start = bytes.firstIndex { $0 != tilde } ?? bytes.count
      guard let first = bytes[start...].first(where: { $0 != slash }) else { return false }
      return first != clock && first != semicolon
    }
  }

  /// Without the clock of each side: 2月17日8时至19日10时 is 17 to 19.
  private static func days(of value: String) -> String? {
    if let length = value.withBytes(lengthOfOneDay) {
      return length == 0 ? nil : String(Substring(value.utf8.prefix(length)))
    }
    let body = body(of: value)
    if let first = body.first, first != slash, !body.contains(slash) {
      return first == clock ? nil : String(Substring(body.prefix { $0 != clock }))
    }
    let days = body.split(separator: slash).map { $0.prefix { $0 != clock } }
    guard let first = days.first, let last = days.last, !first.isEmpty else { return nil }
    let isOneDay = last.isEmpty || first.elementsEqual(last)
    return isOneDay ? String(Substring(first)) : "\(Substring(first))/\(Substring(last))"
  }

  /// Where the clock begins behind the day of a plain value, as most are: 2024-02-18T19.
  private static func lengthOfOneDay(_ value: UnsafeBufferPointer<UInt8>) -> Int? {
    var length: Int?
    for position in value.indices {
      switch value[position] {
      case slash, semicolon, tilde: return nil
      case clock: length = length ?? position
      default: break
      }
    }
    return length
  }

  /// Without what follows a semicolon, and without the mark of an approximation.
  private static func body(of value: String) -> Substring.UTF8View {
    value.utf8.prefix { $0 != semicolon }.drop { $0 == tilde }
  }
}
