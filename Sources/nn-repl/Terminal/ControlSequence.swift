/// A complete sequence `ESC [ parameters final`, as keys, mice and reports send it.
struct ControlSequence {
  /// The bytes between the bracket and the last.
  var parameters: [UInt8]
  /// The last byte, which names what it is.
  var final: UInt8

  /// The number at a position of the list between semicolons; 0 where there is none.
  func number(_ position: Int) -> Int {
    let numbers = numbers
    return position < numbers.count ? numbers[position] : 0
  }

  /// All numbers of the list.
  var numbers: [Int] {
    let digits = parameters.drop { $0 >= 0x3c }
    return digits.split(separator: 0x3b, omittingEmptySubsequences: false).map { field in
      field.reduce(0) { value, byte in
        (0x30...0x39).contains(byte) ? min(value * 10 + Int(byte) - 0x30, 100_000) : value
      }
    }
  }

  /// The key it stands for; nil for what is not a key.
  var key: Key? {
    if let first = parameters.first, first >= 0x3c {
      return first == 0x3c ? mouse.map(Key.mouse) : nil
    }
    switch final {
    case 0x7e: return numberedKey
    case 0x5a: return .backTab
    case 0x43 where isModified: return .wordRight
    case 0x44 where isModified: return .wordLeft
    // A cursor report ends like F3; only with one parameter or a modifier is it the key.
    case 0x52 where number(0) > 1: return nil
    default: return final == 0x4d ? nil : KeyDecoder.functionKeys[final]
    }
  }

  /// Whether Alt or Ctrl was held, which move by words; Shift alone does not.
  private var isModified: Bool { number(1) > 2 }

  private var numberedKey: Key? {
    switch number(0) {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case let number where (11...15).contains(number): .function(number - 10)
    case let number where (17...21).contains(number): .function(number - 11)
    case let number where (23...24).contains(number): .function(number - 12)
    default: nil
    }
  }

  /// A report in SGR form: `ESC [ < button ; column ; row M`, or `m` when the button is released.
  private var mouse: MouseReport? {
    guard final == 0x4d || final == 0x6d, number(1) > 0, number(2) > 0 else { return nil }
    let code = number(0)
    let buttons: [MouseReport.Button] = [.left, .middle, .right, .none]
    let action: MouseReport.Action
    switch (code & 0x40 != 0, code & 0x20 != 0) {
    case (true, _): action = code & 1 == 0 ? .wheelUp : .wheelDown
    case (_, true): action = code & 3 == 3 ? .move : .drag
    default: action = final == 0x4d ? .press : .release
    }
    let button = code & 0x40 != 0 ? .none : buttons[code & 3]
    return MouseReport(
      action: action, button: button, column: number(1) - 1, row: number(2) - 1,
      isShifted: code & 4 != 0)
  }
}
