-- Every asset with every harm that a threat could do to it: which of these are exposures is told by their grounds.

-- Where a vulnerability names both the asset and the threat, an exposure is of that vulnerability, and no firmer than that it does.
DROP TABLE IF EXISTS weak;
CREATE TABLE weak AS
SELECT v.id vulnerability, a.id asset, t.id threat, min(v.basis, max(min(wa.basis, ea.basis)), max(min(wt.basis, et.basis))) basis
FROM entry v
JOIN said_weakness wa ON wa.vulnerability = v.id AND wa.sort = 'asset' AND wa.basis >= (SELECT trust FROM wanted)
JOIN said_weakness wt ON wt.vulnerability = v.id AND wt.sort = 'threat' AND wt.basis >= (SELECT trust FROM wanted)
JOIN entry ea ON ea.kind = 'asset' AND ea.id = wa.target
JOIN entry et ON et.kind = 'threat' AND et.id = wt.target
JOIN up a ON a.kind = 'asset' AND a.above = wa.target
JOIN up t ON t.kind = 'threat' AND t.above = wt.target
WHERE v.kind = 'vulnerability' AND NOT v.heading
GROUP BY v.id, a.id, t.id;

DROP TABLE IF EXISTS candidate;
CREATE TABLE candidate AS
SELECT row_number() OVER (ORDER BY a.place, a.asset, h.threat, h.property, w.vulnerability) number,
  a.place, a.type, a.asset, h.threat, h.property, w.vulnerability, min(a.basis, h.basis, coalesce(w.basis, 2)) basis
FROM asset a JOIN harm h LEFT JOIN weak w ON w.asset = a.asset AND w.threat = h.threat;
CREATE UNIQUE INDEX candidates ON candidate(number);
CREATE INDEX candidates_by_threat ON candidate(threat);

-- What each is, in the words of limits, and how firm that is where it is not what the candidate is made of.
DROP TABLE IF EXISTS circumstance;
CREATE TABLE circumstance AS
SELECT number, 'properties' sort, 'property' kind, property id, 2 basis FROM candidate
UNION ALL SELECT number, 'components', 'component', type, 2 FROM candidate
UNION ALL SELECT number, 'assets', 'asset', asset, 2 FROM candidate
UNION ALL SELECT number, 'threats', 'threat', threat, 2 FROM candidate
UNION ALL SELECT number, 'vulnerabilities', 'vulnerability', vulnerability, 2 FROM candidate
UNION ALL SELECT c.number, 'natures', 'nature', n.nature, n.basis FROM candidate c JOIN nature_of n ON n.asset = c.asset
UNION ALL SELECT c.number, 'origins', 'origin', o.origin, min(o.basis, e.basis)
FROM candidate c JOIN said_origin o ON o.threat = c.threat AND o.basis >= (SELECT trust FROM wanted)
JOIN entry e ON e.kind = 'origin' AND e.id = o.origin;
CREATE INDEX circumstances ON circumstance(number, sort);

-- The candidates that `exposes` links name, whatever their limits.
DROP TABLE IF EXISTS named;
CREATE TABLE named AS
SELECT c.number, l.id link, min(l.basis, max(s.basis), max(e.basis)) basis
FROM link l
JOIN start s ON s.link = l.id JOIN up t ON t.kind = 'threat' AND t.above = s.id
JOIN "end" e ON e.link = l.id JOIN up a ON a.kind = 'asset' AND a.above = e.id
JOIN candidate c ON c.threat = t.id AND c.asset = a.id
WHERE l.kind = 'exposes'
GROUP BY c.number, l.id;
