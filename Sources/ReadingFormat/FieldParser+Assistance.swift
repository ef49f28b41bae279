internal import ParleyModel

extension FieldParser {
  /// Takes the object `assist`.
  mutating func assistance() throws(ReadingFormatError) -> Assistance {
    var assistance = Assistance(
      model: "", prompt: "", settings: .init(window: 0, answerTokens: 0, format: ""), requests: 0,
      answers: 0)
    try object { key, fields throws(ReadingFormatError) in
      switch key {
      case "model": assistance.model = try fields.string()
      case "prompt": assistance.prompt = try fields.string()
      case "settings": assistance.settings = try fields.assistanceSettings()
      case "requests": assistance.requests = try fields.integer()
      case "answers": assistance.answers = try fields.integer()
      case "positions": assistance.positions = try fields.assistanceCount()
      case "figures": assistance.figures = try fields.assistanceCount()
      case "dropped":
        assistance.dropped = try fields.list { fields throws(ReadingFormatError) in
          try fields.dropped()
        }
      case "findings":
        assistance.findings = try fields.list { fields throws(ReadingFormatError) in
          try fields.finding()
        }
      default: try fields.skip()
      }
    }
    return assistance
  }

  private mutating func assistanceSettings() throws(ReadingFormatError) -> Assistance.Settings {
    var settings = Assistance.Settings(window: 0, answerTokens: 0, format: "")
    try object { key, fields throws(ReadingFormatError) in
      switch key {
      case "window": settings.window = try fields.integer()
      case "answerTokens": settings.answerTokens = try fields.integer()
      case "format": settings.format = try fields.string()
      default: try fields.skip()
      }
    }
    return settings
  }

  private mutating func assistanceCount() throws(ReadingFormatError) -> Assistance.Count {
    var count = Assistance.Count()
    try object { key, fields throws(ReadingFormatError) in
      switch key {
      case "proposed": count.proposed = try fields.integer()
      case "accepted": count.accepted = try fields.integer()
      default: try fields.skip()
      }
    }
    return count
  }

  private mutating func dropped() throws(ReadingFormatError) -> Assistance.Dropped {
    var dropped = Assistance.Dropped(reason: "", count: 0)
    try object { key, fields throws(ReadingFormatError) in
      switch key {
      case "reason": dropped.reason = try fields.string()
      case "count": dropped.count = try fields.integer()
      default: try fields.skip()
      }
    }
    return dropped
  }

  private mutating func finding() throws(ReadingFormatError) -> Assistance.Finding {
    var kind: Assistance.Finding.Kind?
    var evidence: ByteRange?
    var assisted: String?
    var builtIn: String?
    try object { key, fields throws(ReadingFormatError) in
      switch key {
      case "kind": kind = try fields.choice(Assistance.Finding.Kind.self)
      case "evidence": evidence = try fields.span()
      case "assisted": assisted = try fields.optionalString()
      case "builtIn": builtIn = try fields.optionalString()
      default: try fields.skip()
      }
    }
    return Assistance.Finding(
      kind: try required(kind, "kind"), evidence: try required(evidence, "evidence"),
      assisted: assisted, builtIn: builtIn)
  }

  /// Takes the list `readers`.
  mutating func readers() throws(ReadingFormatError) -> [ReaderKind] {
    try list { fields throws(ReadingFormatError) in try fields.choice(ReaderKind.self) }
  }
}
