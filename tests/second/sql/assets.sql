-- 図表31: the assets on each component; without component types each stands on the service as a whole ('-'), and without assets that is
-- one itself.

DROP TABLE IF EXISTS asset;
CREATE TABLE asset AS
SELECT c.place, c.type, p."to" asset, min(c.basis, max(p.basis)) basis
FROM component c
JOIN up ON up.kind = 'component' AND up.id = c.type
JOIN pair p ON p.kind = 'carries' AND p."from" = up.above
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
