import Dossier
import ParleyModel

extension MadeDossier {
  /// Makes an entry in which each of the speakers is quoted once, with one stance of the article's own.
  static func spoken(
    _ name: String, published: String?, by speakers: [(name: String, kind: ChainLink.Kind)]
  ) -> Entry {
    let made = entry(name, published: published, words: "they must leave")
    var reading = made.reading
    reading.attributions = speakers.map { speaker in
      Attribution(
        source: [], cue: [], content: [reading.positions[0].evidence], kind: .indirect,
        sourceType: .named, speaker: .known(name: speaker.name),
        chain: [ChainLink(name: speaker.name, kind: speaker.kind)])
    }
    return Entry(
      original: Original(reading.article.text), origin: Entry.Origin(input: name + ".txt"),
      reading: reading)
  }
}
