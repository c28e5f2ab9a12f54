extension [UInt8] {
  /// The bytes of a text without the mark that some editors put before it. It is no part of the text.
  public var withoutByteOrderMark: ArraySlice<UInt8> {
    starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self[...]
  }
}
