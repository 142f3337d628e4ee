-- A link that names a candidate says something of it where every sort of limit that it has names the candidate's own, or what that lies
-- under, and what it names is believed. It is no firmer than that the limits are met.

DROP TABLE IF EXISTS said_of;
CREATE TABLE said_of AS
WITH met AS (
  SELECT n.number, n.link, m.sort, max(min(c.basis, e.basis)) basis
  FROM named n
  JOIN said_limit m ON m.link = n.link
  JOIN circumstance c ON c.number = n.number AND c.sort = m.sort
  JOIN up ON up.kind = c.kind AND up.id = c.id AND up.above = m.id
  JOIN entry e ON e.kind = c.kind AND e.id = m.id
  GROUP BY n.number, n.link, m.sort)
SELECT n.number, n.link, min(n.basis, coalesce(min(met.basis), 2)) basis
FROM named n LEFT JOIN met ON met.number = n.number AND met.link = n.link
GROUP BY n.number, n.link
HAVING count(met.sort) = (SELECT count(DISTINCT sort) FROM said_limit WHERE link = n.link);
