internal import CGEOS

/// A polygon or several in GEOS, for overlay, buffers and repair.
///
/// Every object owns its context and its geometry and is used from one task only.
final class GEOSGeometry {
  private let context: GEOSContextHandle_t
  private let handle: OpaquePointer

  private init(_ context: GEOSContextHandle_t, _ handle: OpaquePointer?, doing: String)
    throws(TerritoryError)
  {
    guard let handle else {
      GEOS_finish_r(context)
      throw TerritoryError(.overlayFailed(doing: doing, found: "GEOS could not do it"))
    }
    self.context = context
    self.handle = handle
  }

  deinit {
    GEOSGeom_destroy_r(context, handle)
    GEOS_finish_r(context)
  }

  private static func makeContext() -> GEOSContextHandle_t {
    // Only fails when memory is exhausted, where Swift itself stops.
    GEOS_init_r()
  }

  /// Hands the shape to GEOS.
  convenience init(_ shape: Shape) throws(TerritoryError) {
    let context = Self.makeContext()
    var polygons: [OpaquePointer?] = []
    var index = 0
    while index < shape.rings.count {
      let shell = Self.ring(shape.rings[index], of: shape, context)
      index += 1
      var holes: [OpaquePointer?] = []
      while index < shape.rings.count, shape.rings[index].isHole {
        holes.append(Self.ring(shape.rings[index], of: shape, context))
        index += 1
      }
      polygons.append(
        holes.withUnsafeMutableBufferPointer {
          GEOSGeom_createPolygon_r(context, shell, $0.baseAddress, UInt32($0.count))
        })
    }
    let whole = polygons.withUnsafeMutableBufferPointer {
      GEOSGeom_createCollection_r(
        context, Int32(GEOS_MULTIPOLYGON.rawValue), $0.baseAddress, UInt32($0.count))
    }
    try self.init(context, whole, doing: "building polygons")
  }

  private static func ring(
    _ ring: Shape.Ring, of shape: Shape, _ context: GEOSContextHandle_t
  ) -> OpaquePointer? {
    let sequence = GEOSCoordSeq_create_r(context, UInt32(ring.count + 1), 2)
    for index in 0...ring.count {
      let point = shape.points[ring.start + (index == ring.count ? 0 : index)]
      GEOSCoordSeq_setXY_r(context, sequence, UInt32(index), point.longitude, point.latitude)
    }
    return GEOSGeom_createLinearRing_r(context, sequence)
  }

  /// Whether no edges cross and no rings overlap.
  var isValid: Bool { GEOSisValid_r(context, handle) == 1 }

  /// Returns a valid geometry that covers the same ground, by the even-odd rule of its lines.
  func madeValid() throws(TerritoryError) -> GEOSGeometry {
    try derived("repairing a shape") { GEOSMakeValid_r($0, $1) }
  }

  /// Returns the ground of this geometry that lies outside `other`.
  func subtracting(_ other: GEOSGeometry) throws(TerritoryError) -> GEOSGeometry {
    try derived("subtracting ground") { GEOSDifference_r($0, $1, other.handle) }
  }

  /// Returns the ground that both have.
  func intersection(_ other: GEOSGeometry) throws(TerritoryError) -> GEOSGeometry {
    try derived("intersecting ground") { GEOSIntersection_r($0, $1, other.handle) }
  }

  /// Returns the ground that either has.
  func union(_ other: GEOSGeometry) throws(TerritoryError) -> GEOSGeometry {
    try derived("joining ground") { GEOSUnion_r($0, $1, other.handle) }
  }

  /// Returns the ground within `distance` of this geometry, in the units of its coordinates.
  func buffered(by distance: Double) throws(TerritoryError) -> GEOSGeometry {
    try derived("drawing a buffer") { GEOSBuffer_r($0, $1, distance, 16) }
  }

  /// Returns the geometry with fewer points, none moved by more than `tolerance`, in the units of its
  /// coordinates.
  func simplified(by tolerance: Double) throws(TerritoryError) -> GEOSGeometry {
    try derived("simplifying a shape") { GEOSTopologyPreserveSimplify_r($0, $1, tolerance) }
  }

  /// Returns the geometry in metres of a projection.
  func projected(_ projection: ConicProjection) throws(TerritoryError) -> GEOSGeometry {
    try moved { projection.flat($0, $1) }
  }

  /// Returns a geometry in metres of a projection as one in degrees.
  func unprojected(_ projection: ConicProjection) throws(TerritoryError) -> GEOSGeometry {
    try moved {
      let point = projection.degrees($0, $1)
      return (point.longitude, point.latitude)
    }
  }

  private func moved(_ move: (Double, Double) -> (x: Double, y: Double)) throws(TerritoryError)
    -> GEOSGeometry
  {
    try withoutActuallyEscaping(move) { move throws(TerritoryError) in
      var mover = PointMover(move: move)
      return try derived("projecting a shape") { context, handle in
        withUnsafeMutablePointer(to: &mover) { pointer in
          GEOSGeom_transformXY_r(
            context, handle,
            { x, y, user in
              guard let x, let y, let user else { return 0 }
              let point = user.assumingMemoryBound(to: PointMover.self).pointee.move(
                x.pointee, y.pointee)
              x.pointee = point.x
              y.pointee = point.y
              return 1
            }, pointer)
        }
      }
    }
  }

  private func derived(
    _ doing: String, _ operation: (GEOSContextHandle_t, OpaquePointer) -> OpaquePointer?
  ) throws(TerritoryError) -> GEOSGeometry {
    // Geometries carry no reference to the context that made them.
    let made = operation(context, handle)
    return try GEOSGeometry(Self.makeContext(), made, doing: doing)
  }

  /// Returns the polygons as a shape; lines and points are left out.
  func shape() throws(TerritoryError) -> Shape {
    var shape = Shape()
    collect(handle, into: &shape)
    return shape
  }

  private func collect(_ geometry: OpaquePointer, into shape: inout Shape) {
    let type = GEOSGeomTypeId_r(context, geometry)
    if type == Int32(GEOS_POLYGON.rawValue) {
      guard let shell = GEOSGetExteriorRing_r(context, geometry),
        shape.append(ring: points(of: shell), isHole: false) != .dropped
      else { return }
      for index in 0..<max(0, GEOSGetNumInteriorRings_r(context, geometry)) {
        if let hole = GEOSGetInteriorRingN_r(context, geometry, index) {
          shape.append(ring: points(of: hole), isHole: true)
        }
      }
    } else if type == Int32(GEOS_MULTIPOLYGON.rawValue)
      || type == Int32(GEOS_GEOMETRYCOLLECTION.rawValue)
    {
      for index in 0..<max(0, GEOSGetNumGeometries_r(context, geometry)) {
        if let part = GEOSGetGeometryN_r(context, geometry, index) { collect(part, into: &shape) }
      }
    }
  }

  private func points(of ring: OpaquePointer) -> [GridPoint] {
    let sequence = GEOSGeom_getCoordSeq_r(context, ring)
    var count: UInt32 = 0
    GEOSCoordSeq_getSize_r(context, sequence, &count)
    return (0..<count).map { index in
      var x = 0.0
      var y = 0.0
      GEOSCoordSeq_getXY_r(context, sequence, index, &x, &y)
      return GridPoint(longitude: x, latitude: y)
    }
  }
}

/// Carries a closure through GEOS, which hands back a bare pointer.
private struct PointMover {
  let move: (Double, Double) -> (x: Double, y: Double)
}
