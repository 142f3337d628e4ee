-- How often the catalogues and services use each part of the model, and how often it makes a difference.

WITH
tree(kind) AS (VALUES ('property'), ('origin'), ('nature'), ('mechanism'), ('component'), ('asset'), ('threat'), ('vulnerability'),
  ('control'), ('measure'), ('stakeholder'), ('exclusion'), ('pattern'), ('type'), ('case')),
base(basis) AS (VALUES (0), (1), (2)),
pairs(kind) AS (VALUES ('carries'), ('lacks'), ('has-nature'), ('works-by')),
links(kind) AS (VALUES ('counters'), ('mitigates'), ('exposes'), ('involves'), ('requires')),
sorts(sort) AS (VALUES ('properties'), ('origins'), ('natures'), ('components'), ('assets'), ('threats'), ('vulnerabilities')),
edits(what) AS (VALUES ('withdraw link'), ('withdraw control'), ('withdraw measure'), ('withdraw exclusion'), ('replace threat origin'),
  ('replace measure indicators'), ('add component carries'), ('withdraw component carries'), ('add component lacks'),
  ('withdraw component lacks'), ('add asset natures'), ('withdraw asset natures'), ('add measure patterns'), ('withdraw measure patterns'),
  ('add control patterns'), ('withdraw control patterns'), ('add threat harms'), ('withdraw threat harms'), ('add threat mechanisms'),
  ('withdraw threat mechanisms')),
first(kind, id) AS (SELECT CASE kind WHEN 'counters' THEN 'measure' ELSE 'control' END, member FROM line
  UNION SELECT CASE kind WHEN 'counters' THEN 'measure' ELSE 'control' END, member FROM open_line
  UNION SELECT 'measure', measure FROM obligation UNION SELECT 'measure', measure FROM open_obligation),
-- where a link with such a limit names an exposure, or what may be one, and whether all its limits are met there
limited(kind, sort, met) AS (
  SELECT l.kind, m.sort, (n.number, n.link) IN (SELECT number, link FROM said_of)
  FROM named n JOIN link l ON l.id = n.link JOIN (SELECT DISTINCT link, sort FROM said_limit) m ON m.link = n.link)

-- entries and their trees
SELECT kind || ' under another' feature, (SELECT count(*)
FROM said_entry e WHERE e.kind = tree.kind AND e.parent IS NOT NULL) times FROM tree
UNION ALL SELECT kind || ' under one under another', (SELECT count(*) FROM up WHERE up.kind = tree.kind AND up.depth = 2) FROM tree
UNION ALL SELECT 'heading of ' || kind, (SELECT count(*) FROM said_entry e WHERE e.kind = tree.kind AND e.heading) FROM tree
UNION ALL SELECT kind || ' of basis ' || basis, (SELECT count(*) FROM said_entry e WHERE e.kind = tree.kind AND e.basis = base.basis)
FROM tree, base

-- statements of every basis
UNION ALL SELECT kind || ' of basis ' || basis, (SELECT count(*) FROM said_pair p WHERE p.kind = pairs.kind AND p.basis = base.basis)
FROM pairs, base
UNION ALL SELECT 'harm of basis ' || basis, (SELECT count(*) FROM said_harm h WHERE h.basis = base.basis) FROM base
UNION ALL SELECT 'origin of a threat of basis ' || basis, (SELECT count(*) FROM said_origin o WHERE o.basis = base.basis) FROM base
UNION ALL SELECT 'acts-on of basis ' || basis, (SELECT count(*) FROM said_effect e WHERE NOT e.spares AND e.basis = base.basis) FROM base
UNION ALL SELECT 'spares of basis ' || basis, (SELECT count(*) FROM said_effect e WHERE e.spares AND e.basis = base.basis) FROM base
UNION ALL SELECT 'asset or threat of a vulnerability of basis ' || basis, (SELECT count(*) FROM said_weakness w WHERE w.basis = base.basis)
FROM base
UNION ALL SELECT 'always of basis ' || basis, (SELECT count(*) FROM said_always a WHERE a.basis = base.basis) FROM base
UNION ALL SELECT 'exclusion by component of basis ' || basis, (SELECT count(*) FROM said_exclusion x WHERE x.sort = 'components'
  AND x.basis = base.basis) FROM base
UNION ALL SELECT 'exclusion by operator of basis ' || basis, (SELECT count(*) FROM said_exclusion x WHERE x.sort = 'operators'
  AND x.basis = base.basis) FROM base
