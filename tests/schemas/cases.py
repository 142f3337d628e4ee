"""Small good and bad pieces of every kind of file, with what the reader says of each.

A place is `SCHEMA SECTION`: the lines under it are items of that section (or, of `file` and `manifest`, the whole of it). A line is

    WHAT | YAML

where WHAT is `fine`, or the kinds of diagnostics by which the reader refuses the form of it. What a name means is not looked at: names
that are in none of the catalogues are fine here. Where reader and schema differ, WHAT ends with `; but REASON`, one of those in DIFFERS.
"""

DIFFERS = {
    "notation": "the parser of YAML has made a number or a truth value of it, and how it was written is gone: 0x10 is 16, +5 is 5, 1.0 "
    "may be the integer 1, True is true; and quotes are gone",
    "catalogue": "whether it is needed depends on what the catalogues hold: roles, assets, components",
    "two-places": "a schema cannot compare what stands in two places",
    "edited": "what an edit puts in place has the form of the place that it names, and is read there",
    "ignored": "the reader passes over it without a word, and what was meant is lost; an author should be told",
}

# What the pieces stand on, so that no unknown name keeps the reader from looking at the rest.
BASE = """
catalog: {schema: 1, id: base, version: 1.0.0, released: 2026-01-01, sources: [{id: report}]}
basis: unverified
properties: [{id: secrecy, levels: [low, high]}, {id: use, levels: [low, mid, high]}]
levels: [{id: low}, {id: mid}, {id: high}]
origins: [{id: malicious}]
classes: [{id: basic}]
purposes: [{id: safety}]
roles: [{id: acts}]
natures: [{id: thing}, {id: data}]
mechanisms: [{id: taking}]
components: [{id: server, carries: [disk]}, {id: storage}]
assets: [{id: disk}, {id: paper}]
threats: [{id: theft}, {id: fire}]
vulnerabilities: [{id: v}]
standards: [{id: rules}]
controls: [{id: A.1}, {id: A.2}]
documents: [{id: book}]
chapters: [{id: I}]
measures: [{id: lock, indicators: [{key: a, values: {1: unknown}}]}, {id: alarm}]
scales: [{id: proof, choices: [{id: password}, {id: card}]}]
units: [{id: h, dimension: duration, factor: 3600}, {id: min, dimension: duration, factor: 60}, {id: time}, {id: percent}]
stakeholders: [{id: staff}]
patterns: [{id: 1, levels: {secrecy: high}}, {id: 2, levels: {secrecy: low}}]
questions: [{id: loss}]
reasons: [{id: secrets}]
service-types: [{id: mail}]
system-cases: [{id: office, components: [server]}]
considerations: [{id: small}]
exclusions: [{id: homes, components: [storage]}]
dispositions: [{id: rewritten}]
treatments: [{id: deputies}]
steps: [{id: harm, title: {ja: "{threat}は{property}を損なう", en: "{threat} harms {property}"}}]
placement: [{id: p, then: I}]
level-criteria: [{property: use, rules: [{id: u.otherwise, then: low}]}]
links: [{id: lock/theft, kind: counters, from: lock, to: theft}]
"""

CASES = {}

# Any file of a catalogue; the reader is given a manifest with it.
CASES["catalog file"] = """
fine                  | {basis: unverified, threats: [{id: t}]}
fine                  | {threats: ~, links: ~, edits: ~, controls: [{id: c}]}
fine                  | {threats: [], controls: [{id: c}]}
unknown-key           | {threat: [{id: t}]}
unknown-key           | {sources: [{id: report}]}
unknown-key           | {title: x}
wrong-type            | {threats: {id: t}}
wrong-type            | {threats: t}
wrong-type            | {threats: [t]}
wrong-type            | {threats: [[{id: t}]]}
wrong-type            | {threats: [~]}
wrong-type            | {links: {kind: counters, from: lock, to: fire}}
wrong-type            | {edits: {withdraw: threat fire}}
wrong-type invalid-value | {edits: [withdraw]}
wrong-type            | {placement: I}
wrong-type            | {level-criteria: {property: use, rules: []}}
invalid-value         | {basis: guess, threats: [{id: t}]}
wrong-type            | {basis: ~, threats: [{id: t}]}
wrong-type            | {basis: [unverified], threats: [{id: t}]}
wrong-catalog-kind    | {figures: [{id: 1, form: image}]}
wrong-catalog-kind    | {judgements: [{id: j, rows: [], columns: [], first: {}, second: {}}]}
"""

CASES["catalog manifest"] = """
fine                  | {schema: 1, id: x, version: 1.0.0, released: 2026-01-01}
fine                  | {schema: "1", id: Ｘ．１, version: 1.10, released: 2026-01-01, licence: CC0-1.0, title: {ja: 題, en: Title}}
fine                  | {schema: 1, id: x, kind: catalog, version: 1, released: "2024-02-29", depends-on: base, sources: {id: s}}
fine                  | {schema: 1, id: x, kind: ~, version: 1, released: 2026-01-01, depends-on: ~, sources: ~, title: ~, licence: ~}
fine                  | {schema: 1, id: x, kind: overlay, version: 1, released: 2026-01-01}
fine                  | {schema: 1, id: 7, version: true, released: 2026-01-01, sources: [{id: s, title: {en: Title}, published: 2008-01, where: here}, {id: u, published: 2008}]}
fine                  | {schema: 1, id: x, version: "", released: 2026-01-01}
missing-key           | {id: x, version: 1, released: 2026-01-01}
missing-key           | {schema: 1, version: 1, released: 2026-01-01}
missing-key           | {schema: 1, id: x, released: 2026-01-01}
missing-key           | {schema: 1, id: x, version: ~, released: 2026-01-01}
missing-key           | {schema: 1, id: x, version: 1}
missing-key           | {schema: 1, id: x, version: 1, released: 2026-01-01, sources: [{title: x}]}
unsupported-schema    | {schema: 2, id: x, version: 1, released: 2026-01-01}
unsupported-schema; but notation | {schema: 1.0, id: x, version: 1, released: 2026-01-01}
unsupported-schema    | {schema: true, id: x, version: 1, released: 2026-01-01}
invalid-value         | {schema: 1, id: x, version: 1, released: next year}
invalid-value         | {schema: 1, id: x, version: 1, released: 2026-02-29}
invalid-value         | {schema: 1, id: x, version: 1, released: 2026-13-01}
invalid-value         | {schema: 1, id: x, version: 1, released: 2026-04-31}
invalid-value         | {schema: 1, id: x, version: 1, released: 2100-02-29}
invalid-value         | {schema: 1, id: x, version: 1, released: 26-01-01}
invalid-value         | {schema: 1, id: x, version: 1, released: 20260101}
invalid-value         | {schema: 1, id: x, version: 1, released: "2026-01-01 "}
invalid-value         | {schema: 1, id: x, version: 1, released: "2026-01-01\\n"}
invalid-value         | {schema: 1, id: x, version: 1, released: ２０２６-01-01}
invalid-value         | {schema: 1, id: x, kind: figure, version: 1, released: 2026-01-01}
wrong-type            | {schema: 1, id: x, kind: [catalog], version: 1, released: 2026-01-01}
unknown-key           | {schema: 1, id: x, version: 1, released: 2026-01-01, basis: unverified}
unknown-key           | {schema: 1, id: x, version: 1, released: 2026-01-01, license: CC0-1.0}
unknown-key           | {schema: 1, id: x, version: 1, released: 2026-01-01, sources: [{id: s, url: here}]}
unknown-key           | {schema: 1, id: x, version: {is: 1, basis: unverified}, released: 2026-01-01}
invalid-id            | {schema: 1, id: x y, version: 1, released: 2026-01-01}
invalid-id            | {schema: 1, id: x, version: 1, released: 2026-01-01, depends-on: [a b]}
invalid-id            | {schema: 1, id: x, version: 1, released: 2026-01-01, sources: [{id: 出典}]}
wrong-type            | {schema: 1, id: [x], version: 1, released: 2026-01-01}
wrong-type            | {schema: 1, id: x, version: [1], released: 2026-01-01}
wrong-type            | {schema: 1, id: x, version: 1, released: 2026-01-01, depends-on: [[base]]}
wrong-type            | {schema: 1, id: x, version: 1, released: 2026-01-01, depends-on: [~]}
wrong-type            | {schema: 1, id: x, version: 1, released: 2026-01-01, sources: [s]}
wrong-type            | {schema: 1, id: x, version: 1, released: 2026-01-01, sources: [~]}
wrong-type            | [schema, 1]
wrong-type            | ~
"""

