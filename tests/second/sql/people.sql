-- Who is present in which service, and what that obliges to (3.2.2). A heading stands for those under it.

DROP TABLE IF EXISTS present;
CREATE TABLE present AS
SELECT e.id, s.id service FROM entry e JOIN service s
WHERE e.kind = 'stakeholder' AND NOT e.heading
  AND (e.id IN (SELECT stakeholder FROM said_always WHERE basis >= (SELECT trust FROM wanted))
       OR EXISTS (SELECT 1 FROM component c
                  JOIN used_by u ON u.home = c.home AND u.code = c.code AND u.service = s.id
                  JOIN up ON up.kind = 'stakeholder' AND up.id = e.id AND up.above = c.operator));

DROP TABLE IF EXISTS obligation;
CREATE TABLE obligation AS
SELECT DISTINCT p.id stakeholder, item.id measure, p.service
FROM present p
JOIN up ON up.kind = 'stakeholder' AND up.id = p.id
JOIN start s ON s.id = up.above
JOIN link l ON l.id = s.link AND l.kind = 'involves'
JOIN "end" x ON x.link = l.id
JOIN entry xe ON xe.kind = 'measure' AND xe.id = x.id
JOIN up m ON m.kind = 'measure' AND m.above = x.id AND (m.id = x.id OR xe.heading)
JOIN entry item ON item.kind = 'measure' AND item.id = m.id AND NOT item.heading
WHERE NOT l.joint OR NOT EXISTS (
  SELECT 1 FROM said_start every WHERE every.link = l.id AND NOT EXISTS (
    SELECT 1 FROM present q JOIN up qu ON qu.kind = 'stakeholder' AND qu.id = q.id AND qu.above = every.id
    WHERE q.service = p.service));
