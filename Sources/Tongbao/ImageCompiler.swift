import Extraction
import Foundation
import Lexicon
import RuleEngine
import TongbaoText

/// Compiles dictionaries, gazetteer and rules into one image.
struct ImageCompiler {
  let folder: DictionaryFolder
  private(set) var faults: [DictionaryFault] = []

  init(folder: DictionaryFolder) {
    self.folder = folder
  }

  /// The image, and all faults of all files together.
  mutating func compile(digest: UInt64) throws -> [UInt8] {
    let folding = try FoldingTable.makeFromICU()
    var lexicon = LexiconBuilder(folding: folding)
    var image = ImageWriter()
    try addClasses(to: &lexicon)
    try addUnits(to: &lexicon)
    try addPlaces(to: &lexicon, &image)
    try addFigureWords(to: &image)
    let rules = try ruleSet()
    faults += rules.faults
    var compiler = RuleCompiler(folding: folding)
    compiler.compile(
      rules, lexicon: &lexicon, into: &image, constructors: Set(Constructors.all.keys))
    faults += compiler.faults
    lexicon.write(to: &image)
    var places = PlaceTableBuilder()
    places.add(lexicon.entries)
    places.write(to: &image)
    if faults.isEmpty { addMatcherTables(of: rules, folding: folding, to: &image) }
    return image.finish(digest: digest)
  }

  /// The tables that a matcher makes of the rules, with what their examples lead it through.
  private func addMatcherTables(
    of rules: RuleSet, folding: FoldingTable, to image: inout ImageWriter
  ) {
    guard let draft = Image(bytes: image.finish(digest: 0)),
      let lexicon = LexiconImage(image: draft), let program = RuleProgram(image: draft)
    else { return }
    let texts = rules.examples.map { SourceText($0.text, folding: folding).units }
    RuleMatcher.writeTables(of: program, lexicon: lexicon, trainedOn: texts, into: &image)
  }

  func ruleSet() throws(AnalyzerError) -> RuleSet {
    var rules = RuleSet()
    for file in try folder.ruleFiles() {
      rules.add(text: try DictionaryFolder.text(of: file), named: file.lastPathComponent)
    }
    return rules
  }

  private mutating func addFigureWords(to image: inout ImageWriter) throws {
    var texts: [String: String] = [:]
    for file in try folder.files(in: "figures", withExtension: "tsv") {
      texts[file.lastPathComponent] = try DictionaryFolder.text(of: file)
    }
    do {
      try FigureLexicon(parsing: texts).write(to: &image)
    } catch {
      faults += error.faults
    }
  }

  private mutating func addClasses(to lexicon: inout LexiconBuilder) throws(AnalyzerError) {
    for file in try folder.files(in: "lexicon", withExtension: "tsv") {
      let name = file.deletingPathExtension().lastPathComponent
      let text = try DictionaryFolder.text(of: file)
      for word in ClassFile.words(in: text, named: file.lastPathComponent, faults: &faults) {
        lexicon.add(word.surface, class: name, value: word.value)
      }
    }
  }

  /// Every unit is a word of class `unit-<kind>`; its value is the simplified spelling.
  private func addUnits(to lexicon: inout LexiconBuilder) throws(AnalyzerError) {
    let table = try folder.text("units/units.tsv")
    for line in table.split(separator: "\n").dropFirst() where !line.hasPrefix("#") {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count >= 6 else { continue }
      let surfaces = [columns[0]] + columns[5].split(separator: "|")
      let value = String(columns[0].replacing("（", with: "(").replacing("）", with: ")"))
      for surface in surfaces {
        lexicon.add(String(surface), class: "unit-\(columns[1])", value: value)
      }
    }
  }

  private func addPlaces(
    to lexicon: inout LexiconBuilder, _ image: inout ImageWriter
  ) throws {
    let gazetteer = try GazetteerBuilder(
      divisions: try folder.text("places/divisions.tsv"),
      townships: try folder.text("places/townships.tsv"),
      zones: try folder.text("places/functional_zones.tsv"),
      territories: try folder.text("places/hkmotw_subdivisions.tsv"),
      countries: try folder.text("places/countries.tsv"),
      aliases: try folder.text("places/aliases.tsv"),
      commonWords: try folder.text("places/common-words.txt"))
    for entry in gazetteer.entries {
      lexicon.add(entry.surface, class: entry.className, value: entry.value)
    }
    gazetteer.write(to: &image)
  }
}
