import TongbaoText

/// A text with mentions, figures and findings, whoever marked them: the form in which documents
/// are scored and carried from one annotation format to another.
///
/// Types are plain labels, so that another extractor's own types can be scored too.
public struct AnnotatedDocument: Sendable, Hashable {
  public struct Mention: Sendable, Hashable {
    public var type: String
    /// Code points of the document's text.
    public var span: Span
    /// Canonical value, a lunar day after it as `;lunar=…`; `nil` where the format has none.
    public var value: String?
    /// The rule that found it, where an extractor says so.
    public var rule: String?

    public init(type: String, span: Span, value: String?, rule: String? = nil) {
      self.type = type
      self.span = span
      self.value = value
      self.rule = rule
    }
  }

  public struct Figure: Sendable, Hashable {
    /// Span of the mention that gives the amount.
    public var amount: Span
    public var action: String
    public var object: String
    public var aggregation: String
    /// A date value, or empty.
    public var period: String
    /// The organization or place as written, or empty.
    public var scope: String
    /// `yoy-`, `mom+`, `base:2023-02=` …, or empty.
    public var comparison: String

    public init(
      amount: Span, action: String = "", object: String = "", aggregation: String = "plain",
      period: String = "", scope: String = "", comparison: String = ""
    ) {
      self.amount = amount
      self.action = action
      self.object = object
      self.aggregation = aggregation
      self.period = period
      self.scope = scope
      self.comparison = comparison
    }
  }

  public struct Finding: Sendable, Hashable {
    public var code: String
    /// The contradicting places as written, first and second.
    public var quotes: [String]
    /// Where they can stand; a quoted text that occurs twice has two places.
    public var spans: [Span]
    public var note: String

    public init(code: String, quotes: [String], spans: [Span], note: String = "") {
      self.code = code
      self.quotes = quotes
      self.spans = spans
      self.note = note
    }
  }

  public var id: String
  /// The date that relative dates count from, where it is known.
  public var published: String?
  public var genre: String
  public var text: String
  /// In text order, an enclosing mention before what it encloses.
  public var mentions: [Mention]
  public var figures: [Figure]
  public var findings: [Finding]

  public init(
    id: String, published: String? = nil, genre: String = "", text: String,
    mentions: [Mention] = [], figures: [Figure] = [], findings: [Finding] = []
  ) {
    self.id = id
    self.published = published
    self.genre = genre
    self.text = text
    self.mentions = mentions.sorted { $0.sortsBefore($1) }
    self.figures = figures
    self.findings = findings
  }
}

extension AnnotatedDocument.Mention {
  /// An order by content alone, so that no result hangs on the order in a file.
  func sortsBefore(_ other: Self) -> Bool {
    if span != other.span { return span < other.span }
    return (type, value ?? "", rule ?? "") < (other.type, other.value ?? "", other.rule ?? "")
  }
}

// MARK: - From and to other models

extension AnnotatedDocument {
  /// What the analysis of a text found.
  public init(_ document: Document) {
    let mentions = document.mentions.map { mention in
      Mention(
        type: mention.type.rawValue, span: mention.span,
        value: mention.lunar.map { "\(mention.value);lunar=\($0)" } ?? mention.value,
        rule: mention.rule)
    }
    let spans = Dictionary(
      document.mentions.map { ($0.id, $0.span) }, uniquingKeysWith: { first, _ in first })
    let scalars = ScalarText(document.text)
    self.init(
      id: document.id, published: document.reference.date, text: document.text,
      mentions: mentions,
      figures: document.figures.compactMap { figure in
        spans[figure.mention].map { Figure(figure, amount: $0) }
      },
      findings: document.findings.map { finding in
        Finding(
          code: finding.code, quotes: finding.spans.map { scalars[$0] }, spans: finding.spans,
          note: finding.message)
      })
  }

  public init(_ gold: GoldDocument) {
    let scalars = ScalarText(gold.text)
    self.init(
      id: gold.id, published: gold.published, genre: gold.genre, text: gold.text,
      mentions: gold.mentions.map {
        Mention(type: $0.type.rawValue, span: $0.span, value: $0.value)
      },
      figures: gold.placedFigures,
      findings: gold.findings.map { finding in
        let quotes = [finding.first, finding.second].filter { !$0.isEmpty }
        return Finding(
          code: finding.code, quotes: quotes, spans: quotes.flatMap(scalars.places),
          note: finding.note)
      })
  }
}

extension AnnotatedDocument.Figure {
  fileprivate init(_ figure: Figure, amount: Span) {
    self.init(
      amount: amount, action: figure.action, object: figure.object,
      aggregation: figure.aggregation.rawValue, period: figure.period?.value ?? "",
      scope: figure.scope?.text ?? "", comparison: figure.comparison.map(Self.written) ?? "")
  }

  private static func written(_ comparison: Figure.Comparison) -> String {
    let sign =
      switch comparison.direction {
      case .up: "+"
      case .down: "-"
      case .flat: "="
      }
    let base = comparison.kind == .base ? "base:\(comparison.base ?? "")" : comparison.kind.rawValue
    return base + sign
  }
}

extension GoldDocument {
  /// Gives each figure the mention that its amount names.
  fileprivate var placedFigures: [AnnotatedDocument.Figure] {
    var places = AmountPlaces(mentions.lazy.map { ($0.text, $0.span) })
    return figures.compactMap { figure in
      guard let amount = places.place(of: figure.amount, occurrence: figure.occurrence) else {
        return nil
      }
      return AnnotatedDocument.Figure(
        amount: amount, action: figure.action, object: figure.object,
        aggregation: figure.aggregation, period: figure.period, scope: figure.scope,
        comparison: figure.comparison)
    }
  }

  /// - Returns: the document, and a fault for each mention whose type the guideline does not know.
  public static func converting(
    _ document: AnnotatedDocument, file: String
  ) -> (document: GoldDocument, faults: [GoldFault]) {
    let scalars = ScalarText(document.text)
    var faults: [GoldFault] = []
    var gold = GoldDocument(
      id: document.id, published: document.published, genre: document.genre, text: document.text,
      mentions: [], figures: [], findings: [])
    for mention in document.mentions {
      guard let type = MentionType(rawValue: mention.type) else {
        let line = scalars.line(at: mention.span.start)
        let message = "“\(scalars[mention.span])” has the type “\(mention.type)”, which is unknown"
        faults.append(GoldFault(file: file, line: line, message: message))
        continue
      }
      gold.mentions.append(
        Mention(
          type: type, span: mention.span, text: scalars[mention.span], value: mention.value ?? "-"))
    }
    gold.figures = gold.figures(from: document, scalars)
    gold.findings = document.findings.map { finding in
      Finding(
        code: finding.code, first: finding.quotes.first ?? "",
        second: finding.quotes.count > 1 ? finding.quotes[1] : "", note: finding.note)
    }
    return (gold, faults)
  }

  private func figures(from document: AnnotatedDocument, _ scalars: ScalarText) -> [Figure] {
    let places = Dictionary(grouping: mentions, by: \.text).mapValues { $0.map(\.span) }
    var used: [String: Int] = [:]
    return document.figures.map { placed in
      let amount = scalars[placed.amount]
      let spans = places[amount] ?? []
      let index = spans.firstIndex(of: placed.amount) ?? 0
      let expected = min(used[amount, default: 0], max(spans.count - 1, 0))
      used[amount] = index + 1
      return Figure(
        action: placed.action, object: placed.object, amount: amount,
        occurrence: index == expected ? nil : index + 1, aggregation: placed.aggregation,
        period: placed.period, scope: placed.scope, comparison: placed.comparison)
    }
  }
}
