-- Who is present in which service, and what that obliges to (3.2.2). A heading stands for those under it.

DROP TABLE IF EXISTS present;
CREATE TABLE present AS
WITH way(id, service, basis) AS (
  SELECT a.stakeholder, s.id, a.basis FROM said_always a JOIN service s WHERE a.basis >= (SELECT trust FROM wanted)
  UNION ALL
  SELECT up.id, u.service, min(c.basis, o.basis) FROM component c
  JOIN entry o ON o.kind = 'stakeholder' AND o.id = c.operator
  JOIN used_by u ON u.home = c.home AND u.code = c.code
  JOIN up ON up.kind = 'stakeholder' AND up.above = c.operator)
SELECT e.id, way.service, max(min(way.basis, e.basis)) basis
FROM way JOIN entry e ON e.kind = 'stakeholder' AND e.id = way.id AND NOT e.heading
GROUP BY e.id, way.service;

-- Whether somebody is there for a start of a link, and how firm that is.
DROP TABLE IF EXISTS attended;
CREATE TABLE attended AS
SELECT s.link, s.id, p.service, max(p.basis) basis
FROM start s JOIN link l ON l.id = s.link AND l.kind = 'involves'
JOIN up ON up.kind = 'stakeholder' AND up.above = s.id JOIN present p ON p.id = up.id
GROUP BY s.link, s.id, p.service;

-- Whether the measure is called for or not.
DROP TABLE IF EXISTS wide_obligation;
CREATE TABLE wide_obligation AS
SELECT p.id stakeholder, m.id measure, p.service,
  max(min(p.basis, s.basis, m.basis,
          CASE WHEN l.joint THEN (SELECT min(basis) FROM attended a WHERE a.link = l.id AND a.service = p.service) ELSE 2 END)) basis
FROM present p
JOIN up ON up.kind = 'stakeholder' AND up.id = p.id
JOIN start s ON s.id = up.above
JOIN link l ON l.id = s.link AND l.kind = 'involves'
JOIN meant m ON m.link = l.id
WHERE NOT l.joint OR NOT EXISTS (
  SELECT 1 FROM start every WHERE every.link = l.id AND NOT EXISTS (
    SELECT 1 FROM attended a WHERE a.link = l.id AND a.id = every.id AND a.service = p.service))
GROUP BY p.id, m.id, p.service;
