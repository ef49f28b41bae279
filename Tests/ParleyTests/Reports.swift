/// Short made-up reports to run the program on.
enum Reports {
  static let talks = """
    GENEVA, March 4 (Reuters) - Aland's foreign minister, Maria Holt, said on Monday that her \
    country would not give up the valley.
    "We will not leave," Holt told reporters. "Not this year."
    Bland wants Aland to withdraw from the valley by June, according to two diplomats close to \
    the talks, who asked not to be named because the talks are private.
    Advertisement
    About 40% of the valley is held by Aland, the ministry said – “a third”, by Bland’s count.
    """

  /// A line of NDJSON.
  static func line(_ id: String, _ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
    return #"{"id":"\#(id)","text":"\#(escaped)"}"#
  }
}
