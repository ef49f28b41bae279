/// A table for people, and the same as CSV.
struct Table {
  /// One column.
  struct Column {
    let title: String
    let isRight: Bool

    /// A column of words, on the left.
    static func words(_ title: String) -> Column { Column(title: title, isRight: false) }
    /// A column of numbers, on the right.
    static func number(_ title: String) -> Column { Column(title: title, isRight: true) }
  }

  let columns: [Column]
  private(set) var rows: [[String]] = []
  /// The rows before which a rule is drawn.
  private var rules: Set<Int> = []

  /// Starts an empty table.
  init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row, one text a column.
  mutating func row(_ cells: [String]) { rows.append(cells) }

  /// Draws a rule before the next row.
  mutating func rule() { rules.insert(rows.count) }

  /// Writes the table to `sheet`, the first column cut where the width does not suffice.
  func write(to sheet: inout Sheet) {
    var widths = columns.indices.map { column in
      rows.reduce(Columns.width(columns[column].title)) { max($0, Columns.width($1[column])) }
    }
    let excess = widths.reduce(0, +) + 2 * (columns.count - 1) - sheet.terminal.width
    if excess > 0,
      let widest = columns.indices.filter({ !columns[$0].isRight }).max(by: {
        widths[$0] < widths[$1]
      })
    {
      widths[widest] = max(8, widths[widest] - excess)
    }
    func line(_ cells: [String], _ style: Style?) {
      let text = columns.indices.map { column in
        let cell = Columns.cut(cells[column], to: widths[column], ellipsis: sheet.signs.ellipsis)
        return Columns.pad(cell, to: widths[column], isRight: columns[column].isRight)
      }.joined(separator: "  ")
      sheet.line(StyledText(text, style))
    }
    line(columns.map(\.title), .heading)
    for (index, row) in rows.enumerated() {
      if rules.contains(index) { sheet.gap() }
      line(row, nil)
    }
  }

  /// The table as CSV (RFC 4180), numbers without commas.
  var csv: [UInt8] {
    var text = ""
    for cells in [columns.map(\.title)] + rows {
      text +=
        columns.indices.map { column in
          let cell = cells[column]
          if columns[column].isRight { return cell.filter { $0 != "," && $0 != "%" } }
          let isPlain = !cell.contains { $0 == "," || $0 == "\"" || $0.isNewline }
          return isPlain ? cell : "\"" + cell.replacing("\"", with: "\"\"") + "\""
        }.joined(separator: ",") + "\r\n"
    }
    return Array(text.utf8)
  }
}
