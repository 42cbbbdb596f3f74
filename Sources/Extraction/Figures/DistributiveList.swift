import TongbaoText

/// Amounts that 分别 hands out to as many things: 酒驾、醉驾分别为12起、3起.
struct DistributiveList {
  /// What one of the amounts belongs to.
  struct Share {
    /// From 0.
    var position: Int
    var object: Range<Int>?
    var scope: Figure.Scope?
    /// The figure whose change or average this amount is.
    var former: FigureDraft?
  }

  /// What ties the first of the amounts to the words before it holds for all of them.
  let tie: AmountTie
  /// The verb before the amounts, as token indices.
  let verb: Range<Int>?
  private let shares: [Int: Share]
  private let isBreakdown: Bool

  /// Finds what the amounts belong to: kinds of comparison (环比、同比), the things named before
  /// 分别, else as many places, else as many figures before. `nil` where none of them fits.
  init?(
    _ amount: AmountContext, _ tie: AmountTie, actions: ActionFinder, objects: ObjectFinder,
    places: [Figure.Scope], former: [FigureDraft], last: FigureDraft?
  ) {
    let members = Self.members(of: amount)
    guard members.count > 1 else { return nil }
    let tokens = amount.sentence.tokens
    verb = actions.verb(in: tie.core, of: tokens)
    let start = verb?.upperBound ?? tie.core.lowerBound
    let named = Self.items(in: start..<tie.core.upperBound, of: tokens, objects: objects)
    var shares: [Int: Share] = [:]
    for (position, member) in members.enumerated() {
      var share = Share(position: position)
      if tie.comparisons.count == members.count {
        share.former = last
      } else if named.count == members.count {
        share.object = named[position]
      } else if places.count == members.count {
        share.scope = places[position]
      } else if verb == nil, former.count >= members.count {
        share.former = former[former.count - members.count + position]
      } else {
        return nil
      }
      shares[member] = share
    }
    self.tie = tie
    self.shares = shares
    isBreakdown = amount.isBreakdown
  }

  /// What the amount at a token belongs to, if it is one of the list.
  func share(of token: Int) -> Share? { shares[token] }

  /// Whether the amount goes on with figures that have a verb: 其中 or a later item.
  func isContinuing(_ amount: AmountContext) -> Bool {
    isBreakdown || shares[amount.index].map { $0.position > 0 } == true
  }

  /// Indices of the amounts of a list that begins with the given one: 20.9%、14.3%和8%.
  private static func members(of amount: AmountContext) -> [Int] {
    let tokens = amount.sentence.tokens
    var members = [amount.index]
    for index in amount.index + 1..<amount.clause.tokens.upperBound {
      if tokens[index].isAmount {
        members.append(index)
      } else if !tokens[index].separatesItems, !tokens[index].isGloss,
        tokens[index].word?.direction == nil
      {
        break
      }
    }
    return members
  }

  /// The nouns of an enumeration.
  private static func items(
    in range: Range<Int>, of tokens: [FigureToken], objects: ObjectFinder
  ) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where tokens[index].separatesItems {
      if let noun = objects.noun(in: start..<index, of: tokens, hasVerb: false) {
        items.append(noun)
      }
      start = index + 1
    }
    if let noun = objects.noun(in: start..<range.upperBound, of: tokens, hasVerb: false) {
      items.append(noun)
    }
    return items
  }
}
