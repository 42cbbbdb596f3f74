import ArgumentParser
import Evaluation

/// Makes damaged twins of annotated documents: `tongbao corpus damage`.
struct CorpusDamageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "damage",
    abstract: "Damages annotated documents as transport does, and moves the annotation along.",
    discussion: """
      The same seed gives the same damage on every machine. Spans cover what they covered before; \
      values stay as they are.
      """)

  @Argument(help: "Annotated file or folder.")
  var input: String

  @Option(
    help: ArgumentHelp(
      """
      Kinds of damage as a list, by default all: \
      \(Damage.Kind.allCases.map(\.rawValue).joined(separator: ", ")).
      """, valueName: "list"),
    transform: damageKinds)
  var kinds: Set<Damage.Kind> = Set(Damage.Kind.allCases)

  @Option(help: "Share of the places that can be damaged which are; script changes are whole.")
  var rate = 0.1

  @Option(help: "Seed of the draws.")
  var seed: UInt64 = 1

  @Option(help: "Format to read; by default it is told by content.")
  var from: AnnotationFormat?

  @Option(help: "Format to write.")
  var to = AnnotationFormat.inline

  @Option(help: ArgumentHelp("File or, for several files, folder to write.", valueName: "path"))
  var output: String?

  func validate() throws {
    if !(0...1 ~= rate) { throw ValidationError("--rate \(rate) is no share; give 0 to 1") }
  }

  func run() throws {
    let documents = try AnnotatedInput(path: input, format: from)
    let damage = Damage(kinds: kinds, rate: rate, seed: seed)
    try AnnotatedOutput(format: to, path: output).write(
      documents.documents.map { damage.applied(to: $0) })
    if documents.failures > 0 { throw Status.inputError }
  }
}

private func damageKinds(_ written: String) throws -> Set<Damage.Kind> {
  var kinds: Set<Damage.Kind> = []
  for name in written.split(separator: ",", omittingEmptySubsequences: false) {
    guard let kind = Damage.Kind(rawValue: String(name)) else {
      let known = Damage.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("“\(name)” is no kind of damage; use some of \(known)")
    }
    kinds.insert(kind)
  }
  return kinds
}
