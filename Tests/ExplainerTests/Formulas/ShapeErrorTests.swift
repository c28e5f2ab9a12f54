import Testing

/// What a learner sees where an expression can be read and has no value.
@Suite struct ShapeErrorTests {
  @Test func shapesThatDoNotFit() {
    expectErrors(
      """
      sum()
      ^^^
      sum was given 0 values.
      Write sum(a1).

      a1[5..2]
         ^
      The slice 5..2 runs backwards.
      Write 2..5.

      a1[16]
         ^^
      There is no entry 16.
      There are 16 entries, counted from 0 to 15.

      a1[-17]
         ^^^
      There is no entry -17.
      There are 16 entries, counted from 0 to 15.

      a1[1.5]
         ^^^
      1.5 is not a whole number.
      Entries are counted 0, 1, 2 and so on; try round(…).

      a1[1e30]
         ^^^^
      There is no entry 10³⁰.
      There are 16 entries, counted from 0 to 15.

      W1[16]
         ^^
      There is no row 16.
      There are 16 rows, counted from 0 to 15.

      W1[0,784]
           ^^^
      There is no column 784.
      There are 784 columns, counted from 0 to 783.

      a1[1,2]
      ^^
      [ ] needs a matrix here; a1 has 16 entries.
      One index is enough for a vector: a1[3].

      two[0]
      ^^^
      [ ] needs a vector or a matrix here; two is a number.
      A vector is written [1, 2], a matrix [[1, 2], [3, 4]].

      a1[a1]
         ^^
      0.5086698 is not a whole number.
      Entries are counted 0, 1, 2 and so on; try round(…).

      W1*a1
        ^
      W1 is 16×784 and a1 has 16 entries: the columns of the left must match the rows of the right, 784 against 16.
      Did you mean W2*a1 or W1*a0?

      W1·a0 + b3
            ^
      W1·a0 has 16 entries and b3 has 10 entries: entry by entry, both sides must have the same shape, or one be a number.
      Did you mean W1·a0 + b2?

      W1*W2
        ^
      W1 is 16×784 and W2 is 16×16: the columns of the left must match the rows of the right, 784 against 16.
      Did you mean W2*W1?

      M'·M'
        ^
      M' is 3×2 and M' is 3×2: the columns of the left must match the rows of the right, 2 against 3.
      Did you mean M*M'?

      a1*W2
        ^
      a1 has 16 entries and W2 is 16×16: a vector stands as a column, so a matrix goes on its left.
      Did you mean W2'*a1?

      a0*W1
        ^
      a0 has 784 entries and W1 is 16×784: a vector stands as a column, so a matrix goes on its left.
      Did you mean W1*a0?

      u*a1
       ^
      u has 3 entries and a1 has 16 entries: a dot product needs as many entries on both sides, 3 against 16.
      Take a slice of the longer, as a0[0..15].

      dot(u, a1)
      ^^^
      u has 3 entries and a1 has 16 entries: a dot product needs as many entries on both sides, 3 against 16.
      Take a slice of the longer, as a0[0..15].

      dot(u, 3)
             ^
      dot needs a vector here; 3 is a number.
      Take one row, as W1[5], or write a vector [1, 2].

      max(u, a1)
      ^^^
      u has 3 entries and a1 has 16 entries: entry by entry, both sides must have the same shape, or one be a number.
      Take a slice of the longer, as a0[0..15].

      W1·(a1+1)
        ^
      W1 is 16×784 and a1+1 has 16 entries: the columns of the left must match the rows of the right, 784 against 16.
      Did you mean W2*(a1+1)?

      z1 + z3
         ^
      z1 has 16 entries and z3 has 10 entries: entry by entry, both sides must have the same shape, or one be a number.
      Did you mean z1 + z2?

      u == a1
        ^^
      u has 3 entries and a1 has 16 entries: entry by entry, both sides must have the same shape, or one be a number.
      Take a slice of the longer, as a0[0..15].

      M·M
       ^
      M is 2×3 and M is 2×3: the columns of the left must match the rows of the right, 3 against 2.
      Did you mean M*u?

      W1·a2[0..2]
        ^
      W1 is 16×784 and a2[0..2] has 3 entries: the columns of the left must match the rows of the right, 784 against 3.
      Compare them with shape(…); transpose(…) makes columns of rows.

      (W2·a1) .* a0
              ^^
      W2·a1 has 16 entries and a0 has 784 entries: entry by entry, both sides must have the same shape, or one be a number.
      Did you mean (W2·a1) .* a1?

      b1 - W1
         ^
      b1 has 16 entries and W1 is 16×784: entry by entry, both sides must have the same shape, or one be a number.
      Compare them with shape(…); transpose(…) makes columns of rows.

      u/M
        ^
      / needs a number here; M is 2×3.
      Write ./ to divide entry by entry.

      M^2
      ^
      ^ needs a number or a vector here; M is 2×3.
      To raise every entry, write M .^ 2.

      u < W1
        ^
      u has 3 entries and W1 is 16×784: entry by entry, both sides must have the same shape, or one be a number.
      Compare them with shape(…); transpose(…) makes columns of rows.

      argmax(W1)
             ^^
      argmax needs a vector here; W1 is 16×784.
      Take one row, as W1[5], or write a vector [1, 2].

      shape(3)
            ^
      shape needs a vector or a matrix here; 3 is a number.
      A vector is written [1, 2], a matrix [[1, 2], [3, 4]].

      dot(u)
      ^^^
      dot was given 1 value.
      Write dot(u, v).

      top(1,2,3)
      ^^^
      top was given 3 values.
      Write top(a3, 3).

      [1, u]
          ^
      This element has 3 entries and the first is a number.
      All elements must be numbers, or rows of one length: [[1, 2], [3, 4]].

      [u, [1, 2]]
          ^^^^^^
      This element has 2 entries and the first has 3 entries.
      All elements must be numbers, or rows of one length: [[1, 2], [3, 4]].

      [W1, W2]
       ^^
      [ ] needs a number or a vector here; W1 is 16×784.
      A vector is written [1, 2], a matrix [[1, 2], [3, 4]].
      """)
  }

