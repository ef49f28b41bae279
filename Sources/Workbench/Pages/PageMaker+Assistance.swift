internal import ParleyModel

extension PageMaker {
  /// What is told of the part that a model had in a reading.
  static func fields(_ assistance: Assistance) -> Fields {
    let settings = assistance.settings
    return Fields([
      "model": .text(assistance.model), "prompt": .text(assistance.prompt),
      "settings": .fields(
        Fields([
          "window": .integer(settings.window), "answerTokens": .integer(settings.answerTokens),
          "format": .text(settings.format),
        ])),
      "requests": .integer(assistance.requests), "answers": .integer(assistance.answers),
      "positions": .fields(fields(assistance.positions)),
      "figures": .fields(fields(assistance.figures)),
      "dropped": .list(
        assistance.dropped.map { one in
          Fields(["reason": .text(one.reason), "count": .integer(one.count)])
        }),
      "findings": .list(
        assistance.findings.map { finding in
          Fields([
            "kind": .text(finding.kind.rawValue), "start": .integer(finding.evidence.lowerBound),
            "end": .integer(finding.evidence.upperBound),
            "assisted": .text(finding.assisted), "builtIn": .text(finding.builtIn),
            "_what": .text(finding.kind == .speaker ? "Who says it" : "Whose stance"),
          ])
        }),
      "_hasFindings": .flag(!assistance.findings.isEmpty),
    ])
  }

  private static func fields(_ count: Assistance.Count) -> Fields {
    Fields(["proposed": .integer(count.proposed), "accepted": .integer(count.accepted)])
  }

  /// Who saw a stance or a figure, in words; `nil` where no model took part.
  static func seen(by readers: [ReaderKind], _ assistance: Assistance?) -> String? {
    guard let assistance, !readers.isEmpty else { return nil }
    if readers.count > 1 { return "both readers" }
    return readers == [.assisted] ? "\(assistance.model) alone" : "Parley's own reader alone"
  }
}
