internal import Assist
internal import Intake

/// Files of answers, one JSON object a line.
enum AnswerFile {
  /// Returns the answers of all `paths`; only the records of what `model` was asked, if one is given.
  ///
  /// - Throws: which file cannot be read.
  static func book(_ paths: [String], model: String? = nil) throws(IntakeError) -> AnswerBook {
    var book = AnswerBook(model: model)
    for path in paths {
      var source = ArticleSource([path])
      while let raw = source.next() {
        switch raw {
        case .line(let bytes, _, _), .page(let bytes, _): book.add(bytes)
        case .text(let bytes, _, _): if !bytes.isEmpty { book.add(bytes) }
        case .failure(let error): throw error
        }
      }
    }
    return book
  }
}
