import Testing
import TongbaoText

@Suite struct DateChecksTests {
  @Test(
    "Days, months and hours that do not exist",
    arguments: [
      "⟦2月30日|date|2024-02-30⟧,全局出动警力。",
      "⟦2023年2月29日|date|2023-02-29⟧召开会议。",
      "会议于13月5日召开。",
      "4月31日,民警上门走访。",
      "2024年13月,全区警情下降。",
      "行动从3月5日25时开始。",
      "3月5日8时75分,接到报警。",
      "⟦3月5日25时|time|2024-03-05T25⟧,接到报警。",
      "2月9日至30日开展整治。",
    ])
  func impossibleDays(_ text: String) {
    #expect(AnnotatedReport(text).codes == ["date.impossible"])
  }

  @Test(
    "Days that exist, and numbers that are none",
    arguments: [
      "2月29日,民警上门走访。", "⟦2024年2月29日⟧召开会议。", "3月5日24时整点交接。", "共13月薪酬。", "K713月台", "1月31日23时59分。",
      "⟦3月5日0时至24时|time|2024-03-05T00/2024-03-05T24⟧", "会议室25点位", "2024年12月31日",
    ])
  func possibleDays(_ text: String) {
    #expect(AnnotatedReport(text).codes == [])
  }

  @Test(
    "A lunar gloss must name the same day",
    arguments: [
      "截至⟦2月18日⟧(⟦正月初八|date|2024-02-17;lunar=2024-01-08⟧),全局投入警力。",
      "⟦2月18日⟧(⟦农历正月初八|date|2024-02-17;lunar=2024-01-08⟧),警情平稳。",
      "⟦2月23日⟧(⟦元宵节|date|2024-02-24;lunar=2024-01-15⟧),警情平稳。",
      "⟦2月8日⟧(⟦除夕|date|2024-02-09;lunar=2023-12-30⟧),警情平稳。",
      "⟦正月初八|date|2024-02-17;lunar=2024-01-08⟧(⟦2月18日⟧),警情平稳。",
      "⟦2月5日⟧(⟦立春|date|2024-02-04⟧),警情平稳。",
      "⟦2月18日⟧、⟦正月初八|date|2024-02-17;lunar=2024-01-08⟧,警情平稳。",
    ])
  func lunarGlossMustAgree(_ text: String) {
    #expect(AnnotatedReport(text, published: "2024-03-01").codes == ["date.lunar-mismatch"])
  }

  @Test(
    "Glosses that agree, and dates that gloss nothing",
    arguments: [
      "截至⟦2月18日⟧(⟦正月初九|date|2024-02-18;lunar=2024-01-09⟧),全局投入警力。",
      "⟦2月9日⟧(⟦大年三十|date|2024-02-09;lunar=2023-12-30⟧)、⟦2月10日⟧(⟦大年初一|date|2024-02-10;lunar=2024-01-01⟧)",
      "⟦2月9日⟧、⟦元宵节|date|2024-02-24;lunar=2024-01-15⟧两个节点",
      "⟦2月18日⟧(⟦正月初九|date|2024-02-18;lunar=2024-01-09⟧、⟦星期日|date|2024-02-18⟧)",
      "⟦6月8日⟧、⟦6月9日⟧(⟦周六|date|2024-06-08⟧、⟦周日|date|2024-06-09⟧)",
      "⟦2025年8月2日|date|2025-08-02⟧(⟦闰六月初九|date|2025-08-02;lunar=2025-06*-09⟧)",
      "⟦2025年8月2日|date|2025-08-02⟧(⟦六月初九|date|2025-07-03;lunar=2025-06-09⟧)",
      "⟦4月4日⟧(⟦清明节|date|2024-04-04⟧)",
      "⟦2月4日⟧将迎来⟦立春|date|2024-02-04⟧",
      "⟦2月18日|date|XXXX-02-18⟧(⟦正月初八|date|XXXX;lunar=XXXX-01-08⟧)",
    ])
  func soundGlossesAreSilent(_ text: String) {
    #expect(AnnotatedReport(text, published: "2024-03-01").codes == [])
  }

  @Test(
    "A weekday must be that of its day",
    arguments: [
      "⟦2024年2月18日⟧(⟦星期六|date|2024-02-17⟧)",
      "⟦3月15日⟧(⟦周六|date|2024-03-16⟧)组织夜查",
      "⟦3月15日⟧⟦星期六|date|2024-03-16⟧,组织夜查",
      "⟦6月8日⟧、⟦6月9日⟧(⟦周日|date|2024-06-09⟧、⟦周日|date|2024-06-09⟧)",
      "⟦周五|date|2024-03-08⟧(⟦3月7日⟧)晚",
    ])
  func weekdayMustAgree(_ text: String) {
    #expect(AnnotatedReport(text, published: "2024-06-30").codes == ["date.weekday-mismatch"])
  }

