import TongbaoText

/// Cuts the working text into sentences, clauses and tokens, in one pass from left to right.
///
/// Mentions are tokens whatever characters they hold, so no mark inside one ends a sentence.
struct SentenceSplitter {
  /// Quotations and parentheses longer than this are read as text.
  private static let longestGroup = 40
  /// 了
  private static let perfective: UInt16 = 0x4E86

  let units: UnsafeBufferPointer<UInt16>
  let anchors: [FigureAnchor]
  let isAmount: (FigureAnchor) -> Bool
  let lexicon: FigureLexicon

  private var position = 0
  private var nextAnchor = 0
  private var sentence = FigureSentence(beginsParagraph: true)
  private var clauseStart = 0
  private var opening = FigureClause.Opening.sentence
  /// In the headline marks of exclamation separate clauses only.
  private var isHeadline = true

  init(
    units: UnsafeBufferPointer<UInt16>, anchors: [FigureAnchor], lexicon: FigureLexicon,
    isAmount: @escaping (FigureAnchor) -> Bool
  ) {
    self.units = units
    self.anchors = anchors
    self.lexicon = lexicon
    self.isAmount = isAmount
  }

  /// Hands out the sentences in text order. Linear in the text.
  mutating func forEachSentence(_ body: (FigureSentence) -> Void) {
    while position < units.count {
      if takeMention() { continue }
      if takeMark(body) { continue }
      if takeWord() { continue }
      append(.text, length: 1)
    }
    endSentence(body)
  }

  // MARK: Tokens

  private mutating func append(_ content: FigureToken.Content, length: Int) {
    let range = position..<position + length
    position = range.upperBound
    if case .text = content, let last = sentence.tokens.last, case .text = last.content,
      last.range.upperBound == range.lowerBound, sentence.tokens.count > clauseStart
    {
      sentence.tokens[sentence.tokens.count - 1].range = last.range.lowerBound..<range.upperBound
    } else {
      sentence.tokens.append(FigureToken(content: content, range: range))
    }
  }

  private mutating func takeMention() -> Bool {
    while nextAnchor < anchors.count, anchors[nextAnchor].range.lowerBound < position {
      nextAnchor += 1
    }
    guard nextAnchor < anchors.count, anchors[nextAnchor].range.lowerBound == position,
      !anchors[nextAnchor].range.isEmpty
    else { return false }
    let anchor = anchors[nextAnchor]
    let index = nextAnchor
    append(isAmount(anchor) ? .amount(index) : .mention(index), length: anchor.range.count)
    nextAnchor += 1
    return true
  }

  private mutating func takeWord() -> Bool {
    let bound = nextAnchor < anchors.count ? anchors[nextAnchor].range.lowerBound : units.count
    guard let (word, length) = lexicon.longestWord(at: position, before: bound, in: units) else {
      return false
    }
    if word.isPlain || (length == 1 && word.needsPlace && !hasPlace(word)) {
      append(.text, length: length)
    } else {
      append(.word(word), length: length)
    }
    return true
  }

  /// A single character is read as a verb or direction only where it can be no part of a longer
  /// word: right before an amount (查12起, 少了七成), a verb also where a clause begins or after
  /// 共 or 已 (共立刑事案件).
  private func hasPlace(_ word: FigureWord) -> Bool {
    if isBeforeAmount(position + 1) { return true }
    if word.function == .breakdown { return sentence.tokens.count == clauseStart }
    guard word.isAction else { return false }
    guard sentence.tokens.count > clauseStart, let last = sentence.tokens.last else { return true }
    if case .mention = last.content { return true }
    guard let former = last.word else { return false }
    return former.function == .adverb || former.function == .breakdown
      || former.aggregation != nil
  }

  /// Whether an amount begins at the position, or behind 了 and a blank there.
  private func isBeforeAmount(_ start: Int) -> Bool {
    guard nextAnchor < anchors.count, isAmount(anchors[nextAnchor]) else { return false }
    var at = start
    let amount = anchors[nextAnchor].range.lowerBound
    if at < amount, units[at] == Self.perfective { at += 1 }
    while at < amount, units[at].isBlank { at += 1 }
    return at == amount
  }

