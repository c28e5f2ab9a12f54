/// Markup of a page: every tag is closed, and what is text cannot be taken for a tag.
///
/// It is made of text, which is escaped, and of elements, whose names are literals of this program:
/// nothing that comes from outside can become a part of it in any other way. It is HTML and XML at
/// once.
struct Markup: Equatable, Sendable {
  /// The characters of the page.
  private(set) var source: String

  private init(source: String) { self.source = source }

  /// Nothing.
  static let none = Markup(source: "")

  /// A line feed between elements, for those who read the source.
  static let lineFeed = Markup(source: "\n")

  /// Text, whatever is in it.
  static func text(_ text: String) -> Markup { Markup(source: text.permittedInPages.escaped) }

  /// An element with what is in it.
  static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    _ content: [Markup]
  ) -> Markup {
    let inside = content.map(\.source).joined()
    return Markup(source: "<\(name)\(list(attributes))>\(inside)</\(name)>")
  }

  /// An element that can have nothing in it.
  static func single(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]
  ) -> Markup {
    Markup(source: "<\(name)\(list(attributes))/>")
  }

  /// The start of an element that lasts until its `end`.
  static func start(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]
  ) -> Markup {
    Markup(source: "<\(name)\(list(attributes))>")
  }

  /// The end of an element that was started before.
  static func end(_ name: StaticString) -> Markup { Markup(source: "</\(name)>") }

  /// What stands before all elements.
  static let documentType = Markup(source: "<!DOCTYPE html>")

  /// A style sheet of this program's, in which nothing needs to be escaped.
  static func styleSheet(_ rules: String) -> Markup {
    precondition(!rules.contains { "<&".contains($0) })
    return Markup(source: "<style>\(rules)</style>")
  }

  /// A picture, whose writer knows no other text than escaped.
  static func svg(_ graphic: Graphic, label: String, dark: Graphic) -> Markup {
    Markup(source: graphic.element(label: label, dark: dark))
  }

  /// One after another.
  static func + (first: Markup, second: Markup) -> Markup {
    Markup(source: first.source + second.source)
  }

  private static func list(_ attributes: KeyValuePairs<StaticString, String>) -> String {
    attributes.map { name, value in " \(name)=\"\(value.permittedInPages.escaped)\"" }.joined()
  }
}

extension String {
  /// The text with names for what means something in markup. It goes by scalars: a mark over a `<`
  /// makes one character of the two, and a tag of them all the same.
  fileprivate var escaped: String {
    guard utf8.contains(where: { [0x22, 0x26, 0x27, 0x3C, 0x3E].contains($0) }) else { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  /// The text with a sign for each character that no page may have, and without those that show
  /// nothing or turn the direction of reading.
  fileprivate var permittedInPages: String {
    guard !utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return self }
    let scalars = unicodeScalars.map { scalar -> Unicode.Scalar in
      if scalar == "\t" || scalar == "\n" { return " " }
      return scalar.isForbiddenInPages ? "\u{FFFD}" : scalar
    }
    return String(String.UnicodeScalarView(scalars)).withoutControls
  }
}

extension Unicode.Scalar {
  /// Whether HTML or XML forbids it: controls, and what is no character at all.
  fileprivate var isForbiddenInPages: Bool {
    value < 0x20 || (0x7F..<0xA0).contains(value) || (0xFDD0...0xFDEF).contains(value)
      || value & 0xFFFE == 0xFFFE
  }
}
