extension Service {
  /// Answers with a file.
  func plain(_ bytes: [UInt8], type: String, tag: String, _ request: Incoming) -> Answer {
    packed(PageCache.Body(bytes, type: type), tag: "\"\(tag)\"", request)
  }

  /// Answers with a body, compressed where that is understood, or that nothing has changed.
  func packed(_ body: PageCache.Body, tag: String, _ request: Incoming) -> Answer {
    let isPacked =
      body.packed != nil
      && (request.headers["accept-encoding"] ?? "").lowercased().split(separator: ",").contains {
        $0.trimmingSpaces.hasPrefix("gzip") && !$0.contains("q=0,") && !$0.hasSuffix("q=0")
      }
    // The two forms are two representations: each has a tag of its own.
    let tag = isPacked ? String(tag.dropLast()) + "-gzip\"" : tag
    let known = (request.headers["if-none-match"] ?? "").split(separator: ",").map {
      $0.trimmingSpaces
    }
    var answer: Answer
    if known.contains(tag) || known.contains("W/" + tag) || known == ["*"] {
      answer = Answer(304)
    } else {
      answer = Answer(200, type: body.type, isPacked ? body.packed ?? body.plain : body.plain)
      if isPacked { answer.add("Content-Encoding", "gzip") }
    }
    answer.add("ETag", tag)
    answer.add("Cache-Control", "no-cache")
    answer.add("Vary", "Accept-Encoding, Cookie, Authorization")
    return answer
  }

  /// The tag of whatever `key` names.
  static func tag(_ key: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return "\"\(String(hash, radix: 16))\""
  }

  /// Tells browsers to run nothing and load nothing but what the workbench itself serves.
  func secure(_ answer: inout Answer) {
    answer.add(
      "Content-Security-Policy",
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
    answer.add("X-Content-Type-Options", "nosniff")
    answer.add("Referrer-Policy", "same-origin")
    answer.add("Cross-Origin-Opener-Policy", "same-origin")
    answer.add("Cross-Origin-Resource-Policy", "same-origin")
    answer.add("X-Frame-Options", "DENY")
  }
}
