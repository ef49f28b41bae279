extension BlockFeatures {
  /// Whether a block of the page asks to be paid for the rest.
  var speaksOfPayment: Bool {
    guard let kind = kinds.firstIndex(of: "has paywall") else { return false }
    return blockMasks.contains { $0 >> UInt32(kind) & 1 == 1 }
  }

  /// Returns why block `index`, which is not part of the article, stands on the page.
  func reason(_ index: Int, isHidden: Bool) -> SetAside.Reason {
    let tag = page.tree.nodes[page.blocks[index].node].tag
    if tag == .figcaption { return .caption }
    let mask = blockMasks[index]
    for (bit, kind) in kinds.enumerated() where mask >> UInt32(bit) & 1 == 1 {
      let group = kind.split(separator: " ").last.map(String.init) ?? ""
      if let reason = Self.reason(ofGroup: group) { return reason }
    }
    var node = Int(page.tree.nodes[page.blocks[index].firstNode].parent)
    while node > 0, page.tree.nodes[node].tag != .body {
      switch page.tree.nodes[node].tag {
      case .figcaption, .figure: return .caption
      case .nav, .header, .footer: return .menu
      default: break
      }
      let groups = classMasks[node]
      for (bit, group) in self.groups.enumerated() where groups >> UInt64(bit) & 1 == 1 {
        if let reason = Self.reason(ofGroup: group) { return reason }
      }
      node = Int(page.tree.nodes[node].parent)
    }
    return isHidden ? .hidden : .other
  }

  private static func reason(ofGroup group: String) -> SetAside.Reason? {
    switch group {
    case "nav", "footer", "header", "breadcrumb", "toc", "search", "tags", "language": .menu
    case "related", "card": .related
    case "newsletter", "ad", "cta", "paywall", "modal", "product": .promotion
    case "cookie", "legal": .consent
    case "caption", "media": .caption
    case "comment": .comments
    case "author", "meta": .author
    case "share": .social
    default: nil
    }
  }
}
