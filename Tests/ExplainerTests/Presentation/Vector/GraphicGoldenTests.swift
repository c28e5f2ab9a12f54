import Testing

@testable import Presentation

/// Every kind of figure as SVG, to the last number.
struct GraphicGoldenTests {
  /// The elements of a small figure's SVG.
  private func svg(_ name: String) -> String {
    let figure = SmallFigures.all.first { $0.name == name }?.figure
    let svg = figure?.graphic().svg(title: "", description: "") ?? ""
    return svg.split(separator: "\n").dropFirst(3).dropLast().joined(separator: "\n")
  }

  @Test func `a picture has its squares, its ruler and what is pointed out`() {
    #expect(
      svg("picture") == """
        <text x="0" y="12" font-size="12" font-weight="bold" textLength="16.28" lengthAdjust="spacingAndGlyphs" fill="#1c1c1c">ink</text>
        <g shape-rendering="crispEdges">
        <path fill="#1c1c1c" d="M20 40h28v28h-28zM76 68h28v28h-28z"/>
        <path fill="#b39743" d="M48 40h28v28h-28z"/>
        <path fill="#ffffff" d="M76 40h28v28h-28zM20 68h56v28h-56z"/>
        </g>
        <polyline points="48,40 76,40 76,68 48,68 48,40" fill="none" stroke="#ffd75f" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="34" y="36" font-size="9" text-anchor="middle" fill="#6c6c6c">0</text>
        <text x="15" y="57" font-size="9" text-anchor="end" fill="#6c6c6c">0</text>
        """)
  }

  @Test func `a row of numbers stands in fields`() {
    #expect(
      svg("row") == """
        <text x="0" y="12" font-size="12" font-weight="bold" fill="#1c1c1c">a</text>
        <text x="22" y="38" font-size="9" text-anchor="middle" fill="#6c6c6c">0</text>
        <rect x="1" y="42" width="42" height="28" fill="#9a9a9a"/>
        <rect x="2" y="43" width="40" height="26" fill="#f7f7f7"/>
        <text x="22" y="60" font-size="12" text-anchor="middle" textLength="23.52" lengthAdjust="spacingAndGlyphs" fill="#000000">0.97</text>
        <text x="66" y="38" font-size="9" text-anchor="middle" fill="#6c6c6c">1</text>
        <rect x="45" y="42" width="42" height="28" fill="#9a9a9a"/>
        <rect x="46" y="43" width="40" height="26" fill="#1c1c1c"/>
        <text x="66" y="60" font-size="12" text-anchor="middle" fill="#ffffff">?</text>
        """)
  }

  @Test func `pictures of a gallery share a legend`() {
    #expect(
      svg("gallery") == """
        <text x="0" y="10" font-size="10" textLength="25.1" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">w &amp; b</text>
        <g shape-rendering="crispEdges">
        <path fill="#004744" d="M0 16h70v70h-70z"/>
        <path fill="#d8661a" d="M70 16h70v70h-70z"/>
        <path fill="#f2f2f2" d="M0 86h70v70h-70z"/>
        <path fill="#6ccfc8" d="M70 86h70v70h-70z"/>
        </g>
        <text x="152" y="10" font-size="10" textLength="25.1" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">w &amp; b</text>
        <g shape-rendering="crispEdges">
        <path fill="#004744" d="M152 16h70v70h-70z"/>
        <path fill="#d8661a" d="M222 16h70v70h-70z"/>
        <path fill="#f2f2f2" d="M152 86h70v70h-70z"/>
        <path fill="#6ccfc8" d="M222 86h70v70h-70z"/>
        </g>
        <rect x="0" y="168" width="11" height="11" fill="#008781"/>
        <text x="17" y="178" font-size="12" textLength="42.96" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">above 0</text>
        <rect x="75.96" y="168" width="11" height="11" fill="#c25500"/>
        <text x="92.96" y="178" font-size="12" textLength="41.52" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">below 0</text>
        """)
  }

  @Test func `bars lie on tracks, the highlighted one in gold`() {
    #expect(
      svg("bars") == """
        <text x="0" y="12" font-size="12" font-weight="bold" textLength="41.98" lengthAdjust="spacingAndGlyphs" fill="#1c1c1c">outputs</text>
        <text x="7.12" y="40" font-size="12" text-anchor="end" fill="#1c1c1c">0</text>
        <rect x="15.12" y="31" width="260" height="10" fill="#e6e6e6"/>
        <rect x="15.12" y="31" width="65" height="10" fill="#444444"/>
        <text x="322.3" y="40" font-size="12" text-anchor="end" textLength="36.96" lengthAdjust="spacingAndGlyphs" fill="#1c1c1c">0.2500</text>
        <text x="7.12" y="60" font-size="12" text-anchor="end" font-weight="bold" fill="#875f00">1</text>
        <rect x="15.12" y="51" width="260" height="10" fill="#e6e6e6"/>
        <rect x="15.12" y="51" width="260" height="10" fill="#875f00"/>
        <text x="322.3" y="60" font-size="12" text-anchor="end" font-weight="bold" textLength="39.18" lengthAdjust="spacingAndGlyphs" fill="#875f00">1.0000</text>
        """)
  }

  @Test func `bars below 0 go the other way`() {
    #expect(
      svg("diverging") == """
        <text x="7.12" y="14" font-size="12" text-anchor="end" fill="#1c1c1c">b</text>
        <rect x="15.12" y="5" width="173.33" height="10" fill="#a84900"/>
        <text x="326.5" y="14" font-size="12" text-anchor="end" textLength="40.92" lengthAdjust="spacingAndGlyphs" fill="#1c1c1c">-1.0000</text>
        <text x="7.12" y="34" font-size="12" text-anchor="end" fill="#1c1c1c">c</text>
        <rect x="188.46" y="25" width="86.67" height="10" fill="#006d69"/>
        <text x="326.5" y="34" font-size="12" text-anchor="end" textLength="36.96" lengthAdjust="spacingAndGlyphs" fill="#1c1c1c">0.5000</text>
        <text x="7.12" y="54" font-size="12" text-anchor="end" fill="#1c1c1c">d</text>
        <text x="326.5" y="54" font-size="12" text-anchor="end" textLength="36.96" lengthAdjust="spacingAndGlyphs" fill="#1c1c1c">0.0000</text>
        <polyline points="188.46,0 188.46,60" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        """)
  }

  @Test func `numbers stand in columns under a rule`() {
    #expect(
      svg("grid") == """
        <text x="41.5" y="11.25" font-size="10" text-anchor="end" fill="#6c6c6c">0</text>
        <text x="73.4" y="11.25" font-size="10" text-anchor="end" fill="#6c6c6c">1</text>
        <polyline points="9.6,16 73.4,16" fill="none" stroke="#9a9a9a" stroke-width="0.75" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="5.6" y="30.25" font-size="10" text-anchor="end" fill="#6c6c6c">3</text>
        <text x="41.5" y="30.25" font-size="10" text-anchor="end" fill="#6c6c6c">·</text>
        <text x="73.4" y="30.25" font-size="10" text-anchor="end" textLength="19.6" lengthAdjust="spacingAndGlyphs" fill="#1c1c1c">1.50</text>
        <text x="5.6" y="45.25" font-size="10" text-anchor="end" fill="#6c6c6c">4</text>
        <text x="41.5" y="45.25" font-size="10" text-anchor="end" textLength="22.9" lengthAdjust="spacingAndGlyphs" fill="#1c1c1c">-2.00</text>
        """)
  }

  @Test func `curves differ without their colors`() {
    #expect(
      svg("plot") == """
        <polyline points="19.9,8 45.9,8" fill="none" stroke="#0072b2" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="52.9" y="12" font-size="12" fill="#6c6c6c">x</text>
        <polyline points="75.9,8 101.9,8" fill="none" stroke="#875f00" stroke-width="2" stroke-dasharray="7 5" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="108.9" y="12" font-size="12" textLength="38.76" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">x^2 &lt; 1</text>
        <polyline points="18.9,320 498.9,320" fill="none" stroke="#e6e6e6" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="14.9,320 18.9,320" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="11.9" y="323.5" font-size="10" text-anchor="end" textLength="8.9" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">-1</text>
        <polyline points="18.9,176 498.9,176" fill="none" stroke="#9a9a9a" stroke-width="0.75" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="14.9,176 18.9,176" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="11.9" y="179.5" font-size="10" text-anchor="end" fill="#6c6c6c">0</text>
        <polyline points="18.9,32 498.9,32" fill="none" stroke="#e6e6e6" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="14.9,32 18.9,32" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="11.9" y="35.5" font-size="10" text-anchor="end" fill="#6c6c6c">1</text>
        <polyline points="18.9,320 18.9,324" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="18.9" y="336" font-size="10" text-anchor="middle" textLength="17.3" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">-1.0</text>
        <polyline points="66.9,320 66.9,324" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="66.9" y="336" font-size="10" text-anchor="middle" textLength="17.3" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">-0.8</text>
        <polyline points="114.9,320 114.9,324" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="114.9" y="336" font-size="10" text-anchor="middle" textLength="17.3" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">-0.6</text>
        <polyline points="162.9,320 162.9,324" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="162.9" y="336" font-size="10" text-anchor="middle" textLength="17.3" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">-0.4</text>
        <polyline points="210.9,320 210.9,324" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="210.9" y="336" font-size="10" text-anchor="middle" textLength="17.3" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">-0.2</text>
        <polyline points="258.9,320 258.9,32" fill="none" stroke="#9a9a9a" stroke-width="0.75" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="258.9,320 258.9,324" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="258.9" y="336" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">0.0</text>
        <polyline points="306.9,320 306.9,324" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="306.9" y="336" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">0.2</text>
        <polyline points="354.9,320 354.9,324" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="354.9" y="336" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">0.4</text>
        <polyline points="402.9,320 402.9,324" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="402.9" y="336" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">0.6</text>
        <polyline points="450.9,320 450.9,324" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="450.9" y="336" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">0.8</text>
        <polyline points="498.9,320 498.9,324" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="498.9" y="336" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">1.0</text>
        <polyline points="18.9,320 18.9,32" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="18.9,320 498.9,320" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="18.9,32 138.9,140 258.9,176 378.9,140 498.9,32" fill="none" stroke="#875f00" stroke-width="2" stroke-dasharray="7 5" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="18.9,320 498.9,32" fill="none" stroke="#0072b2" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>
        """)
  }

  @Test func `a tangent touches in a ball over a mark on the axis`() {
    #expect(
      svg("tangent") == """
        <polyline points="25,8 51,8" fill="none" stroke="#1c1c1c" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="58" y="12" font-size="12" textLength="38.76" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">x^2 &lt; 1</text>
        <polyline points="113.76,8 139.76,8" fill="none" stroke="#0072b2" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="146.76" y="12" font-size="12" textLength="75" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">its slope there</text>
        <circle cx="243.76" cy="8" r="5" fill="#ffd75f" stroke="#875f00" stroke-width="1.5"/>
        <text x="255.76" y="12" font-size="12" textLength="71.76" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">the knob now</text>
        <polyline points="24,224 504,224" fill="none" stroke="#9a9a9a" stroke-width="0.75" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="20,224 24,224" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="17" y="227.5" font-size="10" text-anchor="end" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">0.0</text>
        <polyline points="24,128 504,128" fill="none" stroke="#e6e6e6" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="20,128 24,128" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="17" y="131.5" font-size="10" text-anchor="end" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">0.5</text>
        <polyline points="24,32 504,32" fill="none" stroke="#e6e6e6" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="20,32 24,32" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="17" y="35.5" font-size="10" text-anchor="end" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">1.0</text>
        <polyline points="24,224 24,228" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="24" y="240" font-size="10" text-anchor="middle" textLength="17.3" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">-1.0</text>
        <polyline points="72,224 72,228" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="72" y="240" font-size="10" text-anchor="middle" textLength="17.3" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">-0.8</text>
        <polyline points="120,224 120,228" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="120" y="240" font-size="10" text-anchor="middle" textLength="17.3" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">-0.6</text>
        <polyline points="168,224 168,228" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="168" y="240" font-size="10" text-anchor="middle" textLength="17.3" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">-0.4</text>
        <polyline points="216,224 216,228" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="216" y="240" font-size="10" text-anchor="middle" textLength="17.3" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">-0.2</text>
        <polyline points="264,224 264,32" fill="none" stroke="#9a9a9a" stroke-width="0.75" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="264,224 264,228" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="264" y="240" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">0.0</text>
        <polyline points="312,224 312,228" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="312" y="240" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">0.2</text>
        <polyline points="360,224 360,228" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="360" y="240" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">0.4</text>
        <polyline points="408,224 408,228" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="408" y="240" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">0.6</text>
        <polyline points="456,224 456,228" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="456" y="240" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">0.8</text>
        <polyline points="504,224 504,228" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="504" y="240" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">1.0</text>
        <polyline points="24,224 24,32" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="24,224 504,224" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="24,32 144,176 264,224 384,176 504,32" fill="none" stroke="#1c1c1c" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="384,176 384,224" fill="none" stroke="#875f00" stroke-width="1" stroke-dasharray="2 4" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="324,224 446.47,126.02" fill="none" stroke="#0072b2" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="384,225 380,232 388,232 384,225" fill="none" stroke="#875f00" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>
        <circle cx="384" cy="176" r="5" fill="#ffd75f" stroke="#875f00" stroke-width="1.5"/>
        """)
  }

  @Test func `a training has two plots`() {
    #expect(
      svg("training") == """
        <polyline points="25,8 51,8" fill="none" stroke="#0072b2" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="58" y="12" font-size="12" textLength="95.88" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">mean cost 0.2000</text>
        <polyline points="24,228 354,228" fill="none" stroke="#9a9a9a" stroke-width="0.75" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="20,228 24,228" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="17" y="231.5" font-size="10" text-anchor="end" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">0.0</text>
        <polyline points="24,128 354,128" fill="none" stroke="#e6e6e6" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="20,128 24,128" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="17" y="131.5" font-size="10" text-anchor="end" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">0.5</text>
        <polyline points="24,28 354,28" fill="none" stroke="#e6e6e6" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="20,28 24,28" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="17" y="31.5" font-size="10" text-anchor="end" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">1.0</text>
        <polyline points="24,228 24,232" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="24" y="244" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">0.0</text>
        <polyline points="106.5,228 106.5,232" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="106.5" y="244" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">0.5</text>
        <polyline points="189,228 189,232" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="189" y="244" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">1.0</text>
        <polyline points="271.5,228 271.5,232" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="271.5" y="244" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">1.5</text>
        <polyline points="354,228 354,232" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="354" y="244" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">2.0</text>
        <polyline points="24,228 24,28" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="24,228 354,228" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="106.5,68 189,148 354,188" fill="none" stroke="#0072b2" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="354" y="260" font-size="10" text-anchor="end" textLength="32.4" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">epochs</text>
        <polyline points="421.7,8 447.7,8" fill="none" stroke="#0072b2" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="454.7" y="12" font-size="12" textLength="80.52" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">held out 70.0%</text>
        <polyline points="552.22,8 578.22,8" fill="none" stroke="#875f00" stroke-width="2" stroke-dasharray="7 5" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="585.22" y="12" font-size="12" textLength="77.04" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">training 75.0%</text>
        <polyline points="420.7,228 750.7,228" fill="none" stroke="#9a9a9a" stroke-width="0.75" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="416.7,228 420.7,228" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="413.7" y="231.5" font-size="10" text-anchor="end" textLength="14.5" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">0%</text>
        <polyline points="420.7,128 750.7,128" fill="none" stroke="#e6e6e6" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="416.7,128 420.7,128" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="413.7" y="131.5" font-size="10" text-anchor="end" textLength="20.1" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">50%</text>
        <polyline points="420.7,28 750.7,28" fill="none" stroke="#e6e6e6" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="416.7,28 420.7,28" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="413.7" y="31.5" font-size="10" text-anchor="end" textLength="25.7" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">100%</text>
        <polyline points="420.7,228 420.7,232" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="420.7" y="244" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">0.0</text>
        <polyline points="503.2,228 503.2,232" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="503.2" y="244" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">0.5</text>
        <polyline points="585.7,228 585.7,232" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="585.7" y="244" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">1.0</text>
        <polyline points="668.2,228 668.2,232" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="668.2" y="244" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">1.5</text>
        <polyline points="750.7,228 750.7,232" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="750.7" y="244" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">2.0</text>
        <polyline points="420.7,228 420.7,28" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="420.7,228 750.7,228" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="503.2,115.5 750.7,78" fill="none" stroke="#875f00" stroke-width="2" stroke-dasharray="7 5" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="420.7,128 750.7,88" fill="none" stroke="#0072b2" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="750.7" y="260" font-size="10" text-anchor="end" textLength="32.4" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">epochs</text>
        """)
  }

  @Test func `a histogram has bars from low to high and their counts`() {
    #expect(
      svg("histogram") == """
        <text x="0" y="12" font-size="12" font-weight="bold" fill="#1c1c1c">h</text>
        <polyline points="15.6,252 495.6,252" fill="none" stroke="#9a9a9a" stroke-width="0.75" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="11.6,252 15.6,252" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="8.6" y="255.5" font-size="10" text-anchor="end" fill="#6c6c6c">0</text>
        <polyline points="15.6,150.15 495.6,150.15" fill="none" stroke="#e6e6e6" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="11.6,150.15 15.6,150.15" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="8.6" y="153.65" font-size="10" text-anchor="end" fill="#6c6c6c">1</text>
        <polyline points="15.6,48.3 495.6,48.3" fill="none" stroke="#e6e6e6" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="11.6,48.3 15.6,48.3" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="8.6" y="51.8" font-size="10" text-anchor="end" fill="#6c6c6c">2</text>
        <polyline points="15.6,252 15.6,256" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="15.6" y="268" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">0.0</text>
        <polyline points="63.6,252 63.6,256" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="63.6" y="268" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">0.2</text>
        <polyline points="111.6,252 111.6,256" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="111.6" y="268" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">0.4</text>
        <polyline points="159.6,252 159.6,256" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="159.6" y="268" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">0.6</text>
        <polyline points="207.6,252 207.6,256" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="207.6" y="268" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">0.8</text>
        <polyline points="255.6,252 255.6,256" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="255.6" y="268" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">1.0</text>
        <polyline points="303.6,252 303.6,256" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="303.6" y="268" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">1.2</text>
        <polyline points="351.6,252 351.6,256" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="351.6" y="268" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">1.4</text>
        <polyline points="399.6,252 399.6,256" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="399.6" y="268" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">1.6</text>
        <polyline points="447.6,252 447.6,256" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="447.6" y="268" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">1.8</text>
        <polyline points="495.6,252 495.6,256" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="495.6" y="268" font-size="10" text-anchor="middle" textLength="14" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">2.0</text>
        <polyline points="15.6,252 15.6,32" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="15.6,252 495.6,252" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <rect x="16.6" y="150.15" width="46" height="101.85" fill="#9a9a9a"/>
        <text x="39.6" y="146.15" font-size="9" text-anchor="middle" fill="#6c6c6c">1</text>
        <rect x="256.6" y="48.3" width="46" height="203.7" fill="#9a9a9a"/>
        <text x="279.6" y="44.3" font-size="9" text-anchor="middle" fill="#6c6c6c">2</text>
        <rect x="448.6" y="150.15" width="46" height="101.85" fill="#9a9a9a"/>
        <text x="471.6" y="146.15" font-size="9" text-anchor="middle" fill="#6c6c6c">1</text>
        <polyline points="15.6,252 495.6,252" fill="none" stroke="#9a9a9a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        """)
  }

  @Test func `neurons are lamps, the one in turn in a ring`() {
    #expect(
      svg("neurons") == """
        <text x="0" y="12" font-size="12" font-weight="bold" textLength="38.29" lengthAdjust="spacingAndGlyphs" fill="#1c1c1c">layer 1</text>
        <rect x="0" y="26" width="108" height="58" rx="6" fill="#1c1c1c"/>
        <circle cx="26" cy="52" r="9" fill="#ffffff" stroke="#8a8a8a" stroke-width="1"/>
        <text x="26" y="74" font-size="8" text-anchor="middle" fill="#8a8a8a">0</text>
        <circle cx="54" cy="52" r="9" fill="#a0a0a0" stroke="#8a8a8a" stroke-width="1"/>
        <circle cx="54" cy="52" r="12" fill="none" stroke="#ffd75f" stroke-width="2"/>
        <text x="54" y="74" font-size="8" text-anchor="middle" fill="#ffd75f">1</text>
        <circle cx="82" cy="52" r="9" fill="none" stroke="#8a8a8a" stroke-width="1"/>
        <text x="82" y="74" font-size="8" text-anchor="middle" fill="#8a8a8a">2</text>
        <text x="0" y="106" font-size="12" textLength="133.44" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">2 of 3 neurons computed</text>
        """)
  }

  @Test func `a network has lines by strength and a ring`() {
    #expect(
      svg("network") == """
        <rect x="0" y="0" width="605" height="474" rx="10" fill="#1c1c1c"/>
        <g shape-rendering="crispEdges">
        <path fill="#d45f00" d="M24 168h112v112h-112z"/>
        <path fill="#1c1c1c" d="M136 168h112v112h-112z"/>
        </g>
        <polyline points="24,168 248,168 248,280 24,280 24,168" fill="none" stroke="#3a3a3a" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="136" y="456" font-size="12" text-anchor="middle" textLength="83.64" lengthAdjust="spacingAndGlyphs" fill="#8a8a8a">layer 0, 2 pixels</text>
        <polyline points="360,224 500,241" fill="none" stroke="#4fc5bf" stroke-width="2.68" stroke-linecap="round" stroke-linejoin="round"/>
        <polyline points="80,224 360,224" fill="none" stroke="#ed8d51" stroke-width="2.68" stroke-dasharray="6 5" stroke-linecap="round" stroke-linejoin="round"/>
        <circle cx="360" cy="224" r="9" fill="#808080" stroke="#d0d0d0" stroke-width="1"/>
        <text x="360" y="456" font-size="12" text-anchor="middle" textLength="36.12" lengthAdjust="spacingAndGlyphs" fill="#8a8a8a">layer 1</text>
        <circle cx="500" cy="207" r="9" fill="#4e4e4e" stroke="#d0d0d0" stroke-width="1"/>
        <text x="519" y="211.5" font-size="13" fill="#e8e8e8">0</text>
        <text x="575" y="211.5" font-size="12" text-anchor="end" textLength="23.52" lengthAdjust="spacingAndGlyphs" fill="#8a8a8a">0.25</text>
        <circle cx="500" cy="241" r="9" fill="#e6e6e6" stroke="#d0d0d0" stroke-width="1"/>
        <circle cx="500" cy="241" r="13" fill="none" stroke="#ffd75f" stroke-width="2"/>
        <text x="519" y="245.5" font-size="13" font-weight="bold" fill="#ffd75f">1</text>
        <text x="575" y="245.5" font-size="12" text-anchor="end" textLength="23.52" lengthAdjust="spacingAndGlyphs" fill="#ffd75f">0.90</text>
        <text x="500" y="456" font-size="12" text-anchor="middle" textLength="36.12" lengthAdjust="spacingAndGlyphs" fill="#8a8a8a">layer 2</text>
        <polyline points="1,492 27,492" fill="none" stroke="#008984" stroke-width="2.16" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="34" y="496" font-size="12" textLength="14.04" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">for</text>
        <polyline points="65.04,492 91.04,492" fill="none" stroke="#be5400" stroke-width="2.16" stroke-dasharray="6 5" stroke-linecap="round" stroke-linejoin="round"/>
        <text x="98.04" y="496" font-size="12" textLength="38.88" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">against</text>
        <text x="0" y="522" font-size="12" textLength="274.68" lengthAdjust="spacingAndGlyphs" fill="#6c6c6c">The strongest votes w·a, traced back from output 1.</text>
        """)
  }
}
