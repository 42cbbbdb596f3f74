import TongbaoText

/// 今年120起,去年100起,同比上升10%.
struct WrongChange: FaultInjector {
  static let code = "change.mismatch"

  func changes(in passages: Passages, _ generator: inout SeededGenerator) -> [Fault] {
    StatedChange.all(in: passages).compactMap { change in
      let (tenths, hasTenth) = change.percent
      let distance = Int.random(in: 40...160, using: &generator)
      let other =
        tenths > distance + 10 && Bool.random(using: &generator)
        ? tenths - distance : tenths + distance
      guard other < 1000 || change.isRise else { return nil }
      let digits = hasTenth ? "\(other / 10).\(other % 10)%" : "\((other + 5) / 10)%"
      return .rewriting(change.share, as: digits, concerns: change.amounts)
    }
  }

  func additions(to passages: Passages, _ generator: inout SeededGenerator) -> [Fault] {
    invented(in: passages, &generator).map { change in
      let wrong = change.tenths + Int.random(in: 30...90, using: &generator)
      return .appending(
        "\(change.opening)同比\(change.word)⟦\(wrong / 10).\(wrong % 10)%⟧。")
    }
  }
}

/// 由120起降至100起,同比上升16.7%.
struct WrongDirection: FaultInjector {
  static let code = "change.direction"

  func changes(in passages: Passages, _ generator: inout SeededGenerator) -> [Fault] {
    StatedChange.all(in: passages).compactMap { change in
      guard let other = StatedChange.opposite[change.word] else { return nil }
      return Fault(
        edits: [Fault.Edit(span: change.wordSpan, text: other)],
        concerns: change.amounts + [change.share.span])
    }
  }

  func additions(to passages: Passages, _ generator: inout SeededGenerator) -> [Fault] {
    invented(in: passages, &generator).map { change in
      let wrong = change.word == "上升" ? "下降" : "上升"
      return .appending(
        "\(change.opening)同比\(wrong)⟦\(change.tenths / 10).\(change.tenths % 10)%⟧。")
    }
  }
}

/// A true change made up for a figure: the sentence up to the share, and what the share says.
private struct InventedChange {
  var opening: String
  var word: String
  var tenths: Int
}

extension FaultInjector {
  fileprivate func invented(
    in passages: Passages, _ generator: inout SeededGenerator
  ) -> [InventedChange] {
    passages.reported.compactMap { reported in
      let (current, unit) = (reported.count.number, reported.count.unit)
      guard current >= 20, reported.figure.aggregation != "change", !reported.figure.object.isEmpty
      else { return nil }
      let distance = Int.random(in: max(1, current / 10)...current / 3, using: &generator)
      let base = Bool.random(using: &generator) ? current + distance : current - distance
      let tenths = (abs(current - base) * 1000 + base / 2) / base
      let forms = [
        "\(reported.name)⟦\(current)\(unit)⟧，去年同期为⟦\(base)\(unit)⟧，",
        "\(reported.figure.object)由去年同期的⟦\(base)\(unit)⟧变为⟦\(current)\(unit)⟧，",
      ]
      return InventedChange(
        opening: forms.randomElement(using: &generator) ?? "",
        word: current > base ? "上升" : "下降", tenths: tenths)
    }
  }
}

/// Two annotated numbers and the percentage of their change, which is true.
private struct StatedChange {
  var share: Passages.Item
  var percent: (tenths: Int, hasTenth: Bool)
  var amounts: [Span]
  var word: String
  var wordSpan: Span
  var isRise: Bool

  static let opposite = [
    "上升": "下降", "下降": "上升", "增长": "下降", "增加": "减少", "减少": "增加", "上涨": "下跌", "下跌": "上升",
    "增長": "下降", "減少": "增加", "回落": "上升", "提高": "降低", "降低": "提高",
  ]

  static func all(in passages: Passages) -> [StatedChange] {
    passages.sentences().flatMap { items in
      items.indices.compactMap { StatedChange(at: $0, of: items, in: passages) }
    }
  }

  private init?(at index: Int, of items: [Passages.Item], in passages: Passages) {
    let share = items[index]
    guard let percent = share.percent else { return nil }
    let lead = passages.before(share, limit: 6)
    guard
      let (word, range) = Self.opposite.keys.compactMap({ word in
        lead.ranges(of: word).last.map { (word, $0) }
      }).max(by: { $0.1.lowerBound < $1.1.lowerBound }),
      ["", "了", "约", "約"].contains(String(lead[range.upperBound...]))
    else { return nil }
    let numbers = items[max(0, index - 4)..<index].filter { $0.count != nil }
    guard let current = numbers.dropLast().last ?? nil, let base = numbers.last,
      let one = current.count, let other = base.count, one.unit == other.unit
    else { return nil }
    let isRise = ["上升", "增长", "增加", "上涨", "增長", "提高"].contains(word)
    let isTrue = [(one, other), (other, one)].contains { now, before in
      let exact = (now.number - before.number) * 1000
      let said = isRise ? percent.tenths : -percent.tenths
      let tolerance = percent.hasTenth ? 1 : 5
      return abs(exact - said * before.number) <= tolerance * before.number
    }
    guard isTrue else { return nil }
    self.share = share
    self.percent = percent
    self.word = word
    self.isRise = isRise
    amounts = [current.span, base.span]
    let behind = lead[range.upperBound...].unicodeScalars.count
    wordSpan = Span(
      share.span.start - behind - word.unicodeScalars.count, share.span.start - behind)
  }
}
