extension MapDrawing {
  /// Returns the map as an SVG document with legend, scale bar and credit line.
  ///
  /// - Parameters:
  ///   - width: in pixels, at least 200.
  ///   - hasLooks: whether the document brings its looks; without them it stands in a page whose
  ///     style sheet has them.
  /// - Throws: `.missing` if there is nothing to draw.
  public func svg(width: Int = 960, hasLooks: Bool = true) throws(TerritoryError) -> [UInt8] {
    var box = GridBox.empty
    for region in regions { box.include(region.shape.box) }
    if box.isEmpty { for layer in layers { box.include(layer.shape.box) } }
    guard !box.isEmpty else { throw TerritoryError(.missing(what: "ground to draw")) }
    let frame = MapFrame(box, width: Double(max(200, width)), margin: 12)
    var svg = SVGText()
    let notes = SVGText.wrap(credit, columns: max(40, Int(frame.width / 6)))
    let legendTop = frame.height + 40
    let creditTop = legendTop + 20 * Double(layers.count) + 14
    let height = creditTop + 14 * Double(notes.count) + 6
    svg.open(width: frame.width, height: height, title: title, hasLooks: hasLooks)
    svg.raw("<text class=\"title\" x=\"12\" y=\"22\">\(SVGText.escaped(title))</text>\n")
    svg.raw(
      "<clipPath id=\"frame\"><rect width=\"\(SVGText.number(frame.width))\" "
        + "height=\"\(SVGText.number(frame.height))\"/></clipPath>\n"
        + "<g transform=\"translate(0,30)\" clip-path=\"url(#frame)\">\n")
    for region in regions {
      svg.raw("<path class=\"land\" d=\"\(frame.path(region.shape))\"><title>")
      svg.raw(SVGText.escaped(region.name) + "</title></path>\n")
    }
    for layer in layers {
      svg.raw("<path class=\"\(layer.look.rawValue)\" d=\"\(frame.path(layer.shape))\"/>\n")
    }
    for region in regions {
      svg.raw("<path class=\"border\" d=\"\(frame.path(region.shape))\"/>\n")
    }
    labels(frame, &svg)
    scaleBar(frame, &svg)
    svg.raw("</g>\n")
    for (index, layer) in layers.enumerated() {
      let y = legendTop + 20 * Double(index)
      svg.raw(
        "<rect class=\"\(layer.look.rawValue)\" x=\"12\" y=\"\(SVGText.number(y))\" width=\"28\" "
          + "height=\"13\"/><text class=\"key\" x=\"48\" y=\"\(SVGText.number(y + 11))\">"
          + SVGText.escaped(layer.label) + "</text>\n")
    }
    for (index, line) in notes.enumerated() {
      let y = creditTop + 14 * Double(index)
      svg.raw(
        "<text class=\"note\" x=\"12\" y=\"\(SVGText.number(y))\">\(SVGText.escaped(line))</text>\n"
      )
    }
    svg.raw("</svg>\n")
    return svg.bytes
  }

  /// Names of regions where they fit, the largest first; then of places.
  private func labels(_ frame: MapFrame, _ svg: inout SVGText) {
    var taken: [(x: Double, y: Double, halfWidth: Double)] = []
    func isFree(_ x: Double, _ y: Double, _ half: Double) -> Bool {
      !taken.contains { abs($0.x - x) < $0.halfWidth + half && abs($0.y - y) < 13 }
        && x - half > 0 && x + half < frame.width
    }
    for place in places {
      let point = frame.point(place.point)
      let half = 3.1 * Double(place.name.count)
      guard isFree(point.x + half + 6, point.y, half + 4) else { continue }
      taken.append((point.x + half + 6, point.y, half + 4))
      svg.raw(
        "<circle class=\"town\" cx=\"\(SVGText.number(point.x))\" cy=\"\(SVGText.number(point.y))\""
          + " r=\"2\"/><text class=\"place\" x=\"\(SVGText.number(point.x + 5))\" "
          + "y=\"\(SVGText.number(point.y + 4))\">\(SVGText.escaped(place.name))</text>\n")
    }
    for region in regions.sorted(by: { ($1.area, $0.id) < ($0.area, $1.id) }) {
      guard let middle = frame.middle(of: region.shape) else { continue }
      let name = region.name
      let half = 3.3 * Double(name.count)
      guard half * 2 < middle.width * 1.15, isFree(middle.x, middle.y, half) else { continue }
      taken.append((middle.x, middle.y, half))
      svg.raw(
        "<text class=\"name\" x=\"\(SVGText.number(middle.x))\" y=\"\(SVGText.number(middle.y))\">"
          + SVGText.escaped(name) + "</text>\n")
    }
  }

  private func scaleBar(_ frame: MapFrame, _ svg: inout SVGText) {
    let most = frame.width / 5 / frame.pixelsPerKilometre
    var length = 1.0
    for candidate in [2.0, 5, 10, 20, 50, 100, 200, 500, 1000, 2000] where candidate <= most {
      length = candidate
    }
    let pixels = length * frame.pixelsPerKilometre
    let x = frame.width - 16 - pixels
    let y = frame.height - 8
    svg.raw(
      "<path class=\"scale\" d=\"M\(SVGText.number(x)) \(SVGText.number(y))h\(SVGText.number(pixels))"
        + "m0-4v8m-\(SVGText.number(pixels))-8v8\"/><text class=\"key middle\" "
        + "x=\"\(SVGText.number(x + pixels / 2))\" y=\"\(SVGText.number(y - 6))\">"
        + "\(Decimals.grouped(length, 0)) km</text>\n")
  }
}
