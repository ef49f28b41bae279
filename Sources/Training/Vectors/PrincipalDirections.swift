/// The strongest directions of a matrix, by subspace iteration.
///
/// - Source: Halko, Martinsson and Tropp (2011), "Finding Structure with Randomness".
struct PrincipalDirections {
  /// For each row of the matrix its components in these directions, strongest first, each times the
  /// root of its strength.
  let components: [Float]

  /// Finds the `count` strongest directions of `matrix` in `rounds` multiplications.
  init(_ matrix: NeighbourMatrix, count: Int, rounds: Int) {
    // A few directions more than needed make the needed ones exact.
    let width = count + 16
    let size = matrix.size
    var generator = SeededGenerator(seed: 20_250_821)
    var basis = (0..<size * width).map { _ in Float.random(in: -1...1, using: &generator) }
    Self.orthonormalize(&basis, width)
    for _ in 0..<rounds {
      basis = matrix.times(basis, width: width)
      Self.orthonormalize(&basis, width)
    }
    let image = matrix.times(basis, width: width)
    var inner = [Double](repeating: 0, count: width * width)
    for row in 0..<size {
      for first in 0..<width {
        let number = Double(basis[row * width + first])
        for second in 0..<width {
          inner[first * width + second] += number * Double(image[row * width + second])
        }
      }
    }
    let (strengths, turn) = Self.eigen(&inner, width)
    let order = (0..<width).sorted {
      (abs(strengths[$1]), $0) < (abs(strengths[$0]), $1)
    }.prefix(count)
    var components = [Float](repeating: 0, count: size * count)
    for (column, direction) in order.enumerated() {
      let weight = abs(strengths[direction]).squareRoot()
      for row in 0..<size {
        var sum = 0.0
        for index in 0..<width {
          sum += Double(basis[row * width + index]) * turn[index * width + direction]
        }
        components[row * count + column] = Float(sum * weight)
      }
    }
    self.components = components
  }

  /// Makes the columns of `basis` orthogonal and of length 1, one after the other.
  private static func orthonormalize(_ basis: inout [Float], _ width: Int) {
    let size = basis.count / width
    // Columns lie together while they are compared.
    var columns = [Float](repeating: 0, count: basis.count)
    for row in 0..<size {
      for column in 0..<width { columns[column * size + row] = basis[row * width + column] }
    }
    columns.withUnsafeMutableBufferPointer { columns in
      for column in 0..<width {
        let own = column * size
        // Twice, as once leaves rounding errors.
        for other in Array(0..<column) + Array(0..<column) {
          var product = 0.0
          for row in 0..<size {
            product += Double(columns[own + row]) * Double(columns[other * size + row])
          }
          let share = Float(product)
          for row in 0..<size { columns[own + row] -= share * columns[other * size + row] }
        }
        var square = 0.0
        for row in 0..<size { square += Double(columns[own + row]) * Double(columns[own + row]) }
        let scale = Float(1 / max(square, 1e-30).squareRoot())
        for row in 0..<size { columns[own + row] *= scale }
      }
    }
    for row in 0..<size {
      for column in 0..<width { basis[row * width + column] = columns[column * size + row] }
    }
  }

  /// The eigenvalues of a symmetric matrix and, in columns, its eigenvectors, by turns that each
  /// make one pair of entries zero.
  ///
  /// - Source: Golub and Van Loan, "Matrix Computations", cyclic Jacobi.
  private static func eigen(
    _ matrix: inout [Double], _ width: Int
  ) -> (values: [Double], vectors: [Double]) {
    var vectors = [Double](repeating: 0, count: width * width)
    for index in 0..<width { vectors[index * width + index] = 1 }
    for _ in 0..<30 {
      for first in 0..<width {
        for second in first + 1..<max(width, first + 1) {
          let off = (matrix[first * width + second] + matrix[second * width + first]) / 2
          guard abs(off) > 1e-12 else { continue }
          let ratio =
            (matrix[second * width + second] - matrix[first * width + first]) / (2 * off)
          let tangent =
            (ratio < 0 ? -1.0 : 1.0) / (abs(ratio) + (ratio * ratio + 1).squareRoot())
          let cosine = 1 / (tangent * tangent + 1).squareRoot()
          let sine = tangent * cosine
          for row in 0..<width {
            let a = matrix[row * width + first]
            let b = matrix[row * width + second]
            matrix[row * width + first] = cosine * a - sine * b
            matrix[row * width + second] = sine * a + cosine * b
            let c = vectors[row * width + first]
            let d = vectors[row * width + second]
            vectors[row * width + first] = cosine * c - sine * d
            vectors[row * width + second] = sine * c + cosine * d
          }
          for column in 0..<width {
            let a = matrix[first * width + column]
            let b = matrix[second * width + column]
            matrix[first * width + column] = cosine * a - sine * b
            matrix[second * width + column] = sine * a + cosine * b
          }
        }
      }
    }
    return ((0..<width).map { matrix[$0 * width + $0] }, vectors)
  }
}
