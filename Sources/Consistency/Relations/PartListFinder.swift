import Numerals
import TongbaoText

/// Finds the list of parts that begins at an amount.
struct PartListFinder {
  let view: ReportView
  /// By index, whether a list before has the amount as a part: what follows divides their whole
  /// anew.
  private var isPart: [Bool]

  init(_ view: ReportView) {
    self.view = view
    isPart = Array(repeating: false, count: view.quantities.count)
  }

  mutating func note(_ list: PartList) {
    for part in list.parts { isPart[part.index] = true }
  }

  /// Whether the sentence of an amount has words that tie parts to a whole, and the amount a unit.
  func mayBegin(at index: Int) -> Bool {
    let cues = view.cues(around: view.quantities[index])
    return !cues.isDisjoint(with: [.among, .respectively, .totals, .viewpoints, .catches])
      && view.quantities[index].unit.kind != .none && !view.quantities[index].isPercent
  }

  static let among = Cue("其中", "包括", "包含", "其中包括", "内含", "(含")
  static let respectively = Cue("分别为", "分别是", "分别有", "分别达", "依次为", "各为")
  private static let averaged = Cue("日均", "平均", "人均", "月均", "同比", "环比", "占", "比", "较", "每")
  /// Words in which 共, 比, 占 and 从 count nothing.
  private static let otherWords = Cue(
    "公共", "共同", "共享", "共犯", "中共", "共青", "比中", "比对", "占道", "占用", "侵占", "霸占", "从业", "从犯", "从轻", "从重",
    "从严",
    "自由", "理由", "事由", "案由", "由来", "总队", "总站", "总局", "总会")
  private static let open = Cue("(")
  private static let close = Cue(")")
  private static let openingEnds = Cue(",", ":")
  private static let joiners = Cue("、", "和", "及", "与")
  private static let sizeLinks = Cue("了", "约", "近")
  private static let totalWords = Cue("共", "累计", "总", "合计")
  private static let sureTotals = Cue("合计", "总计", "共计", "总共", "一共")
  private static let totalLinks = totals + Cue("两项", "三项", "四项", "以上", "为", "达", "数")
  static let totals = Cue("合计", "总计", "共计", "总共", "一共", "共")
  private static let rest = Cue("其他", "其它", "其余", "余下", "剩余", "另外", "另有")

  func list(startingAt first: Quantity) -> PartList? {
    let cues = view.cues(around: first)
    if !cues.isDisjoint(with: [.among, .respectively]) {
      let lead = view.lead(of: first)
      if let list = handedOutList(first, lead: lead) { return list }
      if cues.contains(.among), lead.contains(Self.among) { return amongList(first, lead: lead) }
      if cues.contains(.respectively), let cue = lead.last(Self.respectively),
        !lead.contains(Self.averaged, besides: Self.otherWords)
      {
        return respectivelyList(first, lead: lead, cue: cue)
      }
    }
    if cues.contains(.viewpoints), let subject = classification(first) {
      return classifiedList(first, labels: nil, subject: subject)
    }
    if cues.contains(.catches), let list = followUp(of: first) { return list }
    let mayFollow = view.sentences.hasTotal(first.sentence, from: first.range.upperBound)
    return mayFollow ? totalList(first) : nil
  }

  // MARK: 其中

