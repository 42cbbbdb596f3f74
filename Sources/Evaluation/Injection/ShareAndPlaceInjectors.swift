import TongbaoText

/// 破案率达120%.
struct LargeShare: FaultInjector {
  static let code = "percent.over-100"

  func changes(in passages: Passages, _ generator: inout SeededGenerator) -> [Fault] {
    passages.items.compactMap { item in
      guard let percent = item.percent, percent.tenths <= 1000,
        passages.before(item, limit: 8).contains(
          /(破案|核结|办结|满意|准确|合格|查处|戴盔|调解|劝阻|起诉|整改|见警|侦破|破獲|破获)(率|度)(达到|达|为|均达|達|為)?$/)
      else { return nil }
      let other = 1000 + Int.random(in: 10...290, using: &generator)
      return .rewriting(
        item, as: percent.hasTenth ? "\(other / 10).\(other % 10)%" : "\(other / 10)%")
    }
  }

  func additions(to passages: Passages, _ generator: inout SeededGenerator) -> [Fault] {
    passages.reported.compactMap { reported in
      guard reported.figure.object.count >= 2 else { return nil }
      let other = 1000 + Int.random(in: 10...290, using: &generator)
      let share = "⟦\(other / 10).\(other % 10)%⟧"
      let forms = ["\(reported.figure.object)办结率达\(share)。", "群众满意度为\(share)。"]
      return forms.randomElement(using: &generator).map(Fault.appending)
    }
  }
}

/// 陕西省西安市宝塔区.
struct ForeignPlace: FaultInjector {
  static let code = "place.hierarchy"

  /// Another province, or one before a chain that names none.
  func changes(in passages: Passages, _ generator: inout SeededGenerator) -> [Fault] {
    passages.items.compactMap { item in
      guard item.type == "place", let own = Self.provinces[String(item.value.prefix(2))],
        item.words.hasPrefix(own), item.words.count > own.count,
        item.words.dropFirst(own.count).wholeMatch(of: /\p{Han}{2,6}?市(\p{Han}{1,5}[县区市])?/) != nil
      else { return nil }
      let other = Self.other(than: own, &generator)
      return .rewriting(item, as: other + item.words.dropFirst(own.count))
    }
  }

  func additions(to passages: Passages, _ generator: inout SeededGenerator) -> [Fault] {
    passages.items.compactMap { item in
      guard item.type == "place", let own = Self.provinces[String(item.value.prefix(2))],
        item.value.count == 6, !item.words.hasPrefix(own),
        item.words.wholeMatch(of: /\p{Han}{2,4}市(\p{Han}{1,4}[县区])?/) != nil
      else { return nil }
      let place = Self.other(than: own, &generator) + item.words
      return .appending("民警连夜赶赴⟦\(place)⟧开展核查。")
    }
  }

  private static func other(than own: String, _ generator: inout SeededGenerator) -> String {
    provinces.values.filter { $0 != own }.sorted().randomElement(using: &generator) ?? own
  }

  /// Provinces by the beginning of their divisions' codes (GB/T 2260).
  private static let provinces = [
    "13": "河北省", "14": "山西省", "21": "辽宁省", "22": "吉林省", "23": "黑龙江省", "32": "江苏省",
    "33": "浙江省", "34": "安徽省", "35": "福建省", "36": "江西省", "37": "山东省", "41": "河南省",
    "42": "湖北省", "43": "湖南省", "44": "广东省", "46": "海南省", "51": "四川省", "52": "贵州省",
    "53": "云南省", "61": "陕西省", "62": "甘肃省", "63": "青海省",
  ]
}
