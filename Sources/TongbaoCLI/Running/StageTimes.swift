import Interchange
import Synchronization
import Tongbao

/// Adds up how long the stages of a run take, over all threads; for `--profile`.
final class StageTimes: Sendable {
  /// What a run's time goes into, in the order of the work.
  enum Stage: String, CaseIterable {
    case intake, repair, matching, resolution, figures, findings, output

    init(_ stage: AnalysisStage) {
      switch stage {
      case .repair: self = .repair
      case .matching: self = .matching
      case .resolution: self = .resolution
      case .figures: self = .figures
      case .findings: self = .findings
      }
    }
  }

  private let times = Mutex<[Stage: Duration]>([:])
  private let start = ContinuousClock.now

  func measure<Result>(_ stage: Stage, _ work: () throws -> Result) rethrows -> Result {
    let start = ContinuousClock.now
    defer { add(ContinuousClock.now - start, to: stage) }
    return try work()
  }

  /// - Parameter outer: The stage that is being measured around this one and must not count it.
  func add(_ time: Duration, to stage: Stage, inside outer: Stage? = nil) {
    times.withLock { times in
      times[stage, default: .zero] += time
      if let outer { times[outer, default: .zero] -= time }
    }
  }

  /// A line a stage: seconds over all threads and their share.
  var table: TextTable {
    let times = times.withLock { $0 }
    let sum = times.values.reduce(.zero, +)
    var table = TextTable(["stage", "seconds", "share"])
    for stage in Stage.allCases {
      let time = times[stage] ?? .zero
      let share = sum > .zero ? time / sum * 100 : 0
      table.append([stage.rawValue, Self.seconds(time), Self.rounded(share) + "%"])
    }
    table.append(["whole run", Self.seconds(ContinuousClock.now - start), ""])
    return table
  }

  private static func seconds(_ time: Duration) -> String { rounded(time / .seconds(1)) }

  private static func rounded(_ number: Double) -> String {
    number.formatted(.number.precision(.fractionLength(2)).grouping(.never))
  }
}

extension StageTimes? {
  /// Just does the work where nothing is to be measured.
  func measure<Result>(
    _ stage: StageTimes.Stage, _ work: () throws -> Result
  ) rethrows -> Result {
    guard let self else { return try work() }
    return try self.measure(stage, work)
  }
}
