/// A text read from bytes, and how sure that reading is.
public struct DecodedText: Sendable, Hashable {
  public var text: String
  /// IANA name of the charset that the bytes were read by: `UTF-8`, `GB18030`, `Big5`, `UTF-16LE`.
  public var charset: String
  /// Whether some bytes could not be read and became U+FFFD.
  public var isLossy: Bool
  /// What a user should know, one line each.
  public var notes: [String]

  public init(text: String, charset: String, isLossy: Bool = false, notes: [String] = []) {
    self.text = text
    self.charset = charset
    self.isLossy = isLossy
    self.notes = notes
  }
}

/// Why bytes could not be read as text.
public enum IntakeError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The bytes are no text at all: an image, an archive, a program.
  case notText(reason: String)
  /// The caller named a charset that does not exist.
  case unknownCharset(String)
  /// ICU failed.
  case conversion(String)

  public var description: String {
    switch self {
    case .notText(let reason): "not a text: \(reason)"
    case .unknownCharset(let name):
      "unknown charset “\(name)”; leave it out to have the charset detected"
    case .conversion(let message): message
    }
  }
}
