import Lexicon
import RuleEngine

/// What a part of a date or clock time is, by the name that the rules give it.
enum PointPart: UInt8, CaseIterable {
  case year, rocYear, shortYear, shortYearAlone, relativeYear, anaphoricYear, topicYear, yearEdge
  case era, eraYear
  case month, relativeMonth, anaphoricMonth
  case day, relativeDay, anaphoricDay, packedDay
  case lunarMonth, lunarDay, leap
  case festival, term
  case weekday, weekNumber, anaphoricWeek, relativeWeek, weekShift, weekend, weekHalf
  case quarter, quarterShift, half, halfShift, firstQuarters, firstMonths, third, halfMonth, yearDay
  case weekdayOrdinal, last, season, count, countUnit, trailing, edge
  case hour, minute, second, dayPart, halfHour, quarterHour, minutesTo, quartersTo, clockHalf
  case hourPair, fives
  case approximate, about
  case holiday, samePeriod, modifier

  fileprivate var name: HashedName {
    switch self {
    case .year: "year"
    case .rocYear: "roc-year"
    case .shortYear: "short-year"
    case .shortYearAlone: "short-year-alone"
    case .relativeYear: "relative-year"
    case .anaphoricYear: "anaphoric-year"
    case .topicYear: "topic-year"
    case .yearEdge: "year-edge"
    case .era: "era"
    case .eraYear: "era-year"
    case .month: "month"
    case .relativeMonth: "relative-month"
    case .anaphoricMonth: "anaphoric-month"
    case .day: "day"
    case .relativeDay: "relative-day"
    case .anaphoricDay: "anaphoric-day"
    case .packedDay: "packed-day"
    case .lunarMonth: "lunar-month"
    case .lunarDay: "lunar-day"
    case .leap: "leap"
    case .festival: "festival"
    case .term: "term"
    case .weekday: "weekday"
    case .weekNumber: "week-number"
    case .anaphoricWeek: "anaphoric-week"
    case .relativeWeek: "relative-week"
    case .weekShift: "week-shift"
    case .weekend: "weekend"
    case .weekHalf: "week-half"
    case .quarter: "quarter"
    case .quarterShift: "quarter-shift"
    case .half: "half"
    case .halfShift: "half-shift"
    case .firstQuarters: "first-quarters"
    case .firstMonths: "first-months"
    case .third: "third"
    case .halfMonth: "half-month"
    case .yearDay: "year-day"
    case .weekdayOrdinal: "weekday-ordinal"
    case .last: "last"
    case .season: "season"
    case .count: "count"
    case .countUnit: "count-unit"
    case .trailing: "trailing"
    case .edge: "edge"
    case .hour: "hour"
    case .minute: "minute"
    case .second: "second"
    case .dayPart: "day-part"
    case .halfHour: "half-hour"
    case .quarterHour: "quarter-hour"
    case .minutesTo: "minutes-to"
    case .quartersTo: "quarters-to"
    case .clockHalf: "clock-half"
    case .hourPair: "hour-pair"
    case .fives: "fives"
    case .approximate: "approximate"
    case .about: "about"
    case .holiday: "holiday"
    case .samePeriod: "same-period"
    case .modifier: "modifier"
    }
  }
}

/// The parts of one side of a match, sorted once by what they are, so that a reader may ask for all
/// that there could be.
struct PointParts {
  private let parts: [Part]
  /// A bit for each kind of part that was captured.
  private var present: UInt64 = 0
  /// Where in the match the first part of each kind stands.
  private var places = InlineArray<64, UInt8>(repeating: 0)

  private init(_ parts: [Part]) { self.parts = parts }

  /// The parts of both sides; those of the second one carry the suffix `2`.
  static func sides(of match: Match) -> (first: PointParts, second: PointParts) {
    var sides = (first: PointParts(match.parts), second: PointParts(match.parts))
    for (place, part) in match.parts.enumerated() {
      switch names[part.name] {
      case .first(let kind)?: sides.first.add(kind, at: place)
      case .second(let kind)?: sides.second.add(kind, at: place)
      case nil: continue
      }
    }
    return sides
  }

  private mutating func add(_ kind: PointPart, at place: Int) {
    guard !has(kind), let place = UInt8(exactly: place) else { return }
    present |= 1 << UInt64(kind.rawValue)
    places[Int(kind.rawValue)] = place
  }

  private enum Side {
    case first(PointPart)
    case second(PointPart)
  }

  private static let names: [HashedName: Side] = {
    var names: [HashedName: Side] = [:]
    for kind in PointPart.allCases {
      names[kind.name] = .first(kind)
      names[kind.name + "2"] = .second(kind)
    }
    return names
  }()
}

extension PointParts {
  var isEmpty: Bool { present == 0 }

  @inline(__always)
  func has(_ kind: PointPart) -> Bool { present & (1 << UInt64(kind.rawValue)) != 0 }

  /// The units of the working text that the part covers.
  func range(_ kind: PointPart) -> Range<Int>? { place(kind).map { parts[$0].range } }

  /// The whole number of a numeral or of a word.
  func integer(_ kind: PointPart) -> Int? {
    guard let place = place(kind) else { return nil }
    switch parts[place].content {
    case .numeral(let reading): return reading.integer
    case .word(let entry): return entry.number
    case .text: return nil
    }
  }

  /// The dictionary value of a word.
  func value(_ kind: PointPart) -> String? {
    guard let place = place(kind), case .word(let entry) = parts[place].content else {
      return nil
    }
    return entry.value
  }

  private func place(_ kind: PointPart) -> Int? {
    has(kind) ? Int(places[Int(kind.rawValue)]) : nil
  }
}
