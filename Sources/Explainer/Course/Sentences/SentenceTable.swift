/// What people say at the prompt, by what they want. All of it is compared without capitals, signs,
/// articles and polite words.
enum SentenceTable {
  /// Whole sentences.
  private static let phrasings: [(Sentence.Intent, String)] = [
    (
      .stuck,
      """
      I don't know / I do not know / dont know / dunno / idk / I dunno / no idea / I have no
      idea / no clue / I have no clue / not sure / I'm not sure / I am not sure / unsure /
      help / help me / I need help / help me out / any help / I'm stuck / stuck / I am stuck
      / I'm lost / I am lost / lost / hint / a clue / clue / another hint / one more hint /
      more hints / next hint / any hints / hints / I give up thinking / I don't understand /
      I do not understand / I don't get it / I don't get this / I don't understand this / I
      don't understand that / I don't understand it / I don't understand the question /
      don't understand / don't get it / I'm confused / I am confused / confused / this is
      confusing / what / wat / wut / huh / eh / uh / hm / um / what now / now what / what do I do / what
      do I do now / what should I do / what should I do now / what am I supposed to do /
      what do you mean / what does that mean / what does this mean / what does it mean / how
      / how do I do that / how do I do this / how do I do it / how does that work / how does
      this work / how do I answer / how do I answer this / too hard / this is hard / this is
      too hard / it's too hard / that's hard / who knows / beats me / I can't / I can't do
      it / I can't do this / I forgot / I forget / I don't remember / can't remember / pass
      me a hint / what is it / what is this / what is that / what's this / what's that / I'm
      not following / I don't follow / wtf / say what / maybe / that's too hard / that's
      difficult / this makes no sense / it makes no sense / makes no sense / where do I
      start / assist me
      """
    ),
    (
      .solution,
      """
      show me / show me how / show it / show me it / show answer / show me the answer / show
      the solution / show me the solution / solution / answer / tell me / tell me the answer
      / tell me the solution / what is the answer / what's the answer / what is the solution
      / what's the solution / what is the right answer / I give up / give up / giving up /
      reveal / reveal it / reveal the answer / solve it / solve this / solve it for me / do
      it for me / you do it / you tell me / just tell me / how is it done / what is right /
      what's right / what would be right / surrender / enlighten me / I surrender / right
      answer / correct answer / what is the correct answer
      """
    ),
    (
      .why,
      """
      why / why is that / why is that so / why so / why is it so / why not / how come / but
      why / why that / why is this / why is this so / explain / explain that / explain this
      / explain it / explain why / explain that again / tell me why / what for / how so /
      for what reason / what's the reason / what is the reason / I wonder why / why was that
      wrong / why is that wrong / why is it wrong / why wrong / what's wrong / what is wrong
      / what did I do wrong / is that right / is this right / am I right / why is that right
      / who says so / how do you know / how do we know that / says who
      """
    ),
    (
      .next,
      """
      next / next one / next step / next question / next please / continue / go on / carry
      on / keep going / move on / proceed / go ahead / go / onward / onwards / forward
      please / let's go / let's go on / let's continue / go further / further / more / show
      more / and then / what's next / what is next / what next / what comes next / I'm ready
      / I am ready / ready / I'm done / I am done / finished / I'm finished / done with this
      / next page / go to the next step / go to next / enter / press enter / resume / keep
      on / go forward / ok next / ok go on / ok continue / yes continue / yes go on / yes
      next / read on / what happens next
      """
    ),
    (
      .skip,
      """
      skip / skip it / skip this / skip that / skip this one / skip this question / skip the
      question / skip this step / skip question / skip step / skip ahead / pass / I pass /
      pass on this / pass on this one / leave it out / leave this out / next without answer
      / don't want to answer / I don't want to answer / don't care / I don't care / no
      thanks / no thank you / not this one / whatever / jump over it
      """
    ),
    (
      .back,
      """
      back / go back / back up / previous / previous step / previous page / last step / one
      step back / go to the previous step / take me back / return / go
      backwards / before / the one before / page back / turn back
      """
    ),
    (
      .again,
      """
      again / repeat / repeat that / repeat it / repeat this / repeat the question / repeat
      please / once more / one more time / say that again / say it again / say again / show
      again / show it again / show that again / show me again / show the question / show me
      the question / what was the question / what is the question / what's the question /
      what was that / what was that again / pardon / pardon me / come again / sorry what /
      what did you say / the question again / question / the picture again / show the
      picture again / show me the picture again / reprint / print it again / read it again /
      from the start of this step / do it again / redo it please / try again / let me try
      again / another try
      """
    ),
    (
      .whereAmI,
      """
      where am I / where are we / where was I / where were we / how far am I / how far have
      I come / how much is left / how long is this / how many steps are left / how many
      steps / how many steps are there / which step is this / what step am I on / which
      lesson is this / what lesson is this / my progress / progress / am I done / are we
      done / are we there yet / how much more / how long is it / is this the end / is that
      all / is that it
      """
    ),
    (
      .commands,
      """
      what can I do / what can I type / what can I say / what can you do / what can I ask /
      what do I type / what should I type / what commands are there / commands / which
      commands are there / list commands / list the commands / show commands / show me the
      commands / how does this program work / how do I use this / how to use this / usage /
      manual / instructions / options / menu / what are my options / man / documentation /
      docs / tutorial help / what are the commands / what else can I do / who are you / what
      are you / are you a bot / are you human / are you there / is anybody there / anybody
      there / can you hear me / what is this program / guide me / what is this for / what
      does this do / are you a robot / how does it work
      """
    ),
    (
      .begin,
      """
      start / begin / start the lesson / begin the lesson / start lesson / start the course
      / begin the course / start learning / teach me / teach me something / I want to learn
      / learn / let's start / let's begin / let's learn / tutorial / course / the course /
      first lesson / next lesson / the next lesson / start over / show me around / intro /
      introduction / how do I start / how do I begin / where do I begin / get started /
      getting started / I'm new / I am new here / I'm new here / new here / start the first
      lesson / start the next lesson / begin the first lesson
      """
    ),
    (
      .leave,
      """
      stop / stop it / stop this / stop the lesson / end / end the lesson / end this / leave
      the lesson / leave this lesson / leave lesson / exit / exit lesson / exit the lesson /
      quit the lesson / quit lesson / bye / goodbye / good bye / bye bye / see you / see you
      later / close / close it / cancel / abort / I want out / get me out / get me out of
      here / let me out / how do I get out / how do I get / how do I quit / how do I exit /
      how do I leave / how do I stop / I want to stop / I'm tired / I'm bored / boring /
      this is boring / enough / that's enough / enough for today / later / good night / take
      a break / pause / logout / log out / shut down / quit the program / exit the program /
      I have to go / I must go
      """
    ),
    (
      .agree,
      """
      ok / okay / k / kk / okey / alright / all right / fine / good / great / nice / cool /
      wow / awesome / amazing / interesting / got it / I got it / I get it / I see /
      understood / I understand / understand / makes sense / that makes sense / sure / of
      course / right / true enough / I know / I know that / clear / all clear / aha / ah /
      oh / oh I see / ah ok / perfect / good to know / very nice / roger / noted / sounds
      good / that's cool / that's nice / that's interesting / neat / lovely / yay / hooray /
      I did it / got that / yep got it / easy / that was easy / well done / haha / lol /
      excellent / brilliant / not bad / wonderful / super / agreed / I agree
      """
    ),
    (
      .yes,
      """
      yes / yeah / yep / yup / y / ja / yes please / yes I do / yes it is / yes it does / I
      do / definitely / absolutely / certainly / true / correct / that's right / I think so
      / I guess so / probably
      """
    ),
    (
      .no,
      """
      no / nope / nah / nein / no it isn't / no it is not / no it doesn't / no I don't / not
      really / never / false / wrong / that's wrong / I don't think so / probably not / no
      way / of course not / not yet / not at all / I disagree
      """
    ),
    (
      .thanks,
      """
      thanks / thank you / thx / ty / thanks a lot / thank you very much / many thanks /
      thanks so much / much appreciated / cheers / great thanks / ok thanks / thank you so
      much / I appreciate it / thanks for the help / thanks for your help / danke / merci
      """
    ),
    (
      .greeting,
      """
      hello / hi / hey / hiya / hello there / hi there / hey there / good morning / good
      afternoon / good evening / greetings / howdy / yo / moin / hallo / how are you / how
      are you doing / what's up / sup / nice to meet you / hello world / good day / test /
      testing / is this thing on / how is it going / hows it going
      """
    ),
    (
      .slip,
      """
      oops / whoops / oh no / sorry / my mistake / my bad / typo / wrong key / I pressed the
      wrong key / that was a mistake / I made a mistake / that was wrong / damn / undo that
      / undo it / undo my last change / take it back / take that back
      """
    ),
  ]

