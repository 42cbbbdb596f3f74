/// Everything that the analysis of one text found. Spans are code points of `text`.
public struct Document: Sendable {
  public var id: String
  /// Where the text came from: a path, or a path and line.
  public var source: String?
  /// The decoded original, damage included.
  public var text: String
  public var reference: ReferenceDate
  public var repairs: [Repair] = []
  public var mentions: [Mention] = []
  public var figures: [Figure] = []
  public var findings: [Finding] = []

  public init(id: String, source: String? = nil, text: String, reference: ReferenceDate = .unknown)
  {
    self.id = id
    self.source = source
    self.text = text
    self.reference = reference
  }
}

/// The day that relative and partial dates of a document count from, and how it is known.
public struct ReferenceDate: Sendable, Hashable {
  public enum Basis: String, Sendable { case given, stated, inferred, none }

  /// `YYYY-MM-DD`, or `YYYY-MM-DDTHH:mm:ss` where the caller gave a time of day.
  public var date: String?
  public var basis: Basis
  /// Identifiers of the mentions that prove it.
  public var evidence: [Int]
  /// Other reference years that fit as well, when the document leaves it open.
  public var alternatives: [String]

  public init(date: String?, basis: Basis, evidence: [Int] = [], alternatives: [String] = []) {
    self.date = date
    self.basis = basis
    self.evidence = evidence
    self.alternatives = alternatives
  }

  public static let unknown = ReferenceDate(date: nil, basis: .none)
}

/// A damaged stretch of the original and what was read in its place.
public struct Repair: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case pinyinGloss = "pinyin-gloss"
    case misalignedGBK = "misaligned-gbk"
    case html, entity
    case zeroWidth = "zero-width"
    case lineWrap = "line-wrap"
    case privateUse = "private-use"
    case radical
  }

  public var kind: Kind
  public var span: Span
  /// The damaged slice.
  public var text: String
  /// What stands for it in the working text; `�` marks a character that is lost.
  public var replacement: String
  /// Whether the replacement is a best guess.
  public var isUncertain: Bool

  public init(
    kind: Kind, span: Span, text: String, replacement: String, isUncertain: Bool = false
  ) {
    self.kind = kind
    self.span = span
    self.text = text
    self.replacement = replacement
    self.isUncertain = isUncertain
  }
}
