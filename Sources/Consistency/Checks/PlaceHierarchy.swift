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
    var findings: [Finding] = []
    for index in view.mentions.indices where view.mentions[index].type == .place {
      if let found = contradictoryChain(view.mentions[index], in: view) { findings.append(found) }
    }
    return findings + contradictoryUnits(in: view)
  }

  // MARK: Chains

  private func contradictoryChain(_ placed: PlacedMention, in view: ReportView) -> Finding? {
    let written = view.slice(placed.range)
    guard namesOuterDivision(written) else { return nil }
    let name = DivisionText(written.withoutBlanks.units)
    var official: [DivisionName]?
    var foreign: DivisionText?
    for code in codes(of: placed, in: view) {
      let chain = divisions.chain(of: code)
      // Nothing lies outside a province; 台湾大道 bears the name of one.
      guard let inner = chain.last, chain.count > 1 else { continue }
      official = official ?? chain
      guard let outer = name.part(before: DivisionText(inner.name)) else { return nil }
      let rest = outer.withoutNames(of: chain.dropLast())
      if rest.isEmpty { return nil }
      foreign = foreign ?? rest
    }
    guard let foreign, let official, foreign.isDivision else { return nil }
    let chain = official.map(\.name).joined()
    return finding(
      at: [placed.span],
      "\(official.last?.name ?? name.description) lies in \(chain), not in \(foreign)",
      expected: chain, found: view.text(of: placed))
  }

  private static let suffixEnds: UnitSet = "省市区州盟县旗"

  /// Whether a division's suffix stands inside, which most names lack: 延安市 has nothing to judge.
  private func namesOuterDivision(_ written: TextSlice) -> Bool {
    written.units.dropFirst().dropLast().contains(where: Self.suffixEnds.contains)
  }

  /// The divisions that a name may mean, best first.
  private func codes(of placed: PlacedMention, in view: ReportView) -> [String] {
    let value = view.value(of: placed)
    guard value != "-" else { return [] }
    var codes = [value]
    for code in view.candidates(of: placed) where !codes.contains(code) { codes.append(code) }
    return codes
  }

  // MARK: Places inside one unit's name

  /// 西安市公安局宝塔区分局: the second place must lie in the first. Only full names are judged;
  /// the stem of a branch's name (江北分局) need not be a division.
  private func contradictoryUnits(in view: ReportView) -> [Finding] {
    var findings: [Finding] = []
    let mentions = view.mentions
    for index in mentions.indices where mentions[index].type == .organization {
      let end = mentions[index].range.upperBound
      var inside = (count: 0, outer: 0, inner: 0)
      var next = index + 1
      while next < mentions.count, mentions[next].range.lowerBound < end {
        if mentions[next].type == .place { inside = (inside.count + 1, inside.inner, next) }
        next += 1
      }
      guard inside.count == 2,
        let found = contradiction(mentions[inside.outer], mentions[inside.inner], in: view)
      else { continue }
      findings.append(found)
    }
    return findings
  }

  private func contradiction(
    _ outer: PlacedMention, _ inner: PlacedMention, in view: ReportView
  ) -> Finding? {
    let name = DivisionText(view.slice(inner.range).units)
    guard name.isDivision, DivisionText(view.slice(outer.range).units).isDivision else {
      return nil
    }
    let outerCodes = [view.value(of: outer)] + view.candidates(of: outer)
    let codes = [view.value(of: inner)] + view.candidates(of: inner)
    let chains = codes.map(divisions.chain).filter { !$0.isEmpty }
    guard let chain = chains.first, !divisions.chain(of: view.value(of: outer)).isEmpty,
      chains.allSatisfy({ $0.allSatisfy { !outerCodes.contains($0.code) } })
    else { return nil }
    let official = chain.map(\.name).joined()
    let (text, other) = (view.text(of: outer), view.text(of: inner))
    return finding(
      at: [outer.span, inner.span], "\(name) lies in \(official), not in \(text)",
      expected: official, found: "\(text)…\(other)")
  }
}
