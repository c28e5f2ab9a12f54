extension Character {
  /// One of 0 to 9 and nothing else that Unicode counts as a digit.
  package var isASCIIDigit: Bool { asciiValue.map { 48...57 ~= $0 } ?? false }
}
