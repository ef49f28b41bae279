internal import DataFiles
internal import Foundation
internal import ParleyModel
internal import Territory

/// The user's folder of public data.
struct SourceStore {
  /// The folder.
  let folder: String

  /// Copies a source from a mirror and compares its checksum.
  ///
  /// - Throws: `.badForm` if the copy is not what the catalogue says.
  func copy(_ entry: Catalogue.Entry, from path: String) throws {
    let target = folder + "/" + entry.file
    if let known = entry.sha256, try Checksum.ofFile(path) != known {
      throw TerritoryError(
        .badForm(
          doing: "taking '\(entry.id)' from the mirror",
          found: "its checksum differs from the catalogue",
          advice: "get the file again, or mend the catalogue if the source has grown"), in: path)
    }
    try makeFolder(of: target)
    let temporary = target + ".part"
    try? FileManager.default.removeItem(atPath: temporary)
    try FileManager.default.copyItem(atPath: path, toPath: temporary)
    guard rename(temporary, target) == 0 else { throw unwritable(target) }
    StandardStreams.report("parley: wrote \(target)")
  }

  /// Downloads one file a day, keeping those that are there; days that the source lacks are named.
  func download(
    _ entry: Catalogue.Entry, template: String, from: CalendarDate, to: CalendarDate
  ) throws {
    let folder = folder + "/" + (entry.folder ?? entry.id)
    try makeFolder(of: folder + "/x")
    var failed: [String] = []
    let days = from.dayNumber...max(from.dayNumber, to.dayNumber)
    for (index, number) in days.enumerated() {
      let date = CalendarDate(dayNumber: number)
      let digits = date.description.filter { $0 != "-" }
      let address = template.replacing("{YYYYMMDD}", with: digits)
      let target = folder + "/" + (address.split(separator: "/").last.map(String.init) ?? digits)
      if FileManager.default.fileExists(atPath: target) { continue }
      if Terminal.showsProgress {
        StandardStreams.reportRaw("\r\(date), \(index + 1) of \(days.count) days ")
      }
      let temporary = target + ".part"
      // A part of a file that is whole already makes curl fail (range not satisfiable): start anew.
      let isThere =
        Programs.run(["curl", "-fsSL", "-C", "-", "-o", temporary, address])
        || Programs.run(["curl", "-fsSL", "-o", temporary, address])
      guard isThere, rename(temporary, target) == 0 else {
        failed.append(date.description)
        continue
      }
    }
    if Terminal.showsProgress { StandardStreams.reportRaw("\r\u{1B}[K") }
    StandardStreams.report(
      "parley: \(days.count - failed.count) of \(days.count) days are in \(folder)")
    if !failed.isEmpty {
      StandardStreams.report("parley: could not get \(failed.prefix(10).joined(separator: ", "))")
    }
    if failed.count == days.count {
      throw TerritoryError(
        .noData(
          what: "'\(entry.id)' at its address",
          advice: "check the network, and that curl is installed; the address is \(entry.address)"))
    }
  }

  private func makeFolder(of path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw unwritable(path)
    }
  }

  private func unwritable(_ path: String) -> TerritoryError {
    TerritoryError(
      .badForm(
        doing: "writing", found: "the file cannot be written",
        advice: "check the folder and the room on the disk"), in: path)
  }
}
