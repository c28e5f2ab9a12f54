extension EditLineEditor {
  /// Milliseconds between two looks for news.
  private static let newsDelay: CInt = 300

  /// The next key for libedit, after whatever signals ask for.
  func nextKey() -> EditLine.NextKey {
    while true {
      if !queue.isEmpty { return .key(queue.removeFirst()) }
      if let key = replayed {
        replayed = nil
        if let ended = take(key) { return ended }
        continue
      }
      prepareAfterFirstPrompt()
      if let abandoned = actOnSignals() { return abandoned }
      undo.note(editLine.buffer)
      mendWideCharacters()
      mendTallLine()
      if !terminal.input.isPending { paint() }
      let event = terminal.input.next(timeout: services.hasNews == nil ? nil : Self.newsDelay)
      unpaint()
      switch event {
      case .key(let key):
        if let ended = take(key) { return ended }
      case .signal: continue
      case .timeout:
        guard editLine.buffer.scalars.isEmpty, services.hasNews?() == true else { continue }
        writeToTerminal("\r\n")
        end(with: .news)
        return .abandon
      case .end:
        end(with: .end)
        return .end
      }
    }
  }

  /// Turns a key into what libedit is to see; a result if it ends the read.
  private func take(_ key: Key) -> EditLine.NextKey? {
    let buffer = editLine.buffer
    let acceptance = overlay.suggestion == nil ? nil : acceptance(by: key)
    if acceptance == nil { overlay.suggestion = nil }
    switch key {
    case .character, .backspace: break
    default: overlay.painting = LinePainting()
    }
    if key != .tab, key != .backTab, key != .escape { cycle = nil }
    switch key {
    // Characters of no width would put libedit's columns off.
    case .character(let scalar) where TextWidth.of(scalar) == 0: break
    case .ctrl("c"): return interrupt()
    case .ctrl("z"): stop()
    case .ctrl("\\"): terminal.quit()
    case .ctrl("d") where buffer.scalars.isEmpty:
      writeToTerminal("\r\n")
      end(with: .end)
      return .end
    case .ctrl("d") where buffer.isAtEnd: queue = [PrivateKey.list.rawValue]
    case .alt(".") where !settings.usesViKeys: queue = [PrivateKey.lastWord.rawValue]
    case .escape where cycle != nil: queue = [PrivateKey.cancelCompletion.rawValue]
    case .paste(let text):
      pasted = text
      queue = key.numbers
    default: queue = acceptance.map { [$0.rawValue] } ?? key.numbers
    }
    return nil
  }

  func actOnSignals() -> EditLine.NextKey? {
    if WatchedSignal.interrupt.take() { return interrupt() }
    if WatchedSignal.stop.take() { stop() }
    if WatchedSignal.resumed.take() { resume() }
    if WatchedSignal.windowSize.take() { redrawForNewSize() }
    return nil
  }

  private func interrupt() -> EditLine.NextKey {
    moveToEndOfLine()
    writeToTerminal("^C\r\n")
    end(with: .interrupted)
    return .abandon
  }

  /// Stops this process until the shell resumes it.
  private func stop() {
    moveToEndOfLine()
    terminal.suspend()
    resume()
  }

  /// Takes the terminal up again after another process has had it.
  func resume() {
    _ = WatchedSignal.resumed.take()
    // libedit believes the terminal is still in its mode, and would leave it as the shell has it.
    editLine.setEditing(false)
    editLine.setEditing(true)
    editLine.adoptWindowSize()
    terminal.adoptSize()
    writeToTerminal("\r\u{1b}[J")
    redraw()
  }

  private func redrawForNewSize() {
    let buffer = editLine.buffer
    let before = terminal.size.columns
    terminal.adoptSize()
    // Where wrapped lines are not joined and split, the rows above are still those of before.
    let columns = settings.reflowsOnResize ? terminal.size.columns : before
    let row = layout(of: buffer, columns: columns).position(buffer.cursor).row
    writeToTerminal("\r" + (row > 0 ? "\u{1b}[\(row)A" : "") + "\u{1b}[J")
    editLine.adoptWindowSize()
    redraw()
  }

  /// Redraws the line where libedit may have drawn it wrongly: when it compares rows, half of a wide
  /// character equals half of another, and the rest of the row ends up a column off.
  private func mendWideCharacters() {
    let buffer = editLine.buffer
    let before = shown
    shown = buffer.scalars
    let isWide = { (scalar: Unicode.Scalar) in TextWidth.of(scalar) > 1 }
    let (shorter, longer) =
      before.count < shown.count ? (before[...], shown) : (shown[...], before)
    guard !longer.starts(with: shorter), longer.contains(where: isWide) else { return }
    let layout = layout(of: buffer)
    guard layout.end.row < terminal.size.rows else { return }
    let row = layout.position(buffer.cursor).row
    writeToTerminal("\r" + (row > 0 ? "\u{1b}[\(row)A" : "") + "\u{1b}[J")
    redraw()
  }

  /// Redraws a line that is taller than the window once the cursor comes back into it: libedit counts
  /// rows from the line's first, and takes the top of the window for that.
  private func mendTallLine() {
    let buffer = editLine.buffer
    let layout = layout(of: buffer)
    let isAbove = layout.end.row - layout.position(buffer.cursor).row >= terminal.size.rows
    defer { cursorWasAbove = isAbove }
    guard cursorWasAbove, !isAbove else { return }
    writeToTerminal("\u{1b}[H\u{1b}[J")
    redraw()
  }

  /// Redraws prompt and line from the row where the cursor is.
  func redraw() {
    forgetPainting()
    editLine.redraw()
  }
}

extension EditLineEditor {
  /// What a key does with a suggestion at the end of the line: as far as it would go in it.
  private func acceptance(by key: Key) -> PrivateKey? {
    switch key {
    case .right, .end, .ctrl("e"), .ctrl("f"): .acceptSuggestion
    case .wordRight: .acceptWord
    // With vi's keys Alt is Escape and a command.
    case .alt("f") where !settings.usesViKeys: .acceptWord
    default: nil
    }
  }
}
