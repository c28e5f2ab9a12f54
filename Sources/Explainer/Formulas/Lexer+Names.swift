/// Names, and the spellings of the film, of LaTeX and of other languages that are put into ours.
extension Lexer {
  /// What stands before a function in other languages and says where it comes from: np.exp.
  private static let modules: Set = [
    "np", "numpy", "math", "Math", "torch", "tf", "tensorflow", "jnp", "jax", "nn", "F", "K",
    "scipy", "special", "linalg", "functional", "cmath", "statistics",
  ]

  /// A name with the film's spellings put into ours: a⁽¹⁾ and a₁ are a1.
  mutating func name() -> Token.Kind {
    var name = word()
    while Self.modules.contains(name), peek == ".", peek(1)?.startsName == true {
      position += 1
      name = word()
      // Math.PI
      if Constant.named[name] == nil, Constant.named[name.lowercased()] != nil {
        name = name.lowercased()
      }
    }
    if name == "divided", skipWords(["by"]) { return .symbol(.divide) }
    if name == "to", skipWords(["the", "power", "of"]) { return .symbol(.power) }
    if let word = Symbol.words[name] { return .symbol(word) }
    return scripts(of: name)
  }

  /// Letters and digits; a lowered digit ends it before a letter, as W₁a₀ is W₁ times a₀.
  private mutating func word() -> String {
    var name = ""
    while let character = peek, character.continuesName,
      name.isEmpty || character != "_" || peek(1) != "{"
    {
      let lowered = character.loweredDigit
      name += lowered ?? String(character)
      position += 1
      if lowered != nil, peek?.startsName == true { break }
    }
    return name
  }

  /// Passes over words that come next, if they do.
  private mutating func skipWords(_ words: [String]) -> Bool {
    var next = position
    for word in words {
      let start = characters[next...].firstIndex { !$0.isBlank } ?? characters.count
      guard start > next, characters[start...].starts(with: word) else { return false }
      next = start + word.count
    }
    guard next >= characters.count || !characters[next].continuesName else { return false }
    position = next
    return true
  }

  /// A name with a layer above it, or with indices below it, or with both: in the film a₅⁽¹⁾ is one
  /// neuron, and the raised number is the layer.
  private mutating func scripts(of name: String) -> Token.Kind {
    let start = position
    var indices = lowered()
    let layer = raisedLayer(of: name)
    if indices == nil, layer != nil { indices = lowered() ?? oneLowered() }
    let letters = String(name.prefix { !$0.isASCIIDigit && $0 != "_" })
    let digits = name.dropFirst(letters.count).drop { $0 == "_" }
    guard let layer else {
      guard let indices else { return .name(name) }
      if indices.count == 1 { return .name("\(name)\(indices[0])") }
      position = start
      return .broken(.entryWithoutLayer(letters, indices))
    }
    if indices == nil, let entry = Int(digits) { indices = [entry] }
    guard let indices else { return .name(name + layer) }
    // The film writes one weight with a small w.
    return .entry(name: (letters == "w" ? "W" : letters) + layer, indices)
  }

  /// `_{3,4}`.
  private mutating func lowered() -> [Int]? {
    guard peek == "_", peek(1) == "{", let end = characters[position...].firstIndex(of: "}") else {
      return nil
    }
    let parts = characters[(position + 2)..<end].split { $0 == "," || $0.isBlank }
    let numbers = parts.compactMap { Int(String($0)) }
    guard numbers.count == parts.count, 1...2 ~= numbers.count else { return nil }
    position = end + 1
    return numbers
  }

  /// `_3` after a layer.
  private mutating func oneLowered() -> [Int]? {
    var digits = ""
    if peek == "_" {
      while let digit = peek(1 + digits.count), digit.isASCIIDigit { digits.append(digit) }
      guard let number = Int(digits) else { return nil }
      position += 1 + digits.count
      return [number]
    }
    while let digit = peek?.loweredDigit {
      digits += digit
      position += 1
    }
    return Int(digits).map { [$0] }
  }

  /// Reads a number in raised brackets, if one stands here: ⁽¹⁾, or ^{(1)} after a letter of the
  /// network's.
  private mutating func raisedLayer(of name: String) -> String? {
    var digits = ""
    if peek == "⁽" {
      while let digit = peek(1 + digits.count)?.raisedDigit { digits += String(digit) }
      guard !digits.isEmpty, peek(1 + digits.count) == "⁾" else { return nil }
      position += digits.count + 2
      return digits
    }
    guard let letter = name.first, "aAbwWz".contains(letter), "^{(".elementsEqual(next(3)) else {
      return nil
    }
    while let digit = peek(3 + digits.count), digit.isASCIIDigit { digits.append(digit) }
    guard !digits.isEmpty, peek(3 + digits.count) == ")", peek(4 + digits.count) == "}" else {
      return nil
    }
    position += digits.count + 5
    return digits
  }

  private func next(_ count: Int) -> ArraySlice<Character> { characters[position...].prefix(count) }
}

// MARK: LaTeX

extension Lexer {
  /// Commands that say how something looks and not what it is.
  private static let layout: Set = [
    "left", "right", "big", "Big", "bigl", "bigr", "displaystyle", "quad", "qquad", "mathbf",
    "mathrm", "mathit", "boldsymbol", "vec", "text", "operatorname", "bm", "limits",
  ]

  private static let signs: [String: Symbol] = [
    "cdot": .times, "times": .times, "ast": .times, "odot": .entryTimes, "circ": .entryTimes,
    "div": .divide, "frac": .fraction, "dfrac": .fraction, "tfrac": .fraction, "sqrt": .root,
    "sum": .sum, "leq": .atMost, "le": .atMost, "geq": .atLeast, "ge": .atLeast, "neq": .notEqual,
    "ne": .notEqual, "lt": .less, "gt": .greater, "land": .and, "wedge": .and, "lor": .or,
    "vee": .or, "lnot": .bang, "neg": .bang, "top": .transpose, "intercal": .transpose,
    "to": .arrow, "mapsto": .arrow, "bmod": .modulo,
  ]

  private var commandName: String {
    guard peek == "\\" else { return "" }
    return String(characters[(position + 1)...].prefix(while: \.isASCIILetter))
  }

  /// Passes over a command of layout, if one stands here.
  mutating func skipLayout() -> Bool {
    if peek == "$", isAtEnd {
      position += 1
      return true
    }
    guard peek == "\\" else { return false }
    if let space = peek(1), ",;:! ".contains(space) {
      position += 2
      return true
    }
    let name = commandName
    guard Self.layout.contains(name) else { return false }
    position += 1 + name.count
    return true
  }

  /// Whether the character here is one of two $ around all.
  private var isAtEnd: Bool {
    guard let first = characters.firstIndex(where: { !$0.isBlank }),
      let last = characters.lastIndex(where: { !$0.isBlank }), first < last
    else { return false }
    return characters[first] == "$" && characters[last] == "$" && [first, last].contains(position)
  }

  /// `\sigma` and the like.
  mutating func command() -> Token.Kind {
    let name = commandName
    position += 1 + name.count
    if let symbol = Self.signs[name] { return .symbol(symbol) }
    if name == "infty" { return .broken(.unknownCharacter("∞")) }
    let isKnown =
      name == "sigma" || Function.named[name] != nil || Constant.named[name] != nil
    return isKnown ? .name(name == "sigma" ? "σ" : name) : .broken(.unknownCharacter("\\" + name))
  }
}
