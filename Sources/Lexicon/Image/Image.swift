/// A file of named arrays that is mapped, not parsed.
///
/// Layout, little-endian: magic (8 bytes), format version and section count (UInt32 each), digest
/// of the sources and checksum of the payload (UInt64 each), then one 48-byte record a section
/// (name of 32 bytes, offset and length as UInt64), then the payload, each section aligned to 8.
public struct Image: Sendable {
  static let magic: [UInt8] = Array("TONGBAO\n".utf8)
  /// Raised whenever the meaning of any section changes.
  static let formatVersion: UInt32 = 19
  static let headerSize = 32
  static let recordSize = 48
  static let nameSize = 32

  let storage: ImageStorage
  private let sections: [String: Range<Int>]
  /// Digest of the sources the image was built from.
  public let digest: UInt64

  /// Maps an image file. `nil` when it is absent, foreign, of another version, truncated or
  /// damaged: the caller then builds a new one.
  public init?(mapping path: String) {
    guard let storage = ImageStorage(mapping: path) else { return nil }
    self.init(storage)
  }

  /// Reads an image that was just built.
  public init?(bytes: [UInt8]) {
    self.init(ImageStorage(copying: bytes))
  }

  private init?(_ storage: ImageStorage) {
    let bytes = storage.bytes
    guard bytes.count >= Self.headerSize, bytes.prefix(8).elementsEqual(Self.magic),
      bytes.load(fromByteOffset: 8, as: UInt32.self) == Self.formatVersion
    else { return nil }
    let count = Int(bytes.load(fromByteOffset: 12, as: UInt32.self))
    let payload = Self.headerSize + count * Self.recordSize
    guard count < 1_000, payload <= bytes.count,
      bytes.load(fromByteOffset: 24, as: UInt64.self)
        == Self.checksum(UnsafeRawBufferPointer(rebasing: bytes[Self.headerSize...]))
    else { return nil }
    var sections: [String: Range<Int>] = [:]
    for index in 0..<count {
      let record = Self.headerSize + index * Self.recordSize
      let name = bytes[record..<record + Self.nameSize].prefix { $0 != 0 }
      let offset = bytes.load(fromByteOffset: record + Self.nameSize, as: UInt64.self)
      let length = bytes.load(fromByteOffset: record + Self.nameSize + 8, as: UInt64.self)
      guard offset <= bytes.count, length <= bytes.count - Int(offset) else { return nil }
      sections[String(decoding: name, as: UTF8.self)] = Int(offset)..<Int(offset) + Int(length)
    }
    self.storage = storage
    self.sections = sections
    digest = bytes.load(fromByteOffset: 16, as: UInt64.self)
  }

  /// The array of that name, empty where there is none. It lives as long as the image.
  public func array<Element: BitwiseCopyable>(
    _ name: String, of type: Element.Type = Element.self
  ) -> UnsafeBufferPointer<Element> {
    guard let range = sections[name] else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(rebasing: storage.bytes[range]).bindMemory(to: Element.self)
  }

  /// The list of strings of that name.
  public func strings(_ name: String) -> [String] {
    let table = StringTable(image: self, name: name)
    return (0..<table.count).map { table[$0] }
  }

  /// A sum of the words and a sum of those sums (Fletcher's checksum), for each of eight lanes of
  /// 64 bits: a guard against damage, not against malice. Additions alone keep pace with memory,
  /// and all of the image is read at every start.
  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var words = SIMD8<UInt64>()
    var sums = SIMD8<UInt64>()
    let stride = MemoryLayout<SIMD8<UInt64>>.size
    var index = 0
    while index + stride <= bytes.count {
      words &+= bytes.loadUnaligned(fromByteOffset: index, as: SIMD8<UInt64>.self)
      sums &+= words
      index += stride
    }
    var sum: UInt64 = 0
    for lane in words.indices { sum = mixed(mixed(sum, words[lane]), sums[lane]) }
    while index < bytes.count {
      sum = mixed(sum, UInt64(bytes[index]))
      index += 1
    }
    return sum
  }

  /// A step of FNV-1a over 64-bit words, which can be undone, so that no change of a single word
  /// is lost.
  @inline(__always)
  private static func mixed(_ sum: UInt64, _ word: UInt64) -> UInt64 {
    let product = (sum ^ word) &* 0x100_0000_01b3
    return product ^ (product >> 29)
  }
}

