-- 図表37-38 and 3.3.5: the reference values of the selected measures, for whom they hold.

-- What a measure is for: the services that use a component which it protects, all of these together. It concerns the whole of a service
-- whose people it involves, or that is threatened as a whole, where it protects none of its components. What is required is for what those
-- that require it are for.
DROP TABLE IF EXISTS protects;
CREATE TABLE protects AS
SELECT DISTINCT w.id measure, c.users, u.service
FROM at_work w JOIN exposure x ON w.sort = 'exposure' AND x.number = w.place
JOIN component c ON c.place = x.place
JOIN used_by u ON u.home = c.home AND u.code = c.code
WHERE w.kind = 'measure' AND NOT w.sure;
DROP TABLE IF EXISTS concerns;
CREATE TABLE concerns AS
SELECT id measure, place service FROM at_work WHERE kind = 'measure' AND sort = 'service' AND NOT sure
UNION
SELECT w.id, s.id FROM at_work w JOIN exposure x ON w.sort = 'exposure' AND x.number = w.place AND x.place = '-' JOIN service s
WHERE w.kind = 'measure' AND NOT w.sure;
DROP TABLE IF EXISTS audience;
CREATE TABLE audience AS
SELECT measure, users, service FROM protects
UNION
SELECT measure, service, service FROM concerns WHERE (measure, service) NOT IN (SELECT measure, service FROM protects);
CREATE INDEX audiences ON audience(measure);

-- Who shares what a measure protects, where there are patterns to compare.
DROP TABLE IF EXISTS sharing;
CREATE TABLE sharing AS
SELECT measure, users FROM audience WHERE EXISTS (SELECT 1 FROM said_entry WHERE kind = 'pattern')
GROUP BY measure, users HAVING count(*) > 1;

-- Each value that may count, told apart: known; withheld, since trust hides what is said; unknown, since nobody at hand knows it.
DROP TABLE IF EXISTS offered;
CREATE TABLE offered AS
SELECT a.measure, i."key", a.users, p.pattern, p.at,
  CASE WHEN v.sort IS NULL OR v.sort = 'unknown' THEN 'unknown'
       WHEN min(v.basis, i.basis) < (SELECT trust FROM wanted) THEN 'withheld' ELSE 'known' END state,
  v.text, min(v.basis, i.basis) basis, v.sort, v.starred, c.at choice,
  v.number * n.number * coalesce(v.per_over * per.over, 1) number, v.over * n.over * coalesce(v.per_number * per.number, 1) over,
  CASE WHEN i.direction_basis >= (SELECT trust FROM wanted) THEN i.direction END direction
FROM (SELECT DISTINCT measure, users, service FROM audience) a
JOIN said_indicator i ON i.measure = a.measure
JOIN (SELECT service, pattern, at FROM possible_pattern
      UNION ALL SELECT id, NULL, 0 FROM service WHERE NOT EXISTS (SELECT 1 FROM said_entry WHERE kind = 'pattern')) p
  ON p.service = a.service
LEFT JOIN said_value v ON v.measure = i.measure AND v."key" = i."key" AND v.pattern IS p.pattern
LEFT JOIN said_unit n ON n.id = v.unit
LEFT JOIN said_unit per ON per.id = v.per_unit
LEFT JOIN said_choice c ON c.scale = i.scale AND c.id = v.sort
WHERE NOT EXISTS (
  SELECT 1 FROM called_in n WHERE n.kind = 'measure' AND n.id = a.measure AND n.pattern = p.pattern AND n.state = 0)
GROUP BY a.measure, i."key", a.users, p.pattern;

-- Components of several services: whether one value is stricter (1) than another, as strict (0) or laxer (-1); NULL where nobody can tell.
-- `-` is laxer than any value, and of two equal ones the starred one is stricter.
DROP TABLE IF EXISTS compared;
CREATE TABLE compared AS
SELECT a.measure, a."key", a.users, a.pattern one, b.pattern other, a.number * b.over <> b.number * a.over differ,
  CASE WHEN a.state <> 'known' OR b.state <> 'known' THEN NULL
       WHEN a.sort = 'free' OR b.sort = 'free' THEN (a.sort <> 'free') - (b.sort <> 'free')
       WHEN a.number * b.over <> b.number * a.over THEN
         CASE a.direction WHEN 'higher' THEN (a.number * b.over > b.number * a.over) * 2 - 1
                          WHEN 'lower' THEN (a.number * b.over < b.number * a.over) * 2 - 1 END
       WHEN a.choice <> b.choice THEN (a.choice > b.choice) * 2 - 1
       ELSE a.starred - b.starred END stricter
FROM offered a JOIN offered b ON b.measure = a.measure AND b."key" = a."key" AND b.users = a.users
WHERE (a.measure, a.users) IN (SELECT measure, users FROM sharing);
CREATE INDEX comparisons ON compared(measure, "key", users, one);

