import Lexicon
import Numerals
import RuleEngine

extension TemporalBuilder {
  // MARK: Durations

  func duration() -> Expression? {
    guard let terms = terms(suffix: ""), !terms.isEmpty, !namesYear else { return nil }
    var value = DurationValue(terms: terms)
    let amount = match.numeral("n")?.amount
    if let amount, amount.min != amount.max, let max = amount.max, amount.min != nil,
      let last = terms.last
    {
      value.upperTerms = terms.dropLast() + [DurationValue.Term(count: max, unit: last.unit)]
    }
    if let upper = self.terms(suffix: "2"), !upper.isEmpty {
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
    for (count, unit) in [("n", "unit"), ("n", "unit2"), ("n2", "unit2")]
      as [(HashedName, HashedName)]
    where match.numeral(count)?.digitCount == 4 && match.word(unit)?.surface == "年" {
      return true
    }
    return false
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

  /// The terms of a length in text order: numeral, unit, numeral, unit …
  private func terms(suffix: String) -> [DurationValue.Term]? {
    let half = ExactDecimal("0.5")
    var terms: [DurationValue.Term] = []
    var count: ExactDecimal?
    var addsHalf = false
    for part in match.parts {
      switch part.name {
      case HashedName("n") + suffix:
        guard case .numeral(let reading) = part.content else { continue }
        count = reading.amount.min ?? reading.amount.max
      case HashedName("half") + suffix:
        if count == nil, terms.count == 1, let half, let sum = terms[0].count + half {
          terms[0].count = sum
        } else {
          addsHalf = true
        }
      case HashedName("unit") + suffix:
        guard case .word(let unit) = part.content else { continue }
        var total = count ?? .zero
        if addsHalf, let half, let sum = total + half { total = sum }
        guard let term = DurationValue.Term(total, designator: unit.value) else { return nil }
        terms.append(term)
        (count, addsHalf) = (nil, false)
      case "minute-end", "hour-end", "day-unit":
        let designators: [HashedName: String] = [
          "minute-end": "TM", "hour-end": "TH", "day-unit": "D",
        ]
        guard let number = count, let designator = designators[part.name],
          let term = DurationValue.Term(number, designator: designator)
        else { continue }
        terms.append(term)
        count = nil
      case "one":
        count = ExactDecimal(1)
      default: continue
      }
    }
    if terms.isEmpty, suffix.isEmpty, let count {
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
    let count = (amount?.min ?? amount?.max)?.asInt ?? 0
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
    return .temporal(TemporalExpression(.offset(distance)))
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
      let count = match.numeral("n")?.amount.min ?? ExactDecimal(1)
      guard let term = DurationValue.Term(count, designator: unit.value) else { return nil }
      let parts: [String: DayPart] = ["晚": .evening, "夜": .night, "早": .morning, "晨": .morning]
      return RecurrenceValue(
        period: DurationValue(terms: [term]).iso, part: parts[unit.surface])
    }
    if match.has("yearly-day") { return yearly() }
    let days = match.all("day").compactMap { part -> Int? in
      if case .numeral(let reading) = part.content { reading.integer } else { nil }
    }
    if !days.isEmpty {
      return RecurrenceValue(
        period: "P1M", position: days.map(twoDigits).joined(separator: ","))
    }
    if match.has("yearly") { return RecurrenceValue(period: "P1Y") }
    if match.has("monthly") { return RecurrenceValue(period: "P1M") }
    return RecurrenceValue(period: "P1D")
  }

  private func yearly() -> RecurrenceValue? {
    if let month = match.integer("month") {
      let day = match.integer("day").map { "-" + twoDigits($0) } ?? ""
      return RecurrenceValue(period: "P1Y", position: twoDigits(month) + day)
    }
    return RecurrenceValue(period: "P1Y")
  }
}
