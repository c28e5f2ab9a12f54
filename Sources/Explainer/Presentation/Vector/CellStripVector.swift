extension CellStrip {
  /// The neurons as lamps on dark paper: the one in turn in a ring, those to come dim rings.
  func graphic(by pen: Pen) -> Graphic {
    let (perRow, pitch, radius, margin) = (16, 28.0, 9.0, 12.0)
    // Of a large layer those around the one in turn.
    let most = 20 * perRow
    let first = min(max(current - most / 2, 0), max(cells.count - most, 0)) / perRow * perRow
    let shown = first..<min(first + most, cells.count)
    let columns = min(shown.count, perRow)
    let rows = (shown.count + perRow - 1) / perRow
    let light = Pen.onDark
    let size = Graphic.Size(
      2 * margin + Double(columns) * pitch, 2 * margin + Double(rows) * (pitch + 12) - 6)
    var strip = Graphic(
      size, [.box(Graphic.Box(0, 0, size.width, size.height), Pen.darkPaper, corner: 6)])
    for (slot, index) in shown.enumerated() {
      let center = Graphic.Point(
        margin + (Double(slot % perRow) + 0.5) * pitch,
        margin + Double(slot / perRow) * (pitch + 12) + pitch / 2)
      let rim = Graphic.Stroke(light.paint(.quiet), width: 1)
      strip.shapes.append(
        .disc(center, radius: radius, fill: cells[index].map(light.lamp), rim: rim))
      if index == current {
        strip.shapes.append(
          .disc(
            center, radius: radius + 3, fill: nil,
            rim: Graphic.Stroke(light.paint(.verdict), width: 2)))
      }
      strip.shapes.append(
        light.text(
          String(index), center.x, center.y + radius + 13, .middle, size: 8,
          light.paint(index == current ? .verdict : .quiet)))
    }
    let known = cells.count { $0 != nil }
    return pen.titled(
      title, strip,
      pen.paragraph(
        "\(Number.grouped(known)) of \(counted(cells.count, "neuron")) computed",
        within: max(size.width, Pen.titleRoom), pen.paint(.quiet)))
  }
}
