internal import ParleyModel

/// The state of the talks as Markdown: an issue a section, a party a line, with words and source.
struct StateMarkdown {
  let state: TalksState
  let title: String
  let names: IssueNames

  /// The document.
  var text: String {
    var lines = ["# " + Self.plain(title), "", StateWords.summary(state), ""]
    for issue in StateWords.issues(state, names) {
      lines += ["## \(Self.plain(names.label(issue))) (`\(issue.rawValue)`)", ""]
      for standing in state.standings where standing.issue == issue {
        lines += self.lines(standing)
      }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  private func lines(_ standing: Standing) -> [String] {
    let stance = standing.stance
    var lines = [
      "- **\(Self.plain(standing.party))** \(stance.act.verb): “\(Self.plain(stance.words))”"
    ]
    lines += StateWords.details(standing).map { "  - " + Self.plain($0) }
    return lines
  }

  /// The text on one line, with the signs escaped that Markdown obeys.
  private static func plain(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|": result += "\\"
      default: break
      }
      result.unicodeScalars.append(scalar.properties.isWhitespace ? " " : scalar)
    }
    return result
  }
}
