/// One document as it came in, decoded and not yet analysed.
public struct InputDocument: Sendable, Hashable {
  /// The record's own identifier; else the file's path below the named input, without extension;
  /// for a record without one, that and its line: `news:12`.
  public var id: String
  /// Path of the file, or what the record itself names as its source.
  public var source: String?
  public var text: String
  /// Reference date `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm:ss`, already validated.
  public var published: String?
  /// Further keys of a JSON record, in input order, to be written out as they came.
  public var extra: [ExtraMember]
  /// What was lost or guessed in decoding, one line each; the text is usable all the same.
  public var notes: [String]

  public init(
    id: String, source: String? = nil, text: String, published: String? = nil,
    extra: [ExtraMember] = [], notes: [String] = []
  ) {
    self.id = id
    self.source = source
    self.text = text
    self.published = published
    self.extra = extra
    self.notes = notes
  }
}

/// A key of an input record that means nothing to the analysis, with its value as it was written.
public struct ExtraMember: Sendable, Hashable {
  public var key: String
  /// Valid JSON in UTF-8, byte for byte as it stood in the input (`1.50` stays `1.50`).
  public var json: [UInt8]

  public init(key: String, json: [UInt8]) {
    self.key = key
    self.json = json
  }
}

/// What a reader found next.
public enum InputItem: Sendable, Hashable {
  case document(InputDocument)
  /// The input, or one record of it, is unusable; reading goes on behind it.
  case failure(InputFailure)
}
