import ArgumentParser
internal import JSONBytes
internal import ParleyModel
internal import Territory

/// `parley territory check`: whether figures about ground agree with the maps.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks a figure about ground against the maps.",
    discussion: """
      The figure is a few words: "about 88% of Donbas", "a fifth of Ukraine", "114,000 sq km", "an \
      area the size of Ohio". The finding is consistent, inconsistent, depends on definition, or \
      cannot be checked, with the range over outlines, divisors, map sources and a week either way.

      Example: parley territory check "88% of Donbas" --holder Russia --on 2025-08-21
      """)

  @Argument(help: "The figures, each in its own words.")
  var claims: [String]

  @Option(help: "Who is said to hold the ground; the map source's holder unless given.")
  var holder: String?

  @Option(help: "The day that the figure is of, YYYY-MM-DD.")
  var on: CalendarDate

  @Flag(help: "Fails with status 1 if a figure is inconsistent.")
  var strict = false

  @OptionGroup var form: TableForm

  @OptionGroup var options: TerritoryOptions

  func validate() throws {
    if claims.isEmpty { throw ValidationError("give at least one figure to check") }
  }

  func run() throws {
    var hasInconsistent = false
    try TerritoryRun.write {
      let atlas = try options.atlas()
      let checker = try ClaimChecker(atlas, on: on, source: options.source)
      let parser = ClaimParser(atlas.claimWords)
      let findings = claims.map { checker.check(parser.parse($0), holder: holder, on: on) }
      hasInconsistent = findings.contains { $0.result == .inconsistent }
      if form.json {
        return TerritoryRun.json { json in
          json.array(findings) { $1.write(to: &$0) }
        }
      }
      if form.csv { return Self.csv(findings) }
      var sheet = Sheet(Terminal.current())
      for (index, finding) in findings.enumerated() {
        if index > 0 { sheet.gap() }
        FindingView(finding).write(to: &sheet)
      }
      return sheet.bytes
    }
    if strict, hasInconsistent { throw ExitCode(1) }
  }

  private static func csv(_ findings: [Finding]) -> [UInt8] {
    var table = Table([
      .words("claim"), .words("holder"), .words("ground"), .words("on"), .words("unit"),
      .number("claimed"), .number("computed"), .number("low"), .number("high"), .words("result"),
    ])
    for finding in findings {
      let numbers = [
        finding.claim.value, finding.computed, finding.range?.lowerBound, finding.range?.upperBound,
      ]
      table.row(
        [
          finding.claim.text, finding.holder, finding.ground, finding.asked.description,
          finding.unit,
        ] + numbers.map { $0.map { Decimals.fixed($0, 3) } ?? "" } + [finding.result.rawValue])
    }
    return table.csv
  }
}
