/// What surrounds a page: where it stands, what its links look like, who looks at it.
struct Frame: Sendable {
  /// What leads from the page to the site's root: "/" on a server, "../" and the like in files.
  var root: String
  /// What a path ends with: nothing on a server, ".html" in files.
  var ending: String
  /// The path of the first page.
  var home: String
  /// The dates that links carry on, from the question mark; empty for the latest.
  var carried = ""
  /// The view in words.
  var view = "latest"
  /// The dossier's title.
  var dossier: String
  /// Whether the page is a file without a server behind it.
  var isPublished: Bool
  /// What a form must carry to be believed; `nil` where nothing can be changed.
  var formToken: String?
  /// Who reviews; `nil` if nobody said.
  var reviewer: String?
  /// A word to the reader about what was just done; `nil` if there is none.
  var notice: String?
  /// Whether articles can be added by address.
  var canFetch = false
  /// Whether the program asks for tokens, so that there is something to sign out of.
  var hasSignIn = false

  /// Returns what the layout is told.
  func fields(for page: Page) -> Fields {
    let places = Page.Place.allCases.filter { !isPublished || $0.isPublished }.map { place in
      Fields([
        "_placeTo": .text(place == .state ? home : place.path + ending),
        "_placeLabel": .text(place.label), "_placeKey": .text(place.key),
        "_isCurrent": .flag(place == page.place),
      ])
    }
    let path = page.path.isEmpty ? "index" : page.path
    let own = page.path.isEmpty ? "state" : page.path
    let query = page.hasView ? carried : ""
    let join = query.isEmpty ? "?" : "&"
    return Fields([
      "_root": .text(root), "_ext": .text(ending), "_home": .text(home), "_q": .text(carried),
      "_view": .text(view), "_dossier": .text(dossier), "_places": .list(places),
      "_pageTitle": .text(page.title), "_path": .text(page.path),
      "_isPublished": .flag(isPublished), "_isServed": .flag(!isPublished),
      "_canReview": .flag(formToken != nil), "_token": .text(formToken),
      "_reviewer": .text(reviewer), "_notice": .text(notice), "_hasSignIn": .flag(hasSignIn),
      "_canFetch": .flag(canFetch),
      "_jsonTo": .text(isPublished ? path + ".json" : "api/" + own + query),
      "_csvTo": page.table == nil
        ? .none
        : .text(isPublished ? path + ".csv" : "api/" + own + query + join + "format=csv"),
      "_pageTemplate": .text(page.template),
    ])
  }
}