# What every entry can carry: ids, texts, bases, wrappers.
CASES["catalog origins"] = """
fine                  | {id: o}
fine                  | {id: 1}
fine                  | {id: 1.10}
fine                  | {id: 0x1F}
fine                  | {id: true}
fine                  | {id: no}
fine                  | {id: 2026-01-01}
fine                  | {id: 12:30}
fine                  | {id: Ⅲ．２．３．１／ａ＿ｂ－ｃ：ｄ}
fine                  | {id: o, title: ~, note: ~, group: ~, parent: ~, replaces: ~, tags: ~}
fine                  | {id: o, status: withdrawn}
fine                  | {id: o, status: {is: withdrawn, because: {ja: 故, en: why}, basis: unverified}}
fine                  | {id: o, status: ~}
invalid-value         | {id: o, status: retired}
invalid-value         | {id: o, status: {is: retired}}
invalid-value         | {id: o, status: true}
missing-key           | {id: o, status: {because: why}}
wrong-type            | {id: o, status: [withdrawn]}
wrong-type            | {id: o, status: {withdrawn: why}}
unknown-key           | {id: o, status: withdrawn, because: why}
fine                  | {id: o, title: Plain, note: {ja: 日本語, en: English}, group: true, parent: malicious}
fine                  | {id: o, title: 12, note: true, group: false}
fine                  | {id: o, title: {ja: {is: 題, basis: unverified}, en: {is: Title, because: why}}}
fine                  | {id: o, title: {is: {ja: 題, en: Title}, basis: {stated: report, at: 図表33, line: 12}, because: {ja: 故, en: why}}}
fine                  | {id: o, title: {is: {is: Title}}}
fine                  | {id: o, title: {}}
fine                  | {id: o, title: {ja: ~, en: ~}}
fine                  | {id: o, title: {ja: 題, basis: unverified}}
fine                  | {id: o, replaces: old, tags: word}
fine                  | {id: o, replaces: [old, 2], tags: [word, 2, true]}
fine                  | {id: o, basis: unverified}
fine                  | {id: o, basis: {unverified: nobody knows}}
fine                  | {id: o, basis: {stated: report}}
fine                  | {id: o, basis: {stated: report, at: 3.2, line: 0, restored: from the index, knowing: ~}}
fine                  | {id: o, basis: {judgement: {ja: 故, en: why}, by: us, on: 2026-11-22, dissent: no, knowing: [図表41, 42]}}
fine                  | {id: o, basis: {judgement: why, knowing: 図表41}}
fine                  | {id: o, basis: {judgement: why, stated: ~, unverified: ~, by: ~, on: ~, at: ~, line: ~}}
fine                  | {id: o, basis: {judgement: ""}}
fine                  | {id: o, basis: {judgement: ~, unverified: nobody knows}}
invalid-value         | {id: o, basis: {judgement: ~, unverified: ~}}
missing-key           | {title: x}
wrong-type            | {id: ~}
wrong-type            | {id: [o]}
wrong-type            | {id: {is: o}}
invalid-id            | {id: ""}
invalid-id            | {id: " "}
invalid-id            | {id: 盗}
invalid-id            | {id: .theft}
invalid-id            | {id: -1}
invalid-id            | {id: "-"}
invalid-id            | {id: a b}
invalid-id            | {id: "a\\n"}
invalid-id            | {id: ①}
invalid-id            | {id: a+b}
invalid-id            | {id: ．１}
invalid-id            | {id: a　b}
invalid-id; but notation | {id: +1}
invalid-id; but notation | {id: .5}
invalid-id; but notation | {id: .inf}
invalid-id; but notation | {id: 1e+3}
unknown-key           | {id: o, titel: x}
unknown-key           | {id: o, 題名: x}
unknown-key           | {id: o, harms: [use]}
unknown-key           | {id: o, title: {fr: Titre}}
unknown-key           | {id: o, title: {is: x, ja: 題}}
unknown-key           | {id: o, title: {because: why}}
unknown-key           | {id: o, title: {ja: {is: x, note: y}}}
unknown-key           | {id: o, parent: {is: malicious, basis: unverified}}
unknown-key           | {id: o, group: {is: true}}
unknown-key           | {id: o, replaces: {is: [old]}}
unknown-key           | {id: o, replaces: [{is: old}]}
unknown-key           | {id: o, tags: [{is: word, basis: unverified}]}
unknown-key           | {id: o, basis: {stated: report, page: 3}}
wrong-type            | {id: o, title: [x]}
wrong-type            | {id: o, title: {ja: [x]}}
wrong-type            | {id: o, title: {ja: {is: {is: x}}}}
wrong-type            | {id: o, title: {ja: {en: x}}}
missing-key           | {id: o, title: {is: ~}}
missing-key           | {id: o, title: {ja: {is: ~}}}
missing-key           | {id: o, title: {ja: {basis: unverified}}}
missing-key           | {id: o, title: {ja: {because: why}}}
wrong-type            | {id: o, group: yes}
wrong-type            | {id: o, group: "true"}
wrong-type            | {id: o, group: 1}
wrong-type            | {id: o, group: [true]}
wrong-type; but notation | {id: o, group: True}
wrong-type            | {id: o, parent: [malicious]}
wrong-type            | {id: o, parent: {id: malicious}}
invalid-id            | {id: o, parent: a b}
invalid-id            | {id: o, parent: ""}
invalid-id            | {id: o, replaces: [a b]}
wrong-type            | {id: o, replaces: [[old]]}
wrong-type            | {id: o, replaces: [~]}
wrong-type            | {id: o, tags: [[word]]}
wrong-type            | {id: o, tags: [~]}
missing-key           | {id: o, tags: {basis: unverified}}
wrong-type            | {id: o, tags: {a: b}}
invalid-value         | {id: o, basis: guess}
invalid-value         | {id: o, basis: "unverified "}
invalid-value         | {id: o, basis: true}
invalid-value         | {id: o, basis: {}}
invalid-value         | {id: o, basis: {at: 3}}
invalid-value         | {id: o, basis: {stated: ~}}
invalid-value         | {id: o, basis: {stated: report, judgement: why}}
invalid-value         | {id: o, basis: {judgement: why, unverified: what}}
invalid-value         | {id: o, basis: {judgement: why, on: 2026-02-30}}
invalid-value         | {id: o, basis: {judgement: why, on: yesterday}}
wrong-type            | {id: o, basis: ~}
wrong-type            | {id: o, basis: [unverified]}
wrong-type            | {id: o, basis: {stated: [report]}}
invalid-id            | {id: o, basis: {stated: the report}}
wrong-type            | {id: o, basis: {judgement: [why]}}
wrong-type            | {id: o, basis: {stated: report, line: "12"}}
wrong-type            | {id: o, basis: {stated: report, line: -1}}
wrong-type            | {id: o, basis: {stated: report, line: 1.5}}
wrong-type            | {id: o, basis: {stated: report, line: 99999999999}}
wrong-type            | {id: o, basis: {stated: report, line: many}}
wrong-type            | {id: o, basis: {stated: report, line: [1]}}
wrong-type; but notation | {id: o, basis: {stated: report, line: +1}}
wrong-type; but notation | {id: o, basis: {stated: report, line: 0x10}}
wrong-type; but notation | {id: o, basis: {stated: report, line: 12.0}}
wrong-type            | {id: o, basis: {stated: report, at: [3]}}
wrong-type            | {id: o, basis: {judgement: why, knowing: [[図表41]]}}
wrong-type            | {id: o, basis: {judgement: why, knowing: [~]}}
wrong-type            | {id: o, basis: {judgement: why, dissent: [no]}}
unknown-key           | {id: o, basis: {judgement: why, by: {is: us}}}
"""
for _plain in (
    "levels classes purposes roles natures standards documents chapters questions reasons considerations dispositions treatments"
).split():
    CASES["catalog " + _plain] = """
fine                  | {id: x, title: {ja: 題, en: Title}, note: ~, basis: unverified}
missing-key           | {title: x}
invalid-id            | {id: a b}
unknown-key           | {id: x, kind: y}
wrong-type            | {id: x, title: [x]}
wrong-type            | x
"""

CASES["catalog steps"] = """
fine                  | {id: counters, title: {ja: "{measure}は[{asset}に対する]{threat}に対抗する", en: "{measure} counters {threat}[ on {asset}]"}}
fine                  | {id: nature, title: "{asset} is {nature}", note: ~, tags: x, basis: unverified}
fine                  | {id: class, title: {is: {ja: {is: "{measure}は{class}"}, basis: unverified}, basis: unverified}}
fine                  | {id: placed, title: ~}
fine                  | {id: level-by-type, title: "{service}", open: {ja: "{level}か", en: "{level}[ of {property}], perhaps"}}
fine                  | {id: mechanism, title: 5}
fine                  | {id: lineage, title: "{threat}"}
missing-key           | {title: "{threat}"}
invalid-value         | {id: counter, title: "{threat}"}
invalid-value         | {id: 5}
invalid-value         | {id: true}
invalid-id            | {id: a b}
wrong-type            | {id: [counters]}
invalid-value         | {id: asset-carried, title: "{asset"}
invalid-value         | {id: weakness, title: "asset}"}
invalid-value         | {id: involves, title: "{} is involved"}
invalid-value         | {id: requires, title: {ja: "{needed}が要る", en: "[ by {by}"}}
invalid-value         | {id: direct-harm, title: {ja: "{nature}]", en: "{nature}"}}
invalid-value         | {id: level-open, title: {en: {is: "[{level}[{service}]]", basis: unverified}}}
invalid-value         | {id: level-given, title: {is: {en: "[always]"}, basis: unverified}}
invalid-value         | {id: level-by-criterion, title: "{level}", open: "{level"}
wrong-type            | {id: level-by-criterion, open: ["{level}"]}
unknown-key           | {id: pattern-fits, title: {fr: x}}
unknown-key           | {id: pattern-fits, parts: [pattern]}
wrong-type            | {id: pattern-fits, title: ["{pattern}"]}
wrong-type            | x
"""

CASES["catalog properties"] = """
fine                  | {id: p, levels: [low, high]}
fine                  | {id: p, levels: low}
fine                  | {id: p, levels: []}
fine                  | {id: p, levels: ~}
unknown-key           | {id: p, levels: {is: [low], basis: unverified}}
unknown-key           | {id: p, levels: [{is: low}]}
unknown-key           | {id: p, level: [low]}
invalid-id            | {id: p, levels: [a b]}
wrong-type            | {id: p, levels: [[low]]}
wrong-type            | {id: p, levels: [~]}
wrong-type            | {id: p, levels: {secrecy: low}}
"""

CASES["catalog mechanisms"] = """
fine                  | {id: m, acts-on: [{natures: [thing], properties: [use], because: {ja: 故, en: why}, basis: unverified}]}
fine                  | {id: m, acts-on: {natures: thing}, spares: [{natures: data, properties: use}]}
fine                  | {id: m, acts-on: [{is: {natures: [thing]}, basis: unverified, because: why}]}
fine                  | {id: m, acts-on: {is: [{natures: [thing]}], because: why}}
fine                  | {id: m, acts-on: {is: {natures: [thing]}}}
fine                  | {id: m, acts-on: [], spares: ~}
fine                  | {id: m, acts-on: [{natures: [thing], because: ~}]}
missing-key           | {id: m, acts-on: [{natures: [thing], properties: ~}]}
missing-key           | {id: m, acts-on: [{properties: [use]}]}
missing-key           | {id: m, acts-on: [{natures: ~}]}
missing-key           | {id: m, acts-on: [{natures: []}]}
missing-key           | {id: m, acts-on: [{natures: [thing], properties: []}]}
missing-key           | {id: m, acts-on: [{basis: unverified}]}
missing-key           | {id: m, acts-on: [{}]}
missing-key           | {id: m, acts-on: {}}
wrong-type            | {id: m, spares: {is: [thing]}}
unknown-key           | {id: m, acts-on: [{natures: [thing], property: use}]}
unknown-key           | {id: m, acts-on: [{natures: {is: [thing]}}]}
unknown-key           | {id: m, acts-on: [{natures: [{is: thing, basis: unverified}]}]}
unknown-key           | {id: m, acts-on: [{is: {natures: [thing]}, note: x}]}
wrong-type            | {id: m, acts-on: thing}
wrong-type            | {id: m, acts-on: [thing]}
wrong-type            | {id: m, acts-on: [[{natures: thing}]]}
wrong-type            | {id: m, acts-on: [{natures: [[thing]]}]}
wrong-type            | {id: m, acts-on: [{natures: [~]}]}
missing-key unknown-key | {id: m, acts-on: [{is: {is: {natures: thing}}}]}
wrong-type            | {id: m, acts-on: [~]}
invalid-id            | {id: m, acts-on: [{natures: [a b]}]}
invalid-id            | {id: m, spares: [{natures: [thing], properties: [a b]}]}
"""

# Lists of ids of which each may have a basis of its own.
CASES["catalog components"] = """
fine                  | {id: c, carries: [disk, {is: paper, basis: unverified, because: why}]}
fine                  | {id: c, carries: disk}
fine                  | {id: c, parent: server, lacks: [disk, {is: paper, basis: unverified, because: why}]}
wrong-type            | {id: c, lacks: [[disk]]}
unknown-key           | {id: c, lacks: [{is: disk, becuase: why}]}
fine                  | {id: c, carries: {is: [disk, {is: paper}], basis: {judgement: why}}}
fine                  | {id: c, carries: {is: disk}}
fine                  | {id: c, carries: []}
fine                  | {id: c, carries: ~}
missing-key           | {id: c, carries: {is: ~}}
missing-key           | {id: c, carries: {basis: unverified}}
missing-key           | {id: c, carries: [{because: why}]}
missing-key           | {id: c, carries: [{is: ~}]}
unknown-key           | {id: c, carries: [{is: disk, becuase: why}]}
unknown-key           | {id: c, carries: {is: disk, note: x}}
unknown-key           | {id: c, carrys: [disk]}
wrong-type            | {id: c, carries: {disk: paper}}
wrong-type            | {id: c, carries: [{disk: paper}]}
wrong-type            | {id: c, carries: {}}
wrong-type            | {id: c, carries: [{}]}
wrong-type            | {id: c, carries: [[disk]]}
wrong-type            | {id: c, carries: [{is: [disk]}]}
wrong-type            | {id: c, carries: [{is: {is: disk}}]}
wrong-type            | {id: c, carries: [~]}
wrong-type            | {id: c, carries: {is: {is: disk}}}
invalid-id            | {id: c, carries: [a b]}
invalid-id            | {id: c, carries: a b}
invalid-id            | {id: c, carries: {is: [a b]}}
invalid-id            | {id: c, carries: [{is: ""}]}
invalid-value         | {id: c, carries: [{is: disk, basis: guess}]}
wrong-type            | {id: c, carries: [{is: disk, basis: ~}]}
wrong-type            | {id: c, carries: [{is: disk, because: [why]}]}
"""
CASES["catalog assets"] = """
fine                  | {id: a, natures: [thing, {is: data, basis: unverified}]}
wrong-type            | {id: a, natures: [{thing: x}]}
unknown-key           | {id: a, nature: thing}
"""
CASES["catalog threats"] = """
fine                  | {id: t, origin: malicious, harms: [use, {is: secrecy, basis: unverified}], mechanisms: [{is: taking, because: why}]}
fine                  | {id: t, origin: {is: malicious, basis: unverified}}
fine                  | {id: t, origin: ~, harms: ~, mechanisms: ~}
unknown-key           | {id: t, orign: malicious}
unknown-key           | {id: t, origin: {is: malicious, note: x}}
missing-key           | {id: t, origin: {basis: unverified}}
wrong-type            | {id: t, origin: [malicious]}
wrong-type            | {id: t, origin: {malicious: x}}
wrong-type            | {id: t, origin: {is: [malicious]}}
invalid-id            | {id: t, origin: a b}
"""
CASES["catalog vulnerabilities"] = """
fine                  | {id: w, assets: [disk], threats: {is: [theft], because: why}}
unknown-key           | {id: w, asset: disk}
wrong-type            | {id: w, threats: [[theft]]}
"""
CASES["catalog controls"] = """
fine                  | {id: A.9, standard: rules, broad-because: {ja: 故, en: why}}
fine                  | {id: A.9, standard: ~, broad-because: ~}
fine                  | {id: A.9, patterns: [1, {is: 2, basis: unverified, because: why}]}
fine                  | {id: A.9, patterns: {is: [2], basis: unverified}}
missing-key           | {id: A.9, patterns: []}
missing-key           | {id: A.9, patterns: ~}
unknown-key           | {id: A.9, pattern: 1}
unknown-key           | {id: A.9, standard: {is: rules}}
unknown-key           | {id: A.9, standards: rules}
wrong-type            | {id: A.9, standard: [rules]}
wrong-type            | {id: A.9, broad-because: [why]}
"""

