// swift-tools-version: 6.2
import PackageDescription

// With NN_REPL_STATIC set the C libraries are linked from their archives, so that the one binary
// can be copied to a machine that has none of them. `scripts/run` sets it where archives exist.
let linksArchives = Context.environment["NN_REPL_STATIC"] != nil

func libraries(_ names: String...) -> [LinkerSetting] {
  names.map { .linkedLibrary(linksArchives ? ":lib\($0).a" : $0) }
}

// Elsewhere than on macOS they are in the compiler's own folders, and may be archives.
#if os(macOS)
  let cmarkPackage: String? = "libcmark"
  let pngPackage: String? = "libpng"
#else
  let cmarkPackage: String? = nil
  let pngPackage: String? = nil
#endif

let ours: [SwiftSetting] = [.treatAllWarnings(as: .error)]
let safe: [SwiftSetting] = ours + [.strictMemorySafety()]

// Optimized also when debugging: tests train networks, check the whole course and draw thousands of
// pictures, which takes three times as long unoptimized, and training fifty times. Preconditions
// stay.
let optimized: [SwiftSetting] = safe + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
  name: "nn-repl",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "nn-repl", targets: ["nn-repl"]),
    .library(name: "Core", targets: ["Core"]),
    .library(
      name: "Explainer", targets: ["Presentation", "Formulas", "Lab", "Course", "Explainer"]),
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
      name: "CPng", pkgConfig: pngPackage,
      providers: [.apt(["libpng-dev"]), .yum(["libpng-devel"]), .brew(["libpng"])]),
    .systemLibrary(
      name: "CCmark", pkgConfig: cmarkPackage,
      providers: [.apt(["libcmark-dev"]), .yum(["cmark-devel"]), .brew(["cmark"])]),
    .target(
      name: "CEdit",
      linkerSettings: libraries("edit") + (linksArchives ? libraries("tinfo", "bsd", "md") : [])),
    .target(
      name: "Core", dependencies: ["CZlib", "CPng"], swiftSettings: optimized,
      linkerSettings: libraries("png", "z") + (linksArchives ? [.linkedLibrary("m")] : [])),
    .target(
      name: "Presentation", dependencies: ["Core"], path: "Sources/Explainer/Presentation",
      swiftSettings: optimized),
    .target(
      name: "Formulas", dependencies: ["Core", "Presentation"],
      path: "Sources/Explainer/Formulas", swiftSettings: optimized),
    .target(
      name: "Lab", dependencies: ["Core", "Presentation", "Formulas"],
      path: "Sources/Explainer/Lab", swiftSettings: optimized),
    .target(
      name: "Course", dependencies: ["Presentation", "Formulas", "Lab", "CCmark"],
      path: "Sources/Explainer/Course", swiftSettings: optimized, linkerSettings: libraries("cmark")
    ),
    .target(
      name: "Explainer", dependencies: ["Core", "Presentation", "Formulas", "Lab", "Course"],
      path: "Sources/Explainer/Session", swiftSettings: optimized),
    .target(name: "Lessons", swiftSettings: safe, plugins: ["EmbedCourse"]),
    .executableTarget(name: "embed-course", swiftSettings: safe),
    .plugin(name: "EmbedCourse", capability: .buildTool(), dependencies: ["embed-course"]),
    .executableTarget(
      name: "nn-repl",
      dependencies: [
        "Core", "Presentation", "Lab", "Course", "Explainer", "Lessons", "CEdit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: ours),
    // Whole sessions made of bytes, and what every reply has to be: for the tests and for Fuzz.
    .target(
      name: "SessionFuzz",
      dependencies: ["Core", "Presentation", "Lab", "Course", "Explainer", "Lessons"],
      path: "Fuzz/Sources/SessionFuzz", swiftSettings: ours),
    .testTarget(
      name: "CoreTests", dependencies: ["Core", "CZlib", "Lessons"], resources: [.copy("Fixtures")],
      swiftSettings: ours),
    .testTarget(
      name: "ExplainerTests",
      dependencies: [
        "Presentation", "Formulas", "Lab", "Course", "Explainer", "Lessons", "SessionFuzz",
      ],
      resources: [.copy("Fixtures")], swiftSettings: ours),
    .testTarget(
      name: "nn-replTests",
      dependencies: ["nn-repl", "Presentation", "Lab", "Course", "Explainer"], swiftSettings: ours),
  ]
)
