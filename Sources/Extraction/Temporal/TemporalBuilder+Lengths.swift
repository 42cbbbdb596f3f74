import ChineseCalendar
import Lexicon
import Numerals
import RuleEngine

extension TemporalBuilder {
  // MARK: Durations

  func duration() -> Expression? {
    guard let terms = terms(.first), !terms.isEmpty, !namesYear else { return nil }
    var value = DurationValue(terms: terms)
    let amount = match.numeral("n")?.amount
    if let amount, amount.min != amount.max, let max = amount.max, amount.min != nil,
      let last = terms.last
    {
      value.upperTerms = terms.dropLast() + [DurationValue.Term(count: max, unit: last.unit)]
    }
    if let upper = self.terms(.second), !upper.isEmpty {
      // 十一年六个月至八个月 goes down: two lengths, no range.
      if terms.count > 1, upper[0].unit.isFiner(than: terms[0].unit) { return nil }
      value.upperTerms = upper
      if !match.has("unit"), let unit = upper.first?.unit {
        value.terms = value.terms.map { DurationValue.Term(count: $0.count, unit: unit) }
      }
    }
    value.approximation = approximation(of: amount)
    return .temporal(TemporalExpression(.duration(value)))
  }

  /// 2015年 is a year, however it got here.
  private var namesYear: Bool {
    namesYear("n", "unit") || namesYear("n", "unit2") || namesYear("n2", "unit2")
  }

  private func namesYear(_ count: HashedName, _ unit: HashedName) -> Bool {
    match.numeral(count)?.digitCount == 4 && match.word(unit)?.surface == "年"
  }

  private func approximation(of amount: Amount?) -> Approximation {
    if let amount, amount.approximation != .exact { return amount.approximation }
    for part in ["before-bound", "after-bound"] as [HashedName] {
      switch match.word(part)?.value {
      case "~": return .about
      case ">": return .over
      case "<": return .under
      case ">=": return .atLeast
      case "<=": return .atMost
      default: continue
      }
    }
    return match.has("over") ? .over : .exact
  }

  /// What the parts of one side of a length are called.
  private struct LengthNames {
    var count: HashedName
    var half: HashedName
    var unit: HashedName

    static let first = LengthNames(count: "n", half: "half", unit: "unit")
    static let second = LengthNames(count: "n2", half: "half2", unit: "unit2")
  }

  private static let half = ExactDecimal(coefficient: 5, exponent: -1)

  /// The terms of a length in text order: numeral, unit, numeral, unit …
  private func terms(_ names: LengthNames) -> [DurationValue.Term]? {
    var terms: [DurationValue.Term] = []
    var count: ExactDecimal?
    var addsHalf = false
    for part in match.parts {
      switch part.name {
      case names.count:
        guard case .numeral(let reading) = part.content else { continue }
        count = reading.amount.min ?? reading.amount.max
      case names.half:
        if count == nil, terms.count == 1, let half = Self.half, let sum = terms[0].count + half {
          terms[0].count = sum
        } else {
          addsHalf = true
        }
      case names.unit:
        guard case .word(let unit) = part.content else { continue }
        var total = count ?? .zero
        if addsHalf, let half = Self.half, let sum = total + half { total = sum }
        guard let term = DurationValue.Term(total, designator: unit.value) else { return nil }
        terms.append(term)
        (count, addsHalf) = (nil, false)
      case "minute-end", "hour-end", "day-unit":
        guard let number = count else { continue }
        let unit: DurationValue.Unit =
          part.name == "day-unit" ? .days : part.name == "hour-end" ? .hours : .minutes
        terms.append(DurationValue.Term(count: number, unit: unit))
        count = nil
      case "one":
        count = ExactDecimal(1)
      default: continue
      }
    }
    if terms.isEmpty, names.unit == "unit", let count {
      // 三至五天: the unit stands behind the second side.
      terms = [DurationValue.Term(count: count, unit: .days)]
    }
    return terms
  }

  // MARK: Distances

