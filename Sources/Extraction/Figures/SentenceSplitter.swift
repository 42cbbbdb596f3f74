import TongbaoText

/// Cuts the working text into sentences, clauses and tokens, in one pass from left to right.
///
/// Mentions are tokens whatever characters they hold, so no mark inside one ends a sentence.
struct SentenceSplitter {
  /// Quotations and parentheses longer than this are read as text.
  private static let longestGroup = 40
  /// 了
  private static let perfective: UInt16 = 0x4E86

  let units: [UInt16]
  let anchors: [FigureAnchor]
  let lexicon: FigureLexicon

  private(set) var tokens: [FigureToken] = []
  private(set) var clauses: [FigureClause] = []
  private(set) var sentences: [FigureSentence] = []

  private(set) var position = 0
  /// Where the text before the position begins that is no token yet.
  private var textStart = 0
  private var nextAnchor = 0
  /// Where the next mention begins; behind the last one, past the text.
  private var nextMention = 0
  private var opening = FigureClause.Opening.sentence
  /// The first token of the clause and of the sentence, and the sentence's first clause.
  private var clauseStart = 0
  private var sentenceStart = 0
  private var firstClause = 0
  private var clauseHasAmounts = false
  private var clauseReports = false
  private var clauseLeavesParenthesis = false
  private var sentenceHasAmounts = false
  private var beginsParagraph = true
  /// Where the paragraph begins, its indent included, and whether it was wrapped so far.
  var paragraphStart = 0
  private var paragraphIsWrapped = false
  /// In the headline marks of exclamation separate clauses only.
  private(set) var isHeadline = true

  init(units: [UInt16], anchors: [FigureAnchor], lexicon: FigureLexicon) {
    self.units = units
    self.anchors = anchors
    self.lexicon = lexicon
    // More than most texts have.
    tokens.reserveCapacity(units.count / 4 + anchors.count)
    clauses.reserveCapacity(units.count / 10)
    sentences.reserveCapacity(units.count / 40)
  }

  /// Reads the text to its end. Linear in it.
  mutating func split() {
    while position < units.count {
      findMention()
      takeWords()
      if position == units.count { break }
      if position == nextMention {
        takeMention()
      } else if !takeMark() {
        position += 1
      }
    }
    endSentence()
  }

  // MARK: Tokens

  private mutating func append(
    _ kind: FigureToken.Kind, length: Int, word: FigureWord = .none, anchor: Int? = nil
  ) {
    endText()
    let range = position..<position + length
    tokens.append(FigureToken(kind, range: range, word: word, anchor: anchor))
    position = range.upperBound
    textStart = position
  }

  /// Makes a token of the text before the position.
  private mutating func endText() {
    guard textStart < position else { return }
    tokens.append(FigureToken(.text, range: textStart..<position))
    textStart = position
  }

  /// Passes units that are part of no token.
  private mutating func skip(_ length: Int = 1) {
    endText()
    position += length
    textStart = position
  }

  /// Whether nothing of the clause stands before the position.
  private var isAtClauseStart: Bool { tokens.count == clauseStart && textStart == position }

  /// Passes the mentions that a group took in.
  private mutating func findMention() {
    while nextAnchor < anchors.count, anchors[nextAnchor].range.lowerBound < position {
      nextAnchor += 1
    }
    nextMention =
      nextAnchor < anchors.count ? anchors[nextAnchor].range.lowerBound : units.count
  }

  private mutating func takeMention() {
    let anchor = anchors[nextAnchor]
    if anchor.isAmount { clauseHasAmounts = true }
    append(
      anchor.isAmount ? .amount : .mention, length: anchor.range.count, anchor: nextAnchor)
    nextAnchor += 1
  }

  /// Takes words and the text between them, up to the next mention or mark.
  private mutating func takeWords() {
    while position < nextMention {
      switch lexicon.beginning(with: units[position]) {
      case .nothing: position += 1
      case .word(let node): takeWord(from: node)
      case .mark: return
      }
    }
  }

  /// - Parameter node: where the unit at the position leads in the lexicon's tree.
  private mutating func takeWord(from node: Int) {
    guard
      let (listed, length) = lexicon.longestWord(
        from: node, at: position, before: nextMention, in: units)
    else {
      position += 1
      return
    }
    if listed.isPlain || length == 1 && listed.needsPlace && !hasPlace(listed.word) {
      position += length
    } else {
      if listed.reports { clauseReports = true }
      append(.word, length: length, word: listed.word)
    }
  }

  /// A single character is read as a verb or direction only where it can be no part of a longer
  /// word: right before an amount (查12起, 少了七成), a verb also where a clause begins or after
  /// 共 or 已 (共立刑事案件).
  private func hasPlace(_ word: FigureWord) -> Bool {
    if isBeforeAmount(position + 1) { return true }
    if word.function == .breakdown { return isAtClauseStart }
    guard word.isAction else { return false }
    if isAtClauseStart { return true }
    guard textStart == position, let last = tokens.last else { return false }
    return last.kind == .mention || last.function == .adverb || last.function == .breakdown
      || last.word.aggregation != nil
  }

  /// Whether an amount begins at the position, or behind 了 and a blank there.
  private func isBeforeAmount(_ start: Int) -> Bool {
    guard nextAnchor < anchors.count, anchors[nextAnchor].isAmount else { return false }
    var at = start
    if at < nextMention, units[at] == Self.perfective { at += 1 }
    while at < nextMention, units[at].isBlank { at += 1 }
    return at == nextMention
  }

