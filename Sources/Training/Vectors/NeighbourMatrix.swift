/// How much oftener than by chance each two words stand near each other: a symmetric matrix of
/// positive pointwise mutual information, row by row, without its zeros.
struct NeighbourMatrix {
  private var offsets: [Int] = [0]
  private var columns: [Int32] = []
  private var values: [Float] = []

  /// The number of rows.
  var size: Int { offsets.count - 1 }

  /// Counts the neighbours within `window` words in `texts`: numbers of words below `size`, -1 for
  /// words that have none. Near neighbours count more; the frequency of a neighbour is taken to the
  /// power `smoothing`.
  init(_ texts: [[Int32]], size: Int, window: Int, smoothing: Float) {
    let words = texts.flatMap { $0 + [Int32](repeating: -1, count: window) }
    var places = [[Int32]](repeating: [], count: size)
    for (place, word) in words.enumerated() where word >= 0 {
      places[Int(word)].append(Int32(place))
    }
    // A word has about as many neighbours as it has places, wherever it stands.
    let frequencies = places.map { Float($0.count) }
    let powers = frequencies.map { exponential(smoothing * logarithm(max($0, 1))) }
    let share = powers.reduce(0, +)
    let perPlace = (1...window).reduce(Float(0)) { $0 + 2 / Float($1) }
    var sums = [Float](repeating: 0, count: size)
    for word in 0..<size {
      var seen: [Int32] = []
      for place in places[word] {
        for distance in 1...window {
          for other in [Int(place) - distance, Int(place) + distance] {
            guard words.indices.contains(other), words[other] >= 0 else { continue }
            let column = Int(words[other])
            if sums[column] == 0 { seen.append(words[other]) }
            sums[column] += 1 / Float(distance)
          }
        }
      }
      for column in seen.sorted() {
        let index = Int(column)
        let expected = frequencies[word] * perPlace * powers[index] / share
        let value = logarithm(sums[index] / expected)
        if value > 0 {
          columns.append(column)
          values.append(value)
        }
        sums[index] = 0
      }
      offsets.append(columns.count)
    }
  }

  /// Returns the product with a matrix of `width` columns, row by row.
  func times(_ other: [Float], width: Int) -> [Float] {
    var product = [Float](repeating: 0, count: size * width)
    product.withUnsafeMutableBufferPointer { product in
      other.withUnsafeBufferPointer { other in
        for row in 0..<size {
          for entry in offsets[row]..<offsets[row + 1] {
            let source = Int(columns[entry]) * width
            let value = values[entry]
            for column in 0..<width {
              product[row * width + column] += value * other[source + column]
            }
          }
        }
      }
    }
    return product
  }
}
