-- What people decided about records. The tables of records and what searching needs hold the
-- corrected state; article.record holds what was extracted, so that a judgement can be withdrawn.
CREATE TABLE judgement (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  record TEXT NOT NULL,              -- id of the record when it was judged
  kind TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('accept', 'reject', 'edit')),
  start_ INTEGER NOT NULL,           -- where the record stood
  end_ INTEGER NOT NULL,
  words TEXT NOT NULL,               -- and the words there
  judged_by TEXT NOT NULL,
  judged_at TEXT NOT NULL,           -- UTC
  note TEXT,
  withdrawn_by TEXT,
  withdrawn_at TEXT,
  stands_on TEXT,                    -- id of the record that it speaks of now; null: none is there
  CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
) STRICT;
CREATE INDEX judgement_by_article ON judgement (article);
CREATE INDEX judgement_by_record ON judgement (record);

CREATE TABLE judgement_edit (
  judgement INTEGER NOT NULL REFERENCES judgement (key) ON DELETE CASCADE,
  field TEXT NOT NULL,
  value TEXT NOT NULL,               -- as the person wrote it; empty: nothing
  PRIMARY KEY (judgement, field)
) STRICT, WITHOUT ROWID;

CREATE VIEW judgements AS
SELECT
  j.id, j.verdict, j.kind, j.words,
  (SELECT group_concat(e.field || '=' || e.value, '; ') FROM judgement_edit e
    WHERE e.judgement = j.key) AS edits,
  j.judged_by, j.judged_at, j.note, j.withdrawn_at,
  j.stands_on, j.record, a.published, a.headline, a.id AS article_id
FROM judgement j JOIN article a ON a.key = j.article
WHERE a.superseded_by IS NULL;

-- The bytes of pages, where they were kept: each once, under their hash.
CREATE TABLE page (
  sha256 TEXT PRIMARY KEY,
  size INTEGER NOT NULL,             -- of the bytes as they came
  packed BLOB NOT NULL               -- zlib
) STRICT;

-- When the records were last extracted; null: when the article was added.
ALTER TABLE article ADD COLUMN coded_at TEXT;
