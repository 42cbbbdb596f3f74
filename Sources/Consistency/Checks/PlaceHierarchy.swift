import TongbaoText

/// `place.hierarchy`: a division named inside one that it does not lie in: 陕西省西安市宝塔区.
///
/// Every division that the innermost name could mean is tried. What stands before it and is none
/// of its superiors, but bears the suffix of a division, is the contradiction; development zones
/// and the like have no code and are not judged.
struct PlaceHierarchy: Check {
  static let code = "place.hierarchy"

  let divisions: any DivisionNames

  func findings(in view: ReportView) -> [Finding] {
    view.mentions.compactMap { contradictoryChain($0, in: view) } + contradictoryUnits(in: view)
  }

  // MARK: Chains

  private func contradictoryChain(_ placed: PlacedMention, in view: ReportView) -> Finding? {
    guard placed.type == .place, case let written = view.slice(placed.range),
      namesOuterDivision(written), placed.value != "-"
    else { return nil }
    let text = written.withoutBlanks.description
    let readings = chains(of: placed)
    guard let official = readings.first, !readings.isEmpty else { return nil }
    var foreign: String?
    for chain in readings {
      guard let outer = outerText(of: text, chain: chain) else { return nil }
      let rest = remainder(of: outer, ancestors: chain.dropLast())
      if rest.isEmpty { return nil }
      foreign = foreign ?? rest
    }
    guard let foreign, isDivision(foreign) else { return nil }
    let name = official.map(\.name).joined()
    return finding(
      at: [placed.span], "\(official.last?.name ?? text) lies in \(name), not in \(foreign)",
      expected: name, found: placed.text)
  }

  private static let suffixEnds: Set<UInt16> = Set("省市区州盟县旗".utf16)

  /// Whether a division's suffix stands inside, which most names lack: 延安市 has nothing to judge.
  private func namesOuterDivision(_ written: TextSlice) -> Bool {
    written.units.dropFirst().dropLast().contains(where: Self.suffixEnds.contains)
  }

  private func chains(of mention: PlacedMention) -> [[DivisionName]] {
    var codes = [mention.value]
    for code in mention.candidates where !codes.contains(code) { codes.append(code) }
    return codes.map(divisions.chain).filter { !$0.isEmpty }
  }

  /// What stands before the innermost name; `nil` where its name does not stand in the text. A
  /// division may have had another rank once (龙南县, now 龙南市).
  private func outerText(of text: String, chain: [DivisionName]) -> Substring? {
    guard let inner = chain.last?.name else { return nil }
    let short = Self.shortName(of: inner)
    let start =
      Self.lastRange(of: inner, in: text)
      ?? (short.count > 1 && short != inner ? Self.lastRange(of: short, in: text) : nil)
    return start.map { text[..<$0] }
  }

  private static func lastRange(of name: String, in text: String) -> String.Index? {
    var position = text.endIndex
    while position > text.startIndex {
      position = text.index(before: position)
      if text[position...].hasPrefix(name) { return position }
    }
    return nil
  }

  /// The outer text without the names, full or short, of the superior divisions.
  private func remainder(of outer: Substring, ancestors: ArraySlice<DivisionName>) -> String {
    var rest = outer
    for ancestor in ancestors {
      for name in [ancestor.name, Self.shortName(of: ancestor.name)] where rest.hasPrefix(name) {
        rest = rest.dropFirst(name.count)
        break
      }
    }
    return String(rest)
  }

  private static let suffixes = [
    "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "特别行政区", "省", "市", "地区", "盟", "县", "区", "旗",
  ]

  private static func shortName(of name: String) -> String {
    if let suffix = suffixes.first(where: name.hasSuffix), name.count - suffix.count >= 2 {
      return String(name.dropLast(suffix.count))
    }
    return name
  }

  private static let divisionSuffixes = ["省", "市", "自治区", "自治州", "州", "盟", "地区", "县", "区", "旗"]
  private static let zones = [
    "新区", "开发区", "高新区", "园区", "景区", "矿区", "林区", "城区", "郊区", "经开区", "市区", "示范区",
  ]

  private func isDivision(_ name: String) -> Bool {
    (2...12).contains(name.count) && Self.divisionSuffixes.contains(where: name.hasSuffix)
      && !Self.zones.contains(where: name.hasSuffix)
  }

  // MARK: Places inside one unit's name

  /// 西安市公安局宝塔区分局: the second place must lie in the first. Only full names are judged;
  /// the stem of a branch's name (江北分局) need not be a division.
  private func contradictoryUnits(in view: ReportView) -> [Finding] {
    var findings: [Finding] = []
    let mentions = view.mentions
    for (index, unit) in mentions.enumerated() where unit.type == .organization {
      var inside: [PlacedMention] = []
      var next = index + 1
      while next < mentions.count, mentions[next].range.lowerBound < unit.range.upperBound {
        if mentions[next].type == .place { inside.append(mentions[next]) }
        next += 1
      }
      guard inside.count == 2, let found = contradiction(inside[0], inside[1], in: view) else {
        continue
      }
      findings.append(found)
    }
    return findings
  }

  private func contradiction(
    _ outer: PlacedMention, _ inner: PlacedMention, in view: ReportView
  ) -> Finding? {
    let name = view.slice(inner.range).description
    guard isDivision(name), isDivision(view.slice(outer.range).description) else { return nil }
    let outerCodes = Set([outer.value] + outer.candidates)
    let chains = chains(of: inner)
    guard let chain = chains.first, !divisions.chain(of: outer.value).isEmpty,
      chains.allSatisfy({ $0.allSatisfy { !outerCodes.contains($0.code) } })
    else { return nil }
    let official = chain.map(\.name).joined()
    return finding(
      at: [outer.span, inner.span], "\(name) lies in \(official), not in \(outer.text)",
      expected: official, found: "\(outer.text)…\(inner.text)")
  }
}
