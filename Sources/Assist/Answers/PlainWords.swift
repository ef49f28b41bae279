/// Words from outside as one short line that does nothing to a terminal.
public enum PlainWords {
  /// Returns the first `longest` scalars of `text`, with a space for each that is no sign or space.
  public static func of(_ text: String, longest: Int) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.prefix(longest).map { scalar in
          switch scalar.properties.generalCategory {
          case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate:
            " "
          default: scalar
          }
        }))
  }
}
