/// How words are shown: by what they are, in the sixteen colours of the user's own scheme.
enum Style: String {
  /// Second voice: addresses, notes.
  case faint = "2"
  /// Titles and names of parties.
  case strong = "1"
  /// Heads of sections.
  case heading = "1;4"
  /// Who says it.
  case source = "36;4"
  /// The act of a stance.
  case act = "33;1"
  /// A number from the text.
  case figure = "35"
  /// Needs a person.
  case flag = "31;1"
  /// Agrees, softened.
  case agreement = "34;1"
}

/// Words in one style.
struct StyledText {
  var text: String
  var style: Style?

  /// Makes words in `style`; plain if it is `nil`.
  init(_ text: String, _ style: Style? = nil) {
    self.text = text
    self.style = style
  }
}