  // MARK: Marks

  private mutating func takeMark() -> Bool {
    guard let mark = FigurePunctuation(units[position]) else { return false }
    switch mark {
    case .lineEnd: takeLineEnd()
    case .point where isInsideWord: return false
    case .fullStop, .point:
      endSentence()
      skip()
    case .exclamation:
      if isHeadline { endClause(.comma) } else { endSentence() }
      skip()
    case .clause(let next): advance(next)
    case .opensParenthesis(let closing):
      if !takeGroup(.gloss, closing: closing) { advance(.parenthesis) }
    case .opensQuotation(let closing):
      if !takeGroup(.quotation, closing: closing) { advance(.comma) }
    case .closesParenthesis:
      advance(.comma)
      clauseLeavesParenthesis = true
    case .closesQuotation: skip()
    case .pause: append(.pause, length: 1)
    case .blank: takeBlanks()
    }
    return true
  }

  /// Ends the paragraph, unless the line is only wrapped.
  private mutating func takeLineEnd() {
    if isWrap {
      skip()
      if position < units.count, !units[position].isBlank { paragraphIsWrapped = true }
    } else if let next = continuation(isWrapped: paragraphIsWrapped) {
      // What stands on both sides of a page's number is no one word.
      if next > position + 1 { endClause(.comma) }
      skip(next - position)
      paragraphIsWrapped = true
    } else {
      endSentence()
      beginsParagraph = true
      if isHeadline, !isLineBlank(endingAt: position) { isHeadline = false }
      skip()
      paragraphStart = position
      paragraphIsWrapped = false
    }
  }

  private mutating func advance(_ next: FigureClause.Opening) {
    endClause(next)
    position += 1
    textStart = position
  }

  /// Blanks between two Chinese characters part a headline into clauses; elsewhere they are dirt.
  private mutating func takeBlanks() {
    let before = position > 0 ? units[position - 1] : 0
    while position < units.count, units[position].isBlank { skip() }
    guard position < units.count, before.isHan, units[position].isHan else { return }
    if position != nextMention || isHeadline { endClause(.comma) }
  }

  /// A point between two letters or digits ends nothing.
  private var isInsideWord: Bool {
    position > 0 && position + 1 < units.count && units[position - 1].isAlphanumeric
      && units[position + 1].isAlphanumeric
  }

  /// A line that ends in a comma goes on in the next, and so does one whose amount is there.
  private var isWrap: Bool {
    var last = position - 1
    while last >= 0, units[last].isBlank { last -= 1 }
    guard last >= 0 else { return false }
    switch FigurePunctuation(units[last]) {
    case .pause: return true
    case .clause(.comma): return true
    default: break
    }
    guard clauses.count > firstClause, nextAnchor < anchors.count, anchors[nextAnchor].isAmount
    else { return false }
    return units[position + 1..<max(position + 1, nextMention)].allSatisfy(\.isBlank)
  }

  private func isLineBlank(endingAt end: Int) -> Bool {
    var at = end - 1
    while at >= 0, !units[at].isLineEnd {
      if !units[at].isBlank { return false }
      at -= 1
    }
    return true
  }

  /// Takes a quotation or parenthesis as one token, unless it is long, ends a sentence inside or
  /// holds an amount.
  private mutating func takeGroup(_ kind: FigureToken.Kind, closing: UInt16) -> Bool {
    let limit = min(units.count, position + Self.longestGroup)
    var end = position + 1
    while end < limit, units[end] != closing {
      if units[end].isLineEnd || units[end].isFullStop { return false }
      end += 1
    }
    guard end < limit else { return false }
    var anchor = nextAnchor
    while anchor < anchors.count, anchors[anchor].range.lowerBound <= end {
      if anchors[anchor].range.upperBound > end || anchors[anchor].isAmount { return false }
      anchor += 1
    }
    append(kind, length: end + 1 - position)
    return true
  }

  // MARK: Clauses and sentences

  private mutating func endClause(_ next: FigureClause.Opening) {
    endText()
    if tokens.count > clauseStart {
      clauses.append(
        FigureClause(
          opening: opening, tokens: clauseStart..<tokens.count, hasAmounts: clauseHasAmounts,
          isReport: clauseReports && !clauseHasAmounts,
          leavesParenthesis: clauseLeavesParenthesis))
      sentenceHasAmounts = sentenceHasAmounts || clauseHasAmounts
      clauseStart = tokens.count
      clauseHasAmounts = false
      clauseReports = false
      clauseLeavesParenthesis = false
      opening = next
    } else if next != .comma || opening == .sentence {
      opening = next
    }
  }

  private mutating func endSentence() {
    endClause(.sentence)
    opening = .sentence
    guard clauses.count > firstClause else { return }
    sentences.append(
      FigureSentence(
        tokens: sentenceStart..<tokens.count, clauses: firstClause..<clauses.count,
        hasAmounts: sentenceHasAmounts, isHeadline: isHeadline, beginsParagraph: beginsParagraph))
    sentenceStart = tokens.count
    firstClause = clauses.count
    sentenceHasAmounts = false
    beginsParagraph = false
  }
}
