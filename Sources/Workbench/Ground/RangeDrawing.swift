internal import Territory

/// What was claimed against what was computed, on one scale: a pin for the claim, a pale band for
/// what its words let pass, a bar for the range over definitions, a tick for the default.
struct RangeDrawing {
  /// The drawing; empty where nothing was computed.
  let markup: Markup

  init(_ finding: Finding) {
    var markup = Markup()
    guard let computed = finding.computed, let range = finding.range else {
      self.markup = markup
      return
    }
    let accepted = finding.accepted ?? computed...computed
    let claimed = finding.claim.value ?? (accepted.lowerBound + accepted.upperBound) / 2
    let low = min(range.lowerBound, accepted.lowerBound, claimed)
    let high = max(range.upperBound, accepted.upperBound, claimed)
    let slack = max((high - low) * 0.15, 0.5)
    func x(_ value: Double) -> String {
      let tenths = (60 + 2880 * (value - low + slack) / (high - low + 2 * slack)).rounded()
      return Decimals.fixed(tenths / 10, 1)
    }
    func number(_ value: Double) -> String {
      Decimals.grouped(value, finding.unit == "km2" ? 0 : 1)
    }
    markup.open(
      "svg",
      [
        ("viewBox", "0 0 300 50"), ("role", "img"), ("class", "range"),
        (
          "aria-label",
          "claimed \(number(claimed)), computed \(number(computed)), range "
            + "\(number(range.lowerBound)) to \(number(range.upperBound)) \(finding.unit)"
        ),
      ])
    func path(_ name: String, _ d: String) {
      markup.open("path", [("class", name), ("d", d)])
      markup.tag("</path>")
    }
    path("axis", "M6 30H294")
    path("band", "M\(x(accepted.lowerBound)) 19.5H\(x(accepted.upperBound))")
    path("bar", "M\(x(range.lowerBound)) 22H\(x(range.upperBound))")
    path("tick", "M\(x(computed)) 14v16")
    path("pin", "M\(x(claimed)) 8v22")
    markup.open("circle", [("class", "head"), ("cx", x(claimed)), ("cy", "7"), ("r", "5")])
    markup.tag("</circle>")
    for (value, anchor) in [(low, "start"), (high, "end")] {
      markup.open(
        "text", [("x", x(value)), ("y", "47"), ("font-size", "11"), ("text-anchor", anchor)])
      markup.text(number(value))
      markup.tag("</text>")
    }
    markup.tag("</svg>")
    self.markup = markup
  }
}
