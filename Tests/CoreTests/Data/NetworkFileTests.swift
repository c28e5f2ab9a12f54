import Lessons
import Testing

@testable import Core

struct NetworkFileTests {
  private var network: Network {
    var generator = SeededGenerator(seed: 1)
    return Network(sizes: [4, 3, 2], activation: .sigmoid, using: &generator)
  }

  /// A file with a header of our choice.
  private func file(_ header: String, body: Int = 0) -> [UInt8] {
    let text = Array(header.utf8)
    let length = (0..<8).map { UInt8(truncatingIfNeeded: text.count >> ($0 * 8)) }
    return length + text + [UInt8](repeating: 0, count: body)
  }

  @Test func `a network comes back to the last bit, with its notes`() throws {
    var relu = network
    relu.layers[0].activation = .relu
    let saved = NetworkFile(network: relu, notes: ["source": "a test"])
    #expect(try NetworkFile(saved.encoded) == saved)
    #expect(saved.encoded == NetworkFile(network: relu, notes: ["source": "a test"]).encoded)
  }

  @Test func `the names of PyTorch's Sequential are understood`() throws {
    let ours = try Safetensors(NetworkFile(network: network).encoded)
    var theirs = Safetensors(tensors: [:], metadata: [:])
    for (number, name) in [(1, "0"), (2, "2")] {
      for part in ["weight", "bias"] {
        theirs.tensors["\(name).\(part)"] = ours.tensors["layers.\(number).\(part)"]
      }
    }
    #expect(try NetworkFile(theirs.encoded).network == network)
  }

  @Test(arguments: [
    ("", SafetensorsError.tooShort)
  ])
  func `too short a file is told`(text: String, failure: SafetensorsError) {
    #expect(throws: failure) { try Safetensors(Array(text.utf8)) }
  }

