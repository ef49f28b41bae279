internal import ByteStreams
internal import Intake
internal import JSONBytes

extension SharedCorpora {
  /// The largest page, in bytes.
  private static let largestPage = 1 << 26

  /// The labelled pages: `data/pages/html/<id>.html.gz` with `data/pages/truth/<id>.json`.
  ///
  /// - Throws: if a file cannot be read.
  package func labelledPages() throws -> [LabelledPage] {
    try names("data/pages/truth", ending: ".json").map { name in
      let id = String(name.dropLast(5))
      var json = JSONScanner(try bytes("data/pages/truth/" + name))
      var article = ""
      try json.beginObject()
      while let key = try json.nextKey() {
        if key == "main_content", try json.peek() == .string {
          article = try json.string()
        } else {
          try json.skipValue()
        }
      }
      let page = try bytes("data/pages/html/\(id).html.gz")
      return LabelledPage(
        id: id, html: try Gzip.decompress(page, limit: Self.largestPage), article: article)
    }
  }
}
