public import ParleyModel

/// A line chart of one value over time.
public struct SeriesChart: Sendable {
  /// The title, with the unit.
  public let title: String
  /// The dates and values, in order of date.
  public let points: [(date: CalendarDate, value: Double)]
  /// The credit line.
  public let credit: String

  /// Makes a chart.
  public init(title: String, points: [(date: CalendarDate, value: Double)], credit: String) {
    self.title = title
    self.points = points
    self.credit = credit
  }

  /// The values as one line of block characters, at most `width` of them; each is the mean of the
  /// days that fall on it.
  public func line(width: Int, isASCII: Bool = false) -> String {
    let signs = Array(isASCII ? "_.-=+*%#" : "▁▂▃▄▅▆▇█")
    guard let first = points.first, let last = points.last, width > 0 else { return "" }
    let days = max(1, last.date.dayNumber - first.date.dayNumber + 1)
    let columns = min(width, points.count)
    var sums = [(total: Double, count: Int)](repeating: (0, 0), count: columns)
    for point in points {
      let column = (point.date.dayNumber - first.date.dayNumber) * columns / days
      sums[column].total += point.value
      sums[column].count += 1
    }
    let low = points.map(\.value).min() ?? 0
    let high = points.map(\.value).max() ?? 0
    return String(
      sums.map { sum in
        guard sum.count > 0 else { return " " }
        let part = high > low ? (sum.total / Double(sum.count) - low) / (high - low) : 0.5
        return signs[min(signs.count - 1, max(0, Int(part * Double(signs.count))))]
      })
  }

  /// Returns the chart as an SVG document.
  public func svg(width: Int = 720, height: Int = 300, hasLooks: Bool = true) -> [UInt8] {
    var svg = SVGText()
    let (width, height) = (Double(max(200, width)), Double(max(120, height)))
    svg.open(width: width, height: height, title: title, hasLooks: hasLooks)
    svg.raw("<text class=\"title\" x=\"12\" y=\"22\">\(SVGText.escaped(title))</text>\n")
    if let first = points.first, let last = points.last {
      let low = points.map(\.value).min() ?? 0
      let high = max(low + 1e-9, points.map(\.value).max() ?? 0)
      let days = Double(max(1, last.date.dayNumber - first.date.dayNumber))
      func x(_ date: CalendarDate) -> Double {
        70 + (width - 90) * Double(date.dayNumber - first.date.dayNumber) / days
      }
      func y(_ value: Double) -> Double {
        height - 50 - (height - 96) * (value - low) / (high - low)
      }
      for part in 0...4 {
        let value = low + (high - low) * Double(part) / 4
        svg.raw(
          "<path class=\"border\" d=\"M70 \(SVGText.number(y(value)))H\(SVGText.number(width - 20))\"/>"
            + "<text class=\"note\" x=\"64\" y=\"\(SVGText.number(y(value) + 4))\" "
            + "text-anchor=\"end\">\(Decimals.grouped(value, high - low < 20 ? 2 : 0))</text>\n")
      }
      // A step: the ground stays as the last map had it until the next map.
      var path = "M\(SVGText.number(x(first.date))) \(SVGText.number(y(first.value)))"
      for point in points.dropFirst() {
        path += "H\(SVGText.number(x(point.date)))V\(SVGText.number(y(point.value)))"
      }
      svg.raw("<path class=\"scale\" d=\"\(path)\"/>\n")
      svg.raw(
        "<text class=\"key\" x=\"70\" y=\"\(SVGText.number(height - 30))\">\(first.date)</text>"
          + "<text class=\"key\" x=\"\(SVGText.number(width - 20))\" "
          + "y=\"\(SVGText.number(height - 30))\" text-anchor=\"end\">\(last.date)</text>\n")
    }
    svg.raw(
      "<text class=\"note\" x=\"12\" y=\"\(SVGText.number(height - 10))\">"
        + SVGText.escaped(credit) + "</text>\n</svg>\n")
    return svg.bytes
  }
}