  /// What people say who think that a task is done, in words without signs.
  static let claims: Set<String> = [
    "done", "is it done", "am i done", "im done", "finished", "im finished", "is it ready", "ready",
    "all done", "i am done", "i did it", "i have done it", "did it",
  ]

  /// Words that say how much, and no number.
  static let amounts = Set(
    """
    a an the very quite rather pretty really too so not many few little lot lots much some several
    small tiny huge high higher low lower big bigger large larger less more bright brighter dark
    darker close near nearly almost nothing far fully none all any enough any most
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// The words of phrases, as the words of a line come out.
  static func keys(_ phrases: [String]) -> [[String]] {
    phrases.map(key).sorted { $0.count > $1.count }
  }

  static func key(_ phrase: String) -> [String] {
    let words = SentenceReading.words(phrase)
    let plain = words.filter { !fillers.contains($0) }
    return plain.isEmpty ? words : plain
  }

  /// By the words of a sentence.
  static let intents: [[String]: Sentence.Intent] = {
    var intents: [[String]: Sentence.Intent] = [:]
    for (intent, sentences) in phrasings {
      for sentence in sentences.split(separator: "/").map(String.init) {
        for words in [SentenceReading.words(sentence), key(sentence)] where intents[words] == nil {
          intents[words] = intent
        }
      }
    }
    return intents
  }()
}
