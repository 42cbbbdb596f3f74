import Foundation

/// Records made by one piece of work, in order.
public struct RecordBatch: Sendable {
  public private(set) var bytes = OutputBuffer()
  private(set) var entries: [RecordJournal.Entry] = []

  public init() {}

  public var count: Int { entries.count }

  /// - Parameter write: Writes one record, or nothing for a document that gives none.
  public mutating func add<Failure>(
    _ key: RecordKey, _ write: (inout OutputBuffer) throws(Failure) -> Void
  ) throws(Failure) {
    try write(&bytes)
    entries.append(RecordJournal.Entry(key: key, end: bytes.count))
  }
}

/// A file of records, one document's after another's, that an ended run can be gone on with.
///
/// The file stands in its place from the beginning and holds whole records; beside it a journal,
/// `NAME.journal`, lists whose they are. The journal is written behind the records and never names
/// one that is not on the disk, so whenever the program is killed, the file is good up to the
/// journal's last line. A run that goes on cuts the rest off, leaves the records that its input
/// begins with where they are, and copies those that come later than they did; the file it ends
/// with is that of a single run over the same input, byte for byte.
///
/// Not for use by several threads at once.
public final class RecordFile {
  /// What is to be done for a document.
  public enum Disposition {
    /// Its record is in its place.
    case kept
    /// Its record is known but must be put in its place.
    case stored(StoredRecord)
    case missing
  }

  private let path: String
  private let digest: String
  private let file: PositionedFile
  private var journal: RecordJournal
  /// Bytes of the file that hold the heading and whole records.
  private var end: Int
  /// Whether the records in the file may still be those of the next documents.
  private var isComparing: Bool
  private var confirmed = 0
  private var leftovers: Leftovers?

  private var pending: [UInt8] = []
  private var unlisted: [RecordJournal.Entry] = []
  private var lastCheckpoint = ContinuousClock.now

  private static let pendingLimit = 1 << 18
  private static let checkpointInterval = Duration.seconds(1)

  /// Why a run that was asked to go on begins anew.
  public private(set) var restartReason: String?

  /// - Parameters:
  ///   - digest: Names what the records are made with, without blanks; records made with something
  ///     else are not gone on with.
  ///   - heading: What stands before the first record.
  ///   - isResuming: Whether to go on with what is there.
  /// - Throws: `OutputFailure` if the file cannot be written or another run writes to it.
  public init(
    path: String, digest: String, heading: OutputBuffer, isResuming: Bool
  ) throws(OutputFailure) {
    self.path = path
    self.digest = digest
    file = try PositionedFile(path: path)
    let list = try PositionedFile(path: Self.journalPath(path))
    try list.reserve()
    let size = try file.size
    if isResuming, let known = try Self.known(list, digest: digest, records: file) {
      journal = known
      end = known.start
      isComparing = true
    } else {
      if isResuming, size > 0 {
        restartReason = "it has no journal beside it of a run with these rules and options"
      }
      try file.truncate(to: 0)
      try file.write(heading.bytes, at: 0)
      journal = try RecordJournal(new: list, digest: digest, start: heading.count)
      end = heading.count
      isComparing = false
      Self.removeLeftovers(of: path)
      return
    }
    if FileKind(path: Self.leftoverPath(path)) != nil {
      leftovers = try Leftovers(path: Self.leftoverPath(path), digest: digest)
    }
  }

  /// The journal of the records that are whole, half-written ones cut off.
  private static func known(
    _ list: PositionedFile, digest: String, records: PositionedFile
  ) throws(OutputFailure) -> RecordJournal? {
    guard var journal = try RecordJournal(continuing: list, digest: digest) else { return nil }
    let size = try records.size
    var count = journal.count
    while count > 0, (try journal.entry(count - 1)?.end ?? .max) > size { count -= 1 }
    try journal.truncate(to: count)
    guard let end = try journal.beginning(of: count), end <= size else { return nil }
    // Whoever has edited the file has moved its records.
    if end > 0, try records.read(1, at: end - 1) != [UInt8(ascii: "\n")] { return nil }
    try records.truncate(to: end)
    return journal
  }

  /// Whether records of an earlier run may still be of use; without, all are missing.
  public var isContinued: Bool { isComparing || leftovers != nil }

  /// Asked for each document in input order, before its record is made.
  public func disposition(of key: RecordKey) throws(OutputFailure) -> Disposition {
    if isComparing {
      if confirmed < journal.count, let entry = try journal.entry(confirmed), entry.key == key {
        confirmed += 1
        end = entry.end
        return .kept
      }
      try endComparison()
    }
    if let record = try leftovers?.place(of: key) { return .stored(record) }
    return .missing
  }

  /// Makes room behind the last record that the input has confirmed.
  private func endComparison() throws(OutputFailure) {
    isComparing = false
    if confirmed < journal.count {
      if leftovers == nil {
        leftovers = try Leftovers(path: Self.leftoverPath(path), digest: digest)
      }
      try leftovers?.take(file, &journal, from: confirmed)
    }
    try cut()
  }

  private func cut() throws(OutputFailure) {
    try journal.truncate(to: confirmed)
    try file.truncate(to: end)
  }

  /// Puts records behind the last one.
  public func append(_ batch: RecordBatch) throws(OutputFailure) {
    let offset = end + pending.count
    batch.bytes.forEachPiece { pending.append(contentsOf: $0) }
    for var entry in batch.entries {
      entry.end += offset
      unlisted.append(entry)
    }
    let isDue = ContinuousClock.now - lastCheckpoint > Self.checkpointInterval
    if isDue || pending.count >= Self.pendingLimit { try flush() }
    if isDue { try checkpoint() }
  }

  /// Writes and lists everything. Nothing may be appended afterwards.
  public func finish() throws(OutputFailure) {
    if isComparing { try cut() }
    try flush()
    try checkpoint()
    leftovers = nil
    Self.removeLeftovers(of: path)
  }

  private func flush() throws(OutputFailure) {
    do {
      try file.write(pending, at: end)
    } catch {
      cutTornRecord()
      throw error
    }
    end += pending.count
    pending.removeAll(keepingCapacity: true)
  }

  /// After a full disk the file ends in a whole record all the same, and what it holds is listed as
  /// far as there is room; the rest is cut off on resuming.
  private func cutTornRecord() {
    guard let size = try? file.size else { return }
    let whole = unlisted.prefix { $0.end <= size }
    guard (try? file.truncate(to: max(end, whole.last?.end ?? end))) != nil,
      (try? file.synchronize()) != nil
    else { return }
    try? journal.append(whole)
  }

  private func checkpoint() throws(OutputFailure) {
    try file.synchronize()
    try journal.append(unlisted)
    unlisted.removeAll(keepingCapacity: true)
    lastCheckpoint = .now
  }

  private static func journalPath(_ path: String) -> String { path + ".journal" }

  private static func leftoverPath(_ path: String) -> String { path + ".leftovers" }

  private static func removeLeftovers(of path: String) {
    unlink(leftoverPath(path) + ".journal")
    unlink(leftoverPath(path))
  }
}