/// Digest of a sequence of source files, for telling whether an image is up to date.
public func sourceDigest(_ parts: [[UInt8]]) -> UInt64 {
  var hash = UInt64(Image.formatVersion)
  for part in parts {
    let own = part.withUnsafeBytes { Image.checksum($0) }
    hash = (hash ^ own ^ UInt64(part.count)) &* 0x9e37_79b9_7f4a_7c15
    hash ^= hash >> 32
  }
  return hash
}

/// An array of an image, looked up once and kept.
///
/// `@unchecked Sendable` is right because the elements are never written to, and the image that
/// holds them lives as long as this value, which keeps it.
public struct ImageArray<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  public let elements: UnsafeBufferPointer<Element>
  private let image: Image

  /// Empty where the image has no array of that name.
  public init(image: Image, name: String) {
    self.image = image
    elements = image.array(name)
  }

  public var count: Int { elements.count }

  @inline(__always)
  public subscript(index: Int) -> Element { elements[index] }
}

/// Strings of an image that are read one at a time, without a copy of the rest.
public struct StringTable: Sendable {
  private let offsets: ImageArray<UInt32>
  private let bytes: ImageArray<UInt8>

  public init(image: Image, name: String) {
    offsets = ImageArray(image: image, name: name + ".offsets")
    bytes = ImageArray(image: image, name: name + ".bytes")
  }

  public var count: Int { max(offsets.count - 1, 0) }

  public subscript(index: Int) -> String { String(decoding: utf8(at: index), as: UTF8.self) }

  /// The bytes of a string, which live as long as the image.
  public func utf8(at index: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes.elements[Int(offsets[index])..<Int(offsets[index + 1])])
  }
}

/// Collects named arrays and lays them out as an image.
public struct ImageWriter {
  private var sections: [(name: String, bytes: [UInt8])] = []

  public init() {}

  public mutating func add<Element: BitwiseCopyable>(_ name: String, _ elements: [Element]) {
    precondition(name.utf8.count <= Image.nameSize, "section name \(name) is too long")
    sections.append((name, elements.withUnsafeBytes { Array($0) }))
  }

  public mutating func add(_ name: String, strings: [String]) {
    var offsets: [UInt32] = [0]
    var bytes: [UInt8] = []
    for string in strings {
      bytes.append(contentsOf: string.utf8)
      offsets.append(UInt32(bytes.count))
    }
    add(name + ".offsets", offsets)
    add(name + ".bytes", bytes)
  }

  /// The finished image.
  public func finish(digest: UInt64) -> [UInt8] {
    var offset = Image.headerSize + sections.count * Image.recordSize
    var records: [UInt8] = []
    var payload: [UInt8] = []
    for section in sections {
      let padding = (8 - (offset + payload.count) % 8) % 8
      payload.append(contentsOf: repeatElement(0, count: padding))
      let name = Array(section.name.utf8)
      records += name + [UInt8](repeating: 0, count: Image.nameSize - name.count)
      records += littleEndian(UInt64(offset + payload.count))
      records += littleEndian(UInt64(section.bytes.count))
      payload += section.bytes
    }
    offset += payload.count
    let body = records + payload
    let checksum = body.withUnsafeBytes { Image.checksum($0) }
    return Image.magic + littleEndian(Image.formatVersion)
      + littleEndian(UInt32(sections.count)) + littleEndian(digest) + littleEndian(checksum) + body
  }

  private func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }
}