CASES["catalog measures"] = """
fine                  | {id: m, number: III.1, summary: {ja: 要旨, en: Summary}, class: basic, implemented-on: [server], aims-at: [safety], considers: [small], broad-because: why}
fine                  | {id: m, number: {is: 3.10, basis: unverified}, class: {is: basic, basis: unverified}}
fine                  | {id: m, number: ~, summary: ~, class: ~, indicators: ~}
fine                  | {id: m, patterns: 1}
fine                  | {id: m, patterns: [{is: 1, basis: unverified}, 2]}
missing-key           | {id: m, patterns: {is: [], basis: unverified}}
wrong-type            | {id: m, patterns: [[1]]}
wrong-type            | {id: m, patterns: {1: true}}
invalid-id            | {id: m, patterns: [a b]}
unknown-key           | {id: m, Number: 1}
wrong-type            | {id: m, number: [1]}
wrong-type            | {id: m, number: {is: [1]}}
missing-key           | {id: m, number: {is: ~}}
missing-key           | {id: m, number: {basis: unverified}}
wrong-type            | {id: m, number: {a: b}}
wrong-type            | {id: m, class: [basic]}
invalid-id            | {id: m, class: a b}
wrong-type            | {id: m, implemented-on: [[server]]}
wrong-type            | {id: m, summary: [x]}
fine                  | {id: m, indicators: []}
fine                  | {id: m, indicators: {key: a}}
fine                  | {id: m, indicators: [{key: a, title: {ja: 間隔, en: Interval}, stricter: lower, relative-to: {ja: 公開, en: release}, basis: unverified, values: {1: "within 24 h *", 2: "-"}}]}
fine                  | {id: m, indicators: [{is: {key: a, values: {1: done}}, basis: unverified}]}
fine                  | {id: m, indicators: {is: [{key: a}], because: why}}
missing-key           | {id: m, indicators: [{title: x}]}
missing-key           | {id: m, indicators: [{basis: unverified}]}
missing-key           | {id: m, indicators: {}}
missing-key           | {id: m, indicators: [{key: ~}]}
unknown-key           | {id: m, indicators: [{key: a, id: b}]}
unknown-key           | {id: m, indicators: [{key: a, because: why}]}
wrong-type            | {id: m, indicators: [{key: {is: a}}]}
unknown-key           | {id: m, indicators: [{key: a, scale: {is: proof}}]}
invalid-id            | {id: m, indicators: [{key: a b}]}
wrong-type            | {id: m, indicators: [a]}
wrong-type            | {id: m, indicators: a}
wrong-type            | {id: m, indicators: [[{key: a}]]}
wrong-type            | {id: m, indicators: [~]}
wrong-type            | {id: m, indicators: [{key: [a]}]}
wrong-type            | {id: m, indicators: [{key: a, scale: [proof]}]}
fine                  | {id: m, indicators: [{key: a, stricter: higher}]}
fine                  | {id: m, indicators: [{key: a, stricter: {is: lower, basis: unverified}}]}
fine                  | {id: m, indicators: [{key: a, stricter: ~, scale: ~, values: ~, value: ~}]}
invalid-value         | {id: m, indicators: [{key: a, stricter: up}]}
invalid-value         | {id: m, indicators: [{key: a, stricter: {is: up}}]}
invalid-value         | {id: m, indicators: [{key: a, stricter: true}]}
missing-key           | {id: m, indicators: [{key: a, stricter: {basis: unverified}}]}
wrong-type            | {id: m, indicators: [{key: a, stricter: [lower]}]}
wrong-type            | {id: m, indicators: [{key: a, stricter: {lower: x}}]}
fine                  | {id: m, indicators: [{key: a, values: {1: unknown, 2: ~}}]}
fine                  | {id: m, indicators: [{key: a, values: {}}]}
fine                  | {id: m, indicators: [{key: a, values: {is: {1: "-"}, basis: unverified}}]}
fine                  | {id: m, indicators: [{key: a, values: {1: {is: 3 h, basis: unverified, because: why}}}]}
invalid-value; but catalogue | {id: m, indicators: [{key: a, value: done, values: ~}]}
fine                  | {id: m, indicators: [{key: a, value: ~, values: {1: done}}]}
fine                  | {id: m, indicators: [{key: a, values: {1: 0.5 percent}}]}
fine                  | {id: m, indicators: [{key: a, values: {1: {is: at least 5 time per 1.50 h *, basis: unverified}}}]}
fine                  | {id: m, indicators: [{key: a, values: {1: "  within   24\\th\\n*  "}}]}
fine                  | {id: m, indicators: [{key: a, values: {1: done *}}]}
fine                  | {id: m, indicators: [{key: a, values: {1: 5 unit/h}}]}
fine                  | {id: m, indicators: [{key: a, values: {1: 123456789.123456789 ｈ}}]}
invalid-value         | {id: m, indicators: [{key: a, value: done, values: {1: done}}]}
invalid-value         | {id: m, indicators: [{key: a, values: {1: 5}}]}
invalid-value         | {id: m, indicators: [{key: a, values: {1: true}}]}
invalid-value         | {id: m, indicators: [{key: a, values: {1: ""}}]}
invalid-value         | {id: m, indicators: [{key: a, values: {1: "*"}}]}
invalid-value         | {id: m, indicators: [{key: a, values: {1: "- *"}}]}
invalid-value         | {id: m, indicators: [{key: a, values: {1: unknown *}}]}
invalid-value         | {id: m, indicators: [{key: a, values: {1: 24h}}]}
invalid-value         | {id: m, indicators: [{key: a, values: {1: 24 h*}}]}
invalid-value         | {id: m, indicators: [{key: a, values: {1: 24 h * *}}]}
invalid-value         | {id: m, indicators: [{key: a, values: {1: at 24 h}}]}
invalid-value         | {id: m, indicators: [{key: a, values: {1: at least}}]}
invalid-value         | {id: m, indicators: [{key: a, values: {1: at least within 5 h}}]}
invalid-value         | {id: m, indicators: [{key: a, values: {1: 1234567890 h}}]}
invalid-value         | {id: m, indicators: [{key: a, values: {1: 1.1234567890 h}}]}
invalid-value         | {id: m, indicators: [{key: a, values: {1: .5 h}}]}
invalid-value         | {id: m, indicators: [{key: a, values: {1: 5. h}}]}
invalid-value         | {id: m, indicators: [{key: a, values: {1: -5 h}}]}
invalid-value         | {id: m, indicators: [{key: a, values: {1: 1e3 h}}]}
invalid-value         | {id: m, indicators: [{key: a, values: {1: ９ h}}]}
invalid-value         | {id: m, indicators: [{key: a, values: {1: 1 time per 0 h}}]}
invalid-value         | {id: m, indicators: [{key: a, values: {1: 1 time per 0.0 h}}]}
invalid-value         | {id: m, indicators: [{key: a, values: {1: 1 time per h}}]}
invalid-value         | {id: m, indicators: [{key: a, values: {1: 1 time per}}]}
invalid-value         | {id: m, indicators: [{key: a, values: {1: 1 time per 5 min per 5 min}}]}
invalid-value         | {id: m, indicators: [{key: a, values: {1: 1 time 5 min}}]}
invalid-value         | {id: m, indicators: [{key: a, values: {1: password}}]}
invalid-id            | {id: m, indicators: [{key: a, values: {1: 5 %}}]}
invalid-id            | {id: m, indicators: [{key: a, values: {1: 5 時間}}]}
invalid-id            | {id: m, indicators: [{key: a, values: {1: 1 time per 5 分}}]}
wrong-type            | {id: m, indicators: [{key: a, values: {1: [3 h]}}]}
wrong-type            | {id: m, indicators: [{key: a, values: {1: {1: 3 h}}}]}
missing-key           | {id: m, indicators: [{key: a, values: {1: {basis: unverified}}}]}
missing-key           | {id: m, indicators: [{key: a, values: {1: {is: ~}}}]}
missing-key           | {id: m, indicators: [{key: a, values: {basis: unverified}}]}
unknown-key           | {id: m, indicators: [{key: a, values: {1: {is: done, note: x}}}]}
unknown-key           | {id: m, indicators: [{key: a, values: {is: {1: done}, note: x}}]}
invalid-id            | {id: m, indicators: [{key: a, values: {a b: done}}]}
invalid-id            | {id: m, indicators: [{key: a, values: {"": done}}]}
wrong-type            | {id: m, indicators: [{key: a, values: [done]}]}
wrong-type            | {id: m, indicators: [{key: a, values: done}]}
wrong-type            | {id: m, indicators: [{key: a, values: {1: [done]}}]}
wrong-type            | {id: m, indicators: [{key: a, values: {1: {a: done}}}]}
wrong-type            | {id: m, indicators: [{key: a, values: {is: [done]}}]}
fine                  | {id: m, indicators: [{key: a, scale: proof, values: {1: password *, 2: card}}]}
fine                  | {id: m, indicators: [{key: a, scale: proof, values: {1: 5, 2: true}}]}
fine                  | {id: m, indicators: [{key: a, scale: proof, values: {1: "- *"}}]}
fine                  | {id: m, indicators: [{key: a, scale: proof, values: {1: "* *"}}]}
fine                  | {id: m, indicators: [{key: a, scale: proof, values: {1: 5 h}}]}
invalid-value         | {id: m, indicators: [{key: a, scale: proof, values: {1: "*"}}]}
invalid-value         | {id: m, indicators: [{key: a, scale: proof, values: {1: password card}}]}
invalid-value         | {id: m, indicators: [{key: a, scale: proof, values: {1: 5 h*}}]}
invalid-id            | {id: m, indicators: [{key: a, scale: proof, values: {a b: card}}]}
invalid-id            | {id: m, indicators: [{key: a, scale: proof, values: {is: {a b: card}}}]}
invalid-id            | {id: m, indicators: [{key: a, values: {is: {a b: done}}}]}
invalid-value         | {id: m, indicators: [{key: a, scale: proof, values: {is: {1: a b}}}]}
fine                  | {id: m, indicators: [{key: a, stricter: {is: lower}, values: {1: at most 5 h}}]}
fine                  | {id: m, indicators: [{key: a, stricter: {is: higher}, values: {1: at least 5 h}}]}
invalid-value         | {id: m, indicators: [{key: a, stricter: {is: lower}, values: {1: {is: at least 5 h}}}]}
invalid-value         | {id: m, indicators: [{key: a, stricter: higher, values: {1: {is: at most 5 h}}}]}
invalid-value         | {id: m, indicators: [{key: a, stricter: higher, values: {1: within 5 h}}]}
invalid-value         | {id: m, indicators: [{key: a, stricter: higher, values: {is: {1: {is: within 5 h}}}}]}
missing-key           | {id: m, indicators: [{key: a, stricter: {basis: unverified}, values: {1: at least 5 h}}]}
fine                  | {id: m, indicators: [{key: a, stricter: lower, values: {1: at most 5 h}}]}
fine                  | {id: m, indicators: [{key: a, stricter: higher, values: {1: at least 5 h, 2: 3 h}}]}
invalid-value         | {id: m, indicators: [{key: a, stricter: lower, values: {1: at least 5 h}}]}
invalid-value         | {id: m, indicators: [{key: a, stricter: higher, values: {1: at most 5 h}}]}
invalid-value         | {id: m, indicators: [{key: a, stricter: {is: higher}, values: {1: within 5 h}}]}
invalid-value         | {id: m, indicators: [{key: a, stricter: lower, values: {1: 3 h, 2: {is: at least 5 h, basis: unverified}}}]}
invalid-value         | {id: m, indicators: [{key: a, stricter: lower, values: {is: {1: at least 5 h}}}]}
"""
CASES["catalog scales"] = """
fine                  | {id: s, choices: [{id: a, title: {ja: 題, en: Title}, basis: unverified}, {is: {id: b}, basis: unverified}]}
fine                  | {id: s, choices: {id: a}}
fine                  | {id: s, choices: {is: [{id: a}], because: why}}
missing-key           | {id: s, choices: {is: []}}
missing-key           | {id: s, choices: ~}
fine                  | {id: s, choices: [{id: 1}]}
missing-key           | {id: s, choices: []}
missing-key           | {id: s, choices: [{title: a}]}
missing-key           | {id: s, choices: [{}]}
unknown-key           | {id: s, choices: [{id: a, note: b}]}
unknown-key           | {id: s, choice: [{id: a}]}
wrong-type            | {id: s, choices: [a]}
wrong-type            | {id: s, choices: a}
wrong-type            | {id: s, choices: [{id: [a]}]}
invalid-id            | {id: s, choices: [{id: a b}]}
"""
CASES["catalog units"] = """
fine                  | {id: u, dimension: duration, factor: 3600}
fine                  | {id: u, factor: 0.000000001}
fine                  | {id: u, factor: 123456789.123456789}
fine                  | {id: u, dimension: 3, factor: ~}
fine                  | {id: u, dimension: ~}
unknown-key           | {id: u, dimension: {is: duration}}
unknown-key           | {id: u, factor: {is: 3600, basis: unverified}}
wrong-type            | {id: u, dimension: [duration]}
wrong-type            | {id: u, factor: "3600"}
invalid-value         | {id: u, factor: 0}
invalid-value         | {id: u, factor: -1}
invalid-value         | {id: u, factor: many}
invalid-value         | {id: u, factor: 1234567890}
invalid-value         | {id: u, factor: [1]}
invalid-value         | {id: u, factor: {a: 1}}
invalid-value         | {id: u, factor: true}
invalid-value; but notation | {id: u, factor: 1e3}
invalid-value; but notation | {id: u, factor: .5}
invalid-value; but notation | {id: u, factor: 5.}
invalid-value; but notation | {id: u, factor: +5}
invalid-value; but notation | {id: u, factor: 0x10}
invalid-value; but notation | {id: u, factor: 0.0000000001}
"""
CASES["catalog stakeholders"] = """
fine                  | {id: s, always: true}
fine                  | {id: s, always: {is: false, basis: unverified, because: why}}
fine                  | {id: s, always: ~}
wrong-type            | {id: s, always: yes}
wrong-type            | {id: s, always: "true"}
wrong-type            | {id: s, always: [true]}
wrong-type            | {id: s, always: {is: "true"}}
missing-key           | {id: s, always: {is: ~}}
missing-key           | {id: s, always: {basis: unverified}}
wrong-type            | {id: s, always: {a: true}}
unknown-key           | {id: s, alway: true}
"""
CASES["catalog patterns"] = """
fine                  | {id: p, levels: {secrecy: high, use: {is: low, basis: unverified}}}
fine                  | {id: 3, levels: {is: {secrecy: high}, basis: unverified, because: why}}
fine                  | {id: p, levels: ~}
fine                  | {id: p, levels: {}}
fine                  | {id: p, levels: {secrecy: high, basis: low}}
missing-key           | {id: p, levels: {basis: unverified}}
missing-key           | {id: p, levels: {secrecy: {basis: unverified}}}
unknown-key           | {id: p, levels: {secrecy: {is: high, reason: secrets}}}
unknown-key           | {id: p, level: {secrecy: high}}
wrong-type            | {id: p, levels: [high]}
wrong-type            | {id: p, levels: high}
wrong-type            | {id: p, levels: {is: [high]}}
wrong-type            | {id: p, levels: {is: {secrecy: [high]}}}
invalid-id            | {id: p, levels: {is: {a b: high}}}
wrong-type            | {id: p, levels: {secrecy: [high]}}
wrong-type            | {id: p, levels: {secrecy: ~}}
wrong-type            | {id: p, levels: {secrecy: {a: high}}}
invalid-id            | {id: p, levels: {secrecy: a b}}
invalid-id            | {id: p, levels: {a b: high}}
"""
CASES["catalog level-criteria"] = """
fine                  | {property: secrecy, rules: [{id: c.1, when: {loss: true}, then: high, because: {ja: 故, en: why}, basis: unverified}, {then: low}]}
fine                  | {property: secrecy, rules: {then: low}, basis: unverified}
fine                  | {property: secrecy, rules: {is: [{then: low}], basis: unverified}}
fine                  | {property: secrecy, rules: [{is: {then: low}, because: why}]}
fine                  | {property: secrecy, rules: []}
fine                  | {property: secrecy, rules: [{id: ~, when: ~, then: low, because: ~}]}
missing-key           | {rules: [{then: low}]}
missing-key           | {property: ~, rules: [{then: low}]}
missing-key           | {property: secrecy}
missing-key           | {property: secrecy, rules: ~}
missing-key           | {property: secrecy, rules: [{when: {loss: true}}]}
missing-key           | {property: secrecy, rules: [{then: ~}]}
missing-key           | {property: secrecy, rules: [{because: why}]}
missing-key           | {property: secrecy, rules: {}}
unknown-key           | {property: secrecy, rules: [{then: low}], title: x}
unknown-key           | {property: secrecy, rules: [{then: low}], id: x}
unknown-key           | {property: secrecy, rules: [{then: low, else: high}]}
unknown-key           | {property: secrecy, rules: [{then: {is: low}}]}
unknown-key           | {property: secrecy, rules: [{when: {is: {loss: true}}, then: low}]}
unknown-key           | {property: secrecy, rules: [{when: {loss: {is: true}}, then: low}]}
wrong-type            | {property: [secrecy], rules: [{then: low}]}
invalid-id            | {property: a b, rules: [{then: low}]}
wrong-type            | {property: secrecy, rules: low}
wrong-type            | {property: secrecy, rules: [low]}
wrong-type            | {property: secrecy, rules: [~]}
wrong-type            | {property: secrecy, rules: [{then: [low]}]}
wrong-type            | {property: secrecy, rules: [{when: loss, then: low}]}
missing-key invalid-value | {property: secrecy, rules: [{when: {basis: true}, then: low}]}
missing-key           | {property: secrecy, rules: [{when: {because: true}, then: low}]}
unknown-key wrong-type | {property: secrecy, rules: [{when: {is: true, loss: true}, then: low}]}
wrong-type            | {property: secrecy, rules: [{when: [loss], then: low}]}
wrong-type            | {property: secrecy, rules: [{when: {loss: perhaps}, then: low}]}
wrong-type            | {property: secrecy, rules: [{when: {loss: ~}, then: low}]}
wrong-type            | {property: secrecy, rules: [{when: {loss: "true"}, then: low}]}
invalid-id            | {property: secrecy, rules: [{when: {a b: true}, then: low}]}
invalid-id            | {property: secrecy, rules: [{id: a b, then: low}]}
wrong-type            | {property: secrecy, rules: [{id: [a], then: low}]}
"""
CASES["catalog service-types"] = """
fine                  | {id: s, case: office, levels: {secrecy: high, use: open}}
fine                  | {id: s, case: {is: office, basis: unverified}}
fine                  | {id: s, levels: {use: {is: high, reason: secrets, basis: unverified, because: why}}}
fine                  | {id: s, levels: {use: {is: open, among: [low, mid], reason: ~}}}
fine                  | {id: s, levels: {use: {is: open, among: ~}}}
fine                  | {id: s, levels: {is: {use: open}, because: why}}
fine                  | {id: s, levels: ~, case: ~}
missing-key           | {id: s, levels: {use: {reason: secrets}}}
missing-key           | {id: s, levels: {use: {among: [low]}}}
missing-key           | {id: s, levels: {use: {is: ~}}}
invalid-value         | {id: s, levels: {use: {is: high, among: [high]}}}
invalid-value         | {id: s, levels: {use: {is: high, among: ~}}}
wrong-type            | {id: s, levels: {use: {is: open, among: low}}}
wrong-type            | {id: s, levels: {use: {is: open, among: []}}}
wrong-type            | {id: s, levels: {use: {is: open, among: [[low]]}}}
wrong-type            | {id: s, levels: {use: {is: open, among: [~]}}}
wrong-type            | {id: s, levels: {use: {is: high, reason: [secrets]}}}
wrong-type            | {id: s, levels: {use: [high]}}
wrong-type            | {id: s, levels: {use: ~}}
wrong-type            | {id: s, levels: {use: {a: b}}}
wrong-type            | {id: s, levels: [high]}
wrong-type            | {id: s, levels: {is: {use: [high]}}}
invalid-id            | {id: s, levels: {is: {a b: high}}}
wrong-type            | {id: s, case: [office]}
invalid-id            | {id: s, levels: {use: a b}}
invalid-id            | {id: s, levels: {a b: high}}
invalid-id            | {id: s, levels: {use: {is: high, reason: a b}}}
invalid-id            | {id: s, levels: {use: {is: open, among: [a b]}}}
unknown-key           | {id: s, levels: {use: {is: high, note: x}}}
unknown-key           | {id: s, level: {use: high}}
"""
CASES["catalog system-cases"] = """
fine                  | {id: s, components: [server, {id: web, type: server, operator: staff, parent: storage}, {type: storage}]}
fine                  | {id: s, components: server}
fine                  | {id: s, components: {type: server}}
fine                  | {id: s, components: {is: [server, {is: storage, basis: unverified}], basis: unverified}}
fine                  | {id: s, components: [{is: {type: server}, because: why}]}
fine                  | {id: s, components: [{type: server, id: ~, operator: ~, parent: ~, because: why, basis: unverified}]}
fine                  | {id: s, components: []}
fine                  | {id: s, components: ~}
missing-key           | {id: s, components: [{id: web}]}
missing-key           | {id: s, components: [{type: ~}]}
missing-key           | {id: s, components: [{basis: unverified}]}
missing-key           | {id: s, components: {}}
unknown-key           | {id: s, components: [{type: server, title: x}]}
unknown-key           | {id: s, components: [{type: {is: server}}]}
unknown-key           | {id: s, components: [{type: server, operator: {is: staff}}]}
unknown-key           | {id: s, component: [server]}
wrong-type            | {id: s, components: [[server]]}
wrong-type            | {id: s, components: [~]}
wrong-type            | {id: s, components: [{type: [server]}]}
wrong-type            | {id: s, components: [{type: server, id: [web]}]}
wrong-type            | {id: s, components: [{type: server, parent: [web]}]}
wrong-type            | {id: s, components: [{type: server, operator: [staff]}]}
invalid-id            | {id: s, components: [a b]}
invalid-id            | {id: s, components: [{type: server, id: a b}]}
invalid-id            | {id: s, components: [{type: server, parent: a b}]}
"""
CASES["catalog exclusions"] = """
fine                  | {id: e, operators: [staff], components: [{is: storage, basis: unverified}]}
fine                  | {id: e, components: storage}
fine                  | {id: e, group: true}
fine                  | {id: e, status: withdrawn}
missing-key           | {id: e}
missing-key           | {id: e, group: false}
missing-key           | {id: e, operators: {is: [], basis: unverified}}
missing-key           | {id: e, operators: ~, components: storage}
missing-key           | {id: e, operators: []}
missing-key           | {id: e, components: []}
unknown-key           | {id: e, operators: staff, operator: staff}
wrong-type            | {id: e, components: [[storage]]}
"""
CASES["catalog placement"] = """
fine                  | {id: q, when: {aims-at: [safety], implemented-within: [server], implemented-on-any: server, counters-origins: [malicious], obliges-any: [staff]}, then: I, because: why, note: x, basis: unverified}
fine                  | {then: I}
fine                  | {when: {}, then: I, because: ~, note: ~}
fine                  | {when: ~, then: I}
missing-key           | {when: {aims-at: ~}, then: I}
wrong-type            | {id: ~, then: I}
invalid-id            | {id: a b, then: I}
missing-key           | {when: {aims-at: [safety]}}
missing-key           | {then: ~}
missing-key           | {when: {aims-at: []}, then: I}
unknown-key           | {when: {aims-on: [safety]}, then: I}
unknown-key           | {when: {aims-at: {is: [safety]}}, then: I}
unknown-key           | {when: {aims-at: [{is: safety}]}, then: I}
unknown-key           | {when: {is: {aims-at: [safety]}}, then: I}
unknown-key           | {when: {aims-at: [safety], basis: unverified}, then: I}
unknown-key           | {then: {is: I}}
unknown-key           | {then: I, title: x}
wrong-type            | {when: safety, then: I}
wrong-type            | {when: [safety], then: I}
wrong-type            | {when: {aims-at: [[safety]]}, then: I}
wrong-type            | {when: {aims-at: [~]}, then: I}
wrong-type            | {then: [I]}
invalid-id            | {then: a b}
invalid-id            | {when: {aims-at: [a b]}, then: I}
"""

