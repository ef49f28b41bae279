public import ParleyModel

extension PartyCatalogue {
  /// Returns the party for which somebody called `name` speaks on a day: the party itself, its seat,
  /// a person in office, or a body named with it ("Russian foreign ministry"); `nil` if the lists do
  /// not tell.
  ///
  /// - Parameters:
  ///   - isPerson: whether `name` is a person's, so that a party named in it says nothing.
  ///   - date: the day; `nil` passes over the terms of office.
  public func party(speaking name: String, isPerson: Bool, on date: CalendarDate?) -> Party? {
    let words = FoldedWords(name: name)
    guard !words.pieces.isEmpty else { return nil }
    let month = date.map { $0.year * 12 + $0.month }
    if let match = names.match(words, at: 0, within: words.pieces.count),
      match.count == words.pieces.count,
      let party = match.values.lazy.compactMap({ party($0, in: month) }).first
    {
      return party
    }
    if isPerson {
      let known = (surnames[Person.folded(name)] ?? []).filter {
        people[$0].isKnownBySurname && people[$0].holdsOffice(in: month)
      }
      return known.first.map { parties[people[$0].party] }
    }
    for start in words.pieces.indices {
      let match = names.match(words, at: start, within: words.pieces.count)
      if let party = match?.values.lazy.compactMap({ $0.party }).first { return parties[party] }
    }
    return nil
  }

  private func party(_ use: NameUse, in month: Int?) -> Party? {
    switch use {
    case .person(let number):
      people[number].holdsOffice(in: month) ? parties[people[number].party] : nil
    default: use.party.map { parties[$0] }
    }
  }

  /// The people who speak for a party, in the order of the list.
  public func people(of party: Party) -> [Person] {
    people.filter { parties[$0.party].name == party.name }
  }
}
