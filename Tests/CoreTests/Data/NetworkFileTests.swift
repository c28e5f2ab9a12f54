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

  @Test func `too short a file is told`() {
    for count in 0..<8 {
      #expect(throws: SafetensorsError.tooShort) {
        try Safetensors([UInt8](repeating: 0, count: count))
      }
    }
    for count in [0, 1, 255, 256, 65_536] {
      let promised = count + 1
      let length = (0..<8).map { UInt8(truncatingIfNeeded: promised >> ($0 * 8)) }
      let error = SafetensorsError.headerTooLong(promised: UInt64(promised), held: count)
      #expect(throws: error) { try Safetensors(length + [UInt8](repeating: 0x20, count: count)) }
    }
    #expect(throws: SafetensorsError.unreadableHeader) {
      try Safetensors([UInt8](repeating: 0, count: 8))
    }
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
    #expect(most == 4_194_304 && HeaderOutline.mostParts == 65_536)
    #expect(failure("{" + String(repeating: " ", count: most - 1)) == nil)
    #expect(
      failure("{" + String(repeating: " ", count: most)) == .headerTooLarge(limit: most))
    let parts = HeaderOutline.mostParts
    #expect(failure("{" + String(repeating: ",", count: parts)) == nil)
    #expect(failure("{" + String(repeating: ",", count: parts + 1)) == .tooManyParts(limit: parts))
    #expect(failure("{" + String(repeating: ":", count: parts)) == nil)
    #expect(failure("{" + String(repeating: ":", count: parts + 1)) == .tooManyParts(limit: parts))
    #expect(failure("{{[]}}") == nil && failure("{[[{}]]}") == .unreadableHeader)
    // Of controls JSON has three.
    for byte in 0..<0x20 as Range<UInt8> {
      let isBlank = [0x09, 0x0A, 0x0D].contains(byte)
      let text = String(decoding: [UInt8(ascii: "{"), byte, UInt8(ascii: "}")], as: UTF8.self)
      #expect(failure(text) == (isBlank ? nil : .unreadableHeader), "\(byte)")
    }
    #expect(failure("{ \u{7F}}") == nil)
    // What stands in a string does not count, whatever is escaped in it.
    #expect(failure(#"{"\"{{{{":1}"#) == nil && failure(#"{"\\"{{{:1}"#) == .unreadableHeader)
  }

  @Test func `of long notes the start is kept, of many the first`() throws {
    let long = String(repeating: "e\u{301}", count: 400_000)
    let notes = Dictionary(uniqueKeysWithValues: (0..<300).map { ("\($0)", "x") })
    let read = try NetworkFile(
      NetworkFile(network: network, notes: ["source": long, long: "x"]).encoded)
    #expect(read.notes.keys.sorted() == ["source"])
    #expect(read.notes["source"]?.unicodeScalars.count == 301)
    #expect(read.notes["source"]?.hasSuffix("…") == true)
    let kept = try NetworkFile(NetworkFile(network: network, notes: notes).encoded).notes
    #expect(kept.keys.sorted() == Array(notes.keys.sorted().prefix(100)))
    let (last, first) = (String(repeating: "k", count: 300), String(repeating: "k", count: 301))
    let named = NetworkFile(network: network, notes: [last: "x", first: "x"])
    #expect(try NetworkFile(named.encoded).notes == [last: "x"])
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
    for note in ["relu,relu,relu", "relu,", ",", ""] {
      let failure = failure { $0.metadata["activation"] = note }
      #expect(failure == .unknownActivation(note.hasPrefix("relu,r") ? note : ""), "\(note)")
    }
    #expect(failure { $0.metadata["activation"] = "relu,sigmoid" } == nil)
    #expect(failure { $0.metadata["activation"] = nil } == nil)
  }

  @Test func `layers are numbered, one by one or in even steps`() throws {
    let whole = try Safetensors(NetworkFile(network: network).encoded)
    func failure(_ names: [String: String]) -> NetworkFileError? {
      var changed = Safetensors(tensors: [:], metadata: [:])
      for (name, source) in names {
        for part in ["weight", "bias"] {
          changed.tensors["\(name).\(part)"] = whole.tensors["layers.\(source).\(part)"]
        }
      }
      do throws(NetworkFileError) {
        _ = try NetworkFile(changed.encoded)
        return nil
      } catch { return error }
    }
    #expect(failure(["layers.1": "1", "layers.2": "2"]) == nil)
    #expect(failure(["layers.0": "1", "layers.1": "2"]) == nil)
    #expect(failure(["layers.1": "1", "layers.3": "2"]) == .missingTensor("layers.2.weight"))
    #expect(failure(["0": "1", "3": "2"]) == nil && failure(["7": "1", "8": "2"]) == nil)
    #expect(failure(["1": "1", "999999": "2"]) == nil)
    #expect(failure(["0": "1", "2": "2", "5": "2"]) == .missingTensor("4.weight"))
    #expect(failure(["0": "1", "1": "2", "3": "2"]) == .missingTensor("2.weight"))
    #expect(failure(["layers.1": "1", "2": "2"]) == .unexpectedTensor("layers.1.weight"))
    for name in ["1000000", "-1", "layers.1000000", "layers.-1", "x", "layers", "layers.1.2", ""] {
      let found = failure(["layers.1": "1", name: "2"])
      #expect(found == .unexpectedTensor("\(name).bias"), "\(name)")
    }
  }

  @Test func `a first layer may read any number of activations, but one at least`() throws {
    func failure(_ shape: [Int], bias: [Int]) -> NetworkFileError? {
      func tensor(_ shape: [Int]) -> Safetensors.Tensor {
        .init(shape: shape, values: [Float](repeating: 1, count: shape.reduce(1, *)))
      }
      let file = Safetensors(
        tensors: ["layers.1.weight": tensor(shape), "layers.1.bias": tensor(bias)], metadata: [:])
      do throws(NetworkFileError) {
        _ = try NetworkFile(file.encoded)
        return nil
      } catch { return error }
    }
    #expect(failure([1, 1], bias: [1]) == nil && failure([2, 5], bias: [2]) == nil)
    for shape in [[3, 0], [0, 3], [12], [2, 3, 1]] {
      #expect(
        failure(shape, bias: [shape[0]])
          == .wrongShape(
            tensor: "layers.1.weight", shape: shape, expected: [shape[0], Digit.pixelCount]))
    }
    for bias in [[3], [1], [2, 1]] {
      #expect(
        failure([2, 5], bias: bias)
          == .wrongShape(tensor: "layers.1.bias", shape: bias, expected: [2]))
    }
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
