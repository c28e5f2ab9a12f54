import Testing

@testable import Presentation

struct LetteringTests {
  private func strokes(_ text: String) -> [[Graphic.Point]] {
    Lettering.strokes(
      of: Graphic.Text(
        content: text, position: .init(0, 0), anchor: .start, size: 100, isBold: false,
        paint: .init(0)))
  }

  @Test func `there is a letter for every key and for the film's handwriting`() {
    let keys = (0x21...0x7E).compactMap { Unicode.Scalar($0).map { String(Character($0)) } }
    let film = "σ−·×²∂Δη✓…⁺ᵀ≤≥≠→π".map { String($0) }
    let all = keys + film
    for text in all { #expect(!strokes(text).isEmpty, "\(text)") }
    // No two look the same.
    #expect(Set(all.map { "\(strokes($0))" }).count == all.count)
  }

  @Test func `a letter that there is none for is spelled out`() {
    #expect(Lettering.width(of: "½", size: 10) == Lettering.width(of: "1/2", size: 10))
    #expect(!strokes("漢").isEmpty)
    #expect(Lettering.width(of: "", size: 10) == 0)
  }

  @Test func `letters stay in their room`() {
    for (name, letter) in Alphabet.letters {
      for point in letter.strokes.joined() {
        #expect(point.x >= -4 && point.x <= letter.width + 4, "\(name)")
        #expect(point.y >= -22 && point.y <= 76, "\(name)")
      }
    }
  }

  @Test func `digits are equally wide, so that numbers stand in columns`() {
    let widths = Set("0123456789".map { Lettering.width(of: String($0), size: 12) })
    #expect(widths.count == 1)
  }

  @Test func `text stands where it is anchored`() {
    func left(_ anchor: Graphic.Text.Anchor) -> Double {
      let text = Graphic.Text(
        content: "HH", position: .init(50, 0), anchor: anchor, size: 100, isBold: false,
        paint: .init(0))
      return Lettering.strokes(of: text).joined().map(\.x).min() ?? 0
    }
    #expect(left(.start) - left(.middle) == 72)
    #expect(left(.start) - left(.end) == 144)
  }

  @Test func `a paragraph is broken at spaces, and a word that is too long is cut`() {
    let pen = Pen(theme: .light)
    func lines(_ text: String) -> [String] {
      pen.paragraph(text, within: 60).shapes.map {
        if case .text(let line) = $0 { line.content } else { "" }
      }
    }
    #expect(lines("one two three") == ["one two", "three"])
    #expect(lines("abcdefghijk") == ["abcde", "fghij", "k"])
    #expect(lines("") == [])
  }
}
