import ChineseCalendar
import Consistency
import Extraction
import Foundation
import Lexicon
import RuleEngine

/// What all workers share: the mapped image and the small tables beside it.
struct Resources: Sendable {
  let lexicon: LexiconImage
  private(set) var program: RuleProgram
  let gazetteer: Gazetteer
  let calendar: CalendarTables
  let figures: FigureLinker
  let consistency: ConsistencyChecker

  init(_ configuration: Analyzer.Configuration) throws {
    let folder = try DictionaryFolder(
      root: configuration.dictionaries, furtherRules: configuration.rulesFolders)
    let tables = Background { try CalendarTables(of: folder) }
    let image = try ImageStore.image(for: folder)
    guard let lexicon = LexiconImage(image: image), let program = RuleProgram(image: image),
      let words = FigureLexicon(image: image)
    else {
      throw AnalyzerError("the compiled image is incomplete; this is a defect of the program")
    }
    self.lexicon = lexicon
    self.program = program
    gazetteer = Gazetteer(image: image)
    figures = FigureLinker(lexicon: words)
    calendar = try tables.value()
    consistency = ConsistencyChecker(
      festivals: calendar.festivals, divisions: GazetteerChains(gazetteer: gazetteer))
  }

  /// The same resources without some rules; see `RuleProgram.without`.
  func without(rules: Set<String>) -> Resources {
    var resources = self
    resources.program = program.without(rules)
    return resources
  }
}

extension CalendarTables {
  /// The tables of holidays and festivals, which are read from their files at every start.
  fileprivate init(of folder: DictionaryFolder) throws {
    self.init(
      holidays: try StatutoryHolidays(parsing: folder.text("calendar/holidays.tsv")),
      festivals: try FestivalTable(parsing: folder.text("calendar/festivals.tsv")))
  }
}

/// The gazetteer as the consistency checks ask it.
struct GazetteerChains: DivisionNames {
  let gazetteer: Gazetteer

  func chain(of code: String) -> [DivisionName] {
    guard let own = DivisionCode(code) else { return [] }
    return (gazetteer.ancestors(of: own).reversed() + [own]).compactMap { code in
      gazetteer.record(code).map { DivisionName(code: code.description, name: $0.name) }
    }
  }
}
