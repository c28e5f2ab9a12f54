/// Words that stand in most English sentences and in no formula.
enum CommonWords {
  static let all: Set<String> = Set(
    """
    i im ive id ill me my mine myself you your youre yours he she it its itself we our us they them
    their this that these those there here what whats which who whose when where why how
    is isnt am are arent was wasnt were werent be been being do dont does doesnt did didnt done
    have havent has hasnt had can cant cannot could couldnt will wont would wouldnt should
    shouldnt must may might shall let lets
    the of to from with without about into onto over under between because if than then too very
    so such only also again still already yet ever never always often maybe perhaps really just
    much many more most less least few some any all both each every other another same
    as at by for in on off up down out but
    know think guess mean understand see look show tell say said ask answer explain help want need
    like try make made get got give take put go goes going come use work works wrong correct
    please thanks thank hello hi hey yes no ok okay sorry
    question hint clue idea sure sense lesson step word words thing things something anything
    nothing everything someone anyone way lot bit kind good bad easy hard difficult nice cool
    bored boring tired confused lost stuck stop start begin end next continue
    picture image number numbers looks seems feels called happens happen
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Whether a word is one of them, or one that is only polite.
  static func hold(_ word: String) -> Bool {
    all.contains(word) || SentenceTable.fillers.contains(word)
  }
}
