/// A day of the (proleptic) Gregorian calendar, years 1 to 9999, without clock or time zone.
///
/// All arithmetic is on whole days and takes constant time. The conversions between a date and
/// its day number are the era-based algorithms of Howard Hinnant, "chrono-Compatible Low-Level
/// Date Algorithms": an era is 400 years (146,097 days) that begin on 1 March, so that the leap
/// day is the last of its year.
@frozen
public struct GregorianDay: Hashable, Sendable, BitwiseCopyable {
  /// The years a day can have.
  public static let years = 1...9999

  /// Year, month and day of the month from bits 9, 5 and 0 on: in the order of the days.
  @usableFromInline let packed: UInt32

  @inlinable public var year: Int { Int(packed >> 9) }
  /// 1...12
  @inlinable public var month: Int { Int(packed >> 5 & 0xF) }
  /// 1...31
  @inlinable public var day: Int { Int(packed & 0x1F) }

  /// The day named by year, month and day of the month; nil when there is none.
  public init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month),
      (1...Self.daysInMonth(month, year: year)).contains(day)
    else { return nil }
    self.init(known: year, month, day)
  }

  /// The day written `YYYY-MM-DD`, in exactly that form.
  public init?(iso text: String) {
    var text = text
    guard let day = text.withUTF8({ Self.day(written: $0) }) else { return nil }
    self = day
  }

  /// The day written `YYYY-MM-DD`, in exactly that form.
  public init?(iso text: Substring) {
    var text = text
    guard let day = text.withUTF8({ Self.day(written: $0) }) else { return nil }
    self = day
  }

  private static func day(written bytes: UnsafeBufferPointer<UInt8>) -> GregorianDay? {
    var fields = FieldReader(bytes)
    guard let year = fields.number(width: 4), fields.take("-"),
      let month = fields.number(width: 2), fields.take("-"),
      let day = fields.number(width: 2), fields.isAtEnd
    else { return nil }
    return GregorianDay(year: year, month: month, day: day)
  }

  /// For callers that know that the day exists.
  init(known year: Int, _ month: Int, _ day: Int) {
    packed = UInt32(truncatingIfNeeded: year << 9 | month << 5 | day)
  }
}

extension GregorianDay {
  /// Days since 1970-01-01, negative before.
  public var dayNumber: Int {
    let shiftedYear = month > 2 ? year : year - 1
    let era = shiftedYear / 400  // years 0...9999: never negative
    let yearOfEra = shiftedYear - era * 400
    let monthsSinceMarch = (month + 9) % 12
    let dayOfYear = (153 * monthsSinceMarch + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * Self.daysPerEra + dayOfEra - Self.daysFromMarchOfYear0To1970
  }

  /// The day with the given number; nil outside the years 1 to 9999.
  public init?(dayNumber: Int) {
    guard Self.dayNumbers.contains(dayNumber) else { return nil }
    let days = dayNumber + Self.daysFromMarchOfYear0To1970
    let era = days / Self.daysPerEra
    let dayOfEra = days - era * Self.daysPerEra
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthsSinceMarch = (5 * dayOfYear + 2) / 153
    let month = monthsSinceMarch < 10 ? monthsSinceMarch + 3 : monthsSinceMarch - 9
    self.init(
      known: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * monthsSinceMarch + 2) / 5 + 1)
  }

  private static let daysPerEra = 146_097
  private static let daysFromMarchOfYear0To1970 = 719_468
  private static let dayNumbers =
    GregorianDay(known: 1, 1, 1).dayNumber...GregorianDay(known: 9999, 12, 31).dayNumber

  /// The day so many days later, or earlier if negative; nil outside the years 1 to 9999.
  public func adding(days: Int) -> GregorianDay? {
    // Most steps are short ones within the month.
    if (-27...27).contains(days), (1...28).contains(day + days) {
      return GregorianDay(known: year, month, day + days)
    }
    let (number, overflow) = dayNumber.addingReportingOverflow(days)
    return overflow ? nil : GregorianDay(dayNumber: number)
  }

  /// Days from this day to the other, negative if that is earlier.
  public func days(until other: GregorianDay) -> Int { other.dayNumber - dayNumber }

  /// The day of the week as ISO 8601 counts it: Monday is 1, Sunday is 7.
  public var weekday: Int {
    let sinceThursday = dayNumber + 3  // 1970-01-01 was a Thursday
    return ((sinceThursday % 7) + 7) % 7 + 1
  }

  public static func isLeapYear(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// 28...31; 0 for a month outside 1...12.
  public static func daysInMonth(_ month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeapYear(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    case 1...12: 31
    default: 0
    }
  }

  /// The last day of the month this day is in.
  public var lastOfMonth: GregorianDay {
    GregorianDay(known: year, month, Self.daysInMonth(month, year: year))
  }
}

extension GregorianDay {
  /// The Monday of an ISO 8601 week; nil when the year has no such week.
  ///
  /// Week 1 is the week with 4 January, so its Monday may belong to the year before.
  public static func monday(ofISOWeek week: Int, year: Int) -> GregorianDay? {
    guard (1...53).contains(week), let fourth = GregorianDay(year: year, month: 1, day: 4),
      let monday = fourth.adding(days: (week - 1) * 7 - (fourth.weekday - 1)),
      monday.isoWeek.year == year
    else { return nil }
    return monday
  }

  /// The ISO 8601 week this day is in, with the year that counts the week.
  public var isoWeek: (year: Int, week: Int) {
    // The week belongs to the year of its Thursday.
    let thursday = dayNumber + 4 - weekday
    let ofYear = GregorianDay(dayNumber: thursday)?.year ?? year + 1
    let newYear = GregorianDay(known: ofYear, 1, 1).dayNumber
    return (ofYear, (thursday - newYear) / 7 + 1)
  }

  /// The first, second … (1, 2 …) or last (-1) given weekday of a month; nil when the month has
  /// no such day. `weekday` counts from Monday = 1.
  public static func weekday(
    _ weekday: Int, ordinal: Int, month: Int, year: Int
  ) -> GregorianDay? {
    guard (1...7).contains(weekday), (-5...5).contains(ordinal), ordinal != 0,
      let first = GregorianDay(year: year, month: month, day: 1)
    else { return nil }
    let day: Int
    if ordinal > 0 {
      day = 1 + (weekday - first.weekday + 7) % 7 + (ordinal - 1) * 7
    } else {
      let last = first.lastOfMonth
      day = last.day - (last.weekday - weekday + 7) % 7 + (ordinal + 1) * 7
    }
    return GregorianDay(year: year, month: month, day: day)
  }
}

extension GregorianDay: Comparable {
  @inlinable
  public static func < (left: GregorianDay, right: GregorianDay) -> Bool {
    left.packed < right.packed
  }
}

extension GregorianDay: CustomStringConvertible {
  /// `YYYY-MM-DD`
  public var description: String {
    var text = DigitText()
    text.append(self)
    return text.string
  }
}

/// Reads fields of fixed width from the start of a text.
struct FieldReader<Bytes: Collection> where Bytes.Element == UInt8 {
  private var rest: Bytes.SubSequence

  init(_ bytes: Bytes) { rest = bytes[...] }

  var isAtEnd: Bool { rest.isEmpty }

  /// Exactly `width` ASCII digits.
  mutating func number(width: Int) -> Int? {
    let digits = rest.prefix(width)
    guard digits.count == width else { return nil }
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    rest = rest.dropFirst(width)
    return value
  }

  /// Consumes the character if it comes next.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let next = rest.first, UInt32(next) == character.value else { return false }
    rest = rest.dropFirst()
    return true
  }
}
