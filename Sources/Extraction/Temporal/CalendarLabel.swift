import ChineseCalendar

/// A piece of the calendar at the grain that a text names: a year, a part of it, a month, a day.
///
/// It is written out once, when the value of a mention is formed.
struct CalendarLabel: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case wholeYear
    case half(Int8)
    case quarter(Int8)
    case month(Int8)
    case day(month: Int8, day: Int8)
  }

  /// `nil` where nothing tells it.
  let year: Int16?
  let part: Part

  private init(_ year: Int?, _ part: Part) {
    self.year = year.map(Int16.init(clamping:))
    self.part = part
  }

  /// The day or month so named need not exist: 2月30日.
  static func day(_ day: Int, month: Int, year: Int?) -> Self {
    CalendarLabel(year, .day(month: Int8(clamping: month), day: Int8(clamping: day)))
  }

  static func day(_ day: GregorianDay) -> Self {
    .day(day.day, month: day.month, year: day.year)
  }

  static func month(_ month: Int, year: Int?) -> Self {
    CalendarLabel(year, .month(Int8(clamping: month)))
  }

  static func month(of day: GregorianDay) -> Self { .month(day.month, year: day.year) }

  static func quarter(_ number: Int, year: Int) -> Self {
    CalendarLabel(year, .quarter(Int8(clamping: number)))
  }

  static func half(_ number: Int, year: Int) -> Self {
    CalendarLabel(year, .half(Int8(clamping: number)))
  }

  static func year(_ year: Int) -> Self { CalendarLabel(year, .wholeYear) }

  var isYear: Bool { part == .wholeYear }

  var isQuarter: Bool { if case .quarter = part { true } else { false } }

  var isDay: Bool { if case .day = part { true } else { false } }

  /// A month or half a year.
  var isMonthOrHalf: Bool {
    switch part {
    case .half, .month: true
    case .wholeYear, .quarter, .day: false
    }
  }

  /// The same piece of another year. 29 February has no counterpart in a common year.
  func shifted(years: Int) -> CalendarLabel {
    guard let year = year.map(Int.init) else { return self }
    if part == .day(month: 2, day: 29),
      let day = GregorianDay(year: year, month: 2, day: 29)?.adding(months: years * 12)
    {
      return .day(day)
    }
    return CalendarLabel(year + years, part)
  }
}

extension DigitText {
  /// `2024`, `2024-H1`, `2024-Q1`, `2024-02` or `2024-02-18`; without its year `XXXX-02-18`.
  mutating func append(_ label: CalendarLabel) {
    if let year = label.year {
      append(Int(year), width: 4)
    } else {
      append(contentsOf: "XXXX")
    }
    switch label.part {
    case .wholeYear: return
    case .half(let number): append("H", number)
    case .quarter(let number): append("Q", number)
    case .month(let month):
      append("-")
      append(Int(month), width: 2)
    case .day(let month, let day):
      append("-")
      append(Int(month), width: 2)
      append("-")
      append(Int(day), width: 2)
    }
  }

  private mutating func append(_ letter: Unicode.Scalar, _ number: Int8) {
    append("-")
    append(letter)
    append(Int(number))
  }
}
