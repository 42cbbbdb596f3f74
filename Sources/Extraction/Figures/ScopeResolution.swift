import TongbaoText

/// Finds the division that a figure's scope stands for: the place in an organization's name
/// (公安宝塔分局 is 610602), and for 全市, 我区 or 全局 what the document speaks of.
struct ScopeResolution {
  /// A division that the text names, alone or in an organization's name.
  private struct Named {
    var start: Int
    var code: DivisionCode
    /// Position of the mention.
    var mention: Int
  }

  private let mentions: [Mention]
  /// What the text names, in its order, and what of that stands in an organization's name.
  private var named: [Named] = []
  private var inOrganizations: [Named] = []
  /// Code of the place in each organization's name, by identifier.
  private var organizations: [DivisionCode?]
  /// What most organizations of the document, or else most places, are of.
  private var focus: Named?

  init(_ document: Document) {
    let mentions = document.mentions
    self.mentions = mentions
    organizations = Array(repeating: nil, count: mentions.count)
    named.reserveCapacity(mentions.count / 4)
    inOrganizations.reserveCapacity(mentions.count / 8)
    var outer: Int?
    mentions.forEachInTextOrder { index in
      switch mentions[index].type {
      case .organization: outer = index
      case .place:
        guard let code = mentions[index].value.withBytes(DivisionCode.init(utf8:)) else { return }
        note(Named(start: mentions[index].span.start, code: code, mention: index), in: outer)
      default: break
      }
    }
    focus = Self.mostFrequent(inOrganizations.isEmpty ? named : inOrganizations)
  }

  private mutating func note(_ place: Named, in organization: Int?) {
    named.append(place)
    guard let organization,
      mentions[organization].span.end >= mentions[place.mention].span.end
    else { return }
    inOrganizations.append(place)
    // Of several places in a name the last is the innermost.
    let identifier = mentions[organization].id
    if organizations.indices.contains(identifier) { organizations[identifier] = place.code }
  }

  /// Of several that are named as often, the first in the text.
  private static func mostFrequent(_ named: [Named]) -> Named? {
    let order = named.indices.sorted { (named[$0].code, $0) < (named[$1].code, $1) }
    var most: (index: Int, count: Int)?
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, named[order[end]].code == named[order[start]].code { end += 1 }
      let (index, count) = (order[start], end - start)
      if most.map({ (count, $0.index) > ($0.count, index) }) ?? true { most = (index, count) }
      start = end
    }
    return most.map { named[$0.index] }
  }

  /// The code of a scope; `nil` where the text does not decide it.
  ///
  /// - Parameter position: code point at which the figure begins. It matters for words alone.
  func code(of scope: Figure.Scope, at position: Int) -> String? {
    if let code = scope.code { return code }
    if let mention = scope.mention { return code(ofOrganization: mention) }
    return code(of: scope.text, at: position)
  }

  /// The code of the place in an organization's name, by the identifier of its mention.
  func code(ofOrganization mention: Int) -> String? {
    organizations.indices.contains(mention) ? organizations[mention]?.description : nil
  }

  /// The code that words for a scope stand for; `nil` where the text does not decide it.
  ///
  /// - Parameter position: code point at which the figure begins.
  func code(of words: String, at position: Int) -> String? {
    // Several organizations or places are no one division.
    guard !words.unicodeScalars.contains("、") else { return nil }
    if Self.isCountry(words) { return "CN" }
    return subject(at: position).flatMap { division(named: words, from: $0)?.description }
  }

  private static func isCountry(_ words: String) -> Bool {
    words.beginsWithUTF8("全国") || words.beginsWithUTF8("全國")
      || words.utf8.count == 6 && words.beginsWithUTF8("我国")
  }

  /// What is spoken of at a place: the division of the last organization before, else the focus.
  /// O(log *n*) in the divisions named.
  private func subject(at position: Int) -> Named? {
    var low = 0
    var high = inOrganizations.count
    while low < high {
      let middle = (low + high) / 2
      if inOrganizations[middle].start <= position { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? inOrganizations[low - 1] : focus
  }

  /// 全市 said of a county is the city that it lies in; 全局, 辖区 and the like are the subject.
  private func division(named word: String, from subject: Named) -> DivisionCode? {
    let code = subject.code
    switch word.unicodeScalars.last {
    case "省": return code.province
    case "市":
      // A county-level city is its own 全市.
      if code.level == .county, mentions[subject.mention].name?.endsInUTF8("市") == true {
        return code
      }
      if Self.isMunicipality(code) { return code.province }
      return code.level == .province ? nil : code.prefecture
    case "区", "區":
      if Self.districts.contains(where: word.beginsWithUTF8) { return code }
      if code.level == .prefecture || code.level == .province {
        return Self.isAutonomous(code) ? code.province : nil
      }
      return code.county
    case "县", "縣", "旗": return code.level == .county || code.level == .township ? code.county : nil
    case "镇", "鎮", "乡", "鄉", "道": return code.level == .township ? code : nil
    case "村", "州", "盟", "地", "国", "國": return nil
    default: return code
    }
  }

  private static let districts: [StaticString] = ["辖", "轄", "全辖"]

  /// Beijing, Tianjin, Shanghai and Chongqing.
  private static func isMunicipality(_ code: DivisionCode) -> Bool {
    switch code.province.rawValue {
    case 110_000, 120_000, 310_000, 500_000: true
    default: false
    }
  }

  /// Inner Mongolia, Guangxi, Tibet, Ningxia and Xinjiang: their 全区 is the region.
  private static func isAutonomous(_ code: DivisionCode) -> Bool {
    switch code.province.rawValue {
    case 150_000, 450_000, 540_000, 640_000, 650_000: true
    default: false
    }
  }
}

extension DivisionCode {
  /// `nil` for anything but six or nine digits.
  fileprivate init?(utf8 digits: UnsafeBufferPointer<UInt8>) {
    guard digits.count == 6 || digits.count == 9 else { return nil }
    var value: UInt32 = 0
    for byte in digits {
      guard 0x30...0x39 ~= byte else { return nil }
      value = value * 10 + UInt32(byte - 0x30)
    }
    self.init(rawValue: value)
  }
}
