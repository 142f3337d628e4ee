-- The printed steps that are right: what each says is said by the catalogues or the service and believed, and fits what it rests on. A query
-- for each rule; how many premises it has of which kind is looked at elsewhere. An exposure is compared as a row: (component, asset, threat,
-- property, vulnerability).

-- Components by the names that explanations give them: where several have the same, with the service.
DROP TABLE IF EXISTS labelled;
CREATE TABLE labelled AS
SELECT CASE WHEN users NOT LIKE '%+%' AND (SELECT count(*) FROM component o WHERE o.code = c.code) > 1 THEN users || '/' ELSE '' END || code label,
  c.* FROM component c;

-- What a vulnerability names, both the asset and the threat.
DROP TABLE IF EXISTS weakness;
CREATE TABLE weakness AS
SELECT DISTINCT v.id vulnerability, a.id asset, t.id threat
FROM entry v
JOIN said_weakness na ON na.vulnerability = v.id AND na.sort = 'asset' AND na.basis >= (SELECT trust FROM wanted)
JOIN said_weakness nt ON nt.vulnerability = v.id AND nt.sort = 'threat' AND nt.basis >= (SELECT trust FROM wanted)
JOIN entry ea ON ea.kind = 'asset' AND ea.id = na.target JOIN up a ON a.kind = 'asset' AND a.above = ea.id
JOIN entry et ON et.kind = 'threat' AND et.id = nt.target JOIN up t ON t.kind = 'threat' AND t.above = et.id
WHERE v.kind = 'vulnerability' AND NOT v.heading;

-- Exposures that fit the asset, the harm and the weakness that they rest on, and have a nature that they are wanted to have.
DROP TABLE IF EXISTS based;
CREATE TABLE based AS
SELECT s.id FROM explained s
JOIN needs a ON a.step = s.id AND a."is" = 'has-asset' AND (a.component, a.asset) IS (s.component, s.asset)
JOIN needs h ON h.step = s.id AND h."is" = 'harms-property' AND (h.threat, h.property) IS (s.threat, s.property)
LEFT JOIN needs w ON w.step = s.id AND w."is" = 'is-weak'
WHERE s."is" = 'is-exposed'
  AND CASE WHEN s.vulnerability IS NULL
           THEN w.id IS NULL AND NOT EXISTS (SELECT 1 FROM weakness o WHERE o.asset = s.asset AND o.threat = s.threat)
           ELSE (w.vulnerability, w.asset, w.threat) IS (s.vulnerability, s.asset, s.threat) END
  AND NOT EXISTS (SELECT 1 FROM needs n WHERE n.step = s.id AND n."is" = 'is-of-nature' AND n.asset IS NOT s.asset)
  AND (s.within IS NULL OR EXISTS (
    SELECT 1 FROM needs n JOIN up ON up.kind = 'nature' AND up.id = n.nature JOIN entry e ON e.kind = 'nature' AND e.id = up.above
    JOIN said_limit m ON m.link = s.within AND m.sort = 'natures' AND m.id = e.id WHERE n.step = s.id AND n."is" = 'is-of-nature'));

-- The exposure at which the limits of a step's link are to be met.
DROP TABLE IF EXISTS held_at;
CREATE TABLE held_at AS
SELECT id step, id at FROM explained WHERE rule = 'exposed-outright'
UNION ALL
SELECT n.step, n.id FROM needs n JOIN explained s ON s.id = n.step
WHERE CASE s.rule WHEN 'requires' THEN n."is" = 'is-called-for' AND n.threat IS NOT NULL
                  WHEN 'counters' THEN n."is" = 'is-exposed' WHEN 'mitigates' THEN n."is" = 'is-exposed' END;

-- What it is in the words of limits, but for natures.
DROP TABLE IF EXISTS condition;
CREATE TABLE condition AS
WITH x AS (SELECT * FROM explained WHERE id IN (SELECT at FROM held_at))
SELECT id, 'properties' sort, 'property' kind, property value FROM x
UNION ALL SELECT x.id, 'components', 'component', l.type FROM x JOIN labelled l ON l.label = x.component
UNION ALL SELECT id, 'assets', 'asset', asset FROM x
UNION ALL SELECT id, 'threats', 'threat', threat FROM x
UNION ALL SELECT id, 'vulnerabilities', 'vulnerability', vulnerability FROM x
UNION ALL SELECT x.id, 'origins', 'origin', o.origin FROM x
JOIN said_origin o ON o.threat = x.threat AND o.basis >= (SELECT trust FROM wanted) JOIN entry e ON e.kind = 'origin' AND e.id = o.origin;
CREATE INDEX conditions_of ON condition(id, sort);

