-- What counting needs. All of it follows from the tables of 0001 and can be filled anew; it holds
-- all revisions. dragoman.archive.numbers.fill fills it.
-- Days are numbers such as 20240512. A date is a stretch of days: 2024-05 is 20240501 to 20240531.

CREATE TABLE counted_article (
  article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
  first_day INTEGER,                 -- null: the article has no date
  last_day INTEGER,
  outlet TEXT
) STRICT;

CREATE TABLE counted_event (
  event INTEGER PRIMARY KEY REFERENCES event (key) ON DELETE CASCADE,
  first_day INTEGER,                 -- of its own date, else of its article's; null: not known
  last_day INTEGER,
  same INTEGER NOT NULL              -- the same number: the same event, told by several articles
) STRICT;

-- Which states the parties of an event act for. Parties that do something with one another are on
-- both sides.
CREATE TABLE event_country (
  event INTEGER NOT NULL REFERENCES event (key) ON DELETE CASCADE,
  side INTEGER NOT NULL CHECK (side IN (1, 2)),  -- 1 acts, 2 is acted upon
  country TEXT NOT NULL,             -- ISO-3
  PRIMARY KEY (event, side, country)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_country_by_country ON event_country (country, side, event);

-- Older revisions are few: what is left out of counts is looked up here.
CREATE INDEX article_superseded ON article (key) WHERE superseded_by IS NOT NULL;
