public import JSONBytes
public import Mustache

/// A value of a page: what its JSON says and what its template shows.
public enum Value: Sendable, Hashable {
  /// Text, as it is.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A number.
  case number(Double)
  /// Yes or no.
  case flag(Bool)
  /// Values in order.
  case list([Value])
  /// Named values.
  case fields(Fields)
  /// HTML for the template; the JSON has what it was made from instead.
  case markup(Markup)
  /// Nothing stated.
  case none

  /// Text, or nothing.
  static func text(_ text: String?) -> Value { text.map { .text($0) } ?? .none }

  /// A whole number, or nothing.
  static func integer(_ value: Int?) -> Value { value.map { .integer($0) } ?? .none }

  /// Named values, or nothing.
  static func fields(_ fields: Fields?) -> Value { fields.map { .fields($0) } ?? .none }

  /// A list of named values.
  static func list(_ items: [Fields]) -> Value { .list(items.map { .fields($0) }) }

  /// A list of texts.
  static func list(_ items: [String]) -> Value { .list(items.map { .text($0) }) }

  /// What a template is given, escaped; `nil` where nothing is stated.
  ///
  /// Escaping is done here, byte by byte, and not by the template engine, which looks at whole
  /// characters: to it a quotation mark with a combining accent is no quotation mark.
  var rendered: Any? {
    switch self {
    case .text(let text): Markup.escaped(text)
    case .integer(let value): value
    case .number(let value): value
    case .flag(let value): value
    case .list(let values): values.compactMap(\.rendered)
    case .fields(let fields): fields
    case .markup(let markup): markup.html
    case .none: nil
    }
  }

  /// Appends the value as JSON.
  func write(to output: inout JSONOutput) {
    switch self {
    case .text(let text): output.string(text)
    case .integer(let value): output.integer(value)
    case .number(let value): output.number(value)
    case .flag(let value): output.boolean(value)
    case .list(let values): output.array(values) { $1.write(to: &$0) }
    case .fields(let fields): fields.write(to: &output)
    case .markup, .none: output.raw("null")
    }
  }
}

/// Named values in the order in which they were given.
///
/// Names that begin with `_` are for templates alone and do not appear in JSON.
public struct Fields: Sendable, Hashable, MustacheParent {
  private var places: [String: Int] = [:]
  private(set) var names: [String] = []
  private var values: [Value] = []

  /// Starts with nothing.
  public init() {}

  /// Takes names and values.
  init(_ pairs: KeyValuePairs<String, Value>) {
    for (name, value) in pairs { self[name] = value }
  }

  /// The value of a name; `.none` where it has none.
  public subscript(name: String) -> Value {
    get { places[name].map { values[$0] } ?? .none }
    set {
      if let place = places[name] {
        values[place] = newValue
      } else {
        places[name] = names.count
        names.append(name)
        values.append(newValue)
      }
    }
  }

  /// What a template finds under a name.
  ///
  /// A name that is there without a value is absent, so that a template does not go on to look for
  /// it in what encloses these fields.
  public func child(named name: String) -> Any? {
    guard let place = places[name] else { return nil }
    return values[place].rendered ?? Absent()
  }

  /// Appends the fields as a JSON object.
  public func write(to output: inout JSONOutput) {
    output.raw("{")
    var isFirst = true
    for (name, value) in zip(names, values) where !name.hasPrefix("_") {
      if case .markup = value { continue }
      if !isFirst { output.raw(",") }
      isFirst = false
      output.string(name)
      output.raw(":")
      value.write(to: &output)
    }
    output.raw("}")
  }

  /// The fields as a JSON document.
  public var json: [UInt8] {
    var output = JSONOutput()
    write(to: &output)
    output.raw("\n")
    return output.bytes
  }
}

/// Something that is not stated: shown as nothing, and nothing in a section.
private struct Absent: MustacheCustomRenderable {
  var renderText: String { "" }
  var isNull: Bool { true }
}
