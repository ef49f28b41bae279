/// Where ground falls on a sheet of pixels.
struct MapFrame: Sendable {
  /// The width of the sheet in pixels.
  let width: Double
  /// The height of the sheet in pixels.
  let height: Double
  /// How long a kilometre is.
  let pixelsPerKilometre: Double

  private let projection: ConicProjection
  private let left: Double
  private let top: Double
  private let scale: Double
  private let margin: Double

  /// Fits the box into a sheet of this width.
  init(_ box: GridBox, width: Double, margin: Double) {
    projection = ConicProjection(box)
    self.width = width
    self.margin = margin
    // The sides of the box are curved on the sheet: its outline is followed.
    var low = (x: Double.infinity, y: Double.infinity)
    var high = (x: -Double.infinity, y: -Double.infinity)
    for step in 0...16 {
      let part = Double(step) / 16
      let x = box.low.longitude + part * (box.high.longitude - box.low.longitude)
      let y = box.low.latitude + part * (box.high.latitude - box.low.latitude)
      for corner in [
        (x, box.low.latitude), (x, box.high.latitude), (box.low.longitude, y),
        (box.high.longitude, y),
      ] {
        let flat = projection.flat(corner.0, corner.1)
        low = (min(low.x, flat.x), min(low.y, flat.y))
        high = (max(high.x, flat.x), max(high.y, flat.y))
      }
    }
    left = low.x
    top = high.y
    // A sheet is at most twice as high as wide.
    let room = width - 2 * margin
    scale = min(room / max(1, high.x - low.x), 2 * room / max(1, high.y - low.y))
    height = (high.y - low.y) * scale + 2 * margin
    pixelsPerKilometre = scale * 1000
  }

  /// Returns the pixel of a point.
  func point(_ point: GridPoint) -> (x: Double, y: Double) {
    let flat = projection.flat(point.longitude, point.latitude)
    return (margin + (flat.x - left) * scale, margin + (top - flat.y) * scale)
  }

  /// Returns the shape as SVG path data, without points less than half a pixel from the last and
  /// without rings that shrink to nothing.
  func path(_ shape: Shape) -> String {
    var path = ""
    for ring in shape.rings {
      var kept: [(x: Double, y: Double)] = []
      for index in ring.indices {
        let next = point(shape.points[index])
        if let last = kept.last, abs(next.x - last.x) < 0.5, abs(next.y - last.y) < 0.5 { continue }
        kept.append(next)
      }
      guard kept.count >= 3 else { continue }
      for (index, point) in kept.enumerated() {
        path += index == 0 ? "M" : index == 1 ? "L" : " "
        path += SVGText.number(point.x) + " " + SVGText.number(point.y)
      }
      path += "Z"
    }
    return path
  }

  /// Returns the middle of the largest ring, and the ring's width, in pixels.
  func middle(of shape: Shape) -> (x: Double, y: Double, width: Double)? {
    var best: (x: Double, y: Double, width: Double, area: Double)?
    for ring in shape.rings where !ring.isHole {
      var area = 0.0
      var sum = (x: 0.0, y: 0.0)
      var span = (low: Double.infinity, high: -Double.infinity)
      let first = point(shape.points[ring.start])
      var last = point(shape.points[ring.start + ring.count - 1])
      for index in ring.indices {
        let next = point(shape.points[index])
        // Relative to the first point, so that small rings far out lose no digits.
        let cross =
          (last.x - first.x) * (next.y - first.y) - (next.x - first.x) * (last.y - first.y)
        area += cross
        sum.x += (last.x + next.x - 2 * first.x) * cross
        sum.y += (last.y + next.y - 2 * first.y) * cross
        span = (min(span.low, next.x), max(span.high, next.x))
        last = next
      }
      guard area != 0, abs(area) > best?.area ?? 0 else { continue }
      best = (
        first.x + sum.x / (3 * area), first.y + sum.y / (3 * area), span.high - span.low, abs(area)
      )
    }
    return best.map { ($0.x, $0.y, $0.width) }
  }
}
