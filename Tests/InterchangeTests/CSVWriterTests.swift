import Testing
import TongbaoText

@testable import Interchange

@Suite("Writing tables for spreadsheets")
struct CSVWriterTests {
  private func written(_ cells: [String]) -> String {
    let rows = CSVRows(columns: ["a"], cells: { _ in [cells] })
    var output = OutputBuffer()
    CSVWriter(rows: rows).write(Document(id: "", text: ""), to: &output)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  @Test(
    "Cells are quoted where they must be",
    arguments: [
      ("甲", "甲"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\r\nb", "\"a\r\nb\""), ("", ""),
    ])
  func quoting(_ cell: String, _ expected: String) {
    #expect(written([cell, "x"]) == expected + ",x\r\n")
  }

  @Test(
    "What a spreadsheet would evaluate is defused",
    arguments: [
      "=1+1", "+86", "-1+2", "-cmd", "@SUM(A1)", "\tx", "-1.", "--1", "-.5", "-1.2.3",
    ])
  func defused(_ cell: String) {
    #expect(written([cell]) == "'\(cell)\r\n")
  }

  @Test("A carriage return before a formula is defused and quoted")
  func defusedReturn() {
    #expect(written(["\r=1"]) == "\"'\r=1\"\r\n")
  }

  @Test(
    "Numbers and a lone dash stay as they are", arguments: ["-5", "-20.9", "-", "5", "~5", "'"])
  func harmless(_ cell: String) {
    #expect(written([cell]) == "\(cell)\r\n")
  }

  @Test("One row a mention under a heading, with the mark of UTF-8 before it")
  func mentions() {
    var output = OutputBuffer()
    CSVWriter().begin(&output)
    CSVWriter().write(.sample, to: &output)
    let text = String(decoding: output.bytes, as: UTF8.self)
    #expect(
      text == "\u{FEFF}document,source,reference,type,start,end,line,column,text,value,min,max,"
        + "approximation,unit,dimension,name,lunar,interval_start,interval_end,rule,repaired\r\n"
        + "甲,a.txt,2024-02-18,date,0,4,1,1,正月初九,2024-02-18,,,,,,,2024-01-09,"
        + "2024-02-18T00:00:00,,date.lunar,false\r\n"
        + "甲,a.txt,2024-02-18,count,6,9,1,7,56名,>56 名,56.5,,over,名,count,,,,,count.over,true\r\n"
        + "甲,a.txt,2024-02-18,place,9,9,1,10,,610602,,,,,,宝塔区,,,,place,false\r\n")
  }
}
