/// A fault in a dictionary, with the place and what to do.
public struct DictionaryFault: Error, Sendable, Hashable, CustomStringConvertible {
  public var file: String
  /// From 1.
  public var line: Int
  /// From 1, in characters; `nil` where the line as a whole is meant.
  public var column: Int?
  public var message: String

  public init(file: String, line: Int, column: Int? = nil, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  public var description: String {
    column.map { "\(file):\(line):\($0): \(message)" } ?? "\(file):\(line): \(message)"
  }
}

/// Reads the text of a class file: `surface[|surface…]<TAB>value`, `#` begins a comment line.
public enum ClassFile {
  public struct Word: Sendable, Hashable {
    public var surface: String
    public var value: String
    /// From 1.
    public var line: Int
  }

  /// - Returns: the words in file order; a line without a value means the first surface itself.
  public static func words(
    in text: String, named file: String, faults: inout [DictionaryFault]
  ) -> [Word] {
    // Split as bytes: no byte of another character looks like one of the three separators.
    var words: [Word] = []
    let lines = text.utf8.split(separator: newline, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty && line.first != comment {
      let columns = line.split(separator: tab, omittingEmptySubsequences: false)
      let surfaces = columns[0].split(separator: bar, omittingEmptySubsequences: false)
      guard surfaces.allSatisfy({ !$0.isEmpty }) else {
        faults.append(
          DictionaryFault(
            file: file, line: index + 1, message: "an empty word; remove the stray | or the blank"))
        continue
      }
      let value = String(
        Substring(columns.count > 1 && !columns[1].isEmpty ? columns[1] : surfaces[0]))
      words += surfaces.map { Word(surface: String(Substring($0)), value: value, line: index + 1) }
    }
    return words
  }

  private static let (newline, tab) = (UInt8(ascii: "\n"), UInt8(ascii: "\t"))
  private static let (comment, bar) = (UInt8(ascii: "#"), UInt8(ascii: "|"))
}
