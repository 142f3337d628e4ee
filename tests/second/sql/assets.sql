-- 図表31: the assets on each component; without component types each stands on the service as a whole ('-'), and without assets that is
-- one itself.

-- What a type lacks, by what it or a type above it says, so many steps up; whether that is believed or not.
DROP TABLE IF EXISTS lack;
CREATE TABLE lack AS
SELECT up.id type, up.depth, p."to" asset, min(p.basis, f.basis, t.basis) basis
FROM said_pair p
JOIN said_entry f ON f.kind = 'component' AND f.id = p."from"
JOIN said_entry t ON t.kind = 'asset' AND t.id = p."to"
JOIN up ON up.kind = 'component' AND up.above = p."from"
WHERE p.kind = 'lacks';

-- Carried, unless something at least as near lacks it. What trust hides of that may lack it all the same: it is there no more firmly.
DROP TABLE IF EXISTS asset;
CREATE TABLE asset AS
SELECT c.place, c.type, p."to" asset, max(min(c.basis, p.basis, coalesce((SELECT min(l.basis) FROM lack l
  WHERE l.type = c.type AND l.asset = p."to" AND l.depth <= up.depth), 2))) basis
FROM component c
JOIN up ON up.kind = 'component' AND up.id = c.type
JOIN pair p ON p.kind = 'carries' AND p."from" = up.above
WHERE NOT EXISTS (SELECT 1 FROM lack l WHERE l.type = c.type AND l.asset = p."to" AND l.depth <= up.depth
  AND l.basis >= (SELECT trust FROM wanted))
GROUP BY c.place, p."to"
UNION ALL
SELECT '-', NULL, id, basis FROM entry
WHERE kind = 'asset' AND NOT heading AND NOT EXISTS (SELECT 1 FROM said_entry WHERE kind = 'component')
UNION ALL
SELECT '-', NULL, '-', 2 WHERE NOT EXISTS (SELECT 1 FROM said_entry WHERE kind = 'asset');

DROP TABLE IF EXISTS nature_of;
CREATE TABLE nature_of AS
SELECT up.id asset, p."to" nature, max(p.basis) basis FROM up
JOIN pair p ON p.kind = 'has-nature' AND p."from" = up.above WHERE up.kind = 'asset'
GROUP BY up.id, p."to";
CREATE INDEX natures_of ON nature_of(asset);
