import DataFiles

@testable import Intake

/// The reader of pages with the repository's data files, loaded once for all tests.
enum LoadedPages {
  private static let result = Result { try PageReader(try DataFolder.locate()) }

  /// The loaded reader.
  ///
  /// - Throws: why the data files could not be loaded.
  static func get() throws -> PageReader { try result.get() }
}

/// A made-up page with everything that pages have around their article.
let harbourPage = """
  <!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
  <title>Ministers agree on harbour dues | The Quay Herald</title>
  <meta property="og:site_name" content="The Quay Herald">
  <link rel="canonical" href="https://quay.example/2024/03/05/harbour-dues">
  <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
    {"@type":"NewsArticle","headline":"Ministers agree on harbour dues",
     "datePublished":"2024-03-05T08:00:00Z","dateModified":"2024-03-06T10:00:00Z",
     "author":{"@id":"#p1"}},
    {"@type":"Person","@id":"#p1","name":"Mara Venn"}]}</script></head>
  <body><header class="site-header"><nav class="main-menu"><ul><li><a href="/">Home</a></li>
  <li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
  <div class="cookie-banner"><p>We use cookies to make this site better.</p></div>
  <main><article class="post"><h1>Ministers agree on harbour dues</h1>
  <p class="byline">By Mara Venn</p><time datetime="2024-03-05">5 March 2024</time>
  <div class="entry-content">
  <p>The two ministers said on Tuesday that they had agreed to halve the dues for fishing boats,
  ending a quarrel that had kept the northern harbour closed since the autumn storms.</p>
  <figure><img src="h.jpg"><figcaption>The northern harbour. Photo: Quay Herald</figcaption></figure>
  <h2>What was agreed</h2>
  <p>Boats of less than twelve metres will pay &pound;40 a month, officials said, and the larger
  ones will pay twice as much until the breakwater has been repaired, which may take two years.</p>
  <ul><li>Dues fall by half for boats of less than twelve metres, from the first of May.</li>
  <li>The breakwater is to be repaired by both sides, who share the cost in equal parts.</li></ul>
  <blockquote>&ldquo;We did not get all that we asked for, but the boats can sail again,&rdquo;
  one of the negotiators told reporters after the meeting had ended.</blockquote>
  <p>The agreement must still be approved by the councils of both towns, which meet next week,
  and fishermen on either side said they would wait for the vote before they put to sea.</p>
  </div></article><aside class="related-posts"><h3>Related</h3><ul>
  <li><a href="/a">Storm closes harbour</a></li><li><a href="/b">Council to vote</a></li></ul></aside>
  <section id="comments"><h3>Comments</h3><p>Leave a reply</p></section></main>
  <footer><p>© 2024 The Quay Herald. All rights reserved.</p></footer></body></html>
  """
