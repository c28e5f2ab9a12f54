// swift-tools-version: 6.2
import PackageDescription

// What its authors need to make the course and no learner does: kept apart so that the main package
// stays light.
let package = Package(
  name: "tools",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "nn-repl", path: "..")],
  targets: [
    .target(
      name: "MNIST", dependencies: [.product(name: "Core", package: "nn-repl")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "train-bundled",
      dependencies: ["MNIST"]
        + ["Core", "Explainer"].map { .product(name: $0, package: "nn-repl") },
      swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "time-work",
      dependencies: ["MNIST", .product(name: "Core", package: "nn-repl")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "time-frames",
      dependencies: ["Core", "Explainer", "Lessons"].map { .product(name: $0, package: "nn-repl") },
      swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "time-replies",
      dependencies: ["Core", "Explainer", "Lessons"].map { .product(name: $0, package: "nn-repl") },
      swiftSettings: [.treatAllWarnings(as: .error)]),
  ]
)
