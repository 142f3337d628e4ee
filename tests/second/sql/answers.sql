-- 図表35 and 5(b): who answers which exposure; 5(b)③: what is left is what nobody does.

-- A party that answers: all the starts of a link together, or each that holds.
DROP TABLE IF EXISTS line;
CREATE TABLE line AS
SELECT x.number, l.kind, l.id || CASE WHEN l.joint THEN '' ELSE '/' || s.id END party, s.id member,
  CASE WHEN l.joint THEN min(x.basis, o.basis) ELSE min(x.basis, o.basis, s.basis) END basis
FROM said_of o
JOIN exposure x ON x.number = o.number
JOIN link l ON l.id = o.link
JOIN start s ON s.link = l.id;
CREATE INDEX lines ON line(member);