UNION ALL SELECT 'link that ' || kind || ' of basis ' || basis, (SELECT count(*) FROM said_link l WHERE l.kind = links.kind
  AND l.basis = base.basis) FROM links, base
UNION ALL SELECT 'component of a case of basis ' || basis, (SELECT count(*) FROM said_case c WHERE c.basis = base.basis) FROM base
UNION ALL SELECT 'level of a pattern of basis ' || basis, (SELECT count(*) FROM said_pattern_level l WHERE l.basis = base.basis) FROM base
UNION ALL SELECT 'level of a type of basis ' || basis, (SELECT count(*) FROM said_type_level l WHERE l.basis = base.basis) FROM base
UNION ALL SELECT 'criterion of basis ' || basis, (SELECT count(*) FROM said_rule r WHERE r.basis = base.basis) FROM base
UNION ALL SELECT 'value of basis ' || basis, (SELECT count(*) FROM said_value v WHERE v.basis = base.basis) FROM base
UNION ALL SELECT 'direction of basis ' || basis, (SELECT count(*) FROM said_indicator i WHERE i.direction IS NOT NULL
  AND i.direction_basis = base.basis) FROM base
UNION ALL SELECT kind || ' in a pattern of basis ' || basis, (SELECT count(*) FROM said_call c WHERE c.kind = tree.kind
  AND c.basis = base.basis) FROM tree, base WHERE kind IN ('measure', 'control')

-- what patterns select
UNION ALL SELECT 'answer that is ' || word, (SELECT count(*) FROM party_called p WHERE p.state = s.state)
FROM (SELECT 0 state, 'not called for' word UNION SELECT 1, 'open') s
UNION ALL SELECT 'answer that is surely called for in some patterns alone', (SELECT count(*) FROM party_called p
  WHERE p.state = 2 AND EXISTS (SELECT 1 FROM wide_line w JOIN said_call c ON c.id = w.member
                                WHERE w.number = p.number AND w.party = p.party))
UNION ALL SELECT 'obligation that is open', count(*) FROM open_obligation
UNION ALL SELECT 'obligation that is not called for', (SELECT count(*) FROM wide_obligation) - (SELECT count(*) FROM obligation)
  - (SELECT count(*) FROM open_obligation)

-- what is required; `first` is what is selected anyway
UNION ALL SELECT 'requirement of basis ' || basis || CASE sure WHEN 1 THEN '' ELSE ' where some is open' END,
  (SELECT count(*) FROM requirement r WHERE r.basis = base.basis AND r.sure = s.sure) FROM base, (SELECT 0 sure UNION SELECT 1) s
UNION ALL SELECT 'requirement of a ' || kind || ' that nothing else calls for', (SELECT count(DISTINCT r.id) FROM requirement r
  WHERE r.kind = tree.kind AND r.sure AND (r.kind, r.id) NOT IN (SELECT kind, id FROM first)) FROM tree WHERE kind IN ('measure', 'control')
UNION ALL SELECT 'requirement by what is required itself', (SELECT count(*) FROM requirement r JOIN requirer q ON q.link = r.link
  AND q.party = r.party WHERE (q.kind, q.id) NOT IN (SELECT kind, id FROM first))
UNION ALL SELECT 'requirement by several together', (SELECT count(*) FROM requirement r
  WHERE (SELECT count(*) FROM requirer q WHERE q.link = r.link AND q.party = r.party) > 1)
UNION ALL SELECT 'requirement by two that one another requires', (SELECT count(*) FROM requirement r JOIN requirer q ON q.link = r.link
  AND q.party = r.party JOIN requirement back ON back.kind = q.kind AND back.id = q.id
  JOIN requirer p ON p.link = back.link AND p.party = back.party AND p.kind = r.kind AND p.id = r.id)
UNION ALL SELECT 'requirement by a heading', (SELECT count(*) FROM requirement r WHERE NOT EXISTS (
  SELECT 1 FROM said_end x WHERE x.link = r.link AND x.id = r.id))
UNION ALL SELECT 'requirement that would be of itself', (SELECT count(*) FROM requirement r JOIN requirer q ON q.link = r.link
  AND q.party = r.party JOIN meant m ON m.link = q.link AND m.kind = q.kind AND m.id = q.id)
