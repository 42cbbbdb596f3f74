import TongbaoText

/// Amounts that 分别 hands out to as many things: 酒驾、醉驾分别为12起、3起.
struct DistributiveList {
  /// What one of the amounts belongs to.
  struct Share {
    /// The amount's token.
    var amount: Int
    /// From 0.
    var position: Int
    var object: Range<Int>?
    var scope: ScopeReading?
    var period: PeriodReading?
    /// The figure whose change or average this amount is.
    var former: FigureDraft?
  }

  /// What ties the first of the amounts to the words before it holds for all of them.
  let tie: AmountTie
  /// The verb before the amounts, as token indices.
  let verb: Range<Int>?
  /// In text order.
  private let shares: [Share]
  private let isBreakdown: Bool
  /// Whether the amounts are parts of one before: 其中 stands before them, or before the number of
  /// those who share.
  let divides: Bool
  /// 占 or a copula before shares of a whole, as a token index: 甲、乙两案各占一成和三成.
  let shareCopula: Int?

  /// Finds what the amounts belong to: kinds of comparison (环比、同比), the things named before
  /// 分别, else as many places or days, else as many figures before. `nil` where none of them fits.
  init?(
    _ amount: AmountContext, _ tie: AmountTie, actions: ActionFinder, objects: ObjectFinder,
    places: [ScopeReading], days: [PeriodReading], former: [FigureDraft], last: FigureDraft?
  ) {
    let members = Self.members(of: amount)
    guard members.count > 1 else { return nil }
    let isNamed = tie.copula.map { amount.text.tokens[$0].word.copula == .named } ?? false
    shareCopula = amount.isPercent ? tie.share ?? (isNamed ? tie.copula : nil) : nil
    verb = actions.verb(of: tie, isPercent: amount.isPercent)
    let start = verb?.upperBound ?? tie.core.lowerBound
    var named = Self.items(in: start..<tie.core.upperBound, of: amount.text, objects: objects)
    // 超员、超速分别处罚12起、264起: the things stand before 分别.
    if named.count != members.count, verb != nil,
      let hand = tie.core.last(where: { amount.text.tokens[$0].function == .distributive })
    {
      let before = Self.items(in: tie.core.lowerBound..<hand, of: amount.text, objects: objects)
      if before.count == members.count { named = before }
    }
    var shares: [Share] = []
    for (position, member) in members.enumerated() {
      var share = Share(amount: member, position: position)
      if tie.comparisons.count == members.count {
        share.former = last
      } else if named.count == members.count {
        share.object = named[position]
      } else if places.count == members.count {
        share.scope = places[position]
        // 三所破案数依次为…: one noun for all the places.
        share.object = named.count == 1 ? named[0] : nil
      } else if days.count == members.count {
        // 3日、4日接警分别为…: a day each.
        share.period = days[position]
        share.object = named.count == 1 ? named[0] : nil
      } else if verb == nil, former.count >= members.count {
        share.former = former[former.count - members.count + position]
      } else {
        return nil
      }
      shares.append(share)
    }
    self.tie = tie
    self.shares = shares
    isBreakdown = amount.isBreakdown
    divides = amount.isBreakdown || last?.isRemark == true
  }

  /// What the amount at a token belongs to, if it is one of the list. O(log *n*) in the list.
  func share(of token: Int) -> Share? {
    var low = 0
    var high = shares.count
    while low < high {
      let middle = (low + high) / 2
      if shares[middle].amount < token { low = middle + 1 } else { high = middle }
    }
    return low < shares.count && shares[low].amount == token ? shares[low] : nil
  }

  /// Whether the amount goes on with figures that have a verb: 其中 or a later item.
  func isContinuing(_ share: Share) -> Bool { isBreakdown || share.position > 0 }

  /// Tokens of the amounts of a list that begins with the given one: 20.9%、14.3%和8%.
  private static func members(of amount: AmountContext) -> [Int] {
    var members = [amount.index]
    for index in amount.index + 1..<amount.clause.tokens.upperBound {
      let token = amount.text.tokens[index]
      if token.isAmount {
        members.append(index)
      } else if !token.separatesItems, !token.isGloss, token.word.direction == nil {
        break
      }
    }
    return members
  }

  /// The nouns of an enumeration.
  private static func items(
    in range: Range<Int>, of text: FigureText, objects: ObjectFinder
  ) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where text.tokens[index].separatesItems {
      if let noun = objects.noun(in: start..<index, hasVerb: false) { items.append(noun) }
      start = index + 1
    }
    if let noun = objects.noun(in: start..<range.upperBound, hasVerb: false) {
      items.append(noun)
    }
    return items
  }
}