  // MARK: Marks

  private mutating func takeMark(_ body: (FigureSentence) -> Void) -> Bool {
    guard let mark = FigurePunctuation(units[position]) else { return false }
    switch mark {
    case .lineEnd where isWrap:
      position += 1
    case .lineEnd:
      endSentence(body)
      sentence.beginsParagraph = true
      if isHeadline, !isLineBlank(endingAt: position) { isHeadline = false }
      position += 1
    case .point where isInsideWord: return false
    case .fullStop, .point:
      endSentence(body)
      position += 1
    case .exclamation:
      if isHeadline { endClause(.comma) } else { endSentence(body) }
      position += 1
    case .clause(let next): advance(next)
    case .opensParenthesis(let closing):
      if !takeGroup(.gloss, closing: closing) { advance(.parenthesis) }
    case .opensQuotation(let closing):
      if !takeGroup(.quotation, closing: closing) { advance(.comma) }
    case .closesParenthesis: advance(.comma)
    case .closesQuotation: position += 1
    case .pause: append(.pause, length: 1)
    case .blank: takeBlanks()
    }
    return true
  }

  private mutating func advance(_ next: FigureClause.Opening) {
    endClause(next)
    position += 1
  }

  /// Blanks between two Chinese characters part a headline into clauses; elsewhere they are dirt.
  private mutating func takeBlanks() {
    let before = position > 0 ? units[position - 1] : 0
    while position < units.count, units[position].isBlank { position += 1 }
    guard position < units.count, before.isHan, units[position].isHan else { return }
    let startsMention =
      nextAnchor < anchors.count && anchors[nextAnchor].range.lowerBound == position
    if !startsMention || isHeadline { endClause(.comma) }
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
    guard !sentence.clauses.isEmpty, nextAnchor < anchors.count, isAmount(anchors[nextAnchor])
    else { return false }
    let next = anchors[nextAnchor].range.lowerBound
    return units[position + 1..<max(position + 1, next)].allSatisfy(\.isBlank)
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
  private mutating func takeGroup(_ content: FigureToken.Content, closing: UInt16) -> Bool {
    let limit = min(units.count, position + Self.longestGroup)
    var end = position + 1
    while end < limit, units[end] != closing {
      switch FigurePunctuation(units[end]) {
      case .lineEnd, .fullStop: return false
      default: end += 1
      }
    }
    guard end < limit else { return false }
    var anchor = nextAnchor
    while anchor < anchors.count, anchors[anchor].range.lowerBound <= end {
      if anchors[anchor].range.upperBound > end || isAmount(anchors[anchor]) { return false }
      anchor += 1
    }
    append(content, length: end + 1 - position)
    return true
  }

  // MARK: Clauses and sentences

  private mutating func endClause(_ next: FigureClause.Opening) {
    if sentence.tokens.count > clauseStart {
      let range = clauseStart..<sentence.tokens.count
      let hasAmounts = sentence.tokens[range].contains { $0.isAmount }
      let isReport =
        !hasAmounts && sentence.tokens[range].contains { $0.function == .reporting }
      sentence.clauses.append(
        FigureClause(
          opening: opening, tokens: range, hasAmounts: hasAmounts, isReport: isReport))
      clauseStart = sentence.tokens.count
      opening = next
    } else if next != .comma || opening == .sentence {
      opening = next
    }
  }

  private mutating func endSentence(_ body: (FigureSentence) -> Void) {
    endClause(.sentence)
    sentence.isHeadline = isHeadline
    if !sentence.clauses.isEmpty { body(sentence) }
    if !sentence.clauses.isEmpty { sentence = FigureSentence() }
    clauseStart = 0
    opening = .sentence
  }
}

extension FigureWord {
  fileprivate var needsPlace: Bool { isVerb || direction != nil || function == .breakdown }
}
