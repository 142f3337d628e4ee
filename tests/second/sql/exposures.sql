-- 図表29-31: components and what they carry. 図表32-34: only direct harm counts.

-- The components in scope: neither they nor what they are part of is excluded, and that the service has them is believed.
DROP TABLE IF EXISTS excluded;
CREATE TABLE excluded AS
WITH RECURSIVE inside(code, above) AS (
  SELECT code, code FROM instance
  UNION
  SELECT inside.code, instance.part_of FROM inside JOIN instance ON instance.code = inside.above WHERE instance.part_of IS NOT NULL
)
SELECT DISTINCT inside.code
FROM inside JOIN instance i ON i.code = inside.above
JOIN said_exclusion x ON x.basis >= (SELECT trust FROM wanted)
JOIN entry e ON e.kind = 'exclusion' AND e.id = x.exclusion AND NOT e.heading
JOIN up ON (x.sort = 'components' AND up.kind = 'component' AND up.id = i.type AND up.above = x.id)
        OR (x.sort = 'operators' AND up.kind = 'stakeholder' AND up.id = i.operator AND up.above = x.id);

DROP TABLE IF EXISTS component;
CREATE TABLE component AS
SELECT i.* FROM instance i JOIN entry ON entry.kind = 'component' AND entry.id = i.type
WHERE i.basis >= (SELECT trust FROM wanted) AND i.code NOT IN (SELECT code FROM excluded);

-- An asset on a component; without component types each stands on the service as a whole ('-'), without assets that is one itself.
DROP TABLE IF EXISTS asset;
CREATE TABLE asset AS
SELECT DISTINCT c.code place, c.type type, item.id asset
FROM component c
JOIN up ON up.kind = 'component' AND up.id = c.type
JOIN pair p ON p.kind = 'carries' AND p."from" = up.above
JOIN entry named ON named.kind = 'asset' AND named.id = p."to"
JOIN up under ON under.kind = 'asset' AND under.above = p."to" AND (under.id = p."to" OR named.heading)
JOIN entry item ON item.kind = 'asset' AND item.id = under.id AND NOT item.heading
UNION SELECT '-', NULL, id FROM entry WHERE kind = 'asset' AND NOT heading AND NOT EXISTS (SELECT 1 FROM said_entry WHERE kind = 'component')
UNION SELECT '-', NULL, '-' WHERE NOT EXISTS (SELECT 1 FROM said_entry WHERE kind = 'asset');

DROP TABLE IF EXISTS property;
CREATE TABLE property AS
SELECT id FROM entry WHERE kind = 'property' AND NOT heading
UNION SELECT '-' WHERE NOT EXISTS (SELECT 1 FROM said_entry WHERE kind = 'property');

DROP TABLE IF EXISTS threat;
CREATE TABLE threat AS SELECT id FROM entry WHERE kind = 'threat' AND NOT heading;

DROP TABLE IF EXISTS harm;
CREATE TABLE harm AS
SELECT DISTINCT t.id threat, h.property FROM threat t JOIN said_harm h ON h.threat = t.id AND h.basis >= (SELECT trust FROM wanted)
JOIN property p ON p.id = h.property
UNION SELECT threat.id, '-' FROM threat WHERE '-' IN (SELECT id FROM property);

-- What a mechanism does, or spares, at which distance by nature and by mechanism.
DROP TABLE IF EXISTS effect;
CREATE TABLE effect AS
SELECT m.id mechanism, n.id nature, p.id property, e.spares, n.depth far, m.depth farther
FROM said_effect e
JOIN property p ON e.property IS NULL OR e.property = p.id
JOIN up m ON m.kind = 'mechanism' AND m.above = e.mechanism
JOIN up n ON n.kind = 'nature' AND n.above = e.nature
JOIN entry em ON em.kind = 'mechanism' AND em.id = e.mechanism
JOIN entry en ON en.kind = 'nature' AND en.id = e.nature
WHERE e.basis >= (SELECT trust FROM wanted);
CREATE INDEX effects ON effect(mechanism, nature, property, spares);

