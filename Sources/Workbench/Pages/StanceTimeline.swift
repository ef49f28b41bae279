internal import Dossier
internal import ParleyModel

/// The stances on one issue under two clocks: a lane for each party, a sign on the day that each was
/// said, a line to a dot on the day that it became known.
struct StanceTimeline {
  private static let width = 1180.0
  private static let left = 150.0
  private static let laneHeight = 58.0

  /// The drawing as SVG; empty where no stance has a day.
  let markup: Markup

  init(_ stances: [Stance]) {
    let dated = stances.filter { $0.said != nil }
    var markup = Markup()
    guard let first = dated.compactMap(\.said).min(),
      let last = dated.map({ max($0.knownOn, $0.said ?? $0.knownOn) }).max()
    else {
      self.markup = markup
      return
    }
    let parties = Set(dated.map(\.holder)).sorted()
    let height = 34 + Self.laneHeight * Double(parties.count)
    let days = Double(max(1, last.dayNumber - first.dayNumber))
    func x(_ date: CalendarDate) -> Double {
      Self.left + 20 + (Self.width - Self.left - 60)
        * Double(date.dayNumber - first.dayNumber) / days
    }
    markup.open(
      "svg",
      [
        ("class", "tl"), ("viewBox", "0 0 1180 \(ArrivalRail.number(height))"),
        ("role", "group"),
        (
          "aria-label",
          "Stances by party, from the day said to the day known; the list below says the same"
        ),
      ])
    Self.ticks(first, last, x: x, height: height, to: &markup)
    for (lane, party) in parties.enumerated() {
      let y = 34 + Self.laneHeight * (Double(lane) + 0.5)
      markup.open(
        "path",
        [("class", "lane"), ("d", "M\(Int(Self.left)) \(ArrivalRail.number(y))H1170")])
      markup.tag("</path>")
      Self.text(String(party.prefix(20)), x: 4, y: y + 4, to: &markup)
      var lastPlace = (x: -100.0, row: 0)
      for stance in dated where stance.holder == party {
        guard let said = stance.said else { continue }
        let place = x(said)
        let row = place - lastPlace.x < 16 ? (lastPlace.row + 1) % 3 : 0
        lastPlace = (place, row)
        let offset = [0.0, -18, 18][row]
        Self.stance(stance, x(said), x(max(said, stance.knownOn)), y + offset, to: &markup)
      }
    }
    markup.tag("</svg>")
    self.markup = markup
  }

  private static func stance(
    _ stance: Stance, _ said: Double, _ known: Double, _ y: Double, to markup: inout Markup
  ) {
    let day = stance.said.map { "said \($0), " } ?? ""
    markup.open(
      "a",
      [
        ("href", "#e-" + stance.id),
        (
          "aria-label",
          "\(stance.holder) \(stance.act.sentenceVerb), \(day)known \(stance.knownOn)"
        ),
      ])
    markup.open(
      "rect",
      [
        ("class", "hit"), ("x", ArrivalRail.number(said - 9)), ("y", ArrivalRail.number(y - 9)),
        ("width", ArrivalRail.number(max(18, known - said + 14))), ("height", "18"),
      ])
    markup.tag("</rect>")
    if known > said {
      markup.open(
        "path",
        [
          ("class", "lag"),
          (
            "d",
            "M\(ArrivalRail.number(said)) \(ArrivalRail.number(y))H\(ArrivalRail.number(known))"
          ),
        ])
      markup.tag("</path>")
      markup.open(
        "circle",
        [
          ("class", "dot"), ("cx", ArrivalRail.number(known)), ("cy", ArrivalRail.number(y)),
          ("r", "3.6"),
        ])
      markup.tag("</circle>")
    }
    markup.open(
      "use",
      [
        ("href", "#" + stance.act.rawValue), ("x", ArrivalRail.number(said - 7)),
        ("y", ArrivalRail.number(y - 7)), ("width", "14"), ("height", "14"),
      ])
    markup.tag("</use></a>")
  }

  /// The first days of months, or of years where there are many.
  private static func ticks(
    _ first: CalendarDate, _ last: CalendarDate, x: (CalendarDate) -> Double, height: Double,
    to markup: inout Markup
  ) {
    var shown: [CalendarDate] = [first]
    var year = first.year
    var month = first.month
    while let day = CalendarDate(year: year, month: month, day: 1), day <= last {
      if let before = shown.last, x(day) - x(before) >= 90, day > first { shown.append(day) }
      month += 1
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    if let before = shown.last, x(last) - x(before) >= 90 { shown.append(last) }
    for day in shown {
      let place = x(day)
      markup.open(
        "path",
        [
          ("class", "lane"),
          ("d", "M\(ArrivalRail.number(place)) 26V\(ArrivalRail.number(height - 6))"),
        ])
      markup.tag("</path>")
      text(day.description, x: place, y: 16, isMiddle: true, to: &markup)
    }
  }

  private static func text(
    _ words: String, x: Double, y: Double, isMiddle: Bool = false, to markup: inout Markup
  ) {
    markup.open(
      "text",
      [
        ("x", ArrivalRail.number(x)), ("y", ArrivalRail.number(y)), ("font-size", "13"),
        ("text-anchor", isMiddle ? "middle" : "start"),
      ])
    markup.text(words)
    markup.tag("</text>")
  }
}
