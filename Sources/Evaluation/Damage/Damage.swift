import TongbaoText

/// Damages a clean annotated document as transport does to real bulletins, and moves its
/// annotation along: spans cover what they covered before, values stay.
///
/// The same seed gives the same damage on every machine.
public struct Damage: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Readings in brackets behind a character: 纪(jì)律.
    case pinyinGloss = "pinyin-gloss"
    /// GBK text that was read on after the loss of a byte: `，抓获` as `?ⅲ嘲`.
    case misalignedGBK = "misaligned-gbk"
    /// Traditional script as careless converters write it: 公里 as 公裡, 头发 as 頭發.
    case traditional
    /// Character references: `&#26376;`.
    case entity
    /// Full-width digits and half-width punctuation.
    case width
    /// Zero-width characters between others.
    case zeroWidth = "zero-width"
  }

  public var kinds: Set<Kind>
  /// Share of the characters that can be damaged which are: 0...1. Script changes are whole.
  public var rate: Double
  public var seed: UInt64

  public init(kinds: Set<Kind> = Set(Kind.allCases), rate: Double = 0.1, seed: UInt64 = 1) {
    self.kinds = kinds
    self.rate = rate
    self.seed = seed
  }

  /// - Complexity: linear in the text.
  public func applied(to document: AnnotatedDocument) -> AnnotatedDocument {
    var generator = SeededGenerator(seed: seed)
    let scalars = Array(document.text.unicodeScalars)
    let losses = losses(in: scalars, document, &generator)
    let pieces = scalars.enumerated().map { index, scalar in
      let piece = piece(for: scalar, &generator)
      return losses[index].map { Piece(core: $0) } ?? piece
    }
    return DamagedText(pieces).moved(document)
  }

  public func applied(to document: GoldDocument) -> GoldDocument {
    let damaged = applied(to: AnnotatedDocument(document))
    return GoldDocument.converting(damaged, file: document.id).document
  }

  /// The new form of each character in runs that lost a byte; no other damage falls on these.
  private func losses(
    in scalars: [Unicode.Scalar], _ document: AnnotatedDocument,
    _ generator: inout SeededGenerator
  ) -> [Int: String] {
    guard kinds.contains(.misalignedGBK),
      let loss = GBKLoss(scalars, annotated: document.mentions.map(\.span))
    else { return [:] }
    var forms: [Int: String] = [:]
    var index = 0
    while index < scalars.count {
      if loss.canBegin(at: index), Double.random(in: 0..<1, using: &generator) < rate,
        let run = loss.damaged(from: index)
      {
        for (offset, form) in run.enumerated() { forms[index + offset] = form }
        index += run.count
      }
      index += 1
    }
    return forms
  }

  private func piece(for scalar: Unicode.Scalar, _ generator: inout SeededGenerator) -> Piece {
    var piece = Piece(core: String(scalar))
    // Drawn for every kind, so that leaving one out does not change where the others fall.
    func draw() -> Double { Double.random(in: 0..<1, using: &generator) }
    func happens(_ kind: Kind) -> Bool { draw() < rate && kinds.contains(kind) }
    let choice = draw()
    if kinds.contains(.traditional), let forms = DamageTables.traditional[scalar] {
      piece.core = String(forms[Int(choice * Double(forms.count))])
    }
    if happens(.width), let other = DamageTables.otherWidth(of: scalar) {
      piece.core = String(other)
    }
    if happens(.entity), !scalar.properties.isWhitespace, scalar.value > 0x7F,
      let first = piece.core.unicodeScalars.first
    {
      piece.core = "&#\(first.value);"
    }
    if happens(.pinyinGloss), let reading = DamageTables.readings[scalar] {
      piece.gloss = "(\(reading))"
    }
    if happens(.zeroWidth), !scalar.properties.isWhitespace { piece.gloss += "\u{200B}" }
    return piece
  }
}

/// What became of one character: its new form, and what was put behind it.
private struct Piece {
  var core: String
  var gloss = ""
}

/// The damaged text with the way from clean to damaged positions.
private struct DamagedText {
  private var text = ""
  /// Where each clean character begins, and where its new form ends.
  private var starts: [Int] = []
  private var ends: [Int] = []

  init(_ pieces: [Piece]) {
    var position = 0
    for piece in pieces {
      starts.append(position)
      position += piece.core.unicodeScalars.count
      ends.append(position)
      position += piece.gloss.unicodeScalars.count
      text.unicodeScalars.append(contentsOf: piece.core.unicodeScalars)
      text.unicodeScalars.append(contentsOf: piece.gloss.unicodeScalars)
    }
  }

  /// A gloss inside a mention is covered, one behind its last character is not.
  private func moved(_ span: Span) -> Span {
    guard span.start < span.end, span.end <= ends.count else { return span }
    return Span(starts[span.start], ends[span.end - 1])
  }

  func moved(_ document: AnnotatedDocument) -> AnnotatedDocument {
    let (clean, damaged) = (ScalarText(document.text), ScalarText(text))
    /// Words of the text are given as they now stand there.
    func moved(_ words: String, near amount: Span? = nil) -> String {
      let places = clean.places(of: words)
      let near = amount.map(\.start) ?? 0
      let place = places.min { abs($0.start - near) < abs($1.start - near) }
      return place.map { damaged[self.moved($0)] } ?? words
    }
    var result = document
    result.text = text
    for index in result.mentions.indices {
      result.mentions[index].span = self.moved(result.mentions[index].span)
    }
    result.figures = document.figures.map { figure in
      var result = figure
      result.amount = self.moved(figure.amount)
      result.action = moved(figure.action, near: figure.amount)
      result.object = moved(figure.object, near: figure.amount)
      result.scope = moved(figure.scope, near: figure.amount)
      return result
    }
    result.findings = document.findings.map { finding in
      var result = finding
      result.quotes = finding.quotes.map { moved($0) }
      result.spans = finding.spans.map { self.moved($0) }
      return result
    }
    return result
  }
}
