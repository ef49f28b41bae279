/// Compares names of speakers.
enum SpeakerNames {
  /// Whether two names may be of one person or body: they share a word, or their last words differ
  /// by no more than transliterations do ("Zelensky", "Zelenskiy").
  static func mayBeOne(_ a: String, _ b: String) -> Bool {
    let first = words(a)
    let second = words(b)
    guard let one = first.last, let other = second.last else { return true }
    if !Set(first).isDisjoint(with: second) { return true }
    return one.count >= 5 && other.count >= 5
      && WordAlignment.distance(Array(one.utf8), Array(other.utf8)) <= 2
  }

  /// Whether a name is a person's, as far as its form tells: two or three capitalized words.
  static func isPerson(_ name: String) -> Bool {
    let parts = name.split(separator: " ")
    return (2...4).contains(parts.count) && parts.allSatisfy { $0.first?.isUppercase ?? false }
  }

  private static func words(_ name: String) -> [String] {
    name.lowercased().split { !$0.isLetter }.map(String.init).filter { $0.count >= 3 }
  }
}
