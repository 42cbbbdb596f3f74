/// A file's name and content; who opens it is the caller's business.
public struct AnnotationFile: Sendable, Hashable {
  public var name: String
  public var content: String

  public init(name: String, content: String) {
    self.name = name
    self.content = content
  }
}

/// What could be read, and everything that was wrong, by file and line.
public struct AnnotationReading: Sendable {
  public var documents: [AnnotatedDocument] = []
  public var faults: [GoldFault] = []

  mutating func fault(_ file: String, _ line: Int, _ message: String) {
    faults.append(GoldFault(file: file, line: line, message: message))
  }
}

/// The ways in which annotated documents are kept.
///
/// | format | nested | values | figures and findings |
/// | --- | --- | --- | --- |
/// | `inline` | yes | yes | yes |
/// | `jsonl` | yes | yes, and the rule | yes |
/// | `brat` | yes | notes | notes, with relations for people |
/// | `doccano` | yes | a key of the entity | a key of the document |
/// | `label-studio` | yes | the region's meta text | keys of the task's data |
/// | `conll` | a column a level | a column | comments |
public enum AnnotationFormat: String, Sendable, CaseIterable {
  /// Marks in the text, made to be read and reviewed.
  case inline
  /// Tongbao's own output.
  case jsonl
  /// Pairs of `.txt` and `.ann`.
  case brat
  case doccano
  case labelStudio = "label-studio"
  /// One token a line, types as `B-`/`I-`/`O`.
  case conll

  public func read(_ files: [AnnotationFile]) -> AnnotationReading {
    var reading = AnnotationReading()
    switch self {
    case .inline: for file in files { InlineFormat.read(file, into: &reading) }
    case .jsonl: for file in files { TongbaoFormat.read(file, into: &reading) }
    case .brat: BratFormat.read(files, into: &reading)
    case .doccano: for file in files { DoccanoFormat.read(file, into: &reading) }
    case .labelStudio: for file in files { LabelStudioFormat.read(file, into: &reading) }
    case .conll: for file in files { ConllFormat.read(file, into: &reading) }
    }
    reading.reportRepeatedIdentifiers()
    return reading
  }

  /// - Returns: a file a document for `inline` and two for `brat`, else one for all.
  /// - Throws: `GoldFault` for what the format cannot hold.
  public func write(_ documents: [AnnotatedDocument]) throws(GoldFault) -> [AnnotationFile] {
    switch self {
    case .inline: try InlineFormat.write(documents)
    case .jsonl: [AnnotationFile(name: "documents.jsonl", content: TongbaoFormat.write(documents))]
    case .brat: BratFormat.write(documents)
    case .doccano: [AnnotationFile(name: "doccano.jsonl", content: DoccanoFormat.write(documents))]
    case .labelStudio:
      [AnnotationFile(name: "label-studio.json", content: LabelStudioFormat.write(documents))]
    case .conll: [AnnotationFile(name: "documents.conll", content: ConllFormat.write(documents))]
    }
  }
}

// MARK: - Detection

extension AnnotationFormat {
  /// The format that the content of the files shows, with the files that are in it; `nil` if none
  /// is. Names are not looked at, save for the pairs of brat.
  public static func detect(
    _ files: [AnnotationFile]
  ) -> (format: AnnotationFormat, files: [AnnotationFile])? {
    let found = files.map { detect($0.content) }
    // A folder of brat pairs has texts, which look like nothing, beside the annotations.
    if found.contains(.brat) {
      return (.brat, files.filter { $0.name.hasSuffix(".txt") || $0.name.hasSuffix(".ann") })
    }
    guard let format = found.compactMap(\.self).first else { return nil }
    return (format, zip(files, found).filter { $0.1 == format }.map(\.0))
  }

  private static func detect(_ content: String) -> AnnotationFormat? {
    guard let start = content.unicodeScalars.first(where: { !$0.properties.isWhitespace }) else {
      return nil
    }
    if start == "[" || start == "{", let format = detectJSON(content) { return format }
    if content.contains("⟦") || content.contains("\n--- figures") { return .inline }
    let lines = content.split(separator: "\n", maxSplits: 200)
      .prefix(200).filter { !$0.isEmpty && !$0.hasPrefix("# ") }
    guard !lines.isEmpty else { return nil }
    if lines.allSatisfy(BratFormat.isAnnotation) { return .brat }
    return lines.allSatisfy(ConllFormat.isToken) ? .conll : nil
  }

  private static func detectJSON(_ content: String) -> AnnotationFormat? {
    let firstLine = content.split(separator: "\n", maxSplits: 1).first ?? ""
    var parser = JSONParser(firstLine)
    var value = try? parser.parse()
    if value == nil {
      var whole = JSONParser(content)
      value = try? whole.parse()
    }
    if let tasks = value?.array { return isTask(tasks.first) ? .labelStudio : nil }
    if isTask(value) { return .labelStudio }
    if value?["mentions"] != nil { return .jsonl }
    let keys = ["entities", "label", "labels"]
    return keys.contains { value?[$0] != nil } ? .doccano : nil
  }

  private static func isTask(_ value: JSONValue?) -> Bool { value?["data"]?["text"] != nil }
}

extension AnnotationReading {
  /// Predictions find their gold document by its identifier, so each must be there once.
  fileprivate mutating func reportRepeatedIdentifiers() {
    var seen: Set<String> = []
    for document in documents where !seen.insert(document.id).inserted {
      fault(document.id, 1, "the identifier “\(document.id)” stands twice; make it unique")
    }
  }

  /// Adds a mention if it lies in the text.
  mutating func mention(
    _ type: String, _ start: Int, _ end: Int, value: String?, rule: String? = nil,
    in text: ScalarText, file: String, line: Int
  ) -> AnnotatedDocument.Mention? {
    guard 0 <= start, start < end, end <= text.count else {
      fault(
        file, line, "\(type) \(start)–\(end) does not lie in the text of \(text.count) characters")
      return nil
    }
    return .init(type: type, span: .init(start, end), value: value, rule: rule)
  }
}

extension InlineFormat {
  fileprivate static func read(_ file: AnnotationFile, into reading: inout AnnotationReading) {
    let (document, faults) = read(file.content, file: file.name)
    reading.documents.append(AnnotatedDocument(document))
    reading.faults += faults
  }

  fileprivate static func write(
    _ documents: [AnnotatedDocument]
  ) throws(GoldFault) -> [AnnotationFile] {
    var files: [AnnotationFile] = []
    for (document, name) in zip(documents, fileNames(of: documents)) {
      let (gold, faults) = GoldDocument.converting(document, file: document.id)
      if let fault = faults.first { throw fault }
      let content = write(gold)
      // Marks or blank lines at the ends of a text cannot be told from the format's own.
      guard read(content, file: document.id).document == gold else {
        let message = "the text holds ⟦, ⟧, a | in a mention or empty lines at its ends; "
        throw GoldFault(file: document.id, line: 1, message: message + "choose another format")
      }
      files.append(AnnotationFile(name: name + ".gold", content: content))
    }
    return files
  }
}

/// A file name without suffix for each document, all different.
func fileNames(of documents: [AnnotatedDocument]) -> [String] {
  var taken: Set<String> = []
  return documents.map { document in
    let safe = String(document.id.map { "/\\:\0".contains($0) || $0.isNewline ? "_" : $0 })
    let base = safe.isEmpty || safe.hasPrefix(".") ? "document" + safe : safe
    var name = base
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(base)-\(number)"
      number += 1
    }
    return name
  }
}
