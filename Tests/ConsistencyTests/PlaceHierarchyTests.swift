import Testing
import TongbaoText

@Suite struct PlaceHierarchyTests {
  @Test(
    "A division inside one that it does not lie in",
    arguments: [
      "⟦陕西省西安市宝塔区|place|610602⟧", "⟦西安市宝塔区|place|610602⟧", "⟦重庆市宝塔区|place|610602⟧",
      "⟦西安市宝塔区枣园路|place|610602⟧", "⟦大理州瑞丽市|place|533102⟧",
      "⟦⟦西安市|place|610100⟧公安局⟦宝塔区|place|610602⟧分局|organization|-⟧",
    ])
  func foreignDivision(_ text: String) {
    #expect(AnnotatedReport(text).codes == ["place.hierarchy"])
  }

  @Test(
    "Chains that hold, with gaps, short forms and zones",
    arguments: [
      "⟦陕西省延安市宝塔区|place|610602⟧", "⟦陕西省宝塔区|place|610602⟧", "⟦延安宝塔区|place|610602⟧",
      "⟦陕西延安宝塔区|place|610602⟧", "⟦宝塔区|place|610602⟧", "⟦宝塔区枣园路|place|610602⟧",
      "⟦西安市高新区新城区|place|610102⟧", "⟦内蒙古呼和浩特市新城区|place|150102⟧",
      "⟦⟦延安市|place|610600⟧公安局⟦宝塔|place|610602⟧分局|organization|-⟧",
      "⟦⟦重庆市|place|500000⟧公安局⟦沙坪坝区|place|500106⟧分局|organization|-⟧",
      "⟦西安市未知区|place|-⟧", "⟦西安市某区|place|999999⟧",
      "⟦云南省德宏州瑞丽市|place|533102⟧", "⟦德宏州瑞丽市|place|533102⟧", "⟦西安市云南大道|place|530000⟧",
    ])
  func soundChains(_ text: String) {
    #expect(AnnotatedReport(text).codes == [])
  }

  @Test("Another division of that name may fit")
  func candidatesAreTried() {
    var report = AnnotatedReport("⟦呼和浩特市新城区|place|610102⟧")
    #expect(report.codes == ["place.hierarchy"])
    report.document.mentions[0].candidates = ["610102", "150102"]
    #expect(report.codes == [])
  }
}