-- Steps whose link's limits are met there, each sort by what is there or what that lies under.
DROP TABLE IF EXISTS kept;
CREATE TABLE kept AS
SELECT h.step, h.at FROM held_at h JOIN explained s ON s.id = h.step
WHERE NOT EXISTS (
  SELECT 1 FROM said_limit m WHERE m.link = s.link AND m.sort <> 'natures' AND NOT EXISTS (
    SELECT 1 FROM condition c JOIN up ON up.kind = c.kind AND up.id = c.value JOIN entry e ON e.kind = c.kind AND e.id = up.above
    JOIN said_limit n ON n.link = s.link AND n.sort = m.sort AND n.id = e.id WHERE c.id = h.at AND c.sort = m.sort));
CREATE INDEX kept_by ON kept(step);

-- What a step calls for in some patterns alone: what it is about, or all that counts together, by which of the services that it may concern.
DROP TABLE IF EXISTS limited;
CREATE TABLE limited AS
SELECT s.id step, t.kind, t.id, v.id service
FROM explained s
JOIN link l ON l.id = s.link
JOIN start t ON t.link = l.id AND (l.joint OR t.id = coalesce(s.measure, s.control))
JOIN kept k ON k.step = s.id JOIN explained x ON x.id = k.at
LEFT JOIN labelled c ON c.label = x.component
JOIN service v ON x.component IS NULL OR instr('+' || c.users || '+', '+' || v.id || '+')
WHERE s.rule IN ('counters', 'mitigates') AND (t.kind, t.id) IN (SELECT kind, id FROM said_call)
UNION ALL
SELECT n.step, 'measure', s.measure, n.service FROM explained s JOIN needs n ON n.step = s.id AND n."is" = 'has-stakeholder'
WHERE s.rule = 'involves' AND s.measure IN (SELECT id FROM said_call WHERE kind = 'measure')
GROUP BY n.step, s.measure, n.service;

-- How each such service stands to it: whether it calls for it in all patterns of which it may be, in none, and whether the patterns in which
-- it does are among the premises.
DROP TABLE IF EXISTS call;
CREATE TABLE call AS
WITH way AS (
  SELECT l.step, l.kind, l.id, l.service, p.id pattern,
    EXISTS (SELECT 1 FROM said_call c WHERE c.kind = l.kind AND c.id = l.id AND c.pattern = p.id AND c.basis >= (SELECT trust FROM wanted)) called,
    EXISTS (SELECT 1 FROM said_call c WHERE c.kind = l.kind AND c.id = l.id AND c.pattern = p.id)
      OR (SELECT max(basis) FROM said_call c WHERE c.kind = l.kind AND c.id = l.id) < (SELECT trust FROM wanted) maybe,
    (l.service, p.id) IN (SELECT service, pattern FROM possible_pattern) shown,
    (l.step, l.service, p.id) IN (SELECT step, service, pattern FROM needs WHERE "is" = 'may-be-of-pattern') premise
  FROM limited l JOIN said_entry p ON p.kind = 'pattern' AND NOT p.heading
  WHERE (l.service, p.id) IN (SELECT service, pattern FROM fitting_pattern) OR l.service NOT IN (SELECT service FROM fitting_pattern))
SELECT step, kind, id, service, min(called) surely, max(maybe) maybe, min(NOT (called AND shown) OR premise) told FROM way
GROUP BY step, kind, id, service;

