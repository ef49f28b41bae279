extension PageMaker {
  /// Where articles are added.
  func add() -> Page {
    var page = Page(
      "add", place: .articles, template: "add", title: "Add articles",
      fields: Fields(["schema": .text("parley/page/add/1")]))
    page.hasView = false
    return page
  }
}
