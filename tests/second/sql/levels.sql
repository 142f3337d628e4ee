-- 図表22-24: the levels that each service may require, and the patterns still possible for it.

-- Whether a criterion holds for a service: 1 surely, 0 surely not, NULL as long as a question is open. It is as firm as what it is made of.
DROP TABLE IF EXISTS criterion;
CREATE TABLE criterion AS
SELECT s.id service, r.property, r.at, r.level,
  (SELECT CASE WHEN max(a.says <> c.says) THEN 0 WHEN max(a.says IS NULL) THEN NULL ELSE 1 END
   FROM said_condition c LEFT JOIN answer a ON a.service = s.id AND a.question = c.question
   WHERE c.property = r.property AND c.at = r.at) holds,
  min(r.basis, (SELECT basis FROM said_entry WHERE kind = 'level' AND id = r.level),
      coalesce((SELECT min(q.basis) FROM said_condition c JOIN said_entry q ON q.kind = 'question' AND q.id = c.question
                WHERE c.property = r.property AND c.at = r.at), 2)) >= (SELECT trust FROM wanted) believed
FROM service s JOIN said_rule r;

-- The first that is believed and surely holds decides. What stands before it and may hold, or is hidden, keeps its level possible.
DROP TABLE IF EXISTS decided;
CREATE TABLE decided AS
SELECT service, property, min(at) at FROM criterion WHERE believed AND holds = 1 GROUP BY service, property;
CREATE INDEX decided_of ON decided(service, property);
DROP TABLE IF EXISTS by_criteria;
CREATE TABLE by_criteria AS
SELECT DISTINCT c.service, c.property, c.level FROM criterion c
JOIN decided d ON d.service = c.service AND d.property = c.property
WHERE c.at <= d.at AND c.holds IS NOT 0
UNION
SELECT s.id, l.property, l.level FROM service s JOIN said_scale l
WHERE NOT EXISTS (SELECT 1 FROM decided d WHERE d.service = s.id AND d.property = l.property);
CREATE INDEX by_criteria_of ON by_criteria(service, property, level);

-- Whether a service answers anything that the criteria of a property ask.
DROP TABLE IF EXISTS answered;
CREATE TABLE answered AS
SELECT DISTINCT a.service, c.property FROM answer a JOIN said_condition c ON c.question = a.question;

-- What is hidden among what would decide leaves more than one level possible.
DROP TABLE IF EXISTS doubtful;
CREATE TABLE doubtful AS
SELECT DISTINCT c.service, c.property FROM criterion c
LEFT JOIN decided d ON d.service = c.service AND d.property = c.property
WHERE NOT c.believed AND c.holds IS NOT 0 AND (d.at IS NULL OR c.at < d.at)
  AND (SELECT count(*) FROM by_criteria b WHERE b.service = c.service AND b.property = c.property) > 1;

-- What the table of types says, as far as it is believed.
DROP TABLE IF EXISTS by_type;
CREATE TABLE by_type AS
SELECT DISTINCT s.id service, t.property, l.level,
  min(t.basis, (SELECT basis FROM said_entry WHERE kind = 'type' AND id = t.type)) >= (SELECT trust FROM wanted) believed
FROM service s JOIN said_type_level t ON t.type = s.type
JOIN said_scale l ON l.property = t.property AND (t.level IS NULL OR l.level = t.level);

-- The type settles a level as far as the answers leave it possible, and nothing where they rule it out or what is hidden may decide.
DROP TABLE IF EXISTS settled;
CREATE TABLE settled AS
SELECT t.service, t.property, t.level FROM by_type t
WHERE t.believed
  AND ((t.service, t.property) NOT IN (SELECT service, property FROM answered)
       OR (t.service, t.property) NOT IN (SELECT service, property FROM doubtful)
          AND (t.service, t.property, t.level) IN (SELECT service, property, level FROM by_criteria));

-- Given levels come first, then the type's as settled, then the criteria's, beside which a line of the type that trust hides may hold
-- where no answer speaks of the property.
DROP TABLE IF EXISTS required;
CREATE TABLE required AS
SELECT service, property, level FROM given
UNION
SELECT service, property, level FROM settled WHERE (service, property) NOT IN (SELECT service, property FROM given)
UNION
SELECT service, property, level FROM by_criteria
WHERE (service, property) NOT IN (SELECT service, property FROM given)
  AND (service, property) NOT IN (SELECT service, property FROM settled)
UNION
SELECT service, property, level FROM by_type
WHERE NOT believed AND (service, property) NOT IN (SELECT service, property FROM given)
  AND (service, property) NOT IN (SELECT service, property FROM answered);
CREATE INDEX required_of ON required(service, property, level);

-- A pattern fits where each level that is believed of it, of a property that is graded, may be required. One that is hidden keeps open which
-- it is, if it fits as it is said.
DROP TABLE IF EXISTS fitting_pattern;
CREATE TABLE fitting_pattern AS
SELECT s.id service, e.id pattern, e.at, e.basis < (SELECT trust FROM wanted) hidden
FROM service s JOIN said_entry e ON e.kind = 'pattern' AND NOT e.heading
WHERE NOT EXISTS (
  SELECT 1 FROM said_pattern_level l JOIN entry p ON p.kind = 'property' AND p.id = l.property AND NOT p.heading
  WHERE l.pattern = e.id AND (e.basis < (SELECT trust FROM wanted) OR l.basis >= (SELECT trust FROM wanted))
    AND l.property IN (SELECT property FROM said_scale)
    AND NOT EXISTS (SELECT 1 FROM required r WHERE r.service = s.id AND r.property = l.property AND r.level = l.level));
DROP TABLE IF EXISTS possible_pattern;
CREATE TABLE possible_pattern AS SELECT service, pattern, at FROM fitting_pattern WHERE NOT hidden;
-- Of services whose pattern is decided.
DROP TABLE IF EXISTS only_pattern;
CREATE TABLE only_pattern AS SELECT service, min(pattern) pattern FROM fitting_pattern GROUP BY service HAVING count(*) = 1 AND NOT max(hidden);