  @Test("The smallest edits are named: one gloss, or the day where both glosses agree")
  func smallestEdits() {
    let gloss = AnnotatedReport(
      "⟦2月18日⟧(⟦正月初八|date|2024-02-17;lunar=2024-01-08⟧,⟦星期日|date|2024-02-18⟧)")
    #expect(gloss.findings.map(\.expected) == ["正月初八 → 正月初九"])
    let day = AnnotatedReport(
      "⟦2月18日⟧(⟦正月初八|date|2024-02-17;lunar=2024-01-08⟧,⟦星期六|date|2024-02-17⟧)")
    #expect(Set(day.findings.map(\.expected)) == ["2月18日 → 2月17日"])
    let either = AnnotatedReport("⟦2月18日⟧(⟦正月初八|date|2024-02-17;lunar=2024-01-08⟧)")
    #expect(either.findings.map(\.expected) == ["正月初八 → 正月初九, or 2月18日 → 2月17日"])
  }

  @Test("Glosses that are all wrong are put right in the order of the text")
  func editsInTextOrder() throws {
    let report = AnnotatedReport(
      "⟦2月18日⟧(⟦星期二|date|2024-02-20⟧,⟦七月十五|date|2024-08-18;lunar=2024-07-15⟧)")
    let expected = try #require(report.findings.first?.expected)
    #expect(expected.hasPrefix("星期二 → 星期日 + 七月十五 → 正月初九"))
  }

  @Test(
    "A period that ends before it begins",
    arguments: [
      "⟦2月18日至2月9日⟧开展整治。",
      "⟦2月18日至2月9日|date|2024-02-18/2025-02-09⟧开展整治。",
      "⟦2024年5月至2023年3月|date|2024-05/2023-03⟧",
      "自⟦3月18日⟧至⟦3月9日⟧,开展整治。",
      "⟦2月18日19时至17时|time|2024-02-18T19/2024-02-18T17⟧",
    ])
  func reversedPeriods(_ text: String) {
    #expect(AnnotatedReport(text).codes == ["date.range-reversed"])
  }

  @Test("A reversed period is put right by exchanging its sides")
  func exchangedSides() {
    let report = AnnotatedReport("⟦2月18日至2月9日⟧开展整治,自⟦3月18日⟧至⟦3月9日⟧收尾。")
    #expect(report.findings.map(\.expected) == ["2月9日至2月18日", "3月9日至3月18日"])
  }

  @Test(
    "Periods across midnight and New Year are not reversed",
    arguments: [
      "⟦12月28日至1月3日|date|2023-12-28/2024-01-03⟧", "⟦22时至5时|time|T22/T05⟧",
      "⟦2月9日至17日⟧", "⟦2月18日19时至次日1时|time|2024-02-18T19/2024-02-19T01⟧",
      "⟦今年以来|date|2024-01-01/..⟧", "⟦2月9日22时至22时30分|time|2024-02-09T22/2024-02-09T22:30⟧",
    ])
  func soundPeriods(_ text: String) {
    #expect(AnnotatedReport(text).codes == [])
  }

  @Test(
    "Counting up to a day after the report",
    arguments: [
      "截至⟦2月28日⟧,全局共投入警力⟦560人次⟧。",
      "截止到⟦2月28日⟧,已化解纠纷⟦30起⟧。",
      "截至⟦2月28日|date|2023-02-28⟧,全局共投入警力⟦560人次⟧。",
      "截至⟦2月28日⟧,累计收缴麻将⟦96副⟧。",
    ])
  func countingPastTheReport(_ text: String) {
    #expect(AnnotatedReport(text, published: "2024-02-20").codes == ["date.after-publication"])
  }

  @Test(
    "Deadlines and days up to the report are no error",
    arguments: [
      "截至⟦2月20日⟧,全局共投入警力⟦560人次⟧。", "报名截至⟦3月10日⟧。", "行动将持续至⟦3月10日⟧。",
      "截至⟦12月31日|date|2023-12-31⟧,全年共投入警力⟦560人次⟧。", "截至⟦2月底|date|2024-02⟧,共投入⟦20人⟧。",
      "截至⟦2月28日⟧前将完成整改⟦96处⟧。",
    ])
  func soundCutOffDays(_ text: String) {
    #expect(AnnotatedReport(text, published: "2024-02-20").codes == [])
  }

  @Test("Without any year the glosses must share one")
  func sharedYear() {
    let report = AnnotatedReport(
      "⟦2月9日|date|XXXX-02-09⟧(⟦大年三十|date|XXXX;lunar=XXXX-12-30⟧)、"
        + "⟦2月10日|date|XXXX-02-10⟧(⟦正月初一|date|XXXX;lunar=XXXX-01-01⟧)值班,"
        + "⟦2月18日|date|XXXX-02-18⟧(⟦正月初八|date|XXXX;lunar=XXXX-01-08⟧)轮休。")
    #expect(report.codes == ["date.lunar-mismatch"])
    let sound = AnnotatedReport(
      "⟦2月10日|date|XXXX-02-10⟧(⟦正月初一|date|XXXX;lunar=XXXX-01-01⟧)、"
        + "⟦2月18日|date|XXXX-02-18⟧(⟦星期日|date|XXXX⟧)")
    #expect(sound.codes == [])
  }

