/// Names a document and all that its record rests on: equal keys give equal records.
public struct RecordKey: Sendable, Hashable {
  public var value: UInt128

  public init(_ value: UInt128) { self.value = value }
}

/// Lists the records of a file in their order: whose each is and where it ends.
///
/// The list is a text file. Its first line says what the records were made with and where the
/// first one begins; every further line is one record, all of one length, so that a line is found
/// by its number and a half-written last one shows.
struct RecordJournal {
  struct Entry: Equatable {
    var key: RecordKey
    /// First byte behind the record.
    var end: Int
  }

  private static let mark = "tongbao-journal 1"
  private static let lineLength = 16 + 1 + 32 + 1

  private let file: PositionedFile
  private let headLength: Int
  /// Where the first record begins.
  let start: Int
  private(set) var count: Int
  /// Lines read ahead, and the number of the first of them.
  private var window: (first: Int, bytes: [UInt8]) = (0, [])

  /// Reads the list; `nil` if it is none or of records made with something else.
  init?(continuing file: PositionedFile, digest: String) throws(OutputFailure) {
    let opening = try file.read(256, at: 0)
    guard let lineEnd = opening.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let head = String(decoding: opening[..<lineEnd], as: UTF8.self)
    let prefix = "\(Self.mark) \(digest) "
    guard head.hasPrefix(prefix), let start = Int(head.dropFirst(prefix.count), radix: 16) else {
      return nil
    }
    self.file = file
    self.start = start
    headLength = lineEnd + 1
    count = (try file.size - headLength) / Self.lineLength
  }

  /// Begins the list anew.
  init(new file: PositionedFile, digest: String, start: Int) throws(OutputFailure) {
    let head = "\(Self.mark) \(digest) \(Self.hexadecimal(start, digits: 16))\n"
    try file.truncate(to: 0)
    try file.write(Array(head.utf8), at: 0)
    self.file = file
    self.start = start
    headLength = head.utf8.count
    count = 0
  }

  /// The record of a number; `nil` for a line that is damaged.
  mutating func entry(_ number: Int) throws(OutputFailure) -> Entry? {
    let place = (number - window.first) * Self.lineLength
    if place < 0 || place + Self.lineLength > window.bytes.count {
      let count = min(512, self.count - number) * Self.lineLength
      window = (number, try file.read(count, at: headLength + number * Self.lineLength))
      return window.bytes.count >= Self.lineLength ? parsed(window.bytes[..<Self.lineLength]) : nil
    }
    return parsed(window.bytes[place..<place + Self.lineLength])
  }

  /// Where a record begins: behind the one before it.
  mutating func beginning(of number: Int) throws(OutputFailure) -> Int? {
    number == 0 ? start : try entry(number - 1)?.end
  }

  mutating func append(_ entries: some Sequence<Entry>) throws(OutputFailure) {
    var lines: [UInt8] = []
    for entry in entries {
      let end = Self.hexadecimal(entry.end, digits: 16)
      lines += Array("\(end) \(Self.hexadecimal(entry.key.value, digits: 32))\n".utf8)
    }
    try file.write(lines, at: headLength + count * Self.lineLength)
    count += lines.count / Self.lineLength
  }

  /// Forgets the records from a number on, half a line included.
  mutating func truncate(to count: Int) throws(OutputFailure) {
    self.count = count
    window = (0, [])
    try file.truncate(to: headLength + count * Self.lineLength)
  }

  func synchronize() throws(OutputFailure) { try file.synchronize() }

  private func parsed(_ line: ArraySlice<UInt8>) -> Entry? {
    let text = String(decoding: line.dropLast(), as: UTF8.self)
    guard line.last == UInt8(ascii: "\n"), let end = Int(text.prefix(16), radix: 16),
      let key = UInt128(text.dropFirst(17), radix: 16)
    else { return nil }
    return Entry(key: RecordKey(key), end: end)
  }

  private static func hexadecimal(_ number: some BinaryInteger, digits: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
