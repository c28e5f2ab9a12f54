import Testing

@testable import Explainer
@testable import Lab
@testable import Presentation

struct ExpressionLineTests {
  @Test func `the film's formula equals the layer it computes, to the bit, on 100 digits`() throws {
    var session = try bundledSession()
    let host = ScriptedHost()
    for digit in 0..<10 {
      for copy in 0..<10 {
        _ = session.reply(to: "digit \(digit) \(copy)", host: host)
        for layer in 1...3 {
          let formula = "σ(W\(layer)·a\(layer - 1) + b\(layer))"
          let explained = session.reply(to: "explain \(formula) == a\(layer)", host: host)
          let read = session.reply(to: "a\(layer)", host: host)
          #expect(explained.facts["value"] == .precise(1))
          #expect(read.facts["value"] == .numbers(try session.lab.pass().layers[layer - 1].a))
        }
      }
    }
  }

  @Test func `names are bound and kept, and win over the start of a command`() throws {
    #expect(try reply("p = 3", "p * 2").facts["value"] == .precise(6))
    #expect(try reply("1 + 1", "ans * 10").facts["value"] == .precise(20))
    #expect(try reply("a1").facts["shape"] == .list([.integer(16)]))
    #expect(try reply("784*16").facts["value"] == .precise(12_544))
    #expect(text(try reply("784*16")) == "12,544\n")
  }

  @Test func `a mistake is pointed at`() throws {
    #expect(
      text(try reply("sigmoid(W1*a0+)")) == """
          sigmoid(W1*a0+)
                        ^
        A value is missing after +.
        A number, a name such as a1, or something in parentheses would do.

        """)
    let json = JSONRenderer().render(try reply("1 + foo2"), to: "1 + foo2")
    #expect(json.contains(#""column":5"#), "\(json)")
  }

  @Test func `a mistake far out in a long line is still in view`() throws {
    let line = String(repeating: "1 + ", count: 60) + "+ )"
    for row in text(try reply(line), columns: 40).split(separator: "\n") {
      #expect(String(row).displayWidth <= 40)
    }
    #expect(text(try reply(line), columns: 40).contains("^"))
  }

  @Test func `explain numbers its parts and opens them`() throws {
    let shown = text(try reply("explain W1[5]·a0 + b1[5]"))
    #expect(shown.contains("W1[5]·a0 + b1[5]") && shown.contains("784 entries"), "\(shown)")
    let part = try reply("explain σ(W2·a1)", "explain 1")
    #expect(part.facts["text"] == .text("W2"))
    for part in ["9", "0", "-1", String(Int.max), String(Int.min)] {
      #expect(try reply("explain 1 + 1", "explain \(part)").error != nil)
    }
    #expect(try reply("explain x = 3").error == LabError.bindingInExplain.explanation)
  }
}
