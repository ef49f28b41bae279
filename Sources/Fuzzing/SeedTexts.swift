/// Made-up sentences with the constructions that a reader of reports looks for.
enum SeedTexts {
  static let all: [[UInt8]] = [
    "GENEVA, March 4 (Reuters) - Aland will not cede the valley, its foreign minister said.",
    "“We will not leave,” Maria Holt told reporters. “Not this year,” she added, “nor the next.”",
    "\"If they go,\" he said, \"we go.",
    "Three people familiar with the talks, who asked not to be named because the matter is "
      + "sensitive, said that Bland had offered to withdraw from 5 to 7 percent of the territory.",
    "The Daily reported, citing two officials, that Holt's office had rejected the terms.",
    "According to surveys and satellite images of the U.S. army, about 61% of the province is held by Aland.",
    "The ministry (which did not reply to requests for comment) said: 'No “deal” is near.'",
    "Bland has softened its demands since June 2024, when it insisted on all four provinces.",
    "Holt said Reed had told her that \"the minister 'never agreed' to anything\".",
    "“The first paragraph of a long statement does not close its quotation.\n“The second one "
      + "does,” the statement said.",
    "In return for a ceasefire by 1 May, Aland would lift sanctions worth $3.5 billion, it said.",
    "Read more: who holds what\nAdvertisement\n(With agency inputs)\n© 2024 Example Press",
    "He threatened that the war would go on if they did not accept; Moscow, Kyiv and the EU's "
      + "27 members disagreed.",
    "Asked whether he would resign, Mr. St. John of the U.N. said no. Nor would Dr. Reed, Ph.D.",
    "Title: Talks\nSource: The Daily\nDate: 3 May 2024\n\nBy Jane Doe\n\nTalks failed on Monday.",
    "- One: withdraw;\r\n- two: return 1,200 prisoners;\r\n- three: limits of 50,000 troops.\r\n",
  ].map { Array($0.utf8) }

  /// Characters that break careless code.
  static let awkward: [[UInt8]] = [
    "\u{FEFF}", "\u{0}", "\u{200B}", "\u{202E}", "\u{301}", "\u{A0}", "\u{2028}", "\u{85}", "😀",
    "👩‍👩‍👧", "ﬀ", "İ", "ß", "Ωά", "中文", "العربية", "\r", "\t", "…", "—", "--", "«", "»", "„", "‚",
    "''", "``", "'", "’", "\"", "“", "”", "(", ")", "[", "]", "%", "$", "½", "1e999", "-0",
    "99999999999999999999", "31 February 2024", "24:61", "..", "?!", "\\", "{", "}", "<b>", "&amp;",
  ].map { Array($0.utf8) }

  /// Beginnings that nest what follows.
  static let nesting: [[UInt8]] = [
    "“", "\"", "'", "(", "[", "he said that ", "Holt said Reed told her that ",
    "according to people who said ", "the man who the woman whom the boy saw ", "if ", "not ",
    "the minister of the ministry of ", "and ", "very ", "1 to ", "more than ", "“‘", ", ",
  ].map { Array($0.utf8) }
}
