/// Writes JSON values in the order they are given, with the commas between them.
struct JSONBuilder {
  private(set) var output = OutputBuffer()
  /// Whether the next member or element needs a comma before it.
  private var needsComma = false

  init() {}

  /// Writes behind what a buffer holds. The builder owns the bytes until it gives them back, so that
  /// they are never copied.
  init(taking buffer: inout OutputBuffer) { swap(&output, &buffer) }

  mutating func give(back buffer: inout OutputBuffer) { swap(&output, &buffer) }

  // MARK: Values

  mutating func value(_ text: String) { element { $0.appendJSON(text) } }

  mutating func value(_ number: Int) { element { $0.append(number) } }

  mutating func value(_ flag: Bool) {
    element { $0.append(flag ? "true" as StaticString : "false") }
  }

  mutating func null() { element { $0.append("null" as StaticString) } }

  /// What `write` writes, which must be one valid value.
  mutating func value(_ write: (inout OutputBuffer) -> Void) { element(write) }

  /// JSON text that is valid already.
  mutating func value(raw json: [UInt8]) { element { $0.append(bytes: json) } }

  @inline(__always)
  mutating func object(_ members: (inout JSONBuilder) -> Void) {
    open("{")
    members(&self)
    close("}")
  }

  /// - Parameter write: writes one element.
  @inline(__always)
  mutating func array<Element>(
    of elements: [Element], _ write: (Element, inout JSONBuilder) -> Void
  ) {
    list { json in
      for index in elements.indices { write(elements[index], &json) }
    }
  }

  @inline(__always)
  mutating func list(_ elements: (inout JSONBuilder) -> Void) {
    open("[")
    elements(&self)
    close("]")
  }

  @inline(__always)
  private mutating func element(_ write: (inout OutputBuffer) -> Void) {
    if needsComma { output.append(byte: UInt8(ascii: ",")) }
    write(&output)
    needsComma = true
  }

  private mutating func open(_ bracket: Unicode.Scalar) {
    element { $0.append(byte: UInt8(ascii: bracket)) }
    needsComma = false
  }

  private mutating func close(_ bracket: Unicode.Scalar) {
    output.append(byte: UInt8(ascii: bracket))
    needsComma = true
  }

  // MARK: Members

  /// The name of a member, which must be plain ASCII; its value follows.
  mutating func key(_ name: StaticString) {
    element { output in
      output.append(byte: UInt8(ascii: "\""))
      output.append(name)
      output.append("\":" as StaticString)
    }
    needsComma = false
  }

  mutating func key(_ name: String) {
    element { output in
      output.appendJSON(name)
      output.append(byte: UInt8(ascii: ":"))
    }
    needsComma = false
  }

  mutating func member(_ name: StaticString, _ text: String) {
    key(name)
    value(text)
  }

  mutating func member(_ name: StaticString, _ number: Int) {
    key(name)
    value(number)
  }

  mutating func member(_ name: StaticString, _ flag: Bool) {
    key(name)
    value(flag)
  }

  mutating func member(_ name: StaticString, ifPresent text: String?) {
    if let text { member(name, text) }
  }

  mutating func member(_ name: StaticString, orNull text: String?) {
    key(name)
    if let text { value(text) } else { null() }
  }

  @inline(__always)
  mutating func array<Element>(
    _ name: StaticString, of elements: [Element],
    _ write: (Element, inout JSONBuilder) -> Void
  ) {
    key(name)
    array(of: elements, write)
  }
}