CASES["catalog links"] = """
fine                  | {kind: counters, from: lock, to: theft}
fine                  | {kind: counters, from: [lock], to: [theft], because: {ja: 故, en: why}, basis: unverified}
fine                  | {id: l, kind: counters, from: [lock, alarm], to: theft, join: any}
fine                  | {id: l, kind: counters, from: lock, to: [theft, fire], join: all, properties: [use], origins: malicious, natures: [thing], components: [server], assets: [disk], threats: [theft], vulnerabilities: [v], stands-because: why}
fine                  | {kind: mitigates, from: A.1, to: theft, join: ~, role: ~, relation: ~, stands-because: ~, evidence: ~, because: ~}
missing-key           | {kind: mitigates, from: A.1, to: theft, properties: ~}
fine                  | {kind: mitigates, from: A.1, to: fire, evidence: {agree: [report], disagree: report2, silent: [], alone: {ja: 故, en: why}}}
fine                  | {kind: involves, from: staff, to: lock, role: acts}
missing-key; but catalogue | {kind: involves, from: staff, to: alarm}
fine                  | {kind: originates-from, from: lock, to: document/book}
fine                  | {kind: exposes, from: theft, to: disk}
fine                  | {kind: requires, from: lock, to: alarm}
fine                  | {kind: related, from: theft, to: fire}
fine                  | {kind: maps, from: A.1, to: A.2, relation: subset}
fine                  | {kind: disposed-as, from: A.1, to: rewritten, because: why}
fine                  | {id: l, kind: treats, from: deputies, to: theft, assets: [disk]}
fine                  | {kind: carries, from: server, to: disk}
fine                  | {kind: lacks, from: server, to: disk}
fine                  | {kind: has-nature, from: disk, to: thing}
fine                  | {kind: works-by, from: theft, to: taking}
fine                  | {kind: acts-on, from: taking, to: thing}
fine                  | {kind: spares, from: taking, to: data}
fine                  | {kind: implemented-on, from: lock, to: server}
fine                  | {kind: aims-at, from: lock, to: safety}
fine                  | {kind: considers, from: lock, to: small}
fine                  | {kind: maps, from: A.1, to: A.2, relation: superset}
fine                  | {kind: maps, from: A.1, to: A.2, relation: intersects}
fine                  | {kind: mitigates, from: A.1, to: nothing, because: {ja: 故, en: why}}
fine                  | {kind: counters, from: lock, to: nothing, because: why}
fine                  | {kind: originates-from, from: lock, to: nothing, because: why}
fine                  | {kind: maps, from: [A.1, A.2], to: nothing, because: why}
missing-key           | {kind: maps, from: A.1, to: nothing}
missing-key           | {kind: maps, from: A.1, to: nothing, because: ~}
invalid-value         | {kind: related, from: A.1, to: nothing, because: why}
unknown-key           | {id: l, kind: counters, from: lock, to: nothing, because: why, assets: [disk]}
unknown-key           | {id: l, kind: carries, from: server, to: disk, properties: [use]}
unknown-key           | {id: l, kind: lacks, from: server, to: disk, threats: theft}
fine                  | {id: l, kind: lacks, from: [server], to: disk}
fine                  | {id: l, kind: carries, from: [server, storage], to: disk}
invalid-value         | {id: l, kind: lacks, from: [server, storage], to: disk}
fine; but notation    | {kind: mitigates, from: A.1, to: "nothing"}
missing-key           | {from: lock, to: fire}
missing-key           | {kind: ~, from: lock, to: fire}
missing-key           | {kind: counters, to: fire}
missing-key           | {kind: counters, from: lock}
missing-key           | {kind: counters, from: lock, to: ~}
missing-key           | {kind: counters, from: [], to: fire}
missing-key           | {kind: counters, from: lock, to: []}
missing-key           | {kind: counters, from: lock, to: [theft, fire]}
missing-key           | {kind: counters, from: [lock, alarm], to: fire}
missing-key           | {kind: counters, from: lock, to: fire, properties: [use]}
missing-key           | {kind: counters, from: lock, to: fire, assets: disk}
missing-key           | {id: l, kind: counters, from: lock, to: fire, properties: []}
missing-key           | {kind: maps, from: A.1, to: A.2}
missing-key           | {kind: maps, from: A.1, to: A.2, relation: ~}
invalid-value         | {kind: counter, from: lock, to: fire}
invalid-value         | {kind: counters, from: lock, to: fire, join: some}
invalid-value         | {kind: counters, from: lock, to: fire, join: true}
invalid-value         | {kind: maps, from: A.1, to: A.2, relation: same}
invalid-value; but two-places | {kind: maps, from: A.1, to: A.1, relation: equal}
unknown-key           | {kind: counters, from: lock, to: fire, becuase: why}
unknown-key           | {kind: counters, from: lock, to: fire, title: x}
unknown-key           | {kind: counters, from: lock, to: fire, note: x}
unknown-key           | {kind: counters, from: lock, to: fire, role: acts}
unknown-key           | {kind: counters, from: lock, to: fire, relation: equal}
unknown-key           | {kind: mitigates, from: A.1, to: fire, stands-because: why}
unknown-key           | {kind: counters, from: {is: lock}, to: fire}
unknown-key           | {kind: counters, from: [{is: lock}], to: fire}
unknown-key           | {kind: counters, from: lock, to: {is: fire, basis: unverified}}
unknown-key           | {id: l, kind: counters, from: lock, to: fire, natures: {is: [thing]}}
unknown-key           | {kind: counters, from: lock, to: fire, join: {is: all}}
unknown-key           | {kind: involves, from: staff, to: lock, role: acts, id: r1, properties: [secrecy]}
unknown-key           | {kind: maps, from: A.1, to: A.2, relation: equal, id: r2, assets: [disk]}
unknown-key           | {kind: related, from: lock, to: alarm, id: r3, components: [server]}
unknown-key           | {kind: works-by, from: theft, to: taking, id: r4, natures: [thing]}
fine                  | {kind: works-by, from: theft, to: taking, id: r5, properties: [secrecy]}
missing-key           | {kind: works-by, from: theft, to: taking, id: r6, natures: ~}
fine                  | {kind: requires, from: lock, to: alarm, id: r7, components: [server]}
unknown-key           | {kind: involves, from: staff, to: lock, role: {is: acts}}
unknown-key           | {kind: maps, from: A.1, to: A.2, relation: {is: equal}}
unknown-key           | {kind: mitigates, from: A.1, to: fire, evidence: {is: {agree: report}}}
unknown-key           | {kind: mitigates, from: A.1, to: fire, evidence: {agree: report, against: report}}
wrong-type            | {kind: [counters], from: lock, to: fire}
wrong-type            | {kind: {is: counters}, from: lock, to: fire}
wrong-type            | {kind: counters, from: [[lock]], to: fire}
wrong-type            | {kind: counters, from: [~], to: fire}
wrong-type            | {kind: counters, from: {a: lock}, to: fire}
wrong-type            | {id: l, kind: counters, from: lock, to: fire, natures: [[thing]]}
wrong-type            | {kind: counters, from: lock, to: fire, join: [all]}
wrong-type            | {kind: involves, from: staff, to: lock, role: [acts]}
wrong-type            | {kind: maps, from: A.1, to: A.2, relation: [equal]}
wrong-type            | {kind: mitigates, from: A.1, to: fire, evidence: [report]}
wrong-type            | {kind: mitigates, from: A.1, to: fire, evidence: report}
wrong-type            | {kind: mitigates, from: A.1, to: fire, evidence: {agree: [[report]]}}
wrong-type            | {kind: mitigates, from: A.1, to: fire, evidence: {alone: [why]}}
wrong-type            | {id: ~, kind: counters, from: lock, to: fire}
wrong-type            | {id: [l], kind: counters, from: lock, to: fire}
wrong-type            | {kind: counters, from: lock, to: fire, because: [why]}
invalid-id            | {id: a b, kind: counters, from: lock, to: fire}
invalid-id            | {kind: counters, from: a b, to: fire}
invalid-id            | {kind: counters, from: lock, to: [a b]}
invalid-id            | {id: l, kind: counters, from: lock, to: fire, natures: a b}
invalid-id            | {kind: involves, from: staff, to: lock, role: a b}
invalid-id            | {kind: mitigates, from: A.1, to: fire, evidence: {agree: [a b]}}
"""

