public import DataFiles

/// The parties, people and words of the data files under `parties`: loaded once, shared by all.
public struct PartyCatalogue: Sendable {
  /// The parties, states first.
  public private(set) var parties: [Party] = []
  private(set) var people: [Person] = []
  private(set) var names = NameTable<NameUse>()
  /// People by folded surname.
  private(set) var surnames: [String: [Int]] = [:]
  /// Parties by lower-case name.
  private(set) var index: [String: Int] = [:]
  let words: PartyWords

  /// Loads the data files.
  ///
  /// - Throws: `DataError` if a file is missing or malformed.
  public init(_ data: DataFolder) throws(DataError) {
    words = try PartyWords(data)
    for line in try data.lines("parties/states.tsv") { try addState(line) }
    for line in try data.lines("parties/bodies.tsv") { try addBody(line) }
    for line in try data.lines("parties/people.tsv") { try addPeople(line) }
    for line in try data.lines("parties/titles.tsv") { try addTitles(line) }
    for line in try data.lines("parties/places.txt") { names.add(line.text, .place) }
  }

  /// Returns the party named `name`, whatever its letter case; `nil` if there is none.
  public func party(named name: String) -> Party? { index[name.lowercased()].map { parties[$0] } }

  /// Returns the name that readings use for the party called `name` in any of its spellings; `name`
  /// itself if no list knows it.
  public func canonical(_ name: String) -> String {
    let words = FoldedWords(name: name)
    guard !words.pieces.isEmpty,
      let match = names.match(words, at: 0, within: words.pieces.count),
      match.count == words.pieces.count, let party = match.values.first?.party
    else { return name }
    return parties[party].name
  }

  private mutating func add(_ party: Party, _ line: DataLine) throws(DataError) -> Int {
    guard index[party.name.lowercased()] == nil else {
      throw DataError(line, found: "'\(party.name)' stands in the list already")
    }
    let number = parties.count
    parties.append(party)
    index[party.name.lowercased()] = number
    names.add(party.name, .name(party: number, needsContext: false))
    return number
  }

  private mutating func addState(_ line: DataLine) throws(DataError) {
    let fields = line.fields
    guard fields.count == 8 else {
      throw DataError(line, found: "\(fields.count) fields instead of 8")
    }
    let party = Party(
      name: fields[0], kind: .state, alpha2: fields[1].present, alpha3: fields[2].present,
      wikidata: fields[3].present,
      otherNames: DataLine.items(of: fields[7]) + DataLine.items(of: fields[6]))
    let number = try add(party, line)
    for name in DataLine.items(of: fields[4]) { names.add(name, .adjective(party: number)) }
    for name in DataLine.items(of: fields[5]) { names.add(name, .people(party: number)) }
    for name in DataLine.items(of: fields[6]) { names.add(name, .seat(party: number)) }
    addNames(fields[7], of: number)
  }

  private mutating func addBody(_ line: DataLine) throws(DataError) {
    let fields = line.fields
    guard fields.count == 4 else {
      throw DataError(line, found: "\(fields.count) fields instead of 4")
    }
    let isUnion = fields[1] == "union" || fields[1] == "alliance"
    let party = Party(
      name: fields[0], kind: isUnion ? .union : .body(fields[1]), alpha2: nil, alpha3: nil,
      wikidata: fields[2].present, otherNames: DataLine.items(of: fields[3]))
    addNames(fields[3], of: try add(party, line))
  }

  private mutating func addNames(_ field: String, of party: Int) {
    for name in DataLine.items(of: field) {
      names.add(name, .name(party: party, needsContext: name.hasPrefix("the ")))
    }
  }

  private mutating func addPeople(_ line: DataLine) throws(DataError) {
    let fields = line.fields
    guard fields.count == 2 else {
      throw DataError(line, found: "\(fields.count) fields instead of 2")
    }
    guard let party = index[fields[0].lowercased()] else {
      throw DataError(line, found: "no party '\(fields[0])' in states.tsv or bodies.tsv")
    }
    for item in DataLine.items(of: fields[1]) {
      guard let person = Person(item, party: party) else {
        throw DataError(line, found: "'\(item)' is not a name with months in office")
      }
      names.add(person.name, .person(people.count))
      for surname in person.surnames { surnames[surname, default: []].append(people.count) }
      people.append(person)
    }
  }

  private mutating func addTitles(_ line: DataLine) throws(DataError) {
    let fields = line.fields
    guard fields.count == 2, let party = index[fields[0].lowercased()] else {
      throw DataError(line, found: "not a known party and its titles between tabs")
    }
    for title in DataLine.items(of: fields[1]) { names.add(title, .seat(party: party)) }
  }
}

extension String {
  /// The field, or `nil` if it is a dash.
  fileprivate var present: String? { self == "-" ? nil : self }
}
