import ChineseCalendar
import TongbaoText

/// A clock time of the 24-hour clock, or a part of the day.
struct ClockTime: Sendable, Hashable {
  /// What stands behind the `T`: 19, 19:30, 19:30:05, NI.
  var code: String
  /// Seconds after midnight; `nil` for an impossible time (25时). The end is that of the grain
  /// named: 19时 ends at 20:00.
  var seconds: Range<Int>?
  /// Whether it names a part of the day and no hour.
  var isPart: Bool
}

/// Brings clock readings to the 24-hour clock and forms their values.
enum ClockResolver {
  /// - Parameter inherited: the part of the day that an earlier side of a range named.
  static func time(of reading: ClockReading, inherited: DayPart? = nil) -> ClockTime? {
    guard let written = reading.hour else {
      return reading.part.map { part in
        ClockTime(
          code: part.code, seconds: part.hours.lowerBound * 3600..<part.hours.upperBound * 3600,
          isPart: true)
      }
    }
    let hour = (reading.part ?? inherited)?.hour24(written) ?? written
    var code = twoDigits(hour)
    var grain = 3600
    if let minute = reading.minute {
      code += ":" + twoDigits(minute)
      grain = 60
      if let second = reading.second {
        code += ":" + twoDigits(second)
        grain = 1
      }
    }
    let start = hour * 3600 + (reading.minute ?? 0) * 60 + (reading.second ?? 0)
    let isPossible =
      hour <= 24 && (reading.minute ?? 0) < 60 && (reading.second ?? 0) < 60 && start <= 86_400
    return ClockTime(code: code, seconds: isPossible ? start..<start + grain : nil, isPart: false)
  }

  /// The part of the day that the second side of a range takes over: 晚8时至10时.
  static func inheritedPart(from first: ClockReading, to second: ClockReading) -> DayPart? {
    guard second.part == nil, let part = first.part, let from = first.hour, let to = second.hour,
      to <= 12
    else { return nil }
    // 上午9时至3时 crosses noon; 晚8时至2时 crosses midnight and keeps its hours.
    let (start, end) = (part.hour24(from), part.hour24(to))
    return end > start ? part : nil
  }
}

/// Moments of local time in ISO 8601.
enum LocalMoment {
  /// The moment so many seconds after the beginning of a day; 86400 is the next day.
  static func text(_ day: GregorianDay, seconds: Int = 0) -> String? {
    guard let day = day.adding(days: floorDivide(seconds, 86_400)) else { return nil }
    return "\(day)T\(clock(seconds - floorDivide(seconds, 86_400) * 86_400))"
  }

  /// `HH:mm:ss`; 24:00:00 stays.
  static func clock(_ seconds: Int) -> String {
    "\(twoDigits(seconds / 3600)):\(twoDigits(seconds / 60 % 60)):\(twoDigits(seconds % 60))"
  }

  static func floorDivide(_ number: Int, _ divisor: Int) -> Int {
    number >= 0 ? number / divisor : -((divisor - 1 - number) / divisor)
  }

  /// Whole days as a half-open interval.
  static func interval(_ days: ClosedRange<GregorianDay>) -> LocalInterval {
    LocalInterval(
      start: text(days.lowerBound), end: text(days.upperBound, seconds: 86_400))
  }
}
