internal import Language
internal import ParleyModel

/// A run of capitalized words cut into what stands before a person's name, and the name.
struct NameParts {
  /// The words before the name; empty where there are none.
  private(set) var title: Range<Int>
  /// The name; empty where the run is a title alone ("Prime Minister").
  private(set) var name: Range<Int>
  /// Whether the title or the given name shows a person.
  private(set) var isPerson: Bool

  /// The surname behind "Secretary of State".
  private static func behindState(_ of: Int, in run: Range<Int>, _ text: AnnotatedText) -> Int? {
    guard of + 3 == run.upperBound, text.tokens.words[of] == FixedWords.of,
      text.tokens.words[of + 1] == state
    else { return nil }
    return of + 2
  }

  private static let state = WordHash.of("state")

  init(_ run: Range<Int>, text: AnnotatedText, lexicon: NameLexicon) {
    title = run.lowerBound..<run.lowerBound
    name = run
    isPerson = false
    func kinds(_ index: Int) -> WordKinds { lexicon.kinds(text.tokens.words[index]) }
    func isCapital(_ index: Int) -> Bool { text.tokens.shapes[index].contains(.capitalized) }
    let first = kinds(run.lowerBound)
    let last = run.upperBound - 1
    let startsWithGiven =
      first.contains(.givenName) && !first.contains(.title) && run.count > 1
    // "Russian Foreign Minister Sergei Lavrov", "Gen. Mark Milley".
    if let cut = run.dropLast().last(where: { kinds($0).contains(.title) && isCapital($0) }),
      !(startsWithGiven && cut > run.lowerBound)
    {
      var start = cut + 1
      if kinds(start).contains(.organization)
        || !isCapital(start) && !NameFinder.particles.contains(text.tokens.words[start])
      {
        // "Secretary of State John Kerry", "Minister of Foreign Affairs".
        guard
          let given = (start..<last).first(where: { kinds($0).contains(.givenName) })
            ?? Self.behindState(start, in: run, text)
        else {
          if text.tokens.words[start] == FixedWords.of { name = run.upperBound..<run.upperBound }
          return
        }
        start = given
      }
      title = run.lowerBound..<start
      // "Majority Leader Ek Om of Maryland".
      let end = (start + 1..<run.upperBound).first { text.tokens.words[$0] == FixedWords.of }
      name = start..<(end ?? run.upperBound)
      isPerson = true
      return
    }
    if kinds(last).contains(.title), !startsWithGiven {
      // A title alone; the possessor before it is another run.
      name = run.upperBound..<run.upperBound
      return
    }
    if startsWithGiven, !kinds(last).contains(.organization) {
      isPerson = true
      return
    }
    // "State John Kerry", "Republican Mitch McConnell".
    if run.count > 2,
      let given = run.dropFirst().dropLast().first(where: { kinds($0).contains(.givenName) }),
      !kinds(last).contains(.organization), isCapital(given),
      kinds(given - 1).contains(.person) || kinds(given - 1).contains(.title)
    {
      title = run.lowerBound..<given
      name = given..<run.upperBound
      isPerson = true
    }
  }
}
