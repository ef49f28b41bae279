/// Turns a feed into UTF-8, going by its header, its XML declaration or its bytes.
enum FeedEncoding {
  static func decode(_ bytes: [UInt8], contentType: String?) -> [UInt8] {
    let head = String(decoding: bytes.prefix(200), as: UTF8.self)
    var declared = contentType
    if head.hasPrefix("<?xml"), let mark = head.firstRange(of: "encoding=") {
      let name = head[mark.upperBound...].dropFirst().prefix { $0 != "\"" && $0 != "'" }
      declared = declared?.lowercased().contains("charset") == true ? declared : "charset=\(name)"
    }
    return PageEncoding.decode(bytes, contentType: declared).utf8
  }
}
