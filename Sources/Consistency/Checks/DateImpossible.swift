import ChineseCalendar
import TongbaoText

/// `date.impossible`: a day, month or clock time that no calendar or clock has: 2月30日, 13月5日,
/// 18日25时.
///
/// Values of mentions are tested first; then the text is searched for what is so impossible that
/// nothing took it for a date. 2月29日 without a year is left to the mention's value.
struct DateImpossible: Check {
  static let code = "date.impossible"

  func findings(in view: ReportView) -> [Finding] {
    let valued = view.temporals.compactMap { finding(for: view.mentions[$0], in: view) }
    var written: [Finding] = []
    var scanner = WrittenDateScanner(units: view.text.units)
    while let found = scanner.next() {
      guard let problem = found.problem else { continue }
      let span = view.text.span(of: found.range)
      if valued.contains(where: { $0.spans.contains { $0.overlaps(span) } }) { continue }
      let text = view.text.slice(span)
      written.append(finding(at: [span], "\(text) does not exist: \(problem)", found: text))
    }
    return valued + written
  }

  private func finding(for placed: PlacedMention, in view: ReportView) -> Finding? {
    // What could be read as days exists; only clock times are left to look at.
    switch placed.type {
    case .time: if Self.isOrdinary(placed, view.value(of: placed)) { return nil }
    case .date: if placed.days != nil { return nil }
    default: return nil
    }
    guard view.value(of: placed).utf8.contains(where: { 0x30...0x39 ~= $0 }) else { return nil }
    let value = view.value(of: placed).utf8.prefix { $0 != UInt8(ascii: ";") }
    for side in value.split(separator: UInt8(ascii: "/")) {
      guard let problem = ValueParts(side).problem else { continue }
      let text = view.text(of: placed)
      return finding(
        at: [placed.span], "\(text) does not exist: \(problem)",
        found: String(Substring(value)))
    }
    return nil
  }
}

extension DateImpossible {
  /// Whether a time stands on days that exist, or on none, and its hours begin with 0, 1 or are at
  /// most 23, its minutes begin with at most 5. Nearly all do; the numbers of the others are looked
  /// at one by one.
  private static func isOrdinary(_ time: PlacedMention, _ value: String) -> Bool {
    guard time.days != nil || value.utf8.first == UInt8(ascii: "T") else { return false }
    let nine = UInt8(ascii: "9")
    var limit = nine
    var isHour = false
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "T"):
        isHour = true
        limit = UInt8(ascii: "2")
      case UInt8(ascii: ":"): limit = UInt8(ascii: "5")
      default:
        if byte > limit, byte <= nine { return false }
        limit = isHour && byte == UInt8(ascii: "2") ? UInt8(ascii: "3") : nine
        isHour = false
      }
    }
    return true
  }
}

/// The numbers of one side of a canonical value.
private struct ValueParts {
  var year: Int?
  var month: Int?
  var day: Int?
  var clock: [Int] = []

  init(_ side: Substring.UTF8View) {
    let date = side.prefix { $0 != UInt8(ascii: "T") }
    let parts = date.split(separator: UInt8(ascii: "-"))
    if parts.count > 1 {
      year = Self.number(parts[0])
      month = Self.number(parts[1], digits: 2)
      day = parts.count > 2 ? Self.number(parts[2]) : nil
    }
    guard date.endIndex < side.endIndex else { return }
    clock = side[date.endIndex...].dropFirst().split(separator: UInt8(ascii: ":"))
      .compactMap { Self.number($0) }
  }

  /// A number behind marks of an approximation; `nil` for anything else and for too many digits.
  private static func number(_ text: Substring.UTF8View, digits: Int = .max) -> Int? {
    let number = text.drop { $0 == UInt8(ascii: "~") }
    return number.count <= digits ? Int(Substring(number)) : nil
  }

  var problem: String? {
    CalendarLimits.problem(year: year, month: month, day: day)
      ?? CalendarLimits.problem(hour: clock.first, minute: clock.dropFirst().first)
  }
}

/// What months, days and clocks there are.
enum CalendarLimits {
  /// Why there is no such day; `nil` where there is one. 29 February is possible in some year.
  static func problem(year: Int?, month: Int?, day: Int?) -> String? {
    guard let month else { return nil }
    guard (1...12).contains(month) else { return "a year has 12 months" }
    guard let day else { return nil }
    let length = GregorianDay.daysInMonth(month, year: year ?? 2000)
    if (1...length).contains(day) { return nil }
    let ofYear = month == 2 ? year.map { "\($0)年" } ?? "" : ""
    return "\(ofYear)\(month)月 has \(length) days"
  }

  /// 24:00 is the end of a day.
  static func problem(hour: Int?, minute: Int?) -> String? {
    guard let hour else { return nil }
    if hour > 24 || (hour == 24 && (minute ?? 0) > 0) { return "a day has 24 hours" }
    if let minute, minute > 59 { return "an hour has 60 minutes" }
    return nil
  }
}
