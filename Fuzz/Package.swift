// swift-tools-version: 6.2
import PackageDescription

// Programs for libFuzzer, one for each thing that reads what the world sends. `scripts/fuzz` builds
// and runs them.
func fuzzer(_ name: String, _ products: String...) -> Target {
  .executableTarget(
    name: "fuzz-\(name)",
    dependencies: ["FuzzDriver"] + products.map { .product(name: $0, package: "nn-repl") },
    swiftSettings: [.treatAllWarnings(as: .error)])
}

let package = Package(
  name: "fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "nn-repl", path: "..")],
  targets: [
    .target(name: "FuzzDriver"),
    fuzzer("expression", "Core", "Explainer", "Lessons"),
    fuzzer("line", "Core", "Explainer", "Lessons"),
    fuzzer("idx", "Core"),
    fuzzer("gzip", "Core"),
    fuzzer("safetensors", "Core"),
    fuzzer("drawing", "Core"),
    fuzzer("picture", "Core"),
    fuzzer("strokes", "Core"),
    fuzzer("lesson", "Core", "Explainer", "Lessons"),
    fuzzer("progress", "Core", "Explainer", "Lessons"),
    fuzzer("session", "SessionFuzz"),
    // Of the program, which is no library, the files it needs are here as links.
    fuzzer("keys", "Explainer"),
  ]
)
