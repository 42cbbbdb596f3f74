import Interchange
import Storage
import TongbaoText

/// A document that was analysed, with what its record brought along.
struct AnalysedDocument: Sendable {
  var document: Document
  var extra: [ExtraMember]
  /// Of the document as it came in.
  var contentHash = ContentHash()
}

/// Where analysed documents go, one after another in input order.
protocol ReportSink {
  mutating func begin() throws
  mutating func take(_ item: AnalysedDocument) throws
  mutating func end(failures: Int) throws
}

/// Writes documents to a file in the format of a writer.
struct DocumentSink: ReportSink {
  let writer: any DocumentWriter
  let file: OutputFile
  private var buffer = OutputBuffer()

  init(writer: any DocumentWriter, file: OutputFile) {
    self.writer = writer
    self.file = file
  }

  mutating func begin() throws {
    writer.begin(&buffer)
    try pass()
  }

  mutating func take(_ item: AnalysedDocument) throws {
    writer.write(item.document, extra: item.extra, to: &buffer)
    try pass()
  }

  mutating func end(failures: Int) throws {
    writer.end(&buffer)
    try pass()
    try file.finish()
  }

  private mutating func pass() throws {
    try file.write(buffer)
    buffer.removeAll()
  }
}

/// Writes findings as SARIF.
struct SARIFSink: ReportSink {
  let file: OutputFile
  private var writer = SARIFWriter(toolVersion: TongbaoCommand.configuration.version)

  init(file: OutputFile) { self.file = file }

  mutating func begin() throws { try pass { $0.begin(&$1) } }

  mutating func take(_ item: AnalysedDocument) throws {
    try pass { $0.write(item.document, to: &$1) }
  }

  mutating func end(failures: Int) throws {
    try pass { $0.end(&$1) }
    try file.finish()
  }

  private mutating func pass(_ write: (inout SARIFWriter, inout OutputBuffer) -> Void) throws {
    var buffer = OutputBuffer()
    write(&writer, &buffer)
    try file.write(buffer)
  }
}
