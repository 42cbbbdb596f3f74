import Interchange
import Synchronization

/// Keeps the memory of buffers that were written out for the documents that come next: to ask the
/// system for it anew costs as much as to fill it.
final class SpareBuffers: Sendable {
  private let idle = Mutex<[OutputBuffer]>([])

  /// An empty buffer.
  func take() -> OutputBuffer { idle.withLock { $0.popLast() } ?? OutputBuffer() }

  func put(_ buffer: OutputBuffer) {
    var buffer = buffer
    buffer.removeAll()
    idle.withLock { $0.append(buffer) }
  }
}
