import Testing

@testable import Interchange

@Suite("Reference dates as callers give them")
struct PublishedDateTests {
  @Test(
    "Days and days with a time are taken",
    arguments: [
      "2024-02-29", "2024-12-31T23:59:59", "1901-01-01", "2000-02-29T00:00:00",
    ])
  func valid(_ date: String) {
    #expect(PublishedDate.validated(date) == date)
    #expect(PublishedDate.validated(" \(date)\t") == date)
  }

  @Test(
    "Days that do not exist and other forms are refused",
    arguments: [
      "", " ", "2023-02-29", "1900-02-29", "2024-13-01", "2024-04-31", "2024-00-10", "0000-01-01",
      "2024-2-1", "2024/02/19", "20240219", "2024-02-19T24:00:00", "2024-02-19 08:30:00",
      "2024-02-19T08:30", "2024-02-19Z", "２024-02-19", "2024-02-1９", "-024-02-19",
    ])
  func invalid(_ date: String) {
    #expect(PublishedDate.validated(date) == nil)
  }
}