-- Steps that are not right about patterns: some service must call for each, surely unless the step is open, by patterns that are all told;
-- and no other pattern may be told. Which of several such services calls for it the most firmly is the second computation's matter.
DROP TABLE IF EXISTS misjudged;
CREATE TABLE misjudged AS
SELECT s.id FROM explained s
WHERE EXISTS (SELECT 1 FROM limited l WHERE l.step = s.id AND NOT EXISTS (
        SELECT 1 FROM call c WHERE (c.step, c.kind, c.id) = (l.step, l.kind, l.id) AND c.told AND CASE WHEN s.open THEN c.maybe ELSE c.surely END))
   OR s.open <> EXISTS (SELECT 1 FROM limited l WHERE l.step = s.id AND NOT EXISTS (
        SELECT 1 FROM call c WHERE (c.step, c.kind, c.id) = (l.step, l.kind, l.id) AND c.surely))
   OR EXISTS (SELECT 1 FROM needs n WHERE n.step = s.id AND n."is" = 'may-be-of-pattern' AND NOT EXISTS (
        SELECT 1 FROM limited l JOIN said_call c ON c.kind = l.kind AND c.id = l.id AND c.pattern = n.pattern AND c.basis >= (SELECT trust FROM wanted)
        WHERE l.step = s.id AND l.service = n.service));

-- What requires something else in a step, and whether all that the link wants of it is there.
DROP TABLE IF EXISTS requiring;
CREATE TABLE requiring AS
SELECT s.id step, t.kind, t.id FROM explained s
JOIN needs n ON n.step = s.id AND n."is" = 'is-called-for'
JOIN start t ON t.link = s.link AND t.id = CASE t.kind WHEN 'measure' THEN n.measure ELSE n.control END
WHERE s.rule = 'requires';

DROP TABLE IF EXISTS by_criterion;
CREATE TABLE by_criterion AS
SELECT c.service, c.property, c.level FROM criterion c
LEFT JOIN decided d ON d.service = c.service AND d.property = c.property
WHERE c.believed AND c.holds IS NOT 0 AND (d.at IS NULL OR c.at <= d.at);

-- Levels that the type decides: not those that the answers leave as the only one.
DROP TABLE IF EXISTS by_line_of_type;
CREATE TABLE by_line_of_type AS
SELECT service, property, level FROM settled t
WHERE (service, property) NOT IN (SELECT service, property FROM given)
  AND ((service, property) NOT IN (SELECT service, property FROM answered)
       OR (SELECT count(*) FROM by_criteria c WHERE (c.service, c.property) = (t.service, t.property)) > 1);

-- What is asked of a measure by a line of the table of chapters, and what it is itself in the words of these lines.
DROP TABLE IF EXISTS placed_by;
CREATE TABLE placed_by AS
SELECT 'aims-at' sort, 'purpose' kind, "from" measure, "to" id FROM said_pair WHERE kind = 'aims-at' AND basis >= (SELECT trust FROM wanted)
UNION ALL
SELECT sort.sort, 'component', p."from", p."to" FROM said_pair p JOIN (SELECT 'implemented-within' sort UNION SELECT 'implemented-on-any') sort
WHERE p.kind = 'implemented-on' AND p.basis >= (SELECT trust FROM wanted)
UNION ALL
SELECT 'obliges-any', 'stakeholder', m.id, t.id FROM link l JOIN meant m ON m.link = l.id JOIN start t ON t.link = l.id WHERE l.kind = 'involves';
DROP TABLE IF EXISTS fits_line;
CREATE TABLE fits_line AS
SELECT m.id measure, l.at, l.chapter FROM said_placement l JOIN entry m ON m.kind = 'measure' AND NOT m.heading
WHERE l.basis >= (SELECT trust FROM wanted)
  AND NOT EXISTS (SELECT 1 FROM said_place_of w WHERE w.at = l.at AND w.sort <> 'counters-origins' AND NOT EXISTS (
    SELECT 1 FROM placed_by b JOIN up ON up.kind = b.kind AND up.id = b.id JOIN said_place_of o ON o.at = l.at AND o.sort = w.sort AND o.id = up.above
    WHERE b.measure = m.id AND b.sort = w.sort))
  AND NOT EXISTS (SELECT 1 FROM placed_by b WHERE b.measure = m.id AND b.sort = 'implemented-within'
    AND EXISTS (SELECT 1 FROM said_place_of w WHERE w.at = l.at AND w.sort = b.sort) AND NOT EXISTS (
      SELECT 1 FROM up JOIN said_place_of w ON w.at = l.at AND w.sort = b.sort AND w.id = up.above WHERE up.kind = 'component' AND up.id = b.id));

DROP TABLE IF EXISTS sound;
CREATE TABLE sound AS
SELECT s.id FROM explained s JOIN given g ON (g.service, g.property, g.level) = (s.service, s.property, s.level) WHERE s.rule = 'level-given'

