import FoundationEssentials

extension OutputFormat {
  /// Values, for programs.
  public static let json = OutputFormat("json", for: .program) { _ in JSONRenderer() }
}

/// Makes a reply into one JSON object on a line of its own.
public struct JSONRenderer: ReplyRenderer {
  /// A renderer for programs.
  public init() {}

  /// The object: `command`, then the reply's facts or its `error` with `message` and `hint`.
  ///
  /// - Parameters:
  ///   - reply: what there is to say.
  ///   - line: the line that it answers; of a very long one only the start is given back.
  public func render(_ reply: Reply, to line: String) -> String {
    var object = reply.facts
    object["command"] = .text(Self.shortened(line))
    if let error = reply.error {
      var facts: [String: Fact] = [
        "message": .text(error.message), "hint": .text(error.hint.text),
      ]
      if let excerpt = error.excerpt {
        facts["column"] = .integer(excerpt.range.lowerBound + 1)
      }
      object["error"] = .object(facts)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    guard let data = try? encoder.encode(Fact.object(object)) else {
      preconditionFailure("facts are always JSON")
    }
    return Self.escaped(String(decoding: data, as: UTF8.self)) + "\n"
  }

  /// The same; where the line stands is among the facts.
  public func render(_ reply: Reply, to line: TypedLine, at location: String?) -> String {
    render(reply, to: line.text)
  }

  /// What the encoder leaves as it is and a terminal might obey, written as JSON writes controls.
  private static func escaped(_ json: String) -> String {
    guard json.unicodeScalars.contains(where: \.isControl) else { return json }
    return json.unicodeScalars.reduce(into: "") { result, scalar in
      if scalar.isControl {
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }

  private static func shortened(_ line: String) -> String {
    line.utf8.count <= 1000 ? line : String(line.unicodeScalars.prefix(200)) + "…"
  }
}
