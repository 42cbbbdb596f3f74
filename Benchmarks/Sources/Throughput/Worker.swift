import Foundation

/// Does one job on a file of texts, a round for every line on standard input.
///
/// Prints `ready` when the tool is loaded, then for every round `SECONDS BYTES RESULTS`. A round
/// ends early after the seconds that its line names; `BYTES` says how far it came.
struct Worker {
  private let job: any Job
  private let documents: [String]

  /// - Parameter file: Texts with U+0000 between them.
  init(job: String, file: String) throws {
    switch job {
    case "analysis": self.job = try Analysis()
    case "words": self.job = try Words()
    default: throw JobFault(description: "no job “\(job)”; use analysis or words")
    }
    print("ready")
    fflush(nil)
    documents = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\0")
      .map(String.init)
  }

  func run() throws {
    while let limit = readLine().flatMap(Double.init) {
      var (bytes, results) = (0, 0)
      let clock = ContinuousClock()
      let start = clock.now
      for document in documents where clock.now - start < .seconds(limit) {
        results += try job.run(on: document)
        bytes += document.utf8.count
      }
      let elapsed = (clock.now - start) / .seconds(1)
      print(elapsed, bytes, results)
      fflush(nil)
    }
  }
}
