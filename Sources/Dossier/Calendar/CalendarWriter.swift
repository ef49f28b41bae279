internal import ParleyModel

/// Writes deadlines as iCalendar, one event of a whole day each.
///
/// - Source: RFC 5545
struct CalendarWriter {
  let contents: DossierContents
  let finder: DeadlineFinder

  /// The calendar.
  var bytes: [UInt8] {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Parley//Dossier//EN"]
    lines.append("X-WR-CALNAME:" + Self.escaped(contents.title))
    for stance in contents.standing {
      for deadline in finder.deadlines(stance) {
        lines += [
          "BEGIN:VEVENT", "UID:\(stance.id)-\(deadline.day)@parley",
          "DTSTAMP:" + Self.plain(stance.received.description),
          "DTSTART;VALUE=DATE:" + Self.plain(deadline.day.description),
          "SUMMARY:" + Self.escaped(stance.sentence),
          "DESCRIPTION:" + Self.escaped(description(stance, deadline)), "TRANSP:TRANSPARENT",
          "END:VEVENT",
        ]
      }
    }
    lines.append("END:VCALENDAR")
    return lines.flatMap { Self.folded($0) + [0x0D, 0x0A] }
  }

  private func description(_ stance: Stance, _ deadline: Deadline) -> String {
    [
      deadline.words.map { "“\($0)”" } ?? "date of the stance: \(stance.asOf ?? "")", stance.words,
      stance.chainWords, "article: \(stance.article)",
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// A date or moment without its hyphens and colons.
  private static func plain(_ text: String) -> String { text.filter { $0 != "-" && $0 != ":" } }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      default:
        if scalar.value >= 0x20, scalar.value != 0x7F { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// The line cut into pieces of at most 75 bytes, never inside of a character.
  private static func folded(_ line: String) -> [UInt8] {
    var result: [UInt8] = []
    var width = 0
    for scalar in line.unicodeScalars {
      let bytes = UTF8.encode(scalar).map(Array.init) ?? []
      if width + bytes.count > 75 {
        result += [0x0D, 0x0A, 0x20]
        width = 1
      }
      result += bytes
      width += bytes.count
    }
    return result
  }
}