  private func amongList(_ first: Quantity, lead: TextSlice) -> PartList? {
    guard let cue = lead.last(Self.among), let whole = whole(of: first, cue: cue) else {
      return nil
    }
    let isBracketed =
      lead[cue].hasPrefix(Self.open)
      || lead[lead.range.lowerBound..<cue.lowerBound].hasSuffix(Self.open)
    let parts = parts(from: first, isBracketed: isBracketed)
    if parts.count == 1, !isBracketed, let remainder = remainder(after: first) {
      return PartList(
        whole: whole, parts: [first, remainder], tie: .among, isExhaustive: true,
        hasLikeLabels: false)
    }
    let labels = labels(of: parts, after: cue.upperBound)
    // 其中甲、乙两队分别查获19人、24人: the parts share the words before them.
    let areHandedOut =
      parts.count > 1 && lead[cue.upperBound..<lead.range.upperBound].contains(Self.hands)
    let isExhaustive =
      parts.count > 1 && (labels.last.map { $0.contains(Self.rest) } ?? false)
      || areComplements(labels)
    return PartList(
      whole: whole, parts: parts, tie: .among, isExhaustive: isExhaustive,
      hasLikeLabels: areHandedOut || endAlike(labels))
  }

  private static let hands = Cue("分别", "依次", "各")

  /// 58人,其中甲、乙、丙3个分局分别查获19人、14人、16人; 三县依次为8个、12个: as many parts as the amount
  /// before counts sharers.
  private func handedOutList(_ first: Quantity, lead: TextSlice) -> PartList? {
    guard first.index > 1, lead.count <= Self.longestGap, lead.contains(Self.hands) else {
      return nil
    }
    let sharers = view.quantities[first.index - 1]
    let parts = parts(from: first, isBracketed: false)
    guard parts.count > 1, sharers.sentence == first.sentence, !sharers.isComparable(with: first),
      let count = sharers.value, count == ExactDecimal(parts.count),
      let whole = whole(of: first, cue: sharers.range)
    else { return nil }
    return PartList(
      whole: whole, parts: parts, tie: .among, isExhaustive: false, hasLikeLabels: true)
  }

  /// The number of the same kind that 其中 looks back to: the nearest one of the sentence that is
  /// no size of a change and no base; of the sentence before, where 其中 opens one, the largest.
  private func whole(of first: Quantity, cue: Range<Int>) -> Quantity? {
    let opensSentence = view.slice(view.sentences.range(first.sentence).lowerBound..<cue.lowerBound)
      .isFiller
    let sentence = opensSentence ? view.previousStatement(of: first) : first.sentence
    var found: Quantity?
    var index = first.index - 1
    while index >= 0, first.index - index <= 12 {
      let candidate = view.quantities[index]
      if candidate.sentence < sentence { break }
      if !isPart[index], candidate.isComparable(with: first), isTotal(candidate) {
        if !opensSentence { return candidate }
        if let value = candidate.value, let best = found?.value, value <= best {
          index -= 1
          continue
        }
        found = candidate
      }
      index -= 1
    }
    return found
  }

  private static let remainders = Cue("余下", "其余", "剩余", "剩下")

  /// The rest that the text names further on: 其中3人被拘留;其余2人取保候审.
  private func remainder(after first: Quantity) -> Quantity? {
    var index = first.index + 1
    while index < view.quantities.count, index - first.index <= 6 {
      let candidate = view.quantities[index]
      guard candidate.sentence - first.sentence <= 1 else { return nil }
      if candidate.isComparable(with: first) {
        let label = view.lead(of: candidate, limit: 4).trimmed
        return label.hasSuffix(Self.remainders) ? candidate : nil
      }
      index += 1
    }
    return nil
  }

  private func isTotal(_ quantity: Quantity) -> Bool {
    let words = view.leadWords(of: quantity, limit: 16).lastClause
    return !words.contains(Self.averaged, besides: Self.otherWords)
      && !words.contains(ChangeWords.past)
      && !(ChangeWords.direction(in: words).map {
        words[$0.range.upperBound..<words.range.upperBound].consists(of: Self.sizeLinks)
      } ?? false)
  }

  // MARK: Going along a list

  private static let separators = Cue("、", ",", "和", "及", "以及", "与", "，", " ", "(")
  private static let listEnds = Cue(
    "其中", "共", "合计", "总", "累计", "同比", "环比", "比", "较", "占", "由", "从", "日均")
  private static let longestGap = 28
  private static let longestList = 60