UNION ALL SELECT 'requirement where a stakeholder is', (SELECT count(*) FROM requirement WHERE sort = 'service')
UNION ALL SELECT 'requirement that is lost as a limit knows no stakeholders', (SELECT count(*) FROM requirer q
  JOIN at_work w ON w.kind = q.kind AND w.id = q.id AND w.sort = 'service' WHERE q.link NOT IN (SELECT link FROM requirement))
UNION ALL SELECT 'requirement that is certain and open', (SELECT count(*) FROM requirement r JOIN requirement o
  ON o.link = r.link AND o.party = r.party AND o.id = r.id WHERE r.sure AND NOT o.sure
  AND (o.link, o.party, o.id, o.sort, o.place) NOT IN (SELECT link, party, id, sort, place FROM requirement WHERE sure))
UNION ALL SELECT 'requirement in a pattern that does not call for it', (SELECT count(*) FROM requirement r JOIN called c ON c.kind = r.kind
  AND c.id = r.id AND c.state = 0 WHERE r.sure)
UNION ALL SELECT 'requirement less firm here than elsewhere', (SELECT count(*) FROM requirement r JOIN requirement o
  ON o.link = r.link AND o.party = r.party AND o.id = r.id AND o.sure = r.sure WHERE r.basis < o.basis)
UNION ALL SELECT 'value of what is only required', (SELECT count(*) FROM grade WHERE state = 'known'
  AND ('measure', measure) NOT IN (SELECT kind, id FROM first))

-- links
UNION ALL SELECT 'starts that count together of a link that ' || kind,
  (SELECT count(*) FROM said_link l WHERE l.kind = links.kind AND l.joint AND (SELECT count(*) FROM said_start s WHERE s.link = l.id) > 1)
FROM links
UNION ALL SELECT 'starts that count alone of a link that ' || kind,
  (SELECT count(*) FROM said_link l WHERE l.kind = links.kind AND NOT l.joint
  AND (SELECT count(*) FROM said_start s WHERE s.link = l.id) > 1) FROM links
UNION ALL SELECT 'heading at the end of a link that ' || kind,
  (SELECT count(*) FROM said_link l JOIN end_kind k ON k.link_kind = l.kind JOIN said_end x ON x.link = l.id
   JOIN said_entry e ON e.kind = k.end_kind AND e.id = x.id AND e.heading WHERE l.kind = links.kind) FROM links
UNION ALL SELECT 'limit by ' || sort || ' that lets through what ' || kind, (SELECT count(*)
FROM limited m WHERE m.kind = links.kind AND m.sort = sorts.sort AND m.met)
FROM links, sorts WHERE kind IN ('counters', 'mitigates', 'requires')
UNION ALL SELECT 'limit by ' || sort || ' that keeps out what ' || kind, (SELECT count(*)
FROM limited m WHERE m.kind = links.kind AND m.sort = sorts.sort AND NOT m.met)
FROM links, sorts WHERE kind IN ('counters', 'mitigates', 'requires')
UNION ALL SELECT 'limit by ' || sort || ' of what exposes',
  (SELECT count(*) FROM said_limit m JOIN said_link l ON l.id = m.link AND l.kind = 'exposes' WHERE m.sort = sorts.sort) FROM sorts

-- edits
UNION ALL SELECT what, (SELECT count(*) FROM said_edit e WHERE e.what = edits.what) FROM edits

-- values, levels
UNION ALL SELECT 'value ' || sort, (SELECT count(*) FROM said_value v WHERE v.sort = s.sort)
FROM (SELECT 'number' sort UNION SELECT 'free' UNION SELECT 'unknown' UNION SELECT 'done' UNION SELECT 'full') s
UNION ALL SELECT 'rate', count(*) FROM said_value WHERE per_unit IS NOT NULL
UNION ALL SELECT 'value at least', count(*) FROM said_value WHERE text LIKE 'at least%'
UNION ALL SELECT 'value at most', count(*) FROM said_value WHERE text LIKE 'at most%' OR text LIKE 'within%'
UNION ALL SELECT 'starred number', count(*) FROM said_value WHERE starred AND sort = 'number'
UNION ALL SELECT 'starred word', count(*) FROM said_value WHERE starred AND sort <> 'number'
UNION ALL SELECT 'value of a catalogue without patterns', count(*) FROM said_value WHERE pattern IS NULL
UNION ALL SELECT 'stricter ' || direction, (SELECT count(*) FROM said_indicator i WHERE i.direction = d.direction)
FROM (SELECT 'lower' direction UNION SELECT 'higher') d
UNION ALL SELECT 'type that leaves the whole scale open', count(*) FROM said_type_level WHERE level IS NULL
UNION ALL SELECT 'type that leaves some levels open',
  count(*) FROM (SELECT 1 FROM said_type_level GROUP BY type, property HAVING count(*) > 1)
