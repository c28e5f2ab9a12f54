import Testing

@testable import Formulas

/// What a learner sees of each mistake: the line, the place, what is wrong, what would be right.
@Suite struct ExpressionErrorTests {
  @Test func cannotBeRead() {
    expectErrors(
      """
      sigmoid(W1*a0+)
                    ^
      A value is missing after +.
      A number, a name such as a1, or something in parentheses would do.

      3 +
         ^
      A value is missing after +.
      A number, a name such as a1, or something in parentheses would do.

      * 3
      ^
      A value is missing before *.
      A number, a name such as a1, or something in parentheses would do.

      (1 + 2
      ^
      This ( is never closed.
      Add ) where it ends.

      max(a1, (b1 + 2)
         ^
      This ( is never closed.
      Add ) where it ends.

      [1, 2
      ^
      This [ is never closed.
      Add ] where it ends.

      1 + 2)
           ^
      This ) closes nothing.
      Drop it, or open ( before.

      (1 + 2]
            ^
      ] stands where ( should be closed.
      Write ) here.

      [1, 2)
           ^
      ) stands where [ should be closed.
      Write ] here.

      )
      ^
      This ) closes nothing.
      Drop it, or open ( before.

      ()
       ^
      A value is missing between ( and ).
      A number, a name such as a1, or something in parentheses would do.

      12,54
        ^
      A comma stands only in [ ], in a function's ( ), or between thousands.
      Write 12.54 for a decimal, [12, 54] for a vector.

      (1, 2)
        ^
      A comma stands only in [ ], in a function's ( ), or between thousands.
      Write 1.2 for a decimal, [1, 2] for a vector.

      a1, a2
        ^
      A comma stands only in [ ], in a function's ( ), or between thousands.
      A vector is written [1, 2], a large number 12,544.

      1,234,56
           ^
      A comma stands only in [ ], in a function's ( ), or between thousands.
      A vector is written [1, 2], a large number 12,544.

      [1 -2 3]
            ^
      A comma is missing between 2 and 3.
      Did you mean [1, -2, 3]?

      2 3
        ^
      An operator is missing between 2 and 3.
      A product is written 2*3.

      1/2s
         ^
      This can be read in two ways.
      Write /(2*s) to divide by both, or /2*s to divide by 2 only.

      |1 - 3
      ^
      This | has no partner.
      A distance from 0 is written |x| or abs(x).

      f(s, s) = s
           ^
      s stands here twice.
      Give each argument a name of its own.

      a1[0:10:2]
             ^
      A slice takes every entry: it has no step.
      Give its two ends: a1[2:6]

      dot(a1, axis=0)
              ^^^^
      dot takes no axis.
      sum, mean, min, max, argmax and sort do: sum(W1, axis=1).

      softmax'(z3)
      ^^^^^^^
      softmax' stands for no slope here.
      A slope is taken of a function of one number, as sigmoid'(z1).

      slope(3)
      ^^^^^
      A slope is taken of a function, at a place.
      Write slope(sigmoid, 0), or for a formula: gradient of x^2 with respect to x.

      x =
         ^
      A value is missing after =.
      A number, a name such as a1, or something in parentheses would do.

      1..2
       ^^
      A slice stands only inside an index.
      It is written a1[2..5], or a1[2:6] as in Python.

      []
      ^
      A vector has at least one entry.
      Write its entries, as [0.2, 0.5].

      a1[]
         ^
      A value is missing between [ and ].
      A number, a name such as a1, or something in parentheses would do.

      a1[2..]
            ^
      The end of the slice is missing.
      A number, a name such as a1, or something in parentheses would do.

      a1[..2]
         ^^
      The start of the slice is missing.
      A number, a name such as a1, or something in parentheses would do.

      1:5
       ^
      A slice stands only inside an index.
      It is written a1[2..5], or a1[2:6] as in Python.

      W1[1,2,3]
            ^
      A third index has nothing to count.
      A matrix has rows and columns: W1[5, 300].

      a1 $ 3
         ^
      '$' has no meaning here.
      Names, numbers, + - * / ^ .* and ( ) [ ] are understood; see help expressions.

      √
       ^
      A value is missing after √.
      A number, a name such as a1, or something in parentheses would do.

      1 + not 2
          ^^^
      A value is missing after +.
      Put it in parentheses: (not …).

      ²
      ^
      A value is missing before ².
      A number, a name such as a1, or something in parentheses would do.

      1.5.2
         ^^
      An operator is missing between 1.5 and .2.
      A product is written 1.5*.2.

      sigmoid(
              ^
      A value is missing after (.
      A number, a name such as a1, or something in parentheses would do.

      a1[
         ^
      A value is missing after [.
      A number, a name such as a1, or something in parentheses would do.

      a1[2 3]
           ^
      A comma is missing between 2 and 3.
      Did you mean a1[2, 3]?
      """)
  }

