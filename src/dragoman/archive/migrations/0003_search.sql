-- What searching needs. All of it follows from the tables of 0001 and can be filled anew; it holds
-- current revisions only. dragoman.archive.search.fill fills it: SQL cannot cut scripts that do
-- without spaces.

-- Words of scripts without spaces (Chinese, Japanese, Korean, Thai, …) cut into pairs of letters,
-- for the articles that have some; a null column stands as it is in "article".
CREATE TABLE spaced (
  article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
  headline TEXT,
  text TEXT,
  outlet TEXT
) STRICT;

CREATE VIEW article_words_content AS
SELECT
  a.key, coalesce(s.headline, a.headline) AS headline, coalesce(s.text, a.text) AS text,
  coalesce(s.outlet, a.outlet) AS outlet
FROM article a LEFT JOIN spaced s ON s.article = a.key;

-- Results come by date, not by a score: no sizes of columns are kept.
CREATE VIRTUAL TABLE article_words USING fts5 (
  headline, text, outlet,
  content = 'article_words_content', content_rowid = 'key', columnsize = 0,
  tokenize = 'unicode61 remove_diacritics 2'
);

-- Before, not after: the row that says how the text was cut must still be there.
CREATE TRIGGER article_words_deleted BEFORE DELETE ON article BEGIN
  INSERT INTO article_words (article_words, rowid, headline, text, outlet)
  SELECT 'delete', key, headline, text, outlet FROM article_words_content WHERE key = old.key;
END;

-- Values that facets count. The last four bits of the key say which field it is.
CREATE TABLE term (
  key INTEGER PRIMARY KEY,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  UNIQUE (field, value)
) STRICT;

CREATE TABLE search_article (
  article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
  day INTEGER,                       -- 20260301; 20260300 and 20260000 where only that is known
  terms BLOB NOT NULL,               -- keys of "term", four bytes each, the lowest first
  events INTEGER NOT NULL,
  quotations INTEGER NOT NULL,
  positions INTEGER NOT NULL,
  record_terms BLOB NOT NULL         -- "terms" of all its records, one after the other
) STRICT;
CREATE INDEX search_article_by_day ON search_article (day);

-- Keys are never used again: words in record_words whose record is gone find nothing.
CREATE TABLE search_record (
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  kind INTEGER NOT NULL CHECK (kind IN (1, 2, 3)),  -- 1 event, 2 quotation, 3 stance
  record INTEGER NOT NULL,           -- key of the row in event, quotation or stance
  day INTEGER,                       -- of the event, of the saying, else of the article
  terms BLOB NOT NULL
) STRICT;
CREATE INDEX search_record_by_article ON search_record (article);

-- The words of one record by field; names of several parties are parted by U+E000.
CREATE VIRTUAL TABLE record_words USING fts5 (
  kind, speaker, actor, recipient, country, type, mode, context, status, place, origin, position,
  content = '', tokenize = 'unicode61 remove_diacritics 2'
);