-- Harmed, unless something at least as near spares it.
DROP TABLE IF EXISTS direct;
CREATE TABLE direct AS
SELECT DISTINCT a.mechanism, a.nature, a.property FROM effect a
WHERE NOT a.spares AND NOT EXISTS (
  SELECT 1 FROM effect s WHERE s.spares AND s.mechanism = a.mechanism AND s.nature = a.nature AND s.property = a.property
    AND (s.far, s.farther) <= (a.far, a.farther));
CREATE INDEX directs ON direct(mechanism, property);

DROP TABLE IF EXISTS nature_of;
CREATE TABLE nature_of AS
SELECT DISTINCT up.id asset, p."to" nature FROM up
JOIN pair p ON p.kind = 'has-nature' AND p."from" = up.above WHERE up.kind = 'asset';
CREATE INDEX natures_of ON nature_of(asset);

-- Why a threat harms a property of an asset in a place: by a nature, by an outright statement (`exposes`), or as nothing else is said.
DROP TABLE IF EXISTS ground;
CREATE TABLE ground AS
SELECT DISTINCT a.place, a.type, a.asset, h.threat, h.property, n.nature, NULL exposes
FROM harm h
JOIN up t ON t.kind = 'threat' AND t.id = h.threat
JOIN entry te ON te.kind = 'threat' AND te.id = t.above
JOIN pair w ON w.kind = 'works-by' AND w."from" = t.above
JOIN direct d ON d.mechanism = w."to" AND d.property = h.property
JOIN nature_of n ON n.nature = d.nature
JOIN asset a ON a.asset = n.asset
UNION
SELECT a.place, a.type, a.asset, h.threat, h.property, NULL, l.id
FROM link l JOIN said_start s ON s.link = l.id
JOIN entry se ON se.kind = 'threat' AND se.id = s.id
JOIN up t ON t.kind = 'threat' AND t.above = s.id
JOIN harm h ON h.threat = t.id
JOIN asset a
WHERE l.kind = 'exposes'
  AND EXISTS (SELECT 1 FROM said_end e JOIN entry x ON x.kind = 'asset' AND x.id = e.id
              JOIN up ON up.kind = 'asset' AND up.above = e.id WHERE e.link = l.id AND up.id = a.asset)
  AND NOT EXISTS (SELECT 1 FROM said_limit m WHERE m.link = l.id AND m.sort = 'natures')
  AND (NOT EXISTS (SELECT 1 FROM said_limit m WHERE m.link = l.id AND m.sort = 'properties')
       OR EXISTS (SELECT 1 FROM said_limit m JOIN up ON up.kind = 'property' AND up.id = h.property AND up.above = m.id
                  WHERE m.link = l.id AND m.sort = 'properties'))
  AND (NOT EXISTS (SELECT 1 FROM said_limit m WHERE m.link = l.id AND m.sort = 'components')
       OR EXISTS (SELECT 1 FROM said_limit m JOIN up ON up.kind = 'component' AND up.id = a.type AND up.above = m.id
                  WHERE m.link = l.id AND m.sort = 'components'))
  AND (NOT EXISTS (SELECT 1 FROM said_limit m WHERE m.link = l.id AND m.sort = 'assets')
       OR EXISTS (SELECT 1 FROM said_limit m JOIN up ON up.kind = 'asset' AND up.id = a.asset AND up.above = m.id
                  WHERE m.link = l.id AND m.sort = 'assets'))
