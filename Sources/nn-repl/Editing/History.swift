/// The lines typed so far, in this run and earlier ones.
///
/// The file is read when somebody first asks, which is after the first prompt has been drawn.
final class History {
  private let file: HistoryFile?
  private var loaded: [String]?

  /// - Parameter file: Where lines are kept between runs; nil keeps them for this run only.
  init(file: HistoryFile?) {
    self.file = file
  }

  /// Oldest first, each line once.
  var entries: [String] {
    if let loaded { return loaded }
    let entries = file?.load() ?? []
    loaded = entries
    return entries
  }

  /// How many entries are kept.
  var limit: Int { file?.limit ?? 10_000 }

  /// Adds a line as the latest, and takes out an older one like it. Blank lines are not kept, and
  /// what stands for another line is not either.
  ///
  /// - Returns: Whether it was kept.
  @discardableResult
  func add(_ line: String) -> Bool {
    // An entry may be of several lines; one that is empty at its end is none.
    let line = String(line.unicodeScalars.reversed().drop { $0 == "\n" }.reversed())
    guard line.contains(where: { !$0.isWhitespace }), HistoryRecall(line) == nil else {
      return false
    }
    var entries = entries
    guard entries.last != line else { return true }
    loaded = nil  // so that the array is not copied
    if let older = entries.lastIndex(of: line) { entries.remove(at: older) }
    entries.append(line)
    if entries.count > limit { entries.removeFirst() }
    loaded = entries
    file?.append(line)
    return true
  }

  /// The latest line that begins with some text and is longer.
  func latest(startingWith text: String) -> String? {
    entries.last { $0.utf8.count > text.utf8.count && $0.hasPrefix(text) }
  }
}
