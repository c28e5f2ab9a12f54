import Core
import Lessons
import SessionFuzz
import Testing

@testable import Course
@testable import Explainer
@testable import Presentation

struct BadInputTests {
  @Test func `an empty line says nothing`() throws {
    #expect(try reply("") == Reply())
    #expect(try reply("   ") == Reply())
  }

  @Test func `control characters reach neither the terminal nor JSON as they are`() throws {
    let line = "dig\u{1B}[2Jit\u{0} \u{7}\u{9B}31m"
    let reply = try reply(line)
    #expect(reply.error != nil)
    for color in TerminalCapabilities.ColorDepth.allCases {
      let shown = text(reply, colors: color)
        .replacing(try Regex("\u{1B}\\[[0-9;]*m"), with: "")
      #expect(shown.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 32 && $0.value != 0x9B })
    }
    let json = JSONRenderer().render(reply, to: line)
    #expect(json.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 32 })
    #expect(json.hasSuffix("}\n") && json.count { $0 == "\n" } == 1)
  }

  @Test(arguments: [
    ("history \u{7F}", "No line typed before contains ?."), ("digit \u{1}", "'?' "),
    ("save \u{7F}", "to ?."),
  ])
  func `what cannot be shown leaves no hole in a sentence`(line: String, part: String) throws {
    #expect(text(try reply(line), unicode: false).contains(part))
  }

  @Test func `a word of a million letters is told in short`() throws {
    let reply = try reply(String(repeating: "x", count: 1_000_000))
    #expect(text(reply).count < 200)
    #expect(JSONRenderer().render(reply, to: String(repeating: "x", count: 1_000_000)).count < 600)
  }

  /// At a question a line is read in many ways: none of them may take longer than the line is long.
  @Test(arguments: [
    "x", "x ", "16 ", "1+", "one ", "a, ", "(", "-", "9", "1e", "%", "= ", "σ", ". ",
  ])
  func `an answer of a hundred thousand characters is refused at once`(piece: String) throws {
    let line = String(repeating: piece, count: 100_000 / piece.count)
    for place in ["counting 2", "learning", "neurons 3", "recap", "a-messy-three", "cost 4"] {
      let reply = try reply("lesson \(place)", line)
      #expect(text(reply).count < 400, "\(place)")
    }
  }

  @Test func `what a terminal might obey is escaped in JSON`() {
    let json = JSONRenderer().render(Reply(), to: "\u{1b}\u{9b}\u{7f}\u{202e}\r\n\u{2028}é")
    #expect(json == "{\"command\":\"\\u001b\\u009b\\u007f\\u202e\\r\\n\\u2028é\"}\n")
  }

  @Test(arguments: [
    ("digit 12", "'12' is not a digit to show."),
    ("digit 3 99", "There's no drawing 99 of a 3."),
    ("digit train 4", "MNIST isn't loaded."),
    ("digit scale 0", "The factor can't be 0."),
    ("digit shift 1 x", "'x' isn't a number."), ("digit shift 1", "The shift down is missing."),
    ("digit rotate inf", "'inf' isn't a number."), ("pixel 28 0", "There's no row 28."),
    ("pixel 1", "The column is missing."),
    ("pixel 1 2 3", "'3' doesn't fit here."),
    ("weights 4", "There is no layer 4."),
    ("biases 0", "Layer 0 is the image itself: its neurons have no weights and no bias."),
    ("params 784", "One layer alone has no weights."),
    ("params 784 0", "The size of a layer can't be 0."),
    ("params 99999999999999999999 2", "The size of a layer can't be 99999999999999999999."),
    ("accuracy best", "There is no data set called 'best'."),
    ("open nowhere", "There is no file nowhere."),
    ("help nothing", "There is no help on 'nothing'."),
    ("open \"hi", "The '\"' at column 6 is never closed."),
    ("history -1", "The count can't be -1."),
  ])
  func `what cannot be done is told`(line: String, message: String) throws {
    let problem = try #require(try reply(line).error)
    #expect(problem.message == message)
    #expect(!problem.hint.text.isEmpty)
  }

  @Test(arguments: [
    ("junk", "net: its header is not that of a safetensors file."),
    ("", "net: it is shorter than any safetensors file."),
  ])
  func `files that are not networks are told`(contents: String, message: String) throws {
    let host = ScriptedHost()
    host.files.contents["net"] = contents.isEmpty ? [] : [2, 0, 0, 0, 0, 0, 0, 0] + contents.utf8
    #expect(try reply("open net", host: host).error?.message == message)
  }

  @Test(arguments: [
    "[∞, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] ⊙ to ᵀ rows(exp(, log()*(nan−[])",
    String(repeating: "漢", count: 60) + " +", "dot()-" + String(repeating: "漢", count: 60),
  ])
  func `the place of a mistake fits the window, however wide its characters`(line: String) throws {
    for unicode in [true, false] {
      let shown = text(try reply(line), columns: 40, unicode: unicode)
      #expect(shown.contains("^"))
      #expect(shown.split(separator: "\n").allSatisfy { $0.displayWidth <= 40 }, "\(shown)")
    }
  }

  @Test func `lines of random bytes never stop the program`() throws {
    let lesson = try #require(Lessons.course.first)
    var session = try bundledSession(lessons: [LessonFile(name: lesson.name, bytes: lesson.bytes)])
    let host = ScriptedHost()
    var generator = SeededGenerator(seed: 11)
    let words =
      SessionCommand.all.map(\.name) + ["1.5", "[", "]", "\"", "-1", "1e99", "ü", "\u{0}"]
      + Extremes.numbers + ["b1[0]", "b1[0] = 3e38", "=", "relu", "inputs=[3e38]", "bias=-3e38"]
    for _ in 0..<2000 {
      let line = (0..<generator.next(below: 5)).map { _ in words[generator.next(below: words.count)]
      }
      let reply = session.reply(to: line.joined(separator: " "), host: host)
      #expect(text(reply, columns: 40).split(separator: "\n").allSatisfy { $0.displayWidth <= 40 })
    }
  }
}

extension Substring {
  fileprivate var displayWidth: Int { String(self).displayWidth }
}
