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
  /// - Returns: the words in file order; a line without a value means the first surface itself.
  public static func words(
    in text: String, named file: String, faults: inout [DictionaryFault]
  ) -> [(surface: String, value: String)] {
    var words: [(surface: String, value: String)] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      let surfaces = columns[0].split(separator: "|", omittingEmptySubsequences: false)
      guard surfaces.allSatisfy({ !$0.isEmpty }) else {
        faults.append(
          DictionaryFault(
            file: file, line: index + 1, message: "an empty word; remove the stray | or the blank"))
        continue
      }
      for surface in surfaces {
        let value = columns.count > 1 && !columns[1].isEmpty ? columns[1] : surfaces[0]
        words.append((String(surface), String(value)))
      }
    }
    return words
  }
}
