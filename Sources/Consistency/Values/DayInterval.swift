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
    let found = value.utf8.withContiguousStorageIfAvailable { bytes in
      var reader = DayIntervalReader(bytes)
      return reader.interval()
    }
    guard let interval = found ?? nil else { return nil }
    self = interval
  }

  /// The days of a value, and whether it has two sides.
  static func read(_ value: String) -> (days: DayInterval?, isPeriod: Bool) {
    let found = value.utf8.withContiguousStorageIfAvailable { bytes in
      var reader = DayIntervalReader(bytes)
      return (reader.interval(), bytes.contains(UInt8(ascii: "/")))
    }
    return found ?? (nil, value.utf8.contains(UInt8(ascii: "/")))
  }

  fileprivate init(_ first: GregorianDay?, _ last: GregorianDay?) {
    self.first = first
    self.last = last
  }

  fileprivate init?(months: ClosedRange<Int>, of year: Int) {
    guard let first = GregorianDay(year: year, month: months.lowerBound, day: 1),
      let last = GregorianDay(year: year, month: months.upperBound, day: 1)
    else { return nil }
    self.init(first, last.lastOfMonth)
  }
}

/// Reads the sides of a value before its attributes, without the mark of an approximate one.
private struct DayIntervalReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  /// Where the value or the side being read ends.
  private var end: Int

  /// - Parameter bytes: read at once, while they are lent.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    end = bytes.firstIndex(of: UInt8(ascii: ";")) ?? bytes.count
    while position < end, bytes[position] == UInt8(ascii: "~") { position += 1 }
  }

  mutating func interval() -> DayInterval? {
    let whole = end
    guard nextSide(before: whole), let start = side() else { return nil }
    guard nextSide(before: whole) else {
      return start.first == nil && start.last == nil ? nil : start
    }
    guard let other = side(), start.first != nil || other.last != nil else { return nil }
    return DayInterval(start.first, other.last)
  }

  /// Goes to the next side that is not empty.
  private mutating func nextSide(before whole: Int) -> Bool {
    let slash = UInt8(ascii: "/")
    while position < whole, bytes[position] == slash { position += 1 }
    guard position < whole else { return false }
    end = position
    while end < whole, bytes[end] != slash { end += 1 }
    return true
  }

  /// One side: `2024`, `2024-02`, `2024-Q1`, `2024-02-18`, with or without a time, or `..`. Goes to
  /// its end.
  private mutating func side() -> DayInterval? {
    defer { position = end }
    let dot = UInt8(ascii: ".")
    if end - position == 2, bytes[position] == dot, bytes[position + 1] == dot {
      return DayInterval(nil, nil)
    }
    guard let year = number(width: 4) else { return nil }
    guard take(UInt8(ascii: "-")) else {
      return isAtEnd ? DayInterval(months: 1...12, of: year) : nil
    }
    guard position < end else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "Q"), UInt8(ascii: "H"), UInt8(ascii: "W"): return part(of: year)
    default: return monthOrDay(of: year)
    }
  }

  private mutating func monthOrDay(of year: Int) -> DayInterval? {
    guard let month = number(width: 2), 1...12 ~= month else { return nil }
    if isAtEnd { return DayInterval(months: month...month, of: year) }
    guard take(UInt8(ascii: "-")), let number = number(width: 2), isAtEnd,
      let day = GregorianDay(year: year, month: month, day: number)
    else { return nil }
    return DayInterval(day, day)
  }

  /// A quarter, half or week.
  private mutating func part(of year: Int) -> DayInterval? {
    let kind = bytes[position]
    position += 1
    var number = 0
    let start = position
    while position < end, bytes[position] != UInt8(ascii: "T") {
      guard position - start < 3, let digit = digit(at: position) else { return nil }
      number = number * 10 + digit
      position += 1
    }
    guard number > 0 else { return nil }
    switch kind {
    case UInt8(ascii: "Q"):
      return number <= 4 ? DayInterval(months: number * 3 - 2...number * 3, of: year) : nil
    case UInt8(ascii: "H"):
      return number <= 2 ? DayInterval(months: number * 6 - 5...number * 6, of: year) : nil
    default:
      guard let monday = GregorianDay.monday(ofISOWeek: number, year: year) else { return nil }
      return DayInterval(monday, monday.adding(days: 6))
    }
  }

  /// A number of so many digits; stays in place where there is none.
  private mutating func number(width: Int) -> Int? {
    guard position + width <= end else { return nil }
    var value = 0
    for place in position..<position + width {
      guard let digit = digit(at: place) else { return nil }
      value = value * 10 + digit
    }
    position += width
    return value
  }

  private func digit(at place: Int) -> Int? {
    let byte = bytes[place]
    return 0x30...0x39 ~= byte ? Int(byte - 0x30) : nil
  }

  private mutating func take(_ sign: UInt8) -> Bool {
    guard position < end, bytes[position] == sign else { return false }
    position += 1
    return true
  }

  /// Whether the day is over: nothing follows, or a time.
  private var isAtEnd: Bool { position == end || bytes[position] == UInt8(ascii: "T") }
}
