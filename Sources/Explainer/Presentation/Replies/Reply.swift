/// What the program has to say to one line: meaning, not characters. Renderers make the characters.
public struct Reply: Equatable, Sendable {
  /// What the prompt does after the reply has been shown.
  public enum Next: Equatable, Sendable {
    /// It asks for the next line.
    case prompt
    case quit
    /// It clears the screen, where there is one.
    case clear
    /// On a terminal the reply stands on a screen of its own, and these keys lead on from it.
    case keys([LineKey])
    /// A screen under the learner's hand comes up, and what it is left with is kept, or not.
    case hand(HandScreen)
  }

  /// From top to bottom.
  public var blocks: [Block]
  /// The same in values, for programs: the keys of the JSON object.
  public var facts: [String: Fact]
  /// Set where the line could not be done.
  public var error: ErrorMessage?
  /// What follows.
  public var next: Next

  /// Whether there is nothing to say.
  public var isEmpty: Bool { blocks.isEmpty && facts.isEmpty && error == nil }

  /// Its pictures, from top to bottom.
  package var figures: [Figure] { blocks.flatMap(\.figures) }

  /// A reply from its parts.
  public init(_ blocks: [Block] = [], facts: [String: Fact] = [:], next: Next = .prompt) {
    self.blocks = blocks
    self.facts = facts
    self.next = next
  }

  /// The reply to a line that could not be done.
  public init(_ error: ErrorMessage) {
    self.init()
    self.error = error
  }

  /// The reply to a line that could not be done.
  public init(_ error: some ExplainedError) { self.init(error.explanation) }
}

/// A part of a reply.
public enum Block: Equatable, Sendable {
  /// A line on its own that says what follows.
  case heading(Prose)
  /// A paragraph, broken where the terminal ends.
  case prose(Prose)
  /// Lines that keep their breaks.
  case lines([Prose])
  /// A picture.
  case figure(Figure)
  /// Numbers that belong together.
  case table(Table)
  /// Blocks that belong together, without an empty line between them.
  indirect case tight([Block])
  /// Groups side by side where the terminal is wide enough, else one under another.
  indirect case beside([[Block]])
  /// Blocks that may be left out where the window is too low for all.
  indirect case spare([Block])
  /// The same said in several layouts: the first that the window has room for is shown.
  indirect case layouts([Layout])
  /// The same in several arrangements: the first that the window is high enough for, and wide enough
  /// for its tables, is shown; the very first where it is too small for all.
  indirect case fitting([[Block]])
  /// The heading of a step of a lesson.
  case step(StepTitle)
}

/// The title of a step, and its place in the lesson.
public struct StepTitle: Equatable, Sendable {
  /// The word that the lesson goes by.
  public var lesson: String
  /// What the lesson is called.
  public var lessonTitle: String
  /// What the step is called.
  public var title: String
  /// From 1.
  public var number: Int
  /// How many steps there are.
  public var count: Int

  /// The title of a step.
  public init(
    lesson: String, lessonTitle: String = "", title: String, number: Int, count: Int
  ) {
    (self.lesson, self.lessonTitle, self.title) = (lesson, lessonTitle, title)
    (self.number, self.count) = (number, count)
  }

  /// All of it in words.
  var sentence: Prose { "\(lesson) \(number)/\(count)  \(title)" }
}

/// Blocks for windows of some size.
public struct Layout: Equatable, Sendable {
  /// The fewest columns it stands in.
  public var columns: Int
  /// The fewest rows it stands in.
  public var rows: Int
  /// From top to bottom.
  public var blocks: [Block]

  /// Blocks for windows of at least so many columns and rows.
  public init(columns: Int = 0, rows: Int = 0, _ blocks: [Block]) {
    self.columns = columns
    self.rows = rows
    self.blocks = blocks
  }
}

extension Block {
  /// What is meant, whatever the window: the block itself, or the blocks of its first layout.
  package var meaning: [Block] {
    switch self {
    case .layouts(let layouts): layouts.first?.blocks ?? []
    case .fitting(let arrangements): arrangements.first ?? []
    case .heading, .prose, .lines, .figure, .table, .tight, .beside, .spare, .step: [self]
    }
  }

  /// The pictures in it.
  fileprivate var figures: [Figure] {
    switch self {
    case .heading, .prose, .lines, .table, .step: []
    case .figure(let figure): [figure]
    case .tight(let blocks), .spare(let blocks): blocks.flatMap(\.figures)
    case .beside(let groups): groups.joined().flatMap(\.figures)
    case .layouts, .fitting: meaning.flatMap(\.figures)
    }
  }

  /// A picture and what is said of it: beside it where there is room, else under it. On large screens
  /// the picture is drawn at twice its size.
  public static func picture(_ map: HeatMap, _ words: [Block]) -> Block {
    .layouts([
      Layout(columns: 119, rows: 39, [.beside([[.figure(.heatMap(map.large))], words])]),
      Layout(columns: 72, [.beside([[.figure(.heatMap(map))], words])]),
      Layout([.figure(.heatMap(map.withoutEmptyRows.noted { $0.hasRuler = false }))] + words),
    ])
  }
}

/// Rows and columns of text and numbers.
public struct Table: Equatable, Sendable {
  /// How the cells of a column line up.
  public enum Alignment: Sendable {
    case leading, trailing
    /// Points of numbers one under another.
    case decimal
  }

  /// What stands in one place.
  public enum Cell: Equatable, Sendable {
    case text(Prose)
    /// A bar whose length goes with a value from 0 to 1.
    case bar(Float)
  }

  /// A line of the table.
  public enum Row: Equatable, Sendable {
    case cells([Cell])
    /// A line drawn across, as above a sum.
    case rule
  }

  /// How rows are read aloud.
  public enum Reading: Sendable {
    /// The first cell names the others.
    case named
    /// The first row names the columns.
    case headed
    /// The cells after the first make a phrase.
    case phrase
  }

  /// How rows are read aloud.
  public var reading: Reading
  /// One a column.
  public var alignments: [Alignment]
  /// The columns to leave out where the table would be too wide with them: the first of them first.
  public var spareColumns: [Int] = []
  /// From top to bottom.
  public var rows: [Row] = []

  /// A table without rows yet.
  public init(_ alignments: Alignment..., reading: Reading = .named) {
    self.alignments = alignments
    self.reading = reading
  }

  /// Adds a row of text.
  public mutating func add(_ cells: Prose...) { rows.append(.cells(cells.map { .text($0) })) }
}
