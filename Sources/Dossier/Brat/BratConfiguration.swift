internal import ParleyModel

/// The file that tells brat which annotations there are.
enum BratConfiguration {
  /// The file's name.
  static let file = "annotation.conf"

  /// The file, with these issues to choose from.
  static func text(issues: [IssueCode]) -> String {
    func values(_ values: [String]) -> String { values.joined(separator: "|") }
    let spans = [
      "Source", "Cue", "Count", "Closeness", "Why", "Link", "Place", "Condition", "Of", "Hedge",
      "Boilerplate",
    ]
    return """
      [entities]
      \(spans.joined(separator: "\n"))

      [relations]

      [events]
      Attribution Source?:Source, Cue?:Cue, Count?:Count, Closeness?:Closeness, Why?:Why, Link*:Link, Within?:Attribution
      Position Place*:Place, Condition?:Condition, By?:Attribution
      Figure Of*:Of, Hedge?:Hedge, By?:Attribution
      Change From?:Position, To?:Position

      [attributes]
      Kind Arg:Attribution, Value:\(values(Attribution.Kind.allCases.map(\.rawValue)))
      SourceType Arg:Attribution, Value:\(values(Attribution.SourceType.allCases.map(\.rawValue)))
      Act Arg:Position, Value:\(values(Act.allCases.map(\.rawValue)))
      Status Arg:Position, Value:\(values(Position.Status.allCases.map(\.rawValue)))
      Issue Arg:Position|Change, Value:\(values(issues.map(\.rawValue)))
      Direction Arg:Change, Value:\(values(Change.Direction.allCases.map(\.rawValue)))

      """
  }
}
