/// Finds days and clock times written with Arabic digits, whether they exist or not.
struct WrittenDateScanner {
  struct Found {
    var range: Range<Int>
    var problem: String?
  }

  private let units: [UInt16]
  private var position = 0

  init(units: [UInt16]) { self.units = units }

  private static let year: UInt16 = 0x5E74  // 年
  private static let month: UInt16 = 0x6708  // 月
  private static let minute: UInt16 = 0x5206  // 分

  /// 日 号
  private static func isDay(_ unit: UInt16) -> Bool { unit == 0x65E5 || unit == 0x53F7 }

  /// 时 点
  private static func isHour(_ unit: UInt16) -> Bool { unit == 0x65F6 || unit == 0x70B9 }

  /// 至 到 - —
  private static func isJoint(_ unit: UInt16) -> Bool {
    unit == 0x81F3 || unit == 0x5230 || unit == 0x2D || unit == 0x2014
  }

  /// The next day or clock time; `nil` at the end of the text. All calls together are linear.
  mutating func next() -> Found? {
    while let number = nextNumber() {
      if let found = found(at: number.lowerBound) {
        position = found.range.upperBound
        return found
      }
      position = number.upperBound
    }
    return nil
  }

  /// The next run of digits behind which a date may go on: most numbers count something else.
  private func nextNumber() -> Range<Int>? {
    units.withUnsafeBufferPointer { units in
      var start = position
      while start < units.count {
        guard TextSlice.isDigit(units[start]) else {
          start += 1
          continue
        }
        var end = start + 1
        while end < units.count, TextSlice.isDigit(units[end]) { end += 1 }
        if end < units.count, Self.mayFollow(units[end]) { return start..<end }
        start = end
      }
      return nil
    }
  }

  @inline(__always)
  private static func mayFollow(_ unit: UInt16) -> Bool {
    unit == year || unit == month || isDay(unit) || unit == 0x20
  }

  private func found(at start: Int) -> Found? {
    var cursor = start
    guard let first = number(at: &cursor) else { return nil }
    switch unit(cursor) {
    case Self.year where first.digits == 4:
      cursor += 1
      return monthDay(from: start, at: cursor, year: first.value)
    case Self.month where first.digits <= 2:
      return monthDay(from: start, at: start, year: nil)
    case let unit where first.digits <= 2 && Self.isDay(unit):
      return clock(from: start, at: cursor + 1)
    default: return nil
    }
  }

  private func monthDay(from start: Int, at position: Int, year: Int?) -> Found? {
    var cursor = position
    guard let month = number(at: &cursor), month.digits <= 2, unit(cursor) == Self.month else {
      return nil
    }
    cursor += 1
    let afterMonth = cursor
    guard let day = number(at: &cursor), day.digits <= 2, Self.isDay(unit(cursor)) else {
      // 13月 alone may count months; with its year it is a month.
      guard year != nil else { return nil }
      return Found(
        range: start..<afterMonth,
        problem: CalendarLimits.problem(year: year, month: month.value, day: nil))
    }
    cursor += 1
    if let problem = CalendarLimits.problem(year: year, month: month.value, day: day.value) {
      return Found(range: start..<cursor, problem: problem)
    }
    let sameMonth = secondDay(from: start, at: cursor, year: year, month: month.value)
    return sameMonth ?? clock(from: start, at: cursor) ?? Found(range: start..<cursor)
  }

  /// The other end of 2月9日至30日.
  private func secondDay(from start: Int, at position: Int, year: Int?, month: Int) -> Found? {
    guard Self.isJoint(unit(position)) else { return nil }
    var cursor = position + 1
    guard let day = number(at: &cursor), day.digits <= 2, Self.isDay(unit(cursor)) else {
      return nil
    }
    return Found(
      range: start..<cursor + 1,
      problem: CalendarLimits.problem(year: year, month: month, day: day.value))
  }

  private func clock(from start: Int, at position: Int) -> Found? {
    var cursor = position
    guard let hour = number(at: &cursor), hour.digits <= 2, Self.isHour(unit(cursor))
    else { return nil }
    cursor += 1
    let afterHour = cursor
    guard let minute = number(at: &cursor), minute.digits <= 2, unit(cursor) == Self.minute else {
      return Found(
        range: start..<afterHour, problem: CalendarLimits.problem(hour: hour.value, minute: nil))
    }
    return Found(
      range: start..<cursor + 1,
      problem: CalendarLimits.problem(hour: hour.value, minute: minute.value))
  }

  /// A run of up to four digits, blanks before it skipped.
  private func number(at cursor: inout Int) -> (value: Int, digits: Int)? {
    while unit(cursor) == 0x20 { cursor += 1 }
    let start = cursor
    var value = 0
    while cursor - start < 5, TextSlice.isDigit(unit(cursor)) {
      value = value * 10 + Int(unit(cursor) - 0x30)
      cursor += 1
    }
    while unit(cursor) == 0x20, unit(cursor + 1) != 0x20 { cursor += 1 }
    return cursor > start ? (value, min(cursor - start, 5)) : nil
  }

  private func unit(_ index: Int) -> UInt16 { index < units.count ? units[index] : 0 }
}
