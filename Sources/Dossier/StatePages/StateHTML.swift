internal import ParleyModel

/// The state of the talks as one page that needs nothing else: a table, a row an issue, a column a
/// party.
struct StateHTML {
  let state: TalksState
  let title: String
  let names: IssueNames

  /// The page.
  var text: String {
    let parties = state.parties
    var page = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(Self.escaped(title))</title>
      <style>
      body { font-family: sans-serif; margin: 2rem; }
      table { border-collapse: collapse; }
      th, td { border: 1px solid #999; padding: 0.4rem; vertical-align: top; text-align: left; }
      td { min-width: 14rem; }
      blockquote { margin: 0.3rem 0; }
      ul { margin: 0.3rem 0; padding-left: 1.2rem; font-size: 85%; }
      </style>
      </head>
      <body>
      <h1>\(Self.escaped(title))</h1>
      <p>\(Self.escaped(StateWords.summary(state)))</p>
      <table>
      <thead><tr><th scope="col">Issue</th>
      """
    page += parties.map { "<th scope=\"col\">\(Self.escaped($0))</th>" }.joined()
    page += "</tr></thead>\n<tbody>\n"
    for issue in StateWords.issues(state, names) {
      page += "<tr><th scope=\"row\">\(Self.escaped(names.label(issue)))</th>"
      for party in parties {
        let standing = state.standings.first { $0.issue == issue && $0.party == party }
        page += standing.map(Self.cell) ?? "<td></td>"
      }
      page += "</tr>\n"
    }
    return page + "</tbody>\n</table>\n</body>\n</html>\n"
  }

  private static func cell(_ standing: Standing) -> String {
    let details = StateWords.details(standing).map { "<li>\(escaped($0))</li>" }.joined()
    return """
      <td><strong>\(escaped(standing.stance.act.verb))</strong>\
      <blockquote>\(escaped(standing.stance.words))</blockquote><ul>\(details)</ul></td>
      """
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
