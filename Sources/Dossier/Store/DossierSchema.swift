internal import GRDB

/// The tables of a dossier, step by step from its first released form.
///
/// A step that was released is never changed; a later form is a further step.
enum DossierSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in try database.execute(sql: first) }
    migrator.registerMigration("2") { database in try database.execute(sql: web) }
    migrator.registerMigration("3") { database in try database.execute(sql: settling) }
    migrator.registerMigration("assisted reading") { database in
      try database.execute(sql: assisted)
    }
    return migrator
  }

  private static let first = """
    CREATE TABLE setting(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

    -- One published text, whatever became of it afterwards.
    CREATE TABLE article(
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      address TEXT);

    -- One state of an article's bytes. Never changed after it came in.
    CREATE TABLE version(
      id INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES article(id),
      original TEXT NOT NULL,          -- SHA-256 of the bytes in originals/
      sidecar TEXT,                    -- SHA-256 of the sidecar's bytes
      input TEXT NOT NULL,             -- path or address that it came from
      line INTEGER,                    -- line of that input, from 1
      title TEXT, outlet TEXT, published TEXT,
      language TEXT NOT NULL,
      words INTEGER NOT NULL,
      sample INTEGER NOT NULL,         -- size of its sample of word sequences
      warnings TEXT NOT NULL,          -- one a line
      received TEXT NOT NULL,          -- when it came in
      UNIQUE(article, original));
    CREATE INDEX version_published ON version(published);

    -- What one reader read in one version. Never changed; a better reader adds another.
    CREATE TABLE reading(
      id INTEGER PRIMARY KEY,
      version INTEGER NOT NULL REFERENCES version(id),
      reader TEXT NOT NULL,
      made TEXT NOT NULL,
      document BLOB NOT NULL,          -- parley/reading/1, gzip
      UNIQUE(version, reader));

    -- The reading of each version that views are made from: its latest.
    CREATE TABLE current_reading(
      version INTEGER PRIMARY KEY REFERENCES version(id),
      reading INTEGER NOT NULL REFERENCES reading(id));

    -- What readings say, in columns, for the views. Can be made again from the readings.
    CREATE TABLE stance(
      id INTEGER PRIMARY KEY,
      reading INTEGER NOT NULL REFERENCES reading(id),
      version INTEGER NOT NULL REFERENCES version(id),
      number INTEGER NOT NULL,         -- place in the reading's positions
      holder TEXT NOT NULL, act TEXT NOT NULL, issue TEXT NOT NULL,
      addressee TEXT, places TEXT NOT NULL, condition TEXT,
      as_of TEXT, said TEXT,           -- EDTF as read; first day that it speaks of
      status TEXT NOT NULL, confidence REAL NOT NULL,
      start INTEGER NOT NULL, end INTEGER NOT NULL,
      words TEXT NOT NULL,
      speaker TEXT, unresolved TEXT, chain TEXT NOT NULL);
    CREATE INDEX stance_of ON stance(holder, issue, said);
    CREATE INDEX stance_reading ON stance(reading);

    CREATE TABLE figure(
      id INTEGER PRIMARY KEY,
      reading INTEGER NOT NULL REFERENCES reading(id),
      version INTEGER NOT NULL REFERENCES version(id),
      number INTEGER NOT NULL,
      low REAL NOT NULL, high REAL NOT NULL, unit TEXT NOT NULL,
      hedge TEXT, quantity TEXT, holder TEXT, of TEXT NOT NULL, as_of TEXT,
      start INTEGER NOT NULL, end INTEGER NOT NULL,
      words TEXT NOT NULL,
      speaker TEXT, unresolved TEXT, chain TEXT NOT NULL);
    CREATE INDEX figure_reading ON figure(reading);

    CREATE TABLE told_change(
      id INTEGER PRIMARY KEY,
      reading INTEGER NOT NULL REFERENCES reading(id),
      version INTEGER NOT NULL REFERENCES version(id),
      number INTEGER NOT NULL,
      holder TEXT NOT NULL, issue TEXT NOT NULL, direction TEXT NOT NULL,
      from_stance INTEGER, to_stance INTEGER,
      start INTEGER NOT NULL, end INTEGER NOT NULL,
      words TEXT NOT NULL);
    CREATE INDEX told_change_reading ON told_change(reading);

    -- A retracted version stays, marked.
    CREATE TABLE retraction(
      id INTEGER PRIMARY KEY,
      version INTEGER NOT NULL REFERENCES version(id),
      reason TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL,
      lifted INTEGER REFERENCES retraction(id));

    -- What people decided. Only ever added to.
    CREATE TABLE review(
      id INTEGER PRIMARY KEY,
      version INTEGER NOT NULL REFERENCES version(id),
      kind TEXT NOT NULL,              -- stance, figure, attribution
      start INTEGER NOT NULL, end INTEGER NOT NULL,
      subject TEXT NOT NULL,           -- JSON: the thing as it stood when it was reviewed
      verdict TEXT NOT NULL,           -- accept, correct, reject, add, undo
      correction TEXT,                 -- JSON: what it should be
      undoes INTEGER REFERENCES review(id),
      reason TEXT, by TEXT NOT NULL, at TEXT NOT NULL);
    CREATE INDEX review_version ON review(version, kind);

    -- Findings that somebody has taken note of.
    CREATE TABLE acknowledgement(
      id INTEGER PRIMARY KEY,
      finding TEXT NOT NULL,
      reason TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL,
      lifted INTEGER REFERENCES acknowledgement(id));

    -- A sample of the word sequences of each version, by which copies are found.
    CREATE TABLE fingerprint(
      hash INTEGER NOT NULL,
      version INTEGER NOT NULL REFERENCES version(id),
      PRIMARY KEY(hash, version)) WITHOUT ROWID;

    -- Pairs of versions of different articles that share text; a before b.
    CREATE TABLE copy(
      a INTEGER NOT NULL REFERENCES version(id),
      b INTEGER NOT NULL REFERENCES version(id),
      share REAL NOT NULL,             -- of the shorter one's word sequences, 0 to 1
      PRIMARY KEY(a, b)) WITHOUT ROWID;
    CREATE INDEX copy_b ON copy(b);

    -- What the dossier knows of parties beyond the shipped lists.
    CREATE TABLE party(
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      kind TEXT, wikidata TEXT, note TEXT);
    -- A name, a person or a party that stands for a party. Only ever added to: a row that lifts
    -- another takes it back.
    CREATE TABLE party_name(
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL COLLATE NOCASE,
      party TEXT NOT NULL,
      kind TEXT NOT NULL,              -- name, speaker, merged
      since TEXT, until TEXT,          -- when it does (EDTF)
      by TEXT NOT NULL, at TEXT NOT NULL,
      lifted INTEGER REFERENCES party_name(id));

    -- Persons and bodies that a reading hears, and how often.
    CREATE TABLE speaker(
      reading INTEGER NOT NULL REFERENCES reading(id),
      name TEXT NOT NULL,
      kind TEXT NOT NULL,              -- person, organization
      times INTEGER NOT NULL,
      PRIMARY KEY(reading, name, kind)) WITHOUT ROWID;

    CREATE VIRTUAL TABLE article_text USING fts5(
      title, body, content='', tokenize='porter unicode61 remove_diacritics 2');
    CREATE VIRTUAL TABLE stance_text USING fts5(
      words, content='', tokenize='porter unicode61 remove_diacritics 2');
    """

  /// What is followed on the web.
  private static let web = """
    -- What sites said of pages that were fetched, by which they can tell whether a page has changed.
    CREATE TABLE fetched(
      address TEXT PRIMARY KEY,        -- as it was asked for
      version INTEGER NOT NULL REFERENCES version(id),
      tag TEXT, modified TEXT,         -- ETag, Last-Modified
      at TEXT) WITHOUT ROWID;

    -- The feeds that are followed, each with its query, what of them was taken and what waits.
    CREATE TABLE following(
      id INTEGER PRIMARY KEY CHECK(id = 1),
      feeds BLOB NOT NULL);            -- JSON
    """

  /// Who settles differences of reviewers.
  private static let settling = """
    -- The review whose decision is taken as the last word; NULL for reviews of one's own.
    ALTER TABLE review ADD COLUMN settles INTEGER REFERENCES review(id);
    """

  /// What language models answered.
  private static let assisted = """
    -- What a model was asked and answered for a version. Never changed; only added to.
    CREATE TABLE assisted(
      id INTEGER PRIMARY KEY,
      version INTEGER NOT NULL REFERENCES version(id),
      request TEXT NOT NULL,           -- its name: depends on article, prompt and window
      model TEXT NOT NULL,             -- as it was asked for
      made TEXT NOT NULL,
      exchange BLOB NOT NULL);         -- request, answer, verification: parley/assist/1, gzip
    CREATE INDEX assisted_request ON assisted(request, model);
    CREATE INDEX assisted_version ON assisted(version);
    """
}
