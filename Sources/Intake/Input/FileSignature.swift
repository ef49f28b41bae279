/// Knows files that are not text by their first bytes.
enum FileSignature {
  /// Returns what kind of file begins with `bytes` ("a PDF file"), or `nil` if it may be text.
  static func name(of bytes: [UInt8]) -> String? {
    known.first { bytes.starts(with: $0.bytes) }?.name
  }

  private static let known: [(bytes: [UInt8], name: String)] = [
    (Array("%PDF-".utf8), "a PDF file"),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or office document"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an office document"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG picture"),
    ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    ([0x28, 0xB5, 0x2F, 0xFD], "a file compressed by zstd"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "a file compressed by xz"),
    (Array("SQLite format 3\0".utf8), "a database"),
  ]
}
