internal import ParleyModel

extension Terms {
  /// Reads terms from a YAML file:
  ///
  ///     title: terms of August
  ///     on: 2025-08-21
  ///     terms:
  ///       - cede: Donbas
  ///         by: Ukraine
  ///       - return: [Kharkiv, Sumy]
  ///         by: Russia
  ///       - freeze: elsewhere
  ///       - buffer: 20
  ///       - back to: 2025-01-01
  ///         in: [Sumy]
  ///
  /// - Throws: `.cannotRead`, or `.badForm` naming the term.
  public static func load(path: String) throws(TerritoryError) -> Terms {
    let file = try YAMLForm.read(TermsFile.self, path: path, doing: "reading the terms")
    var terms: [Term] = []
    for (index, entry) in file.terms.enumerated() {
      do throws(TermFault) { terms.append(try entry.term()) } catch {
        throw TerritoryError(
          .badForm(
            doing: "reading the terms", found: "term \(index + 1): \(error.found)",
            advice: "give one of cede, withdraw, return, freeze, buffer, 'back to' a term"),
          in: path)
      }
    }
    var date: CalendarDate?
    if let on = file.on {
      date = CalendarDate(iso: on)
      if date == nil {
        throw TerritoryError(
          .badForm(
            doing: "reading the terms", found: "'\(on)' is not a date",
            advice: "write dates as 2025-08-21"), in: path)
      }
    }
    guard !terms.isEmpty else { throw TerritoryError(.missing(what: "term"), in: path) }
    return Terms(title: file.title, on: date, terms: terms)
  }
}

private struct TermFault: Error {
  let found: String
}

/// The file as it is written.
private struct TermsFile: Decodable {
  var title: String?
  var on: String?
  var terms: [Entry]

  /// One name or several.
  struct Names: Decodable {
    let names: [String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let list = try? container.decode([String].self) {
        names = list
      } else {
        names = [try container.decode(String.self)]
      }
    }

    /// The names, with "elsewhere" and "everywhere" meaning no name.
    var ground: [String] { names.filter { $0 != "elsewhere" && $0 != "everywhere" } }
  }

  struct Entry: Decodable {
    var cede: Names?
    var withdraw: Names?
    var giveBack: Names?
    var freeze: Names?
    var buffer: Double?
    var backTo: String?
    var by: String?
    var place: Names?

    enum CodingKeys: String, CodingKey {
      case cede, withdraw, freeze, buffer, by
      case giveBack = "return"
      case backTo = "back to"
      case place = "in"
    }

    func term() throws(TermFault) -> Term {
      var found: [Term] = []
      for (verb, names) in [
        (Term.Verb.cede, cede), (.withdraw, withdraw), (.giveBack, giveBack),
      ] {
        guard let names else { continue }
        guard let by else { throw TermFault(found: "it does not say by whom ('by: ...')") }
        found.append(Term(verb: verb, party: by, ground: names.ground))
      }
      if let freeze { found.append(Term(verb: .freeze, ground: freeze.ground)) }
      if let buffer {
        guard buffer > 0, buffer <= 500 else {
          throw TermFault(found: "a buffer is above 0 and at most 500 km wide on either side")
        }
        found.append(Term(verb: .buffer(kilometres: buffer), ground: place?.ground ?? []))
      }
      if let backTo {
        guard let date = CalendarDate(iso: backTo) else {
          throw TermFault(found: "'\(backTo)' is not a date")
        }
        found.append(Term(verb: .backTo(date), ground: place?.ground ?? []))
      }
      guard found.count == 1, let term = found.first else {
        throw TermFault(found: found.isEmpty ? "it says nothing known" : "it says two things")
      }
      return term
    }
  }
}
