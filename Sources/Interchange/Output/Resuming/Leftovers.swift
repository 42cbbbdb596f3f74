/// Records of an earlier run that have no place in the output yet, since other documents come
/// before theirs now. They are copied from here instead of being made again.
///
/// Two files beside the output, gone when the run has finished. Memory is sixteen bytes a record.
struct Leftovers {
  private let file: PositionedFile
  private var journal: RecordJournal
  /// The lower half of each record's key and its number, sorted.
  private var index: [(half: UInt64, number: Int)] = []

  /// Takes up what an earlier run left.
  init(path: String, digest: String) throws(OutputFailure) {
    file = try PositionedFile(path: path)
    let list = try PositionedFile(path: path + ".journal")
    if let known = try RecordJournal(continuing: list, digest: digest) {
      journal = known
    } else {
      journal = try RecordJournal(new: list, digest: digest, start: 0)
    }
    let size = try file.size
    var last = journal.count
    while last > 0, (try journal.entry(last - 1)?.end ?? .max) > size { last -= 1 }
    try journal.truncate(to: last)
    try buildIndex()
  }

  /// Takes over the records of another file from a number on; they are on the disk on return.
  mutating func take(
    _ records: PositionedFile, _ list: inout RecordJournal, from first: Int
  ) throws(OutputFailure) {
    let ownEnd = try journal.beginning(of: journal.count) ?? 0
    guard let start = try list.beginning(of: first),
      let end = try list.beginning(of: list.count), start < end
    else { return }
    var place = start
    while place < end {
      let piece = try records.read(min(1 << 20, end - place), at: place)
      guard !piece.isEmpty else { break }
      try file.write(piece, at: ownEnd + place - start)
      place += piece.count
    }
    try file.synchronize()
    for number in first..<list.count {
      guard var entry = try list.entry(number) else { break }
      entry.end += ownEnd - start
      try journal.append(CollectionOfOne(entry))
    }
    try journal.synchronize()
    try buildIndex()
  }

  /// Where the record of that key is, if there is one.
  mutating func place(of key: RecordKey) throws(OutputFailure) -> StoredRecord? {
    let half = UInt64(truncatingIfNeeded: key.value)
    var (low, high) = (0, index.count)
    while low < high {
      let middle = (low + high) / 2
      if index[middle].half < half { low = middle + 1 } else { high = middle }
    }
    while low < index.count, index[low].half == half {
      let number = index[low].number
      if let entry = try journal.entry(number), entry.key == key,
        let start = try journal.beginning(of: number)
      {
        return StoredRecord(file: file, range: start..<entry.end)
      }
      low += 1
    }
    return nil
  }

  private mutating func buildIndex() throws(OutputFailure) {
    index = []
    index.reserveCapacity(journal.count)
    for number in 0..<journal.count {
      guard let key = try journal.entry(number)?.key else { break }
      index.append((UInt64(truncatingIfNeeded: key.value), number))
    }
    index.sort { $0 < $1 }
  }
}

/// A record of an earlier run that stands outside the output.
public struct StoredRecord: Sendable {
  let file: PositionedFile
  let range: Range<Int>

  public func write(to output: inout OutputBuffer) throws(OutputFailure) {
    output.append(bytes: try file.read(range.count, at: range.lowerBound))
  }
}
