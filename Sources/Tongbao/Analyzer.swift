import ChineseCalendar
import Extraction
import Foundation
import Lexicon
import RuleEngine
import TongbaoText

/// Reads bulletins: text in, a document with its mentions out. Shared by threads.
///
/// ```swift
/// let analyzer = try Analyzer()
/// let document = analyzer.analyze("截至2月18日(正月初九),累计投入警力560人次。", id: "demo")
/// ```
public struct Analyzer: Sendable {
  public struct Configuration: Sendable {
    /// Folders of rule files that add to or override the shipped ones.
    public var rulesFolders: [URL] = []
    /// The mention types to report; `nil` means all.
    public var types: Set<MentionType>?
    /// The dictionaries to use instead of the shipped ones.
    public var dictionaries: URL?

    public init() {}
  }

  let resources: Resources
  private let pool: WorkerPool
  let types: Set<MentionType>?

  /// - Throws: an error whose description names every faulty file, line and column.
  public init(_ configuration: Configuration = .init()) throws {
    resources = try Resources(configuration)
    pool = WorkerPool(resources)
    types = configuration.types
  }

  init(_ resources: Resources, types: Set<MentionType>?) {
    self.init(resources: resources, pool: WorkerPool(resources), types: types)
  }

  private init(resources: Resources, pool: WorkerPool, types: Set<MentionType>?) {
    self.resources = resources
    self.pool = pool
    self.types = types
  }

  /// The same analyzer, reporting some types of mention only; `nil` means all.
  public func reporting(_ types: Set<MentionType>?) -> Analyzer {
    Analyzer(resources: resources, pool: pool, types: types)
  }

  /// Analyses one text. Odd text gives little or nothing, never an error.
  ///
  /// - Parameters:
  ///   - published: reference date `YYYY-MM-DD`, or local time `YYYY-MM-DDTHH:mm:ss`.
  ///   - observe: is told how long each stage took.
  /// - Complexity: linear in the text.
  public func analyze(
    _ text: String, id: String, source: String? = nil, published: String? = nil,
    observe: ((AnalysisStage, Duration) -> Void)? = nil
  ) -> Document {
    func measure<Result>(_ stage: AnalysisStage, _ work: () -> Result) -> Result {
      guard let observe else { return work() }
      let start = ContinuousClock.now
      defer { observe(stage, ContinuousClock.now - start) }
      return work()
    }
    let sourceText = measure(.repair) { SourceText(text, folding: resources.lexicon.folding) }
    let readings = measure(.matching) { pool.withWorker { $0.readings(of: sourceText) } }
    var document = measure(.resolution) {
      DocumentAssembly(
        readings: readings, text: sourceText, published: published, resources: resources
      ).document(id: id, source: source)
    }
    document.figures = measure(.figures) {
      resources.figures.figures(in: document, text: sourceText)
    }
    document.findings = measure(.findings) {
      resources.consistency.findings(in: document, text: sourceText)
    }
    if let types { document.mentions.removeAll { !types.contains($0.type) } }
    return document
  }

  func withWorker<Result>(_ body: (Worker) -> Result) -> Result { pool.withWorker(body) }

  /// Splits a text into words, in order and without gaps, in code points of the original.
  public func segment(_ text: String) -> [Span] {
    let sourceText = SourceText(text, folding: resources.lexicon.folding)
    return pool.withWorker { $0.words(of: sourceText) }
  }

  /// Which rules fired, lost or were refused, and how each mention was read.
  public func explain(_ text: String, published: String? = nil) -> Explanation {
    let sourceText = SourceText(text, folding: resources.lexicon.folding)
    let trace = pool.withWorker { $0.trace(of: sourceText) }
    return Explanation(
      document: analyze(text, id: "text", published: published), text: sourceText, trace: trace,
      rules: resources.program.rules)
  }
}

/// The stages of an analysis, in the order of the work.
public enum AnalysisStage: String, CaseIterable, Sendable {
  /// Cleaning, folding and alignment.
  case repair
  /// Search for rules, and the building of what their matches say.
  case matching
  /// What dates, places and amounts mean in the document.
  case resolution
  case figures, findings
}
