import ChineseCalendar

/// A clock time of the 24-hour clock, or a part of the day.
struct ClockTime: Sendable, Hashable {
  enum Name: Sendable, Hashable {
    case part(DayPart)
    case clock(hour: Int, minute: Int?, second: Int?)
  }

  /// What stands behind the `T`: 19, 19:30, 19:30:05, NI.
  var name: Name
  /// Seconds after midnight; `nil` for an impossible time (25时). The end is that of the grain
  /// named: 19时 ends at 20:00.
  var seconds: Range<Int>?

  /// Whether it names a part of the day and no hour.
  var isPart: Bool { if case .part = name { true } else { false } }
}

/// Brings clock readings to the 24-hour clock.
enum ClockResolver {
  /// - Parameter inherited: the part of the day that an earlier side of a range named.
  static func time(of reading: ClockReading, inherited: DayPart? = nil) -> ClockTime? {
    guard let written = reading.hour else {
      return reading.part.map { part in
        ClockTime(
          name: .part(part),
          seconds: part.hours.lowerBound * 3600..<part.hours.upperBound * 3600)
      }
    }
    let hour = (reading.part ?? inherited)?.hour24(written) ?? written
    // Without minutes no seconds are named.
    let named = reading.minute == nil ? nil : reading.second
    let grain = reading.minute == nil ? 3600 : named == nil ? 60 : 1
    let (minute, second) = (reading.minute ?? 0, reading.second ?? 0)
    let start = hour * 3600 + minute * 60 + second
    let isPossible = hour <= 24 && minute < 60 && second < 60 && start <= 86_400
    return ClockTime(
      name: .clock(hour: hour, minute: reading.minute, second: named),
      seconds: isPossible ? start..<start + grain : nil)
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

extension DigitText {
  /// `T19`, `T19:30`, `T19:30:05` or `TNI`.
  mutating func append(_ time: ClockTime) {
    append("T")
    switch time.name {
    case .part(let part): append(contentsOf: part.code)
    case .clock(let hour, let minute, let second):
      append(hour, width: 2)
      for number in [minute, second] {
        guard let number else { return }
        append(":")
        append(number, width: 2)
      }
    }
  }
}
