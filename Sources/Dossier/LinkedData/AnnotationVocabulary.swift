internal import DataFiles
internal import JSONBytes

/// The words of Web Annotations and of what Parley adds to them.
enum AnnotationVocabulary {
  /// How many Unicode scalars of context a quotation carries on each side.
  static let contextLength = 32

  static let context: JSONTree = [
    "http://www.w3.org/ns/anno.jsonld",
    .members(["parley": .string("urn:parley:"), "textHash": .string("parley:textHash")]),
  ]

  /// The checksum of a text as an annotation carries it.
  static func hash(_ text: [UInt8]) -> String { "sha256:" + Checksum.of(text) }

  /// The address of an article: its own, else a name within Parley.
  static func source(address: String?, name: String) -> String {
    address ?? "urn:parley:article:" + FileName.encoded(name)
  }
}
