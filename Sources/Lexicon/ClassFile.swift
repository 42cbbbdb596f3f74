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

  /// A line of words that share a value, as pieces of the file's text.
  public struct Line {
    /// Never empty, and no piece is.
    public var surfaces: [Substring.UTF8View]
    /// `nil` where the line gives none.
    public var value: Substring.UTF8View?
    /// From 1.
    public var number: Int
  }

  /// - Returns: the words in file order; a line without a value means the first surface itself.
  public static func words(
    in text: String, named file: String, faults: inout [DictionaryFault]
  ) -> [Word] {
    var words: [Word] = []
    forEachLine(in: text, named: file, faults: &faults) { line in
      let value = String(Substring(line.value ?? line.surfaces[0]))
      words += line.surfaces.map {
        Word(surface: String(Substring($0)), value: value, line: line.number)
      }
    }
    return words
  }

  /// Hands out the lines that hold words, without a string for each word.
  public static func forEachLine(
    in text: String, named file: String, faults: inout [DictionaryFault], _ body: (Line) -> Void
  ) {
    // Split as bytes: no byte of another character looks like one of the three separators.
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
      let value = columns.count > 1 && !columns[1].isEmpty ? columns[1] : nil
      body(Line(surfaces: surfaces, value: value, number: index + 1))
    }
  }

  private static let (newline, tab) = (UInt8(ascii: "\n"), UInt8(ascii: "\t"))
  private static let (comment, bar) = (UInt8(ascii: "#"), UInt8(ascii: "|"))
}
