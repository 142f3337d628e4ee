-- The facts of the catalogues as their YAML says them. `basis`: 0 unverified, 1 judged, 2 stated; -1 withdrawn: nothing follows from it,
-- though catalogues still are such as have, say, measures. `at`: the order in the files.

-- What is trusted: this basis and firmer ones.
CREATE TABLE wanted(trust INTEGER);

CREATE TABLE said_entry(kind TEXT, id TEXT, parent TEXT, heading INTEGER, basis INTEGER, at INTEGER, PRIMARY KEY(kind, id));
-- carries, lacks, has-nature, works-by, aims-at, implemented-on
CREATE TABLE said_pair(kind TEXT, "from" TEXT, "to" TEXT, basis INTEGER);
CREATE TABLE said_harm(threat TEXT, property TEXT, basis INTEGER);
CREATE TABLE said_origin(threat TEXT, origin TEXT, basis INTEGER);
-- what a mechanism does to a nature, or spares it, by the number of the statement; property NULL: each
CREATE TABLE said_effect(at INTEGER, mechanism TEXT, spares INTEGER, nature TEXT, property TEXT, basis INTEGER,
  link TEXT);
CREATE TABLE said_weakness(vulnerability TEXT, sort TEXT, target TEXT, basis INTEGER);
CREATE TABLE said_always(stakeholder TEXT, basis INTEGER);
CREATE TABLE said_exclusion(exclusion TEXT, sort TEXT, id TEXT, basis INTEGER);

-- the patterns that a measure or control is limited to
CREATE TABLE said_call(kind TEXT, id TEXT, pattern TEXT, basis INTEGER);

CREATE TABLE said_class(measure TEXT, class TEXT, basis INTEGER);
-- the table of chapters, line by line, and what each line asks of a measure
CREATE TABLE said_placement(at INTEGER, chapter TEXT, basis INTEGER);
CREATE TABLE said_place_of(at INTEGER, sort TEXT, id TEXT);

CREATE TABLE said_link(id TEXT PRIMARY KEY, kind TEXT, joint INTEGER, basis INTEGER);
CREATE TABLE said_start(link TEXT, id TEXT);
CREATE TABLE said_end(link TEXT, id TEXT);
CREATE TABLE said_limit(link TEXT, sort TEXT, id TEXT);

-- what catalogues changed of others; the tables hold what is said then
CREATE TABLE said_edit(what TEXT);

CREATE TABLE said_case(system_case TEXT, instance TEXT, type TEXT, operator TEXT, part_of TEXT, basis INTEGER);

-- levels and patterns; level NULL: open among the whole scale
CREATE TABLE said_scale(property TEXT, level TEXT);
CREATE TABLE said_pattern_level(pattern TEXT, property TEXT, level TEXT, basis INTEGER);
CREATE TABLE said_type_level(type TEXT, property TEXT, level TEXT, basis INTEGER);
CREATE TABLE said_rule(property TEXT, at INTEGER, level TEXT, basis INTEGER);
CREATE TABLE said_condition(property TEXT, at INTEGER, question TEXT, says TEXT);

-- values: a number is `number` / `over` of a unit, and of a rate per so much of another
CREATE TABLE said_unit(id TEXT PRIMARY KEY, number INTEGER, over INTEGER);
CREATE TABLE said_choice(scale TEXT, id TEXT, at INTEGER);
CREATE TABLE said_indicator(measure TEXT, "key" TEXT, scale TEXT, basis INTEGER, direction TEXT, direction_basis INTEGER);
-- pattern NULL: the one value of a catalogue without patterns; sort: unknown, free, number, or a word (done, or a choice of the scale)
CREATE TABLE said_value(measure TEXT, "key" TEXT, pattern TEXT, text TEXT, sort TEXT, starred INTEGER,
  number INTEGER, over INTEGER, unit TEXT, per_number INTEGER, per_over INTEGER, per_unit TEXT, basis INTEGER);

-- What is derived for: services, what each must withstand, and components: of one service, or shared (home '').
CREATE TABLE service(id TEXT PRIMARY KEY, type TEXT);
CREATE TABLE given(service TEXT, property TEXT, level TEXT);
CREATE TABLE answer(service TEXT, question TEXT, says TEXT);
CREATE TABLE acceptance(service TEXT, asset TEXT, threat TEXT, property TEXT, component TEXT);
CREATE TABLE instance(home TEXT, code TEXT, type TEXT, operator TEXT, part_of TEXT, basis INTEGER, PRIMARY KEY(home, code));
CREATE TABLE uses(service TEXT, code TEXT);

-- The patterns that each service may be of where this is trusted, hidden or not.
CREATE TABLE possible_at(trust INTEGER, service TEXT, pattern TEXT);

CREATE INDEX entries_by_parent ON said_entry(kind, parent);
CREATE INDEX starts ON said_start(link);
CREATE INDEX ends ON said_end(link);
CREATE INDEX ends_by_id ON said_end(id);
CREATE INDEX limits ON said_limit(link, sort);
CREATE INDEX conditions ON said_condition(property, at);
CREATE INDEX answers ON answer(service, question);
CREATE INDEX said_values ON said_value(measure, "key", pattern);
