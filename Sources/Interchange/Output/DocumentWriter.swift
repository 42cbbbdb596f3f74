import TongbaoText

/// Writes analysed documents one after another in some format.
///
/// A writer holds no state between documents, so several threads may render documents at once and
/// the caller puts the pieces in order.
public protocol DocumentWriter: Sendable {
  /// What stands before the first document.
  func begin(_ output: inout OutputBuffer)
  /// - Parameter extra: Further keys of the input record, for formats that carry them.
  func write(_ document: Document, extra: [ExtraMember], to output: inout OutputBuffer)
  /// What stands behind the last document.
  func end(_ output: inout OutputBuffer)
}

extension DocumentWriter {
  public func begin(_ output: inout OutputBuffer) {}
  public func end(_ output: inout OutputBuffer) {}

  public func write(_ document: Document, to output: inout OutputBuffer) {
    write(document, extra: [], to: &output)
  }
}
