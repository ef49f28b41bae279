internal import DataFiles
package import Language
internal import ParleyModel

/// The outlets of `language/outlets.txt`, found by their bytes.
package struct OutletNames: Sendable {
  /// One form of an outlet's name.
  package struct Form: Sendable {
    /// The form as it is written.
    package let bytes: [UInt8]
    /// The name of the outlet.
    package let name: String
    /// Whether the form is also an everyday word or another name.
    package let isAmbiguous: Bool
  }

  /// The forms by their first two bytes, the longest first.
  private var forms: [UInt16: [Form]] = [:]

  init(_ data: DataFolder) throws(DataError) {
    for line in try data.lines("language/outlets.txt") {
      let fields = line.fields
      guard fields.count <= 2 else {
        throw DataError(line, found: "more than a form, a tab and the outlet's name")
      }
      let isAmbiguous = fields[0].hasPrefix("~")
      let form = isAmbiguous ? String(fields[0].dropFirst()) : fields[0]
      let bytes = Array(form.utf8)
      guard bytes.count >= 2 else { throw DataError(line, found: "a form of one letter") }
      forms[Self.key(bytes, 0), default: []].append(
        Form(
          bytes: bytes, name: fields.count == 2 ? fields[1] : form, isAmbiguous: isAmbiguous))
    }
    for key in forms.keys { forms[key]?.sort { $0.bytes.count > $1.bytes.count } }
  }

  private static func key(_ bytes: [UInt8], _ offset: Int) -> UInt16 {
    UInt16(bytes[offset]) << 8 | UInt16(bytes[offset + 1])
  }

  /// Returns the longest form that begins with token `index` and ends with a token, and the token
  /// behind it.
  package func form(at index: Int, in text: AnnotatedText) -> (form: Form, end: Int)? {
    let start = Int(text.tokens.starts[index])
    let bytes = text.article.text
    guard start + 1 < bytes.count, let candidates = forms[Self.key(bytes, start)] else {
      return nil
    }
    for form in candidates where start + form.bytes.count <= bytes.count {
      guard form.bytes.indices.allSatisfy({ form.bytes[$0] == bytes[start + $0] }) else {
        continue
      }
      let stop = Int32(start + form.bytes.count)
      var end = index
      while end < text.tokens.count, text.tokens.ends[end] < stop { end += 1 }
      if end < text.tokens.count, text.tokens.ends[end] == stop { return (form, end + 1) }
    }
    return nil
  }

  /// The outlet's name for the form `name`; the form itself where it is not known.
  package func name(_ form: String) -> String {
    let bytes = Array(form.utf8)
    guard bytes.count >= 2, let candidates = forms[Self.key(bytes, 0)] else { return form }
    return candidates.first { $0.bytes == bytes }?.name ?? form
  }
}
