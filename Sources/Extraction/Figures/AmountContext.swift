import TongbaoText

/// An amount with the tokens on both sides that may say what it measures.
struct AmountContext {
  let sentence: FigureSentence
  let anchors: [FigureAnchor]
  /// The amount's token and its clause.
  let index: Int
  let clause: FigureClause
  /// Tokens from the previous amount (or what that one took for its noun) or the clause's start.
  let leftRange: Range<Int>
  /// Tokens up to the next amount or the clause's end.
  let rightRange: Range<Int>
  /// Whether an amount stands before it in the clause.
  let followsAmount: Bool

  var anchor: FigureAnchor { anchors[sentence.tokens[index].anchor ?? 0] }
  var mention: Mention { anchor.mention }
  var left: ArraySlice<FigureToken> { sentence.tokens[leftRange] }
  var right: ArraySlice<FigureToken> { sentence.tokens[rightRange] }

  /// The token behind it in the clause.
  var following: FigureToken? {
    index + 1 < clause.tokens.upperBound ? sentence.tokens[index + 1] : nil
  }

  /// The token before it in the sentence, be it in another clause.
  var preceding: FigureToken? { index > 0 ? sentence.tokens[index - 1] : nil }

  /// Whether it counts people or groups of them, who act.
  var countsPeople: Bool {
    ["名", "人", "位", "户", "家", "支", "队"].contains(mention.unit)
  }

  /// Whether another amount ends the right side.
  var precedesAmount: Bool { rightRange.upperBound < clause.tokens.upperBound }

  /// Whether it goes on with the list of the amount before (、 or 和 in between).
  var continuesList: Bool {
    guard let first = left.first else { return false }
    if followsAmount { return first.separatesItems }
    return first.isPause
  }

  /// Whether another item follows it in a list.
  var startsList: Bool { right.first?.separatesItems == true && precedesAmount }

  /// Whether 其中 or 包括 stands before it, or right before its clause.
  var isBreakdown: Bool {
    if left.contains(where: { $0.function == .breakdown }) { return true }
    guard !followsAmount, clause.tokens.lowerBound > 0 else { return false }
    return sentence.tokens[clause.tokens.lowerBound - 1].function == .breakdown
  }
}

extension Mention {
  var isMoney: Bool { dimension == .money || unit?.hasSuffix("元") == true }
}
