-- What is called for in some patterns alone: 2 surely, 1 in some of those that are still possible, 0 in none of them.

-- How an entry that is limited to patterns stands to each. A member that is hidden may call for it, and where all are it may not be limited.
DROP TABLE IF EXISTS called_in;
CREATE TABLE called_in AS
SELECT l.kind, l.id, p.id pattern,
  CASE WHEN m.basis >= (SELECT trust FROM wanted) THEN 2
       WHEN m.basis IS NOT NULL OR l.firmest < (SELECT trust FROM wanted) THEN 1 ELSE 0 END state,
  m.basis
FROM (SELECT kind, id, max(basis) firmest FROM said_call GROUP BY kind, id) l
JOIN said_entry p ON p.kind = 'pattern' AND NOT p.heading
LEFT JOIN said_call m ON m.kind = l.kind AND m.id = l.id AND m.pattern = p.id;

-- By each service. It rests on each pattern: that the service is not of it, which is as firm as the most that may be trusted without its
-- becoming possible, or that it calls for the entry. A service that is of no pattern may be of any.
DROP TABLE IF EXISTS called;
CREATE TABLE called AS
WITH standing AS (
  SELECT c.kind, c.id, s.id service, c.state, c.basis,
    (s.id, c.pattern) IN (SELECT service, pattern FROM fitting_pattern)
      OR s.id NOT IN (SELECT service FROM fitting_pattern) possible,
    (SELECT min(a.trust) FROM possible_at a WHERE a.service = s.id AND a.pattern = c.pattern AND a.trust >= (SELECT trust FROM wanted)) again
  FROM called_in c JOIN service s)
SELECT kind, id, service,
  CASE WHEN min(CASE WHEN possible THEN state ELSE 2 END) = 2 THEN 2
       WHEN max(CASE WHEN possible THEN state ELSE 0 END) > 0 THEN 1 ELSE 0 END state,
  min(max(CASE WHEN possible THEN 0 ELSE coalesce(again - 1, 2) END, CASE WHEN state = 2 THEN basis ELSE 0 END)) basis
FROM standing GROUP BY kind, id, service;
CREATE INDEX calls ON called(kind, id, service);

-- At an exposure the one of its services decides that calls for it most surely.
DROP TABLE IF EXISTS called_at;
CREATE TABLE called_at AS
SELECT o.number, c.kind, c.id, max(c.state) state, max(CASE WHEN c.state = 2 THEN c.basis END) basis
FROM owner o JOIN called c ON c.service = o.service
GROUP BY o.number, c.kind, c.id;
CREATE INDEX calls_at ON called_at(number, kind, id);

-- What counts together is called for as the least sure of it.
DROP TABLE IF EXISTS party_called;
CREATE TABLE party_called AS
SELECT w.number, w.party, min(coalesce(c.state, 2)) state, min(coalesce(c.basis, 2)) basis
FROM wide_line w
LEFT JOIN called_at c ON c.number = w.number AND c.id = w.member
  AND c.kind = CASE w.kind WHEN 'counters' THEN 'measure' ELSE 'control' END
GROUP BY w.number, w.party;
CREATE INDEX parties_called ON party_called(number, party);

-- What is open is as firm as it would be.
DROP TABLE IF EXISTS line;
CREATE TABLE line AS
SELECT w.number, w.kind, w.party, w.member, min(w.basis, p.basis) basis
FROM wide_line w JOIN party_called p ON p.number = w.number AND p.party = w.party WHERE p.state = 2;
CREATE INDEX lines ON line(member);
DROP TABLE IF EXISTS open_line;
CREATE TABLE open_line AS
SELECT w.number, w.kind, w.party, w.member, w.basis
FROM wide_line w JOIN party_called p ON p.number = w.number AND p.party = w.party WHERE p.state = 1;

DROP TABLE IF EXISTS obligation;
CREATE TABLE obligation AS
SELECT o.stakeholder, o.measure, o.service, min(o.basis, coalesce(c.basis, 2)) basis
FROM wide_obligation o LEFT JOIN called c ON c.kind = 'measure' AND c.id = o.measure AND c.service = o.service
WHERE coalesce(c.state, 2) = 2;
DROP TABLE IF EXISTS open_obligation;
CREATE TABLE open_obligation AS
SELECT o.stakeholder, o.measure, o.service, o.basis
FROM wide_obligation o JOIN called c ON c.kind = 'measure' AND c.id = o.measure AND c.service = o.service WHERE c.state = 1;
