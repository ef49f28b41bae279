/// Lines of text for a terminal, written one after the other.
struct Sheet {
  /// What the terminal can show.
  let terminal: Terminal
  /// The signs to use.
  let signs: Signs
  private(set) var bytes: [UInt8] = []

  /// Starts an empty sheet.
  init(_ terminal: Terminal) {
    self.terminal = terminal
    signs = terminal.hasUnicode ? .unicode : .ascii
  }

  /// Writes an empty line.
  mutating func gap() { bytes.append(0x0A) }

  /// Writes one line; spaces at its end are left out, and characters that a terminal would obey.
  mutating func line(_ parts: [StyledText]) {
    var parts = parts
    for index in parts.indices { parts[index].text = Columns.harmless(parts[index].text) }
    while let last = parts.last, last.style == nil {
      guard last.text.utf8.last == UInt8(ascii: " ") else {
        if last.text.isEmpty { parts.removeLast() } else { break }
        continue
      }
      let kept = last.text.utf8.lastIndex { $0 != UInt8(ascii: " ") }
      guard let kept else {
        parts.removeLast()
        continue
      }
      parts[parts.count - 1].text = String(last.text[...kept])
      break
    }
    for part in parts {
      if terminal.hasColour, let style = part.style {
        bytes.append(contentsOf: "\u{1B}[\(style.rawValue)m\(part.text)\u{1B}[0m".utf8)
      } else {
        bytes.append(contentsOf: part.text.utf8)
      }
    }
    gap()
  }

  /// Writes one line.
  mutating func line(_ parts: StyledText...) { line(parts) }

  /// Writes `text` from column `indent` on, wrapped to the width, at most `limit` lines.
  mutating func paragraph(
    _ text: String, indent: Int = 0, style: Style? = nil, lines limit: Int = .max
  ) {
    let lines = Columns.wrap(
      text, columns: terminal.width - indent, lines: limit, ellipsis: signs.ellipsis)
    for line in lines {
      self.line(StyledText(String(repeating: " ", count: indent)), StyledText(line, style))
    }
  }
}
