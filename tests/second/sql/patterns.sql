-- 図表22-24: levels of a type or as given, and the patterns still possible.

-- Without answers: rules before the first that always holds may hold too; where none always does, every level of the scale is possible.
DROP TABLE IF EXISTS decided;
CREATE TABLE decided AS
SELECT property, min(at) at FROM said_rule WHERE conditions = 0 AND basis >= (SELECT trust FROM wanted) GROUP BY property;

DROP TABLE IF EXISTS by_criteria;
CREATE TABLE by_criteria AS
SELECT DISTINCT r.property, r.level FROM said_rule r JOIN decided d ON d.property = r.property WHERE r.at <= d.at
UNION
SELECT s.property, s.level FROM said_scale s WHERE s.property NOT IN (SELECT property FROM decided);

-- The table of types comes before the criteria; a line that trust hides keeps its levels possible beside what they say.
DROP TABLE IF EXISTS required;
CREATE TABLE required AS
SELECT s.property, g.level FROM (SELECT DISTINCT property FROM said_scale) s JOIN given g ON g.property = s.property
UNION
SELECT property, level FROM type_line WHERE believed AND property NOT IN (SELECT property FROM given)
UNION
SELECT property, level FROM type_line WHERE NOT believed AND property NOT IN (SELECT property FROM given)
UNION
SELECT c.property, c.level FROM by_criteria c
WHERE c.property NOT IN (SELECT property FROM given) AND c.property NOT IN (SELECT property FROM type_line WHERE believed);

DROP TABLE IF EXISTS possible_pattern;
CREATE TABLE possible_pattern AS
SELECT e.id FROM entry e WHERE e.kind = 'pattern' AND NOT e.heading AND NOT EXISTS (
  SELECT 1 FROM said_pattern_level l JOIN entry p ON p.kind = 'property' AND p.id = l.property
  WHERE l.pattern = e.id AND l.basis >= (SELECT trust FROM wanted)
    AND l.property IN (SELECT property FROM said_scale)
    AND NOT EXISTS (SELECT 1 FROM required r WHERE r.property = l.property AND r.level = l.level));
