extension TokenTable {
  /// Appends the bytes `range` of `text` as one token whose borders are given, as in a treebank.
  package mutating func appendGiven(_ range: Range<Int>, of text: [UInt8], joined: Bool) {
    var shape: Shape = joined ? .joined : []
    var letters = 0
    var capitals = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      var length = 1
      var isLetter = false
      var isCapital = false
      switch ByteClass.table[Int(byte)] {
      case ByteClass.letter:
        isLetter = true
        isCapital = byte & 0x20 == 0 && byte != 0x5F
      case ByteClass.digit: shape.insert(.digit)
      case ByteClass.wide:
        let character = WideCharacter(text, at: index, end: range.upperBound)
        length = character.length
        isLetter = character.role == .letter
        isCapital = character.isCapital
        if character.role == .doubleQuote { shape.insert(.quote) }
      default:
        if byte == 0x22 { shape.insert(.quote) }
      }
      if isLetter {
        letters += 1
        if isCapital {
          capitals += 1
          if index == range.lowerBound { shape.insert(.capitalized) }
        }
      }
      index += length
    }
    if letters > 0 { shape.insert(.letter) }
    if letters > 1, capitals == letters { shape.insert(.allCapitals) }
    if !shape.contains(.letter), !shape.contains(.digit) { shape.insert(.punctuation) }
    if range.count > 1, letters > 0, text[range.upperBound - 1] == 0x2E {
      shape.insert(.abbreviation)
    }
    append(range.lowerBound, range.upperBound, in: text, shape: shape)
  }
}
