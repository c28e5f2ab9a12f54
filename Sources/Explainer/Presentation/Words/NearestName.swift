/// The candidate that a learner most likely meant: the nearest by letters to insert, drop, change
/// or swap, if it is near at all. Upper and lower case differ by half a letter.
///
/// - Returns: nil if more than a third of the word would have to change, or one letter of a word
///   of two; of equals the first in alphabetical order.
public func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
  let letters = Array(word)
  guard letters.count <= 40 else { return nil }
  let most = letters.count <= 2 ? 1 : 2 * max(1, letters.count / 3)
  return
    candidates
    .map { (name: $0, distance: editDistance(letters, Array($0))) }
    .filter { $0.distance <= most }
    .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?
    .name
}

/// Twice the letters to change: the distance of Damerau and Levenshtein (optimal string
/// alignment), a change of case counting one.
func editDistance(_ from: [Character], _ to: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = (0...to.count).map { 2 * $0 }
  for (i, a) in from.enumerated() {
    var row = [2 * (i + 1)]
    for (j, b) in to.enumerated() {
      let change = a == b ? 0 : a.lowercased() == b.lowercased() ? 1 : 2
      var best = min(last[j] + change, last[j + 1] + 2, row[j] + 2)
      if i > 0, j > 0, a == to[j - 1], b == from[i - 1] { best = min(best, beforeLast[j - 1] + 2) }
      row.append(best)
    }
    beforeLast = last
    last = row
  }
  return last[to.count]
}
