-- 図表35 and 5(b): which links answer which exposure, by whom; 5(b)③: what is left.

-- What each exposure is, in the words of limits.
DROP TABLE IF EXISTS circumstance;
CREATE TABLE circumstance AS
SELECT number, 'properties' sort, 'property' kind, property id FROM exposure
UNION SELECT number, 'components', 'component', type FROM exposure
UNION SELECT number, 'assets', 'asset', asset FROM exposure
UNION SELECT number, 'threats', 'threat', threat FROM exposure
UNION SELECT number, 'vulnerabilities', 'vulnerability', vulnerability FROM exposure
UNION SELECT number, 'natures', 'nature', nature FROM harmed_nature
UNION SELECT e.number, 'origins', 'origin', o.origin
FROM exposure e JOIN said_origin o ON o.threat = e.threat AND o.basis >= (SELECT trust FROM wanted);
CREATE INDEX circumstance_of ON circumstance (number, sort);

-- A link answers where every sort of limit that it has names the exposure's own, or what that lies under.
DROP TABLE IF EXISTS answering;
CREATE TABLE answering AS
SELECT DISTINCT e.number, l.id link, l.kind, l.joint
FROM exposure e
JOIN up t ON t.kind = 'threat' AND t.id = e.threat
JOIN entry te ON te.kind = 'threat' AND te.id = t.above
JOIN said_end x ON x.id = t.above
JOIN link l ON l.id = x.link AND l.kind IN ('counters', 'mitigates')
WHERE NOT EXISTS (
  SELECT 1 FROM said_limit wanted_sort WHERE wanted_sort.link = l.id AND NOT EXISTS (
    SELECT 1 FROM said_limit m
    JOIN circumstance c ON c.number = e.number AND c.sort = m.sort
    JOIN up ON up.kind = c.kind AND up.id = c.id AND up.above = m.id
    WHERE m.link = l.id AND m.sort = wanted_sort.sort));

-- A party that answers: all the starts of a link together, or each that holds.
DROP TABLE IF EXISTS line;
CREATE TABLE line AS
SELECT DISTINCT a.number, a.kind, a.link || CASE WHEN a.joint THEN '' ELSE '/' || s.id END party, s.id member
FROM answering a JOIN said_start s ON s.link = a.link
JOIN entry m ON m.kind = CASE a.kind WHEN 'counters' THEN 'measure' ELSE 'control' END AND m.id = s.id;

-- Who is present, and what that obliges to (3.2.2).
DROP TABLE IF EXISTS present;
CREATE TABLE present AS
SELECT e.id FROM entry e WHERE e.kind = 'stakeholder' AND NOT e.heading
  AND (e.id IN (SELECT stakeholder FROM said_always WHERE basis >= (SELECT trust FROM wanted))
       OR EXISTS (SELECT 1 FROM component c JOIN up ON up.kind = 'stakeholder' AND up.id = e.id AND up.above = c.operator));

DROP TABLE IF EXISTS obligation;
CREATE TABLE obligation AS
SELECT DISTINCT p.id stakeholder, item.id measure
FROM present p
JOIN up ON up.kind = 'stakeholder' AND up.id = p.id
JOIN entry ue ON ue.kind = 'stakeholder' AND ue.id = up.above
JOIN said_start s ON s.id = up.above
JOIN link l ON l.id = s.link AND l.kind = 'involves'
JOIN said_end x ON x.link = l.id
JOIN entry xe ON xe.kind = 'measure' AND xe.id = x.id
JOIN up m ON m.kind = 'measure' AND m.above = x.id AND (m.id = x.id OR xe.heading)
JOIN entry item ON item.kind = 'measure' AND item.id = m.id AND NOT item.heading
WHERE NOT l.joint OR NOT EXISTS (
  SELECT 1 FROM said_start every WHERE every.link = l.id AND NOT EXISTS (
    SELECT 1 FROM present q JOIN up qu ON qu.kind = 'stakeholder' AND qu.id = q.id AND qu.above = every.id));
