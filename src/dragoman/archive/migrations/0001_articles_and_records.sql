-- Tables are singular and hold one fact once; views are plural and made for reading (0002).
-- Spans are start_ and end_ in code points of article.text, end exclusive:
-- substr(article.text, start_ + 1, end_ - start_) gives the words.
-- Record ids are indexed but not unique: two records anchored on the same words would share one,
-- and an article must not be lost for that.

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE article (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  url TEXT,
  outlet TEXT,
  headline TEXT,
  standfirst TEXT,
  byline TEXT,                       -- several names are parted by "; "
  published TEXT,                    -- ISO 8601 without zone, as long as its precision reaches
  published_precision TEXT,
  published_zone TEXT,               -- null: the page does not say
  language TEXT,
  section TEXT,
  format TEXT NOT NULL,
  raw_sha256 TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  superseded_by INTEGER REFERENCES article (key),
  added_at TEXT NOT NULL,            -- UTC
  made_by TEXT NOT NULL,
  text TEXT NOT NULL,
  record BLOB NOT NULL               -- the whole readout without the text: zlib over JSON
) STRICT;
CREATE INDEX article_by_url ON article (url, revision) WHERE url IS NOT NULL;
CREATE INDEX article_by_bytes ON article (raw_sha256);
CREATE INDEX article_by_day ON article (published, id);

CREATE TABLE block (
  key INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  start_ INTEGER NOT NULL,
  end_ INTEGER NOT NULL,
  CHECK (0 <= start_ AND start_ < end_)
) STRICT;
CREATE INDEX block_by_article ON block (article);

CREATE TABLE image (
  key INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  url TEXT,
  caption TEXT,
  credit TEXT
) STRICT;
CREATE INDEX image_by_article ON image (article);

CREATE TABLE actor (
  key INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  countries TEXT NOT NULL,           -- ISO-3 codes parted by a space
  sector TEXT NOT NULL,
  office TEXT,
  metonym_for TEXT,
  wikidata TEXT,
  mentions INTEGER NOT NULL          -- how often it is named; each mention is in article.record
) STRICT;
CREATE INDEX actor_by_article ON actor (article);
CREATE INDEX actor_by_id ON actor (id);

