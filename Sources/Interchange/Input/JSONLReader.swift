/// Reads one document a line: `{"id": …, "text": …, "published": …, …}`.
///
/// A line that is no such record becomes a failure; the lines after it are read all the same.
struct JSONLReader: RecordReader {
  private let file: InputFile
  private var source: ByteSource
  private var line = 0
  private var isAtEnd = false

  init(file: InputFile, source: ByteSource) {
    self.file = file
    self.source = source
  }

  mutating func next() -> [InputItem]? {
    while !isAtEnd {
      do {
        guard let bytes = try nextLine() else { return nil }
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
        return items(of: bytes)
      } catch {
        isAtEnd = true
        return [.failure(error)]
      }
    }
    return nil
  }

  /// The bytes of the next line without its line feed; `nil` behind the last one.
  private mutating func nextLine() throws(InputFailure) -> [UInt8]? {
    if line == 0, try source.peek(3).elementsEqual(byteOrderMark) { source.skip(3) }
    guard try !source.peek(1).isEmpty else { return nil }
    var bytes: [UInt8] = []
    try source.collectLine(into: &bytes)
    source.skip(1)
    line += 1
    return bytes
  }

  private func items(of bytes: [UInt8]) -> [InputItem] {
    var scanner = JSONObjectScanner(bytes)
    let members: [JSONObjectScanner.Member]
    do {
      members = try scanner.members()
    } catch {
      let column = String(decoding: bytes[..<error.offset], as: UTF8.self).unicodeScalars.count + 1
      return [
        failure(
          "not valid JSON at column \(column): \(error.problem)",
          remedy: "write one JSON object a line")
      ]
    }
    do {
      return try document(of: members, in: scanner, bytes)
    } catch {
      return [.failure(error)]
    }
  }

  private func document(
    of members: [JSONObjectScanner.Member], in scanner: JSONObjectScanner, _ bytes: [UInt8]
  ) throws(InputFailure) -> [InputItem] {
    // Of a repeated key the last value counts, as JSON readers have it.
    var values: [String: Range<Int>] = [:]
    for member in members { values[member.key] = member.value }

    guard let textRange = values["text"], let text = scanner.string(at: textRange) else {
      throw fault(
        values["text"] == nil ? "has no \"text\"" : "its \"text\" is no UTF-8 string",
        remedy: "give each line a \"text\" string")
    }
    var document = InputDocument(id: file.id(ofLine: line), source: file.path, text: text)
    if let range = values["id"], !scanner.isNull(at: range) {
      // A number is taken as it is written.
      document.id =
        scanner.string(at: range) ?? String(decoding: bytes[range], as: UTF8.self)
    }
    if let range = values["source"], let named = scanner.string(at: range) {
      document.source = named
    }
    var items: [InputItem] = []
    if let range = values["published"], !scanner.isNull(at: range) {
      let written = scanner.string(at: range) ?? String(decoding: bytes[range], as: UTF8.self)
      document.published = PublishedDate.validated(written)
      if document.published == nil { items.append(.failure(file.badDate(written, line: line))) }
    }
    document.extra = try extra(members, values: values, bytes)
    items.append(.document(document))
    return items
  }

  /// The members that mean nothing here and that the output has no key of its own for.
  private func extra(
    _ members: [JSONObjectScanner.Member], values: [String: Range<Int>], _ bytes: [UInt8]
  ) throws(InputFailure) -> [ExtraMember] {
    var extra: [ExtraMember] = []
    for member in members
    where !Self.inputKeys.contains(member.key) && !JSONLWriter.keys.contains(member.key)
      && values[member.key] == member.value
    {
      guard String(validating: bytes[member.value], as: UTF8.self) != nil else {
        throw fault("its \"\(member.key)\" is not UTF-8", remedy: "save the file as UTF-8")
      }
      extra.append(ExtraMember(key: member.key, json: Array(bytes[member.value])))
    }
    return extra
  }

  private static let inputKeys: Set<String> = ["id", "text", "published", "source"]

  private func fault(_ problem: String, remedy: String) -> InputFailure {
    InputFailure(path: file.path, line: line, problem: problem, remedy: remedy)
  }

  private func failure(_ problem: String, remedy: String) -> InputItem {
    .failure(fault(problem, remedy: remedy))
  }
}

/// UTF-8's mark at the very start of a file.
let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