CASES["catalog edits"] = """
fine                  | {withdraw: threat fire, because: {ja: 故, en: why}, basis: unverified}
fine                  | {withdraw: link lock/theft, field: ~, was: ~, is: ~, add: ~, replace: ~, because: ~}
fine                  | {withdraw: criterion use}
fine                  | {withdraw: rule p}
fine                  | {withdraw: link A.1 mitigates theft}
fine                  | {add: component storage, field: carries, is: disk}
fine                  | {add: pattern 1, field: levels, is: {use: high}}
fine                  | {add: threat fire, field: title, is: {ja: 火災, en: Fire}}
fine                  | {replace: measure lock, field: indicators.a.values.1, was: unknown, is: done}
fine                  | {replace: rule u.otherwise, field: then, was: low, is: high, because: why}
fine                  | {withdraw: component server, field: carries, was: disk}
fine                  | {replace: step harm, field: title.en, was: "{threat} harms {property}", is: "{threat} hurts {property}"}
fine                  | {replace: unit ｈ, field: factor, was: 3600, is: 60}
fine                  | {add: threat fire, field: tags, is: 2}
invalid-value         | {field: title, is: x}
invalid-value         | {}
invalid-value         | {add: ~, field: title, is: x}
invalid-value         | {add: threat fire, withdraw: threat fire, field: title, is: x}
invalid-value         | {withdraw: fire}
invalid-value         | {withdraw: thraet fire}
invalid-value         | {withdraw: "threat"}
invalid-value         | {withdraw: " threat fire"}
invalid-value         | {withdraw: 5}
invalid-value         | {withdraw: threats fire}
invalid-value; but edited | {replace: threat fire, field: id, was: fire, is: flood}
invalid-value; but edited | {add: threat fire, field: status, is: withdrawn}
unknown-key; but edited | {add: threat fire, field: colour, is: red}
invalid-value; but edited | {replace: step harm, field: title.en, was: "{threat} harms {property}", is: "{threat harms"}
wrong-type; but edited | {add: threat fire, field: group, is: perhaps}
invalid-id            | {withdraw: "threat "}
invalid-id            | {withdraw: threat a b}
invalid-id            | {withdraw: "threat  fire"}
invalid-id            | {withdraw: "threat fire "}
invalid-id            | {withdraw: "link A.1  mitigates theft"}
invalid-id            | {withdraw: threat 火}
invalid-id            | {withdraw: link A.1+A.2 mitigates theft}
wrong-type            | {withdraw: [threat fire]}
wrong-type            | {withdraw: {is: threat fire}}
missing-key           | {add: threat fire, field: title}
missing-key           | {add: threat fire, field: title, is: ~}
missing-key           | {add: threat fire, is: x}
missing-key           | {add: threat fire, field: " ", is: x}
missing-key           | {replace: measure lock, field: indicators.a.values.1, is: done}
missing-key           | {replace: measure lock, field: indicators.a.values.1, was: unknown}
missing-key           | {replace: measure lock, field: indicators.a.values.1, was: ~, is: done}
missing-key           | {replace: threat fire, is: x}
missing-key           | {withdraw: unit h, field: factor}
unknown-key           | {withdraw: threat fire, is: x}
unknown-key           | {withdraw: threat fire, was: x}
unknown-key           | {add: component storage, field: carries, was: paper, is: disk}
unknown-key           | {withdraw: threat fire, why: x}
unknown-key           | {add: threat fire, field: {is: title}, is: x}
wrong-type missing-key | {add: threat fire, field: [title], is: x}
wrong-type            | {withdraw: threat fire, because: [why]}
invalid-value         | {withdraw: threat fire, basis: guess}
wrong-type            | {withdraw: threat fire, basis: ~}
"""

