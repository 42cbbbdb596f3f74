import Numerals

/// Writes JSON values in the order they are given, with the commas between them.
struct JSONBuilder {
  private(set) var output: OutputBuffer
  /// Whether the next member or element needs a comma before it.
  private var needsComma = false

  init(output: OutputBuffer) { self.output = output }

  // MARK: Values

  mutating func value(_ text: String) { element { $0.appendJSON(text) } }

  mutating func value(_ number: Int) { element { $0.append(number) } }

  mutating func value(_ flag: Bool) {
    element { $0.append(flag ? "true" as StaticString : "false") }
  }

  mutating func null() { element { $0.append("null" as StaticString) } }

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
    let comma = needsComma ? 1 : 0
    output.fill(atMost: name.utf8CodeUnitCount + 4) { $0.writeKey(name, comma: comma) }
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
    let done: Void? = text.utf8.withContiguousStorageIfAvailable { member(name, utf8: $0) }
    if done == nil {
      key(name)
      value(text)
    }
  }

  /// Name and value go to the output together where nothing must be escaped, as nearly always.
  private mutating func member(_ name: StaticString, utf8 text: UnsafeBufferPointer<UInt8>) {
    guard JSONEscapes.firstSpecial(in: text, from: 0) == text.count else {
      key(name)
      return element { $0.appendJSON(utf8: text) }
    }
    let comma = needsComma ? 1 : 0
    output.fill(atMost: name.utf8CodeUnitCount + text.count + 6) { room in
      let start = room.writeKey(name, comma: comma)
      room[start] = UInt8(ascii: "\"")
      let end = room.copy(text, to: start + 1)
      room[end] = UInt8(ascii: "\"")
      return end + 1
    }
    needsComma = true
  }

  mutating func member(_ name: StaticString, _ number: Int) {
    guard number >= 0 else {
      key(name)
      return value(number)
    }
    let comma = needsComma ? 1 : 0
    let length = OutputBuffer.digitCount(of: number.magnitude)
    output.fill(atMost: name.utf8CodeUnitCount + length + 4) { room in
      let start = room.writeKey(name, comma: comma)
      return room.write(digitsOf: number.magnitude, length: length, at: start)
    }
    needsComma = true
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

  mutating func member(_ name: StaticString, orNull number: Int?) {
    key(name)
    if let number { value(number) } else { null() }
  }

  /// A plain decimal, written digit for digit as a JSON number; `null` where there is none.
  mutating func member(_ name: StaticString, decimal: String?) {
    key(name)
    if let decimal { element { $0.append(decimal) } } else { null() }
  }

  mutating func member(_ name: StaticString, orNull number: ExactDecimal?) {
    key(name)
    if let number { element { $0.append(number) } } else { null() }
  }

  /// The first so many bytes of a text.
  mutating func member(_ name: StaticString, _ text: String, prefix length: Int) {
    key(name)
    element { $0.appendJSON(text, prefix: length) }
  }

  @inline(__always)
  mutating func object<Value>(
    _ name: StaticString, orNull value: Value?, _ members: (Value, inout JSONBuilder) -> Void
  ) {
    key(name)
    if let value { object { members(value, &$0) } } else { null() }
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

extension UnsafeMutableBufferPointer<UInt8> {
  /// Writes the name of a member at the beginning and returns where its value begins.
  ///
  /// - Parameter comma: 1 where a comma stands before it, else 0.
  @inline(__always)
  fileprivate func writeKey(_ name: StaticString, comma: Int) -> Int {
    // A comma that is not needed is written over.
    self[0] = UInt8(ascii: ",")
    self[comma] = UInt8(ascii: "\"")
    let end = name.withUTF8Buffer { copy($0, to: comma + 1) }
    self[end] = UInt8(ascii: "\"")
    self[end + 1] = UInt8(ascii: ":")
    return end + 2
  }
}
