-- 5(b)③: what no measure covers is open until every service that it concerns accepts it. In a catalogue without measures controls cover.

DROP TABLE IF EXISTS covered;
CREATE TABLE covered AS
SELECT DISTINCT number FROM line
WHERE kind = CASE WHEN EXISTS (SELECT 1 FROM said_entry WHERE kind = 'measure') THEN 'counters' ELSE 'mitigates' END;

DROP TABLE IF EXISTS accepted;
CREATE TABLE accepted AS
SELECT x.number FROM exposure x
WHERE x.number NOT IN (SELECT number FROM covered) AND NOT EXISTS (
  SELECT 1 FROM owner o WHERE o.number = x.number AND NOT EXISTS (
    SELECT 1 FROM acceptance a
    WHERE a.service = o.service AND coalesce(a.asset, '-') = x.asset AND a.threat = x.threat
      AND (a.property IS NULL OR a.property = x.property) AND (a.component IS NULL OR a.component = o.component)));
