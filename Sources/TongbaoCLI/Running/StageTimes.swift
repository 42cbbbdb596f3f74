import Interchange
import Synchronization

/// Adds up how long the stages of a run take, over all threads; for `--profile`.
final class StageTimes: Sendable {
  /// What a run's time goes into, in the order of the work.
  enum Stage: String, CaseIterable { case intake, analysis, output }

  private let times = Mutex<[Stage: Duration]>([:])
  private let start = ContinuousClock.now

  /// - Parameter outer: The stage that is being measured around this one and must not count it.
  func measure<Result>(
    _ stage: Stage, inside outer: Stage? = nil, _ work: () throws -> Result
  ) rethrows -> Result {
    let start = ContinuousClock.now
    defer {
      let elapsed = ContinuousClock.now - start
      times.withLock { times in
        times[stage, default: .zero] += elapsed
        if let outer { times[outer, default: .zero] -= elapsed }
      }
    }
    return try work()
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
    _ stage: StageTimes.Stage, inside outer: StageTimes.Stage? = nil, _ work: () throws -> Result
  ) rethrows -> Result {
    guard let self else { return try work() }
    return try self.measure(stage, inside: outer, work)
  }
}
