public import JSONBytes

/// Writes shapes as GeoJSON.
public enum GeoJSONWriter {
  /// Writes a shape as a MultiPolygon (RFC 7946: outer rings counterclockwise, closed).
  public static func geometry(_ shape: Shape, to json: inout JSONOutput) {
    json.raw(#"{"type":"MultiPolygon","coordinates":["#)
    var isOpen = false
    for ring in shape.rings {
      if ring.isHole {
        json.raw(",")
      } else {
        if isOpen { json.raw("],") }
        json.raw("[")
        isOpen = true
      }
      json.raw("[")
      for step in 0...ring.count {
        if step > 0 { json.raw(",") }
        let point = shape.points[ring.start + step % ring.count]
        json.raw("[")
        json.number(point.longitude)
        json.raw(",")
        json.number(point.latitude)
        json.raw("]")
      }
      json.raw("]")
    }
    if isOpen { json.raw("]") }
    json.raw("]}")
  }

  /// Writes one feature; `properties` writes what stands between the braces.
  public static func feature(
    _ shape: Shape, to json: inout JSONOutput, properties: (inout JSONOutput) -> Void
  ) {
    json.raw(#"{"type":"Feature","properties":{"#)
    properties(&json)
    json.raw(#"},"geometry":"#)
    geometry(shape, to: &json)
    json.raw("}")
  }
}
