import TongbaoText

/// 2月30日, 18日25时.
struct ImpossibleDay: FaultInjector {
  static let code = "date.impossible"

  func changes(in passages: Passages, _ generator: inout SeededGenerator) -> [Fault] {
    passages.items.compactMap { item in
      switch item.type {
      case "date": impossibleDay(item)
      case "time": impossibleHour(item)
      default: nil
      }
    }
  }

  func additions(to passages: Passages, _ generator: inout SeededGenerator) -> [Fault] {
    [.appending("该项工作将于⟦6月31日⟧前全部完成。")]
  }

  private func impossibleDay(_ item: Passages.Item) -> Fault? {
    guard let match = item.words.wholeMatch(of: /((?:\d{4}年)?)(\d{1,2})月\d{1,2}日/),
      let month = Int(match.2)
    else { return nil }
    let day = month == 2 ? 30 : [4, 6, 9, 11].contains(month) ? 31 : 32
    return .rewriting(item, as: "\(match.1)\(month)月\(day)日")
  }

  private func impossibleHour(_ item: Passages.Item) -> Fault? {
    guard let match = item.words.wholeMatch(of: /((?:\d{1,2}月\d{1,2}日)?)\d{1,2}时((?:\d{1,2}分)?)/)
    else { return nil }
    return .rewriting(item, as: "\(match.1)25时\(match.2)")
  }
}

/// 2月18日(正月初八) where it is 正月初九.
struct WrongLunarDay: FaultInjector {
  static let code = "date.lunar-mismatch"

  func changes(in passages: Passages, _ generator: inout SeededGenerator) -> [Fault] {
    passages.sentences().flatMap { items in
      zip(items, items.dropFirst()).compactMap { day, gloss in
        guard let number = day.day, gloss.day == number, let lunar = gloss.lunar,
          ["(", "（"].contains(passages.between(day, gloss)),
          let name = CalendarWords.lunarDay(lunar.day), gloss.words.hasSuffix("月" + name)
        else { return nil }
        let other = CalendarWords.neighbour(ofLunarDay: lunar.day, &generator)
        let words = String(gloss.words.dropLast(name.count)) + other
        return .rewriting(gloss, as: words, concerns: [day.span])
      }
    }
  }

  func additions(to passages: Passages, _ generator: inout SeededGenerator) -> [Fault] {
    passages.items.compactMap { item in
      guard let day = item.day, let lunar = item.lunar,
        let month = CalendarWords.lunarMonth(lunar.month)
      else { return nil }
      let name = month + CalendarWords.neighbour(ofLunarDay: lunar.day, &generator)
      return .appending("⟦\(CalendarWords.fullDay(day))⟧（⟦\(name)⟧），民警继续坚守岗位。")
    }
  }
}

/// 2024年2月18日(星期六) where it is 星期日.
struct WrongWeekday: FaultInjector {
  static let code = "date.weekday-mismatch"

  func changes(in passages: Passages, _ generator: inout SeededGenerator) -> [Fault] {
    passages.sentences().flatMap { items in
      zip(items, items.dropFirst()).compactMap { day, gloss in
        guard let number = day.day, gloss.day == number,
          ["(", "（"].contains(passages.between(day, gloss)),
          let match = gloss.words.wholeMatch(of: /(星期|周|礼拜|週)[一二三四五六日天]/)
        else { return nil }
        let other = CalendarWords.weekday(number + 1 + Int.random(in: 0..<6, using: &generator))
        return .rewriting(gloss, as: match.1 + other, concerns: [day.span])
      }
    }
  }

  func additions(to passages: Passages, _ generator: inout SeededGenerator) -> [Fault] {
    passages.items.compactMap { item in
      guard let day = item.day, item.words.contains("日"), !item.words.contains(where: \.isNewline)
      else { return nil }
      let other = CalendarWords.weekday(day + 1 + Int.random(in: 0..<6, using: &generator))
      return .appending("⟦\(CalendarWords.fullDay(day))⟧（⟦星期\(other)⟧），民警继续坚守岗位。")
    }
  }
}

/// 2月18日至2月9日.
struct ReversedRange: FaultInjector {
  static let code = "date.range-reversed"

