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
    guard let first = body(of: value).first(where: { $0 != slash }) else { return false }
    return first != clock
  }

  /// Without the clock of each side: 2月17日8时至19日10时 is 17 to 19.
  private static func days(of value: String) -> String? {
    let body = body(of: value)
    if let first = body.first, first != slash, !body.contains(slash) {
      return first == clock ? nil : String(Substring(body.prefix { $0 != clock }))
    }
    let days = body.split(separator: slash).map { $0.prefix { $0 != clock } }
    guard let first = days.first, let last = days.last, !first.isEmpty else { return nil }
    let isOneDay = last.isEmpty || first.elementsEqual(last)
    return isOneDay ? String(Substring(first)) : "\(Substring(first))/\(Substring(last))"
  }

  /// Without what follows a semicolon, and without the mark of an approximation.
  private static func body(of value: String) -> Substring.UTF8View {
    value.utf8.prefix { $0 != semicolon }.drop { $0 == tilde }
  }
}
