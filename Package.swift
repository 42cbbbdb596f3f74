// swift-tools-version: 6.1
import PackageDescription

// Targets stand in dependency order: a module imports only those above it.
let package = Package(
  name: "tongbao-toolkit",
  products: [
    .library(name: "Tongbao", targets: ["Tongbao"]),
    .executable(name: "tongbao", targets: ["TongbaoCLI"]),
    // For the package in Benchmarks alone.
    .library(name: "ICUBridge", targets: ["ICUBridge"]),
    .library(name: "Evaluation", targets: ["Evaluation"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .target(name: "ICUBridge", dependencies: ["CICU"]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .target(name: "Decompression", dependencies: ["CZlib", "CZstd"]),
    .target(name: "ChineseCalendar"),
    .target(name: "Numerals"),
    .target(name: "TongbaoText", dependencies: ["ICUBridge", "Numerals"]),
    .target(name: "Lexicon", dependencies: ["TongbaoText"]),
    .target(
      name: "RuleEngine",
      dependencies: ["Lexicon", "Numerals", .product(name: "Yams", package: "Yams")]),
    .target(
      name: "Extraction",
      dependencies: ["RuleEngine", "Lexicon", "ChineseCalendar", "Numerals", "TongbaoText"]),
    .target(
      name: "Consistency", dependencies: ["TongbaoText", "ChineseCalendar", "Numerals"]),
    .target(name: "Evaluation", dependencies: ["TongbaoText"]),
    .target(name: "Interchange", dependencies: ["TongbaoText", "Numerals", "Decompression"]),
    .target(
      name: "Storage",
      dependencies: ["TongbaoText", "Numerals", .product(name: "GRDB", package: "GRDB.swift")]),
    .target(
      name: "Dictionaries", path: "Dictionaries",
      resources: [
        .copy("lexicon"), .copy("rules"), .copy("places"), .copy("calendar"), .copy("units"),
        .copy("figures"),
      ]),
    .target(name: "Tongbao", dependencies: ["Extraction", "Consistency", "Dictionaries"]),
    .executableTarget(
      name: "TongbaoCLI",
      dependencies: [
        "Tongbao", "Interchange", "Evaluation", "Storage", "Consistency", "TongbaoText",
        "ChineseCalendar", "Dictionaries",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(name: "ICUBridgeTests", dependencies: ["ICUBridge"]),
    .testTarget(name: "ChineseCalendarTests", dependencies: ["ChineseCalendar"]),
    .testTarget(name: "NumeralsTests", dependencies: ["Numerals"]),
    .testTarget(name: "TongbaoTextTests", dependencies: ["TongbaoText"]),
    .testTarget(name: "LexiconTests", dependencies: ["Lexicon"]),
    .testTarget(name: "RuleEngineTests", dependencies: ["RuleEngine"]),
    .testTarget(name: "ExtractionTests", dependencies: ["Extraction"]),
    .testTarget(name: "ConsistencyTests", dependencies: ["Consistency"]),
    .testTarget(name: "EvaluationTests", dependencies: ["Evaluation"]),
    .testTarget(
      name: "InterchangeTests", dependencies: ["Interchange", "Numerals", "TongbaoText"]),
    .testTarget(name: "DecompressionTests", dependencies: ["Decompression"]),
    .testTarget(name: "StorageTests", dependencies: ["Storage"]),
    .testTarget(name: "TongbaoTests", dependencies: ["Tongbao", "Interchange", "Evaluation"]),
    .testTarget(name: "TongbaoCLITests", dependencies: ["TongbaoCLI"]),
  ]
)
