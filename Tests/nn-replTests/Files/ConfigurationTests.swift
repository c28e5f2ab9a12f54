import Course
import Explainer
import Lab
import Presentation
import Testing

@testable import nn_repl

@Suite struct ConfigurationTests {
  private func problem(_ text: String) -> OptionError? {
    do throws(OptionError) {
      try Options.check(Configuration(path: "/config", bytes: Array(text.utf8)))
      return nil
    } catch { return error }
  }

  @Test func eachLineIsAnOption() throws {
    let text = "\u{FEFF}# mine\r\n\r\n  width\t60 \r\n--ascii\ndata /a folder\n"
    let file = Configuration(path: "/config", bytes: Array(text.utf8))
    #expect(file.words == ["--width", "60", "--ascii", "--data", "/a folder"])
    #expect(file.lines.map(\.number) == [3, 4, 5])
    let options = try Options(file.words + ["--width", "70", "digit", "7"])
    #expect(options.width == 70 && options.data == "/a folder" && options.words == ["digit", "7"])
  }

  @Test(arguments: [
    ("ascii\n\nwidth 20", "/config:3: 20 columns are too few."),
    ("jsno", "/config:1: There's no option '--jsno'."),
    ("# a\nwidth", "/config:2: Nothing follows --width."),
    ("json yes", "/config:1: '--json yes' isn't an option."),
    ("-c params", "/config:1: '-c params' isn't an option."),
    ("version", "/config:1: --version doesn't belong here."),
  ])
  func aLineThatIsWrongIsNamed(_ text: String, _ message: String) {
    guard case .wrong(message, hint: _)? = problem(text) else {
      Issue.record("\(String(describing: problem(text)))")
      return
    }
  }

  @Test func whatIsNoOrdinaryFileIsRefused() {
    for path in ["/nowhere", "/tmp", "/dev/zero", "/dev/tty"] {
      #expect(throws: FileError.self) { try Configuration(path: path) }
    }
  }
}
