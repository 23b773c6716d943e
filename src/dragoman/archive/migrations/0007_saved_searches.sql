-- Queries that somebody asks again and again, and which articles they were shown.
CREATE TABLE saved_search (
  key INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  query TEXT NOT NULL,
  saved_at TEXT NOT NULL,            -- UTC
  seen_at TEXT                       -- when its answers were last shown; null: never
) STRICT;

CREATE TABLE seen (
  search INTEGER NOT NULL REFERENCES saved_search (key) ON DELETE CASCADE,
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  PRIMARY KEY (search, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX seen_by_article ON seen (article);
