import Testing

@testable import Lexicon

@Suite("An image file")
struct ImageTests {
  private var bytes: [UInt8] {
    var writer = ImageWriter()
    writer.add("numbers", [Int32(3), -1, 4])
    writer.add("names", strings: ["派出所", "", "分局"])
    // Longer than one step of the checksum, and no multiple of it.
    writer.add("more", [UInt8](0..<205))
    return writer.finish(digest: 99)
  }

  @Test("gives back its arrays, strings and digest")
  func roundTrip() throws {
    let image = try #require(Image(bytes: bytes))
    #expect(Array(image.array("numbers", of: Int32.self)) == [3, -1, 4])
    #expect(image.strings("names") == ["派出所", "", "分局"])
    #expect(image.digest == 99)
    #expect(image.array("absent", of: Int32.self).isEmpty)
    #expect(image.strings("absent").isEmpty)
  }

  @Test("is refused when any byte of its body changed")
  func damageIsDetected() {
    let good = bytes
    for index in stride(from: Image.headerSize, to: good.count, by: 3) {
      var damaged = good
      damaged[index] ^= 0x40
      #expect(Image(bytes: damaged) == nil)
    }
  }

  @Test("is refused when two of its words changed places")
  func exchangeIsDetected() {
    let good = bytes
    for distance in [8, 32, 64] {
      var damaged = good
      let first = good.count - 120
      for index in first..<first + 8 { damaged.swapAt(index, index + distance) }
      #expect(Image(bytes: damaged) == nil)
    }
  }

  @Test("is refused when it is cut short, foreign or of another version")
  func foreignFiles() {
    let good = bytes
    for length in 0..<good.count { #expect(Image(bytes: Array(good.prefix(length))) == nil) }
    #expect(Image(bytes: Array("no image at all, but long enough for a header".utf8)) == nil)
    var other = good
    other[8] &+= 1
    #expect(Image(bytes: other) == nil)
  }
}

@Suite("A class file")
struct ClassFileTests {
  @Test("gives each surface the value of its line")
  func surfacesShareAValue() {
    var faults: [DictionaryFault] = []
    let words = ClassFile.words(
      in: "# months\n正月|元月\t1\n腊月\t12\n同期\n", named: "months.tsv", faults: &faults)
    #expect(words.map(\.surface) == ["正月", "元月", "腊月", "同期"])
    #expect(words.map(\.value) == ["1", "1", "12", "同期"])
    #expect(faults.isEmpty)
  }

  @Test("names file and line of an empty word")
  func emptyWordIsAFault() {
    var faults: [DictionaryFault] = []
    _ = ClassFile.words(in: "正月\t1\n腊月||冬月\t12\n", named: "months.tsv", faults: &faults)
    #expect(
      faults.map(\.description) == [
        "months.tsv:2: an empty word; remove the stray | or the blank"
      ])
  }
}