  /// The amounts of one kind that follow each other, subdivisions in brackets left out.
  private func parts(from first: Quantity, isBracketed: Bool) -> [Quantity] {
    var parts = [first]
    var last = first
    while parts.count < Self.longestList,
      let next = nextPart(after: last, isBracketed: isBracketed),
      next.isComparable(with: first)
    {
      parts.append(next)
      last = next
    }
    return parts
  }

  private func nextPart(after last: Quantity, isBracketed: Bool) -> Quantity? {
    var index = last.index + 1
    guard index < view.quantities.count, let start = view.gap(last, view.quantities[index]) else {
      return nil
    }
    if start.hasPrefix(Self.open) {
      guard let end = closingBracket(after: last) else { return nil }
      while index < view.quantities.count, view.quantities[index].range.lowerBound < end {
        index += 1
      }
      guard index < view.quantities.count else { return nil }
      let gap = view.slice(end..<max(end, view.quantities[index].range.lowerBound))
      return continues(gap, to: view.quantities[index], from: last) ? view.quantities[index] : nil
    }
    if isBracketed, start.contains(Self.close) { return nil }
    return continues(start, to: view.quantities[index], from: last) ? view.quantities[index] : nil
  }

  private func closingBracket(after quantity: Quantity) -> Int? {
    let rest = view.after(quantity, limit: 80)
    return rest.first(Self.close)?.upperBound
  }

  private func continues(_ gap: TextSlice, to next: Quantity, from last: Quantity) -> Bool {
    next.sentence == last.sentence && gap.count <= Self.longestGap
      && (gap.hasPrefix(Self.separators) || isNounBefore(gap))
      && !gap.contains(Self.listEnds, besides: Self.otherWords)
  }

  private static let longestNoun = 6

  /// 十一名男子及三名女子: the nouns follow their amounts.
  private func isNounBefore(_ gap: TextSlice) -> Bool {
    gap.count <= Self.longestNoun && gap.hasSuffix(Self.joiners)
      && !gap.units.contains(where: TextSlice.isClauseMark)
  }

  /// What stands before each part, from its separator on.
  private func labels(of parts: [Quantity], after start: Int) -> [TextSlice] {
    parts.enumerated().map { position, part in
      let from = position == 0 ? start : parts[position - 1].range.upperBound
      let range = max(from, part.range.lowerBound - 40)..<part.range.lowerBound
      return view.slice(range.lowerBound..<max(range.lowerBound, range.upperBound)).trimmed
    }
  }

  private func endAlike(_ labels: [TextSlice]) -> Bool {
    guard labels.count > 2 || labels.count == 2, let last = labels.first?.units.last,
      TextSlice.isHan(last)
    else { return false }
    return labels.allSatisfy { $0.units.last == last }
      || labels.allSatisfy { $0.contains(Self.police) }
  }

  /// 交警380名、特警210名、增援警力150名
  private static let police = Cue("警")

  private static let complements: [(Cue, Cue)] = [
    (Cue("男"), Cue("女")), (Cue("成年人", "成年"), Cue("未成年")), (Cue("境内"), Cue("境外")),
    (Cue("入境"), Cue("出境")),
    (Cue("城区", "城市"), Cue("农村", "乡村")), (Cue("白天"), Cue("夜间")),
    (Cue("本地", "本市", "本省"), Cue("外地", "外市", "外省")),
  ]

  private func areComplements(_ labels: [TextSlice]) -> Bool {
    labels.count == 2
      && Self.complements.contains { one, other in
        labels[0].contains(one) && labels[1].contains(other)
          || labels[0].contains(other) && labels[1].contains(one)
      }
  }

  // MARK: 分别为

