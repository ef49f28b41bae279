#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension DataFolder {
  /// Returns 16 hexadecimal digits that change with any byte of any file in the folders `names`:
  /// they tell which models and lists a reading was made with.
  ///
  /// - Complexity: O(n) in the size of the files, some gigabytes a second.
  /// - Throws: `.noFile` if a folder or file cannot be read.
  public func identity(of names: [String]) throws(DataError) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func take(_ value: UInt64) {
      hash = (hash ^ value) &* 0x9e37_79b9_7f4a_7c15
      hash ^= hash >> 29
    }
    for name in names {
      let folder = path + "/" + name
      guard let files = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
        throw DataError(.noFile, path: folder)
      }
      for file in files.sorted() where !file.hasSuffix(".md") {
        let content = try MappedFile(path: folder + "/" + file)
        for byte in file.utf8 { take(UInt64(byte)) }
        let bytes = content.bytes
        let whole = bytes.count & ~7
        for start in stride(from: 0, to: whole, by: 8) {
          take(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)))
        }
        for byte in bytes[whole...] { take(UInt64(byte)) }
        take(UInt64(bytes.count))
      }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