  @Test func `a header of any length is held against the file`() {
    let endless: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0x40, 1, 2, 3]
    #expect(throws: SafetensorsError.headerTooLong(promised: 1 << 62, held: 3)) {
      try Safetensors(endless)
    }
    #expect(throws: SafetensorsError.unreadableHeader) { try Safetensors(file("{")) }
    #expect(throws: SafetensorsError.unreadableHeader) {
      try Safetensors(file(String(repeating: "[", count: 100_000)))
    }
  }

  @Test func `tensors must lie in the file, whole and apart`() {
    func failure(_ header: String, body: Int) -> SafetensorsError? {
      do throws(SafetensorsError) {
        _ = try Safetensors(file(header, body: body))
        return nil
      } catch { return error }
    }
    func tensor(_ shape: String, _ from: Int, _ to: Int, type: String = "F32") -> String {
      #"{"dtype":"\#(type)","shape":\#(shape),"data_offsets":[\#(from),\#(to)]}"#
    }
    #expect(failure(#"{"a":\#(tensor("[2]", 0, 8))}"#, body: 8) == nil)
    #expect(failure(#"{"a":\#(tensor("[2]", 0, 8))}"#, body: 7) == .outsideFile(tensor: "a"))
    #expect(failure(#"{"a":\#(tensor("[2]", 8, 0))}"#, body: 8) == .outsideFile(tensor: "a"))
    #expect(failure(#"{"a":\#(tensor("[2]", -8, 0))}"#, body: 8) == .outsideFile(tensor: "a"))
    #expect(
      failure(#"{"a":\#(tensor("[3]", 0, 8))}"#, body: 8)
        == .wrongLength(tensor: "a", shape: [3], bytes: 8))
    #expect(
      failure(#"{"a":\#(tensor("[4611686018427387904,4]", 0, 8))}"#, body: 8)
        == .wrongLength(tensor: "a", shape: [1 << 62, 4], bytes: 8))
    #expect(
      failure(#"{"a":\#(tensor("[2]", 0, 4, type: "F16"))}"#, body: 8)
        == .unsupportedType(tensor: "a", type: "F16"))
    #expect(
      failure(#"{"a":\#(tensor("[2]", 0, 8)),"b":\#(tensor("[2]", 4, 12))}"#, body: 12)
        == .overlap("a", "b"))
  }

  @Test func `every byte belongs to one tensor, as for the format's own reader`() {
    func failure(_ spans: [(Int, Int)], body: Int) -> SafetensorsError? {
      let tensors = spans.enumerated().map { index, span in
        #""t\#(index)":{"dtype":"F32","shape":[\#((span.1 - span.0) / 4)],"data_offsets":[\#(span.0),\#(span.1)]}"#
      }
      do throws(SafetensorsError) {
        _ = try Safetensors(file("{" + tensors.joined(separator: ",") + "}", body: body))
        return nil
      } catch { return error }
    }
    #expect(failure([(0, 8), (8, 12)], body: 12) == nil)
    #expect(failure([(8, 12), (0, 8)], body: 12) == nil)
    #expect(failure([(0, 8), (8, 8), (8, 12)], body: 12) == nil)
    #expect(failure([(0, 8), (8, 12)], body: 13) == .unusedBytes(count: 1))
    #expect(failure([(0, 8), (8, 12)], body: 1_000_012) == .unusedBytes(count: 1_000_000))
    #expect(failure([(0, 8), (12, 16)], body: 16) == .unusedBytes(count: 4))
    #expect(failure([(4, 8)], body: 8) == .unusedBytes(count: 4))
    #expect(failure([], body: 1) == .unusedBytes(count: 1))
    #expect(failure([], body: 0) == nil)
    #expect(failure([(0, 8), (0, 8)], body: 8) == .overlap("t0", "t1"))
    #expect(failure([(0, 8), (4, 12)], body: 12) == .overlap("t0", "t1"))
    #expect(failure([(0, 8), (0, 4), (4, 8)], body: 8) == .overlap("t1", "t0"))
  }

  @Test func `a header is one object of objects, each name once`() {
    func failure(_ header: String, body: Int = 0) -> SafetensorsError? {
      do throws(SafetensorsError) {
        _ = try Safetensors(file(header, body: body))
        return nil
      } catch { return error }
    }
    let place = #"{"dtype":"F32","shape":[1],"data_offsets":[0,4]}"#
    #expect(failure(#"{"a":\#(place)}"#, body: 4) == nil)
    #expect(failure(#"{"a\":{,":\#(place)}"#, body: 4) == nil)
    #expect(failure(#"{"a":\#(place),"a":\#(place)}"#, body: 4) == .repeatedName)
    #expect(failure(#"{"a":\#(place),"\u0061":\#(place)}"#, body: 4) == .repeatedName)
    #expect(failure(#"{"__metadata__":{"x":"1","x":"2"}}"#) == .repeatedName)
    #expect(
      failure(
        #"{"a":{"dtype":"F32","dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#, body: 4)
        == .repeatedName)
    for header in [
      "", " {}", "[]", "null", #"{"a":{"shape":[[1]]}}"#, "{\u{0}}", "{\"\u{1}\":{}}",
      #"{"__metadata__":{"x":1}}"#, #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,1e30]}}"#,
    ] {
      #expect(failure(header) == .unreadableHeader, "\(header)")
    }
    #expect(failure(String(repeating: "{", count: 1000)) == .unreadableHeader)
  }

  @Test func `a header has a longest size and a largest number of parts`() {
    func failure(_ header: String) -> SafetensorsError? {
      do throws(SafetensorsError) {
        _ = try HeaderOutline(Array(header.utf8)[...])
        return nil
      } catch { return error }
    }
    let most = HeaderOutline.longest
    #expect(failure("{" + String(repeating: " ", count: most - 1)) == nil)
    #expect(
      failure("{" + String(repeating: " ", count: most)) == .headerTooLarge(limit: most))
    let parts = HeaderOutline.mostParts
    #expect(failure("{" + String(repeating: ",", count: parts)) == nil)
    #expect(failure("{" + String(repeating: ",", count: parts + 1)) == .tooManyParts(limit: parts))
    #expect(failure("{" + String(repeating: ":", count: parts + 1)) == .tooManyParts(limit: parts))
  }

  @Test func `of long notes the start is kept, of many the first`() throws {
    let long = String(repeating: "e\u{301}", count: 400_000)
    let notes = Dictionary(uniqueKeysWithValues: (0..<300).map { ("\($0)", "x") })
    let read = try NetworkFile(
      NetworkFile(network: network, notes: ["source": long, long: "x"]).encoded)
    #expect(read.notes.keys.sorted() == ["source"])
    #expect(read.notes["source"]?.unicodeScalars.count == 301)
    #expect(read.notes["source"]?.hasSuffix("…") == true)
    #expect(try NetworkFile(NetworkFile(network: network, notes: notes).encoded).notes.count == 100)
    let whole = NetworkFile(
      network: network, notes: ["source": String(repeating: "x", count: 300)])
    #expect(try NetworkFile(whole.encoded) == whole)
  }

  @Test func `our own files are told from others`() throws {
    let ours = NetworkFile(network: network).encoded
    #expect(NetworkFile.isOurs(ours))
    var other = try Safetensors(ours)
    other.metadata = [:]
    #expect(!NetworkFile.isOurs(other.encoded))
    #expect(!NetworkFile.isOurs(Array("notes".utf8)) && !NetworkFile.isOurs([]))
    #expect(!NetworkFile.isOurs(ours + [0]))
  }

  @Test func `a weight that is not a number is refused`() {
    var bad = network
    bad.layers[1].weights[1, 2] = .nan
    #expect(
      throws: NetworkFileError.format(.notFinite(tensor: "layers.2.weight", entry: 5))
    ) { try NetworkFile(NetworkFile(network: bad).encoded) }
  }

  @Test func `tensors that are missing or do not fit are named`() throws {
    let whole = try Safetensors(NetworkFile(network: network).encoded)
    func failure(_ change: (inout Safetensors) -> Void) -> NetworkFileError? {
      var changed = whole
      change(&changed)
      do throws(NetworkFileError) {
        _ = try NetworkFile(changed.encoded)
        return nil
      } catch { return error }
    }
    #expect(failure { $0.tensors = [:] } == .noLayers)
    #expect(
      failure { $0.tensors["layers.2.bias"] = nil } == .missingTensor("layers.2.bias"))
    #expect(
      failure { $0.tensors["layers.4.bias"] = $0.tensors["layers.2.bias"] }
        == .missingTensor("layers.3.weight"))
    #expect(
      failure { $0.tensors["extra"] = .init(shape: [1], values: [0]) } == .unexpectedTensor("extra")
    )
    #expect(
      failure { $0.tensors["layers.2.weight"] = .init(shape: [3, 2], values: [0, 0, 0, 0, 0, 0]) }
        == .wrongShape(tensor: "layers.2.weight", shape: [3, 2], expected: [3, 3]))
    #expect(
      failure { $0.metadata["activation"] = "swish" } == .unknownActivation("swish"))
  }
}

