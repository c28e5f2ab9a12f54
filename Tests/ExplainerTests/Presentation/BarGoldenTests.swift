import Testing

@testable import Presentation

/// Bars, histograms and rows of cells in windows of three widths, in ASCII and in
/// full colour: as they are seen, and as they are sent. Most are as wide as they are.
struct BarGoldenTests {
  @Test func `bars, as it is drawn`() throws {
    try FigureSamples.expect(
      "bars", [40, 80, 120], isColored: false,
      #"""
      outputs
      0  -....................... 0.0200
      1  =====================-.. 0.9000 <
      2  =========-.............. 0.4000

      """#)
    try FigureSamples.expect(
      "bars", [40, 80, 120], isColored: true,
      #"""
      <38;2;138;138;138>outputs<0>
      0  <38;2;208;208;208>╸<38;2;58;58;58>······················· <0>0.0200
      <1;38;2;255;215;95>1  ━━━━━━━━━━━━━━━━━━━━━╸<22;38;2;58;58;58>·· <1;38;2;255;215;95>0.9000<0>
      2  <38;2;208;208;208>━━━━━━━━━╸<38;2;58;58;58>·············· <0>0.4000

      """#)
  }

  @Test func `two bars pointed out, as it is drawn`() throws {
    try FigureSamples.expect(
      "two bars pointed out", [40, 80, 120], isColored: false,
      #"""
      outputs
      4  ================-....... 0.6800 <
      9  ===============......... 0.6200 <

      """#)
    try FigureSamples.expect(
      "two bars pointed out", [40, 80, 120], isColored: true,
      #"""
      <38;2;138;138;138>outputs<0>
      <1;38;2;255;215;95>4  ━━━━━━━━━━━━━━━━╸<22;38;2;58;58;58>······· <1;38;2;255;215;95>0.6800<0>
      <1;38;2;255;215;95>9  ━━━━━━━━━━━━━━━<22;38;2;58;58;58>········· <1;38;2;255;215;95>0.6200<0>

      """#)
  }

  @Test func `bars of both signs, as it is drawn`() throws {
    try FigureSamples.expect(
      "bars of both signs", [40, 80, 120], isColored: false,
      #"""
      biases
      0          |===============  1.5000
      1  -=======|                -0.7500
      2          |                 0.0000

      """#)
    try FigureSamples.expect(
      "bars of both signs", [40, 80, 120], isColored: true,
      #"""
      <38;2;138;138;138>biases<0>
      0          <38;2;138;138;138>│<38;2;44;196;189>━━━━━━━━━━━━━━━ <0> 1.5000
      1  <38;2;245;138;60>╺━━━━━━━<38;2;138;138;138>│                <0>-0.7500
      2          <38;2;138;138;138>│                <0> 0.0000

      """#)
  }

  @Test func `a histogram, as it is drawn`() throws {
    try FigureSamples.expect(
      "a histogram", [40], isColored: false,
      #"""
      h
      -2.5 to -2.0    1  '
      -2.0 to -1.5    0
      -1.5 to -1.0    0
      -1.0 to -0.5    0
      -0.5 to  0.0    0
       0.0 to  0.5    0
       0.5 to  1.0  900  =====================
       1.0 to  1.5   40  =
      '  too few for a bar on this scale

      """#)
    try FigureSamples.expect(
      "a histogram", [80, 120], isColored: false,
      #"""
      h
      -2.5 to -2.0    1  '
      -2.0 to -1.5    0
      -1.5 to -1.0    0
      -1.0 to -0.5    0
      -0.5 to  0.0    0
       0.0 to  0.5    0
       0.5 to  1.0  900  ========================================
       1.0 to  1.5   40  ==
      '  too few for a bar on this scale

      """#)
    try FigureSamples.expect(
      "a histogram", [40], isColored: true,
      #"""
      <38;2;138;138;138>h<0>
      <38;2;138;138;138>-2.5 to -2.0<0>    1  <38;2;208;208;208>╴<0>
      <38;2;138;138;138>-2.0 to -1.5<0>    0
      <38;2;138;138;138>-1.5 to -1.0<0>    0
      <38;2;138;138;138>-1.0 to -0.5<0>    0
      <38;2;138;138;138>-0.5 to  0.0<0>    0
      <38;2;138;138;138> 0.0 to  0.5<0>    0
      <38;2;138;138;138> 0.5 to  1.0<0>  900  <38;2;208;208;208>━━━━━━━━━━━━━━━━━━━━━<0>
      <38;2;138;138;138> 1.0 to  1.5<0>   40  <38;2;208;208;208>━<0>
      <38;2;138;138;138>╴  too few for a bar on this scale<0>

      """#)
    try FigureSamples.expect(
      "a histogram", [80, 120], isColored: true,
      #"""
      <38;2;138;138;138>h<0>
      <38;2;138;138;138>-2.5 to -2.0<0>    1  <38;2;208;208;208>╴<0>
      <38;2;138;138;138>-2.0 to -1.5<0>    0
      <38;2;138;138;138>-1.5 to -1.0<0>    0
      <38;2;138;138;138>-1.0 to -0.5<0>    0
      <38;2;138;138;138>-0.5 to  0.0<0>    0
      <38;2;138;138;138> 0.0 to  0.5<0>    0
      <38;2;138;138;138> 0.5 to  1.0<0>  900  <38;2;208;208;208>━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━<0>
      <38;2;138;138;138> 1.0 to  1.5<0>   40  <38;2;208;208;208>━━<0>
      <38;2;138;138;138>╴  too few for a bar on this scale<0>

      """#)
  }

  @Test func `a layer under way, as it is drawn`() throws {
    try FigureSamples.expect(
      "a layer under way", [40, 80, 120], isColored: false,
      #"""
      layer 1   @ .[+]_ _  3 of 5

      """#)
    try FigureSamples.expect(
      "a layer under way", [40, 80, 120], isColored: true,
      #"""
      <38;2;138;138;138>layer 1   <0>█ ░<1>[▓]<22;38;2;138;138;138>· ·  3 of 5<0>

      """#)
  }
}
