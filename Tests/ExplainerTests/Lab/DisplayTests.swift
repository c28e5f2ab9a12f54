import Core
import Testing

@testable import Formulas
@testable import Lab
@testable import Presentation

/// Whatever a formula comes to is shown, by every renderer.
struct DisplayTests {
  private static let renderers: [@Sendable (Reply) -> String] = [
    { text($0, columns: 20) }, { text($0, columns: 40, unicode: false) },
    { text($0, colors: .trueColor) }, { text($0, columns: 200, colors: .sixteen) },
    { JSONRenderer().render($0, to: "line") }, { WordsRenderer().render($0, to: "", at: nil) },
    { HTMLRenderer().render($0, to: "", at: nil) },
  ]

  private func expectShown(_ reply: Reply, _ what: String) {
    for render in Self.renderers { #expect(!render(reply).isEmpty, "\(what)") }
  }

  @Test func `vectors of every length are shown`() {
    for count in 1...1000 {
      let entries = (0..<count).map { Double($0) / 7 - 3 }
      let reply = ValueReport(.vector(entries)).reply
      expectShown(reply, "\(count) entries")
      let words = text(reply).filter { $0 != "\n" }
      let hidden = count == Digit.pixelCount ? 0 : max(0, count - 200)
      #expect(words.contains("are shown") == (hidden > 0))
      if hidden > 0 { #expect(words.contains("\(hidden)")) }
    }
  }

  @Test func `a last row of numbers may be shorter`() {
    let grid = NumberGrid("", firstRow: 0, firstColumn: 0, rows: [[1.0, 2, 3], [4]])
    let lines = text(Reply([.figure(.grid(grid))])).split(separator: "\n")
    #expect(lines == ["     0    1    2", "0 1.00 2.00 3.00", "1 4.00"])
  }

  @Test func `matrices of every shape are shown`() {
    for rows in [1, 2, 9, 10, 11, 16, 17, 40, 150] {
      for columns in [1, 2, 9, 10, 11, 28, 29, 81, 200] {
        let entries = (0..<rows * columns).map { Double($0 % 13) - 6 }
        let value = Value(.matrix(rows: rows, columns: columns), entries)
        expectShown(ValueReport(value, name: "M").reply, "\(rows)×\(columns)")
      }
    }
  }

  @Test func `layers of any size are shown`() throws {
    for neurons in [1, 20, 21, 64, 101, 199, 201, 333] {
      var session = try bundledSession()
      let host = ScriptedHost()
      _ = session.reply(to: "new 784 \(neurons) 10", host: host)
      for line in [
        "a1", "z1", "b1", "W2[1]", "x = z1", "W2", "W1", "activations 1", "biases 1", "weights 2",
        "weights 1.0", "weights 2.0", "forward", "neuron 2.0", "explain z1", "explain 1",
      ] {
        let reply = session.reply(to: line, host: host)
        #expect(reply.error == nil, "\(line)")
        expectShown(reply, "\(line) of \(neurons)")
      }
    }
  }

  private static let extremes = [
    "0", "-0", "1e-45", "1e-320", "3e38", "1e308", "-1e308", "1e-300", "0.5", "-2",
    "9007199254740993",
    "9223372036854775807", "-9223372036854775808", "1e19", "W1[0,0]", "a0",
    "[1e308, -1e308, 1e-320]",
    "[0, -0]", "[[1e308, 1], [0, -1e308]]", "z1*1e300", "a1*1e308", "b1 - b1", "W2*1e-300",
  ]

  /// No line of these stops the program, and each has a reply that every renderer writes.
  @Test(arguments: Function.all.map { $0.names[0] })
  func `functions of extreme values are answered`(name: String) throws {
    var session = try bundledSession()
    let host = ScriptedHost()
    let function = try #require(Function.named[name])
    for (index, value) in Self.extremes.enumerated() {
      let others = Self.extremes[(index + 3) % Self.extremes.count]
      let arguments = [value, others, "1", "2"].prefix(function.arguments.upperBound)
      let call = "\(name)(\(arguments.joined(separator: ", ")))"
      for line in [call, "y = \(call)", "y < a1[0]", "explain \(call)", "plot \(call)*x"] {
        expectShown(session.reply(to: line, host: host), line)
      }
    }
  }

  @Test func `operators on extreme values are answered`() throws {
    var session = try bundledSession()
    let host = ScriptedHost()
    for sign in ["+", "-", "*", "/", "./", ".*", "^", "==", "<", "and"] {
      for left in Self.extremes {
        for right in Self.extremes {
          let reply = session.reply(to: "(\(left)) \(sign) (\(right))", host: host)
          #expect(!text(reply).isEmpty && !JSONRenderer().render(reply, to: "").isEmpty)
        }
      }
    }
  }

  @Test(arguments: [
    "explain -9223372036854775808", "explain 9223372036854775807", "lesson -9223372036854775808",
    "a0[9223372036854775807]", "a0[-9223372036854775808]", "W1[1e300, 0]", "a0[1e308..1e-308]",
    "W9223372036854775807", "a99999999999999999999 * W1", "W1*a9223372036854775807",
    "plot x -1e300 1e300", "plot x 1e-289 2e-289", "plot 1e308*x -1e300 1e300", "plot x/1e300 0 1",
    "plot 1e299*x^3 -1 1", "plot x 1e15 1.00000001e15", "plot -1e300, 1e300", "plot 1e-320*x",
    "set W1[0,400] = 1e39", "set W1[0,400] = -1e308", "nudge W1[0,400] 1e308", "cost [1e39]",
  ])
  func `numbers at the edge are answered`(line: String) throws {
    var session = try bundledSession()
    let host = ScriptedHost()
    _ = session.reply(to: "explain 1", host: host)
    let before = session.network
    let reply = session.reply(to: line, host: host)
    expectShown(reply, line)
    #expect(session.network == before)
    let hint = reply.error.map(\.hint.text) ?? ""
    #expect(!hint.contains("9223372036854775807"))
    #expect(!text(reply).contains("not a number"))
  }

  @Test func `a network of huge knobs is shown all the same`() throws {
    var session = try bundledSession()
    let host = ScriptedHost()
    for line in ["set W1[0,400] = 3e38", "set W1[1,401] = -3e38", "set b2[0] = 1e-45"] {
      #expect(session.reply(to: line, host: host).error == nil)
    }
    for line in [
      "gradient W1[0,400]", "gradient W1[1,401]", "gradient b2[0]", "gradient 1.0", "neuron 1.0",
      "W1", "W1·a0", "σ(W1·a0 + b1)", "σ(W1·a0 + b1) == a1", "weights 1.0", "explain W1·a0", "cost",
      "forward", "classify", "diff", "z1", "a1", "W1[0] .* a0", "W1·a0 == z1",
    ] {
      expectShown(session.reply(to: line, host: host), line)
    }
  }

  @Test func `the smaller the turn, the nearer the slope`() throws {
    func slope(_ turn: String) throws -> Double {
      let line = "((5 + \(turn) - 2)^2 - (5 - 2)^2)/\(turn)"
      guard case .precise(let slope) = try reply(line).facts["value"] else { return .nan }
      return slope
    }
    let errors = try ["0.01", "0.001", "0.0001", "0.00001", "0.000001"].map {
      abs(try slope($0) - 6)
    }
    #expect(zip(errors, errors.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test func `a comparison with the network is made in Float, all others in Double`() throws {
    for (line, holds) in [
      ("σ(W1·a0 + b1) == a1", 1.0), ("x = σ(W1·a0 + b1)\nx == a1", 1), ("0.1 + 0.2 == 0.3", 0),
      ("0.1 + 0.2 - 0.3 < 1e-15", 1), ("a1[0] + 1e-12 == a1[0]", 1), ("1 + 1e-12 == 1", 0),
      ("a1[0] < 1e308", 1), ("count(W1) + 1e-9 == 12544", 0), ("1 ./ (1 + exp(-z1)) == a1", 1),
    ] {
      var session = try bundledSession()
      let replies = line.split(separator: "\n").map {
        session.reply(to: String($0), host: ScriptedHost())
      }
      #expect(replies.last?.facts["value"] == .precise(holds), "\(line)")
    }
  }
}
