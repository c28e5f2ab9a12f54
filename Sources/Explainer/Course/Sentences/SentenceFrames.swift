/// How sentences about something are put, and which of their words say nothing.
extension SentenceTable {
  /// Sentences about something, by what stands before it and after it. The first that fits counts.
  private static let frames: [(Sentence.Intent, before: String, after: String)] = [
    (.meaning, "what does", "mean"), (.meaning, "what do", "mean"), (.meaning, "what did", "mean"),
    (.meaning, "what does", "stand for"), (.meaning, "what do", "stand for"),
    (.meaning, "what does", "do"), (.meaning, "what do", "do"), (.meaning, "what is", "for"),
    (.meaning, "what are", "for"), (.meaning, "what is", "good for"),
    (.meaning, "what is meant by", ""), (.meaning, "what is the meaning of", ""),
    (.meaning, "what is the definition of", ""), (.meaning, "what is", "called"),
    (.meaning, "what is", "about"), (.meaning, "what was", "again"), (.meaning, "what was", ""),
    (.meaning, "what is", "again"), (.meaning, "what is", "exactly"),
    (.meaning, "what exactly is", ""),
    (.meaning, "what exactly are", ""), (.meaning, "what is", ""), (.meaning, "what are", ""),
    (.meaning, "what's", ""), (.meaning, "whats", ""), (.meaning, "what", "means"),
    (.meaning, "what means", ""), (.meaning, "what", "is"), (.meaning, "what", "are"),
    (.meaning, "how does", "work"), (.meaning, "how do", "work"), (.meaning, "define", ""),
    (.meaning, "definition of", ""), (.meaning, "definition", ""), (.meaning, "meaning of", ""),
    (.meaning, "the meaning of", ""), (.meaning, "explain what", "is"),
    (.meaning, "explain what", "are"), (.meaning, "explain what", "means"),
    (.meaning, "explain", ""),
    (.meaning, "I don't know what", "is"), (.meaning, "I don't know what", "means"),
    (.meaning, "I forgot what", "is"), (.meaning, "I forgot what", "means"),
    (.meaning, "I don't understand", ""), (.meaning, "I don't get", ""),
    (.meaning, "remind me what", "is"),
    (.meaning, "what about", ""), (.meaning, "tell me about", ""), (.meaning, "about", ""),
    (.meaning, "tell me more about", ""), (.meaning, "more about", ""),
    (.meaning, "why is it called", ""),
    (.meaning, "tell me what", "is"), (.meaning, "tell me what", "means"),
    (.meaning, "help with", ""),
    (.meaning, "I need help with", ""), (.meaning, "why do we need", ""),
    (.meaning, "why", "needed"),
    (.show, "show me", ""), (.show, "show", ""), (.show, "display", ""), (.show, "print", ""),
    (.show, "look at", ""), (.show, "let me see", ""), (.show, "where is", ""),
    (.show, "where are", ""),
    (.show, "can I see", ""), (.show, "how do I see", ""), (.show, "how can I see", ""),
    (.show, "I want to see", ""), (.show, "see", ""), (.show, "list", ""), (.show, "how do I", ""),
    (.show, "how can I", ""), (.show, "how to", ""), (.show, "how would I", ""),
    (.show, "give", ""),
    (.show, "calculate", ""), (.show, "compute", ""), (.show, "I want to", ""), (.why, "why", ""),
    (.why, "how come", ""),
  ]

  /// Words that add nothing to what is wanted.
  static let fillers: Set<String> = [
    "a", "an", "the", "please", "pls", "plz", "just", "um", "uh", "umm", "uhm", "hmm", "hm", "well",
    "so", "oh", "um", "maybe", "actually", "really", "sorry", "honestly", "kindly", "simply",
    "quickly",
    "still", "even", "some", "any", "quite", "exactly", "also", "now", "then", "and", "but", "hey",
    "computer", "program", "totally", "completely", "very", "man", "dude", "sir", "buddy",
  ]