  private func respectivelyList(
    _ first: Quantity, lead: TextSlice, cue: Range<Int>
  ) -> PartList? {
    let parts = parts(from: first, isBracketed: false)
    guard parts.count > 1 else { return nil }
    let label = lead[lead.range.lowerBound..<cue.lowerBound].trimmed
    if first.index > 0, label.isEmpty {
      let whole = view.quantities[first.index - 1]
      guard whole.sentence == first.sentence, whole.isComparable(with: first), isTotal(whole),
        first.index < 2 || !isSameList(whole, view.quantities[first.index - 2])
      else { return nil }
      return PartList(
        whole: whole, parts: parts, tie: .respectively, isExhaustive: true, hasLikeLabels: true)
    }
    guard let labels = enumeratedLabels(label, count: parts.count) else { return nil }
    return classifiedList(first, labels: labels, subject: nil)
  }

  /// Whether two neighbours stand in one list, so that 分别为 looks back to both.
  private func isSameList(_ whole: Quantity, _ before: Quantity) -> Bool {
    guard before.sentence == whole.sentence, let gap = view.gap(before, whole, limit: 16) else {
      return false
    }
    return gap.hasPrefix(Self.joiners)
  }

  /// 城区道路事故、国省干道事故、县乡道路事故 as so many labels.
  private func enumeratedLabels(_ label: TextSlice, count: Int) -> [TextSlice]? {
    let labels = label.lastClause.units
      .split(whereSeparator: { $0 == 0x3001 || $0 == 0x548C || $0 == 0x53CA })  // 、 和 及
      .map { TextSlice($0) }
    return labels.count == count ? labels : nil
  }

  // MARK: 从…看

  static let viewpoints = Cue("看", "分", "区分", "统计", "来说", "而言", "计", "划分")
  private static let viewpointStarts = Cue("从", "按", "分", "以", "依")

  /// What stands before 从道路看, 分口岸看 or 按类型分 where the sentence opens so and this is its
  /// first amount: the name of what is classified, or nothing.
  private func classification(_ first: Quantity) -> TextSlice? {
    let sentence = view.sentences.range(first.sentence).lowerBound
    guard first.index == 0 || view.quantities[first.index - 1].sentence != first.sentence else {
      return nil
    }
    let opening = view.slice(sentence..<max(sentence, min(sentence + 24, first.range.lowerBound)))
    guard let end = opening.first(Self.openingEnds) else { return nil }
    let clause = opening[opening.range.lowerBound..<end.lowerBound].trimmed
    guard clause.hasSuffix(Self.viewpoints), let start = clause.first(Self.viewpointStarts),
      start.upperBound < clause.range.upperBound
    else { return nil }
    return clause[clause.range.lowerBound..<start.lowerBound]
  }

  private func classifiedList(
    _ first: Quantity, labels given: [TextSlice]?, subject: TextSlice?
  ) -> PartList? {
    let parts = parts(from: first, isBracketed: false)
    guard parts.count > 2 || (given != nil && parts.count > 1) else { return nil }
    let labels = given ?? labels(of: parts, after: view.lead(of: first).range.lowerBound)
    let sum = parts.reduce(ValueRange.zero) { $0 + $1.values }
    let candidates = totals(before: first) + (subject == nil ? [] : statement(before: first))
    if candidates.contains(where: { !$0.values.excludes(sum) }) { return nil }
    let suffix = commonSuffix(labels)
    let named = subject.flatMap { amount(named: $0, before: first) }
    if let named, !named.values.excludes(sum) { return nil }
    guard
      let whole = named.flatMap({ PartList.isWithin(4, of: $0, sum: sum) ? $0 : nil })
        ?? candidates.first(where: { isLikely($0, sum: sum, suffix: suffix) })
    else { return nil }
    return PartList(
      whole: whole, parts: parts, tie: .classified, isExhaustive: true,
      hasLikeLabels: suffix != nil)
  }

  /// The nearest amount of the same kind before the list whose words contain a name: A1类 of
  /// A1类依运具分.
  private func amount(named name: TextSlice, before first: Quantity) -> Quantity? {
    guard name.count >= 2 else { return nil }
    let cue = Cue(name)
    return view.quantities[max(0, first.index - 16)..<first.index].last {
      $0.isComparable(with: first) && isTotal($0) && view.lead(of: $0, limit: 24).contains(cue)
    }
  }

