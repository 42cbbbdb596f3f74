import Dispatch
import Foundation
import Synchronization

/// Work in a thread of its own, whose result is waited for where it is needed.
final class Background<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  /// Begins at once.
  init(_ work: @escaping @Sendable () throws -> Value) {
    // A thread, not a task: whoever waits blocks one, and on one processor there may be no other.
    Thread.detachNewThread { [self] in
      let outcome = Result(catching: work)
      result.withLock { $0 = outcome }
      isDone.signal()
    }
  }

  /// The result, or what the work threw.
  func value() throws -> Value {
    while true {
      if let outcome = result.withLock({ $0 }) { return try outcome.get() }
      isDone.wait()
      // Whoever else waits is woken in turn.
      isDone.signal()
    }
  }
}