UNION SELECT s.id FROM explained s JOIN by_line_of_type t ON (t.service, t.property, t.level) = (s.service, s.property, s.level)
WHERE s.rule = 'level-by-type' AND s.open = (SELECT count(*) > 1 FROM required r WHERE (r.service, r.property) = (s.service, s.property))

UNION SELECT s.id FROM explained s JOIN required r ON (r.service, r.property, r.level) = (s.service, s.property, s.level)
WHERE s.rule IN ('level-by-criterion', 'level-open')
  AND (s.rule = 'level-by-criterion') = ((s.service, s.property, s.level) IN (SELECT service, property, level FROM by_criterion))
  AND s.open = (SELECT count(*) > 1 FROM required o WHERE (o.service, o.property) = (s.service, s.property))
  AND (s.service, s.property) NOT IN (SELECT service, property FROM given UNION SELECT service, property FROM by_line_of_type)

UNION SELECT s.id FROM explained s JOIN possible_pattern p ON (p.service, p.pattern) = (s.service, s.pattern)
WHERE s.rule = 'pattern-fits' AND s.open = (SELECT count(*) > 1 FROM fitting_pattern f WHERE f.service = s.service)
  AND NOT EXISTS (SELECT 1 FROM needs n WHERE n.step = s.id AND (n.service <> s.service OR NOT EXISTS (
    SELECT 1 FROM said_pattern_level l WHERE (l.pattern, l.property, l.level) = (s.pattern, n.property, n.level)
      AND l.basis >= (SELECT trust FROM wanted))))
  AND (SELECT count(DISTINCT property) FROM needs n WHERE n.step = s.id) = (
    SELECT count(*) FROM said_pattern_level l JOIN entry p ON p.kind = 'property' AND p.id = l.property AND NOT p.heading
    WHERE l.pattern = s.pattern AND l.basis >= (SELECT trust FROM wanted) AND l.property IN (SELECT property FROM said_scale))

UNION SELECT s.id FROM explained s JOIN labelled c ON c.label = s.component AND c.users = s.service
WHERE s.rule IN ('component-listed', 'component-own')
  AND (s.rule = 'component-listed') = EXISTS (
    SELECT 1 FROM made_of m JOIN said_case k ON k.system_case = m.system_case JOIN entry e ON e.kind = 'case' AND e.id = m.system_case
    WHERE m.service = c.home AND k.instance = c.code AND k.type = c.type AND k.basis >= (SELECT trust FROM wanted))

UNION SELECT s.id FROM explained s JOIN service v ON v.id = s.service
JOIN said_always a ON a.basis >= (SELECT trust FROM wanted)
JOIN entry e ON e.kind = 'stakeholder' AND e.id = a.stakeholder AND NOT e.heading
JOIN up ON up.kind = 'stakeholder' AND up.id = e.id AND up.above = s.stakeholder
WHERE s.rule = 'stakeholder-always' AND (up.depth = 0 OR s."or-under" = s.stakeholder)

UNION SELECT s.id FROM explained s JOIN service v ON v.id = s.service
JOIN needs n ON n.step = s.id
JOIN labelled c ON c.label = n.component AND instr('+' || c.users || '+', '+' || s.service || '+')
JOIN entry o ON o.kind = 'stakeholder' AND o.id = c.operator
JOIN up who ON who.kind = 'stakeholder' AND who.above = o.id
JOIN entry e ON e.kind = 'stakeholder' AND e.id = who.id AND NOT e.heading
JOIN up ON up.kind = 'stakeholder' AND up.id = e.id AND up.above = s.stakeholder
WHERE s.rule = 'stakeholder-operates' AND (up.depth = 0 OR s."or-under" = s.stakeholder)

UNION SELECT s.id FROM explained s JOIN needs n ON n.step = s.id AND n.component = s.component
JOIN labelled c ON c.label = s.component
JOIN up ON up.kind = 'component' AND up.id = c.type
JOIN pair p ON p.kind = 'carries' AND p."from" = up.above AND p."to" = s.asset AND s.link = up.above || ' carries ' || s.asset
WHERE s.rule = 'asset-carried' AND NOT EXISTS (
  SELECT 1 FROM up lower JOIN said_pair l ON l.kind = 'lacks' AND l."from" = lower.above AND l."to" = s.asset
  AND l.basis >= (SELECT trust FROM wanted) JOIN entry e ON e.kind = 'component' AND e.id = lower.above
  WHERE lower.kind = 'component' AND lower.id = c.type AND lower.depth <= up.depth)

