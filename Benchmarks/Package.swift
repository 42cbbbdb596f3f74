// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "tongbao-benchmarks",
  dependencies: [.package(name: "tongbao-toolkit", path: "..")],
  targets: [
    .executableTarget(
      name: "throughput",
      dependencies: [
        .product(name: "Tongbao", package: "tongbao-toolkit"),
        .product(name: "ICUBridge", package: "tongbao-toolkit"),
        .product(name: "Evaluation", package: "tongbao-toolkit"),
      ], path: "Sources/Throughput")
  ]
)
