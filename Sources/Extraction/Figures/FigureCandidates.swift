import TongbaoText

/// Decides which amounts the context forbids to be a figure's.
enum FigureCandidates {
  /// Whether the words around an amount make it something else than a report: a threshold, a
  /// penalty, an instruction, a distance, the clicks of a page, the page itself.
  static func isReport(_ amount: AmountContext) -> Bool {
    !isThreshold(amount) && !isExcludedByWord(amount) && !isUnreportedLength(amount)
      && !isRatio(amount) && !isNamedAgain(amount)
      && !isPageNumber(amount) && !isLooseNumber(amount)
  }

  /// 68公里/小时, 80毫克/100毫升: a speed or a content is measured, not reported.
  private static func isRatio(_ amount: AmountContext) -> Bool {
    amount.anchor.type == .measure
      && amount.text.mentions[amount.anchor.mention].value.containsUTF8(UInt8(ascii: "/"))
  }

  /// 以上四条路合计129起: how many they are was said before.
  private static func isNamedAgain(_ amount: AmountContext) -> Bool {
    guard amount.anchor.type == .count, let before = amount.lastLeft else { return false }
    return demonstratives.contains(before.range, of: amount.text.units)
      && amount.following?.isText == true
  }

  private static let demonstratives: PhraseSet = ["以上", "上述"]

  /// A number without a unit reports only what a word ties it to: 注册量达86.5万; with 万 or 亿 also
  /// what it stands behind: 冻结9500余万, 峰值人数1.3万.
  private static func isLooseNumber(_ amount: AmountContext) -> Bool {
    guard amount.anchor.type == .number else { return false }
    let words = amount.text.mentions[amount.anchor.mention].text
    if myriads.contains(where: words.endsInUTF8), amount.rightRange.isEmpty,
      let before = amount.lastLeft, before.isText || before.word.isVerb
    {
      return false
    }
    let tie = amount.lastLeft?.word ?? .none
    return tie.copula == nil && tie.turn == nil && tie.direction == nil && tie.aggregation == nil
  }

  /// 3人以上的事故, 未发生一次…: a bound that qualifies a noun, or what did not happen.
  private static func isThreshold(_ amount: AmountContext) -> Bool {
    guard !amount.isPercent, let next = amount.following, !next.separatesItems, !next.isGloss
    else { return false }
    guard isBound(amount) else { return false }
    let words = amount.text.mentions[amount.anchor.mention].text
    return boundWords.contains(where: words.endsInUTF8)
  }

  private static let myriads: [StaticString] = ["万", "亿", "萬", "億"]

  /// `>=3`, `<=3`
  private static func isBound(_ amount: AmountContext) -> Bool {
    let value = amount.text.mentions[amount.anchor.mention].value
    return value.beginsWithUTF8(">=") || value.beginsWithUTF8("<=")
  }

  private static let boundWords: [StaticString] = ["以上", "以下", "以内"]

  private static func isExcludedByWord(_ amount: AmountContext) -> Bool {
    // 点击：1200 stands in a clause of its own.
    if amount.leftRange.isEmpty { return amount.preceding?.word.exclusion == .pageView }
    guard amount.mayBeExcluded else { return false }
    for index in amount.leftRange.reversed() {
      guard let reason = amount.text.tokens[index].word.exclusion else { continue }
      let between = index + 1..<amount.leftRange.upperBound
      let distance = between.count { amount.text.tokens[$0].function != .particle }
      if excludes(amount, reason, distance, verb: amount.text.tokens[index].word.isVerb) {
        return true
      }
    }
    return false
  }

  private static func excludes(
    _ amount: AmountContext, _ reason: FigureWord.Exclusion, _ distance: Int, verb: Bool
  ) -> Bool {
    switch reason {
    // 判处五年以上有期徒刑的9人: the people are counted.
    case .penalty: return !(amount.anchor.countsPeople && amount.lastLeft?.function == .of)
    case .instruction: return true
    case .pageView: return distance <= 1
    case .distance:
      // 比去年高4万人 is a change, 高3米 a height.
      let isChange = amount.lastLeft?.word.direction != nil && !amount.anchor.isLength
      // 走了4公里 is a distance, 跑6趟 is work done.
      if verb, !amount.anchor.isLength { return false }
      return distance == 0 && !amount.isPercent && !isChange
    case .rate: return distance == 0
    case .negation:
      let value = amount.text.mentions[amount.anchor.mention].value
      return value.beginsWithUTF8("1 ") || value.beginsWithUTF8(">=")
    }
  }

  /// A length before a noun describes it (一公里步道); one behind its noun is reported.
  private static func isUnreportedLength(_ amount: AmountContext) -> Bool {
    guard amount.anchor.isLength else { return false }
    if amount.following?.isText == true { return true }
    // 水位22米 says how things stand; 巡查堤段22公里, what was done.
    return !amount.followsAmount
      && !amount.leftContains { $0.word.isVerb || $0.word.aggregation == .increment }
  }

  /// 共2页 in the mark of a page.
  private static func isPageNumber(_ amount: AmountContext) -> Bool {
    guard amount.anchor.countsPages else { return false }
    return !amount.leftContains {
      $0.word.aggregation != .total && $0.anchor == nil && !isSlash($0, amount.text)
    }
  }

  /// 第2页/共5页
  private static func isSlash(_ token: FigureToken, _ text: FigureText) -> Bool {
    token.isText && text.units[token.range.upperBound - 1] == UInt16(UInt8(ascii: "/"))
  }
}
