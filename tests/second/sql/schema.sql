-- The facts of the catalogues as their YAML says them. `basis`: 0 unverified, 1 judged, 2 stated. `at`: the order in the files.

CREATE TABLE wanted(trust INTEGER);

CREATE TABLE said_entry(kind TEXT, id TEXT, parent TEXT, heading INTEGER, basis INTEGER, PRIMARY KEY(kind, id));
-- carries, has-nature, works-by
CREATE TABLE said_pair(kind TEXT, "from" TEXT, "to" TEXT, basis INTEGER);
CREATE TABLE said_harm(threat TEXT, property TEXT, basis INTEGER);
CREATE TABLE said_origin(threat TEXT, origin TEXT, basis INTEGER);
-- what a mechanism does to a nature, or spares it; property NULL: each
CREATE TABLE said_effect(mechanism TEXT, spares INTEGER, nature TEXT, property TEXT, basis INTEGER);
CREATE TABLE said_weakness(vulnerability TEXT, sort TEXT, target TEXT, basis INTEGER);
CREATE TABLE said_always(stakeholder TEXT, basis INTEGER);
CREATE TABLE said_exclusion(exclusion TEXT, sort TEXT, id TEXT, basis INTEGER);

CREATE TABLE said_link(id TEXT PRIMARY KEY, kind TEXT, joint INTEGER, basis INTEGER);
CREATE TABLE said_start(link TEXT, id TEXT);
CREATE TABLE said_end(link TEXT, id TEXT);
CREATE TABLE said_limit(link TEXT, sort TEXT, id TEXT);

CREATE TABLE said_case(system_case TEXT, instance TEXT, type TEXT, operator TEXT, part_of TEXT, basis INTEGER);
CREATE TABLE instance(code TEXT PRIMARY KEY, type TEXT, operator TEXT, part_of TEXT, basis INTEGER);

-- levels, patterns, values
CREATE TABLE said_scale(property TEXT, level TEXT);
CREATE TABLE said_pattern_level(pattern TEXT, property TEXT, level TEXT, basis INTEGER);
CREATE TABLE said_type_level(type TEXT, property TEXT, level TEXT, basis INTEGER);
CREATE TABLE said_rule(property TEXT, at INTEGER, conditions INTEGER, level TEXT, basis INTEGER);
CREATE TABLE said_value(measure TEXT, "key" TEXT, pattern TEXT, value TEXT, basis INTEGER);
CREATE TABLE given(property TEXT, level TEXT);

CREATE INDEX entries_by_parent ON said_entry(kind, parent);
CREATE INDEX starts ON said_start(link);
CREATE INDEX ends ON said_end(link);
CREATE INDEX ends_by_id ON said_end(id);
CREATE INDEX limits ON said_limit(link, sort);
