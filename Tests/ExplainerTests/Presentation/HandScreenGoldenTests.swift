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
        Enter keep  Escape leave
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
        n raw  w why?  Enter keep  Escape leave
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
        n raw  w ink  Enter keep  Escape leave
        """)
  }

  private func screen(_ line: String, _ keys: KeyName...) throws -> HandScreen {
    var session = try bundledSession()
    var screen = try hand(line, in: &session)
    for key in keys { screen.press(key) }
    return screen
  }

  @Test func `a digit that was moved`() throws {
    #expect(
      try screen("move", .right, .right, .right, .up, .character(".")).drawn() == """
        Move the digit  shifted by 3 to the right and 1 up, turned by 5 degrees
        ╭────────────────────────────╮   the ten outputs                as it was
        │                            │   0  ·················· 0.00
        │               ░▄▄░         │   1  ·················· 0.00         ▄█▀▀▄░
        │            ▄███████▄▄      │   2  ·················· 0.00         ▀   █▀
        │           ██▀░    ▀██▄     │   3  ━━━━━━━━━━━━━━━━━· 0.94 <        ░▀██░
        │           ░░       ██▀     │   4  ·················· 0.00              █
        │              ▄▄▄▄▄██▀      │   5  ╸················· 0.02        ▀█▄▄▄█▀
        │             ░██████▄░      │   6  ·················· 0.00
        │                  ░▀██▄     │   7  ·················· 0.00
        │                    ░██░    │   8  ╸················· 0.02
        │         ██▄░      ░▄██     │   9  ·················· 0.00
        │          ▀██▄▄▄▄▄███▀      │
        │            ▀▀▀▀▀▀▀░        │   The network says 3.  0.94; next 5, 0.02
        │                            │
        │                            │   layer 1  ██··████··██··██▓▓░░██····████··
        ╰────────────────────────────╯   layer 2  ░░██··▒▒▒▒▓▓········▒▒····▓▓▓▓▓▓

        drag ← → ↑ ↓ shift  , . rotate  - + scale  [ ] thinner, thicker  n noise
        i invert  w why?  r put it back  Enter keep it  Escape leave all as it was
        """)
  }

  @Test func `a knob that was turned, at 80 by 24`() throws {
    #expect(
      try screen("turn W3[3,1]", .pageDown, .pageDown, .pageDown).drawn() == """
        Turn a knob  W3[3,1], the weight from neuron 2.1 into neuron 3.3
        ▚▖ its slope there   ● W3[3,1] now          W3[3,1]    2.1851
        0.0008 ┤                                    z of 3.3   5.0132
               │                                    σ(z)       0.9934
               │⢀                                   cost       0.00005798
        0.0006 ┤⢸                                   slope     -0.00005357
               │⠈⡆
               │ ⢸                                  the ten outputs
        0.0004 ┤ ⠈⢆                                 0  ·················· 0.00
               │  ⠸⡀                                1  ·················· 0.00
               │   ⢱                                2  ·················· 0.00
        0.0002 ┤▄   ⢱                               3  ━━━━━━━━━━━━━━━━━╸ 0.99 <
               │ ▀▀▚▄▄⢄                             4  ·················· 0.00
               │      ▀▀▚●▄⣀                        5  ·················· 0.00
        0.0000 ┤┄┄┄┄┄┄┄┄┄┄┄▀▀▚▄▄⠉⠉⠙⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒   6  ·················· 0.00
               └┬───┬───┬▲──┬───┬───┬───┬───┬───┬   7  ·················· 0.00
                0   1   2   3   4   5   6   7   8   8  ·················· 0.00
                                                    9  ·················· 0.00
                                                    The network says 3.  0.99; next 5,
                                                    0.00

        ← → turn  PageDown PageUp turn far  Tab the next knob that matters most
        r put it back  Enter keep it  Escape leave all as it was
        """)
  }

  @Test func `a knob that was turned, at 60 by 20`() throws {
    #expect(
      try screen("turn W3[3,1]", .pageDown, .pageDown, .pageDown).drawn(60, 20) == """
        Turn a knob  W3[3,1]
        ▚▖ its slope there              W3[3,1]    2.1851
        ● W3[3,1] now                   z of 3.3   5.0132
        0.0008 ┤                        σ(z)       0.9934
               │                        cost       0.00005798
        0.0006 ┤⢸                       slope     -0.00005357
               │⠈⡆                      0  ·················· 0.00
        0.0004 ┤ ⢱                      1  ·················· 0.00
               │ ⠘⡄                     2  ·················· 0.00
        0.0002 ┤▄▖⠘⣆                    3  ━━━━━━━━━━━━━━━━━╸ 0.99 <
               │ ▝▀▀▄●▖                 4  ·················· 0.00
        0.0000 ┤┄┄┄┄┄┄▀▀▚▄▄⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒   5  ·················· 0.00
               └┬────▲────┬────┬────┬   6  ·················· 0.00
                0    2    4    6    8   7  ·················· 0.00
                                        8  ·················· 0.00
                                        9  ·················· 0.00
                                        The network says 3.  0.99;
                                        next 5, 0.00
        ← → turn  PageDown PageUp far  Tab next knob  r back
        Enter keep  Escape leave
        """)
  }

  @Test func `a knob that was turned, at 40 by 24`() throws {
    #expect(
      try screen("turn b3[3]", .pageDown, .pageDown).drawn(40, 24) == """
        Turn a knob  b3[3]
        ▚▖ its slope there   ● b3[3] now
        0.002 ┤                  ┊
              │                  ┊
              │⢸                 ┊
              │ ⡇                ┊
        0.001 ┤ ⠘⡄               ┊
              │  ⠱⡀              ┊
              │   ⠘⢄             ┊
              │▄▄▄▄▄▄▄▖⡀         ┊
        0.000 ┤┄┄┄┄┄┄┄▀▀▀●▀▀▀▜▄▄▄▄▄▄▄▖⠒⠒⠒⠒⠒⠒⠒⠒
              └┬─────┬───▲─┬─────┬─────┬─────┬
              -3    -2    -1     0     1     2
        b3[3]     -1.2516
        z of 3.3   4.9400
        σ(z)       0.9929
        cost       0.00006481
        slope     -0.0001002
        The network says 3.  0.99; next 5, 0.00
        3 0.99   5 0.00   8 0.00

        ← → turn  PageDown PageUp far
        Tab next knob  r back  Enter keep
        Escape leave
        """)
  }

  @Test func `a pixel that was turned, in ASCII at 120 by 40`() throws {
    #expect(
      try screen("turn pixel 14 14", .pageDown).drawn(120, 40, characters: .ascii) == """
        Turn a knob  a0[406], the pixel in row 14, column 14: it hardly matters here, Tab goes to one that does
        -- its slope there   O a0[406] now                            a0[406]  0.8000
        2.5e-5 +                                                      cost     0.00002054
               |                                                      slope    3.478e-6
               |
               |                                                      the ten outputs
               |                                        O----------   0  ................................................ 0.00
        2.0e-5 +                          **------------              1  ................................................ 0.00
               |           ***************                            2  ................................................ 0.00
               |***********                                           3  ===============================================- 1.00 <
               |                                                      4  ................................................ 0.00
               |                                                      5  ................................................ 0.00
        1.5e-5 +                                                      6  ................................................ 0.00
               |                                                      7  ................................................ 0.00
               |                                                      8  ................................................ 0.00
               |                                                      9  ................................................ 0.00
               |                                                      The network says 3.  1.00; next 5, 0.00
        1.0e-5 +                                                      the digit                      layer 1
               |                                                                                     0.98 0.98 0.02 0.93
               |                                                                                     0.05 0.83 0.00 0.98
               |                                                               :=*#%#*=:             0.09 0.11 0.19 0.00
               |                                                             .+@@*=-=*%@*            0.00 1.00 1.00 0.01
        0.5e-5 +                                                             =@#.     .@@:
               |                                                                     :*@%.           layer 2
               |                                                                :###%@%*.            0.05 0.62 0.01 1.00
               |                                                                .==+/*%@#-           0.92 0.97 0.01 0.84
               |                                                                       -@@-          0.00 0.00 0.06 0.00
             0 +- - - - - - - - - - - - - - - - - - - - - - - - - -          -:        .%@=          0.00 0.66 0.62 0.96
               ++---------+---------+---------+---------^---------+         :%@#-.   :=%@*.
               0.0       0.2       0.4       0.6       0.8      1.0           -#@@@@@@%*:
                                                                                 .:::.


        Left Right turn  PageDown PageUp turn far  Tab the next knob that matters most  r put it back  Enter keep it
        Escape leave all as it was
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
    let point = field.point(line: line, column: column)
    #expect(point.isInside && point.x.rounded(.down) == 14 && (13...15).contains(point.y))
    #expect(!field.point(line: line, column: 0).isInside)
    #expect(!field.point(line: 0, column: column).isInside)
  }

  @Test func `the lowest windows have a line of keys and what the network says`() throws {
    for line in ["draw", "move", "turn b3[3]", "challenge 3"] {
      var session = try bundledSession()
      var screen = try hand(line, in: &session)
      if line == "draw" { screen.drawThree() }
      for rows in 8...15 {
        let lines = screen.drawn(40, rows).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= rows && lines.allSatisfy { $0.count <= 40 })
        #expect(lines.last?.hasSuffix("Enter keep  Escape leave") == true, "\(line) \(rows)")
        if line == "draw" { #expect(lines.contains { $0.contains("The network says 3.") }) }
      }
    }
  }

  @Test func `the pad at 40 by 12 shows where the pen is`() throws {
    var screen = try pad()
    screen.press(.down, .down, .down, .down, .down, .down)
    let renderer = TextRenderer(
      TerminalCapabilities(columns: 40, rows: 12, colors: .none, unicode: false))
    let drawn = renderer.screen(screen.view, rows: 12)
    let line = try #require(drawn.frame.lines.firstIndex { $0.contains("O") })
    let column = try #require(Array(drawn.frame.lines[line]).firstIndex(of: "O"))
    let point = try #require(drawn.field).point(line: line, column: column)
    guard case .picture(_, let pen?) = screen.view.field else { throw HandMissing(reply: "") }
    #expect(point.isInside && Int(point.x) == pen.column && abs(Int(point.y) - pen.row) <= 1)
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
