import ArgumentParser
internal import Asking
internal import DataFiles
internal import Dossier
internal import Fetching
internal import Intake
internal import Territory
internal import Workbench

/// What the failure of a command means for the person and for the exit status.
enum Failure {
  /// Says what went wrong and returns the status to end with; errors that say nothing to a person,
  /// statuses among them, come back as they are.
  static func reported(_ error: any Error) -> any Error {
    let status: ExitCode
    switch error {
    case is DataError: status = ExitStatus.internalError
    case let error as IntakeError:
      status = error.isMissingInput ? ExitStatus.noInput : ExitStatus.badInput
    case let error as DossierError: status = Self.status(error)
    case let error as TerritoryError: status = Self.status(error)
    case is PublicationError, is ExportTarget.Failure, is WebArchiveError, is AnswerLogError,
      is KeyFileError:
      status = ExitStatus.badInput
    default: return error
    }
    StandardStreams.report("parley: \(error)")
    return status
  }

  private static func status(_ error: TerritoryError) -> ExitCode {
    switch error.kind {
    case .cannotRead, .noData, .noMap: ExitStatus.noInput
    case .overlayFailed: ExitStatus.internalError
    default: ExitStatus.badInput
    }
  }

  private static func status(_ error: DossierError) -> ExitCode {
    if error.isMissing { return ExitStatus.noInput }
    if case .badRequest = error.kind { return ExitCode.validationFailure }
    return ExitStatus.badInput
  }
}
