/// Builds an SVG document.
struct SVGText {
  private(set) var bytes: [UInt8] = []

  /// Appends text as it is.
  mutating func raw(_ text: String) { bytes += text.utf8 }

  /// Writes the head of the document: size, title, looks. The colours are one grey violet for
  /// control, ochre for gained, teal for lost; each has a pattern of its own, so that the map reads
  /// in print and without colour.
  ///
  /// - Parameter hasLooks: whether the document brings its looks, or the page that it stands in does.
  mutating func open(width: Double, height: Double, title: String, hasLooks: Bool = true) {
    let size = "\(Self.number(width)) \(Self.number(height))"
    raw(
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size)" width="\(Self.number(width))" \
      height="\(Self.number(height))" role="img" aria-label="\(Self.escaped(title))">
      <title>\(Self.escaped(title))</title>

      """)
    if hasLooks { raw(Self.looks) }
    raw(Self.patterns)
    if hasLooks { raw("<rect width=\"100%\" height=\"100%\" fill=\"#fbfaf7\"/>\n") }
  }

  private static let looks = """
    <style>
    text{font-family:system-ui,"Noto Sans","Liberation Sans",sans-serif;fill:#1b1e21}
    .title{font-size:16px;font-weight:600}.key{font-size:12.5px}.note{font-size:11px;fill:#50555b}
    .name{font-size:12px;text-anchor:middle;fill:#50555b}.place{font-size:11px}
    .name,.place{paint-order:stroke;stroke:#fbfaf7;stroke-width:3px;stroke-linejoin:round}
    .middle{text-anchor:middle}
    .land{fill:#efecea;stroke:none}.border{fill:none;stroke:#a09a90;stroke-width:.6}
    .held{fill:#8d86a6;fill-opacity:.5;stroke:#3d3658;stroke-width:1.2;fill-rule:evenodd}
    .gained{fill:url(#gained);stroke:#b06a00;stroke-width:.8}
    .lost{fill:url(#lost);stroke:#00737a;stroke-width:.9;stroke-dasharray:2 1.5}
    .given{fill:url(#given);stroke:#3d3658;stroke-width:.8}
    .returned{fill:url(#lost);stroke:#00737a;stroke-width:.9;stroke-dasharray:2 1.5}
    .neutral{fill:url(#neutral);stroke:#50555b;stroke-width:.6}
    .town{fill:#1b1e21}.scale{stroke:#1b1e21;fill:none}
    </style>

    """

  private static let patterns = """
    <defs>
    <pattern id="gained" width="5" height="5" patternUnits="userSpaceOnUse" \
    patternTransform="rotate(45)"><rect width="5" height="5" fill="#fbfaf7"/>\
    <rect width="2.6" height="5" fill="#b06a00"/></pattern>
    <pattern id="lost" width="5" height="5" patternUnits="userSpaceOnUse">\
    <rect width="5" height="5" fill="#fbfaf7"/><circle cx="2.5" cy="2.5" r="1.1" fill="#00737a"/>\
    </pattern>
    <pattern id="given" width="6" height="6" patternUnits="userSpaceOnUse" \
    patternTransform="rotate(-45)"><rect width="6" height="6" fill="#fbfaf7"/>\
    <rect width="1.2" height="6" fill="#3d3658"/></pattern>
    <pattern id="neutral" width="6" height="6" patternUnits="userSpaceOnUse">\
    <path d="M0 0L6 6M6 0L0 6" stroke="#50555b" stroke-width=".7" fill="none"/></pattern>
    </defs>

    """

  /// A number with one decimal, without a trailing zero.
  static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : Decimals.fixed(Double(tenths) / 10, 1)
  }

  /// Text with the characters escaped that XML keeps for itself; control characters left out.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      default: if scalar.value >= 0x20 { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// Breaks text at spaces into lines of at most `columns` characters.
  static func wrap(_ text: String, columns: Int) -> [String] {
    var lines: [String] = [""]
    for word in text.split(separator: " ") {
      if !lines[lines.count - 1].isEmpty, lines[lines.count - 1].count + word.count >= columns {
        lines.append("")
      }
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
    }
    return lines
  }
}
