extension String {
  /// Whether it begins with the bytes of the other. Values are written in one way only, so their
  /// bytes tell all that a comparison of characters would.
  func beginsWithUTF8(_ prefix: StaticString) -> Bool {
    prefix.withUTF8Buffer { utf8.starts(with: $0) }
  }

  /// Whether it ends in the bytes of the other.
  func endsInUTF8(_ suffix: StaticString) -> Bool {
    suffix.withUTF8Buffer { suffix in
      utf8.count >= suffix.count && utf8.suffix(suffix.count).elementsEqual(suffix)
    }
  }
}