UNION SELECT s.id FROM explained s LEFT JOIN entry a ON a.kind = 'asset' AND a.id = s.asset AND NOT a.heading
WHERE s.rule = 'asset-of-service' AND s.component IS NULL
  AND CASE WHEN s.asset IS NULL THEN NOT EXISTS (SELECT 1 FROM said_entry WHERE kind = 'asset')
           ELSE a.id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM said_entry WHERE kind = 'component') END

UNION SELECT s.id FROM explained s JOIN up ON up.kind = 'asset' AND up.id = s.asset
JOIN pair p ON p.kind = 'has-nature' AND p."from" = up.above AND p."to" = s.nature
WHERE s.rule = 'nature' AND s.link = up.above || ' has-nature ' || s.nature

UNION SELECT s.id FROM explained s JOIN entry t ON t.kind = 'threat' AND t.id = s.threat AND NOT t.heading
WHERE s.rule = 'harm' AND CASE WHEN s.property IS NULL THEN NOT EXISTS (SELECT 1 FROM said_entry WHERE kind = 'property')
  ELSE EXISTS (SELECT 1 FROM said_harm h JOIN entry p ON p.kind = 'property' AND p.id = h.property
    WHERE h.threat = s.threat AND h.property = s.property AND h.basis >= (SELECT trust FROM wanted)) END

-- A limit by properties can be written in a link alone; the tables have none.
UNION SELECT s.id FROM explained s JOIN up ON up.kind = 'threat' AND up.id = s.threat
JOIN pair p ON p.kind = 'works-by' AND p."from" = up.above AND p."to" = s.mechanism
WHERE s.rule = 'mechanism' AND s.link = up.above || ' works-by ' || s.mechanism

-- `effect`: what is said of a nature, by distance; nothing at least as near may spare it.
UNION SELECT s.id FROM explained s
JOIN effect a ON a.mechanism = s.mechanism AND a.nature = s.nature AND a.property = coalesce(s.property, '-') AND NOT a.spares AND a.held
WHERE s.rule = 'direct-harm' AND a.link = s.link AND NOT EXISTS (
  SELECT 1 FROM effect o WHERE o.spares AND o.held AND (o.mechanism, o.nature, o.property) = (a.mechanism, a.nature, a.property)
    AND (o.far, o.farther) <= (a.far, a.farther))

UNION SELECT s.id FROM explained s JOIN weakness w ON (w.vulnerability, w.asset, w.threat) = (s.vulnerability, s.asset, s.threat)
WHERE s.rule = 'weakness'

UNION SELECT s.id FROM explained s JOIN based ON based.id = s.id
JOIN needs w ON w.step = s.id AND w."is" = 'works-by' AND (w.threat, w.property) IS (s.threat, s.property)
JOIN needs a ON a.step = s.id AND a."is" = 'acts-on' AND (a.mechanism, a.property) IS (w.mechanism, s.property)
JOIN needs n ON n.step = s.id AND n."is" = 'is-of-nature' AND n.nature = a.nature
WHERE s.rule = 'exposed-by-mechanism'

UNION SELECT s.id FROM explained s JOIN based ON based.id = s.id JOIN kept k ON k.step = s.id
JOIN link l ON l.id = s.link AND l.kind = 'exposes'
WHERE s.rule = 'exposed-outright'
  AND EXISTS (SELECT 1 FROM start t JOIN up ON up.kind = 'threat' AND up.id = s.threat AND up.above = t.id WHERE t.link = l.id)
  AND EXISTS (SELECT 1 FROM "end" e JOIN up ON up.kind = 'asset' AND up.id = s.asset AND up.above = e.id WHERE e.link = l.id)
  AND (NOT EXISTS (SELECT 1 FROM said_limit m WHERE m.link = l.id AND m.sort = 'natures') OR EXISTS (
    SELECT 1 FROM needs n JOIN up ON up.kind = 'nature' AND up.id = n.nature JOIN entry e ON e.kind = 'nature' AND e.id = up.above
    JOIN said_limit m ON m.link = l.id AND m.sort = 'natures' AND m.id = e.id WHERE n.step = s.id AND n."is" = 'is-of-nature'))

