internal import DataFiles

/// Units of measure and money and how they are written, from `quantities/units.tsv` and
/// `quantities/currencies.tsv`.
struct UnitLexicon: Sendable {
  private(set) var units: [Unit] = []
  /// Units after the number.
  private(set) var forms = PhraseTable<UnitForm>()
  /// Signs and codes of money before the number.
  private(set) var prefixes = PhraseTable<Int>(isBackward: true)
  /// "per", "a", "each" with a time or thing: what follows an amount.
  private(set) var rates = PhraseTable<String>()

  init(_ data: DataFolder, words: inout WordTable) throws(DataError) {
    for line in try data.lines("quantities/units.tsv") {
      let fields = line.fields
      guard fields.count == 4, let kind = Quantity.Kind(rawValue: fields[2]) else {
        throw DataError(line, found: "a symbol, a name, a known kind and forms were expected")
      }
      units.append(Unit(symbol: fields[0], name: fields[1], kind: kind))
      add(fields[3], words: &words)
    }
    for line in try data.lines("quantities/currencies.tsv") {
      let fields = line.fields
      guard fields.count == 4 else {
        throw DataError(line, found: "a code, a name, signs and words were expected")
      }
      units.append(Unit(symbol: fields[0], name: fields[1], kind: .money))
      for sign in fields[2].split(separator: "|") where sign != "-" {
        prefixes.add(String(sign), units.count - 1, words: &words)
      }
      if fields[3] != "-" { add(fields[3], words: &words) }
    }
    for line in try data.lines("quantities/rates.tsv") {
      let fields = line.fields
      guard fields.count == 2 else {
        throw DataError(line, found: "a name and forms were expected")
      }
      for form in fields[1].split(separator: "|") {
        rates.add(String(form), fields[0], words: &words)
      }
    }
  }

  private mutating func add(_ list: String, words: inout WordTable) {
    for form in list.split(separator: "|") {
      let need: UnitForm.Need =
        form.hasPrefix("=") ? .joined : form.hasPrefix("#") ? .digits : .number
      let text = need == .number ? form : form.dropFirst()
      forms.add(String(text), UnitForm(unit: units.count - 1, need: need), words: &words)
    }
  }
}
