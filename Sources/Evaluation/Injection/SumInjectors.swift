import TongbaoText

/// 共抓获50人,其中男性30人、女性25人.
struct WrongSum: FaultInjector {
  static let code = "sum.mismatch"

  func changes(in passages: Passages, _ generator: inout SeededGenerator) -> [Fault] {
    PartedWhole.all(in: passages).compactMap { parted in
      guard parted.isExhaustive, parted.parts.count > 1,
        parted.parts.reduce(0, { $0 + $1.count.number }) == parted.whole.number,
        let part = parted.parts.randomElement(using: &generator),
        let number = Self.wrong(part.count.number, below: parted.whole.number, &generator)
      else { return nil }
      return .rewriting(
        part.item, as: "\(number)\(part.count.unit)",
        concerns: [parted.wholeItem.span]
          + parted.parts.map(\.item.span).filter { $0 != part.item.span })
    }
  }

  func additions(to passages: Passages, _ generator: inout SeededGenerator) -> [Fault] {
    passages.reported.compactMap { reported in
      let (number, unit) = (reported.count.number, reported.count.unit)
      guard number >= 20, reported.figure.aggregation != "change", !reported.figure.action.isEmpty,
        case let first = Int.random(in: number / 4...number / 2, using: &generator),
        let second = Self.wrong(number - first, below: number, &generator)
      else { return nil }
      let labels = ["人", "名", "位"].contains(unit) ? ("男性", "女性") : ("白天", "夜间")
      return .appending(
        "行动期间共\(reported.name)⟦\(number)\(unit)⟧，"
          + "其中\(labels.0)⟦\(first)\(unit)⟧、\(labels.1)⟦\(second)\(unit)⟧。")
    }
  }

  /// Another number within a fifth, as misprints are, that still is no whole.
  private static func wrong(
    _ number: Int, below whole: Int, _ generator: inout SeededGenerator
  ) -> Int? {
    let distance = Int.random(in: 1...max(1, number / 5), using: &generator)
    let choices = [number - distance, number + distance].filter { $0 > 0 && $0 < whole }
    return choices.randomElement(using: &generator)
  }
}

/// 查处违法行为30起,其中酒驾45起.
struct LargePart: FaultInjector {
  static let code = "sum.part-exceeds-total"

  func changes(in passages: Passages, _ generator: inout SeededGenerator) -> [Fault] {
    PartedWhole.all(in: passages).compactMap { parted in
      guard parted.isAmong, let part = parted.parts.first else { return nil }
      let number = Self.larger(than: parted.whole.number, &generator)
      return .rewriting(part.item, as: "\(number)\(part.count.unit)")
    }
  }

  func additions(to passages: Passages, _ generator: inout SeededGenerator) -> [Fault] {
    passages.reported.compactMap { reported in
      guard reported.figure.aggregation != "change", !reported.figure.action.isEmpty else {
        return nil
      }
      let number = Self.larger(than: reported.count.number, &generator)
      let unit = reported.count.unit
      return .appending(
        "行动期间共\(reported.name)⟦\(reported.item.words)⟧，其中夜间⟦\(number)\(unit)⟧。")
    }
  }

  private static func larger(than whole: Int, _ generator: inout SeededGenerator) -> Int {
    whole + Int.random(in: 1...max(1, whole / 3), using: &generator)
  }
}

/// A total and amounts of its unit that its sentence names as parts.
private struct PartedWhole {
  var wholeItem: Passages.Item
  var whole: Passages.Count
  var parts: [(item: Passages.Item, count: Passages.Count)]
  /// Whether 其中 or 包括 stands between.
  var isAmong: Bool
  /// Whether the words say that nothing is left over.
  var isExhaustive: Bool

  static func all(in passages: Passages) -> [PartedWhole] {
    passages.sentences().flatMap { items in
      items.indices.compactMap { PartedWhole(from: $0, of: items, in: passages) }
    }
  }

  private init?(from index: Int, of items: [Passages.Item], in passages: Passages) {
    let item = items[index]
    guard let whole = item.count, index + 1 < items.count,
      !passages.before(item, limit: 8).contains("均")
    else { return nil }
    let opening = passages.between(item, items[index + 1])
    isAmong = opening.wholeMatch(of: /[，,（(]?(其中|包括|含).{0,12}/) != nil
    let isRespective = opening.wholeMatch(of: /[，,]分别为/) != nil
    guard isAmong || isRespective else { return nil }
    parts = []
    var labels = opening
    for next in items[(index + 1)...] {
      if let last = parts.last?.item {
        let gap = passages.between(last, next)
        guard gap.wholeMatch(of: /[、，,和及].{0,14}/) != nil else { break }
        labels += gap
      }
      guard let count = next.count, count.unit == whole.unit, count.number <= whole.number else {
        break
      }
      parts.append((next, count))
    }
    guard !parts.isEmpty else { return nil }
    wholeItem = item
    self.whole = whole
    let lastLabel = labels.suffix(8)
    isExhaustive =
      isRespective || lastLabel.contains(/其他|其它|其餘|其余/)
      || labels.contains("男") && labels.contains("女")
  }
}
