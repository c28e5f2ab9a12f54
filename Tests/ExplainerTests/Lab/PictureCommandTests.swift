import Core
import Testing

@testable import Explainer
@testable import Lab
@testable import Presentation

/// `digit FILE`, `classify FILE` and `read FILE`.
struct PictureCommandTests {
  /// Drawings of ours, side by side, dark on light.
  private func picture(_ digits: [Int]) throws -> [UInt8] {
    let lab = try bundledSession().lab
    let drawings = try digits.map { digit in
      try #require(lab.drawnExamples.first { $0.label == digit }).digit
    }
    var pixels: [UInt8] = []
    for row in 0..<112 {
      for digit in drawings {
        for column in 0..<112 {
          let ink: Float = digit[row / 4, column / 4]
          pixels.append(UInt8(240 - 220 * ink))
        }
      }
    }
    return Array("P5 \(112 * digits.count) 112 255\n".utf8) + pixels
  }

  private func host(_ digits: [Int]) throws -> ScriptedHost {
    let host = ScriptedHost()
    host.files.contents["a.pgm"] = try picture(digits)
    return host
  }

  @Test func `a picture becomes the digit that every command works on`() throws {
    let host = try host([7])
    var session = try bundledSession()
    let reply = session.reply(to: "digit a.pgm", host: host)
    #expect(reply.error == nil)
    #expect(reply.facts["source"] == .text("a.pgm") && reply.facts["label"] == nil)
    guard case .object(let picture)? = reply.facts["picture"] else {
      Issue.record("nothing is said of the picture")
      return
    }
    #expect(picture["ink"] == .text("dark") && picture["width"] == .integer(112))
    #expect(text(reply).contains("Dark ink on light paper."))
    #expect(session.reply(to: "classify", host: host).facts["digit"] == .integer(7))
    #expect(session.reply(to: "undo", host: host).error == nil)
    #expect(session.current.origin != "a.pgm")
  }

  @Test func `classify reads a file as well`() throws {
    #expect(try reply("classify a.pgm", host: try host([3])).facts["digit"] == .integer(3))
  }

  @Test(arguments: [40, 60, 80, 120]) func `steps fit the line, each beside the last`(
    columns: Int
  ) throws {
    let reply = try reply("digit a.pgm steps", host: try host([7]))
    let shown = text(reply, columns: columns)
    for title in ["gray", "ink alone", "cropped and scaled", "strokes", "centered in 28×28"] {
      #expect(shown.contains(title), "\(title)")
    }
    for line in shown.split(separator: "\n") { #expect(String(line).displayWidth <= columns) }
    guard case .list(let steps)? = reply.facts["steps"] else {
      Issue.record("no steps")
      return
    }
    #expect(steps.count == 5)
  }

  @Test func `a number is read from left to right`() throws {
    let host = try host([3, 1, 4])
    let reply = try reply("read a.pgm", host: host)
    #expect(reply.facts["number"] == .text("314") && reply.facts["count"] == .integer(3))
    let shown = text(reply)
    #expect(shown.contains("3 digits were found. The network reads 314."))
    #expect(shown.contains("1: a 3") && shown.contains("2: a 1") && shown.contains("3: a 4"))
    for columns in [40, 80, 119, 150] {
      for line in text(reply, columns: columns).split(separator: "\n") {
        #expect(String(line).displayWidth <= columns)
      }
    }
    try expectReply(to: "digit a.pgm", "It looks like 3 digits: read a.pgm", host: host)
  }

  @Test func `reading leaves the current digit as it is`() throws {
    let host = try host([3, 1])
    var session = try bundledSession()
    let before = session.current
    _ = session.reply(to: "read a.pgm", host: host)
    #expect(session.current == before)
  }

  @Test func `files that hold no digit`() throws {
    let host = ScriptedHost()
    host.files.contents = [
      "empty.png": [],
      "paper.pgm": Array("P5 60 60 255\n".utf8) + [UInt8](repeating: 200, count: 3600),
      "notes.png": Array("hello".utf8), "photo.jpg": [0xFF, 0xD8, 0xFF, 0xE0],
      "cut.pgm": Array("P5 60 60 255\n".utf8), "huge.pgm": Array("P5 90000 90000 255\n".utf8),
    ]
    for command in ["digit", "read", "classify"] {
      func expect(_ file: String, _ message: String, _ hint: String) throws {
        try expectProblem("\(command) \(file)", "\(file): \(message)", hint, host: host)
      }
      try expect("empty.png", "it holds no bytes.", "Give a picture as PNG, PGM or PPM.")
      try expect(
        "paper.pgm", "nothing in it looks like writing.",
        "Write with a darker or thicker pen, or cut out the digit.")
      try expect(
        "notes.png", "it isn't a picture that can be read here.",
        "Save it as PNG, then type digit FILE.png.")
      try expect(
        "photo.jpg", "it's a JPEG file.", "Save it as PNG, then type digit FILE.png.")
      try expect(
        "cut.pgm", "it ends before its picture does.", "Save it again, or copy it again.")
      try expect(
        "huge.pgm", "90,000×90,000 pixels are more than 20,000,000.",
        "Scale it down, or cut out the digit.")
    }
  }

  @Test func `a network that reads no digits reads no pictures`() throws {
    let host = try host([3, 1])
    #expect(try reply("new 3 10", "read a.pgm", host: host).error != nil)
    #expect(
      try reply("new 784 3", "read a.pgm", host: host).error
        == LabError.training(.outputsDoNotFit(3)).explanation)
  }
}
