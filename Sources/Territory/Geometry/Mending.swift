/// Finds shapes whose edges cross or whose rings overlap, and has them rebuilt.
enum Mending {
  /// Returns the shape as it is if it is valid, else what GEOS makes of it.
  static func mended(_ shape: Shape, repairs: Repairs) throws(TerritoryError)
    -> (shape: Shape, repairs: Repairs)
  {
    let geometry = try GEOSGeometry(shape)
    if geometry.isValid { return (shape, repairs) }
    var repairs = repairs
    repairs.isRebuilt = true
    return (try geometry.madeValid().shape(), repairs)
  }
}