CASES["figures file"] = """
fine                  | {basis: unverified, figures: [{id: 1, form: image}]}
fine                  | {figures: ~, judgements: [{id: j, rows: [], columns: [], first: {}, second: {}}]}
unknown-key           | {figure: [{id: 1, form: image}]}
wrong-catalog-kind    | {threats: [{id: t}]}
wrong-catalog-kind    | {links: [{kind: counters, from: lock, to: fire}]}
wrong-catalog-kind    | {edits: [{withdraw: threat fire}]}
wrong-type            | {figures: {id: 1, form: image}}
wrong-type            | {figures: 1}
wrong-type            | {figures: [1]}
wrong-type            | {judgements: j}
wrong-type            | {judgements: [j]}
"""
CASES["figures manifest"] = """
fine                  | {schema: 1, id: x, kind: figures, version: 1, released: 2026-01-01, depends-on: [base], sources: [{id: s}]}
unknown-key           | {schema: 1, id: x, kind: figures, version: 1, released: 2026-01-01, owner: me}
missing-key           | {schema: 1, kind: figures, version: 1, released: 2026-01-01}
invalid-value         | {schema: 1, id: x, kind: figures, version: 1, released: 2026-00-01}
"""
CASES["figures figures"] = """
fine                  | {id: "22", title: {ja: 題, en: Title}, form: table, compare: pattern-levels, of: threat, words: {present: ○}, note: x, basis: unverified, cells: [{id: 1/use, is: high, line: 10, explanation: x, incomparable: y, unverified: true, compare: parents, basis: unverified}], oddities: [{sort: naming, lines: [1, 2], what: x, reading: {ja: 読み, en: reading}}]}
fine                  | {id: 22, form: image, cells: ~, compare: ~, of: ~, words: ~, oddities: ~}
fine                  | {id: 22, form: table, cells: [], words: {}, oddities: []}
fine                  | {id: 22, form: table, cells: [{id: 1, is: 2}], oddities: {sort: substance, lines: 5}}
fine                  | {id: 22, form: table, cells: [], words: {a b: 1}}
fine                  | {id: 22, form: table, compare: shared-values, cells: []}
missing-key           | {form: image}
missing-key           | {id: ~, form: image}
missing-key           | {id: 22}
missing-key           | {id: 22, form: table}
missing-key           | {id: 22, form: table, cells: ~}
missing-key           | {id: 22, form: table, cells: [{id: a}]}
missing-key           | {id: 22, form: table, cells: [{is: a}]}
missing-key           | {id: 22, form: table, cells: [], oddities: [{what: x}]}
invalid-value unknown-key | {id: 22, form: tabel, cells: []}
invalid-value         | {id: 22, form: image, cells: []}
invalid-value         | {id: 22, form: image, compare: levels}
invalid-value         | {id: 22, form: table, cells: [{id: a, is: b, compare: level}]}
invalid-value         | {id: 22, form: image, oddities: [{sort: other}]}
unknown-key           | {id: 22, form: image, number: 22}
unknown-key           | {id: 22, form: table, cells: [{id: a, is: b, note: x}]}
unknown-key           | {id: 22, form: image, oddities: [{sort: naming, line: 5}]}
unknown-key           | {id: 22, form: image, oddities: [{sort: naming, basis: unverified}]}
unknown-key           | {id: 22, form: image, of: {is: threat}}
unknown-key           | {id: 22, form: table, cells: [{id: a, is: b, unverified: {is: true}}]}
wrong-type            | {id: [22], form: image}
wrong-type            | {id: 22, form: [image]}
wrong-type            | {id: 22, form: image, compare: [parents]}
wrong-type            | {id: 22, form: image, of: [threat]}
wrong-type            | {id: 22, form: image, words: [○]}
wrong-type            | {id: 22, form: image, words: ○}
wrong-type            | {id: 22, form: image, words: {present: [○]}}
wrong-type            | {id: 22, form: image, words: {present: ~}}
wrong-type            | {id: 22, form: table, cells: {id: a, is: b}}
wrong-type            | {id: 22, form: table, cells: a}
wrong-type            | {id: 22, form: table, cells: [a]}
wrong-type            | {id: 22, form: table, cells: [~]}
wrong-type            | {id: 22, form: table, cells: [{id: a, is: [b]}]}
wrong-type            | {id: 22, form: table, cells: [{id: a, is: b, line: "5"}]}
wrong-type            | {id: 22, form: table, cells: [{id: a, is: b, line: -5}]}
wrong-type            | {id: 22, form: table, cells: [{id: a, is: b, unverified: yes}]}
wrong-type            | {id: 22, form: table, cells: [{id: a, is: b, explanation: [x]}]}
wrong-type            | {id: 22, form: image, oddities: [naming]}
wrong-type            | {id: 22, form: image, oddities: naming}
wrong-type            | {id: 22, form: image, oddities: [{sort: naming, lines: [many]}]}
wrong-type            | {id: 22, form: image, oddities: [{sort: naming, lines: [~]}]}
wrong-type            | {id: 22, form: image, oddities: [{sort: naming, lines: [-1]}]}
wrong-type            | {id: 22, form: image, oddities: [{sort: naming, lines: [99999999999]}]}
wrong-type            | {id: 22, form: image, oddities: [{sort: naming, lines: 99999999999}]}
fine                  | {id: 22, form: image, oddities: [{sort: text-damage, lines: 0}, {sort: revision}]}
wrong-type            | {id: 22, form: image, oddities: [{sort: [naming]}]}
invalid-id            | {id: 図22, form: image}
invalid-id            | {id: 22, form: table, cells: [{id: a b, is: c}]}
invalid-value         | {id: 22, form: image, basis: guess}
"""
CASES["figures judgements"] = """
fine                  | {id: j, title: x, note: {ja: 注, en: Note}, rows: [a, b], columns: [c, 4], first: {a: [c], b: 4}, second: {}, settled: [{row: a, column: [c], holds: false, because: why, dissent: no}, {row: b, column: 4, holds: true}]}
fine                  | {id: j, rows: a, columns: c, first: {a: c}, second: {a: []}, settled: {row: a, column: c, holds: true}}
fine                  | {id: j, rows: [], columns: [], first: {}, second: {}, settled: ~, title: ~, note: ~}
fine                  | {id: j, rows: [a], columns: [c], first: {a: ~}, second: {}}
missing-key           | {rows: [], columns: [], first: {}, second: {}}
missing-key           | {id: j, columns: [], first: {}, second: {}}
missing-key           | {id: j, rows: ~, columns: [], first: {}, second: {}}
missing-key           | {id: j, rows: [], first: {}, second: {}}
missing-key           | {id: j, rows: [], columns: [], second: {}}
missing-key           | {id: j, rows: [], columns: [], first: {}, second: ~}
missing-key           | {id: j, rows: [a], columns: [c], first: {a: c}, second: {}, settled: [{column: c, holds: true}]}
missing-key           | {id: j, rows: [a], columns: [c], first: {a: c}, second: {}, settled: [{row: a, holds: true}]}
missing-key           | {id: j, rows: [a], columns: [c], first: {a: c}, second: {}, settled: [{row: a, column: c}]}
unknown-key           | {id: j, rows: [], columns: [], first: {}, second: {}, basis: unverified}
unknown-key           | {id: j, rows: [], columns: [], first: {}, second: {}, third: {}}
unknown-key           | {id: j, rows: [a], columns: [c], first: {a: c}, second: {}, settled: [{row: a, column: c, holds: true, by: me}]}
invalid-value; but two-places | {id: j, rows: [a], columns: [c], first: {a: c}, second: {a: c}, settled: [{row: a, column: c, holds: true}]}
invalid-id            | {id: a b, rows: [], columns: [], first: {}, second: {}}
invalid-id            | {id: j, rows: [a b], columns: [], first: {}, second: {}}
invalid-id            | {id: j, rows: [a], columns: [c], first: {a: [a b]}, second: {}}
invalid-id            | {id: j, rows: [a], columns: [c], first: {a: c}, second: {}, settled: [{row: a b, column: c, holds: true}]}
fine; but ignored     | {id: j, rows: [a], columns: [c], first: {a b: c}, second: {}}
fine; but ignored     | {id: j, rows: [a], columns: [c], first: {a: {c: true}}, second: {}}
wrong-type            | {id: [j], rows: [], columns: [], first: {}, second: {}}
wrong-type            | {id: j, rows: [[a]], columns: [], first: {}, second: {}}
wrong-type            | {id: j, rows: [~], columns: [], first: {}, second: {}}
wrong-type            | {id: j, rows: {a: b}, columns: [], first: {}, second: {}}
wrong-type            | {id: j, rows: [a], columns: [c], first: [a], second: {}}
wrong-type            | {id: j, rows: [a], columns: [c], first: a, second: {}}
wrong-type            | {id: j, rows: [a], columns: [c], first: {a: [[c]]}, second: {}}
wrong-type            | {id: j, rows: [a], columns: [c], first: {a: [~]}, second: {}}
wrong-type            | {id: j, rows: [a], columns: [c], first: {a: c}, second: {}, settled: [a]}
wrong-type            | {id: j, rows: [a], columns: [c], first: {a: c}, second: {}, settled: a}
wrong-type            | {id: j, rows: [a], columns: [c], first: {a: c}, second: {}, settled: [{row: [a], column: c, holds: true}]}
wrong-type            | {id: j, rows: [a], columns: [c], first: {a: c}, second: {}, settled: [{row: a, column: c, holds: perhaps}]}
wrong-type            | {id: j, rows: [a], columns: [c], first: {a: c}, second: {}, settled: [{row: a, column: c, holds: "true"}]}
wrong-type            | {id: j, rows: [a], columns: [c], first: {a: c}, second: {}, settled: [{row: a, column: c, holds: true, because: [why]}]}
"""

