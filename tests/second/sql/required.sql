-- What is selected brings what it requires. A place is an exposure, by its number, or a service.

-- Where measures and controls are at work: where they answer, and in the services whose people they involve; `bring` adds where they are
-- required. sure: what follows from what is certain alone; not sure: from that and from what is open alike.
DROP TABLE IF EXISTS at_work;
CREATE TABLE at_work(sure INTEGER, kind TEXT, id TEXT, sort TEXT, place, basis INTEGER, PRIMARY KEY(sure, kind, id, sort, place));
INSERT INTO at_work
WITH reason(certain, kind, id, sort, place, basis) AS (
  SELECT 1, kind, member, 'exposure', number, basis FROM line
  UNION ALL SELECT 0, kind, member, 'exposure', number, basis FROM open_line
  UNION ALL SELECT 1, 'involves', measure, 'service', service, basis FROM obligation
  UNION ALL SELECT 0, 'involves', measure, 'service', service, basis FROM open_obligation)
SELECT s.sure, CASE r.kind WHEN 'mitigates' THEN 'control' ELSE 'measure' END, r.id, r.sort, r.place, max(r.basis)
FROM (SELECT 0 sure UNION SELECT 1) s JOIN reason r ON r.certain >= s.sure
GROUP BY s.sure, r.kind = 'mitigates', r.id, r.sort, r.place;

-- Who requires by a link: all its starts together, or each alone.
DROP TABLE IF EXISTS requirer;
CREATE TABLE requirer AS
SELECT l.id link, CASE WHEN l.joint THEN '' ELSE s.id END party, s.kind, s.id
FROM link l JOIN start s ON s.link = l.id WHERE l.kind = 'requires';
CREATE INDEX requirers ON requirer(link, party);

-- Where a link holds: at the exposures within its limits; in services only where it has none.
DROP TABLE IF EXISTS holds_at;
CREATE TABLE holds_at AS
SELECT o.link, 'exposure' sort, o.number place, o.basis FROM said_of o JOIN link l ON l.id = o.link AND l.kind = 'requires'
UNION ALL
SELECT l.id, 'service', s.id, l.basis FROM link l JOIN service s
WHERE l.kind = 'requires' AND l.id NOT IN (SELECT link FROM said_limit);
CREATE INDEX held_at ON holds_at(link, sort, place);