  /// What opens a request.
  static let openings = keys([
    "can you", "could you", "would you", "will you", "can I have", "could I have", "may I have",
    "can I get", "could I get", "can I", "could I", "may I", "can we", "could we", "shall we",
    "I want", "I'd like to have", "I'd like to", "I would like to have", "I would like to",
    "I'd like",
    "I would like", "I need to", "I need", "I want to", "I have to", "let me", "let's", "let us",
    "you can",
    "give me", "tell me", "ok", "okay", "yes", "I think", "I guess", "I mean", "do you know",
    "I wonder", "excuse me", "is there", "do you have", "I have a question", "say", "go and",
    "I'm asking", "remind me",
  ])

  /// What trails after one.
  static let endings = keys([
    "please", "for me", "to me", "to you", "again", "right now", "at the moment", "here", "at all",
    "yet", "either", "anymore", "any more", "thanks", "thank you", "for this", "for this question",
    "for that", "with this", "with that", "of this", "in here", "in this lesson",
    "of this question",
    "in this network", "in the network", "though", "if possible", "too", "ok", "right",
    "about this one", "about this", "about that", "about it", "with this question", "tell me",
    "out of here", "for today", "that", "this", "of the network", "in this case", "in simple words",
    "in general", "really",
  ])

  /// The words before and after a subject.
  static let patterns: [(intent: Sentence.Intent, before: [String], after: [String])] =
    frames.map { ($0.0, patternKey($0.before), patternKey($0.after)) }

  static func patternKey(_ phrase: String) -> [String] {
    SentenceReading.words(phrase).filter { !fillers.contains($0) }
  }

  /// Words of somebody who wants something explained.
  static let doubts: Set<String> = [
    "help", "understand", "confused", "confusing", "mean", "means", "dont", "cant", "unsure",
    "explain",
    "wonder", "lost", "forgot",
  ]

  /// Words that begin a question about something.
  static let askers: Set<String> = ["what", "whats", "how", "hows", "why", "who", "whos", "when"]

  /// Two words that people write as one as well.
  static let contractions: [[String]: String] = [
    ["do", "not"]: "dont", ["does", "not"]: "doesnt", ["did", "not"]: "didnt",
    ["can", "not"]: "cant", ["is", "not"]: "isnt", ["i", "am"]: "im", ["what", "is"]: "whats",
    ["that", "is"]: "thats", ["it", "is"]: "its", ["how", "is"]: "hows", ["who", "is"]: "whos",
    ["where", "is"]: "wheres", ["let", "us"]: "lets", ["i", "would"]: "id",
    ["will", "not"]: "wont",
  ]

  /// What people call the things that a command does.
  static let deeds: [String: String] = [
    "change": "set", "modify": "set", "adjust": "set", "edit": "set", "increase": "nudge",
    "raise": "nudge", "lower": "nudge", "decrease": "nudge", "teach": "train", "learn": "train",
    "training": "train", "trained": "train", "predict": "classify", "prediction": "classify",
    "recognize": "classify", "recognise": "classify", "classification": "classify",
    "picture": "digit", "image": "digit", "drawing": "digit", "number": "digit", "three": "digit",
    "seven": "digit", "graph": "plot", "curve": "plot", "chart": "plot", "restart": "reset",
    "revert": "undo", "unfix": "undo", "topic": "lessons", "course": "lesson", "commands": "help",
    "command": "help", "load": "open", "store": "save", "fresh": "new", "create": "new",
    "count": "params", "knob": "set", "knobs": "params", "wrong": "undo", "mistake": "undo",
    "calculate": "explain", "difference": "diff", "differences": "diff", "tell": "classify",
    "read": "classify", "output": "activations", "outputs": "activations",
    "performance": "accuracy",
    "score": "accuracy", "error": "cost", "loss": "cost", "shape": "network", "size": "network",
  ]
}
