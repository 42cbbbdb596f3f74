extension [ExtraMember] {
  /// The members as one JSON object, byte for byte as they came; `nil` where there are none.
  public var json: String? {
    guard !isEmpty else { return nil }
    var json = JSONBuilder()
    json.object { json in
      for member in self {
        json.key(member.key)
        json.value(raw: member.json)
      }
    }
    return String(decoding: json.output.bytes, as: UTF8.self)
  }
}
