import Lab
import Presentation

/// The lessons in their order, and what is wrong with those that cannot be read.
struct Course: Sendable {
  /// One file of the course, read.
  enum Entry: Equatable, Sendable {
    case lesson(Lesson)
    case broken(LessonError)
  }

  /// By the names of their files.
  let entries: [Entry]

  init(_ files: [LessonFile]) {
    entries = files.sorted { $0.name < $1.name }.map { file in
      do throws(LessonError) { return .lesson(try Lesson(file)) } catch { return .broken(error) }
    }
  }

  /// Those that can be taken.
  var lessons: [Lesson] {
    entries.compactMap { if case .lesson(let lesson) = $0 { lesson } else { nil } }
  }

  /// Files that cannot be read.
  var errors: [LessonError] {
    entries.compactMap { if case .broken(let error) = $0 { error } else { nil } }
  }

  subscript(id: String) -> Lesson? { lessons.first { $0.id == id } }

  /// The lesson meant by its id, the start of it, or its number in the course.
  func lesson(_ word: String) throws(CourseError) -> Lesson {
    let lessons = self.lessons
    if let exact = self[word] { return exact }
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
    let lessons = self.lessons
    guard !lessons.isEmpty else { return nil }
    let start = lessons.firstIndex { $0.id == progress.last } ?? 0
    return (lessons[start...] + lessons[..<start]).first { !progress[$0.id].isFinished }
  }

  /// The lesson after another.
  func lesson(after id: String) -> Lesson? {
    let lessons = self.lessons
    guard let index = lessons.firstIndex(where: { $0.id == id }), index + 1 < lessons.count else {
      return nil
    }
    return lessons[index + 1]
  }
}

extension Lesson {
  /// What progress keeps a step's question by: the step's id, with a number from the second on.
  static func questionKey(step: String, index: Int) -> String {
    index == 0 ? step : "\(step)/\(index + 1)"
  }

  /// The questions that were missed and not got right since, as a lesson of their own; nil if there
  /// are none.
  static func review(of lessons: [Lesson], _ progress: Progress) -> Lesson? {
    let steps = lessons.flatMap { lesson in
      lesson.steps.flatMap { step in
        step.questions.indices.compactMap { index -> Step? in
          let key = questionKey(step: step.id, index: index)
          guard progress[lesson.id].questions[key]?.isOpen == true else { return nil }
          return step.asking(index, of: lesson)
        }
      }
    }
    guard !steps.isEmpty else { return nil }
    return Lesson(
      id: "review", title: "Questions to take again", minutes: nil, needs: [], teaches: [],
      video: nil, steps: steps, file: "", frontMatter: [:])
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