UNION
SELECT a.place, a.type, a.asset, h.threat, h.property, NULL, l.id
FROM link l JOIN said_start s ON s.link = l.id
JOIN entry se ON se.kind = 'threat' AND se.id = s.id
JOIN up t ON t.kind = 'threat' AND t.above = s.id
JOIN harm h ON h.threat = t.id
JOIN asset a
JOIN nature_of n ON n.asset = a.asset
JOIN said_limit ln ON ln.link = l.id AND ln.sort = 'natures'
JOIN up un ON un.kind = 'nature' AND un.id = n.nature AND un.above = ln.id
WHERE l.kind = 'exposes'
  AND EXISTS (SELECT 1 FROM said_end e JOIN entry x ON x.kind = 'asset' AND x.id = e.id
              JOIN up ON up.kind = 'asset' AND up.above = e.id WHERE e.link = l.id AND up.id = a.asset)
  AND (NOT EXISTS (SELECT 1 FROM said_limit m WHERE m.link = l.id AND m.sort = 'properties')
       OR EXISTS (SELECT 1 FROM said_limit m JOIN up ON up.kind = 'property' AND up.id = h.property AND up.above = m.id
                  WHERE m.link = l.id AND m.sort = 'properties'))
  AND (NOT EXISTS (SELECT 1 FROM said_limit m WHERE m.link = l.id AND m.sort = 'components')
       OR EXISTS (SELECT 1 FROM said_limit m JOIN up ON up.kind = 'component' AND up.id = a.type AND up.above = m.id
                  WHERE m.link = l.id AND m.sort = 'components'))
  AND (NOT EXISTS (SELECT 1 FROM said_limit m WHERE m.link = l.id AND m.sort = 'assets')
       OR EXISTS (SELECT 1 FROM said_limit m JOIN up ON up.kind = 'asset' AND up.id = a.asset AND up.above = m.id
                  WHERE m.link = l.id AND m.sort = 'assets'))
UNION
SELECT a.place, a.type, a.asset, h.threat, h.property, NULL, NULL FROM asset a JOIN harm h
WHERE a.asset = '-' OR (NOT EXISTS (SELECT 1 FROM said_entry WHERE kind = 'mechanism')
                        AND NOT EXISTS (SELECT 1 FROM said_link WHERE kind = 'exposes'));

-- Where a vulnerability names both the asset and the threat, an exposure is of that vulnerability.
DROP TABLE IF EXISTS weak;
CREATE TABLE weak AS
SELECT DISTINCT v.id vulnerability, a.id asset, t.id threat
FROM entry v
JOIN said_weakness wa ON wa.vulnerability = v.id AND wa.sort = 'asset' AND wa.basis >= (SELECT trust FROM wanted)
JOIN said_weakness wt ON wt.vulnerability = v.id AND wt.sort = 'threat' AND wt.basis >= (SELECT trust FROM wanted)
JOIN up a ON a.kind = 'asset' AND a.above = wa.target
JOIN up t ON t.kind = 'threat' AND t.above = wt.target
WHERE v.kind = 'vulnerability' AND NOT v.heading;

DROP TABLE IF EXISTS ground_through;
CREATE TABLE ground_through AS
SELECT g.*, w.vulnerability FROM ground g LEFT JOIN weak w ON w.asset = g.asset AND w.threat = g.threat
WHERE g.exposes IS NULL
   OR NOT EXISTS (SELECT 1 FROM said_limit m WHERE m.link = g.exposes AND m.sort = 'vulnerabilities')
   OR EXISTS (SELECT 1 FROM said_limit m JOIN up ON up.kind = 'vulnerability' AND up.id = w.vulnerability AND up.above = m.id
              WHERE m.link = g.exposes AND m.sort = 'vulnerabilities');

DROP TABLE IF EXISTS exposure;
CREATE TABLE exposure AS
SELECT row_number() OVER (ORDER BY place, asset, threat, property, vulnerability) AS number, * FROM
(SELECT DISTINCT place, type, asset, threat, property, vulnerability FROM ground_through);
CREATE INDEX exposures_by_threat ON exposure(threat);

-- The natures through which an exposure harms; those of the asset where no ground tells.
DROP TABLE IF EXISTS harmed_nature;
CREATE TABLE harmed_nature AS
SELECT DISTINCT e.number, g.nature FROM exposure e
JOIN ground_through g ON g.place = e.place AND g.asset = e.asset AND g.threat = e.threat AND g.property = e.property
  AND g.vulnerability IS e.vulnerability
WHERE g.nature IS NOT NULL;
INSERT INTO harmed_nature
SELECT e.number, n.nature FROM exposure e JOIN nature_of n ON n.asset = e.asset WHERE e.number NOT IN (SELECT number FROM harmed_nature);
CREATE INDEX harmed_natures ON harmed_nature(number);
