import Core
import Testing

@testable import Explainer
@testable import Lab
@testable import Presentation

/// `convolve`, `lstm` and `attend`.
struct BeyondCommandTests {
  // MARK: convolve

  @Test func `a typed kernel is the named one, row by row`() throws {
    let named = try reply("convolve vertical").facts
    let typed = try reply("convolve [[1,0,-1],[2,0,-2],[1,0,-1]]").facts
    #expect(named["result"] == typed["result"] && named["result"] != nil)
    #expect(
      named["kernel"]
        == .list([.numbers([1, 0, -1]), .numbers([2, 0, -2]), .numbers([1, 0, -1])]))
    // A name of the learner's stands for its value.
    let bound = try reply("k = [[1,0,-1],[2,0,-2],[1,0,-1]]", "convolve k").facts
    #expect(bound["result"] == named["result"])
  }

  @Test func `a kernel that is one pixel gives the picture back`() throws {
    guard case .list(let rows) = try reply("convolve [[0,0,0],[0,1,0],[0,0,0]]").facts["result"]
    else {
      Issue.record("no result")
      return
    }
    let session = try bundledSession()
    let pixels = rows.flatMap { row -> [Float] in
      if case .numbers(let row) = row { row } else { [] }
    }
    #expect(pixels == session.current.digit.pixels)
  }

  @Test func `a kernel of another kind is refused`() throws {
    try expectProblem(
      "convolve edges", "There's no kernel 'edges'.",
      "Type vertical, horizontal, diagonal, outline, blur or sharpen, or nine numbers: [[1,0,-1],[1,0,-1],[1,0,-1]]."
    )
    #expect(
      try reply("convolve [1, 2]").error == LabError.kernelShape(.vector(2)).explanation)
    #expect(try reply("convolve [[1e38,0,0],[0,0,0],[0,0,0]]").error != nil)
    #expect(try reply("convolve").error != nil)
  }

  @Test func `a tiny network learns on the spot and bears the shift better`() throws {
    let facts = try reply("convolve train drawn examples=3000").facts
    guard case .list(let points) = facts["points"], case .object(let middle) = points[3],
      case .object(let shifted) = points[0],
      case .precise(let ours) = shifted["network"],
      case .precise(let tiny) = shifted["convolutional"],
      case .precise(let unshifted) = middle["convolutional"]
    else {
      Issue.record("no points")
      return
    }
    #expect(unshifted > 0.6, "\(unshifted)")
    #expect(tiny > 0.8 * unshifted && tiny > ours, "\(tiny) of \(unshifted), ours \(ours)")
    #expect(
      facts["parameters"]
        == .object(["network": .integer(13_002), "convolutional": .integer(5106)]))
    #expect(try reply("convolve train test").error != nil)
    #expect(try reply("convolve train examples=9").error != nil)
    #expect(try reply("new 2 1", "convolve train").error != nil)
  }

  // MARK: lstm

  @Test func `the memory is what the gates say`() throws {
    guard case .list(let steps) = try reply("lstm [0.5, -1, 2] new=[1, 0.5, 0]").facts["steps"]
    else {
      Issue.record("no steps")
      return
    }
    var memory = 0.0
    for case .object(let step) in steps {
      guard case .precise(let forget) = step["forget"], case .precise(let input) = step["input"],
        case .precise(let new) = step["new"], case .precise(let now) = step["memory"]
      else {
        Issue.record("no gates")
        return
      }
      memory = forget * memory + input * new
      #expect(abs(memory - now) < 1e-12)
    }
    #expect(steps.count == 3)
  }

  @Test func `sequences and parts have bounds`() throws {
    try expectProblem(
      "lstm [1,2,3,4,5,6,7,8,9,10,11,12,13]", "13 numbers are more than fit on a screen.",
      "Type at most 12.")
    try expectProblem(
      "lstm [1] forget=[1, 2]", "forget takes three numbers, and there are 2.",
      "Type a weight for what is read, one for what was shown, and a bias: forget=[0, 0, 4].")
    #expect(try reply("lstm [1e9]").error != nil)
    #expect(try reply("lstm [1] input=[[1, 2], [3, 4]]").error != nil)
    #expect(try reply("lstm [1]").error == nil)
    #expect(try reply("lstm").error == nil)
  }

  // MARK: attend

  @Test(arguments: [
    "attend", "attend seed 3", "attend [1, -2, 3]", "attend [0, 0]", "attend [1e6, 1]",
  ])
  func `weights of each place add up to 1, and mix what is there`(line: String) throws {
    let facts = try reply(line).facts
    guard case .list(let weights) = facts["weights"] else {
      Issue.record("no weights")
      return
    }
    for case .preciseNumbers(let row) in weights {
      #expect(abs(row.reduce(0, +) - 1) < 1e-9 && row.allSatisfy { 0...1 ~= $0 })
    }
  }

  @Test func `a row of numbers finds the largest, and a picture its like`() throws {
    let shown = text(try reply("attend [1, 3, 2, 3]"))
    #expect(shown.contains("48.73% goes to each of 2"), "\(shown)")
    let blank = text(try reply("digit blank", "attend"))
    #expect(blank.contains("Every row attends to all 28 alike"), "\(blank)")
    #expect(try reply("attend [[1, 2], [3, 4]]").error != nil)
  }
}