UNION ALL SELECT 'criterion of several questions', count(*) FROM (SELECT 1 FROM said_condition GROUP BY property, at HAVING count(*) > 1)

-- services
UNION ALL SELECT 'service of a type', count(*) FROM service WHERE type <> ''
UNION ALL SELECT 'given level', count(*) FROM given
UNION ALL SELECT 'answer', count(*) FROM answer
UNION ALL SELECT 'component with an operator', count(*) FROM instance WHERE operator IS NOT NULL
UNION ALL SELECT 'component that is part of another', count(*) FROM instance WHERE part_of IS NOT NULL
UNION ALL SELECT 'component of a case', count(*) FROM instance i JOIN said_case c ON c.instance = i.code
UNION ALL SELECT 'component that several services share', count(*) FROM component WHERE users LIKE '%+%'
UNION ALL SELECT 'component that is out of scope by ' || x.sort,
  (SELECT count(*) FROM concern c JOIN said_exclusion e ON e.exclusion = c.exclusion
  AND e.sort = x.sort WHERE c.basis >= (SELECT trust FROM wanted))
FROM (SELECT 'components' sort UNION SELECT 'operators') x
UNION ALL SELECT 'part of what is out of scope', count(*) FROM concern WHERE above <> code AND basis >= (SELECT trust FROM wanted)
UNION ALL SELECT 'component in scope as trust hides an exclusion', count(*)
FROM concern JOIN component c ON c.home = concern.home AND c.code = concern.code

-- what follows
UNION ALL SELECT 'asset that a type lacks', (SELECT count(*) FROM component c JOIN up ON up.kind = 'component' AND up.id = c.type
  JOIN pair p ON p.kind = 'carries' AND p."from" = up.above WHERE (c.place, p."to") NOT IN (SELECT place, asset FROM asset))
UNION ALL SELECT 'asset as trust hides that it is lacking', (SELECT count(*) FROM asset a JOIN lack l ON l.type = a.type
  AND l.asset = a.asset WHERE l.basis < (SELECT trust FROM wanted))
UNION ALL SELECT 'asset carried again below a type that lacks it', (SELECT count(*) FROM asset a JOIN lack l ON l.type = a.type
  AND l.asset = a.asset WHERE l.basis >= (SELECT trust FROM wanted))
UNION ALL SELECT 'harm that is spared',
  count(*) FROM effect e WHERE NOT e.spares AND e.held
  AND (e.mechanism, e.nature, e.property) NOT IN (SELECT mechanism, nature, property FROM direct)
UNION ALL SELECT 'harm as trust hides that it is spared',
  count(*) FROM effect e JOIN direct d ON d.mechanism = e.mechanism AND d.nature = e.nature AND d.property = e.property
WHERE e.spares AND NOT e.held
UNION ALL SELECT 'exposure of basis ' || basis, (SELECT count(*) FROM exposure x WHERE x.basis = base.basis) FROM base
UNION ALL SELECT 'exposure by a mechanism', count(DISTINCT number) FROM ground WHERE nature IS NOT NULL
UNION ALL SELECT 'exposure that is stated outright',
  count(DISTINCT x.number) FROM exposure x JOIN ground g ON g.number = x.number AND g.nature IS NULL
