-- 図表32, 34: only direct harm counts.

-- Why a threat harms a property of an asset: by a nature, by an outright statement (`exposes`), or as nothing else is said.
DROP TABLE IF EXISTS ground;
CREATE TABLE ground AS
SELECT c.number, n.nature, NULL link, max(min(w.basis, d.basis, n.basis)) basis
FROM candidate c
JOIN up t ON t.kind = 'threat' AND t.id = c.threat
JOIN pair w ON w.kind = 'works-by' AND w."from" = t.above
JOIN direct d ON d.mechanism = w."to" AND d.property = c.property
JOIN nature_of n ON n.nature = d.nature AND n.asset = c.asset
GROUP BY c.number, n.nature
UNION ALL
SELECT number, NULL, link, basis FROM said_of
UNION ALL
SELECT number, NULL, NULL, 2 FROM candidate
WHERE asset = '-' OR (NOT EXISTS (SELECT 1 FROM said_entry WHERE kind = 'mechanism')
                      AND NOT EXISTS (SELECT 1 FROM said_link WHERE kind = 'exposes'));
CREATE INDEX grounds ON ground(number);

DROP TABLE IF EXISTS exposure;
CREATE TABLE exposure AS
SELECT c.number, c.place, c.type, c.asset, c.threat, c.property, c.vulnerability, min(c.basis, max(g.basis)) basis
FROM candidate c JOIN ground g ON g.number = c.number
GROUP BY c.number;
CREATE INDEX exposures ON exposure(number);
CREATE INDEX exposures_by_threat ON exposure(threat);

-- A limit of what answers asks for the natures through which an exposure harms. A ground that tells none leaves all that the asset has, one
-- that is stated of some natures those of them, or under them.
DELETE FROM circumstance WHERE sort = 'natures';
INSERT INTO circumstance SELECT number, 'natures', 'nature', nature, basis FROM ground WHERE nature IS NOT NULL;
INSERT INTO circumstance
SELECT g.number, 'natures', 'nature', n.nature, min(g.basis, n.basis)
FROM ground g JOIN candidate c ON c.number = g.number JOIN nature_of n ON n.asset = c.asset
WHERE g.nature IS NULL AND NOT EXISTS (SELECT 1 FROM said_limit m WHERE m.link = g.link AND m.sort = 'natures')
UNION ALL
SELECT g.number, 'natures', 'nature', n.nature, max(min(g.basis, n.basis, e.basis))
FROM ground g JOIN said_limit m ON m.link = g.link AND m.sort = 'natures'
JOIN entry e ON e.kind = 'nature' AND e.id = m.id
JOIN up ON up.kind = 'nature' AND up.above = m.id
JOIN candidate c ON c.number = g.number JOIN nature_of n ON n.asset = c.asset AND n.nature = up.id
WHERE g.nature IS NULL
GROUP BY g.number, g.link, n.nature;

-- The exposures that `counters` and `mitigates` links name, whatever their limits; `requires` links may hold at any.
DROP TABLE IF EXISTS named;
CREATE TABLE named AS
SELECT x.number, l.id link, min(l.basis, max(e.basis)) basis
FROM exposure x
JOIN up t ON t.kind = 'threat' AND t.id = x.threat
JOIN "end" e ON e.id = t.above
JOIN link l ON l.id = e.link AND l.kind IN ('counters', 'mitigates')
GROUP BY x.number, l.id
UNION ALL
SELECT x.number, l.id, l.basis FROM exposure x JOIN link l ON l.kind = 'requires';
