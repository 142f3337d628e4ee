-- The steps of one explanation as printed, to be held against what is said. `told`: the whole conclusion; services are joined by '+'.

DROP VIEW IF EXISTS needs;
DROP TABLE IF EXISTS explained;
CREATE TABLE explained(id INTEGER PRIMARY KEY, rule TEXT, link TEXT, open INTEGER, told TEXT, "is" TEXT, service TEXT, component TEXT,
  "component-type" TEXT, asset TEXT, nature TEXT, threat TEXT, property TEXT, vulnerability TEXT, mechanism TEXT, within TEXT, measure TEXT,
  control TEXT, origin TEXT, class TEXT, chapter TEXT, indicator TEXT, pattern TEXT, value TEXT, level TEXT, stakeholder TEXT,
  "or-under" TEXT);
DROP TABLE IF EXISTS premise;
CREATE TABLE premise(step INTEGER, premise INTEGER);
CREATE INDEX premises ON premise(step);

-- What each step rests on.
CREATE VIEW needs AS SELECT p.step, q.* FROM premise p JOIN explained q ON q.id = p.premise;

-- The values as they are compared: `within` is `at most`.
DROP TABLE IF EXISTS value_text;
CREATE TABLE value_text(measure TEXT, "key" TEXT, pattern TEXT, text TEXT, basis INTEGER);
