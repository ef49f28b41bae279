/// A part of a whole, 0 to 1.
public struct Share: Sendable, Hashable, Comparable {
  /// The part, 0 to 1.
  public let fraction: Double

  /// Takes a part of an area; more than the whole becomes the whole.
  public init(_ part: Area, of whole: Area) {
    fraction = whole.units > 0 ? min(1, max(0, Double(part.units) / Double(whole.units))) : 0
  }

  /// The part in per cent, 0 to 100.
  public var percent: Double { fraction * 100 }

  /// Orders shares by size.
  public static func < (a: Share, b: Share) -> Bool { a.fraction < b.fraction }
}

/// What a share is divided by.
public enum Divisor: String, Sendable, Hashable, CaseIterable {
  /// The area inside the region's boundary as it was drawn.
  case outline
  /// The area in the land register.
  case official
}

/// What is held in one region, or in one group of regions taken together.
public struct RegionHolding: Sendable, Hashable {
  /// The region's identifier, or the group's name.
  public let id: String
  /// The name.
  public let name: String
  /// The area held by the map source's holder.
  public let held: Area
  /// The area inside the boundary.
  public let area: Area
  /// The official area; `nil` where the source gives none.
  public let officialArea: Area?

  /// The area held by others.
  public var rest: Area { area - held }

  /// The share held, over the area that `divisor` names; `nil` if there is no such area.
  public func share(of divisor: Divisor = .outline) -> Share? {
    switch divisor {
    case .outline: Share(held, of: area)
    case .official: officialArea.map { Share(held, of: $0) }
    }
  }

  /// Takes several regions as one.
  public static func sum(_ parts: [RegionHolding], id: String, name: String) -> RegionHolding {
    let official = parts.compactMap(\.officialArea)
    return RegionHolding(
      id: id, name: name, held: parts.reduce(.zero) { $0 + $1.held },
      area: parts.reduce(.zero) { $0 + $1.area },
      officialArea: official.count == parts.count && !parts.isEmpty
        ? official.reduce(.zero, +) : nil)
  }
}
