import ChineseCalendar

/// The days that a canonical date value covers, both ends included; a side that is `nil` is open.
struct DayInterval: Sendable, Hashable {
  var first: GregorianDay?
  var last: GregorianDay?

  /// The one day that it is, if it is one.
  var day: GregorianDay? { first == last ? first : nil }

  /// How many days it has; `nil` where a side is open or the ends are exchanged.
  var count: Int? {
    guard let first, let last, first <= last else { return nil }
    return first.days(until: last) + 1
  }

  /// Reads a value of the guideline, such as `2024-02-18`, `2024-Q1`, `2024-02-09/2024-02-17`,
  /// `2024-02-18T19`, `2024-01-01/..`. `nil` for values that name no days (`T20`, `PAST_REF`,
  /// `XXXX-02-18`) and for days that do not exist.
  init?(value: String) {
    var sides = ValueSides(value)
    guard let start = sides.next(), let only = Self(side: start) else { return nil }
    guard let end = sides.next() else {
      self = only
      if first == nil, last == nil { return nil }
      return
    }
    guard let other = Self(side: end), only.first != nil || other.last != nil else { return nil }
    self.init(only.first, other.last)
  }

  private init(_ first: GregorianDay?, _ last: GregorianDay?) {
    self.first = first
    self.last = last
  }

  /// One side: `2024`, `2024-02`, `2024-Q1`, `2024-02-18`, with or without a time, or `..`.
  private init?(side: Substring.UTF8View) {
    if side.elementsEqual("..".utf8) {
      self.init(nil, nil)
      return
    }
    var field = side
    guard let year = Self.number(4, from: &field) else { return nil }
    guard Self.take("-", from: &field) else {
      guard Self.isEnd(field) else { return nil }
      self.init(months: 1...12, of: year)
      return
    }
    guard let first = field.first else { return nil }
    switch first {
    case UInt8(ascii: "Q"), UInt8(ascii: "H"), UInt8(ascii: "W"):
      let number = field.dropFirst().prefix { $0 != UInt8(ascii: "T") }
      self.init(part: first, Int(Substring(number)), of: year)
    default:
      guard let month = Self.number(2, from: &field), 1...12 ~= month else { return nil }
      if Self.isEnd(field) {
        self.init(months: month...month, of: year)
      } else {
        guard Self.take("-", from: &field), let number = Self.number(2, from: &field),
          Self.isEnd(field), let day = GregorianDay(year: year, month: month, day: number)
        else { return nil }
        self.init(day, day)
      }
    }
  }

  /// A number of so many digits at the beginning.
  private static func number(_ width: Int, from field: inout Substring.UTF8View) -> Int? {
    var value = 0
    var rest = field
    for _ in 0..<width {
      guard let digit = rest.popFirst(), UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit else {
        return nil
      }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    field = rest
    return value
  }

  private static func take(_ sign: Unicode.Scalar, from field: inout Substring.UTF8View) -> Bool {
    guard let first = field.first, UInt32(first) == sign.value else { return false }
    field.removeFirst()
    return true
  }

  /// Whether the day is over: nothing follows, or a time.
  private static func isEnd(_ field: Substring.UTF8View) -> Bool {
    field.isEmpty || field.first == UInt8(ascii: "T")
  }

  private init?(part: UInt8, _ number: Int?, of year: Int) {
    guard let number, number > 0 else { return nil }
    switch part {
    case UInt8(ascii: "Q") where number <= 4:
      self.init(months: number * 3 - 2...number * 3, of: year)
    case UInt8(ascii: "H") where number <= 2:
      self.init(months: number * 6 - 5...number * 6, of: year)
    case UInt8(ascii: "W"):
      guard let monday = GregorianDay.monday(ofISOWeek: number, year: year) else { return nil }
      self.init(monday, monday.adding(days: 6))
    default: return nil
    }
  }

  private init?(months: ClosedRange<Int>, of year: Int) {
    guard let first = GregorianDay(year: year, month: months.lowerBound, day: 1),
      let last = GregorianDay(year: year, month: months.upperBound, day: 1)
    else { return nil }
    self.init(first, last.lastOfMonth)
  }
}

/// The sides of a value before its attributes, without the mark of an approximate one.
private struct ValueSides {
  private var rest: Substring.UTF8View

  init(_ value: String) {
    let bytes = value.utf8
    let end = bytes.firstIndex(of: UInt8(ascii: ";")) ?? bytes.endIndex
    rest = bytes[..<end].drop { $0 == UInt8(ascii: "~") }
  }

  /// The next side that is not empty; the second one reaches to the end.
  mutating func next() -> Substring.UTF8View? {
    guard !rest.isEmpty else { return nil }
    let slash = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
    let side = rest[..<slash]
    rest = rest[slash...].dropFirst()
    return side.isEmpty ? next() : side
  }
}
