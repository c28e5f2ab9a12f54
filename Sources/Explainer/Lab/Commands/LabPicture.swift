import Core
import Presentation

/// A picture that the learner named, and the digits in it.
struct LabPicture {
  /// Its name, as it was typed.
  let path: String
  /// Pixels across, in the file.
  let width: Int
  /// Pixels down, in the file.
  let height: Int
  let stages: PictureStages

  /// Reads it and looks for what was written in it.
  init(_ path: String, _ host: any Host) throws(LabError) {
    let bytes = try host.contents(of: path, limit: PictureFile.fileLimit)
    do {
      let picture = try PictureFile.read(bytes)
      (width, height) = (picture.width, picture.height)
      stages = try PictureStages(picture)
    } catch { throw .unreadablePicture(file: path, error) }
    self.path = path
  }

  /// All that was written, as the digit that every command works on.
  var current: CurrentDigit {
    CurrentDigit(stages.digit.digit, label: nil, origin: path.excerpt)
  }

  /// What was found, what was left out, and how the strokes of some of its digits were changed.
  func findings(of digits: [WrittenDigit]) -> Prose {
    var words: [String] = [
      stages.hasDarkInk ? "Dark ink on light paper." : "Light ink on dark paper."
    ]
    if stages.specks > 0 {
      words.append("\(counted(stages.specks, "speck")) \(wasOrWere(stages.specks)) left out.")
    }
    if stages.atRim > 0 {
      words.append(
        "\(counted(stages.atRim, "piece")) along the rim \(wasOrWere(stages.atRim)) left out.")
    }
    if digits.contains(where: { $0.stroke == .thickened }) {
      words.append("Thin strokes were thickened.")
    }
    if digits.contains(where: { $0.stroke == .thinned }) {
      words.append("Thick strokes were thinned.")
    }
    return Prose(words.joined(separator: " "))
  }

  /// Where several digits stand side by side, how each is read.
  var reminder: Prose? {
    let count = stages.row.count
    guard count > 1 else { return nil }
    return
      "It looks like \(count) digits: \(code: "read \(Words.quotedIfNeeded(path))") reads each."
  }

  /// What programs are told of it.
  var facts: [String: Fact] {
    [
      "width": .integer(width), "height": .integer(height),
      "ink": .text(stages.hasDarkInk ? "dark" : "light"), "specks": .integer(stages.specks),
      "rim": .integer(stages.atRim),
    ]
  }
}

extension WrittenDigit {
  /// Where in the picture it is, in shares of its width and height from the top left.
  func box(in picture: InkImage) -> Fact {
    func share(_ pixels: Int, _ all: Int) -> Fact { .precise(Double(pixels) / Double(all)) }
    return .object([
      "left": share(columns.lowerBound, picture.width),
      "right": share(columns.upperBound + 1, picture.width),
      "top": share(rows.lowerBound, picture.height),
      "bottom": share(rows.upperBound + 1, picture.height),
    ])
  }
}
