import TongbaoText

/// One indicator with two values: in title and text, or in two sentences.
struct ConflictingFigure: FaultInjector {
  static let code = "figure.conflict"

  /// A title that gives a number of the text with a misprint.
  func changes(in passages: Passages, _ generator: inout SeededGenerator) -> [Fault] {
    let title = passages.reported.filter { $0.item.span.end <= passages.titleEnd }
    return title.compactMap { reported in
      let same = passages.reported.filter {
        $0.count == reported.count && $0.item.span != reported.item.span
      }
      guard let body = same.first, same.count == 1,
        reported.count.number > 99 || body.figure.object == reported.figure.object,
        let number = Self.misprint(of: reported.count.number, &generator)
      else { return nil }
      return .rewriting(
        reported.item, as: "\(number)\(reported.count.unit)", concerns: [body.item.span])
    }
  }

  func additions(to passages: Passages, _ generator: inout SeededGenerator) -> [Fault] {
    let restated = passages.restated(aggregations: ["total", "average"]).compactMap {
      opening, reported -> Fault? in
      guard let number = Self.misprint(of: reported.count.number, &generator) else { return nil }
      return .appending("综上，\(opening)⟦\(number)\(reported.count.unit)⟧。")
    }
    return restated.isEmpty ? toldTwice(in: passages, &generator) : restated
  }

  /// Both sentences are added: what a unit did in a period, and that again with another number.
  private func toldTwice(
    in passages: Passages, _ generator: inout SeededGenerator
  ) -> [Fault] {
    guard let period = passages.items.first(where: { $0.days != nil && $0.words.contains("日") }),
      !period.words.contains(where: \.isNewline)
    else { return [] }
    return passages.reported.compactMap { reported in
      guard reported.figure.aggregation != "change", !reported.figure.action.isEmpty,
        reported.figure.object.count >= 2,
        let number = Self.misprint(of: reported.count.number, &generator)
      else { return nil }
      let sentence = "\(period.words)，各单位共\(reported.name)"
      return .appending(
        "\(sentence)⟦\(reported.item.words)⟧。综上，\(sentence)⟦\(number)\(reported.count.unit)⟧。")
    }
  }

  /// Two digits change places, or one is another.
  private static func misprint(of number: Int, _ generator: inout SeededGenerator) -> Int? {
    guard number > 9 else { return nil }
    var digits = Array("\(number)")
    let place = Int.random(in: 0..<digits.count - 1, using: &generator)
    if digits[place] != digits[place + 1], digits[place + 1] != "0" {
      digits.swapAt(place, place + 1)
      return Int(String(digits))
    }
    guard number > 99, let last = digits.last?.wholeNumberValue else { return nil }
    return number - last + (last + Int.random(in: 1...9, using: &generator)) % 10
  }
}

/// 截至16日累计300起 … 截至18日累计280起.
struct FallingTotal: FaultInjector {
  static let code = "figure.cumulative-decrease"

  func changes(in passages: Passages, _ generator: inout SeededGenerator) -> [Fault] {
    let totals = passages.reported.filter {
      $0.figure.aggregation == "total" && $0.figure.period.contains("/") && $0.name.count > 2
    }
    return totals.indices.flatMap { first in
      totals[(first + 1)...].compactMap { later -> Fault? in
        let earlier = totals[first]
        guard earlier.name == later.name, earlier.count.unit == later.count.unit,
          earlier.figure.period < later.figure.period,
          let number = Self.smaller(than: earlier.count.number, &generator)
        else { return nil }
        return .rewriting(later.item, as: "\(number)\(later.count.unit)")
      }
    }
  }

  func additions(to passages: Passages, _ generator: inout SeededGenerator) -> [Fault] {
    let last = passages.items.last { $0.day != nil && $0.words.contains("日") }
    guard let day = last?.day else { return [] }
    return passages.reported.compactMap { reported in
      guard reported.figure.aggregation != "change", !reported.figure.action.isEmpty,
        !reported.figure.object.isEmpty,
        let number = Self.smaller(than: reported.count.number, &generator)
      else { return nil }
      let (name, unit) = (reported.name, reported.count.unit)
      let earlier = day - Int.random(in: 1...6, using: &generator)
      return .appending(
        "截至\(CalendarWords.fullDay(earlier))，累计\(name)⟦\(reported.count.number)\(unit)⟧；"
          + "截至\(CalendarWords.fullDay(day))，累计\(name)⟦\(number)\(unit)⟧。")
    }
  }

  private static func smaller(than number: Int, _ generator: inout SeededGenerator) -> Int? {
    number < 5 ? nil : number - Int.random(in: 1...max(1, number / 4), using: &generator)
  }
}

/// One indicator once in 起 and once in 人.
struct ForeignUnit: FaultInjector {
  static let code = "unit.mismatch"

  private static let cases: Set<String> = ["起", "件", "宗"]
  private static let persons: Set<String> = ["人", "名"]

  /// 由15起减至12人.
  func changes(in passages: Passages, _ generator: inout SeededGenerator) -> [Fault] {
    passages.sentences().flatMap { items in
      zip(items, items.dropFirst()).compactMap { first, second in
        guard let one = first.count, let other = second.count, one.unit == other.unit,
          let unit = Self.foreign(to: other.unit),
          passages.between(first, second).wholeMatch(of: /(降|减|增|升|上升|下降|减少|增加)[至到为]/) != nil
        else { return nil }
        return .rewriting(second, as: "\(other.number)\(unit)", concerns: [first.span])
      }
    }
  }

  func additions(to passages: Passages, _ generator: inout SeededGenerator) -> [Fault] {
    passages.restated(aggregations: ["total", "plain"]).compactMap { opening, reported in
      guard reported.count.number > 9, let unit = Self.foreign(to: reported.count.unit) else {
        return nil
      }
      return .appending("另据统计，\(opening)⟦\(reported.count.number)\(unit)⟧。")
    }
  }

  private static func foreign(to unit: String) -> String? {
    cases.contains(unit) ? "人" : persons.contains(unit) ? "起" : nil
  }
}

extension Passages {
  /// Figures that can be told a second time, each with the words before its amount.
  fileprivate func restated(aggregations: Set<String>) -> [(opening: String, Reported)] {
    let words = ["total": "共", "average": "日均"]
    return reported.compactMap { reported in
      let figure = reported.figure
      guard aggregations.contains(figure.aggregation), !figure.action.isEmpty,
        figure.object.count >= 2, let period = self.words(forPeriod: figure.period),
        figure.aggregation != "average" || before(reported.item, limit: 12).contains("日均")
      else { return nil }
      let said = words[figure.aggregation] ?? ""
      return ("\(period)，\(figure.scope)\(said)\(reported.name)", reported)
    }
  }
}
