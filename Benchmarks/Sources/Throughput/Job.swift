import Foundation
import ICUBridge
import Tongbao

/// What is done with a text while the clock runs.
protocol Job {
  /// - Returns: how many results there were, so that the work cannot be left out.
  func run(on text: String) throws -> Int
}

/// The whole analysis: mentions, figures, findings.
struct Analysis: Job {
  private let analyzer: Analyzer

  /// - Throws: `JobFault` if a known sentence is read wrong, for then no time means anything.
  init() throws {
    analyzer = try Analyzer()
    let document = analyzer.analyze(
      "截至2024年2月18日(正月初九),全局累计投入安保警力560人次。", id: "check")
    guard document.mentions.map(\.value).contains("560 人次"), document.figures.count == 1 else {
      throw JobFault(description: "the analysis of a known sentence is wrong; nothing was timed")
    }
  }

  func run(on text: String) -> Int { analyzer.analyze(text, id: "bench").mentions.count }
}

/// ICU's word segmentation alone.
struct Words: Job {
  private let boundaries: WordBoundaries

  init() throws { boundaries = try WordBoundaries() }

  func run(on text: String) throws -> Int {
    let units = Array(text.utf16)
    return try units.withUnsafeBufferPointer { try boundaries.boundaries(of: $0) }.count
  }
}

struct JobFault: Error, CustomStringConvertible { var description: String }

/// The seconds that some work takes.
func seconds(_ work: () throws -> Void) rethrows -> Double {
  try ContinuousClock().measure(work) / .seconds(1)
}

/// The root of the checkout.
let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()
