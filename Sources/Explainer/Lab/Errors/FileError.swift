import Presentation

/// What the world said about a file.
public enum FileError: Error, Equatable, Sendable {
  /// What is no ordinary file, so that nothing is read from it and nothing replaces it.
  public enum Special: Equatable, Sendable {
    case pipe, device, socket, other
  }

  case notFound(String)
  case isFolder(String)
  case notAllowed(String)
  case tooLarge(String, limit: Int)
  case special(String, Special)
  /// Something before the last part of a path is a file.
  case throughFile(String)
  /// The folder is named, not the file in it.
  case noFolder(String)
  case notAFolder(String)
  case folderNotAllowed(String)
  case readOnly(String)
  case diskFull(String)
  case nameTooLong(String)
  case linksInCircle(String)
  case tooManyOpen(String)
  /// Any other failure, with the system's own words for it.
  case failed(String, reason: String)
}

extension FileError: ExplainedError {
  /// What the person is told.
  public var explanation: ErrorMessage { ErrorMessage(message, hint) }

  private var message: String {
    switch self {
    case .notFound(""): "A file needs a name."
    case .notFound(let path): "There is no file \(path.shownPath)."
    case .isFolder(let path): "\(path.shownPath) is a folder."
    case .notAllowed(let path), .folderNotAllowed(let path): "You may not use \(path.shownPath)."
    case .tooLarge(let path, let limit):
      "\(path.shownPath) is larger than \(limit.size)."
    case .special(let path, let kind): "\(path.shownPath) is \(kind.title), not an ordinary file."
    case .throughFile(let path): "A part of \(path.shownPath) is a file, not a folder."
    case .noFolder(let path): "There is no folder \(path.shownPath)."
    case .notAFolder(let path): "\(path.shownPath) is not a folder."
    case .readOnly(let path): "\(path.shownPath) is on a disk that can only be read."
    case .diskFull(let path): "\(path.shownPath) was not written: the disk is full."
    case .nameTooLong(let path): "The name \(path.shownPath) is too long."
    case .linksInCircle(let path): "The links at \(path.shownPath) go round in circles."
    case .tooManyOpen(let path): "\(path.shownPath) can't be opened: too many files are open."
    case .failed(let path, let reason): "\(path.shownPath): \(reason)."
    }
  }

  private var hint: Prose {
    switch self {
    case .notFound(""): "Type it after the command."
    case .notFound: "Check its name; Tab completes it."
    case .isFolder: "Give the name of a file in it."
    case .notAllowed: "Change its permissions or its folder's, or give another name."
    case .folderNotAllowed: "Change that folder's permissions, or give another."
    case .tooLarge: "Give a smaller file."
    case .throughFile: "Check the path; Tab completes it."
    case .noFolder: "Check its name, or make it first."
    case .notAFolder: "Give the name of a folder."
    case .readOnly: "Give a place that can be written."
    case .diskFull: "Make room, then try again."
    case .nameTooLong: "Give a shorter one."
    case .special, .linksInCircle: "Give another name."
    case .tooManyOpen: "Close some programs, then try again."
    case .failed: "Nothing was changed."
    }
  }
}

extension String {
  /// A path in one line, its end in any case, which says most.
  fileprivate var shownPath: String {
    let clean = String(unicodeScalars.prefix(5_000)).withoutControls
    let scalars = clean.unicodeScalars
    guard scalars.count > 120 else { return clean }
    return String(scalars.prefix(40)) + "…" + String(scalars.suffix(79))
  }
}

extension Int {
  /// Bytes in the largest unit of which there is one.
  var size: String {
    if self >= 1 << 20 { return "\(Number.grouped(self >> 20)) MB" }
    return self >= 1 << 10 ? "\(self >> 10) kB" : "\(self) bytes"
  }
}

extension FileError.Special {
  fileprivate var title: String {
    switch self {
    case .pipe: "a pipe"
    case .device: "a device"
    case .socket: "a socket"
    case .other: "something special"
    }
  }
}
