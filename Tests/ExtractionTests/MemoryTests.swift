import Testing

@testable import Extraction

@Suite struct MemoryTests {
  @Test func `What was asked is remembered until it is forgotten`() {
    var memory = Memory<String, Int>()
    #expect(memory["延安"] == nil)
    memory["延安"] = 1
    #expect(memory["延安"] == 1)
    #expect(memory["西安"] == nil)
    memory.clear()
    #expect(memory["延安"] == nil)
  }

  @Test func `However much was asked, an answer is never another question's`() {
    var memory = Memory<Int, Int>()
    for key in 0..<10_000 { memory[key] = key * 2 }
    for key in 0..<10_000 {
      if let value = memory[key] { #expect(value == key * 2) }
    }
    #expect(memory[9_999] == 19_998)
  }
}