  @Test func numbersThatDoNotExist() {
    expectErrors(
      """
      1e309
      ^^^^^
      1e309 is too large.
      Numbers reach to about 1.8·10³⁰⁸.

      big*10
         ^
      big*10 is 10³⁰⁸ × 10: too large.
      Numbers reach to about 1.8·10³⁰⁸.

      big + big
          ^
      big + big is too large.
      Numbers reach to about 1.8·10³⁰⁸.

      big .* u
          ^^
      Entry [1] of big .* u is too large.
      Numbers reach to about 1.8·10³⁰⁸.

      exp(1000)
      ^^^
      exp(1000) is too large.
      Numbers reach to about 1.8·10³⁰⁸.

      exp([1, 1000])
      ^^^
      Entry [1] of exp([1, 1000]) is too large.
      Numbers reach to about 1.8·10³⁰⁸.

      1/0
        ^
      Nothing can be divided by 0.
      No number times 0 gives what is divided, so there is no quotient.

      1/(two - 2)
        ^^^^^^^^^
      two - 2 is 0, and nothing can be divided by 0.
      No number times 0 gives what is divided, so there is no quotient.

      1 ./ [1, 0]
           ^^^^^^
      Entry [1] of [1, 0] is 0, and nothing can be divided by 0.
      No number times 0 gives what is divided, so there is no quotient.

      log(0)
          ^
      0 has no logarithm.
      e to any power is above 0, so log takes numbers above 0 only.

      log([1, -1])
          ^^^^^^^
      Entry [1]: -1 has no logarithm.
      e to any power is above 0, so log takes numbers above 0 only.

      sqrt(u - 2)
           ^^^^^
      Entry [0]: -1 has no square root.
      A square is never below 0; abs(…) drops the sign.

      (-8)^0.5
          ^
      -8 has no power of 0.5.
      A number below 0 has whole powers only, as (-2)^3.

      0^-1
       ^
      0 has no power of -1.
      A power below 0 divides by the base, and nothing can be divided by 0.

      10^309
        ^
      10^309 is too large.
      Numbers reach to about 1.8·10³⁰⁸.
      """)
  }
}
