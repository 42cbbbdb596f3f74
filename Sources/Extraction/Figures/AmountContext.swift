import TongbaoText

/// An amount with the tokens on both sides that may say what it measures.
struct AmountContext {
  let text: FigureText
  let sentence: FigureSentence
  /// The amount's token and its clause.
  let index: Int
  let clause: FigureClause
  let anchor: FigureAnchor
  /// Tokens from the previous amount (or what that one took for its noun) or the clause's start.
  @PackedRange var leftRange: Range<Int>
  /// Tokens up to the next amount or the clause's end.
  @PackedRange var rightRange: Range<Int>
  /// Whether an amount stands before it in the clause.
  let followsAmount: Bool
  /// Whether it goes on with the list of the amount before (、 or 和 in between).
  private(set) var continuesList = false
  /// Whether 其中 or 包括 stands before it, or right before its clause.
  private(set) var isBreakdown = false
  /// Whether 等 stands before it, and a word that may make it no report.
  private(set) var namesExamples = false
  private(set) var mayBeExcluded = false

  init(
    _ anchor: FigureAnchor, at index: Int, in clause: FigureClause, of sentence: FigureSentence,
    _ text: FigureText, left: Range<Int>, right: Range<Int>, followsAmount: Bool
  ) {
    self.text = text
    self.sentence = sentence
    self.index = index
    self.clause = clause
    self.anchor = anchor
    leftRange = left
    rightRange = right
    self.followsAmount = followsAmount
    noteCues()
    if !left.isEmpty {
      let first = text.tokens[left.lowerBound]
      continuesList = followsAmount ? first.separatesItems : first.isPause
    }
  }

  var isPercent: Bool { anchor.type == .percent }

  /// The tokens right before and behind it, up to the next amounts.
  var lastLeft: FigureToken? { leftRange.isEmpty ? nil : text.tokens[leftRange.upperBound - 1] }
  var firstRight: FigureToken? { rightRange.isEmpty ? nil : text.tokens[rightRange.lowerBound] }

  @inline(__always)
  func leftContains(where passes: (FigureToken) -> Bool) -> Bool {
    for index in leftRange where passes(text.tokens[index]) { return true }
    return false
  }

  /// The token behind it in the clause.
  var following: FigureToken? {
    index + 1 < clause.tokens.upperBound ? text.tokens[index + 1] : nil
  }

  /// The token before it in the sentence, be it in another clause.
  var preceding: FigureToken? {
    index > sentence.tokens.lowerBound ? text.tokens[index - 1] : nil
  }

  /// Whether another amount ends the right side.
  var precedesAmount: Bool { rightRange.upperBound < clause.tokens.upperBound }

  /// Whether another item follows it in a list.
  var startsList: Bool { precedesAmount && firstRight?.separatesItems == true }

  /// Looks through the tokens before the amount for what most of them lack.
  private mutating func noteCues() {
    for index in leftRange {
      let word = text.tokens[index].word
      switch word.function {
      case .breakdown: isBreakdown = true
      case .etc: namesExamples = true
      default: break
      }
      if word.exclusion != nil { mayBeExcluded = true }
    }
    let start = clause.tokens.lowerBound
    if !followsAmount, start > sentence.tokens.lowerBound,
      text.tokens[start - 1].function == .breakdown
    {
      isBreakdown = true
    }
  }
}
