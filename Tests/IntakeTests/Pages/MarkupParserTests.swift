import Testing

@testable import Intake

@Suite("HTML of any quality")
struct MarkupParserTests {
  /// The tree as nested names, texts in quotation marks.
  private func outline(_ html: String) -> String {
    let tree = MarkupParser.parse(Array(html.utf8))
    var output = ""
    func write(_ node: Int) {
      if tree.nodes[node].tag == .text {
        let range = Int(tree.nodes[node].sourceStart)..<Int(tree.nodes[node].sourceEnd)
        output += "'" + String(decoding: tree.source[range], as: UTF8.self) + "'"
        return
      }
      if node > 0 { output += String(describing: tree.nodes[node].tag) }
      guard tree.nodes[node].end > node + 1 else { return }
      output += node > 0 ? "(" : ""
      var child = node + 1
      while child < Int(tree.nodes[node].end) {
        if child > node + 1 { output += " " }
        write(child)
        child = Int(tree.nodes[child].end)
      }
      output += node > 0 ? ")" : ""
    }
    write(0)
    return output
  }

  @Test(
    "becomes the tree that a browser makes of it",
    arguments: [
      ("<p>one<p>two", "p('one') p('two')"),
      ("<ul><li>a<li>b</ul>c", "ul(li('a') li('b')) 'c'"),
      ("<ul><li>a<ul><li>b</ul><li>c</ul>", "ul(li('a' ul(li('b'))) li('c'))"),
      ("<div><p>a</div>b", "div(p('a')) 'b'"),
      ("<p>a<div>b</div>c</p>", "p('a') div('b') 'c'"),
      ("<b>a<p>b</b>c</p>", "b('a' p('b' 'c'))"),
      ("a<br>b<img src=x>c", "'a' br 'b' img 'c'"),
      ("<table><tr><td>a<td>b<tr><td>c</table>", "table(tr(td('a') td('b')) tr(td('c')))"),
      ("<dl><dt>a<dd>b<dt>c</dl>", "dl(dt('a') dd('b') dt('c'))"),
      ("<script>if (a<b) '</p>'</script>c", "script('if (a<b) '</p>'') 'c'"),
      ("<title>a<b>c</title>d", "title('a<b>c') 'd'"),
      ("<!-- <p> -->a<!---->b<!-->c", "'a' 'b' 'c'"),
      ("<div a='>'>x</div>", "div('x')"),
      ("<DIV CLASS=a>x</Div>", "div('x')"),
      ("<svg><path/><title>t</title></svg>a", "svg(other title('t')) 'a'"),
      ("a < b", "'a ' '<' ' b'"),
      ("</p>a</div>", "'a'"),
      ("<x-box><p>a</p></x-box>b", "other(p('a')) 'b'"),
      ("<a href=x>a<a href=y>b", "a('a') a('b')"),
      ("<head><title>t</title><p>a", "head(title('t')) p('a')"),
      ("<p>a<script>b", "p('a' script('b'))"),
    ])
  func trees(_ html: String, _ tree: String) {
    #expect(outline(html) == tree)
  }

  @Test("holds every node inside its parent", arguments: UInt64(1)...60)
  func nesting(_ seed: UInt64) {
    let parts = [
      "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<td>", "<tr>", "<table>", "x",
      "</table>", "<li>", "<ul>", "</ul>", "<svg>", "</svg>", "<script>", "</script>", "<!--",
      "-->",
    ]
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    var html = ""
    for _ in 0..<80 {
      state = state &* 6_364_136_223_846_793_005 &+ 1
      html += parts[Int(state >> 33) % parts.count]
    }
    let tree = MarkupParser.parse(Array(html.utf8))
    for (index, node) in tree.nodes.enumerated().dropFirst() {
      let parent = tree.nodes[Int(node.parent)]
      #expect(Int(node.parent) < index && node.end <= parent.end)
      #expect(node.sourceStart <= node.sourceEnd)
    }
  }

  @Test("nested without end is cut off, not followed")
  func depth() {
    let tree = MarkupParser.parse(Array(String(repeating: "<div>", count: 5000).utf8))
    #expect(tree.nodes.count == 5001)
    #expect(tree.nodes.allSatisfy { $0.depth <= 400 })
  }
}
