import ChineseCalendar
import Extraction
import Lexicon
import RuleEngine

/// What all workers share: the mapped image and the small tables beside it.
struct Resources: Sendable {
  let lexicon: LexiconImage
  let program: RuleProgram
  let gazetteer: Gazetteer
  let calendar: CalendarTables

  init(_ configuration: Analyzer.Configuration) throws {
    let folder = try DictionaryFolder(
      root: configuration.dictionaries, furtherRules: configuration.rulesFolders)
    let image = try ImageStore.image(for: folder)
    guard let lexicon = LexiconImage(image: image), let program = RuleProgram(image: image) else {
      throw AnalyzerError("the compiled image is incomplete; this is a defect of the program")
    }
    self.lexicon = lexicon
    self.program = program
    gazetteer = Gazetteer(image: image)
    calendar = CalendarTables(
      holidays: try StatutoryHolidays(parsing: folder.text("calendar/holidays.tsv")),
      festivals: try FestivalTable(parsing: folder.text("calendar/festivals.tsv")))
  }
}
