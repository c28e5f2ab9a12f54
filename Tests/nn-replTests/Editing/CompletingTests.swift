import Course
import Explainer
import Lab
import Presentation
import Testing

@testable import nn_repl

@Suite struct CompletingTests {
  private func step(_ before: String, _ words: [String], after: String = "") -> CompletionStep {
    let typed = before.split(separator: " ", omittingEmptySubsequences: false).last?.count ?? 0
    return CompletionStep(
      Completions(replacing: typed, candidates: words.map { .init($0) }), before: before,
      after: after)
  }

  @Test func theOnlyCandidateIsFilledInWithASpace() {
    #expect(step("cl", ["classify"]) == .replace(characters: 2, text: "classify "))
    #expect(step("cl", ["classify"], after: " 7") == .replace(characters: 2, text: "classify"))
  }

  @Test func aFolderGetsNoSpace() {
    let folder = Completions(replacing: 1, candidates: [.init("data/", isComplete: false)])
    #expect(
      CompletionStep(folder, before: "open d", after: "") == .replace(characters: 1, text: "data/"))
  }

  @Test func aCommonBeginningIsFilledInBeforeAnythingIsListed() {
    #expect(step("p", ["pixel", "pixels"]) == .replace(characters: 1, text: "pixel"))
    #expect(step("pixel", ["pixel", "pixels"]) == .show([.init("pixel"), .init("pixels")]))
    #expect(step("", []) == .nothing)
  }

  @Test func notesStandInAColumn() {
    let candidates: [Completions.Candidate] = [
      .init("digit", note: "the image"), .init("save", note: "keep the network\u{1b}[31m"),
    ]
    #expect(
      CompletionListing(candidates, columns: 40, rows: 10).lines
        == ["  digit  the image", "  save   keep the network[31m"])
    #expect(
      CompletionListing(candidates, columns: 16, rows: 10).lines
        == ["  digit  the i…", "  save   keep …"])
  }

  @Test func manyCandidatesStandInColumnsAndNeverFillMoreThanTheScreen() {
    let candidates = (10..<40).map { Completions.Candidate("w\($0)") }
    let lines = CompletionListing(candidates, columns: 40, rows: 10).lines
    #expect(lines.count == 5)
    #expect(lines.first == "  w10  w15  w20  w25  w30  w35")
    let cut = CompletionListing(candidates, columns: 12, rows: 4).lines
    #expect(cut.count == 4)
    #expect(cut.last == "  … and 24 …")
  }
}
