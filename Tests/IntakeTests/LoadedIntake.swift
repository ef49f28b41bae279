import DataFiles
import Intake

/// The intake with the repository's data files, loaded once for all tests.
enum LoadedIntake {
  private static let result = Result { try TextIntake(try DataFolder.locate()) }

  /// The loaded intake.
  ///
  /// - Throws: why the data files could not be loaded.
  static func get() throws -> TextIntake { try result.get() }
}