UNION SELECT s.id FROM explained s JOIN based ON based.id = s.id
WHERE s.rule = 'exposed-to-all' AND (s.asset IS NULL OR NOT EXISTS (SELECT 1 FROM said_entry WHERE kind = 'mechanism')
  AND NOT EXISTS (SELECT 1 FROM said_link WHERE kind = 'exposes'))

UNION SELECT s.id FROM explained s JOIN kept k ON k.step = s.id JOIN explained x ON x.id = k.at
JOIN link l ON l.id = s.link AND l.kind = s.rule
JOIN start t ON t.link = l.id AND t.id = CASE s.rule WHEN 'counters' THEN s.measure ELSE s.control END
WHERE s.rule IN ('counters', 'mitigates')
  AND EXISTS (SELECT 1 FROM "end" e JOIN up ON up.kind = 'threat' AND up.id = x.threat AND up.above = e.id WHERE e.link = l.id)
  AND x.within IS CASE WHEN EXISTS (SELECT 1 FROM said_limit m WHERE m.link = l.id AND m.sort = 'natures') THEN l.id END
  AND ((s.component, s.asset, s.threat, s.property, s.vulnerability) IS (NULL, NULL, NULL, NULL, NULL)
    OR (s.component, s.asset, s.threat, s.property, s.vulnerability) IS (x.component, x.asset, x.threat, x.property, x.vulnerability))
  AND s.id NOT IN (SELECT id FROM misjudged)

UNION SELECT s.id FROM explained s JOIN link l ON l.id = s.link AND l.kind = 'involves'
JOIN meant m ON m.link = l.id AND m.id = s.measure
WHERE s.rule = 'involves' AND (s.component, s.asset, s.threat, s.property, s.vulnerability) IS (NULL, NULL, NULL, NULL, NULL) AND s.id NOT IN (SELECT id FROM misjudged)
  AND (SELECT count(DISTINCT service) FROM needs n WHERE n.step = s.id) = 1
  AND CASE WHEN l.joint
    THEN (SELECT count(*) FROM needs n WHERE n.step = s.id AND n."is" = 'has-stakeholder') = (SELECT count(*) FROM said_start t WHERE t.link = l.id)
      AND NOT EXISTS (SELECT 1 FROM said_start t WHERE t.link = l.id AND t.id NOT IN (SELECT "or-under" FROM needs n WHERE n.step = s.id AND "or-under" IS NOT NULL))
    ELSE (SELECT count(*) FROM needs n WHERE n.step = s.id AND n."is" = 'has-stakeholder' AND n."or-under" IS NULL) = 1
      AND EXISTS (SELECT 1 FROM needs n JOIN up ON up.kind = 'stakeholder' AND up.id = n.stakeholder JOIN start t ON t.link = l.id AND t.id = up.above
                  WHERE n.step = s.id) END

-- One of them is called for at the exposure that the conclusion is about, or at which the limits are met; whether it is open is the second
-- computation's matter.
UNION SELECT s.id FROM explained s JOIN link l ON l.id = s.link AND l.kind = 'requires'
JOIN meant m ON m.link = l.id AND m.kind = CASE WHEN s.measure IS NULL THEN 'control' ELSE 'measure' END AND m.id = coalesce(s.measure, s.control)
LEFT JOIN kept k ON k.step = s.id LEFT JOIN explained x ON x.id = k.at
WHERE s.rule = 'requires'
  AND NOT EXISTS (SELECT 1 FROM requiring r WHERE r.step = s.id AND r.kind = m.kind AND r.id = m.id)
  AND (SELECT count(*) FROM needs n WHERE n.step = s.id AND n."is" = 'is-called-for') = (SELECT count(DISTINCT id) FROM requiring r WHERE r.step = s.id)
  AND (SELECT count(DISTINCT id) FROM requiring r WHERE r.step = s.id) = CASE WHEN l.joint THEN (SELECT count(*) FROM said_start t WHERE t.link = l.id) ELSE 1 END
  AND (SELECT count(*) FROM held_at h WHERE h.step = s.id)
    = (s.threat IS NOT NULL OR EXISTS (SELECT 1 FROM said_limit m WHERE m.link = l.id))
  AND ((s.component, s.asset, s.threat, s.property, s.vulnerability) IS (NULL, NULL, NULL, NULL, NULL)
    OR (s.component, s.asset, s.threat, s.property, s.vulnerability) IS (x.component, x.asset, x.threat, x.property, x.vulnerability))
  AND (x.id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM said_limit m WHERE m.link = l.id))
  AND EXISTS (SELECT 1 FROM said_limit m WHERE m.link = l.id AND m.sort = 'natures') = EXISTS (
    SELECT 1 FROM needs n WHERE n.step = s.id AND n."is" = 'is-exposed' AND n.within = l.id
      AND (n.component, n.asset, n.threat, n.property, n.vulnerability) IS (x.component, x.asset, x.threat, x.property, x.vulnerability))

