import Testing

@testable import Presentation

/// Pictures in ASCII and in full colour, in windows of three widths.
struct PictureGoldenTests {
  private static let setByHand = "fussy = rectangle(7, 10, 3, 8) - rectangle(6, 10, 1, 8)"

  private func shown(_ line: String, _ columns: Int) throws -> String {
    text(try reply(line), columns: columns, unicode: false)
  }

  @Test func `a digit in ASCII on 40 columns`() throws {
    #expect(
      try shown("digit 4", 40) == """
        our drawing 0 of a 4
                 :-.     ..
                .@@-    :@@.
                -@@.    -@@
                *@*     +@#
               :@@:     *@*
              .#@%+==+++%@##%%:
              :##*******@@*=--
                       .@@:
                       :@@.
                       -@@
                       :#+

        140 of its 784 pixels are lit.

        """)
  }

  @Test func `a digit in ASCII on 72 columns`() throws {
    #expect(
      try shown("digit 4", 72) == """
        our drawing 0 of a 4            140 of its 784 pixels are lit.
           0   4   8   12  16  20  24
         0

         4          :-.     ..
                   .@@-    :@@.
         8         -@@.    -@@
                   *@*     +@#
        12        :@@:     *@*
                 .#@%+==+++%@##%%:
        16       :##*******@@*=--
                          .@@:
        20                :@@.
                          -@@
        24                :#+


        """)
  }

  @Test func `a digit in ASCII on 80 columns`() throws {
    #expect(
      try shown("digit 4", 80) == """
        our drawing 0 of a 4              140 of its 784 pixels are lit.
           0   4   8   12  16  20  24
         0

         4          :-.     ..
                   .@@-    :@@.
         8         -@@.    -@@
                   *@*     +@#
        12        :@@:     *@*
                 .#@%+==+++%@##%%:
        16       :##*******@@*=--
                          .@@:
        20                :@@.
                          -@@
        24                :#+


        """)
  }

  @Test func `weights set by hand in ASCII on 40 columns`() throws {
    #expect(
      try shown(Self.setByHand, 40) == """
        fussy

          ================
          ################
          ################
          ################

        # above 0  = below 0

        784 numbers in rows of 28, from -1.0000
        to 1.0000. 24 of them are above 0 and 8
        below.

        """)
  }

  @Test func `weights set by hand in ASCII on 72 columns`() throws {
    #expect(
      try shown(Self.setByHand, 72) == """
        fussy                     784 numbers in rows of 28, from -1.0000 to
             10  12  14  16  18   1.0000. 24 of them are above 0 and 8 below.
         5
         6   ================
         7   ################
         8   ################
         9   ################
        10
        # above 0  = below 0

        """)
  }

  @Test func `weights set by hand in ASCII on 80 columns`() throws {
    #expect(
      try shown(Self.setByHand, 80) == """
        fussy                     784 numbers in rows of 28, from -1.0000 to 1.0000. 24
             10  12  14  16  18   of them are above 0 and 8 below.
         5
         6   ================
         7   ################
         8   ################
         9   ################
        10
        # above 0  = below 0

        """)
  }

  @Test func `a neuron of few weights in ASCII on 40 columns`() throws {
    #expect(
      try shown("neuron 2.3", 40) == """
        Neuron 3 of layer 2 reads the 16 neurons
        of layer 1.

        its weights
        ++##    ==##  ++----==++--==##==

          weight x activation  w*a      from
          3.1852 x 0.9995       3.1836  1.14
          3.0939 x 0.8319       2.5737  1.5
          2.4538 x 0.9806       2.4063  1.1
         -1.9431 x 0.9953      -1.9340  1.13
         -3.4464 x 0.1857      -0.6400  1.10
         -4.4666 x 0.0559      -0.2498  1.4
        the other 10            1.6837
        ------------------------------------
        weighted sum            7.0235
        bias                   -1.7052
        z                       5.3183
        sigmoid(z)              0.9951

        It's lit. The votes for it beat the
        votes against.

        """)
  }

  @Test func `a neuron of few weights in ASCII on 72 columns`() throws {
    #expect(
      try shown("neuron 2.3", 72) == """
        Neuron 3 of layer 2 reads the 16 neurons of layer 1.

        its weights
        ++##    ==##  ++----==++--==##==

          weight x activation  w*a      from
          3.1852 x 0.9995       3.1836  1.14
          3.0939 x 0.8319       2.5737  1.5
          2.4538 x 0.9806       2.4063  1.1
         -1.9431 x 0.9953      -1.9340  1.13
         -3.4464 x 0.1857      -0.6400  1.10
         -4.4666 x 0.0559      -0.2498  1.4
        the other 10            1.6837
        --------------------------------------------
        weighted sum            7.0235
        bias                   -1.7052
        z                       5.3183
        sigmoid(z)              0.9951  ===========-

        It's lit. The votes for it beat the votes against.

        """)
  }

  @Test func `a neuron of few weights in ASCII on 80 columns`() throws {
    #expect(
      try shown("neuron 2.3", 80) == """
        Neuron 3 of layer 2 reads the 16 neurons of layer 1.

        its weights
           0    1    2    3    4    5    6    7    8    9   10   11   12   13   14   15
        0.64  2.5 0.42 0.42 -4.5  3.1 0.20 0.91 -.84 -1.5 -3.4 0.51 -.78 -1.9  3.2 -1.7

          weight x activation  w*a      from
          3.1852 x 0.9995       3.1836  1.14
          3.0939 x 0.8319       2.5737  1.5
          2.4538 x 0.9806       2.4063  1.1
         -1.9431 x 0.9953      -1.9340  1.13
         -3.4464 x 0.1857      -0.6400  1.10
         -4.4666 x 0.0559      -0.2498  1.4
        the other 10            1.6837
        --------------------------------------------
        weighted sum            7.0235
        bias                   -1.7052
        z                       5.3183
        sigmoid(z)              0.9951  ===========-

        It's lit. The votes for it beat the votes against.

        """)
  }

  @Test func `learned weights in ASCII on 40 columns`() throws {
    #expect(
      try shown("W1[5]", 40) == """
        --====-++++++++ +#+++-x=-==-
        -====-++   ++  +  +   + #--=
        == ++  ++               +++#
        =--+ + - - -               -
        =--   -    -- - --        +-
        -- -         -+--       ---+
        ==+- ---- -- -# +   ++  + +#
        ==+-+      +-#++++++ + -  -#
        #-+ - +  -+ ++++ +  -   -- #
        ##++   + +  ++         +  +-
        #- -   - -  --   + ++ -  -+-
        #+ +                 +++#+++
        #+=-                  ++=+##
        #+++-- -             ++ = +#
        # above 0  = below 0  x both

        784 numbers in rows of 28, from -2.0857
        to 2.1003. 375 of them are above 0 and
        409 below.

        """)
  }

  @Test func `learned weights in ASCII on 72 columns`() throws {
    #expect(
      try shown("W1[5]", 72) == """
           0   4   8   12  16  20  24   784 numbers in rows of 28, from -2.0857
         0 --====-++++++++ +#+++-x=-==- to 2.1003. 375 of them are above 0 and
           -====-++   ++  +  +   + #--= 409 below.
         4 == ++  ++               +++#
           =--+ + - - -               -
         8 =--   -    -- - --        +-
           -- -         -+--       ---+
        12 ==+- ---- -- -# +   ++  + +#
           ==+-+      +-#++++++ + -  -#
        16 #-+ - +  -+ ++++ +  -   -- #
           ##++   + +  ++         +  +-
        20 #- -   - -  --   + ++ -  -+-
           #+ +                 +++#+++
        24 #+=-                  ++=+##
           #+++-- -             ++ = +#
        # above 0  = below 0  x both

        """)
  }

  @Test func `learned weights in ASCII on 80 columns`() throws {
    #expect(
      try shown("W1[5]", 80) == """
           0   4   8   12  16  20  24     784 numbers in rows of 28, from -2.0857 to
         0 --====-++++++++ +#+++-x=-==-   2.1003. 375 of them are above 0 and 409 below.
           -====-++   ++  +  +   + #--=
         4 == ++  ++               +++#
           =--+ + - - -               -
         8 =--   -    -- - --        +-
           -- -         -+--       ---+
        12 ==+- ---- -- -# +   ++  + +#
           ==+-+      +-#++++++ + -  -#
        16 #-+ - +  -+ ++++ +  -   -- #
           ##++   + +  ++         +  +-
        20 #- -   - -  --   + ++ -  -+-
           #+ +                 +++#+++
        24 #+=-                  ++=+##
           #+++-- -             ++ = +#
        # above 0  = below 0  x both

        """)
  }

  /// A letter for each pixel: `+` for what is above 0, `-` for what is below, `.` for the paper.
  private func letters(columns: Int, rows: Int? = nil, left: Int, top: Int) throws -> String {
    let shown = try reply(Self.setByHand)
    let screen = PixelScreen(
      TextRenderer(
        TerminalCapabilities(columns: columns, rows: rows, colors: .trueColor, unicode: true)
      ).render(shown))
    let isLarge = rows != nil
    let pixels = screen.pixels(
      lines: top..<top + (isLarge ? 12 : 6), columns: left..<left + (isLarge ? 40 : 20))
    let letters = ["28,28,28": ".", "42,174,168": "+", "227,115,44": "-"]
    return stride(from: 0, to: pixels.count, by: isLarge ? 2 : 1).map { row in
      stride(from: 0, to: pixels[row].count, by: isLarge ? 2 : 1).map {
        letters[pixels[row][$0]] ?? "?"
      }.joined()
    }.joined(separator: "\n")
  }

  private static let fussy = """
    ....................
    ....................
    ....................
    ....................
    ....................
    ....................
    ..........--------..
    ..........++++++++..
    ..........++++++++..
    ..........++++++++..
    ....................
    ....................
    """

  @Test func `weights set by hand in full color are the same pixels in every window`() throws {
    #expect(try letters(columns: 40, left: 0, top: 1) == Self.fussy)
    #expect(try letters(columns: 80, left: 3, top: 2) == Self.fussy)
    #expect(try letters(columns: 120, rows: 40, left: 3, top: 2) == Self.fussy)
  }
}
