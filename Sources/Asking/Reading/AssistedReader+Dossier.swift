internal import Assist
public import Dossier
internal import ParleyModel

extension AssistedReader {
  /// Returns what reads articles for a dossier: Parley's own reader, kept under the name `own`, with
  /// the model's help.
  ///
  /// What the dossier keeps of the model's answers is not asked again. A reading to which an answer is
  /// missing is kept under a name that tells so, and one to which all are missing as that of Parley's
  /// own reader, so that the same command goes on from there.
  public func reader(own: String) -> DossierReader {
    let whole = "\(own); \(name)"
    let model = assistant.settings.model
    return DossierReader(name: whole, isAssisted: true) { article, dossier in
      let result = try await read(
        article, known: { request in try dossier.answer(to: request, of: model) })
      let answers = result.records.map { record in
        KeptAnswer(request: record.customID, model: record.model, line: record.line)
      }
      let message = result.failure.map { "\($0)" }
      let assistance = result.reading.assistance
      let (answered, asked) = (assistance?.answers ?? 0, assistance?.requests ?? 0)
      if answered == 0, asked > 0 {
        return DossierReader.Reading(
          result.own, reader: own, answers: answers, assistance: assistance, message: message)
      }
      return DossierReader.Reading(
        result.reading,
        reader: answered == asked ? whole : "\(whole), \(answered) of \(asked) requests answered",
        answers: answers, assistance: assistance, message: message)
    }
  }
}