# Read for the shipped catalogues.
CASES["service file"] = """
fine                  | {id: s, case: data-centre}
fine                  | {id: ｓ．１, title: {ja: 題, en: Title}, type: back-office.erp, answers: {partial-loss: true, holds-personal-data: ~}, levels: {availability: mid}, case: data-centre, without: [medium], with: [{id: w, type: external-network, operator: internal}], accepted: []}
fine                  | {id: 1, instances: [storage, {type: server, id: ~, operator: ~, parent: ~}]}
fine                  | {id: s, instances: storage}
fine                  | {id: s, instances: {type: server}}
fine                  | {id: s, case: data-centre, type: ~, answers: ~, levels: ~, without: ~, with: ~, instances: ~, uses: ~, accepted: ~, title: ~}
fine                  | {id: s, case: data-centre, without: medium, uses: x}
fine                  | {id: s, case: data-centre, answers: {is: {partial-loss: true}, because: why}, levels: {is: {availability: mid}}}
fine                  | {id: s, instances: {is: [storage], basis: unverified}}
fine                  | {id: s, instances: [{type: server, basis: unverified, because: why}]}
fine                  | {id: s, case: data-centre, accepted: [{asset: server-log, threat: negligent.destruction, property: availability, instance: x, reason: {ja: 故, en: why}, by: Chief, on: 2026-11-22}]}
fine                  | {id: s, case: data-centre, accepted: {asset: server-log, threat: negligent.destruction, property: ~, instance: ~, reason: why, by: 7, on: 2026-11-22}}
fine                  | {id: s, case: data-centre, accepted: [{is: {asset: server-log, threat: negligent.destruction, reason: why, by: me, on: 2026-11-22}}]}
fine                  | {id: s, case: data-centre, accepted: [{asset: server-log, threat: negligent.destruction, reason: {}, by: me, on: 2026-11-22}]}
missing-key; but catalogue | {id: s}
missing-key; but catalogue | {id: s, case: data-centre, accepted: [{threat: negligent.destruction, reason: why, by: me, on: 2026-11-22}]}
missing-key           | {case: data-centre}
missing-key           | {id: ~, case: data-centre}
missing-key           | {id: s, case: data-centre, accepted: [{asset: server-log, reason: why, by: me, on: 2026-11-22}]}
missing-key           | {id: s, case: data-centre, accepted: [{asset: server-log, threat: negligent.destruction, by: me, on: 2026-11-22}]}
missing-key           | {id: s, case: data-centre, accepted: [{asset: server-log, threat: negligent.destruction, reason: why, on: 2026-11-22}]}
missing-key           | {id: s, case: data-centre, accepted: [{asset: server-log, threat: negligent.destruction, reason: why, by: me}]}
missing-key           | {id: s, case: data-centre, accepted: [{asset: server-log, threat: negligent.destruction, reason: why, by: me, on: ~}]}
missing-key           | {id: s, instances: [{id: w}]}
missing-key           | {id: s, case: data-centre, answers: {basis: unverified}}
invalid-value         | {id: s, case: data-centre, instances: [storage]}
invalid-value         | {id: s, case: data-centre, accepted: [{asset: server-log, threat: negligent.destruction, reason: "", by: me, on: 2026-11-22}]}
invalid-value         | {id: s, case: data-centre, accepted: [{asset: server-log, threat: negligent.destruction, reason: "　 ", by: me, on: 2026-11-22}]}
invalid-value         | {id: s, case: data-centre, accepted: [{asset: server-log, threat: negligent.destruction, reason: why, by: " ", on: 2026-11-22}]}
invalid-value         | {id: s, case: data-centre, accepted: [{asset: server-log, threat: negligent.destruction, reason: why, by: me, on: soon}]}
invalid-value         | {id: s, case: data-centre, accepted: [{asset: server-log, threat: negligent.destruction, reason: why, by: me, on: 2026-02-30}]}
unknown-key           | {id: s, case: data-centre, titel: x}
unknown-key           | {id: s, case: data-centre, basis: unverified}
unknown-key           | {id: s, case: data-centre, shared: [storage]}
unknown-key           | {id: s, case: {is: data-centre}}
unknown-key           | {id: s, instances: [{type: server, name: x}]}
unknown-key           | {id: s, case: data-centre, accepted: [{asset: server-log, threat: negligent.destruction, reason: why, by: me, on: 2026-11-22, basis: unverified}]}
unknown-key           | {id: s, case: data-centre, title: {fr: Titre}}
invalid-id            | {id: a b, case: data-centre}
invalid-id            | {id: s, case: a b}
invalid-id            | {id: s, case: data-centre, without: [a b]}
invalid-id            | {id: s, case: data-centre, uses: [a b]}
invalid-id            | {id: s, case: data-centre, answers: {a b: true}}
invalid-id            | {id: s, case: data-centre, answers: {is: {a b: true}}}
invalid-id            | {id: s, case: data-centre, levels: {a b: mid}}
invalid-id            | {id: s, case: data-centre, levels: {availability: a b}}
invalid-id            | {id: s, instances: [a b]}
invalid-id            | {id: s, case: data-centre, accepted: [{asset: server-log, threat: a b, reason: why, by: me, on: 2026-11-22}]}
invalid-id            | {id: s, case: data-centre, accepted: [{asset: server-log, threat: negligent.destruction, instance: a b, reason: why, by: me, on: 2026-11-22}]}
wrong-type            | {id: [s], case: data-centre}
wrong-type            | {id: s, case: data-centre, title: [x]}
wrong-type            | {id: s, case: [data-centre]}
wrong-type            | {id: s, case: data-centre, type: [back-office.erp]}
wrong-type            | {id: s, case: data-centre, answers: [partial-loss]}
wrong-type            | {id: s, case: data-centre, answers: {partial-loss: yes}}
wrong-type            | {id: s, case: data-centre, answers: {partial-loss: "true"}}
wrong-type            | {id: s, case: data-centre, answers: {partial-loss: {is: true}}}
wrong-type            | {id: s, case: data-centre, answers: {is: {partial-loss: 1}}}
wrong-type            | {id: s, case: data-centre, levels: {is: {availability: [mid]}}}
invalid-id            | {id: s, case: data-centre, levels: {is: {a b: mid}}}
wrong-type            | {id: s, case: data-centre, levels: mid}
wrong-type            | {id: s, case: data-centre, levels: {availability: ~}}
wrong-type            | {id: s, case: data-centre, levels: {availability: {is: mid}}}
wrong-type            | {id: s, case: data-centre, without: [[medium]]}
wrong-type            | {id: s, case: data-centre, without: [~]}
wrong-type            | {id: s, case: data-centre, without: {is: medium}}
wrong-type            | {id: s, case: data-centre, with: [[storage]]}
wrong-type            | {id: s, case: data-centre, with: [~]}
wrong-type            | {id: s, case: data-centre, accepted: [x]}
wrong-type            | {id: s, case: data-centre, accepted: x}
wrong-type            | {id: s, case: data-centre, accepted: [{asset: [server-log], threat: negligent.destruction, reason: why, by: me, on: 2026-11-22}]}
wrong-type            | {id: s, case: data-centre, accepted: [{asset: server-log, threat: negligent.destruction, reason: [why], by: me, on: 2026-11-22}]}
wrong-type            | {id: s, case: data-centre, accepted: [{asset: server-log, threat: negligent.destruction, reason: why, by: [me], on: 2026-11-22}]}
wrong-type            | [s]
wrong-type            | s
wrong-type            | ~
fine                  | {id: s, case: data-centre, promises: [{measure: III.2.3.1, indicator: a, value: 1 time per 12 h, because: {ja: 契約, en: Contract}}]}
fine                  | {id: s, case: data-centre, promises: {measure: Ⅲ．２．３．１, indicator: a, value: 1 time per 12 h, because: ~}}
fine                  | {id: s, case: data-centre, promises: [{is: {measure: III.2.3.1, indicator: a, value: at least 2 time per 1 day}, basis: unverified, because: why}]}
fine                  | {id: s, case: data-centre, promises: {is: [{measure: III.2.3.1, indicator: a, value: 1 time per 12 h}], because: why}}
fine                  | {id: s, case: data-centre, promises: [{measure: 7, indicator: a, value: card}]}
fine                  | {id: s, case: data-centre, promises: [{measure: x, indicator: y, value: 3}, {measure: x, indicator: 2, value: true}]}
fine                  | {id: s, case: data-centre, promises: []}
fine                  | {id: s, case: data-centre, promises: ~}
missing-key           | {id: s, case: data-centre, promises: [{indicator: a, value: 1 time per 12 h}]}
missing-key           | {id: s, case: data-centre, promises: [{measure: III.2.3.1, value: 1 time per 12 h}]}
missing-key           | {id: s, case: data-centre, promises: [{measure: III.2.3.1, indicator: a}]}
missing-key           | {id: s, case: data-centre, promises: [{measure: III.2.3.1, indicator: a, value: ~}]}
missing-key           | {id: s, case: data-centre, promises: [{because: why}]}
invalid-value         | {id: s, case: data-centre, promises: [{measure: III.2.3.1, indicator: a, value: "-"}]}
invalid-value         | {id: s, case: data-centre, promises: [{measure: III.2.3.1, indicator: a, value: unknown}]}
invalid-value         | {id: s, case: data-centre, promises: [{measure: III.2.3.1, indicator: a, value: " unknown "}]}
invalid-value         | {id: s, case: data-centre, promises: [{measure: III.2.3.1, indicator: a, value: 1 time per 12 h *}]}
invalid-value         | {id: s, case: data-centre, promises: [{measure: III.2.3.1, indicator: a, value: done *}]}
invalid-value         | {id: s, case: data-centre, promises: [{measure: III.2.3.1, indicator: a, value: "*"}]}
invalid-value         | {id: s, case: data-centre, promises: [{measure: III.2.3.1, indicator: a, value: ""}]}
invalid-value         | {id: s, case: data-centre, promises: [{measure: III.2.3.1, indicator: a, value: often enough}]}
invalid-value         | {id: s, case: data-centre, promises: [{measure: III.2.3.1, indicator: a, value: at best 3 h}]}
invalid-value         | {id: s, case: data-centre, promises: [{measure: III.2.3.1, indicator: a, value: 1 time per 0 h}]}
invalid-value         | {id: s, case: data-centre, promises: [{measure: III.2.3.1, indicator: a, value: 1 time per}]}
invalid-value         | {id: s, case: data-centre, promises: [{measure: III.2.3.1, indicator: a, value: 1 h*}]}
invalid-value         | {id: s, case: data-centre, promises: [{measure: III.2.3.1, indicator: a, value: 1 h 2}]}
unknown-key           | {id: s, case: data-centre, promises: [{measure: III.2.3.1, indicator: a, value: 1 time per 12 h, by: me}]}
unknown-key           | {id: s, case: data-centre, promises: [{measure: III.2.3.1, indicator: a, value: {is: 1 time per 12 h}}]}
unknown-key           | {id: s, case: data-centre, promises: [{measure: III.2.3.1, indicator: a, value: 1 time per 12 h, basis: unverified}]}
invalid-id            | {id: s, case: data-centre, promises: [{measure: a b, indicator: a, value: 1 time per 12 h}]}
invalid-id            | {id: s, case: data-centre, promises: [{measure: III.2.3.1, indicator: 間隔, value: 1 time per 12 h}]}
wrong-type            | {id: s, case: data-centre, promises: [x]}
wrong-type            | {id: s, case: data-centre, promises: x}
wrong-type            | {id: s, case: data-centre, promises: [~]}
wrong-type            | {id: s, case: data-centre, promises: [{measure: [III.2.3.1], indicator: a, value: 1 time per 12 h}]}
wrong-type            | {id: s, case: data-centre, promises: [{measure: III.2.3.1, indicator: [a], value: 1 time per 12 h}]}
wrong-type            | {id: s, case: data-centre, promises: [{measure: III.2.3.1, indicator: a, value: [1 time per 12 h]}]}
wrong-type            | {id: s, case: data-centre, promises: [{measure: III.2.3.1, indicator: a, value: 1 time per 12 h, because: [why]}]}
unknown-key           | {id: p, promises: [], services: [{id: s, case: data-centre}]}
fine                  | {id: p, services: [{id: s, case: data-centre, promises: [{measure: III.2.3.1, indicator: a, value: 1 time per 12 h}]}]}
fine                  | {id: p, title: x, shared: [storage], services: [{id: s, case: data-centre, without: [storage], uses: [storage]}, {id: t, case: data-centre}]}
fine                  | {id: p, services: {id: s, case: data-centre}}
fine                  | {id: p, shared: ~, title: ~, services: [{id: s, case: data-centre}]}
missing-key           | {services: [{id: s, case: data-centre}]}
missing-key           | {id: p, services: []}
missing-key           | {id: p, services: ~}
missing-key           | {id: p, services: [{case: data-centre}]}
unknown-key           | {id: p, type: back-office.erp, services: [{id: s, case: data-centre}]}
unknown-key           | {id: p, services: [{id: s, case: data-centre, services: []}]}
unknown-key           | {id: p, services: [{id: s, case: data-centre, colour: red}]}
wrong-type            | {id: p, services: [s]}
wrong-type            | {id: p, services: s}
wrong-type            | {id: p, services: [~]}
wrong-type            | {id: p, shared: [[storage]], services: [{id: s, case: data-centre}]}
"""