  func changes(in passages: Passages, _ generator: inout SeededGenerator) -> [Fault] {
    passages.items.compactMap { item in
      guard item.days != nil,
        let match = item.words.wholeMatch(
          of: /((?:\d{4}年)?)(\d{1,2})月(\d{1,2})日([至到—-]+)(?:(\d{1,2})月)?(\d{1,2})日/)
      else { return nil }
      let (first, last) = ("\(match.2)月\(match.3)日", "\(match.5 ?? match.2)月\(match.6)日")
      return .rewriting(item, as: "\(match.1)\(last)\(match.4)\(first)")
    }
  }

  func additions(to passages: Passages, _ generator: inout SeededGenerator) -> [Fault] {
    passages.items.compactMap { item in
      guard let day = item.day, item.words.wholeMatch(of: /(\d{4}年)?\d{1,2}月\d{1,2}日/) != nil,
        case let earlier = day - Int.random(in: 3...12, using: &generator),
        CivilDay.date(of: earlier).year == CivilDay.date(of: day).year
      else { return nil }
      let range = "\(CalendarWords.monthDay(day))至\(CalendarWords.monthDay(earlier))"
      return .appending("⟦\(range)⟧，各单位开展集中清查。")
    }
  }
}

/// 截至2月28日 in a report of 2月20日.
struct FutureDay: FaultInjector {
  static let code = "date.after-publication"

  func changes(in passages: Passages, _ generator: inout SeededGenerator) -> [Fault] {
    guard let published = DateSides.day(passages.document.published) else { return [] }
    return passages.items.compactMap { item in
      guard item.day != nil, let day = later(than: published, &generator),
        passages.before(item, limit: 2).hasSuffix("截至"),
        let match = item.words.wholeMatch(of: /((?:\d{4}年)?)\d{1,2}月\d{1,2}日/)
      else { return nil }
      let year = match.1.isEmpty ? "" : "\(CivilDay.date(of: day).year)年"
      return .rewriting(item, as: year + CalendarWords.monthDay(day))
    }
  }

  func additions(to passages: Passages, _ generator: inout SeededGenerator) -> [Fault] {
    guard let published = DateSides.day(passages.document.published) else { return [] }
    return passages.reported.compactMap { reported in
      guard let day = later(than: published, &generator), !reported.figure.object.isEmpty else {
        return nil
      }
      let amount = "\(reported.name)\(reported.item.words)"
      return .appending("截至⟦\(CalendarWords.monthDay(day))⟧，累计\(amount)。")
    }
  }

  /// A day that the report could not know, in its own year.
  private func later(than published: Int, _ generator: inout SeededGenerator) -> Int? {
    let day = published + Int.random(in: 3...25, using: &generator)
    return CivilDay.date(of: day).year == CivilDay.date(of: published).year ? day : nil
  }
}

/// 2月10日至17日共7天.
struct WrongLength: FaultInjector {
  static let code = "duration.mismatch"

  func changes(in passages: Passages, _ generator: inout SeededGenerator) -> [Fault] {
    passages.sentences().flatMap { items in
      zip(items, items.dropFirst()).compactMap { left, right in
        let isAhead = right.type == "duration"
        let (period, length) = isAhead ? (left, right) : (right, left)
        guard let days = period.days?.count, length.value == "P\(days)D",
          let match = length.words.wholeMatch(of: /\d+([天日])/)
        else { return nil }
        let gap = passages.between(left, right)
        let isTied =
          isAhead
          ? gap.wholeMatch(of: /[，,]?(期间)?(共|共计|为期|历时|长达|的)/) != nil
          : gap.wholeMatch(of: /(的.{0,6})?[（(]/) != nil
        guard isTied else { return nil }
        let other = Self.wrong(days, &generator)
        return .rewriting(length, as: "\(other)\(match.1)", concerns: [period.span])
      }
    }
  }

  func additions(to passages: Passages, _ generator: inout SeededGenerator) -> [Fault] {
    passages.items.compactMap { item in
      guard let days = item.days?.count, days > 2, days < 100,
        item.words.wholeMatch(of: /(\d{4}年)?\d{1,2}月\d{1,2}日[至到](\d{1,2}月)?\d{1,2}日/) != nil
      else { return nil }
      let other = Self.wrong(days, &generator)
      return .appending("⟦\(item.words)⟧，为期⟦\(other)天⟧的勤务圆满完成。")
    }
  }

  private static func wrong(_ days: Int, _ generator: inout SeededGenerator) -> Int {
    let distance = Int.random(in: 1...3, using: &generator)
    return days > distance + 1 && Bool.random(using: &generator) ? days - distance : days + distance
  }
}
