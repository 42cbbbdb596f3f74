/// Why an input, or one record of it, could not be read, and what the user can do about it.
///
/// Its description is always one line: `path:line: problem; remedy`.
public struct InputFailure: Error, Sendable, Hashable, CustomStringConvertible {
  public var path: String
  /// Line from 1, where the fault has one.
  public var line: Int?
  public var problem: String
  public var remedy: String

  public init(path: String, line: Int? = nil, problem: String, remedy: String) {
    self.path = path
    self.line = line
    self.problem = problem
    self.remedy = remedy
  }

  public var description: String {
    let place = line.map { "\(path):\($0)" } ?? path
    return singleLine("\(place): \(problem); \(remedy)")
  }
}

extension InputFailure {
  /// One line: `{"source":…,"line":…,"problem":…,"remedy":…}`, without a line for a whole file.
  public func writeJSON(to output: inout OutputBuffer) {
    var json = JSONBuilder(taking: &output)
    json.object { json in
      json.member("source", path)
      if let line { json.member("line", line) }
      json.member("problem", problem)
      json.member("remedy", remedy)
    }
    json.give(back: &output)
    output.append(byte: UInt8(ascii: "\n"))
  }
}

/// The text with control characters replaced, so that no file name or field can forge a line or
/// steer a terminal.
public func singleLine(_ text: String) -> String {
  var line = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { line.append(visible(scalar)) }
  return String(line)
}

/// The scalar itself, or its stand-in if it would move the cursor or reorder the line: a control
/// picture for a C0 control, `�` for the other invisible controls.
func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0x09, 0x0A, 0x0D: " "
  case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
  case 0x7F: "\u{2421}"
  case 0x80..<0xA0, 0x2028...0x202E, 0x2066...0x2069: "\u{FFFD}"
  default: scalar
  }
}
