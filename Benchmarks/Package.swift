// swift-tools-version: 6.2
import PackageDescription

// The measurements of Core's kernels, kept apart so that the main package stays light:
// `swift package --package-path Benchmarks benchmark`. `scripts/bench` compares with other programs.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "nn-repl", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "CoreBenchmarks",
      dependencies: [
        .product(name: "Core", package: "nn-repl"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Core",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ]
)
