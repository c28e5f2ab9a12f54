import Formulas
import Lab
import Presentation

// What is answered to words: a lesson's own help where one is on, else what can be typed.

extension Classroom {
  /// The reply to a line of words that could not be carried out; nil where it is no sentence, or what
  /// went wrong is said better by the error.
  package mutating func reply(
    toWords line: String, after error: some ExplainedError, host: any CourseHost
  ) -> Reply? {
    if error.isAboutWords(of: line), !beginsWithCommand(line), let reply = reply(toNumber: line) {
      return reply
    }
    if let reply = reply(toLetter: line, host) ?? reply(toRemark: line) { return reply }
    guard let sentence = Sentence(line), !isCommand(line) else { return nil }
    let isTaught = sentence.intent == .meaning && Glossary[sentence.subject] != nil
    let isInTable =
      sentence.intent != .other
      && (isTaught || sentence.isListed || !beginsWithCommand(line, takingWords: true))
    if !isInTable, !error.isAboutWords(of: line) { return nil }
    var next = self
    guard let reply = next.reply(to: sentence, line, error, host) else { return nil }
    self = next
    return reply
  }

  /// Whether all of a line is the name of a command, so that only the state was against it.
  private func isCommand(_ line: String) -> Bool {
    let word = line.trimmed.lowercased()
    return ClassroomCommand.all.contains { $0.name == word }
  }

  /// - Parameter takingWords: Whether only commands count that take words after their name; after
  ///   others, as in "move on", none can be meant for them.
  private func beginsWithCommand(_ line: String, takingWords: Bool = false) -> Bool {
    let first = SentenceReading.words(line).first
    return ClassroomCommand.all.contains {
      $0.name == first && !(takingWords && $0.declaration.usages == [$0.name])
    }
  }

  private mutating func reply(
    to sentence: Sentence, _ line: String, _ error: some ExplainedError, _ host: any CourseHost
  ) -> Reply? {
    switch sentence.intent {
    case .meaning, .show: reply(about: sentence, line, error)
    case .other: reply(toTalk: sentence, line)
    case .stuck, .solution, .why, .next, .skip, .back, .again, .whereAmI, .commands, .begin, .leave,
      .agree, .yes, .no, .thanks, .greeting, .slip:
      if course.fork != nil {
        words(SentencePhrases.playing, sentence)
      } else if course.isInLesson {
        lessonReply(to: sentence, host)
      } else {
        freeReply(to: sentence, host)
      }
    }
  }

  private func words(_ prose: Prose..., of sentence: Sentence) -> Reply {
    Reply(prose.map(Block.prose), facts: ["understood": .text(sentence.intent.rawValue)])
  }

  private func words(_ prose: Prose, _ sentence: Sentence) -> Reply { words(prose, of: sentence) }
}

// MARK: Numbers with words

extension Classroom {
  /// The reply to a number or a sum that is put in words, where none is asked; nil for other lines.
  private func reply(toNumber line: String) -> Reply? {
    if course.takesAnswers { return nil }
    guard let said = AnswerReading(line).said(on: bench) else {
      return AnswerReading.isLoose(line, on: bench) ? Reply(notUnderstood(line)) : nil
    }
    if !said.isNumber {
      return Reply([.prose(SentencePhrases.sum(said.formula, said.value))])
    }
    guard course.isInLesson, asked == nil else {
      return Reply([.prose(SentencePhrases.number(said.value))])
    }
    return Reply([.prose(course.player?.alreadyAnswered ?? SentencePhrases.numberUnasked)])
  }
}

// MARK: In a lesson

extension Classroom {
  /// The reply to "done" where something is still to be done, and to an amount in words where a number
  /// is asked.
  private func reply(toRemark line: String) -> Reply? {
    guard course.isInLesson, let asked else { return nil }
    let words = SentenceReading.words(line)
    switch asked.question.kind.answering {
    case .byCommands:
      return SentenceTable.claims.contains(words.joined(separator: " "))
        ? Reply([.prose(CoursePhrases.notThereYet)]) : nil
    case .byValue:
      let isAmount = !words.isEmpty && words.allSatisfy(SentenceTable.amounts.contains)
      guard Sentence(line).map({ $0.intent == .other }) ?? true else { return nil }
      return isAmount ? Reply(asked.question.kind.notUnderstood(line)) : nil
    case .byWords: return nil
    }
  }

  /// `n` and `b` are short for several commands; who turns pages means the next and the last one.
  private mutating func reply(toLetter line: String, _ host: any CourseHost) -> Reply? {
    guard course.isInLesson else { return nil }
    var reply: Reply
    let said: Prose
    switch line.trimmed.lowercased() {
    case "n": (reply, said) = (event(.next, host), SentencePhrases.letterN)
    case "b": (reply, said) = (event(.back, host), SentencePhrases.letterB)
    default: return nil
    }
    let told = [.prose(said)] + reply.blocks
    // What is shown stays a screen.
    if LessonPage.rows(of: told) <= LessonPage.mostRows { reply.blocks = told }
    return reply
  }