  // MARK: 移送

  static let catches = Cue("查获", "查处", "查缉", "取缔")
  private static let followUps = Cue("移送", "移送法办", "移送起诉", "函送")

  /// 查获酒驾48件,移送法办9件: what is handed over is part of what was found just before.
  private func followUp(of first: Quantity) -> PartList? {
    guard first.index > 0 else { return nil }
    let whole = view.quantities[first.index - 1]
    guard !isPart[first.index], whole.sentence == first.sentence,
      whole.isComparable(with: first), isTotal(whole),
      view.lead(of: whole, limit: 12).contains(Self.catches),
      let gap = view.gap(whole, first, limit: 8), !gap.isFiller,
      gap.consists(of: Self.followUps)
    else { return nil }
    return PartList(
      whole: whole, parts: [first], tie: .among, isExhaustive: false, hasLikeLabels: false)
  }

  // MARK: Totals before a list

  /// Amounts of the same kind before the list that are said to be totals, the nearest first.
  private func totals(before first: Quantity) -> [Quantity] {
    view.quantities[max(0, first.index - 40)..<first.index].reversed().filter {
      $0.isComparable(with: first) && isTotal($0)
        && view.leadWords(of: $0).contains(Self.totalWords, besides: Self.otherWords)
    }
  }

  /// Amounts of the same kind in the sentence right before a list that 按…分 opens.
  private func statement(before first: Quantity) -> [Quantity] {
    view.quantities[max(0, first.index - 12)..<first.index].reversed().filter {
      $0.sentence == first.sentence - 1 && $0.isComparable(with: first) && isTotal($0)
        && !isPart[$0.index]
    }
  }

  /// The last two characters that all labels share (事故).
  private func commonSuffix(_ labels: [TextSlice]) -> TextSlice? {
    guard let first = labels.first, first.count >= 2 else { return nil }
    let suffix = first.units.suffix(2)
    return labels.allSatisfy { $0.units.suffix(2).elementsEqual(suffix) }
      ? TextSlice(suffix) : nil
  }

  /// A list that shares its noun with a total classifies it if its sum is within a quarter. Without
  /// that evidence it may leave a rest out, so a sum below the total has to be within a twentieth.
  private func isLikely(_ whole: Quantity, sum: ValueRange, suffix: TextSlice?) -> Bool {
    let sharesNoun = suffix.map { suffix in
      view.lead(of: whole).units.suffix(2).elementsEqual(suffix.units)
    }
    let isCertain = sharesNoun == true || whole.values.isBelow(sum)
    return PartList.isWithin(isCertain ? 4 : 20, of: whole, sum: sum)
  }

  // MARK: 合计

  /// The list that ends where a total follows; found from its first amount.
  private func totalList(_ first: Quantity) -> PartList? {
    if first.index > 0 {
      let before = view.quantities[first.index - 1]
      if before.isComparable(with: first), before.sentence == first.sentence,
        let gap = view.gap(before, first, limit: Self.longestGap), gap.hasPrefix(Self.separators)
      {
        return nil
      }
    }
    let parts = parts(from: first, isBracketed: false)
    guard parts.count > 1, let last = parts.last, last.index + 1 < view.quantities.count else {
      return nil
    }
    let whole = view.quantities[last.index + 1]
    guard whole.sentence == first.sentence, whole.isComparable(with: first),
      let gap = view.gap(last, whole, limit: 10), gap.contains(Self.totals),
      gap.consists(of: Self.totalLinks)
    else { return nil }
    let isSure = gap.contains(Self.sureTotals)
    return PartList(
      whole: whole, parts: parts, tie: .total, isExhaustive: isSure, hasLikeLabels: true)
  }
}
