import Testing

@testable import Presentation

struct PlotCommandTests {
  @Test func `a function of one's own is drawn by its name, as its definition says`() throws {
    var session = try bundledSession()
    #expect(session.play("h(t) = t^3").contains("Try plot h."))
    #expect(session.play("plot h, relu -2 2").contains("h(x), relu(x) from -2 to 2"))
    #expect(
      session.play("k(x) = x + nobody")
        .hasSuffix("is a function now. nobody has no value yet.\n"))
  }

  @Test func `a function alone is drawn from -6 to 6`() throws {
    #expect(
      text(try reply("plot sigmoid"), columns: 60) == """
        sigmoid(x) from -6 to 6

        1.0 ┤                           ┊             ⢀⣀⣀⣀⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤
            │                           ┊        ⣀⡤⠖⠚⠉⠁
            │                           ┊     ⢀⡴⠊⠁
            │                           ┊   ⢀⠖⠁
            │                           ┊ ⢀⡔⠁
            │                           ┊⣠⠊
        0.5 ┤                          ⢀⡼⠁
            │                         ⡠⠋┊
            │                       ⢀⠜⠁ ┊
            │                     ⢀⠴⠃   ┊
            │                  ⢀⡠⠞⠁     ┊
            │             ⢀⣀⡤⠴⠚⠉        ┊
        0.0 ┤⠐⠒⠒⠒⠒⠒⠒⠒⠒⠒⠉⠉⠉⠁┄┄┄┄┄┄┄┄┄┄┄┄┄┼┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄
            └┬────────┬────────┬────────┬────────┬────────┬────────┬
            -6       -4       -2        0        2        4        6

        sigmoid(x) rises from 0.0025 to 0.9975, crosses ½ at x = 0
        and is steepest there.

        """)
  }

  @Test func `two curves differ by their letters in ASCII`() throws {
    #expect(
      text(try reply("plot sigmoid(x), relu -6 6"), columns: 40, unicode: false) == """
        sigmoid(x), relu(x) from -6 to 6

        **** sigmoid(x)   oooo relu(x)
        6 +                  :                oo
          |                  :               oo
          |                  :             ooo
          |                  :            oo
        4 +                  :          ooo
          |                  :         oo
          |                  :       ooo
          |                  :      oo
        2 +                  :    ooo
          |                  :   oo
          |                  : oo***************
          |               ****o**
        0 +*o*o*o*o*o*o*o*ooooo- - - - - - - - -
          ++-----+-----+-----+-----+-----+-----+
          -6    -4    -2     0     2     4     6

        sigmoid(x) rises from 0.0025 to 0.9975;
        relu(x) never falls: it goes from 0 to
        6; they meet near x = 0.66.

        """)
  }

  @Test func `the sentence is true of the samples`() throws {
    func sentence(_ line: String) throws -> String {
      guard case .prose(let prose) = try reply(line).blocks.last else { return "" }
      return prose.text
    }
    #expect(
      try sentence("plot relu")
        == "relu(x) never falls: it goes from 0 to 6, level up to a bend at x = 0.")
    #expect(
      try sentence("plot x^2 - 1 -2 2")
        == "x^2 - 1 lies between -1 at x = 0 and 3, crosses 0 at x = -1 and x = 1.")
    #expect(try sentence("plot -x") == "-x falls from 6 to -6, crosses 0 at x = 0.")
    #expect(try sentence("plot 3") == "3 is 3 everywhere.")
    #expect(try sentence("plot x 1000 1000.5") == "x rises from 1,000 to 1,000.5000.")
    #expect(
      try sentence("plot exp(x) 0 1")
        == "exp(x) rises from 1 to 2.7183 and is steepest at the right end.")
    #expect(
      try sentence("plot 1/x -4 4")
        == "1/x is drawn from -30.0000 to 30.0000 and goes beyond near x = 0, with no value at x = 0."
    )
    #expect(
      try sentence("plot log(x) -1 1")
        == "log(x) is drawn from -4.7875 to 0 and goes beyond near x = 0, with no value from x = -1 to x = 0."
    )
    // Poles and edges between the samples.
    #expect(
      try sentence("plot 1/(x - 0.013)")
        == "1/(x - 0.013) is drawn from -76.9231 to 27.0270 and goes beyond near x = 0.01.")
    #expect(
      try sentence("plot 1/(x-0.013)^2")
        == "1/(x-0.013)^2 is drawn from 0.0277 to 5,917.1598 and goes beyond near x = 0.01.")
    #expect(
      try sentence("plot exp(1/x)")
        == "exp(1/x) is drawn from 0 to 4.852e8 and goes beyond near x = 0, with no value at x = 0."
    )
    #expect(try sentence("plot x-round(x)") == "x-round(x) lies between -0.5000 and 0.5000.")
    #expect(
      try sentence("plot sqrt(x^2-5)")
        == "sqrt(x^2-5) lies between 0 and 5.5678 where it is drawn, with no value from x = -2.2 to x = 2.2."
    )
    #expect(
      try sentence("plot sqrt(x)")
        == "sqrt(x) lies between 0 and 2.4495 where it is drawn, with no value from x = -6 to x = -0.05."
    )
    #expect(
      try sentence("plot exp(x) 0 1000")
        == "exp(x) lies between 1 and 3.780e298 where it is drawn, too large to draw from x = 692 to x = 1,000."
    )
    #expect(try sentence("plot x/x") == "x/x is 1 where it is drawn, with no value at x = 0.")
    #expect(
      try sentence("plot 2*x, x + x")
        == "2*x rises from -12 to 12; x + x rises from -12 to 12; they are the same everywhere.")
  }

  @Test func `facts hold every point, and null where there is none`() throws {
    let facts = try reply("plot 1/x, x -1 1").facts
    #expect(facts["from"] == .precise(-1))
    #expect(facts["to"] == .precise(1))
    guard case .list(let curves) = facts["curves"], case .object(let first) = curves[0],
      case .list(let points) = first["points"]
    else {
      Issue.record("no points")
      return
    }
    #expect(curves.count == 2)
    #expect(first["expression"] == .text("1/x"))
    #expect(points.count == 241)
    #expect(points[0] == .list([.precise(-1), .precise(-1)]))
    #expect(points[120] == .list([.precise(0), .null]))
    #expect(JSONRenderer().render(try reply("plot 1/x"), to: "plot 1/x").contains("[0,null]"))
  }

  @Test func `the last two words are the range where both are plain numbers`() throws {
    #expect(try reply("plot sigmoid(x) -5 5").facts["from"] == .precise(-5))
    #expect(try reply("plot x - 5").facts["from"] == .precise(-6))
    #expect(try reply("plot \"x + 1\" 0 1").facts["to"] == .precise(1))
    #expect(try reply("plot sigmoid, relu 0 1e3").facts["to"] == .precise(1000))
  }

  @Test func `mistakes are told in two lines`() throws {
    try expectProblem(
      "plot", "The function or expression is missing.",
      "Write it as plot EXPRESSION[, EXPRESSION ...] [FROM TO].")
    try expectProblem(
      "plot x 6 -6", "From 6 to -6 there is nothing to draw.",
      "Write the left end first, such as plot sigmoid -6 6.")
    try expectProblem(
      "plot x 1 1.0000000001", "From 1 to 1.0000000001 there is too little room for a curve.",
      "Put the ends further apart.")
    try expectProblem(
      "plot x -1e301 0", "The end of the plot can't be -1.000e301.",
      "Use -1e300 to 1e300.")
    try expectProblem(
      "plot x, x, x, x, x", "5 curves in one plot could not be told apart.",
      "At most 4 are drawn at once.")
    try expectProblem(
      "plot a1", "A curve needs one number for each x; this gives 16 entries.",
      "Take one entry, a sum or a mean.")
    for (line, range) in [
      ("plot sigmoid, foo(x)", 9..<12), ("plot relu, relu, y -1 1", 12..<13),
      ("plot x, a1", 3..<5),
    ] {
      guard let excerpt = try reply(line).error?.excerpt else {
        Issue.record("\(line)")
        continue
      }
      #expect(excerpt.range == range, "\(line)")
    }
  }

  @Test(
    arguments: [40, 80],
    [
      "sigmoid", "x -1e38 1e38", "x 1e-30 2e-30", "1e30*x", "1e-30*x", "x 1000 1000.02", "3", "0",
      "1/(x - 0.01)", "exp(x^2) -9 9", "x, -x, 2*x, x > 0", "x - round(x)", "log(x) -1 0.001",
      "x -0.00001 0.00001", "x 123456 123999", "sum(W1·(a0*x)), relu(sum(W1·(a0*x)))",
    ])
  func `any plot fits its place`(columns: Int, what: String) throws {
    let reply = try reply("plot " + what)
    #expect(reply.error == nil)
    for unicode in [true, false] {
      let lines = text(reply, columns: columns, unicode: unicode).split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.allSatisfy { String($0).displayWidth <= columns })
      #expect(columns == 40 || lines.count <= 23, "\(lines.joined(separator: "\n"))")
    }
  }
}
