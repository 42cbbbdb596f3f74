import Foundation

/// The paths that are to be read: those named, then those of a list, one at a time.
///
/// A named path that is no file but a pattern (`reports/2024-*.txt`) stands for the files that
/// match it, in the order of their names, as a shell would have it.
struct InputPaths {
  private var named: ArraySlice<String>
  /// Matches of a pattern that are still to come.
  private var matches: ArraySlice<String> = []
  private var list: PathList

  private enum PathList {
    case none
    case unopened(path: String)
    case open(ByteSource)
  }

  /// - Parameter list: A file with one path a line; `-` is standard input.
  init(named: [String], list: String?) {
    self.named = named[...]
    self.list = list.map { .unopened(path: $0) } ?? .none
  }

  /// The next path, `nil` behind the last.
  mutating func next() throws(InputFailure) -> String? {
    if let match = matches.popFirst() { return match }
    guard let path = named.popFirst() else { return try nextListed() }
    guard path != "-", FileKind(path: path, followsLinks: false) == nil,
      path.contains(where: { "*?[".contains($0) })
    else { return path }
    matches = Self.matches(of: path)[...]
    // A pattern that matches nothing is a path that is not there.
    return matches.popFirst() ?? path
  }

  private mutating func nextListed() throws(InputFailure) -> String? {
    let current = list
    // A list that cannot be read is one failure, not one at every call.
    list = .none
    guard var source = try opened(current) else { return nil }
    while try !source.peek(1).isEmpty {
      var line: [UInt8] = []
      try source.collect(into: &line) { $0 == UInt8(ascii: "\n") }
      source.skip(1)
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      guard !line.isEmpty else { continue }
      list = .open(source)
      return String(decoding: line, as: UTF8.self)
    }
    return nil
  }

  private func opened(_ list: PathList) throws(InputFailure) -> ByteSource? {
    switch list {
    case .none: nil
    case .unopened("-"): ByteSource.standardInput()
    case .unopened(let path): try ByteSource(path: path)
    case .open(let source): source
    }
  }

  private static func matches(of pattern: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, 0, nil, &found) == 0 else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { found.gl_pathv[$0].map { String(cString: $0) } }
  }
}
