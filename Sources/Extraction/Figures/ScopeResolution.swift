import TongbaoText

/// Finds the division that a figure's scope stands for: the place in an organization's name
/// (公安宝塔分局 is 610602), and for 全市, 我区 or 全局 what the document speaks of.
struct ScopeResolution {
  /// A division that the text names, alone or in an organization's name.
  private struct Named {
    var start: Int
    var code: DivisionCode
    /// Its name as the gazetteer writes it, with what it lies in.
    var name: String
    var isInOrganization: Bool
  }

  private let named: [Named]
  /// Code of the place in each organization's name, by identifier.
  private let organizations: [Int: DivisionCode]
  /// What most organizations of the document, or else most places, are of.
  private let focus: Named?

  init(_ document: Document) {
    let ordered = document.mentions.sorted { $0.span < $1.span }
    var named: [Named] = []
    var organizations: [Int: DivisionCode] = [:]
    var outer: Mention?
    for mention in ordered {
      if mention.type == .organization { outer = mention }
      guard mention.type == .place, let code = DivisionCode(mention.value) else { continue }
      let owner = outer.flatMap { $0.span.end >= mention.span.end ? $0 : nil }
      // Of several places in a name the last is the innermost.
      if let owner { organizations[owner.id] = code }
      named.append(
        Named(
          start: mention.span.start, code: code, name: mention.name ?? "",
          isInOrganization: owner != nil))
    }
    self.named = named
    self.organizations = organizations
    focus = Self.mostFrequent(named.filter(\.isInOrganization)) ?? Self.mostFrequent(named)
  }

  private static func mostFrequent(_ named: [Named]) -> Named? {
    var counts: [DivisionCode: Int] = [:]
    for item in named { counts[item.code, default: 0] += 1 }
    guard let most = counts.values.max() else { return nil }
    return named.first { counts[$0.code] == most }
  }

  /// The code of a scope; `nil` where the text does not decide it.
  ///
  /// - Parameter position: code point at which the figure begins.
  func code(of scope: Figure.Scope, at position: Int) -> String? {
    if let code = scope.code { return code }
    if let mention = scope.mention, let code = organizations[mention] { return code.description }
    // Several organizations or places are no one division.
    guard scope.mention == nil, !scope.text.contains("、") else { return nil }
    if scope.text.hasPrefix("全国") || scope.text.hasPrefix("全國") || scope.text == "我国" {
      return "CN"
    }
    guard let subject = subject(at: position) else { return nil }
    return Self.division(named: scope.text, from: subject)?.description
  }

  /// What is spoken of at a place: the division of the last organization before, else the focus.
  private func subject(at position: Int) -> Named? {
    named.last { $0.start <= position && $0.isInOrganization } ?? focus
  }

  /// 全市 said of a county is the city that it lies in; 全局, 辖区 and the like are the subject.
  private static func division(named word: String, from subject: Named) -> DivisionCode? {
    let code = subject.code
    switch word.last {
    case "省": return code.province
    case "市":
      // A county-level city is its own 全市.
      if code.level == .county, subject.name.hasSuffix("市") { return code }
      if isMunicipality(code) { return code.province }
      return code.level == .province ? nil : code.prefecture
    case "区", "區":
      if word.hasPrefix("辖") || word.hasPrefix("轄") || word.hasPrefix("全辖") { return code }
      if code.level == .prefecture || code.level == .province {
        return autonomous.contains(code.province.rawValue) ? code.province : nil
      }
      return code.county
    case "县", "縣", "旗": return code.level == .county || code.level == .township ? code.county : nil
    case "镇", "鎮", "乡", "鄉", "道": return code.level == .township ? code : nil
    case "村", "州", "盟", "地", "国", "國": return nil
    default: return code
    }
  }

  /// Beijing, Tianjin, Shanghai and Chongqing.
  private static func isMunicipality(_ code: DivisionCode) -> Bool {
    [110_000, 120_000, 310_000, 500_000].contains(code.province.rawValue)
  }

  /// Inner Mongolia, Guangxi, Tibet, Ningxia and Xinjiang: their 全区 is the region.
  private static let autonomous: Set<UInt32> = [150_000, 450_000, 540_000, 640_000, 650_000]
}