  @Test("A year that was inferred from a wrong gloss is given up where the text speaks against it")
  func doubtfulYear() {
    func findings(_ gloss: String, stated: String) -> [Finding] {
      var report = AnnotatedReport(
        "⟦\(stated)年2月11日|date|\(stated)-02-11⟧(⟦星期一|date|2019-02-11⟧),分局盘点。"
          + "⟦2月4日|date|2000-02-04⟧(⟦\(gloss)|date|2000-02-04;lunar=1999-12-29⟧)起,警车巡逻。")
      report.document.reference = ReferenceDate(date: "2000-02-11", basis: .inferred)
      return report.findings
    }
    let found = findings("腊月二十九", stated: "2019")
    #expect(found.map(\.code) == ["date.lunar-mismatch"])
    #expect(found.first?.expected == "腊月二十九 → 腊月三十, or 2月4日 → 2月3日")
    // 2010 is far from the gloss, so that day is another report's.
    #expect(findings("腊月二十九", stated: "2010").map(\.code) == ["date.weekday-mismatch"])
  }

  @Test("Without a given or stated day of publication nothing is after it")
  func unknownPublication() {
    #expect(AnnotatedReport("截至⟦2月28日⟧,共投入⟦560人次⟧。").codes == [])
  }

  @Test(
    "A period must have the length that it is given",
    arguments: [
      "⟦2月10日至17日⟧共⟦7天⟧,警情平稳。",
      "春节假期(⟦6月3日至9日⟧,为期⟦8天⟧),警情平稳。",
      "⟦5月6日至17日⟧,支队部署开展为期⟦15天⟧的集中整治。",
      "为期⟦10天⟧(⟦3月1日至8日⟧)的行动",
      "⟦20时至22时|time|T20/T22⟧,历时⟦3小时|duration|PT3H⟧。",
      "⟦22时至1时|time|T22/T01⟧,持续⟦2小时|duration|PT2H⟧。",
      "⟦22时至次日6时|time|T22/T06⟧,民警连续值守⟦10个小时|duration|PT10H⟧。",
      "⟦23时50分至翌日零时20分|time|T23:50/T00:20⟧,民警接力⟦1小时|duration|PT1H⟧。",
      "⟦1月至3月|date|2024-01/2024-03⟧,为期⟦4个月|duration|P4M⟧。",
      "⟦3月4日至12日⟧,为期⟦一周|duration|P1W⟧。",
      "⟦8天⟧假期(⟦10月1日至7日⟧)平稳有序。",
      "⟦7月5日至8月3日⟧的⟦31天⟧里,出动警力。",
      "⟦春节假期|date|2024-02-10/2024-02-17⟧共⟦7天⟧",
      "⟦8月8日至8月24日⟧启动最高等级勤务共⟦16天⟧。",
      "⟦3月5日8时至7日8时|time|2024-03-05T08/2024-03-07T08⟧,连续奋战⟦36小时|duration|PT36H⟧。",
    ])
  func lengthsMustAgree(_ text: String) {
    #expect(AnnotatedReport(text).codes == ["duration.mismatch"])
  }

  @Test(
    "Lengths that hold or measure something else",
    arguments: [
      "⟦2月10日至17日⟧共⟦8天⟧,警情平稳。",
      "⟦2月10日至17日⟧,分局启动为期⟦40天⟧的春运安保。",
      "⟦2月10日至17日⟧,⟦3天|duration|P3D⟧内破案。",
      "⟦22时至次日6时|time|T22/T06⟧,民警连续值守⟦8个小时|duration|PT8H⟧。",
      "⟦1月1日至3月31日⟧,为期⟦3个月|duration|P3M⟧。",
      "⟦2月10日至17日⟧历时⟦约一周|duration|~P1W⟧",
      "⟦春节假期|date|2024-02-10/2024-02-17⟧⟦7天⟧",
      "⟦2月18日⟧,连续工作⟦7天⟧。",
      "⟦2月10日至17日⟧,⟦7天⟧完成勘查。",
      "⟦8月8日至8月24日⟧发布预警共⟦5天⟧。",
      "⟦3月5日8时半至7日8时|time|2024-03-05T08:30/2024-03-07T08⟧,连续奋战⟦48小时|duration|PT48H⟧。",
    ])
  func soundLengths(_ text: String) {
    #expect(AnnotatedReport(text).codes == [])
  }
}
