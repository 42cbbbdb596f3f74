import TongbaoText

// Verbs inside nouns: 关联案件, 推广团伙, 执行率.

extension ActionFinder {
  /// Whether the words before an amount name what it measures, so that a verb among them is part
  /// of the name: 用警占比接近六成, 修复费用高达9万元, 入园闸口由9个减到3个.
  func measuresNoun(_ core: Range<Int>, _ tie: AmountTie, isPercent: Bool) -> Bool {
    guard let last = core.last else { return false }
    let turns = tie.turn != nil || tie.isOrigin
    // 日均发案由9起降至3起, but 电诈立案由9起降至3起
    if turns, text.tokens[last].word.isActivity, !text.tokens[last].word.isAction,
      !core.contains(where: { text.tokens[$0].isText })
    {
      return true
    }
    guard text.tokens[last].isText, last > core.lowerBound, text.tokens[last - 1].word.isVerb
    else { return false }
    if turns, !text.tokens[last - 1].word.isAction { return true }
    guard turns || isPercent || tie.copula != nil || tie.direction != nil else { return false }
    return Self.measures.ends(text.tokens[last].range, of: text.units)
  }

  private static let measures: PhraseSet = [
    "率", "占比", "比例", "人数", "件数", "起数", "次数", "案件数", "人次", "费用", "成本",
  ]

  /// Whether a verb only tells which things another verb is about: 侦破电诈及关联案件,
  /// 打掉推广引流团伙, 截下偷运木材的货车, and as an item 增援警力20名.
  ///
  /// - Parameter item: whether the amount goes on with a list.
  func tellsWhich(_ index: Int, in core: Range<Int>, item: ListItem) -> Bool {
    let range = text.tokens[index].range
    let holds = Self.holding.contains(range, of: text.units)
    guard holds || Self.describing.contains(range, of: text.units) else { return false }
    let next = index + 1
    guard next < core.upperBound else { return holds && isGoverned(index, in: core) }
    guard text.tokens[next].isText || text.tokens[next].kind == .quotation else { return false }
    return item == .inSameUnit || isGoverned(index, in: core)
  }

  /// Whether a verb before it says what was done, with no more than nouns between them: in
  /// 供认先后拐卖儿童 both are done.
  private func isGoverned(_ index: Int, in core: Range<Int>) -> Bool {
    for other in (core.lowerBound..<index).reversed() {
      let token = text.tokens[other]
      if token.word.isAction { if !tells(token.range) { return true } else { continue } }
      guard
        token.isText || token.kind == .quotation || token.separatesItems
          || token.word.isActivity
      else { return false }
    }
    return false
  }

  /// Whether a verb may tell which things are meant.
  func tells(_ verb: Range<Int>) -> Bool { Self.describing.contains(verb, of: text.units) }

  /// Whether a noun is no more than such a verb: 装有 before 3万元现金.
  func isHolding(_ noun: Range<Int>) -> Bool { Self.holding.contains(noun, of: text.units) }

  /// What offenders do, and what things are for.
  private static let describing: PhraseSet = [
    "关联", "推广", "支付", "增援", "回收", "涉及", "涉款", "改装", "加装", "加焊", "加挂",
    "偷渡", "偷运", "拐卖", "拐骗", "电捕", "捞捕", "捕猎", "猎杀", "毒杀", "诱杀", "捕杀", "售卖", "转卖", "转售",
    "骗取", "套取", "诈取", "窃取", "盗取", "骗领", "挪用", "洗白", "夹藏", "藏匿", "剥离", "毁坏", "开垦", "填占",
    "偷逃", "偷漏", "逃税", "偷税", "毁林", "毁草", "毁田", "下套",
  ]
  /// What also an amount may follow: 找回装有3万元现金的背包.
  private static let holding: PhraseSet = ["装有", "载有", "装满", "藏有", "内装"]
}