  private func distance(direction: Int) -> TemporalOffset? {
    guard let word = match.word("unit"), let unit = TemporalOffset.Unit(rawValue: word.value)
    else { return nil }
    let amount = match.numeral("n")?.amount
    let count = match.has("one") ? 1 : (amount?.min ?? amount?.max)?.asInt ?? 0
    let isHalfOnly = amount == nil && match.has("half")
    guard count > 0 || isHalfOnly, count < (unit == .year ? 1_000 : 10_000_000) else { return nil }
    return TemporalOffset(
      count: count, addsHalf: match.has("half"), unit: unit, direction: direction)
  }

  /// A distance in hours counts from the moment of writing in a message as short as a sentence;
  /// in a report it counts from an event, so that only its length is sure.
  private static let longestMessage = 64

  func offset() -> Expression? {
    let isPast = match.word("direction")?.value.hasPrefix("past") == true
    guard let distance = distance(direction: isPast ? -1 : 1) else { return nil }
    guard distance.seconds == nil || context.text.count <= Self.longestMessage else { return nil }
    return .temporal(TemporalExpression(.offset(distance), isApproximate: match.has("over")))
  }

  func window() -> Expression? {
    guard let direction = match.integer("window") ?? match.integer("window-count"),
      let distance = distance(direction: direction)
    else { return nil }
    return .temporal(
      TemporalExpression(.window(distance, wholeUnits: match.has("window-count"))))
  }

  func moment() -> Expression? {
    match.word("moment").map { .temporal(TemporalExpression(.moment($0.value))) }
  }

  // MARK: Recurrences

  func recurrence() -> Expression? {
    guard let value = recurrenceValue() else { return nil }
    return .temporal(TemporalExpression(.recurrence(value)))
  }

  private func recurrenceValue() -> RecurrenceValue? {
    let weekdays = match.all("weekday").compactMap { part -> Int? in
      if case .word(let entry) = part.content { entry.number } else { nil }
    }
    if !weekdays.isEmpty {
      let isSpan = match.has("weekday-span") && weekdays.count == 2
      return RecurrenceValue(
        period: "P1W",
        position: weekdays.map(String.init).joined(separator: isSpan ? "/" : ","))
    }
    if let unit = match.word("unit") {
      let implied = match.has("half") ? Self.half : ExactDecimal(1)
      guard let count = match.numeral("n")?.amount.min ?? implied else { return nil }
      guard let term = DurationValue.Term(count, designator: unit.value) else { return nil }
      return RecurrenceValue(
        period: DurationValue(terms: [term]).iso, part: Self.dayPart(named: unit.surface))
    }
    if match.has("yearly-day") { return yearly() }
    if match.has("weekend") { return RecurrenceValue(period: "P1W", position: "6/7") }
    let days = match.all("day").compactMap { part -> Int? in
      if case .numeral(let reading) = part.content { reading.integer } else { nil }
    }
    if !days.isEmpty {
      return RecurrenceValue(period: "P1M", position: Self.list(days))
    }
    if match.has("yearly") { return RecurrenceValue(period: "P1Y") }
    if match.has("monthly") { return RecurrenceValue(period: "P1M") }
    return RecurrenceValue(period: "P1D")
  }

  /// 每晚, 每夜, 每早, 每晨
  private static func dayPart(named unit: String) -> DayPart? {
    switch unit {
    case "晚": .evening
    case "夜": .night
    case "早", "晨": .morning
    default: nil
    }
  }

  /// The days of a month with two digits each.
  private static func list(_ days: [Int]) -> String {
    var text = DigitText()
    for day in days {
      if !text.isEmpty { text.append(",") }
      text.append(day, width: 2)
    }
    return text.string
  }

  private func yearly() -> RecurrenceValue? {
    guard let month = match.integer("month") else { return RecurrenceValue(period: "P1Y") }
    var text = DigitText()
    text.append(month, width: 2)
    if let day = match.integer("day") {
      text.append("-")
      text.append(day, width: 2)
    }
    return RecurrenceValue(period: "P1Y", position: text.string)
  }
}
