import Intake
import ParleyModel
import Testing

@Suite("Site furniture")
struct FurnitureTests {
  private func setAside(_ text: String) throws -> [String] {
    let article = try LoadedIntake.get().article(
      Array(text.utf8), id: ArticleID("a"))
    return article.boilerplate.map(article.words)
  }

  @Test(
    "is set aside as a whole paragraph",
    arguments: [
      "Discover the latest Travel and Food Stories, or download the Example App!",
      "Stay on top of the latest from farms and fishing ports.", "Read more: What the talks mean",
      "Advertisement", "By Jane Q. Doe", "By Jane Doe and John Roe", "Follow us on Twitter",
      "Copyright 2024 Example Press. All rights reserved.", "© 2024 Example Press", "* * *",
      "This website uses cookies to improve your experience.", "Sign up for our daily newsletter",
      "Sign up here to get the Morning Briefing delivered to your inbox",
      "Our Standards: The Thomson Reuters Trust Principles.", "Share this article",
      "Jane Doe in Geneva contributed to this report.", "5 min read", "Last updated: 3 May 2024",
      "RELATED: Who pays for the bridge?", "Also Read | Five things to know",
    ])
  func whole(paragraph: String) throws {
    let text = "The envoys met on Monday.\n\(paragraph)\nThey agreed on a date."
    #expect(try setAside(text) == [paragraph])
  }

  @Test(
    "leaves reporting alone",
    arguments: [
      "Follow-up talks are due in May, the minister said.",
      "By Monday the two sides had agreed.", "Read more than once, the letter says little.",
      "Share prices fell after the talks, analysts said.",
      "He said the company would download the data and hand it over.",
      "\"Watch what they do,\" she said.", "By Jane Doe's account, the talks had failed.",
      "Copyright law was part of the deal, officials said.",
      "Subscribers to the plan said they would stay.", "More than 40 people were hurt.",
      "Updated figures show 20% growth, the ministry said.",
      "Related talks on grain went on in Istanbul, the sources said.",
    ])
  func prose(paragraph: String) throws {
    #expect(try setAside("The envoys met.\n\(paragraph)").isEmpty)
  }

  @Test("inside a paragraph only the credit is set aside")
  func part() throws {
    let text = "The envoys met on Monday. (Reporting by Jane Doe; Editing by John Roe)"
    #expect(try setAside(text) == ["(Reporting by Jane Doe; Editing by John Roe)"])
  }

  @Test("a text on one line is looked at sentence by sentence")
  func oneLine() throws {
    let body = String(repeating: "The envoys met again and said little about it. ", count: 20)
    let text =
      body + "“We will go home.” Jane Doe contributed to this article. "
      + "(With agency inputs) Find the best of our news in one place. Follow us on Facebook."
    #expect(
      try setAside(text) == [
        "Jane Doe contributed to this article.", "(With agency inputs)",
        "Find the best of our news in one place.", "Follow us on Facebook.",
      ])
  }

  @Test("lines that name title and date are taken over and set aside")
  func labels() throws {
    let text = "Title: Envoys meet\nSource: The Daily\nDate: 3 May 2024\n\nThe envoys met."
    let article = try LoadedIntake.get().article(
      Array(text.utf8), id: ArticleID("a"))
    #expect(article.title == "Envoys meet")
    #expect(article.outlet == "The Daily")
    #expect(article.published == CalendarDate(year: 2024, month: 5, day: 3))
    #expect(article.boilerplate.count == 3)
    #expect(article.paragraphs.count == 4)
  }
}
