import Core
import Lessons
import Testing

@testable import Explainer
@testable import Lab

struct CommandTests {
  @Test func `params shows the arithmetic that leads to 13,002`() throws {
    #expect(
      text(try reply("params")) == """
                                  weights  biases
        into layer 1  784 × 16 =   12,544      16
        into layer 2   16 × 16 =      256      16
        into layer 3   16 × 10 =      160      10
        ─────────────────────────────────────────
        total                      12,960      42

        12,960 + 42 = 13,002 knobs. Learning means setting them all well.

        """)
    #expect(try reply("params").facts["total"] == .integer(13_002))
    #expect(try reply("params 784 30 10").facts["total"] == .integer(23_860))
  }

  @Test func `the start of a name is enough where only one command has it`() throws {
    #expect(try reply("par").facts["total"] == .integer(13_002))
    try expectProblem(
      "pix", "'pix' could be pixels or pixel.", "Type one more letter, or press Tab.")
    #expect(try reply("pixel 14 14").error == nil)
    try expectProblem("clasify", "Unknown command 'clasify'.", "Did you mean 'classify'?")
  }

  @Test func `a digit is chosen, changed and kept for the next command`() throws {
    #expect(try reply("digit 7", "digit").facts["label"] == .integer(7))
    #expect(try reply("digit 3 2").facts["source"] == .text("our drawing 2 of a 3"))
    #expect(try reply("digit blank").facts["lit"] == .integer(0))
    #expect(try reply("digit noise 4") == reply("digit noise 4"))
    let inverted = try reply("digit 1", "digit invert")
    #expect(inverted.facts["source"] == .text("our drawing 0 of a 1, inverted"))
    #expect(try reply("digit shift 2 -1").error == nil)
    #expect(try reply("digit rotate 20").error == nil)
    #expect(try reply("digit scale 0.8").error == nil)
  }

  @Test func `a pixel is told with its place in layer 0`() throws {
    try expectReply(to: "pixel 14 13", "Unrolled, 28 · 14 + 13 = 405: it")
    try expectReply(to: "pixel 14 13", "is neuron 405 of layer 0")
    #expect(try reply("pixel 0 0").facts["value"] == .number(0))
  }

  @Test func `classify names the digit, the runner-up and the truth`() throws {
    for digit in 0...9 {
      let facts = try reply("classify \(digit)").facts
      #expect(facts["digit"] == .integer(digit))
      #expect(facts["label"] == .integer(digit))
      #expect(facts["correct"] == .flag(true))
      #expect(facts["runnerUp"] != facts["digit"])
      guard case .numbers(let outputs) = facts["activations"] else { throw Missing() }
      #expect(outputs.count == 10)
    }
  }

  @Test func `classify is honest where nothing is lit`() throws {
    var session = try bundledSession()
    for layer in session.network.layers.indices {
      session.lab.network = NetworkEditing.scaled(session.network, layer: layer)
    }
    let shown = text(session.reply(to: "classify", host: ScriptedHost()))
    #expect(shown.contains("No output is lit"), "\(shown)")
  }

  @Test func `forward gives every z and a`() throws {
    guard case .list(let layers) = try reply("forward").facts["layers"] else { throw Missing() }
    #expect(layers.count == 3)
    guard case .object(let first) = layers[0], case .numbers(let z) = first["z"] else {
      throw Missing()
    }
    #expect(z.count == 16)
  }

  @Test func `weights, biases and activations have the shapes of the network`() throws {
    func count(_ line: String, _ key: String) throws -> Int? {
      switch try reply(line).facts[key] {
      case .list(let rows): rows.count
      case .numbers(let values): values.count
      default: nil
      }
    }
    #expect(try count("weights 1.5", "weights") == 784)
    #expect(try count("weights 3", "weights") == 10)
    #expect(try count("biases 3", "biases") == 10)
    #expect(try count("activations 0", "activations") == 784)
    #expect(try count("activations 2", "activations") == 16)
  }

  @Test func `a saved network opens again`() throws {
    let host = ScriptedHost()
    let saved = try reply("save net.safetensors", host: host)
    #expect(saved.error == nil)
    let bytes = try #require(host.files.contents["net.safetensors"])
    #expect(try NetworkFile(bytes).network == bundledSession().network)
    #expect(try reply("open net.safetensors", host: host).facts["total"] == .integer(13_002))
  }

  @Test func `accuracy judges on our own drawings and on a data set`() throws {
    let drawn = try reply("accuracy drawn").facts
    #expect(drawn["correct"] == drawn["examples"])
    #expect(drawn["examples"] == .integer(try DrawingFile.parse(Lessons.drawings).count))
    var host = ScriptedHost()
    host.dataFolder = "mnist"
    let three = try bundledSession().current.digit.pixels.map { UInt8(($0 * 255).rounded()) }
    host.files.contents["mnist/t10k-images-idx3-ubyte"] =
      [0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 28, 0, 0, 0, 28] + three
    host.files.contents["mnist/t10k-labels-idx1-ubyte"] = [0, 0, 8, 1, 0, 0, 0, 1, 3]
    let facts = try reply("accuracy", host: host).facts
    #expect(facts["set"] == .text("test"))
    #expect(facts["accuracy"] == .precise(1))
    #expect(try reply("digit test 0", host: host).facts["label"] == .integer(3))
  }

  @Test func `every example in the help can be typed`() throws {
    let pixels = (0..<400).map { UInt8((4..<16).contains($0 / 20) && $0 % 20 / 2 == 5 ? 20 : 230) }
    let picture = Array("P5 20 20 255\n".utf8) + pixels
    for command in SessionCommand.all {
      #expect(try reply("help \(command.name)").error == nil)
      for example in command.declaration.examples {
        let host = ScriptedHost.withScreen
        host.files.contents["three.strokes"] = Array("digit 3\nstroke 1,2 3,4\n".utf8)
        host.files.contents["digits.strokes"] = Array(
          String(repeating: "digit 3\nstroke 1,2 3,4\n", count: 3).utf8)
        host.files.contents["mine.safetensors"] = Lessons.network
        for name in ["photo.png", "number.png"] { host.files.contents[name] = picture }
        for lesson in Lessons.course {
          host.files.contents["lessons/\(lesson.name)"] = lesson.bytes
        }
        // Some only make sense while stepping, others in a lesson.
        let problem = try reply("step", "lesson neurons", "skip", "classify", example, host: host)
          .error
        #expect(problem == nil, "\(example): \(problem?.message ?? "")")
      }
    }
  }

  struct Missing: Error {}
}

/// Networks for cases that the bundled one does not show.
enum NetworkEditing {
  /// The network with one layer's weights at 0 and its biases at −5: nothing is lit after it.
  static func scaled(_ network: Network, layer: Int) -> Network {
    var layers = network.layers
    let old = layers[layer]
    layers[layer] = Layer(
      weights: Matrix(rows: old.neurons, columns: old.inputs),
      biases: [Float](repeating: -5, count: old.neurons), activation: old.activation)
    return Network(layers: layers)
  }
}
