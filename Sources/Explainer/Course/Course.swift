import Lab
import Presentation
import Synchronization

/// The lessons in their order, and what is wrong with those that cannot be read. Each file is read
/// when something of it is first asked for.
struct Course: Sendable {
  /// One file of the course, read.
  enum Entry: Equatable, Sendable {
    case lesson(Lesson)
    case broken(LessonError)

    fileprivate init(_ file: LessonFile) {
      do throws(LessonError) { self = .lesson(try Lesson(file)) } catch { self = .broken(error) }
    }

    fileprivate var lesson: Lesson? { if case .lesson(let lesson) = self { lesson } else { nil } }
  }

  private let shelf: Shelf

  init(_ files: [LessonFile]) { shelf = Shelf(files.sorted { $0.name < $1.name }) }

  var isEmpty: Bool { shelf.files.isEmpty }

  /// By the names of their files.
  var entries: [Entry] { shelf.files.indices.map(shelf.entry) }

  /// Those that can be taken.
  var lessons: [Lesson] { entries.compactMap(\.lesson) }

  /// The first of those that can be taken.
  var first: Lesson? { lessons(from: 0).first { _ in true } }

  /// Files that cannot be read.
  var errors: [LessonError] {
    entries.compactMap { if case .broken(let error) = $0 { error } else { nil } }
  }

  /// A file named after a lesson is looked into before all others.
  subscript(id: String) -> Lesson? {
    index(of: id).flatMap { shelf.entry($0).lesson }
  }

  private func index(of id: String) -> Int? {
    func isIt(_ index: Int) -> Bool { shelf.entry(index).lesson?.id == id }
    let named = shelf.files.indices.first { shelf.files[$0].name.hasSuffix("-\(id).md") }
    return named.flatMap { isIt($0) ? $0 : nil } ?? shelf.files.indices.first(where: isIt)
  }

  /// Those from a file on, read one after the other as they are asked for.
  private func lessons(from index: Int) -> some Sequence<Lesson> {
    shelf.files.indices.dropFirst(index).lazy.compactMap { shelf.entry($0).lesson }
  }

  /// The lesson meant by its id, the start of it, or its number in the course.
  func lesson(_ word: String) throws(CourseError) -> Lesson {
    if let exact = self[word] { return exact }
    let lessons = self.lessons
    if case .whole(let number) = WholeReading(word), number >= 1, number <= lessons.count {
      return lessons[number - 1]
    }
    let candidates = lessons.filter { $0.id.hasPrefix(word) }
    if let only = candidates.first, candidates.count == 1 { return only }
    guard candidates.isEmpty else {
      throw .ambiguousLesson(word, candidates: candidates.map(\.id))
    }
    if let broken = errors.first(where: { $0.file.contains(word) }) {
      throw .brokenLesson(broken)
    }
    throw .unknownLesson(word, nearest: nearest(to: word, in: lessons.map(\.id)))
  }

  /// The one that was on last, or the first after it that is not finished.
  func next(_ progress: Progress) -> Lesson? {
    func isOpen(_ lesson: Lesson) -> Bool { !progress[lesson.id].isFinished }
    let start = progress.last.flatMap(index) ?? 0
    return lessons(from: start).first(where: isOpen) ?? lessons(from: 0).first(where: isOpen)
  }

  /// The lesson after another.
  func lesson(after id: String) -> Lesson? {
    index(of: id).flatMap { lessons(from: $0 + 1).first { _ in true } }
  }
}

/// Lessons' files, and what has been read of them: a copy of a course need not read them again.
private final class Shelf: Sendable {
  let files: [LessonFile]
  private let read = Mutex<[Int: Course.Entry]>([:])

  init(_ files: [LessonFile]) { self.files = files }

  func entry(_ index: Int) -> Course.Entry {
    read.withLock { read in
      let entry = read[index] ?? Course.Entry(files[index])
      read[index] = entry
      return entry
    }
  }
}

extension Lesson {
  /// What progress keeps a step's question by: the step's id, with a number from the second on.
  static func questionKey(step: String, index: Int) -> String {
    index == 0 ? step : "\(step)/\(index + 1)"
  }

  /// The questions that are to be asked again, as a lesson of their own; nil if there are none.
  ///
  /// - Parameter today: days since 1970.
  static func review(of lessons: [Lesson], _ progress: Progress, on today: Int) -> Lesson? {
    let steps = lessons.flatMap { lesson in
      lesson.steps.flatMap { step in
        step.questions.indices.compactMap { index -> Step? in
          let key = questionKey(step: step.id, index: index)
          guard progress[lesson.id].questions[key]?.isDue(on: today) == true else { return nil }
          return step.asking(index, of: lesson)
        }
      }
    }
    guard !steps.isEmpty else { return nil }
    return gathered("review", "Questions to take again", steps, .review)
  }

  /// The questions that show how far somebody may begin into the course; nil if there are none.
  static func placement(of lessons: [Lesson]) -> Lesson? {
    let steps = lessons.compactMap { lesson in
      lesson.steps.first { $0.id == lesson.placement }?.asking(0, of: lesson)
    }
    guard !steps.isEmpty else { return nil }
    return gathered("placement", "Where to begin", steps, .placement)
  }

  /// Steps of several lessons as one.
  private static func gathered(
    _ id: String, _ title: String, _ steps: [Step], _ purpose: Purpose
  ) -> Lesson {
    Lesson(
      id: id, title: title, question: nil, minutes: nil, needs: [], teaches: [], video: nil,
      steps: steps, placement: nil, purpose: purpose, file: "", frontMatter: [:])
  }
}

extension Lesson.Step {
  /// The step up to one of its questions, without those before it.
  fileprivate func asking(_ index: Int, of lesson: Lesson) -> Lesson.Step {
    var parts: [Lesson.Part] = []
    var count = 0
    for part in self.parts where count <= index {
      if case .ask = part {
        count += 1
        guard count == index + 1 else { continue }
      }
      parts.append(part)
    }
    return Lesson.Step(
      id: id, title: title, line: line, parts: parts,
      origin: Lesson.Origin(lesson: lesson.id, step: id, question: index))
  }
}
