import Foundation
import PackagePlugin

/// Puts all of the folder `lessons` into the binary: a lesson is added by adding its file.
@main
struct EmbedCourse: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "lessons")
    let output = context.pluginWorkDirectoryURL.appending(path: "Embedded.swift")
    let inputs = try files(in: folder)
    return [
      .buildCommand(
        displayName: "Embedding the course",
        executable: try context.tool(named: "embed-course").url,
        arguments: [output.path()] + inputs.map { $0.path() }, inputFiles: inputs,
        outputFiles: [output])
    ]
  }

  /// Lessons in the order of their names, then the network and the drawings.
  private func files(in folder: URL) throws -> [URL] {
    let lessons = try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "md" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    return lessons + [
      folder.appending(path: "network/bundled.safetensors"),
      folder.appending(path: "digits/drawings.txt"),
    ]
  }
}
