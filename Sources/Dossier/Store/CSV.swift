/// A table as comma-separated values.
///
/// Cells that a spreadsheet would run as a formula get an apostrophe before them.
///
/// - Source: RFC 4180; OWASP, "CSV Injection".
public struct CSV: Sendable {
  /// The table so far.
  public private(set) var bytes: [UInt8] = []

  /// Starts with the heads of the columns.
  public init(_ columns: [String]) { row(columns) }

  /// Takes a table that was written before.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// Adds a row; `nil` is an empty cell.
  public mutating func row(_ cells: [String?]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell ?? "")
    }
    bytes += [0x0D, 0x0A]
  }

  private mutating func append(_ cell: String) {
    var text = cell
    if let first = text.utf8.first, [0x3D, 0x2B, 0x40, 0x09, 0x0D].contains(first) {
      text = "'" + text
    }
    let needsQuotes = text.utf8.contains { [0x2C, 0x22, 0x0D, 0x0A].contains($0) }
    guard needsQuotes else {
      bytes += text.utf8
      return
    }
    bytes.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
}
