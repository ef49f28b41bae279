/// Numbers as people read them, without locale.
public enum Decimals {
  /// Returns the number with a fixed number of decimals, and commas between thousands.
  public static func grouped(_ value: Double, _ places: Int) -> String {
    let fixed = fixed(abs(value), places)
    let parts = fixed.split(separator: ".", omittingEmptySubsequences: false)
    var whole = ""
    for (index, digit) in parts[0].enumerated() {
      if index > 0, (parts[0].count - index) % 3 == 0 { whole.append(",") }
      whole.append(digit)
    }
    let isZero = fixed.allSatisfy { $0 == "0" || $0 == "." }
    let sign = value < 0 && !isZero ? "-" : ""
    return sign + whole + (places > 0 ? "." + parts[1] : "")
  }

  /// Returns the number with a fixed number of decimals, rounded half away from zero.
  ///
  /// - Precondition: the number is finite and below 1e15.
  public static func fixed(_ value: Double, _ places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let units = Int64((abs(value) * scale).rounded())
    let sign = value < 0 && units > 0 ? "-" : ""
    if places == 0 { return sign + String(units) }
    let digits = String(units)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return sign + padded.dropLast(places) + "." + padded.suffix(places)
  }
}
