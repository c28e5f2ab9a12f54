// What the keys of a screen do, in a row below it or in a sentence.

/// Keys of one label: the way back and forth shares one.
struct LegendItem {
  var keys: [String]
  let label: String
}

extension [LegendItem] {
  /// What is to be mentioned, neighbours of the same label as one.
  init(_ mentions: [KeyMention], isShort: Bool, usesSigns: Bool) {
    self = []
    for mention in mentions {
      guard let label = (isShort ? mention.shortLabel : nil) ?? mention.label else { continue }
      let names = usesSigns ? mention.signs : mention.names
      let shortest = names.min { $0.count < $1.count }
      let key = (isShort ? shortest : nil) ?? names[0]
      if last?.label == label {
        self[count - 1].keys.append(key)
      } else {
        append(LegendItem(keys: [key], label: label))
      }
    }
  }

  init<Action>(_ bindings: [KeyBinding<Action>], isShort: Bool, usesSigns: Bool) {
    self.init(bindings.map(KeyMention.init), isShort: isShort, usesSigns: usesSigns)
  }
}

extension TextRenderer {
  /// What keys do, as lines without line feeds.
  public func legend<Action>(of bindings: [KeyBinding<Action>]) -> [String] {
    legendLines(of: bindings).map { Painter(capabilities).paint($0) }
  }

  /// The same to be painted. Shorter words, where there are any, keep it to one line.
  func legendLines<Action>(of bindings: [KeyBinding<Action>]) -> [Line] {
    let lines = legendLines(of: bindings, isShort: false)
    let canBeShort = bindings.contains { $0.shortLabel != nil }
    return lines.count > 1 && canBeShort ? legendLines(of: bindings, isShort: true) : lines
  }

  private func legendLines<Action>(of bindings: [KeyBinding<Action>], isShort: Bool) -> [Line] {
    legendLines(of: [LegendItem](bindings, isShort: isShort, usesSigns: capabilities.unicode))
  }

  /// As many items in a line as fit.
  func legendLines(of items: [LegendItem]) -> [Line] {
    let gap = Span("  ")
    return items.reduce(into: [Line]()) { lines, item in
      let piece = speakable("\(code: item.keys.joined(separator: " ")) \(item.label)")
      if let last = lines.last, last.width + gap.text.count + piece.width <= capabilities.columns {
        lines[lines.count - 1] += [gap] + piece
      } else {
        lines.append(piece)
      }
    }
  }

  /// What stands below a page that more lines follow; short enough for 40 columns.
  public func pause(linesLeft: Int) -> String {
    let dash = capabilities.unicode ? "—" : "-"
    let keys = [LegendItem](PagerAction.bindings, isShort: false, usesSigns: false)
      .map { "\($0.keys[0]) \($0.label)" }.joined(separator: ", ")
    return render(Prose("\(dash) \(linesLeft) more: \(keys) \(dash)", .faint))
  }
}

extension Prose {
  /// What keys do, to stand in a sentence: `Left` `Right` another neuron, `q` leave.
  package init<Action>(keys bindings: [KeyBinding<Action>]) {
    let items = [LegendItem](bindings, isShort: false, usesSigns: false).map { item in
      item.keys.reduce(Prose([])) { $0 + Prose($1, .code) + " " } + Prose(item.label)
    }
    self = items.dropFirst().reduce(items.first ?? Prose([])) { $0 + ", " + $1 }
    isForEyes = true
  }
}
