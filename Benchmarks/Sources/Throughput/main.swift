import Foundation

// Three ways to be run:
//   throughput [MEGABYTES]        the whole analysis beside ICU's word segmentation, five rounds
//   throughput worker JOB FILE    one job (analysis or words), round by round as standard input asks
//   throughput shapes [LIMIT]     texts of odd shapes and growing sizes, up to LIMIT kilobytes

switch Array(CommandLine.arguments.dropFirst()) {
case let words where words.count == 3 && words[0] == "worker":
  try Worker(job: words[1], file: words[2]).run()
case let words where words.first == "shapes":
  try ShapeTable(largest: words.dropFirst().first.flatMap(Int.init) ?? 10_000).run()
case let words where words.count <= 1 && words.allSatisfy({ Int($0) != nil }):
  try Comparison(megabytes: words.first.flatMap(Int.init) ?? 10).run()
default:
  FileHandle.standardError.write(
    Data("throughput: use it as throughput [MEGABYTES | worker JOB FILE | shapes [LIMIT]]\n".utf8))
  exit(2)
}
