/// The kind of a node of a page: one of HTML's elements, a run of text, or an element that HTML
/// does not know.
enum MarkupTag: UInt8, CaseIterable, Sendable {
  case text, other
  case a, abbr, address, article, aside, audio, b, base, blockquote, body, br, button, canvas
  case caption, center, cite, code, col, colgroup, data, dd, del, details, dialog, div, dl, dt
  case em, embed, fieldset, figcaption, figure, font, footer, form, frame, frameset, h1, h2, h3
  case h4, h5, h6, head, header, hgroup, hr, html, i, iframe, img, input, ins, kbd, label, legend
  case li, link, main, map, mark, math, menu, meta, nav, noembed, noframes, noscript, object, ol
  case optgroup, option, p, picture, pre, q, s, samp, script, search, section, select, slot, small
  case source, span, strong, style, sub, summary, sup, svg, table, tbody, td, template, textarea
  case tfoot, th, thead, time, title, tr, track, tt, u, ul, `var`, video, wbr

  private static let names: NameTable = {
    NameTable(allCases.dropFirst(2).map { (String(describing: $0), $0.rawValue) })
  }()

  /// Returns the element whose name is spelt, in either case, by `bytes[range]`.
  static func named(_ bytes: [UInt8], _ range: Range<Int>) -> MarkupTag {
    names.value(of: bytes, range).flatMap(MarkupTag.init(rawValue:)) ?? .other
  }

  private static let traitTable: [Traits] = allCases.map(traits(of:))

  /// How the element behaves while a page is parsed and read.
  var traits: Traits { Self.traitTable[Int(rawValue)] }

  /// Ways in which elements differ for a parser and for a reader.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt16
    /// Has no content and no end tag (`br`).
    static let void = Traits(rawValue: 1)
    /// Its content is characters up to its end tag (`script`).
    static let rawText = Traits(rawValue: 2)
    /// Ends an open paragraph where it begins (`div`).
    static let closesParagraph = Traits(rawValue: 4)
    /// Its end tag does not reach over a block that is still open (`b`).
    static let formatting = Traits(rawValue: 8)
    /// Bounds the search for an open element (`td`).
    static let scope = Traits(rawValue: 16)
    /// Breaks the flow of text into separate paragraphs.
    static let block = Traits(rawValue: 32)
    /// Belongs to a page's head.
    static let head = Traits(rawValue: 64)
    /// Holds nothing that is read as text (`svg`).
    static let unread = Traits(rawValue: 128)
  }

  private static func traits(of tag: MarkupTag) -> Traits {
    switch tag {
    case .br, .wbr, .img, .input, .source, .track, .embed, .col, .frame: [.void]
    case .hr: [.void, .block, .closesParagraph]
    case .base, .link, .meta: [.void, .head]
    case .script, .style: [.rawText, .head, .unread]
    case .title: [.rawText, .head, .unread]
    case .noembed, .noframes, .iframe: [.rawText, .unread]
    case .textarea: [.rawText, .block, .unread]
    case .template: [.scope, .unread]
    case .svg, .math, .canvas, .audio, .video, .noscript, .object, .map: [.unread]
    case .select: [.unread, .block]
    case .a, .b, .code, .em, .font, .i, .s, .small, .strong, .tt, .u, .span, .label, .abbr, .cite,
      .kbd, .samp, .mark, .sub, .sup, .time, .q, .var, .del, .ins, .data:
      [.formatting]
    case .address, .article, .aside, .blockquote, .center, .details, .dialog, .div, .dl, .fieldset,
      .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .main,
      .menu, .nav, .ol, .p, .pre, .search, .section, .summary, .ul, .li, .dd, .dt:
      [.block, .closesParagraph]
    case .table: [.block, .closesParagraph, .scope]
    case .td, .th, .caption: [.block, .scope]
    case .tr, .tbody, .thead, .tfoot, .colgroup, .legend, .body, .option, .optgroup: [.block]
    case .button: [.block]
    case .html: [.scope]
    default: []
    }
  }

  /// Whether the element is a heading of any level.
  var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }
}
