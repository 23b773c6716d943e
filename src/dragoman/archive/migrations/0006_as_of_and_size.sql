-- What was known when, by two clocks. Days are numbers such as 20240512; a revision is what a page
-- says from its first day to the day before "until". dragoman.archive.asof fills it.
CREATE TABLE article_known (
  article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
  published_from INTEGER NOT NULL,   -- the world's clock: the last day on which it can have appeared
  published_until INTEGER,           -- null: it is the latest
  added_from INTEGER NOT NULL,       -- the archive's clock: the day on which it was added, UTC
  added_until INTEGER
) STRICT;

-- Indexes that nothing needs: looking up the id of an actor, time, place or chain reads the table,
-- half a second where it has half a million rows and is not in memory. They took a twelfth of the
-- file.
DROP INDEX actor_by_id;
DROP INDEX time_by_id;
DROP INDEX place_by_id;
DROP INDEX chain_by_id;
DROP INDEX speaker_by_name;
DROP INDEX event_by_type;
DROP INDEX event_by_date;

-- The parts of a page under the page, in their order: no key, no index of its own.
ALTER TABLE block RENAME TO block_before;
DROP INDEX block_by_article;
CREATE TABLE block (
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  number INTEGER NOT NULL,           -- 0 is the first
  kind TEXT NOT NULL,
  start_ INTEGER NOT NULL,
  end_ INTEGER NOT NULL,
  CHECK (0 <= start_ AND start_ < end_),
  PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;
INSERT INTO block (article, number, kind, start_, end_)
SELECT article, row_number() OVER (PARTITION BY article ORDER BY key) - 1, kind, start_, end_
FROM block_before;
DROP TABLE block_before;

-- Records of older revisions are indexed too, for questions about what was known when;
-- dragoman.archive.search.fill fills all of these anew. A term's field is read from its key.
DELETE FROM search_record;
DELETE FROM search_article;
INSERT INTO record_words (record_words) VALUES ('delete-all');
DROP TABLE term;
CREATE TABLE term (
  key INTEGER PRIMARY KEY,           -- its last four bits say which field it is
  value TEXT NOT NULL,
  field TEXT AS (
    CASE key & 15
      WHEN 0 THEN 'type' WHEN 1 THEN 'status' WHEN 2 THEN 'kind' WHEN 3 THEN 'country'
      WHEN 4 THEN 'actor' WHEN 5 THEN 'recipient' WHEN 6 THEN 'speaker' WHEN 7 THEN 'place'
      WHEN 8 THEN 'outlet' WHEN 9 THEN 'month' WHEN 10 THEN 'mode' WHEN 11 THEN 'context'
      WHEN 12 THEN 'origin'
    END
  ) VIRTUAL
) STRICT;
CREATE INDEX term_by_value ON term (value);
