import Decompression
import TongbaoText

/// The documents of files, folders and standard input, one at a time and in order.
///
/// A folder is walked sorted by path and gives its `.txt`, `.html`, `.htm`, `.jsonl`, `.csv` and
/// `.tsv` files, compressed ones (`.jsonl.gz`, `.txt.zst`) included; others in it are skipped. A
/// file named by itself may have any name: what begins like a JSON object is read as JSON lines,
/// everything else as one text. Only the document being read is in memory.
public struct DocumentReader: Sequence, IteratorProtocol {
  private var inputs: InputPaths
  private let meter: ByteMeter?
  private let columns: ColumnNames
  private let excluded: [FileIdentity]
  private var walk: (folder: String, steps: FolderWalk)?
  private var records: (any RecordReader)?
  /// Items already read, the next one last.
  private var ready: [InputItem] = []

  /// - Parameters:
  ///   - inputs: Paths of files and folders, or patterns of them; `-` is standard input.
  ///   - pathList: A file with further paths, one a line; `-` is standard input.
  ///   - columns: Which columns of `.csv` and `.tsv` files hold what.
  ///   - excluded: Files that are no inputs although they may lie in a folder: the run's outputs.
  ///   - meter: Counts the bytes that are read.
  public init(
    inputs: [String], pathList: String? = nil, columns: ColumnNames = ColumnNames(),
    excluding excluded: [String] = [], meter: ByteMeter? = nil
  ) {
    self.excluded = excluded.compactMap(FileIdentity.init)
    self.inputs = InputPaths(named: inputs, list: pathList)
    self.columns = columns
    self.meter = meter
  }

  public mutating func next() -> InputItem? {
    while true {
      if let item = ready.popLast() { return item }
      if let items = records?.next() {
        ready = items.reversed()
        continue
      }
      records = nil
      do {
        guard try openNext() else { return nil }
      } catch {
        return .failure(error)
      }
    }
  }

  /// Goes on to the next file of the walk or the next input; `false` when there is none.
  private mutating func openNext() throws(InputFailure) -> Bool {
    if let step = walk?.steps.next(), let folder = walk?.folder {
      switch step {
      case .failure(let failure): throw failure
      case .file(let path):
        let file = InputFile(path: path, below: folder)
        guard let format = InputFormat(path: path), !isExcluded(path) else { break }
        try open(file, ByteSource(path: path, meter: meter), format)
      }
      return true
    }
    walk = nil
    guard let input = try inputs.next() else { return false }
    if input == "-" {
      try open(InputFile(path: "-", name: "stdin"), ByteSource.standardInput(meter: meter), nil)
    } else if FileKind(path: input) == .folder {
      walk = (input, FolderWalk(folder: input))
    } else {
      try open(
        InputFile(path: input), ByteSource(path: input, meter: meter), InputFormat(path: input))
    }
    return true
  }

  private func isExcluded(_ path: String) -> Bool {
    guard !excluded.isEmpty, let identity = FileIdentity(path: path) else { return false }
    return excluded.contains(identity)
  }

  private mutating func open(
    _ file: InputFile, _ source: ByteSource, _ known: InputFormat?
  ) throws(InputFailure) {
    var source = source
    let format = if let known { known } else { InputFormat(beginning: try source.peek(256)) }
    switch format {
    case .text:
      let decoded = try file.decoded(source.readAll())
      let document = InputDocument(
        id: file.name, source: file.path, text: decoded.text, notes: decoded.notes)
      ready = [.document(document)]
    case .jsonLines:
      records = JSONLReader(file: file, source: source)
    case .table(let separator):
      records = DelimitedReader(file: file, source: source, separator: separator, names: columns)
    }
  }
}

/// Reads the records of a file that holds many.
protocol RecordReader {
  /// What the next record gives: a document, a failure, or a failure that leaves the document
  /// usable and the document; `nil` behind the last record.
  mutating func next() -> [InputItem]?
}

/// A file to read and the name that its documents go by.
struct InputFile {
  var path: String
  var name: String

  init(path: String, name: String) {
    self.path = path
    self.name = name
  }

  /// Named by its path below the folder that was asked for, else by its own name, without the
  /// extension and one that names a compression.
  init(path: String, below folder: String? = nil) {
    self.path = path
    let path = CompressionFormat.pathWithoutEnding(path)
    var name = path[...]
    if let folder {
      name = path.dropFirst(folder.count).drop { $0 == "/" }
    } else if let slash = path.lastIndex(of: "/") {
      name = path[path.index(after: slash)...]
    }
    if let dot = name.lastIndex(of: "."), dot != name.startIndex, !name[dot...].contains("/") {
      name = name[..<dot]
    }
    self.name = String(name)
  }

  func id(ofLine line: Int) -> String { "\(name):\(line)" }

  func decoded(_ bytes: [UInt8], line: Int? = nil) throws(InputFailure) -> DecodedText {
    do {
      return try Intake.decode(bytes)
    } catch {
      throw InputFailure(
        path: path, line: line, problem: "\(error)", remedy: "save it as text in UTF-8")
    }
  }

  func badDate(_ written: String, line: Int) -> InputFailure {
    InputFailure(
      path: path, line: line,
      problem: "“\(written.prefix(40))” is no date, so the document is read without one",
      remedy: PublishedDate.remedy)
  }
}

enum InputFormat {
  case text, jsonLines
  case table(separator: Unicode.Scalar)

  /// By the extension; `nil` for one that says nothing.
  init?(path: String) {
    let name = CompressionFormat.pathWithoutEnding(path).split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    switch name[dot...].lowercased() {
    case ".txt", ".html", ".htm": self = .text
    case ".jsonl": self = .jsonLines
    case ".csv": self = .table(separator: ",")
    case ".tsv": self = .table(separator: "\t")
    default: return nil
    }
  }

  /// By the first bytes: no Chinese text begins `{"`.
  init(beginning bytes: ArraySlice<UInt8>) {
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    let bytes = bytes.starts(with: byteOrderMark) ? bytes.dropFirst(3) : bytes
    let start = bytes.drop(while: blanks.contains)
    let isObject =
      start.first == UInt8(ascii: "{")
      && start.dropFirst().drop(while: blanks.contains).first == UInt8(ascii: "\"")
    self = isObject ? .jsonLines : .text
  }
}
