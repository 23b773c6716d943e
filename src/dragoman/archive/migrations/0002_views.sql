-- What a person reads. Every view but "revisions" leaves out superseded revisions.

CREATE VIEW articles AS
SELECT
  a.id, a.headline, a.outlet, a.published, coalesce(a.published_zone, 'unknown') AS zone,
  a.language, a.url, a.revision, a.added_at,
  (SELECT count(*) FROM quotation q WHERE q.article = a.key) AS quotations,
  (SELECT count(*) FROM event e WHERE e.article = a.key) AS events,
  (SELECT count(*) FROM problem p WHERE p.article = a.key) AS problems,
  a.text
FROM article a
WHERE a.superseded_by IS NULL;

CREATE VIEW revisions AS
SELECT a.url, a.revision, a.id, a.headline, a.added_at, b.id AS superseded_by
FROM article a LEFT JOIN article b ON b.key = a.superseded_by
WHERE a.url IS NOT NULL
ORDER BY a.url, a.revision;

CREATE VIEW quotations AS
SELECT
  q.id,
  (SELECT group_concat(coalesce(s.name, s.text), '; ') FROM speaker s WHERE s.quotation = q.key)
    AS speaker,
  (SELECT group_concat(s.role, '; ') FROM speaker s WHERE s.quotation = q.key) AS role,
  q.kind, q.text, q.cue, q.said_at, q.standing, q.translation, q.misquotation,
  c.path AS chain, a.outlet, a.published, a.headline, a.id AS article_id
FROM quotation q
JOIN article a ON a.key = q.article
LEFT JOIN chain c ON c.key = q.chain
WHERE a.superseded_by IS NULL;

CREATE VIEW nonstatements AS
SELECT
  n.id,
  (SELECT group_concat(coalesce(s.name, s.text), '; ') FROM speaker s WHERE s.nonstatement = n.key)
    AS speaker,
  n.text, a.outlet, a.published, a.headline, a.id AS article_id
FROM nonstatement n JOIN article a ON a.key = n.article
WHERE a.superseded_by IS NULL;

CREATE VIEW events AS
SELECT
  e.id,
  (SELECT group_concat(coalesce(p.name, p.text), '; ') FROM party p
    WHERE p.event = e.key AND p.side = 'actor') AS who,
  e.type, e.modes, e.cameo,
  (SELECT group_concat(coalesce(p.name, p.text), '; ') FROM party p
    WHERE p.event = e.key AND p.side = 'recipient') AS whom,
  e.status, e.background, e.date, coalesce(l.name, e.place_name) AS place, e.claimed_by,
  e.quad, e.score, e.contexts, e.strict, e.reciprocal,
  substr(a.text, e.evidence_start + 1, e.evidence_end - e.evidence_start) AS evidence,
  c.path AS chain, e.confidence, a.outlet, a.published, a.headline, a.id AS article_id
FROM event e
JOIN article a ON a.key = e.article
LEFT JOIN place l ON l.key = e.place
LEFT JOIN chain c ON c.key = e.chain
WHERE a.superseded_by IS NULL;

CREATE VIEW event_parties AS
SELECT
  e.id AS event_id, p.side, coalesce(p.name, p.text) AS name, s.countries, s.sector, s.kind,
  e.type, e.status, e.background, e.date, a.id AS article_id
FROM party p
JOIN event e ON e.key = p.event
JOIN article a ON a.key = e.article
LEFT JOIN actor s ON s.key = p.actor
WHERE a.superseded_by IS NULL;

CREATE VIEW positions AS
SELECT
  t.id,
  (SELECT group_concat(coalesce(p.name, p.text), '; ') FROM party p
    WHERE p.stance = t.key AND p.side = 'holder') AS holder,
  t.stance, t.issue,
  (SELECT group_concat(coalesce(p.name, p.text), '; ') FROM party p
    WHERE p.stance = t.key AND p.side = 'towards') AS towards,
  t.since, substr(a.text, t.start_ + 1, t.end_ - t.start_) AS evidence,
  a.outlet, a.published, a.headline, a.id AS article_id
FROM stance t JOIN article a ON a.key = t.article
WHERE a.superseded_by IS NULL;

CREATE VIEW actors AS
SELECT
  s.id, s.name, s.kind, s.countries, s.sector, s.office, s.metonym_for, s.wikidata,
  s.mentions,
  a.published, a.headline, a.id AS article_id
FROM actor s JOIN article a ON a.key = s.article
WHERE a.superseded_by IS NULL;

CREATE VIEW places AS
SELECT
  l.id, l.text, l.name, l.country, l.admin1, l.latitude, l.longitude, l.precision, l.use,
  l.geonameid, a.published, a.headline, a.id AS article_id
FROM place l JOIN article a ON a.key = l.article
WHERE a.superseded_by IS NULL;

CREATE VIEW times AS
SELECT t.id, t.text, t.type, t.value, a.published, a.headline, a.id AS article_id
FROM time t JOIN article a ON a.key = t.article
WHERE a.superseded_by IS NULL;

CREATE VIEW chains AS
SELECT c.id, c.path, c.scope, a.outlet AS publisher, a.published, a.headline, a.id AS article_id
FROM chain c JOIN article a ON a.key = c.article
WHERE a.superseded_by IS NULL;

CREATE VIEW problems AS
SELECT
  p.code, p.severity, p.message, p.hint, coalesce(p.source, a.url) AS source, p.seen_at,
  a.id AS article_id
FROM problem p LEFT JOIN article a ON a.key = p.article
WHERE a.superseded_by IS NULL;
