import Testing

@testable import Explainer
@testable import Lab
@testable import Presentation

/// Screens under the hand as they are seen, in windows of several sizes.
struct HandScreenGoldenTests {
  private func pad() throws -> HandScreen {
    var session = try bundledSession()
    var screen = try hand("draw", in: &session)
    screen.drawThree()
    return screen
  }

  @Test func `the pad at 80 by 24`() throws {
    #expect(
      try pad().drawn() == """
        Draw a digit  press and drag, or move with the arrows and press Space
        ╭────────────────────────────╮   the ten outputs                as the network
        │           ░░░              │   0  ·················· 0.00     gets it
        │       ░▄████████▄▄         │   1  ·················· 0.00
        │      ░██▀     ░▀██▄        │   2  ·················· 0.00         ▄█▀▄▄
        │                  ██        │   3  ━━━━━━━━━━━━━━━━━╸ 1.00 <       ░  ▄█░
        │              ░▄▄██▀        │   4  ·················· 0.00           ▀█▄
        │            ▄███▀▀░         │   5  ·················· 0.00         ░   ▀█
        │            ▀██▄▄▄░         │   6  ·················· 0.00         ▀▄▄▄█░
        │             ░▀▀▀███        │   7  ·················· 0.00           ░
        │                  ██▄       │   8  ·················· 0.00
        │                  ███       │   9  ·················· 0.00
        │      ░+█▄       ▄██░       │
        │       ▀███▄  ░▄███░        │   The network says 3.  1.00; next 5, 0.00
        │         ░▀█████▀░          │
        │                            │   layer 1  ██▓▓··▓▓··██····░░░░······████··
        ╰────────────────────────────╯   layer 2  ··▓▓··██████··▓▓··········▓▓▓▓██

        drag draw  right drag rub out  ← → ↑ ↓ move  Space pen down  x rub out
        [ ] brush 2  u undo  r redo  c clear  n leave it raw  w why?  Enter keep it
        Escape leave all as it was
        """)
  }

  @Test func `the pad at 60 by 20`() throws {
    #expect(
      try pad().drawn(60, 20) == """
        Draw a digit  drag, or arrows and Space
        ╭────────────────────────────╮   the ten outputs
        │           ░░░              │   0  ················· 0.00
        │       ░▄████████▄▄         │   1  ················· 0.00
        │      ░██▀     ░▀██▄        │   2  ················· 0.00
        │                  ██        │   3  ━━━━━━━━━━━━━━━━╸ 1.00 <
        │              ░▄▄██▀        │   4  ················· 0.00
        │            ▄███▀▀░         │   5  ················· 0.00
        │            ▀██▄▄▄░         │   6  ················· 0.00
        │             ░▀▀▀███        │   7  ················· 0.00
        │                  ██▄       │   8  ················· 0.00
        │                  ███       │   9  ················· 0.00
        │      ░+█▄       ▄██░       │
        │       ▀███▄  ░▄███░        │   The network says 3.  1.00;
        │         ░▀█████▀░          │   next 5, 0.00
        │                            │   layer 1  █▓·▓·█··░░···██·
        ╰────────────────────────────╯   layer 2  ·▓·███·▓·····▓▓█
        drag draw  right drag rub out  ← → ↑ ↓ move  Space pen
        x rub  [ ] brush 2  u undo  r redo  c clear  n raw  w why?
        Enter keep  q leave
        """)
  }

  @Test func `the pad at 40 by 24`() throws {
    #expect(
      try pad().drawn(40, 24) == """
        Draw a digit  drag, or arrows and Space
        ╭────────────────────────────╮
        │           ░░░              │
        │       ░▄████████▄▄         │
        │      ░██▀     ░▀██▄        │
        │                  ██        │
        │              ░▄▄██▀        │
        │            ▄███▀▀░         │
        │            ▀██▄▄▄░         │
        │             ░▀▀▀███        │
        │                  ██▄       │
        │                  ███       │
        │      ░+█▄       ▄██░       │
        │       ▀███▄  ░▄███░        │
        │         ░▀█████▀░          │
        │                            │
        ╰────────────────────────────╯
        The network says 3.  1.00; next 5, 0.00
        3 1.00   5 0.00   8 0.00

        drag draw  right drag rub out
        ← → ↑ ↓ move  Space pen  x rub
        [ ] brush 2  u undo  r redo  c clear
        n raw  w why?  Enter keep  q leave
        """)
  }

  @Test func `the pad in ASCII`() throws {
    #expect(
      try pad().drawn(80, 24, characters: .ascii) == """
        Draw a digit  press and drag, or move with the arrows and press Space
        +----------------------------+   the ten outputs                as the network
        |          .:::.             |   0  .................. 0.00     gets it
        |       :*%@@@@@@#*-         |   1  .................. 0.00
        |      +@%=.   .-=#@#        |   2  .................. 0.00        .+*+*+.
        |       .         :@@.       |   3  =================- 1.00 <      .: .-%=
        |              :-+#@#        |   4  .................. 0.00           *%*.
        |            -%@%*+-         |   5  .................. 0.00        .:   +#
        |            #@%#+=:         |   6  .................. 0.00        .+#=+#:
        |             :-+*%@#.       |   7  .................. 0.00          .:.
        |                  #@+       |   8  .................. 0.00
        |       .          *@*       |   9  .................. 0.00
        |      +O%-       =@@:       |
        |       -#@%=..:=%@#:        |   The network says 3.  1.00; next 5, 0.00
        |         -*@@@@%+:          |
        |            ..              |   layer 1  @@##..##..@@....::::......@@@@..
        +----------------------------+   layer 2  ..##..@@@@@@..##..........####@@

        drag draw  right drag rub out  Left Right Up Down move  Space pen down
        x rub out  [ ] brush 2  u undo  r redo  c clear  n leave it raw  w why?
        Enter keep it  Escape leave all as it was
        """)
  }

  @Test func `the pad at 120 by 40`() throws {
    #expect(
      try pad().drawn(120, 40) == """
        Draw a digit  press and drag, or move with the arrows and press Space
        ╭────────────────────────────────────────────────────────╮   the ten outputs
        │························································│   0  ················································· 0.00
        │····················░░▒▒▒▒▒▒░░··························│   1  ················································· 0.00
        │················░░▓▓████████████▓▓░░····················│   2  ················································· 0.00
        │··············▒▒████████████████████▓▓··················│   3  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╸ 1.00 <
        │············▒▒██████░░······░░▒▒██████▒▒················│   4  ················································· 0.00
        │············▒▒██▓▓················▓▓████················│   5  ················································· 0.00
        │··············░░··················░░████░░··············│   6  ················································· 0.00
        │··································░░████░░··············│   7  ················································· 0.00
        │································░░▓▓████················│   8  ················································· 0.00
        │····························▒▒▓▓██████▒▒················│   9  ················································· 0.00
        │··························▓▓████████▒▒··················│
        │························▓▓████▓▓▒▒······················│   The network says 3.  1.00; next 5, 0.00
        │························████▓▓▒▒░░······················│
        │························▒▒██████████▒▒··················│
        │··························▒▒▓▓████████▓▓················│   as the network gets it         layer 1
        │································░░▓▓████░░··············│                                  1.00 0.86 0.11 0.83
        │····································████▒▒··············│                                  0.04 0.93 0.00 0.07
        │····································▓▓██▓▓··············│            ░▄▄▄▄▄▄░              0.14 0.34 0.08 0.00
        │····································▓▓██▓▓··············│          ░███▀▀▀▀███▄            0.00 0.99 1.00 0.04
        │··············░░····················▓▓██▓▓··············│           ▀░      ░██
        │············▒▒██▓▓················░░████▒▒··············│                ░▄▄██▀            layer 2
        │············▒▒++██▓▓··············▓▓████················│               ▄██▀▀░             0.04 0.72 0.03 0.99
        │··············▓▓████▓▓········░░▓▓████▒▒················│               ▀▀████▄            0.92 0.95 0.01 0.84
        │················▓▓████▓▓░░░░▒▒██████▓▓··················│                   ░██░           0.00 0.00 0.03 0.00
        │··················▒▒██████████████▒▒····················│           ▄░       ██░           0.00 0.74 0.69 0.99
        │····················▒▒████████▓▓░░······················│          ░██▄░   ░▄██
        │························░░░░····························│            ▀███▄███▀
        │························································│              ░▀▀▀
        ╰────────────────────────────────────────────────────────╯

        drag draw  right drag rub out  ← → ↑ ↓ move  Space pen down  x rub out  [ ] brush 2  u undo  r redo  c clear
        n leave it raw  w why?  Enter keep it  Escape leave all as it was
        """)
  }

  @Test func `the reasons without colors`() throws {
    var screen = try pad()
    screen.type("w")
    #expect(
      screen.drawn() == """
        Draw a digit  press and drag, or move with the arrows and press Space
        ╭────────────────────────────╮   the ten outputs                as the network
        │           ░░░              │   0  ·················· 0.00     gets it
        │       ░▄█▪▪▪█▪▪▪▄▄         │   1  ·················· 0.00
        │      ░█▫▀     ░▀▫□▫        │   2  ·················· 0.00         ▄█▀▄▄
        │                  x■        │   3  ━━━━━━━━━━━━━━━━━╸ 1.00 <       ░  ▄█░
        │              ■▄▄██▀        │   4  ·················· 0.00           ▀█▄
        │            ▪█■█▀▀░         │   5  ·················· 0.00         ░   ▀█
        │            ▀■■▄▄▪░         │   6  ·················· 0.00         ▀▄▄▄█░
        │             ░▫▀▀██▪        │   7  ·················· 0.00           ░
        │                  ██▄       │   8  ·················· 0.00
        │       ▫          ▪▪█       │   9  ·················· 0.00
        │      ░+■▄       ▄█▪░       │
        │       ▀███▄  ░▄███░        │   The network says 3.  1.00; next 5, 0.00
        │         ░▀█████▀░          │   ■ for 3  □ for 5
        │                            │   layer 1  ██▓▓··▓▓··██····░░░░······████··
        ╰────────────────────────────╯   layer 2  ··▓▓··██████··▓▓··········▓▓▓▓██

        drag draw  right drag rub out  ← → ↑ ↓ move  Space pen down  x rub out
        [ ] brush 2  u undo  r redo  c clear  n leave it raw  w just the ink
        Enter keep it  Escape leave all as it was
        """)
  }

  @Test func `the reasons in ASCII at 60 by 20`() throws {
    var screen = try pad()
    screen.type("w")
    #expect(
      screen.drawn(60, 20, characters: .ascii) == """
        Draw a digit  drag, or arrows and Space
        +----------------------------+   the ten outputs
        |                            |   0  ................. 0.00
        |          +++ ###           |   1  ................. 0.00
        |        =        -==        |   2  ................. 0.00
        |                  xx        |   3  ================- 1.00 <
        |              #             |   4  ................. 0.00
        |            # #             |   5  ................. 0.00
        |             #x  #          |   6  ................. 0.00
        |              =    +        |   7  ................. 0.00
        |                            |   8  ................. 0.00
        |       -          +#        |   9  ................. 0.00
        |       O#          #        |   The network says 3.  1.00;
        |                            |   next 5, 0.00
        |                            |   # for 3  = for 5
        |                            |   layer 1  @#.#.@..::...@@.
        +----------------------------+   layer 2  .#.@@@.#.....##@
        drag draw  right drag rub out  Left Right Up Down move
        Space pen  x rub  [ ] brush 2  u undo  r redo  c clear
        n raw  w ink  Enter keep  q leave
        """)
  }

  /// Of the rows that a window has none is missing, and the picture is where a mouse points at it.
  @Test(arguments: [(40, 24), (60, 20), (80, 24), (120, 40)])
  func `cells of the picture become its pixels`(columns: Int, rows: Int) throws {
    var session = try bundledSession()
    let screen = try hand("draw", in: &session)
    let renderer = TextRenderer(
      TerminalCapabilities(columns: columns, rows: rows, colors: .none, unicode: false))
    let drawn = renderer.screen(screen.view, rows: rows)
    let field = try #require(drawn.field)
    // The pen stands in the middle.
    let line = try #require(drawn.frame.lines.firstIndex { $0.contains("O") })
    let text = Array(drawn.frame.lines[line])
    let column = try #require(text.firstIndex(of: "O"))
    let place = field.place(line: line, column: column)
    #expect(place.isInside && place.x.rounded(.down) == 14 && (13...15).contains(place.y))
    #expect(!field.place(line: line, column: 0).isInside)
    #expect(!field.place(line: 0, column: column).isInside)
  }

  @Test func `a low window keeps the picture, one that is too low what fits`() throws {
    for rows in 1...24 {
      let lines = try pad().drawn(80, rows).split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= rows)
      if rows >= 16 { #expect(lines.contains { $0.contains("The network says 3.") }) }
    }
  }
}
