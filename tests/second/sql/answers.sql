-- 図表35 and 5(b): who answers which exposure; 5(b)③: what is left is what nobody does.

-- A party that answers, whether it is called for or not: all the starts of a link together, or each that holds.
DROP TABLE IF EXISTS wide_line;
CREATE TABLE wide_line AS
SELECT x.number, l.kind, l.id || CASE WHEN l.joint THEN '' ELSE '/' || s.id END party, s.id member,
  CASE WHEN l.joint THEN min(x.basis, o.basis) ELSE min(x.basis, o.basis, s.basis) END basis
FROM said_of o
JOIN exposure x ON x.number = o.number
JOIN link l ON l.id = o.link AND l.kind IN ('counters', 'mitigates')
JOIN start s ON s.link = l.id;
CREATE INDEX wide_lines ON wide_line(number, party);

-- Whose an exposure is: of those who use the component, or of all.
DROP TABLE IF EXISTS owner;
CREATE TABLE owner AS
SELECT x.number, u.service, c.code component FROM exposure x
JOIN component c ON c.place = x.place JOIN used_by u ON u.home = c.home AND u.code = c.code
UNION ALL
SELECT x.number, s.id, NULL FROM exposure x JOIN service s WHERE x.place = '-';
CREATE INDEX owners ON owner(service);
