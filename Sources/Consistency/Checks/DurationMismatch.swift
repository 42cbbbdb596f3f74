import ChineseCalendar
import TongbaoText

/// `duration.mismatch`: a period and the length that the text gives it do not agree: 2月10日至17日
/// 共7天.
///
/// Both ends count as days. 历时 may count from day to day, so one day less is a warning there.
struct DurationMismatch: Check {
  static let code = "duration.mismatch"

  func findings(in view: ReportView) -> [Finding] {
    var findings: [Finding] = []
    for index in view.mentions.indices where view.mentions[index].type == .duration {
      let placed = view.mentions[index]
      if let length = DurationLength(value: view.value(of: placed)) {
        if let found = finding(for: placed, length: length, in: view) { findings.append(found) }
      } else if let found = clockFinding(for: placed, in: view) {
        findings.append(found)
      }
    }
    return findings
  }

  /// 20时至22时,历时3小时.
  private func clockFinding(for duration: PlacedMention, in view: ReportView) -> Finding? {
    guard duration.mention > 0, case let period = view.mentions[duration.mention - 1],
      period.type == .time,
      let stated = ClockSpan.minutes(ofDuration: view.value(of: duration)),
      let actual = ClockSpan.minutes(ofPeriod: view.value(of: period)), actual != stated,
      let gap = view.gap(period, duration, limit: 10), !gap.isFiller,
      gap.consists(of: Self.introductions + Self.watches), !isRoundedHour(stated, of: actual)
    else { return nil }
    return finding(
      at: [period.span, duration.span],
      "\(view.text(of: period)) has \(actual) minutes, the text says \(view.text(of: duration))",
      expected: "\(actual)分钟", found: view.text(of: duration))
  }

  /// 奋战30小时 over days may leave out what is less than an hour.
  private func isRoundedHour(_ stated: Int, of actual: Int) -> Bool {
    actual > 24 * 60 && stated % 60 == 0 && abs(actual - stated) < 60
  }

  private func finding(
    for duration: PlacedMention, length: DurationLength, in view: ReportView
  ) -> Finding? {
    guard let (period, isLoose) = period(of: duration, in: view), let days = period.days?.count,
      days > 1, !length.contains(days),
      !isOtherSense(duration, days: days, length, isLoose, in: view)
    else { return nil }
    let counted = view.before(duration, limit: 8).contains(Self.elapsed)
    let isUnusual = counted && length.contains(days - 1) || !isExplicit(period, in: view)
    return finding(
      isUnusual ? .warning : .error, at: [period.span, duration.span],
      "\(view.text(of: period)) has \(days) days, the text says \(view.text(of: duration))",
      expected: "\(days)天", found: view.text(of: duration))
  }

  private static let elapsed = Cue("历时", "持续", "时长", "耗时", "用时")
  private static let introductions = Cue(
    "共", "共计", "总共", "一共", "为期", "历时", "长达", "持续", "时长", "前后", "整整", "全程", "期限", "期间共", "止", "日止",
    "的", "合计", "连续", "奋战", "鏖战", "接力")
  /// Work that fills a time from its beginning to its end.
  private static let watches = Cue(
    "值守", "坚守", "蹲守", "通宵", "民警", "警力", "队员", "全体民警", "轮流", "不间断", "忙碌", "了")
  private static let commas = Cue(",", "、")
  private static let sums = Cue("共", "为期", "长达")
  private static let open = Cue("(")
  private static let occasions = Cue("假期", "长假", "小长假", "的", "时间", "期限", "行动", "整治")
  private static let announced = Cue("为期", "历时", "长达")
  private static let separators = Cue("至", "到", "—", "-", "~", "起")

  /// The period that a length belongs to, and whether other words stand between them.
  private func period(of duration: PlacedMention, in view: ReportView) -> (PlacedMention, Bool)? {
    if let next = neighbour(after: duration, in: view) { return (next, false) }
    var index = duration.mention - 1
    var steps = 0
    while index >= 0, steps < 12, view.mentions[index].sentence == duration.sentence {
      let candidate = view.mentions[index]
      index -= 1
      steps += 1
      guard candidate.type == .date else { continue }
      guard isPeriod(candidate), let gap = view.gap(candidate, duration, limit: 60) else {
        return nil
      }
      if isDirect(gap, after: candidate, in: view) { return (candidate, false) }
      guard isExplicit(candidate, in: view) else { return nil }
      let before = view.before(duration, limit: 4)
      if before.hasSuffix(Self.announced) { return (candidate, true) }
      guard before.hasSuffix(Self.summed),
        let length = DurationLength(value: view.value(of: duration)),
        isNearlyAsLong(length, as: candidate, gap)
      else { return nil }
      return (candidate, true)
    }
    return nil
  }

  private static let summed = Cue("共", "共计", "总共", "一共")
  private static let nearby = 2

  /// 8月8日至8月24日启动最高等级勤务共16天: inside one clause, a sum of days that misses the period by
  /// little is meant for it.
  private func isNearlyAsLong(
    _ length: DurationLength, as period: PlacedMention, _ gap: TextSlice
  ) -> Bool {
    guard gap.count <= 30, !gap.units.contains(where: TextSlice.isClauseMark),
      let days = period.days?.count, let low = length.low, let high = length.high
    else { return false }
    return low <= days + Self.nearby && high >= days - Self.nearby
  }

  private func isDirect(_ gap: TextSlice, after period: PlacedMention, in view: ReportView) -> Bool
  {
    guard gap.count <= 10, gap.consists(of: Self.introductions) else { return false }
    // After a mere comma the length is that of what follows: 2月10日至17日,7天完成勘查.
    if gap.isFiller, gap.contains(Self.commas) { return false }
    // 春节假期8天 may leave out or add a day; only a spelt-out period is measured without a cue.
    return isExplicit(period, in: view) || gap.contains(Self.sums)
  }

  /// 为期8天(1月21日至28日).
  private func neighbour(after duration: PlacedMention, in view: ReportView) -> PlacedMention? {
    let next = duration.mention + 1
    guard next < view.mentions.count, view.mentions[next].type == .date,
      isPeriod(view.mentions[next]), isExplicit(view.mentions[next], in: view),
      let gap = view.gap(duration, view.mentions[next], limit: 8), gap.hasSuffix(Self.open),
      gap.consists(of: Self.occasions)
    else { return nil }
    return view.mentions[next]
  }

  private func isPeriod(_ placed: PlacedMention) -> Bool {
    placed.isPeriod && (placed.days?.count ?? 0) > 1
  }

  /// Whether both ends are written.
  private func isExplicit(_ placed: PlacedMention, in view: ReportView) -> Bool {
    view.slice(placed.range).contains(Self.separators)
  }

  /// A length named further on in the sentence may belong to something longer or shorter; what is
  /// meant for the period is near its length. Months and years are measured by their own names.
  private func isOtherSense(
    _ duration: PlacedMention, days: Int, _ length: DurationLength, _ isLoose: Bool,
    in view: ReportView
  ) -> Bool {
    guard let low = length.low, let high = length.high else { return isLoose }
    // 3个月 from a month's first day to another's last is exact; a few days more or less are not.
    if low != high { return days >= low - 3 && days <= high + 3 }
    return isLoose && (high * 2 < days * 1 || low > days * 2)
  }
}
