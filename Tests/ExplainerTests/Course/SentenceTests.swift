import Testing

@testable import Course
@testable import Explainer
@testable import Presentation

/// What learners say in words, and what is answered.
struct SentenceTests {
  /// As people say them: at a question they cannot answer, between steps, and at the free prompt.
  static let sentences = """
    I don't know
    i dont know
    I don’t know.
    dunno
    Dunno!
    idk
    IDK
    no idea
    No idea...
    i have no idea
    not sure
    I'm not sure about this one
    ?
    ??
    ???
    help me
    help me please
    Help!
    please help
    can you help me
    could you help me with this question
    I need help
    I'm stuck
    im stuck here
    I am totally lost
    give me a hint
    can I have a hint please
    a hint, please
    another hint
    hint please
    I need a clue
    what do I do now?
    what should I type
    what should i type here?
    What can I do?
    what now
    huh?
    what?
    what do you mean
    what does that mean?
    I don't understand
    i do not understand this at all
    I don't get it
    this makes no sense to me
    that's too hard for me
    I forgot
    I can't remember that
    why?
    Why
    why is that
    why is that so?
    why not
    but why?
    why though
    how come
    how do you know that
    what is the reason for this
    why does it do that
    why is it a 3 and not an 8
    explain
    explain that please
    can you explain it again
    what did I do wrong?
    why is that wrong
    is that right?
    am I right
    what is an activation?
    what's a neuron
    what are weights?
    what does bias mean
    what does a bias do?
    define gradient
    define: gradient
    Define the word epoch
    what is the sigmoid function
    what is sigma
    What is a hidden layer?
    what is the meaning of cost
    meaning of overfitting
    what do you mean by weighted sum
    tell me about backpropagation
    what was a pixel again?
    remind me what a matrix is
    what is a learning rate
    what is relu
    explain the chain rule
    explain what a mini-batch is
    I don't understand bias
    I still don't get what a layer is
    bias?
    what is W1
    what is a0?
    what does z1 stand for
    what is b2 for
    what is argmax
    what does classify do
    what is a transformer
    what is love
    how does training work
    how does the network learn
    how do I train the network
    how can I change a weight?
    how do i see the picture
    show me
    show me how
    show me the answer
    just show me the solution
    tell me the answer
    what's the answer?
    what is the right answer
    I give up
    i give up, tell me
    do it for me
    show me the weights
    show me W1
    show the picture
    can I see the digit again
    next
    Next!
    next please
    next question
    next step please
    go to the next step
    continue
    please continue
    go on
    go on please
    carry on
    keep going
    move on
    let's go on
    ok next
    what's next?
    and then?
    I'm ready
    I am done
    skip it
    skip this
    skip this question please
    can we skip this
    pass
    I don't want to answer that
    no thanks
    go back
    back please
    can I go back
    previous
    one step back
    again
    again please
    repeat
    can you repeat that
    repeat the question
    say that again
    once more
    what was the question?
    one more time please
    yes
    Yes.
    yes please
    yeah
    yep
    no
    No!
    nope
    not really
    I think so
    I don't think so
    maybe
    ok
    OK
    okay
    Okay, got it
    got it
    i see
    I understand now
    that makes sense
    cool
    wow
    wow, that is nice
    great!
    interesting
    thanks
    thank you
    Thank you very much!
    thx
    thanks for the help
    hello
    Hello!
    hi
    hi there
    hey
    good morning
    how are you?
    who are you
    are you a robot?
    what is this
    what is this program for?
    where am I
    where are we now?
    how much is left
    how many steps are there
    which lesson is this
    start
    start the lesson
    I want to learn
    teach me something
    what can you do?
    stop
    stop it
    I want to stop
    how do I quit
    how do i get out of here
    bye
    goodbye
    this is boring
    I'm tired
    enough for today
    the picture is too dark
    it looks like an eight to me
    the network is wrong here
    is it because of the bias?
    could it be the second layer
    I would say it is the loop
    there are more pixels on the left
    that was my guess too
    sorry, I pressed the wrong key
    oops
    my answer was right
    let me try something else
    can a network be wrong?
    does it always work?
    how sure is it?
    who made this?
    where do the numbers come from
    I like this
    this is fun
    plot the sigmoid for me
    train the network please
    undo my last change
    train it again with more digits
    mean of the outputs
    the largest output
    count the weights of layer one
    """.split(separator: "\n").map(String.init)

  /// Places at which they are said: lines that lead there.
  static let places: [[String]] = [
    [], ["lesson sample"], ["lesson sample numbers"], ["lesson sample choices"],
    ["lesson sample guesses"], ["lesson sample deeds"], ["lesson sample numbers", "784*16"],
    ["lesson sample", "play"],
  ]

  @Test func `there are two hundred of them`() {
    #expect(Self.sentences.count >= 200 && Set(Self.sentences).count == Self.sentences.count)
  }