# Every record and wrapper that the readers know, beside the entries with nothing but an id: a section, what stands there, and the way to the
# record, in which `§` stands.
RECORDS = {
    "catalog": """
        levels [{id: x, basis: unverified §}] | levels 0
        origins [{id: x, title: {ja: 題, en: Title, basis: unverified §}}] | origins 0 title
        origins [{id: x, title: {is: x, basis: unverified §}}] | origins 0 title
        origins [{id: x, title: {ja: {is: x, basis: unverified §}}}] | origins 0 title ja
        origins [{id: x, status: {is: withdrawn, basis: unverified §}}] | origins 0 status
        origins [{id: x, basis: {judgement: why §}}] | origins 0 basis
        mechanisms [{id: x, acts-on: [{natures: thing, basis: unverified §}]}] | mechanisms 0 acts-on 0
        mechanisms [{id: x, spares: [{natures: thing, basis: unverified §}]}] | mechanisms 0 spares 0
        mechanisms [{id: x, acts-on: [{is: {natures: thing}, basis: unverified §}]}] | mechanisms 0 acts-on 0
        mechanisms [{id: x, acts-on: {is: {natures: thing}, basis: unverified §}}] | mechanisms 0 acts-on
        components [{id: x, carries: {is: [disk], basis: unverified §}}] | components 0 carries
        threats [{id: x, origin: {is: malicious, basis: unverified §}}] | threats 0 origin
        threats [{id: x, harms: [{is: use, basis: unverified §}]}] | threats 0 harms 0
        controls [{id: x, patterns: {is: [1], basis: unverified §}}] | controls 0 patterns
        measures [{id: x, patterns: [{is: 1, basis: unverified §}]}] | measures 0 patterns 0
        measures [{id: x, number: {is: 1, basis: unverified §}}] | measures 0 number
        measures [{id: x, class: {is: basic, basis: unverified §}}] | measures 0 class
        measures [{id: x, indicators: {is: [{key: a}], basis: unverified §}}] | measures 0 indicators
        measures [{id: x, indicators: [{is: {key: a}, basis: unverified §}]}] | measures 0 indicators 0
        measures [{id: x, indicators: [{key: a, basis: unverified §}]}] | measures 0 indicators 0
        measures [{id: x, indicators: [{key: a, scale: proof, basis: unverified §}]}] | measures 0 indicators 0
        measures [{id: x, indicators: [{key: a, stricter: {is: lower, basis: unverified §}}]}] | measures 0 indicators 0 stricter
        measures [{id: x, indicators: [{key: a, value: {is: done, basis: unverified §}}]}] | measures 0 indicators 0 value
        measures [{id: x, indicators: [{key: a, scale: proof, value: {is: card, basis: unverified §}}]}] | measures 0 indicators 0 value
        measures [{id: x, indicators: [{key: a, values: {1: {is: done, basis: unverified §}}}]}] | measures 0 indicators 0 values 1
        measures [{id: x, indicators: [{key: a, scale: proof, values: {1: {is: card, basis: unverified §}}}]}] | measures 0 indicators 0 values 1
        measures [{id: x, indicators: [{key: a, values: {is: {1: done}, basis: unverified §}}]}] | measures 0 indicators 0 values
        measures [{id: x, indicators: [{key: a, scale: proof, values: {is: {1: card}, basis: unverified §}}]}] | measures 0 indicators 0 values
        scales [{id: x, choices: {is: [{id: a}], basis: unverified §}}] | scales 0 choices
        scales [{id: x, choices: [{is: {id: a}, basis: unverified §}]}] | scales 0 choices 0
        scales [{id: x, choices: [{id: a, basis: unverified §}]}] | scales 0 choices 0
        stakeholders [{id: x, always: {is: true, basis: unverified §}}] | stakeholders 0 always
        patterns [{id: x, levels: {is: {secrecy: high}, basis: unverified §}}] | patterns 0 levels
        patterns [{id: x, levels: {secrecy: {is: high, basis: unverified §}}}] | patterns 0 levels secrecy
        service-types [{id: x, case: {is: office, basis: unverified §}}] | service-types 0 case
        service-types [{id: x, levels: {is: {use: low}, basis: unverified §}}] | service-types 0 levels
        service-types [{id: x, levels: {use: {is: low, basis: unverified §}}}] | service-types 0 levels use
        service-types [{id: x, levels: {use: {is: open, basis: unverified §}}}] | service-types 0 levels use
        system-cases [{id: x, components: {is: [server], basis: unverified §}}] | system-cases 0 components
        system-cases [{id: x, components: [{is: server, basis: unverified §}]}] | system-cases 0 components 0
        system-cases [{id: x, components: [{type: server, basis: unverified §}]}] | system-cases 0 components 0
        system-cases [{id: x, components: {type: server, basis: unverified §}}] | system-cases 0 components
        exclusions [{id: x, operators: {is: [staff], basis: unverified §}}] | exclusions 0 operators
        level-criteria [{property: use, rules: [], basis: unverified §}] | level-criteria 0
        level-criteria [{property: use, rules: {is: [{then: low}], basis: unverified §}}] | level-criteria 0 rules
        level-criteria [{property: use, rules: [{is: {then: low}, basis: unverified §}]}] | level-criteria 0 rules 0
        level-criteria [{property: use, rules: [{then: low, basis: unverified §}]}] | level-criteria 0 rules 0
        placement [{then: I, basis: unverified §}] | placement 0
        placement [{then: I, when: {aims-at: safety §}}] | placement 0 when
        links [{kind: counters, from: lock, to: fire, basis: unverified §}] | links 0
        links [{id: l, kind: counters, from: lock, to: fire, basis: unverified §}] | links 0
        links [{kind: maps, relation: equal, from: A.1, to: A.2, basis: unverified §}] | links 0
        links [{kind: involves, role: acts, from: staff, to: lock, basis: unverified §}] | links 0
        links [{kind: exposes, from: fire, to: nothing, because: why, basis: unverified §}] | links 0
        links [{kind: counters, from: lock, to: fire, evidence: {agree: report §}}] | links 0 evidence
        edits [{withdraw: threat fire, basis: unverified §}] | edits 0
        edits [{withdraw: component server, field: carries, was: disk, basis: unverified §}] | edits 0
        edits [{add: threat fire, field: tags, is: x, basis: unverified §}] | edits 0
        edits [{replace: unit h, field: factor, was: 3600, is: 60, basis: unverified §}] | edits 0
        catalog {schema: 1, id: x, version: 1, released: 2026-01-01 §} | catalog
        catalog {schema: 1, id: x, version: 1, released: 2026-01-01, sources: [{id: s §}]} | catalog sources 0
        catalog {schema: 1, id: x, version: 1, released: 2026-01-01, sources: {id: s §}} | catalog sources
    """,
    "figures": """
        figures [{id: x, form: image, basis: unverified §}] | figures 0
        figures [{id: x, form: table, cells: [], basis: unverified §}] | figures 0
        figures [{id: x, form: table, cells: [{id: a, is: b, basis: unverified §}]}] | figures 0 cells 0
        figures [{id: x, form: image, oddities: [{sort: naming §}]}] | figures 0 oddities 0
        figures [{id: x, form: image, oddities: {sort: naming §}}] | figures 0 oddities
        judgements [{id: j, rows: [a], columns: [c], first: {a: c}, second: {} §}] | judgements 0
        judgements [{id: j, rows: [a], columns: [c], first: {a: c}, second: {}, settled: [{row: a, column: c, holds: true §}]}] | judgements 0 settled 0
        judgements [{id: j, rows: [a], columns: [c], first: {a: c}, second: {}, settled: {row: a, column: c, holds: true §}}] | judgements 0 settled
        catalog {schema: 1, id: x, kind: figures, version: 1, released: 2026-01-01 §} | catalog
    """,
    "service": """
        {id: x, case: data-centre §} |
        {id: x, instances: [storage] §} |
        {id: x, case: data-centre, answers: {is: {partial-loss: true}, basis: unverified §}} | answers
        {id: x, case: data-centre, levels: {is: {availability: mid}, basis: unverified §}} | levels
        {id: x, instances: [{type: server, basis: unverified §}]} | instances 0
        {id: x, instances: [{is: server, basis: unverified §}]} | instances 0
        {id: x, instances: {is: [server], basis: unverified §}} | instances
        {id: x, case: data-centre, accepted: [{asset: server-log, threat: negligent.destruction, reason: x, by: x, on: 2026-01-01 §}]} | accepted 0
        {id: x, case: data-centre, accepted: [{is: {asset: server-log, threat: negligent.destruction, reason: x, by: x, on: 2026-01-01}, basis: unverified §}]} | accepted 0
        {id: x, case: data-centre, accepted: {is: [], basis: unverified §}} | accepted
        {id: x, case: data-centre, promises: [{measure: III.2.3.1, indicator: a, value: 1 time per 12 h §}]} | promises 0
        {id: x, case: data-centre, promises: [{is: {measure: III.2.3.1, indicator: a, value: 1 time per 12 h}, basis: unverified §}]} | promises 0
        {id: x, case: data-centre, promises: {is: [], basis: unverified §}} | promises
        {id: x, services: [{id: y, case: data-centre}] §} |
        {id: x, services: [{id: y, case: data-centre §}]} | services 0
    """,
}

# What is tried in the place of each key, and of each section; beside leaving it out.
FORMS = [None, "x", "a b", "", 7, -1, True, [], ["x"], [["x"]], {"x": "y"}, {"is": "x"}, {"basis": "unverified"}, "2026-01-01"]
