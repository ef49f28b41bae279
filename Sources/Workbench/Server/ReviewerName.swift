/// The name of a reviewer: letters, digits, spaces and a few signs, at most 40 of them.
struct ReviewerName {
  /// The name.
  let text: String

  /// Takes a name; `nil` if it is none.
  init?(_ text: String) {
    let plain = text.drop { $0 == " " }.prefix(41)
    guard !plain.isEmpty, plain.count <= 40,
      plain.unicodeScalars.allSatisfy({
        $0.value < 0x80
          && ($0.properties.isAlphabetic || ("0"..."9").contains($0)
            || " -._".unicodeScalars.contains($0))
      })
    else { return nil }
    self.text = String(plain)
  }
}

/// What the page after a form says was done.
enum Notice: String {
  case accept, correct, reject, undone, settled, added, known, asked, named

  /// Takes the name of a notice; `nil` for anything else.
  init?(_ name: String?) {
    guard let name, let notice = Notice(rawValue: name) else { return nil }
    self = notice
  }

  /// The words.
  var words: String {
    switch self {
    case .accept: "Accepted. The reading is confirmed."
    case .correct: "Corrected. The reading stays beside the correction."
    case .reject: "Rejected. The stance no longer counts."
    case .undone: "The review was taken back; it stays in the record, marked."
    case .settled: "Settled. All decisions stay in the record; this one is the last word."
    case .added: "The article was added and read."
    case .known: "The dossier has this article already."
    case .asked:
      "The article is in the dossier. A language model is asked now; load the page again to see what holds of its answer."
    case .named: "Your reviews are kept under this name."
    }
  }
}