CREATE TABLE time (
  key INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  value TEXT,
  start_ INTEGER NOT NULL,
  end_ INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX time_by_article ON time (article);
CREATE INDEX time_by_id ON time (id);

CREATE TABLE place (
  key INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  start_ INTEGER NOT NULL,
  end_ INTEGER NOT NULL,
  text TEXT NOT NULL,
  geonameid INTEGER,
  latitude REAL,
  longitude REAL,
  country TEXT,
  admin1 TEXT,
  precision TEXT NOT NULL,
  use TEXT NOT NULL
) STRICT;
CREATE INDEX place_by_article ON place (article);
CREATE INDEX place_by_id ON place (id);

CREATE TABLE chain (
  key INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  id TEXT NOT NULL,
  scope TEXT NOT NULL,
  path TEXT NOT NULL                 -- "Reuters → European Pravda", or "unknown"
) STRICT;
CREATE INDEX chain_by_article ON chain (article);
CREATE INDEX chain_by_id ON chain (id);

CREATE TABLE chain_link (
  chain INTEGER NOT NULL REFERENCES chain (key) ON DELETE CASCADE,
  position INTEGER NOT NULL,         -- 0 is the origin
  role TEXT NOT NULL,
  name TEXT NOT NULL,
  speaks_for TEXT,
  PRIMARY KEY (chain, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE quotation (
  key INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  cue TEXT,
  said_at TEXT,
  standing TEXT NOT NULL,
  original_language TEXT,
  translation TEXT NOT NULL,
  misquotation INTEGER NOT NULL CHECK (misquotation IN (0, 1)),
  start_ INTEGER NOT NULL,           -- from its first piece
  end_ INTEGER NOT NULL,             -- to its last
  chain INTEGER REFERENCES chain (key) ON DELETE SET NULL,
  confidence REAL NOT NULL
) STRICT;
CREATE INDEX quotation_by_article ON quotation (article);
CREATE INDEX quotation_by_id ON quotation (id);

CREATE TABLE nonstatement (
  key INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  id TEXT NOT NULL,
  text TEXT NOT NULL,
  start_ INTEGER NOT NULL,
  end_ INTEGER NOT NULL,
  confidence REAL NOT NULL
) STRICT;
CREATE INDEX nonstatement_by_article ON nonstatement (article);
CREATE INDEX nonstatement_by_id ON nonstatement (id);

CREATE TABLE speaker (
  key INTEGER PRIMARY KEY,
  quotation INTEGER REFERENCES quotation (key) ON DELETE CASCADE,
  nonstatement INTEGER REFERENCES nonstatement (key) ON DELETE CASCADE,
  text TEXT NOT NULL,                -- as printed: "he"
  name TEXT,                         -- as resolved: "Emmanuel Macron"
  role TEXT,
  start_ INTEGER,
  end_ INTEGER,
  actor INTEGER REFERENCES actor (key) ON DELETE CASCADE,
  CHECK ((quotation IS NULL) <> (nonstatement IS NULL))
) STRICT;
CREATE INDEX speaker_by_quotation ON speaker (quotation) WHERE quotation IS NOT NULL;
CREATE INDEX speaker_by_nonstatement ON speaker (nonstatement) WHERE nonstatement IS NOT NULL;
CREATE INDEX speaker_by_name ON speaker (name);

CREATE TABLE event (
  key INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  modes TEXT NOT NULL,               -- parted by a space
  contexts TEXT NOT NULL,            -- parted by a space
  cameo TEXT,
  quad INTEGER NOT NULL,
  score REAL NOT NULL,
  status TEXT NOT NULL,
  background INTEGER NOT NULL CHECK (background IN (0, 1)),
  reciprocal INTEGER NOT NULL CHECK (reciprocal IN (0, 1)),
  strict TEXT,
  date TEXT,
  place INTEGER REFERENCES place (key) ON DELETE SET NULL,
  place_name TEXT,
  claimed_by TEXT,
  trigger_text TEXT NOT NULL,
  start_ INTEGER NOT NULL,           -- of the trigger
  end_ INTEGER NOT NULL,
  evidence_start INTEGER NOT NULL,   -- from the first to the last word it rests on
  evidence_end INTEGER NOT NULL,
  chain INTEGER REFERENCES chain (key) ON DELETE SET NULL,
  confidence REAL NOT NULL
) STRICT;
CREATE INDEX event_by_article ON event (article);
CREATE INDEX event_by_id ON event (id);
CREATE INDEX event_by_date ON event (date, type);
CREATE INDEX event_by_type ON event (type, status);

CREATE TABLE event_count (
  key INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES event (key) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  value INTEGER NOT NULL,
  bound TEXT NOT NULL
) STRICT;
CREATE INDEX event_count_by_event ON event_count (event);

CREATE TABLE stance (                -- a Position record; "position" means order everywhere else
  key INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  id TEXT NOT NULL,
  issue TEXT NOT NULL,
  stance TEXT NOT NULL,
  since TEXT,
  start_ INTEGER NOT NULL,           -- of the words that state it
  end_ INTEGER NOT NULL,
  confidence REAL NOT NULL
) STRICT;
CREATE INDEX stance_by_article ON stance (article);
CREATE INDEX stance_by_id ON stance (id);

CREATE TABLE party (
  key INTEGER PRIMARY KEY,
  event INTEGER REFERENCES event (key) ON DELETE CASCADE,
  stance INTEGER REFERENCES stance (key) ON DELETE CASCADE,
  side TEXT NOT NULL CHECK (side IN ('actor', 'recipient', 'holder', 'towards')),
  text TEXT NOT NULL,
  name TEXT,
  start_ INTEGER NOT NULL,
  end_ INTEGER NOT NULL,
  actor INTEGER REFERENCES actor (key) ON DELETE CASCADE,
  CHECK ((event IS NULL) <> (stance IS NULL))
) STRICT;
CREATE INDEX party_by_event ON party (event) WHERE event IS NOT NULL;
CREATE INDEX party_by_stance ON party (stance) WHERE stance IS NOT NULL;

CREATE TABLE problem (
  key INTEGER PRIMARY KEY,
  article INTEGER REFERENCES article (key) ON DELETE CASCADE,  -- null: the source gave no article
  source TEXT,
  code TEXT NOT NULL,
  severity TEXT NOT NULL,
  message TEXT NOT NULL,
  hint TEXT NOT NULL,
  start_ INTEGER,
  end_ INTEGER,
  seen_at TEXT NOT NULL              -- UTC
) STRICT;
CREATE INDEX problem_by_article ON problem (article) WHERE article IS NOT NULL;
CREATE INDEX problem_by_source ON problem (source) WHERE article IS NULL;
