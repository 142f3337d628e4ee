-- 図表32-33: what threats harm, and what mechanisms do directly to things of a nature.

DROP TABLE IF EXISTS property;
CREATE TABLE property AS
SELECT id, basis FROM entry WHERE kind = 'property' AND NOT heading
UNION SELECT '-', 2 WHERE NOT EXISTS (SELECT 1 FROM said_entry WHERE kind = 'property');

DROP TABLE IF EXISTS threat;
CREATE TABLE threat AS SELECT id, basis FROM entry WHERE kind = 'threat' AND NOT heading;

DROP TABLE IF EXISTS harm;
CREATE TABLE harm AS
SELECT t.id threat, p.id property, max(min(t.basis, h.basis, p.basis)) basis
FROM threat t JOIN said_harm h ON h.threat = t.id AND h.basis >= (SELECT trust FROM wanted) JOIN property p ON p.id = h.property
GROUP BY t.id, p.id
UNION ALL SELECT id, '-', basis FROM threat WHERE '-' IN (SELECT id FROM property);

-- What a mechanism does, or spares, at which distance by nature and by mechanism, and whether that is believed. A property stands for those
-- under it; where a statement names several such, the firmest counts.
DROP TABLE IF EXISTS effect;
CREATE TABLE effect AS
SELECT m.id mechanism, n.id nature, p.id property, e.spares, n.depth far, m.depth farther, e.link,
  max(min(e.basis, em.basis, en.basis, coalesce(ep.basis, 2))) basis,
  max(min(e.basis, em.basis, en.basis, coalesce(ep.basis, 2))) >= (SELECT trust FROM wanted) held
FROM said_effect e
JOIN property p ON e.property IS NULL OR (p.id, e.property) IN (SELECT id, above FROM up WHERE kind = 'property')
JOIN up m ON m.kind = 'mechanism' AND m.above = e.mechanism
JOIN up n ON n.kind = 'nature' AND n.above = e.nature
JOIN said_entry em ON em.kind = 'mechanism' AND em.id = e.mechanism
JOIN said_entry en ON en.kind = 'nature' AND en.id = e.nature
LEFT JOIN said_entry ep ON ep.kind = 'property' AND ep.id = e.property
GROUP BY e.at, m.id, n.id, p.id, n.depth;
CREATE INDEX effects ON effect(mechanism, nature, property, spares);

-- Harmed, unless something at least as near spares it. What trust hides of that may spare it all the same: the harm is no firmer.
DROP TABLE IF EXISTS direct;
CREATE TABLE direct AS
SELECT a.mechanism, a.nature, a.property,
  max(min(a.basis, coalesce((SELECT min(s.basis) FROM effect s WHERE s.spares AND NOT s.held AND s.mechanism = a.mechanism
    AND s.nature = a.nature AND s.property = a.property AND (s.far, s.farther) <= (a.far, a.farther)), 2))) basis
FROM effect a
WHERE NOT a.spares AND a.held AND NOT EXISTS (
  SELECT 1 FROM effect s WHERE s.spares AND s.held AND s.mechanism = a.mechanism AND s.nature = a.nature AND s.property = a.property
    AND (s.far, s.farther) <= (a.far, a.farther))
GROUP BY a.mechanism, a.nature, a.property;
CREATE INDEX directs ON direct(mechanism, property);