  /// The question that waits for an answer.
  private var asked: LessonPlayer.OpenQuestion? {
    guard let player = course.player, player.answered == nil else { return nil }
    return player.open
  }

  /// What is said to somebody who wants help where nothing is asked, or not any longer.
  private var nothingAsked: Prose {
    course.player?.alreadyAnswered ?? SentencePhrases.nothingAsked
  }

  private mutating func lessonReply(to sentence: Sentence, _ host: any CourseHost) -> Reply {
    let pointer = asked.map { CoursePhrases.howToAnswer($0.question) } ?? SentencePhrases.atTheEnd
    switch sentence.intent {
    case .stuck: return asked == nil ? words(nothingAsked, sentence) : help(host)
    case .why:
      return asked == nil
        ? words(SentencePhrases.askAWord(wordOfLesson), sentence) : help(host)
    case .solution:
      return asked == nil
        ? words(course.player?.alreadyAnswered ?? SentencePhrases.nothingToShow, sentence)
        : event(.solution, host)
    case .next, .agree, .begin: return event(.next, host)
    case .skip: return event(.skip, host)
    case .back: return event(.back, host)
    case .again: return event(.again, host)
    case .whereAmI: return event(.whereAmI, host)
    case .leave: return words(SentencePhrases.leave, sentence)
    case .slip: return words(SentencePhrases.slip, pointer, of: sentence)
    case .yes, .no:
      return asked == nil
        ? words(nothingAsked, sentence)
        : words(SentencePhrases.noYesOrNo, pointer, of: sentence)
    case .thanks: return words(SentencePhrases.welcome, pointer, of: sentence)
    case .greeting: return words(SentencePhrases.hello, pointer, of: sentence)
    case .commands, .meaning, .show, .other:
      return words(SentencePhrases.commands, pointer, of: sentence)
    }
  }

  /// One more hint; after the last the solution.
  private mutating func help(_ host: any CourseHost) -> Reply {
    let isLeft = asked.map { $0.hintsGiven < $0.question.hints.count } ?? false
    return event(isLeft ? .hint : .solution, host)
  }

  private mutating func event(_ event: LessonPlayer.Event, _ host: any CourseHost) -> Reply {
    do { return try handle(event, host) } catch { return Reply(error) }
  }

  /// A word that the lesson teaches, to ask about.
  private var wordOfLesson: String {
    let taught = course.player.map { $0.lesson.teaches } ?? []
    return taught.lazy.compactMap { Glossary[$0]?.term }.first ?? "neuron"
  }
}

// MARK: Outside

extension Classroom {
  private mutating func freeReply(to sentence: Sentence, _ host: any CourseHost) -> Reply {
    switch sentence.intent {
    case .next, .agree, .yes, .begin:
      if let next = course.upNext {
        do { return try startLesson(next, at: nil, host) } catch { return Reply(error) }
      }
      return words(SentencePhrases.free, sentence)
    case .why: return words(SentencePhrases.freeWords, sentence)
    case .again: return words(SentencePhrases.lastLine, sentence)
    case .leave: return words(SentencePhrases.quit, sentence)
    case .slip: return words(SentencePhrases.slip, sentence)
    case .thanks: return words(SentencePhrases.welcome, SentencePhrases.free, of: sentence)
    case .greeting: return words(SentencePhrases.hello, SentencePhrases.free, of: sentence)
    case .commands: return words(SentencePhrases.commands, sentence)
    case .stuck, .solution, .skip, .back, .whereAmI, .no, .meaning, .show, .other:
      return words(SentencePhrases.free, sentence)
    }
  }

  /// What `help` adds while a question is open.
  package var helpHere: [Block] {
    course.isInLesson && asked != nil ? [.prose(SentencePhrases.helpHere)] : []
  }
}

// MARK: About something

extension Classroom {
  private mutating func reply(
    about sentence: Sentence, _ line: String, _ error: some ExplainedError
  ) -> Reply? {
    let words = SentenceReading.words(sentence.subject)
    let prose =
      sentence.intent == .show ? shown(sentence.subject, words) : meaning(of: sentence.subject)
    if let prose = prose ?? Glossary.entry(in: words).map({ meaning($0) }) {
      return self.words(prose, sentence)
    }
    guard error.isAboutWords(of: line) else { return nil }
    if sentence.intent == .meaning, words.count == 1, SentenceReading.isTalk(line + "?") {
      return Reply(SentencePhrases.unknownWord(sentence.subject))
    }
    return Reply(notUnderstood(line))
  }

