import Interchange
import Synchronization
import Tongbao

/// Lends every thread that works an analyzer of its own.
///
/// One analyzer serves all threads as well, but the reference counts of what it holds then pass
/// from core to core at every use, which costs each of two threads a tenth of its time. The further
/// ones are made when a second thread first asks.
final class AnalyzerPool: Sendable {
  private let first: Analyzer
  private let makeAnother: @Sendable () throws -> Analyzer
  private let idle: Mutex<[Analyzer]>
  private let times: StageTimes?

  /// - Throws: what making an analyzer throws.
  init(_ times: StageTimes? = nil, _ make: @escaping @Sendable () throws -> Analyzer) throws {
    self.times = times
    first = try make()
    makeAnother = make
    idle = Mutex([first])
  }

  func withAnalyzer<Result>(_ body: (Analyzer) throws -> Result) rethrows -> Result {
    // Should the files of the rules have gone meanwhile, the first one is shared.
    let analyzer = idle.withLock { $0.popLast() } ?? (try? makeAnother()) ?? first
    defer { idle.withLock { $0.append(analyzer) } }
    return try body(analyzer)
  }
}

extension AnalyzerPool {
  /// - Parameter givenDate: Reference date for a document that brings none of its own.
  func analyze(_ input: InputDocument, givenDate: String?) -> AnalysedDocument {
    let document = withAnalyzer { analyzer in
      analyzer.analyze(
        input.text, id: input.id, source: input.source, published: input.published ?? givenDate,
        observe: times.map { times in
          { times.add($1, to: StageTimes.Stage($0), inside: .output) }
        })
    }
    return AnalysedDocument(document: document, extra: input.extra)
  }

  func analyze(_ admitted: AdmittedDocument, givenDate: String?) -> AnalysedDocument {
    var item = analyze(admitted.input, givenDate: givenDate)
    item.contentHash = admitted.contentHash
    return item
  }
}
