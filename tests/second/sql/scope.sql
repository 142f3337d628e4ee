-- 図表25-30: the components of the services, less what is out of scope (3.3.1). A place is who uses a component, and its code.

DROP TABLE IF EXISTS used_by;
CREATE TABLE used_by AS
SELECT home, code, home service FROM instance WHERE home <> ''
UNION SELECT '', code, service FROM uses;

-- A component and all that it is part of: of the components of its own service, else of the shared ones.
DROP TABLE IF EXISTS inside;
CREATE TABLE inside AS
WITH RECURSIVE way(home, code, above_home, above) AS (
  SELECT home, code, home, code FROM instance
  UNION
  SELECT way.home, way.code, whole.home, whole.code
  FROM way
  JOIN instance part ON part.home = way.above_home AND part.code = way.above
  JOIN instance whole ON whole.code = part.part_of
    AND (whole.home = part.home
         OR whole.home = '' AND NOT EXISTS (SELECT 1 FROM instance own WHERE own.home = part.home AND own.code = part.part_of))
)
SELECT * FROM way;

-- Which exclusions concern a component, itself or by what it is part of, believed or not: as firmly as the firmest of what they name.
DROP TABLE IF EXISTS concern;
CREATE TABLE concern AS
SELECT inside.home, inside.code, inside.above_home, inside.above, e.id exclusion, max(min(e.basis, x.basis, what.basis)) basis
FROM inside
JOIN instance i ON i.home = inside.above_home AND i.code = inside.above
JOIN said_exclusion x
JOIN said_entry e ON e.kind = 'exclusion' AND e.id = x.exclusion AND NOT e.heading AND e.basis >= 0
JOIN said_entry what ON what.kind = CASE x.sort WHEN 'components' THEN 'component' ELSE 'stakeholder' END AND what.id = x.id
JOIN up ON (x.sort = 'components' AND up.kind = 'component' AND up.id = i.type AND up.above = x.id)
        OR (x.sort = 'operators' AND up.kind = 'stakeholder' AND up.id = i.operator AND up.above = x.id)
GROUP BY inside.home, inside.code, inside.above_home, inside.above, e.id;

-- In scope: no exclusion holds, and that the service has it is believed. An exclusion that trust hides may leave it out all the same: then
-- that it is in scope is no firmer than what is hidden.
DROP TABLE IF EXISTS component;
CREATE TABLE component AS
SELECT i.home, i.code, i.type, i.operator,
  (SELECT group_concat(service, '+') FROM (SELECT service FROM used_by u WHERE u.home = i.home AND u.code = i.code ORDER BY service)) users,
  min(i.basis, e.basis, coalesce((SELECT min(c.basis) FROM concern c WHERE c.home = i.home AND c.code = i.code), 2)) basis
FROM instance i JOIN entry e ON e.kind = 'component' AND e.id = i.type
WHERE i.basis >= (SELECT trust FROM wanted)
  AND NOT EXISTS (SELECT 1 FROM concern c WHERE c.home = i.home AND c.code = i.code AND c.basis >= (SELECT trust FROM wanted))
  AND EXISTS (SELECT 1 FROM used_by u WHERE u.home = i.home AND u.code = i.code);
ALTER TABLE component ADD COLUMN place TEXT;
UPDATE component SET place = users || ':' || code;
CREATE INDEX components ON component(place);
