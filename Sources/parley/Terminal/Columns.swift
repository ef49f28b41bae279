/// Measures, cuts and wraps text in columns of a terminal.
enum Columns {
  /// The number of columns that `text` takes.
  static func width(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  /// Returns `text` cut to `columns`, with an ellipsis where something was cut.
  static func cut(_ text: String, to columns: Int, ellipsis: String = "…") -> String {
    guard width(text) > columns else { return text }
    let room = max(0, columns - width(ellipsis))
    var taken = 0
    var result = ""
    for character in text {
      let next = width(String(character))
      guard taken + next <= room else { break }
      taken += next
      result.append(character)
    }
    while result.last == " " { result.removeLast() }
    return result + ellipsis
  }

  /// Returns `text` with spaces up to `columns`, on the left if `isRight` holds.
  static func pad(_ text: String, to columns: Int, isRight: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, columns - width(text)))
    return isRight ? spaces + text : text + spaces
  }

  /// Breaks `text` at spaces into at most `lines` lines of `columns` each; the last is cut where
  /// words are left over. A word longer than a line is broken.
  static func wrap(
    _ text: String, columns: Int, lines limit: Int = .max, ellipsis: String = "…"
  ) -> [String] {
    let columns = max(8, columns)
    var lines: [String] = []
    var line = ""
    var words = text.split(separator: " ").map(String.init)[...]
    while let word = words.popFirst() {
      let joined = line.isEmpty ? word : line + " " + word
      if width(joined) <= columns {
        line = joined
        continue
      }
      if line.isEmpty {
        let head = cut(word, to: columns, ellipsis: "")
        words.insert(String(word.dropFirst(head.count)), at: words.startIndex)
        line = head
      } else {
        words.insert(word, at: words.startIndex)
      }
      if lines.count + 1 == limit {
        let rest = ([line] + words).joined(separator: " ")
        return lines + [cut(rest, to: columns, ellipsis: ellipsis)]
      }
      lines.append(line)
      line = ""
    }
    return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
  }

  /// Returns `text` on one line: white space squeezed, and as ``harmless(_:)`` makes it.
  static func plain(_ text: some StringProtocol) -> String {
    var result = ""
    var needsSpace = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        needsSpace = true
        continue
      }
      if isObeyed(scalar) { continue }
      if needsSpace, !result.isEmpty { result.append(" ") }
      needsSpace = false
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// Returns `text` without control characters, direction overrides and the like.
  static func harmless(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isObeyed) else { return text }
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: text.unicodeScalars.filter { !isObeyed($0) })
    return String(kept)
  }

  /// Whether a terminal does something at the scalar instead of showing it.
  private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    if (0x20..<0x7F).contains(scalar.value) { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }

  /// The columns of one scalar: none for marks that join the one before, two for the wide scripts
  /// of East Asia and for pictures.
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