UNION SELECT s.id FROM explained s JOIN said_link l ON l.id = s.link AND l.kind = 'originates-from' AND l.basis >= (SELECT trust FROM wanted)
JOIN said_end e ON e.link = l.id AND e.id = s.origin
JOIN entry o ON o.kind IN ('control', 'document', 'consideration') AND o.id = s.origin
JOIN said_start t ON t.link = l.id JOIN entry f ON f.kind = 'measure' AND f.id = t.id
JOIN up ON up.kind = 'measure' AND up.id = s.measure AND up.above = t.id
WHERE s.rule = 'lineage' AND NOT (l.joint AND EXISTS (
  SELECT 1 FROM said_start every WHERE every.link = l.id AND every.id NOT IN (SELECT id FROM entry WHERE kind = 'measure')))

UNION SELECT s.id FROM explained s JOIN said_class c ON c.measure = s.measure AND c.class = s.class AND c.basis >= (SELECT trust FROM wanted)
JOIN entry e ON e.kind = 'class' AND e.id = c.class
WHERE s.rule = 'class'

-- Of what the lines ask, the origins of threats are not looked at, nor which line comes first.
UNION SELECT s.id FROM explained s JOIN fits_line l ON l.measure = s.measure AND l.chapter = s.chapter
JOIN entry c ON c.kind = 'chapter' AND c.id = s.chapter
WHERE s.rule = 'placed'

-- Which of several is the strictest, and in which service what concerns no component is called for, is the second computation's matter.
UNION SELECT s.id FROM explained s
JOIN value_text v ON v.measure = s.measure AND v."key" = s.indicator AND v.pattern IS s.pattern AND v.text = s.value AND v.basis >= (SELECT trust FROM wanted)
JOIN said_indicator i ON i.measure = s.measure AND i."key" = s.indicator AND i.basis >= (SELECT trust FROM wanted)
JOIN needs n ON n.step = s.id AND n."is" = 'is-called-for' AND n.measure = s.measure
LEFT JOIN labelled c ON c.label = n.component
WHERE s.rule = CASE WHEN coalesce(s.service, '') LIKE '%+%' THEN 'value-strictest' ELSE 'value-published' END
  AND (n.component IS NULL OR c.users = coalesce(s.service, c.users))
  AND CASE WHEN s.service IS NULL THEN (SELECT count(*) FROM service) = 1 ELSE c.users IS NOT NULL OR s.service IN (SELECT id FROM service) END
  AND NOT EXISTS (SELECT 1 FROM needs p WHERE p.step = s.id AND p."is" = 'may-be-of-pattern' AND (
    p.pattern IS NOT s.pattern AND (s.service IS NULL OR (p.service, p.pattern) NOT IN (SELECT service, pattern FROM only_pattern))
    OR s.service IS NOT NULL AND NOT instr('+' || s.service || '+', '+' || p.service || '+')))
  AND NOT EXISTS (SELECT 1 FROM service v
    WHERE (s.service IS NULL OR instr('+' || s.service || '+', '+' || v.id || '+'))
      AND ((v.id, s.pattern) IN (SELECT service, pattern FROM possible_pattern)
        OR s.pattern IS NOT NULL AND v.id IN (SELECT service FROM only_pattern))
      AND NOT EXISTS (SELECT 1 FROM needs p WHERE p.step = s.id AND p."is" = 'may-be-of-pattern' AND p.service = v.id));
CREATE INDEX sounds ON sound(id);