  @Test(arguments: places) func `no sentence is met with grammar`(place: [String]) throws {
    var start = try session(with: file(soundLesson))
    for line in place { _ = start.play(line) }
    let grammar = [
      "operator is missing", "A product is written", "has no meaning here", "A value is missing",
      "There is no '", "doesn't fit here", "There is no function", "Bind it", "Unknown command",
      "No lesson is on", "There is no help on",
    ]
    for sentence in Self.sentences {
      var session = start
      let reply = session.reply(to: sentence, host: ScriptedHost())
      let shown = text(reply).replacing("\n", with: " ")
      #expect(reply.error?.excerpt == nil, "\(sentence): \(shown)")
      #expect(!grammar.contains { shown.contains($0) }, "\(sentence): \(shown)")
      #expect(!reply.isEmpty && !shown.isEmpty, "\(sentence)")
    }
  }

  @Test(
    arguments: [
      ("I don’t know.", .stuck, ""), ("could you please help me?", .stuck, ""), ("??", .stuck, ""),
      ("Show me the solution, please", .solution, ""), ("why though", .why, ""),
      ("Let's go on!", .next, ""), ("can we skip this one", .skip, ""),
      ("say that again", .again, ""),
      ("what's an activation?", .meaning, "activation"), ("define: Gradient", .meaning, "gradient"),
      ("what does the bias do here", .meaning, "bias"), ("show me W1", .show, "W1"),
      ("the picture is dark", .other, ""), ("W1*a0", nil, ""), ("3 4", nil, ""), ("x y", nil, ""),
      ("a1 b1", nil, ""), ("asdf", nil, ""), ("", nil, ""),
    ] as [(String, Sentence.Intent?, String)])
  func `words are told from formulas`(line: String, intent: Sentence.Intent?, subject: String) {
    let sentence = Sentence(line)
    #expect(sentence?.intent == intent && sentence?.subject ?? "" == subject, "\(line)")
  }

  @Test func `what is valid keeps its meaning`() throws {
    var session = try session(with: file(soundLesson))
    for name in ["next", "how", "ok", "no", "what"] {
      #expect(session.play("\(name) = 5", name).hasSuffix("5\n"))
    }
    #expect(session.play("help").contains("Look"))
    _ = session.play("lesson sample choices")
    #expect(session.play("help").contains("For the question here: hint, solution or skip."))
    #expect(session.play("hint").contains("Hint 1 of 2"))
    #expect(session.play("b").contains("Right"))
    #expect(session.play("hint").contains("That's answered already: b, ten. Press Enter"))
    #expect(session.play("I don't know").contains("That's answered already: b, ten."))
    #expect(session.play("next", "hint").contains("Hint 1 of 2"))
  }

  @Test func `at a question help is a ladder that ends with the answer`() throws {
    var session = try session(with: file(soundLesson))
    _ = session.play("lesson sample numbers")
    #expect(session.play("I don't know").contains("Hint 1 of 2"))
    #expect(session.play("help me").contains("Hint 2 of 2"))
    #expect(session.play("why?").contains("784*16 is 12,544"))
    #expect(session.play("what was the question?").contains("? How many weights lead"))
    // What has been shown need not be typed.
    var other = session
    #expect(other.play("ok").contains("? How many outputs are there?"))
    #expect(session.play("skip it, please").contains("? How many outputs are there?"))
    #expect(session.play("").contains("Answer first."))
    #expect(session.play("go back").contains("? How many weights"))
  }

  @Test func `between steps words go on, and show the step again`() throws {
    var session = try session(with: file(soundLesson))
    let step = session.play("lesson sample")
    #expect(session.play("dunno").contains("Nothing is asked here. Press Enter"))
    #expect(session.play("again, please") == step)
    #expect(session.play("thanks").contains("You're welcome."))
    #expect(session.play("next").contains("? How many weights"))
    #expect(session.prompt == "sample 2/5> ")
    let lab = session.state
    _ = session.play("repeat")
    #expect(session.state == lab)
  }

  @Test func `a word that the course teaches is told with its lesson`() throws {
    func said(_ lines: String...) throws -> String {
      var session = try bundledSession()
      let reply = lines.reduce(Reply()) { session.reply(to: $1, host: ScriptedHost()) }
      return text(reply, columns: 400)
    }
    #expect(try said("what is an activation?").contains("More in lesson neurons."))
    #expect(try said("lesson bias", "what's a bias").contains("This lesson is about it."))
    #expect(try said("what does W1 mean").contains("the weights into layer 1"))
    #expect(try reply("what is love").error?.message == "The course has no word 'love'.")
    let files = try bundledSession().classroom.lessonFiles
    let lessons = Course(files).lessons
    for entry in Glossary.entries {
      #expect(
        lessons.contains { $0.teaches.contains(entry.taughtAs) || $0.id == entry.taughtAs },
        "\(entry.term)")
      #expect(entry.meaning.text.hasSuffix("."))
    }
  }

  @Test func `every term of a lesson can be asked about`() throws {
    var session = try bundledSession()
    for lesson in Course(session.classroom.lessonFiles).lessons {
      for word in lesson.teaches {
        let reply = session.reply(to: "what does \(word) mean?", host: ScriptedHost())
        #expect(reply.error == nil, "\(word)")
      }
    }
  }
}