WHERE EXISTS (SELECT 1 FROM said_link WHERE kind = 'exposes')
UNION ALL SELECT 'exposure by several grounds', count(*) FROM (SELECT 1 FROM ground GROUP BY number HAVING count(*) > 1)
UNION ALL SELECT 'exposure through a vulnerability', count(*) FROM exposure WHERE vulnerability IS NOT NULL
UNION ALL SELECT 'exposure of a service as a whole', count(*) FROM exposure WHERE place = '-'
UNION ALL SELECT 'exposure that nothing answers', count(*) FROM exposure WHERE number NOT IN (SELECT number FROM line)
UNION ALL SELECT 'exposure that is accepted', count(*) FROM accepted
UNION ALL SELECT 'shared exposure that is accepted', count(DISTINCT o.number) FROM accepted a JOIN owner o ON o.number = a.number
WHERE EXISTS (SELECT 1 FROM owner other WHERE other.number = o.number AND other.service <> o.service)
UNION ALL SELECT 'exposure that some accept who share it', count(DISTINCT o.number) FROM owner o JOIN exposure x ON x.number = o.number
JOIN acceptance a ON a.service = o.service AND a.threat = x.threat AND coalesce(a.asset, '-') = x.asset
WHERE o.number NOT IN (SELECT number FROM accepted)
UNION ALL SELECT 'threat that reaches nothing', count(*) FROM threat WHERE id NOT IN (SELECT threat FROM exposure)
UNION ALL SELECT 'line that ' || kind || ' of basis ' || basis, (SELECT count(*)
FROM line l WHERE l.kind = links.kind AND l.basis = base.basis)
FROM links, base WHERE kind IN ('counters', 'mitigates')
UNION ALL SELECT 'line less firm than its exposure', count(*) FROM line l JOIN exposure x ON x.number = l.number AND l.basis < x.basis
UNION ALL SELECT 'line of several together', count(*) FROM (SELECT 1 FROM line GROUP BY number, party HAVING count(*) > 1)
UNION ALL SELECT 'obligation', count(*) FROM obligation
UNION ALL SELECT 'service of several possible patterns', count(*) FROM (SELECT 1 FROM possible_pattern GROUP BY service HAVING count(*) > 1)
UNION ALL SELECT 'service with levels that answers rule out for its type',
  count(*) FROM (SELECT service, property FROM by_type WHERE believed EXCEPT SELECT service, property FROM settled)
UNION ALL SELECT 'hidden pattern that fits', count(*) FROM fitting_pattern WHERE hidden
UNION ALL SELECT 'value for one service beside a hidden pattern',
  count(*) FROM grade g JOIN beside_hidden b ON b.measure = g.measure AND b.users = g.users
WHERE g.users NOT LIKE '%+%' AND g.state = 'known'
UNION ALL SELECT 'shared value beside a hidden pattern',
  count(DISTINCT g.measure || g."key" || g.users) FROM grade g JOIN beside_hidden b ON b.measure = g.measure AND b.users = g.users
WHERE g.users LIKE '%+%' AND g.state = 'known'
UNION ALL SELECT 'limit that names what is hidden', count(*) FROM named n JOIN said_limit m ON m.link = n.link
JOIN (SELECT DISTINCT sort, kind FROM circumstance) s ON s.sort = m.sort JOIN said_entry e ON e.kind = s.kind AND e.id = m.id
WHERE e.basis < (SELECT trust FROM wanted)
UNION ALL SELECT 'operator that is hidden', count(*) FROM component c JOIN said_entry e ON e.kind = 'stakeholder' AND e.id = c.operator
WHERE e.basis < (SELECT trust FROM wanted)
UNION ALL SELECT 'exposure stated outright of some natures',
  count(*) FROM ground g JOIN said_limit m ON m.link = g.link AND m.sort = 'natures'
UNION ALL SELECT 'hidden criterion that may decide', count(*) FROM doubtful
UNION ALL SELECT 'value for one service', count(*) FROM grade WHERE users NOT LIKE '%+%' AND state = 'known'
UNION ALL SELECT 'strictest of several values', count(*) FROM strictest s WHERE EXISTS (
  SELECT 1 FROM compared c WHERE c.measure = s.measure AND c."key" = s."key" AND c.users = s.users AND c.one = s.pattern AND c.stricter = 1)
UNION ALL SELECT 'several values of which each may be the strictest',
  count(*) FROM (SELECT 1 FROM strictest GROUP BY measure, "key", users HAVING count(*) > 1)
UNION ALL SELECT 'numbers of which it is hidden which is stricter', count(*) FROM compared WHERE differ AND stricter IS NULL
UNION ALL SELECT 'strictest value less firm than its statement',
  count(*) FROM grade g JOIN strictest s ON s.measure = g.measure AND s."key" = g."key"
  AND s.users = g.users AND s.pattern = g.pattern WHERE g.basis < s.basis
UNION ALL SELECT 'incomplete value', count(*) FROM incomplete
UNION ALL SELECT 'withheld value', count(*) FROM grade WHERE state = 'withheld'
UNION ALL SELECT 'unknown value', count(*) FROM grade WHERE state = 'unknown';
