import ICUBridge
import Testing

@Test("Word boundaries start at 0 and end at the length")
func wordBoundariesCoverTheText() throws {
  let words = try WordBoundaries()
  let text = Array("公安局开展排查".utf16)
  let found = try text.withUnsafeBufferPointer { try words.boundaries(of: $0) }
  #expect(found.first == 0)
  #expect(found.last == text.count)
  #expect(found.count > 2)
}
