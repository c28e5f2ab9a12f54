// swift-tools-version: 6.2
import PackageDescription

// With NN_REPL_STATIC set the C libraries are linked from their archives, so that the one binary
// can be copied to a machine that has none of them. `scripts/run` sets it where archives exist.
let linksArchives = Context.environment["NN_REPL_STATIC"] != nil

func libraries(_ names: String...) -> [LinkerSetting] {
  names.map { .linkedLibrary(linksArchives ? ":lib\($0).a" : $0) }
}

// Elsewhere than on macOS it is in the compiler's own folders, and may be an archive.
#if os(macOS)
  let cmarkPackage: String? = "libcmark"
#else
  let cmarkPackage: String? = nil
#endif

let ours: [SwiftSetting] = [.treatAllWarnings(as: .error)]
let safe: [SwiftSetting] = ours + [.strictMemorySafety()]

/// The course. Each of them has a line in `lessons/Lessons.swift`, too.
let lessons = [
  "01-a-messy-three.md",
  "02-neurons.md",
  "03-layers.md",
  "04-why-layers.md",
  "05-weights.md",
  "06-sigmoid.md",
  "07-bias.md",
  "08-counting.md",
  "09-matrix-form.md",
  "10-a-function.md",
  "11-relu.md",
  "12-recap.md",
  "13-cost.md",
  "14-gradient-descent.md",
  "15-training.md",
  "16-backpropagation.md",
  "17-chain-rule.md",
]

// Optimized also when debugging: tests train networks, and unoptimized loops take fifty times as
// long. Preconditions stay.
let core: [SwiftSetting] = ours + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
  name: "nn-repl",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "nn-repl", targets: ["nn-repl"]),
    .library(name: "Core", targets: ["Core"]),
    .library(name: "Explainer", targets: ["Explainer"]),
    .library(name: "Lessons", targets: ["Lessons"]),
    .library(name: "SessionFuzz", targets: ["SessionFuzz"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    .systemLibrary(
      name: "CZlib", providers: [.apt(["zlib1g-dev"]), .yum(["zlib-devel"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CCmark", pkgConfig: cmarkPackage,
      providers: [.apt(["libcmark-dev"]), .yum(["cmark-devel"]), .brew(["cmark"])]),
    .target(
      name: "CEdit",
      linkerSettings: libraries("edit") + (linksArchives ? libraries("tinfo", "bsd", "md") : [])),
    .target(
      name: "Core", dependencies: ["CZlib"], swiftSettings: core, linkerSettings: libraries("z")),
    .target(
      name: "Explainer", dependencies: ["Core", "CCmark"], swiftSettings: safe,
      linkerSettings: libraries("cmark")),
    .target(
      name: "Lessons", path: "lessons",
      resources: (["network/bundled.safetensors", "digits/drawings.txt"] + lessons).map {
        .embedInCode($0)
      },
      swiftSettings: ours),
    .executableTarget(
      name: "nn-repl",
      dependencies: [
        "Explainer", "Lessons", "CEdit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: ours),
    // Whole sessions made of bytes, and what every reply has to be: for the tests and for Fuzz.
    .target(
      name: "SessionFuzz", dependencies: ["Core", "Explainer", "Lessons"],
      path: "Fuzz/Sources/SessionFuzz", swiftSettings: ours),
    .testTarget(
      name: "CoreTests", dependencies: ["Core", "Lessons"], resources: [.copy("Fixtures")],
      swiftSettings: ours),
    .testTarget(
      name: "ExplainerTests", dependencies: ["Explainer", "Lessons", "SessionFuzz"],
      resources: [.copy("Fixtures")], swiftSettings: ours),
    .testTarget(name: "nn-replTests", dependencies: ["nn-repl", "Explainer"], swiftSettings: ours),
  ]
)