  /// Words that are in no table: the meaning of one of them where that may help, else what to type.
  private mutating func reply(toTalk sentence: Sentence, _ line: String) -> Reply {
    let words = SentenceReading.words(line)
    let asks =
      line.contains("?") || words.contains(where: SentenceTable.doubts.contains)
      || words.first.map(SentenceTable.askers.contains) == true
    if asks || asked == nil, command(for: words.prefix(1).filter { $0 != "help" }) == nil,
      let entry = Glossary.entry(in: words)
    {
      return self.words(meaning(entry), sentence)
    }
    return Reply(notUnderstood(line))
  }

  /// What a word means: one that the course teaches, a name, a command, a function, or a formula.
  private mutating func meaning(of subject: String) -> Prose? {
    if let entry = Glossary[subject] { return meaning(entry) }
    if let name = LayerName(subject), bench.names.value(of: subject) != nil {
      return SentencePhrases.layerName(subject, name.kind.note(name.layer))
    }
    if let command = ClassroomCommand.all.first(where: { $0.name == subject.lowercased() }) {
      return SentencePhrases.command(command.name, command.declaration.summary)
    }
    if let function = Function.named[subject] {
      return SentencePhrases.function(subject, function.note, function.usage)
    }
    guard (try? bench.value(of: FormulaLine(subject))) != nil else { return nil }
    return SentencePhrases.formula(subject)
  }

  /// What a word is that the course teaches, or that names numbers or a function.
  package func meaning(ofWord word: String) -> Prose? {
    var classroom = self
    let isName = word.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    guard isName, word.first?.isNumber == false,
      Glossary[word] != nil || bench.names.value(of: word) != nil
    else { return nil }
    return classroom.meaning(of: word)
  }

  private mutating func meaning(_ entry: Glossary.Entry) -> Prose {
    let lessons = (try? readCourse())?.lessons ?? []
    let teacher =
      lessons.first { $0.teaches.contains(entry.taughtAs) }
      ?? lessons.first { $0.id == entry.taughtAs }
    guard let teacher else { return entry.meaning }
    let isHere = course.player?.lesson.id == teacher.id
    return "\(entry.meaning) \(SentencePhrases.taught(teacher, here: isHere))"
  }

  /// What to type to see or do something: a command or a formula.
  private func shown(_ subject: String, _ words: [String]) -> Prose? {
    if let command = command(for: words) {
      return SentencePhrases.command(command.name, command.declaration.summary)
    }
    guard (try? bench.value(of: FormulaLine(subject))) != nil else { return nil }
    return SentencePhrases.formula(subject)
  }

  /// The command that words are about.
  private func command(for words: some Sequence<String>) -> ClassroomCommand? {
    for word in words {
      let name = SentenceTable.deeds[word] ?? word
      let names = [name] + (name.hasSuffix("s") ? [String(name.dropLast())] : [name + "s"])
      if let command = names.lazy.compactMap({ name in
        ClassroomCommand.all.first { $0.name == name }
      }).first {
        return command
      }
    }
    return nil
  }

  /// What is said to words that mean nothing here.
  private func notUnderstood(_ line: String) -> ErrorMessage {
    let words = SentenceReading.words(line)
    if let first = words.first, let command = command(for: [first]), command.name == first {
      let usage = command.declaration.examples.first ?? command.name
      return SentencePhrases.misspelled(line, first, usage)
    }
    if course.isInLesson, let asked { return asked.question.kind.notUnderstood(line) }
    if let command = command(for: words) {
      let usage = command.declaration.examples.first ?? command.name
      return SentencePhrases.meantCommand(line, command.name, usage)
    }
    return SentencePhrases.notUnderstood(line)
  }
}

extension ExplainedError {
  /// Whether the error says that the words of a line could not be read, rather than that something
  /// could not be done.
  fileprivate func isAboutWords(of line: String) -> Bool {
    if let error = self as? LabError { return error.isAboutWords(of: line) }
    guard let error = self as? CourseError else { return false }
    if case .lab(let inner) = error { return inner.isAboutWords(of: line) }
    return false
  }
}

extension LabError {
  fileprivate func isAboutWords(of line: String) -> Bool {
    let words = SentenceReading.words(line)
    // After a command's name there are words of a sentence, or else it is a command.
    if ClassroomCommand.all.contains(where: { $0.name == words.first }) {
      let rest = words.dropFirst()
      let isTalk = rest.count > 1 && rest.contains(where: CommonWords.hold)
      let isPronoun = rest.count == 1 && ["it", "this", "that"].contains(rest.first)
      guard isTalk || isPronoun || rest.contains(where: SentenceTable.fillers.contains) else {
        return false
      }
      if case .file = self { return false }
      return true
    }
    // A word or two may be a command with a letter too many.
    if case .unknownCommand(_, let nearest) = self { return nearest == nil || words.count > 2 }
    if case .formula(let error, _) = self { return !error.isForeign }
    if case .ambiguousCommand = self { return true }
    return words.count > 2
  }
}