struct BundledNetworkTests {
  let network: Network

  init() throws { network = try NetworkFile(Lessons.network).network }

  @Test func `it is the film's network, sigmoid in every layer`() {
    #expect(network.sizes == [784, 16, 16, 10])
    #expect(network.parameters.total == 13_002)
    #expect(network.layers.allSatisfy { $0.activation == .sigmoid })
  }

  @Test func `it reads all drawings`() throws {
    let drawings = try DrawingFile.parse(Lessons.drawings)
    #expect(drawings.count >= 112)
    for (number, drawing) in drawings.enumerated() {
      let answer = network.forward(drawing.rasterized().pixels).answer
      #expect(answer == drawing.digit, "drawing \(number)")
    }
  }

  @Test func `its file holds 13,002 numbers, and little else`() {
    #expect(Lessons.network.count == 52_720)
    #expect(Lessons.network.count - 4 * network.parameters.total < 1024)
  }

  @Test func `a pass agrees with one in double precision`() throws {
    let drawings = try DrawingFile.parse(Lessons.drawings)
    for drawing in drawings {
      let pixels = drawing.rasterized().pixels
      let pass = network.forward(pixels)
      var a = pixels.map(Double.init)
      for (layer, computed) in zip(network.layers, pass.layers) {
        let z = (0..<layer.neurons).map { row in
          (0..<layer.inputs).reduce(Double(layer.biases[row])) {
            $0 + Double(layer.weights[row, $1]) * a[$1]
          }
        }
        for (ours, truth) in zip(computed.z, z) { #expect(abs(Double(ours) - truth) < 1e-5) }
        a = computed.a.map(Double.init)
      }
    }
  }
}
