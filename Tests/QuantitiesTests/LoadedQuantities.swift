import DataFiles
import ParleyModel
import Quantities

/// The reader of quantities with the repository's data files, loaded once for all tests.
enum LoadedQuantities {
  private static let result = Result {
    try QuantityReader(try DataFolder.locate())
  }

  /// Returns the quantities of `text`, each as one line: number, unit, hedge, words.
  static func lines(_ text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    return try result.get().quantities(of: bytes).map { quantity in
      let number: String
      switch quantity.value {
      case .exact(let value): number = plain(value)
      case .range(let low, let high): number = plain(low) + ".." + plain(high)
      }
      let words = String(decoding: bytes[quantity.range.indices], as: UTF8.self)
      let per = quantity.per.map { "/" + $0 } ?? ""
      return [number, (quantity.unit ?? "-") + per, quantity.hedge?.rawValue ?? "-", words]
        .joined(separator: " | ")
    }
  }

  /// Returns the quantities of `text`.
  static func quantities(_ text: [UInt8]) throws -> [Quantity] {
    try result.get().quantities(of: text)
  }

  private static func plain(_ value: Double) -> String {
    let rounded = (value * 1e6).rounded() / 1e6
    return Int(exactly: rounded).map(String.init) ?? rounded.description
  }
}