  @Test func namesWithoutValue() {
    expectErrors(
      """
      sigmoid z1 z2
      ^^^^^^^
      It is open where what sigmoid works on ends.
      Did you mean sigmoid(z1) z2 or sigmoid(z1 z2)?

      σ
      ^
      σ is a function, and takes its argument in parentheses.
      Write sigmoid(z1).

      a1(3)
      ^^
      a1 is not a function.
      Did you mean a1[3] or a1*(3)?

      big(3)
      ^^^
      big is not a function.
      Did you mean big*(3)?

      huge(3)
      ^^^^
      There is no function 'huge'.
      Define it first: huge(x) = x^2

      sigmod(z1)
      ^^^^^^
      There is no function 'sigmod'.
      Did you mean sigmoid(z1)?

      w1
      ^^
      There is no 'w1' here.
      Did you mean W1?

      sigmoid(zz)
              ^^
      There is no 'zz' here.
      Bind it first: zz = 0.5

      W0
      ^^
      Layer 0 is the image: it has activations a0 only.
      This network has W1 to W3.

      W4*a1
      ^^
      There is no 'W4' here.
      This network has W1 to W3.

      a
      ^
      a alone does not say of which layer.
      Write the layer after it: a0 to a3.

      W^(1)
      ^
      W alone does not say of which layer.
      Did you mean W1?

      w_{3,4}
      ^
      w alone does not say of which layer.
      Name the layer: W2[3, 4]

      size(W1)
      ^^^^
      There is no function 'size'.
      Did you mean count(W1) or shape(W1)?

      a1 = 3
      ^^
      a1 belongs to the network.
      Turn one knob with: set W2[3,4] = 0.5. Or bind another name, as x = …

      W1 = 3
      ^^
      W1 belongs to the network.
      Turn one knob with: set W1[3,4] = 0.5. Or bind another name, as x = …

      W2[3,4] = 0.5
      ^^^^^^^
      W2[3,4] is a knob of the network, and = does not turn it.
      Turn it with: set W2[3,4] = 0.5. To compare, write ==

      a1[3] = 2
      ^^^^^
      a1[3] is computed by the network.
      Change the digit or a weight to change it. To compare, write ==

      u[1] = 2
           ^
      One entry of u cannot be changed.
      Bind the whole: u = [0.2, 0.5]. To compare, write ==

      sum = 3
      ^^^
      sum has a meaning already.
      Bind another name, as x = …

      ans
      ^^^
      There is no last value yet.
      Compute something first, as count(W1).

      σ(a9999999999999999999999)
        ^^^^^^^^^^^^^^^^^^^^^^^
      There is no 'a9999999999999999999999' here.
      This network has a0 to a3.
      """)
  }

  @Test(arguments: ["", "   ", "\t"])
  func nothingTyped(line: String) {
    let error = #expect(throws: ExpressionError.self) { try value(line) }
    #expect(error?.message == "There is nothing to compute.")
    #expect(error?.hint == "Type a sum, a name or a formula, as sigmoid(W1*a0 + b1).")
    #expect(error?.range == line.count..<line.count)
  }

  @Test func noDigitLoaded() {
    let error = #expect(throws: ExpressionError.self) {
      try value("W1·a0", in: NameTable(network: film.network))
    }
    #expect(error?.range == 3..<5)
    #expect(error?.message == "a0 has no value, as no digit is loaded.")
    #expect(error?.hint == "Load one: digit 7")
  }

  @Test func rangesCountCharactersNotBytes() {
    let error = #expect(throws: ExpressionError.self) { try value("ü⁽") }
    #expect(error?.range == 1..<2)
    let flag = #expect(throws: ExpressionError.self) { try value("1 + 🇩🇪") }
    #expect(flag?.range == 4..<5)
  }
}
