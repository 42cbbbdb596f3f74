import Lexicon
import Yams

/// Reads one YAML rule file into rules, fragments and faults with line and column.
struct RuleFileReader {
  let file: String
  private(set) var rules: [RuleSource] = []
  private(set) var fragments: [String: Pattern] = [:]
  /// Name and line of every fragment, in file order; a name defined twice stands twice.
  private(set) var fragmentLines: [(name: String, line: Int)] = []
  private(set) var faults: [DictionaryFault] = []

  private static let knownKeys: Set<String> = [
    "id", "type", "doc", "pattern", "value", "priority", "yes", "no",
  ]
  static let types: Set<String> = [
    "date", "time", "duration", "recurrence", "count", "measure", "percent", "ordinal", "number",
    "place", "organization", "none",
  ]

  init(file: String) {
    self.file = file
  }

  mutating func read(_ text: String) {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      faults.append(DictionaryFault(file: file, line: 1, message: "no valid YAML: \(error)"))
      return
    } catch {
      faults.append(DictionaryFault(file: file, line: 1, message: "unreadable: \(error)"))
      return
    }
    guard let root else { return }
    guard let items = root.sequence else {
      fault(at: root, "a rule file is a list; begin each rule with “- id:”")
      return
    }
    for item in items { readItem(item) }
  }

  private mutating func fault(at node: Node, _ message: String) {
    faults.append(
      DictionaryFault(
        file: file, line: node.mark?.line ?? 1, column: node.mark?.column, message: message))
  }

  private mutating func readItem(_ node: Node) {
    guard let mapping = node.mapping else {
      fault(at: node, "a rule or “fragments:” expected")
      return
    }
    if let list = mapping["fragments"] {
      for (key, value) in list.mapping ?? [:] {
        guard let name = key.string, let text = value.string else { continue }
        fragments[name] = pattern(text, at: value)
        fragmentLines.append((name, value.mark?.line ?? 1))
      }
      return
    }
    for (key, _) in mapping where !Self.knownKeys.contains(key.string ?? "") {
      fault(at: key, "unknown key “\(key.string ?? "")”")
    }
    guard let id = mapping["id"]?.string, let type = mapping["type"]?.string,
      let patternNode = mapping["pattern"], let patternText = patternNode.string
    else {
      fault(at: node, "a rule needs id, type and pattern")
      return
    }
    guard Self.types.contains(type) else {
      fault(at: node, "unknown type “\(type)”; use one of \(Self.types.sorted())")
      return
    }
    guard let parsed = pattern(patternText, at: patternNode) else { return }
    let (constructor, arguments) = constructorCall(mapping["value"]?.string ?? "")
    if constructor.isEmpty, type != "none" { fault(at: node, "rule \(id) needs a value") }
    let rule = Rule(
      id: id, type: type, constructor: constructor, arguments: arguments,
      priority: mapping["priority"]?.int ?? 0)
    rules.append(
      RuleSource(
        rule: rule, documentation: mapping["doc"]?.string ?? "", pattern: parsed,
        patternText: patternText, examples: examples(of: id, in: mapping), file: file,
        line: node.mark?.line ?? 1))
  }

  private mutating func pattern(_ text: String, at node: Node) -> Pattern? {
    do throws(PatternFault) {
      return try PatternParser.parse(text)
    } catch {
      // The mark is that of the value; behind it comes the opening quotation mark.
      faults.append(
        DictionaryFault(
          file: file, line: node.mark?.line ?? 1,
          column: (node.mark?.column ?? 1) + 1 + error.offset, message: error.message))
      return nil
    }
  }

  /// `count(approximation=over, unit=人)` → name and arguments.
  private func constructorCall(_ text: String) -> (String, [String: String]) {
    guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else { return (text, [:]) }
    var arguments: [String: String] = [:]
    for pair in text[text.index(after: open)...].dropLast().split(separator: ",") {
      let sides = pair.split(separator: "=", maxSplits: 1)
        .map { String($0.drop { $0 == " " }) }
      arguments[sides[0]] = sides.count > 1 ? sides[1] : "true"
    }
    return (String(text[..<open]), arguments)
  }

  // MARK: Examples

  private mutating func examples(of id: String, in mapping: Node.Mapping) -> [RuleExample] {
    var examples: [RuleExample] = []
    for node in mapping["yes"]?.sequence ?? [] {
      guard let (key, value) = node.mapping?.first, let text = key.string,
        let example = positive(id, text, value: value.string ?? "", at: node)
      else {
        fault(at: node, "a yes example reads \"text with [mention]\": \"value\"")
        continue
      }
      examples.append(example)
    }
    for node in mapping["no"]?.sequence ?? [] {
      guard let text = node.string else {
        fault(at: node, "a no example is a text")
        continue
      }
      let (reference, rest) = splitReference(text)
      examples.append(
        RuleExample(
          rule: id, text: rest, mention: nil, value: nil, reference: reference, file: file,
          line: node.mark?.line ?? 1))
    }
    return examples
  }

  private func positive(_ id: String, _ text: String, value: String, at node: Node)
    -> RuleExample?
  {
    let (reference, rest) = splitReference(text)
    var characters = Array(rest)
    guard let open = characters.firstIndex(of: "["), let close = characters.lastIndex(of: "]"),
      open < close
    else { return nil }
    characters.remove(at: close)
    characters.remove(at: open)
    return RuleExample(
      rule: id, text: String(characters), mention: open..<close - 1, value: value,
      reference: reference, file: file, line: node.mark?.line ?? 1)
  }

  private func splitReference(_ text: String) -> (String?, String) {
    guard text.hasPrefix("@"), let blank = text.firstIndex(of: " ") else { return (nil, text) }
    let reference = text[..<blank].dropFirst()
    return (String(reference), String(text[text.index(after: blank)...]))
  }
}