-- A value may turn out to be the strictest of all services' where each has a pattern whose value is not known to be stricter, as no value of
-- a hidden pattern is, or that does not call for the measure.
DROP TABLE IF EXISTS beside_hidden;
CREATE TABLE beside_hidden AS
SELECT DISTINCT a.measure, a.users, a.service FROM audience a JOIN fitting_pattern f ON f.service = a.service AND f.hidden;
DROP TABLE IF EXISTS maybe_strictest;
CREATE TABLE maybe_strictest AS
SELECT o.* FROM offered o
WHERE o.state = 'known' AND (o.measure, o.users) IN (SELECT measure, users FROM sharing)
  AND NOT EXISTS (
    SELECT 1 FROM audience u WHERE u.measure = o.measure AND u.users = o.users
    AND (u.measure, u.users, u.service) NOT IN (SELECT measure, users, service FROM beside_hidden) AND NOT EXISTS (
      SELECT 1 FROM possible_pattern p
      JOIN compared c ON c.measure = o.measure AND c."key" = o."key" AND c.users = o.users AND c.one = p.pattern AND c.other = o.pattern
      WHERE p.service = u.service AND c.stricter IS NOT 1)
    AND NOT EXISTS (
      SELECT 1 FROM possible_pattern p
      JOIN called_in n ON n.kind = 'measure' AND n.id = o.measure AND n.pattern = p.pattern AND n.state = 0
      WHERE p.service = u.service));

-- Of equal values the first pattern's stands for all, and so does the first of numbers of which it is hidden which is stricter.
DROP TABLE IF EXISTS strictest;
CREATE TABLE strictest AS
SELECT m.* FROM maybe_strictest m
WHERE NOT EXISTS (
  SELECT 1 FROM maybe_strictest e
  JOIN compared c ON c.measure = m.measure AND c."key" = m."key" AND c.users = m.users AND c.one = m.pattern AND c.other = e.pattern
  WHERE e.measure = m.measure AND e."key" = m."key" AND e.users = m.users AND e.at < m.at
    AND (c.stricter = 0
         OR c.stricter IS NULL AND NOT EXISTS (
           SELECT 1 FROM maybe_strictest f WHERE f.measure = m.measure AND f."key" = m."key" AND f.users = m.users AND f.sort = 'number'
             AND f.at < e.at)));

-- What is not known of those compared may be stricter, so may what a hidden pattern asks for, and of two numbers one is, where it is hidden
-- which. A service that may be of a hidden pattern may need another value even where it shares nothing.
DROP TABLE IF EXISTS incomplete;
CREATE TABLE incomplete AS
SELECT DISTINCT measure, "key", users FROM offered
WHERE state <> 'known' AND (measure, users) IN (SELECT measure, users FROM sharing)
UNION
SELECT b.measure, i."key", b.users FROM beside_hidden b JOIN said_indicator i ON i.measure = b.measure
UNION
SELECT c.measure, c."key", c.users FROM compared c
JOIN maybe_strictest a ON a.measure = c.measure AND a."key" = c."key" AND a.users = c.users AND a.pattern = c.one
JOIN maybe_strictest b ON b.measure = c.measure AND b."key" = c."key" AND b.users = c.users AND b.pattern = c.other
WHERE c.stricter IS NULL;

-- Whether a value is one of several that are possible: of the patterns that fit, hidden or not, or of those that may be the strictest.
DROP TABLE IF EXISTS several;
CREATE TABLE several AS
SELECT a.measure, i."key", a.users FROM audience a JOIN said_indicator i ON i.measure = a.measure
JOIN fitting_pattern f ON f.service = a.service
WHERE (a.measure, a.users) NOT IN (SELECT measure, users FROM sharing)
GROUP BY a.measure, i."key", a.users HAVING count(*) > 1
UNION
SELECT measure, "key", users FROM strictest GROUP BY measure, "key", users HAVING count(*) > 1
UNION
SELECT b.measure, i."key", b.users FROM beside_hidden b JOIN said_indicator i ON i.measure = b.measure;

-- A value is as firm as its statement and its indicator; of several numbers also as the word on which is stricter.
DROP TABLE IF EXISTS grade;
CREATE TABLE grade AS
SELECT measure, "key", users, pattern, state, text, basis,
  (measure, "key", users) IN (SELECT measure, "key", users FROM incomplete) incomplete
FROM offered
WHERE (measure, users) NOT IN (SELECT measure, users FROM sharing)
UNION ALL
SELECT s.measure, s."key", s.users, s.pattern, s.state, s.text,
  CASE WHEN s.direction IS NOT NULL AND EXISTS (
         SELECT 1 FROM compared c WHERE c.measure = s.measure AND c."key" = s."key" AND c.users = s.users AND c.one = s.pattern
           AND c.stricter IS NOT NULL AND c.differ)
       THEN min(s.basis, (SELECT i.direction_basis FROM said_indicator i WHERE i.measure = s.measure AND i."key" = s."key")) ELSE s.basis END,
  (s.measure, s."key", s.users) IN (SELECT measure, "key", users FROM incomplete)
FROM strictest s
UNION ALL
SELECT a.measure, i."key", a.users, NULL,
  CASE WHEN EXISTS (
         SELECT 1 FROM offered o WHERE o.measure = a.measure AND o."key" = i."key" AND o.users = a.users AND o.state = 'withheld')
       THEN 'withheld' ELSE 'unknown' END,
  NULL, NULL, (a.measure, i."key", a.users) IN (SELECT measure, "key", users FROM incomplete)
FROM sharing a JOIN said_indicator i ON i.measure = a.measure
WHERE (a.measure, i."key", a.users) NOT IN (SELECT measure, "key", users FROM strictest);
ALTER TABLE grade ADD COLUMN alternative INTEGER;
UPDATE grade SET alternative = (measure, "key", users) IN (SELECT measure, "key", users FROM several);
