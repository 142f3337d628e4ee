-- What holds at the wanted trust. What follows is as firm as its weakest premise, and of several ways to it the firmest counts.

DROP TABLE IF EXISTS entry;
CREATE TABLE entry AS SELECT * FROM said_entry WHERE basis >= (SELECT trust FROM wanted);
CREATE UNIQUE INDEX entry_id ON entry(kind, id);

-- An entry and what it lies under, nearest first. The trees are there whatever is trusted.
DROP TABLE IF EXISTS up;
CREATE TABLE up AS
WITH RECURSIVE way(kind, id, above, depth) AS (
  SELECT kind, id, id, 0 FROM said_entry
  UNION ALL
  SELECT way.kind, way.id, said_entry.parent, way.depth + 1
  FROM way JOIN said_entry ON said_entry.kind = way.kind AND said_entry.id = way.above
  WHERE said_entry.parent IS NOT NULL
)
SELECT * FROM way;
CREATE INDEX up_id ON up(kind, id);
CREATE INDEX up_above ON up(kind, above);

-- The starts and the ends of links that hold, each as firm as what it names.
DROP TABLE IF EXISTS end_kind;
CREATE TABLE end_kind(link_kind TEXT, start_kind TEXT, end_kind TEXT);
INSERT INTO end_kind VALUES ('counters', 'measure', 'threat'), ('mitigates', 'control', 'threat'), ('exposes', 'threat', 'asset'),
  ('involves', 'stakeholder', 'measure'), ('requires', 'measure', 'measure'), ('requires', 'control', 'control');
DROP TABLE IF EXISTS start;
CREATE TABLE start AS
SELECT s.link, k.start_kind kind, s.id, e.basis FROM said_start s
JOIN said_link l ON l.id = s.link JOIN end_kind k ON k.link_kind = l.kind JOIN entry e ON e.kind = k.start_kind AND e.id = s.id;
CREATE INDEX start_link ON start(link);
DROP TABLE IF EXISTS "end";
CREATE TABLE "end" AS
SELECT s.link, k.end_kind kind, s.id, e.basis FROM said_end s
JOIN said_link l ON l.id = s.link JOIN end_kind k ON k.link_kind = l.kind JOIN entry e ON e.kind = k.end_kind AND e.id = s.id;
CREATE INDEX end_link ON "end"(link);
CREATE INDEX end_id ON "end"(id);

-- A link holds when its own statement does, one of its ends, and its starts: all of them, which then also tell how firm it is, or one
-- where each counts alone.
DROP TABLE IF EXISTS link;
CREATE TABLE link AS
SELECT l.id, l.kind, l.joint, CASE WHEN l.joint THEN min(l.basis, (SELECT min(basis) FROM start WHERE link = l.id)) ELSE l.basis END basis
FROM said_link l
WHERE l.basis >= (SELECT trust FROM wanted)
  AND EXISTS (SELECT 1 FROM "end" WHERE link = l.id)
  AND EXISTS (SELECT 1 FROM start WHERE link = l.id)
  AND NOT (l.joint AND EXISTS (SELECT 1 FROM said_start s WHERE s.link = l.id AND s.id NOT IN (SELECT id FROM start WHERE link = l.id)));
CREATE UNIQUE INDEX link_id ON link(id);

-- The items that a link goes to: those that it names, and all under a heading that it names.
DROP TABLE IF EXISTS meant;
CREATE TABLE meant AS
SELECT l.id link, x.kind, item.id, max(min(l.basis, x.basis, item.basis)) basis
FROM link l JOIN "end" x ON x.link = l.id
JOIN entry named ON named.kind = x.kind AND named.id = x.id
JOIN up ON up.kind = x.kind AND up.above = x.id AND (up.id = x.id OR named.heading)
JOIN entry item ON item.kind = x.kind AND item.id = up.id AND NOT item.heading
WHERE l.kind IN ('involves', 'requires')
GROUP BY l.id, x.kind, item.id;
CREATE INDEX meant_by ON meant(link);

DROP TABLE IF EXISTS pair;
CREATE TABLE pair AS
SELECT p.kind, p."from", p."to", min(p.basis, f.basis, t.basis) basis FROM said_pair p
JOIN (SELECT 'carries' kind, 'component' f, 'asset' t UNION SELECT 'has-nature', 'asset', 'nature'
      UNION SELECT 'works-by', 'threat', 'mechanism') k ON k.kind = p.kind
JOIN entry f ON f.kind = k.f AND f.id = p."from"
JOIN entry t ON t.kind = k.t AND t.id = p."to"
WHERE p.basis >= (SELECT trust FROM wanted);
CREATE INDEX pair_from ON pair(kind, "from");
