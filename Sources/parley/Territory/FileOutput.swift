internal import Territory

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Writes files so that readers never see half of one.
enum FileOutput {
  /// Replaces the file at `path` by `bytes`.
  ///
  /// - Throws: `.badForm` if the folder cannot be written.
  static func replace(_ path: String, with bytes: [UInt8]) throws(TerritoryError) {
    let temporary = path + ".part"
    guard let file = fopen(temporary, "wb") else { throw failure(path) }
    let count = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, count == bytes.count, rename(temporary, path) == 0 else {
      unlink(temporary)
      throw failure(path)
    }
  }

  private static func failure(_ path: String) -> TerritoryError {
    TerritoryError(
      .badForm(
        doing: "writing", found: "the file cannot be written",
        advice: "check the folder and the room on the disk"), in: path)
  }
}
