#!/usr/bin/env python3
"""The JSON Schemas of catalogs/schemas against the readers: the same files are good to both, and bad to both.

    test_schemas.py READ_TEXTS [--seed N] [--mutants N]

READ_TEXTS is the program of read_texts.cpp. Compared are

- what ships and what the documents show: catalogues, services, golden files;
- the stories of tests/golden/diagnostics, with what is expected of each, and the corpus of the fuzzer;
- the cases of cases.py, and in each record of its other table every key with every form of value, and the keys themselves;
- what ships with one change by chance in each copy.

What the reader refuses for its form, the schema must refuse; what it refuses for what it means, the schema must let pass: a schema sees
one file. KINDS says which is which. Exit status: 0 they agree.
"""

import argparse
import collections
import copy
import json
import pathlib
import random
import re
import subprocess
import sys

try:
    import jsonschema
    import yaml
except ImportError as missing:
    sys.exit(f"{missing}; scripts/packages/build.txt lists the packages of Debian")

import cases
import core_yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "catalogs"
SCHEMAS = SHIPPED / "schemas"

# Every kind of diagnostic that the reader has is here, and once.
KINDS = {
    # The form of a file: a schema sees it.
    "form": "unknown-key missing-key wrong-type invalid-id invalid-value unsupported-schema wrong-catalog-kind",
    # What names mean, and what other files say: no schema sees it.
    "meaning": "missing-basis unknown-id renamed duplicate-id wrong-kind parent-cycle not-comparable outside-lattice missing-manifest "
    "duplicate-manifest empty-catalog dependency-cycle edit-conflict edit-mismatch",
    # The text is not taken for YAML at all: no schema is asked.
    "text": "unreadable-file too-large too-many-errors not-utf8 control-character malformed-yaml second-document nesting-too-deep alias "
    "tag merge-key duplicate-key",
}
GROUP = {kind: group for group, kinds in KINDS.items() for kind in kinds.split()}

# What is told of the form, but rests on what other places say: kind, how the message reads, and why a schema cannot say it.
OF_MEANING = [
    ("missing-key", r"^link .* lacks `role`$", "needed where the catalogues have roles"),
    ("missing-key", r"^this acceptance lacks `asset`$", "needed where the catalogues have assets"),
    ("missing-key", r" has no components; give it a `case`", "needed where the catalogues have components; a case may have none left"),
    ("invalid-value", r"^one `value` where there are patterns ", "depends on whether the catalogues have patterns"),
    ("invalid-value", r" is linked to itself; ", "compares two places"),
    ("invalid-value", r"^the judges agree on ", "compares two places"),
    ("invalid-value", r"( is never edited; |^a `status` is never edited)", "what identifies an entry depends on what the edit leads to"),
    ("invalid-value", r" names no statement: `", "what has parts is seen in the catalogue that is edited"),
    ("invalid-value", r"^the indicator has no scale of which ", "the catalogues say which scale the indicator has"),
    ("invalid-value", r"^a bound `at (least|most)` on what is stricter when (lower|higher) promises nothing", "the catalogues say which is stricter"),
    ("wrong-catalog-kind", r" holds published figures; ", "the file is right, and given in the wrong place"),
]


# Stories in which the reader says less than it could, or more than a schema sees: file and unit, and why.
STORIES_DIFFER = {
    ("duplicate-manifest/catalogs/base/threats.yaml", "catalog"): "the reader looks at the first manifest only",
    ("invalid-value.nothing/catalog.yaml", "links 3"): 'notation: "nothing" in quotes is an id',
    ("wrong-type.quoted/catalog.yaml", "origins 1"): "notation: +1",
    ("wrong-type.quoted/catalog.yaml", "origins 2"): "notation: 0x10",
}

# What the schemas refuse and the reader does not come to, since a name before it is unknown: it says that first. The place, what the
# reader says, and what it leaves unsaid.
HIDDEN = [
    (r"^service-types/\d+/levels/", r"^unknown property ", "the level of a property that does not exist"),
    (r"^service-types/\d+/levels/[^/]+/among$", r"^unknown level ", "`among` beside a level that does not exist"),
    (r"^links/\d+$", r"^unknown |is the id of more than one kind", "that an `id` or a `relation` is needed, of unknown ends or limits"),
    (r"^edits/\d+", r"^there is no |does not exist; use `add`", "what an edit of something that does not exist lacks"),
]

# What the schemas refuse and the reader passes over without a word, by where it stands (cases.py: `ignored`).
IGNORED = [(r"^judgements/\d+/(first|second)(/|$)", "rows that are no ids, and rows that hold a mapping, are left out of the table")]


class Problems:
    """What does not hold, and how much was looked at."""

    def __init__(self):
        self.found = []
        self.counts = collections.Counter()

    def expect(self, holds, what):
        if not holds:
            self.found.append(what)


# ---------------------------------------------------------------------------------------------------------------------- the schemas

# The last four are those of yaml-language-server; other programs pass over them.
ANNOTATIONS = {"title", "description", "errorMessage", "patternErrorMessage", "doNotSuggest", "defaultSnippets"}


def ecma_pattern(validator, pattern, instance, schema):
    """JSON Schema has the patterns of ECMA 262, where `$` is the end and nothing before it."""
    if validator.is_type(instance, "string") and not re.search(re.sub(r"\$(?=\)|\||$)", r"\\Z", pattern), instance):
        yield jsonschema.ValidationError(f"{instance!r} does not match {pattern!r}")


Validator = jsonschema.validators.extend(jsonschema.Draft7Validator, {"pattern": ecma_pattern})


class Schema:
    """One of the schemas with what it takes from common.schema.json put inside, so that no file is looked for while validating."""

    def __init__(self, name):
        self.name = name
        self.tree = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
        common = json.loads((SCHEMAS / "common.schema.json").read_text(encoding="utf-8"))
        self.whole = self._renamed(self.tree, "")
        for key, part in common["definitions"].items():
            self.whole["definitions"]["common " + key] = self._renamed(part, "common ")
        self.validator = Validator(self.whole)

    @classmethod
    def _renamed(cls, part, here):
        if isinstance(part, list):
            return [cls._renamed(inner, here) for inner in part]
        if not isinstance(part, dict):
            return part
        renamed = {key: cls._renamed(inner, here) for key, inner in part.items()}
        if isinstance(part.get("$ref"), str):
            file, name = part["$ref"].split("#/definitions/")
            renamed["$ref"] = "#/definitions/" + ("common " if file else here) + name
        return renamed

    def errors(self, document):
        return list(self.validator.iter_errors(document))

    def resolve(self, part):
        while "$ref" in part:
            found = self.whole
            for step in part["$ref"][2:].split("/"):
                found = found[step]
            part = found
        return part


def check_the_schemas_themselves(schemas, problems):
    """They are draft 7, every reference leads somewhere, and every property says in two languages what it is."""

    def walk(schema, part, path):
        if isinstance(part, list):
            for i, inner in enumerate(part):
                walk(schema, inner, path + [str(i)])
        if not isinstance(part, dict):
            return
        place = f"{schema.name}.schema.json: {'/'.join(path)}"
        if "$ref" in part and isinstance(part["$ref"], str):
            beside = set(part) - ANNOTATIONS - {"$ref"}
            problems.expect(not beside, f"{place}: what stands beside $ref does not count in draft 7: {sorted(beside)}")
            try:
                schema.resolve(part)
            except KeyError:
                problems.expect(False, f"{place}: {part['$ref']} leads nowhere")
        for key, inner in part.get("properties", {}).items() if isinstance(part.get("properties"), dict) else ():
            # Where a condition looks at a property, it has been described already.
            if part.get("additionalProperties") is not False or not isinstance(inner, dict):
                continue
            problems.counts["properties described"] += 1
            text = inner.get("description") or schema.resolve(inner).get("description", "")
            japanese, _, english = text.partition(" / ")
            both = re.search(r"[぀-ヿ一-鿿]", japanese) and re.search(r"[a-z]", english)
            problems.expect(both, f"{place}/properties/{key}: no description `ja / en`, but {text!r}")
        for key, inner in part.items():
            if key not in ("enum", "const", "required"):
                walk(schema, inner, path + [key])

    for schema in schemas.values():
        Validator.check_schema(schema.whole)
        problems.expect(schema.tree["$schema"] == "http://json-schema.org/draft-07/schema#", f"{schema.name}: another draft")
        walk(schema, schema.whole, [])


# ----------------------------------------------------------------------------------------------------------------------- the reader


class Reader:
    """Gathers what is to be read, reads all of it in one run of the program, and gives each part its answer."""

    def __init__(self, program):
        self.program = program
        self.requests = []
        self.kinds, self.words, self.answers = [], {}, []

    def ask(self, how, files, on=""):
        """`files`: pairs of a name and a text. The number of the answer."""
        texts = [{"name": name, "text": text} for name, text in files]
        self.requests.append({"as": how, "on": str(on), "files": texts})
        return len(self.requests) - 1

    def read(self):
        run = subprocess.run(
            [self.program], input=json.dumps(self.requests), capture_output=True, check=False, encoding="utf-8"
        )
        if run.returncode != 0:
            sys.exit(f"{self.program} ended with {run.returncode}\n{run.stderr}")
        answer = json.loads(run.stdout)
        self.kinds, self.words = answer["kinds"], answer["words"]
        for said in answer["read"]:
            by_file = collections.defaultdict(list)
            for diagnostic in said:
                by_file[diagnostic["file"]].append(diagnostic)
            self.answers.append(by_file)

    def said(self, number, name):
        return self.answers[number].get(name, [])


USED = set()


def group_of(diagnostic):
    """Whether it is about the form, the meaning, or the text; nothing of a warning."""
    if diagnostic["severity"] != "error":
        return None
    for row in OF_MEANING:
        if diagnostic["kind"] == row[0] and re.search(row[1], diagnostic["message"]):
            USED.add(row)
            return "meaning"
    return GROUP[diagnostic["kind"]]


# ------------------------------------------------------------------------------------------------------------------------- comparing


class Units:
    """A file in parts that are judged each for itself: an item of a section, a section that is no list, or what is left."""

    def __init__(self, schema, document, places):
        self.document = document
        self.places = places
        self.sections = set() if schema.name == "service" else set(schema.whole["properties"])

    def at(self, line, column):
        """The unit in which that place of the text lies."""
        for key, part in self.places.parts.items() if isinstance(self.document, dict) else ():
            if not part.holds((line, column)):
                continue
            for i, item in part.parts.items() if isinstance(self.document[key], list) else ():
                if item.holds((line, column)):
                    return self._unit((key, i))
            return self._unit((key,))
        return ()

    def is_edited(self, unit, diagnostic):
        """Whether it is told of what an edit puts in place: that is read as a part of what the edit changes."""
        if unit[:1] != ("edits",) or len(unit) < 2 or " says nothing here; " in diagnostic["message"]:
            return False
        at = (diagnostic["line"], diagnostic["column"])
        edit = self.places.parts["edits"].parts[unit[1]]
        value = edit.parts.get("is")
        if value is not None and value.holds(at):
            return True
        return at == edit.start and re.search(r"^(?!this edit ).* has no key ", diagnostic["message"])

    def of(self, error):
        path = list(error.absolute_path)
        many = len(path) > 1 and isinstance(self.document.get(path[0]), list)
        return self._unit(tuple(path[: 2 if many else 1]))

    def whole(self, key):
        return self._unit((key,))

    def _unit(self, unit):
        """A section that is none is the file's mistake; and what a service lacks, the reader tells where the service starts."""
        return () if len(unit) == 1 and unit[0] not in self.sections else unit


def shown(error):
    best = jsonschema.exceptions.best_match([error])
    return f"{'/'.join(map(str, best.absolute_path)) or 'the whole'}: {best.message[:160]}"


# One change in each of those files, so one judgement.
CHANGED = ("forms", "mutants")


def compare(name, schema, text, diagnostics, problems, sort):
    """Unit by unit: what the reader refuses for its form is refused by the schema, and nothing else."""
    groups = [(diagnostic, group_of(diagnostic)) for diagnostic in diagnostics]
    try:
        document, places = core_yaml.load(text)
    except (yaml.YAMLError, ValueError) as error:
        problems.expect(any(group == "text" for _, group in groups), f"{name}: only PyYAML refuses it: {error}")
        return
    kinds = {diagnostic["kind"] for diagnostic in diagnostics}
    if kinds & {"malformed-yaml", "not-utf8", "second-document"}:
        return
    if "unsupported-schema" in kinds:  # the reader leaves the rest alone
        document = {"catalog": document["catalog"]}
    units = Units(schema, document, places)
    refused, unseen = collections.defaultdict(list), set()
    for diagnostic, group in groups:
        unit = units.at(diagnostic["line"], diagnostic["column"]) if places else ()
        if group == "text":
            unseen.add(unit)
        elif group == "form" and not units.is_edited(unit, diagnostic):
            refused[unit].append(f"{diagnostic['message']} [{diagnostic['kind']}]")
    by_schema = collections.defaultdict(list)
    for error in schema.errors(document):
        unit = units.of(error)
        place = "/".join(map(str, error.absolute_path))
        said = [diagnostic["message"] for diagnostic, group in groups if group == "meaning"]
        ignored = any(re.search(where, place) for where, _ in IGNORED)
        hidden = sort in CHANGED and any(re.search(where, place) and any(re.search(what, one) for one in said) for where, what, _ in HIDDEN)
        if refused[unit] or not (ignored or hidden):
            by_schema[unit].append(shown(error))
        else:
            problems.counts[f"{sort}: {'ignored by the reader' if ignored else 'hidden by an unknown name'}"] += 1
    all_units = {()}
    if isinstance(document, dict):
        for key, part in document.items():
            all_units |= {(key, i) for i in range(len(part))} if isinstance(part, list) else {units.whole(key)}
    for unit in sorted(all_units | set(refused) | set(by_schema), key=str):
        if unit in unseen:
            continue
        if sort not in CHANGED:
            problems.counts[f"{sort}: {'bad' if refused[unit] else 'good'}"] += 1
        title = " ".join(map(str, unit)) or "the file"
        where = f"{name}: {title}"
        if (name, title) in STORIES_DIFFER:
            USED.add((name, title))
            problems.expect(bool(refused[unit]) != bool(by_schema[unit]), f"{where}: agrees by now; take it out of STORIES_DIFFER")
            problems.counts[f"{sort}: differ"] += 1
            continue
        if refused[unit] and not by_schema[unit]:
            problems.expect(False, f"{where}: the schema takes what the reader refuses: {'; '.join(refused[unit])}")
        elif by_schema[unit] and not refused[unit]:
            problems.expect(False, f"{where}: the schema refuses what the reader takes: {'; '.join(by_schema[unit])}")
    if sort in CHANGED:
        problems.counts[f"{sort}: {'bad' if any(refused.values()) else 'good'}"] += 1


# ------------------------------------------------------------------------------------------------------------------------- good files


def kind_of(folder_or_file):
    """What its manifest says a catalogue is; one that says nothing of it, or cannot be read, is an ordinary one."""
    manifest = folder_or_file / "manifest.yaml" if folder_or_file.is_dir() else folder_or_file
    try:
        document = core_yaml.load(manifest.read_text(encoding="utf-8"))[0]
    except (OSError, yaml.YAMLError):
        return "catalog"
    found = document.get("catalog") if isinstance(document, dict) else None
    return (found.get("kind") if isinstance(found, dict) else None) or "catalog"


def schema_of(schemas, folder_or_file):
    return schemas["figures" if kind_of(folder_or_file) == "figures" else "catalog"]


def catalog_files(folder):
    return sorted(path for path in folder.glob("*.y*ml") if path.is_file() and not path.name.startswith("."))


def examples_in(document):
    """The YAML blocks of a document; an ellipsis for a basis is none."""
    text = (ROOT / "docs" / document).read_text(encoding="utf-8")
    blocks = re.findall(r"^```yaml\n(.*?)^```", text, re.S | re.M)
    return [re.sub(r"basis: (…|\{…\})", "basis: unverified", block) for block in blocks]


MANIFEST = """\
catalog: {schema: 1, id: %s, version: 1.0.0, released: 2026-01-01, depends-on: [%s], sources: [{id: report}]}
basis: unverified
"""
FIGURES = MANIFEST.replace("version", "kind: figures, version")


def ask_for_good(schemas, reader, problems):
    """What ships and what the documents show: the reader takes it as it is."""
    jobs = []

    def job(name, schema, text, number):
        jobs.append((name, schema, text, number))

    for folder in sorted(path.parent for path in SHIPPED.glob("*/manifest.yaml")):
        schema = schema_of(schemas, folder)
        for path in catalog_files(folder):
            job(str(path.relative_to(ROOT)), schema, path.read_text(encoding="utf-8"), None)
    field = ROOT / "tests/golden/cli/field"
    for path in catalog_files(field):
        job(str(path.relative_to(ROOT)), schemas["catalog"], path.read_text(encoding="utf-8"), None)
    # That those load is tested elsewhere. The others are read here.
    golden = ROOT / "tests/golden/cli"
    for path in sorted((ROOT / "examples").glob("*.yaml")) + [golden / f"{name}.yaml" for name in ("service", "promising", "wrong")]:
        text, name = path.read_text(encoding="utf-8"), str(path.relative_to(ROOT))
        on = field if path.parent == golden else SHIPPED
        job(name, schemas["service"], text, reader.ask("services", [(name, text)], on))
    overlay = golden / "overlay.yaml"
    text, name = overlay.read_text(encoding="utf-8"), str(overlay.relative_to(ROOT))
    job(name, schemas["catalog"], text, reader.ask("catalogs", [(name, text)], field))

    shown_there = examples_in("catalog-format.md")
    problems.expect(len(shown_there) == 5, f"docs/catalog-format.md has {len(shown_there)} examples, and not the five known here")
    whole = "basis: unverified\n" + shown_there[0] + shown_there[1]
    above = MANIFEST % ("above", "mic-2008-threats") + shown_there[2]
    number = reader.ask("catalogs", [("docs/catalog-format.md", whole), ("docs/catalog-format.md, edits", above)])
    job("docs/catalog-format.md", schemas["catalog"], whole, number)
    job("docs/catalog-format.md, edits", schemas["catalog"], above, number)
    printed = (FIGURES % ("printed", "")).replace("id: report", "id: mic-2008-report") + shown_there[3] + shown_there[4]
    job("docs, figures", schemas["figures"], printed, reader.ask("figures", [("docs, figures", printed)]))
    shown_there = examples_in("service-format.md")
    problems.expect(len(shown_there) == 5, f"docs/service-format.md has {len(shown_there)} examples, and not the five known here")
    start_of_parts = "id: s\ninstances: [{id: web-server, type: server}]\n"
    starts = ["", "id: s\ninstances:\n- {id: platform, type: server}\n", start_of_parts, start_of_parts, ""]
    for i, (start, block) in enumerate(zip(starts, shown_there)):
        name, text = f"docs/service-format.md, {i}", start + block
        job(name, schemas["service"], text, reader.ask("services", [(name, text)], SHIPPED))

    def finish():
        for name, schema, text, number in jobs:
            said = [] if number is None else reader.said(number, name)
            if not name.endswith("wrong.yaml"):
                problems.expect(not said, f"{name}: not good to the reader: {said}")
            compare(name, schema, text, said, problems, "shipped and documented")

    return finish


# ---------------------------------------------------------------------------------------------------------------------------- stories

TOLD = re.compile(r"^(\S.*?):(\d+):(\d+): (error|warning|note): (.*) \[([a-z0-9-]+)\]$")


def expected_of(story):
    said = collections.defaultdict(list)
    for line in (story / "expected").read_text(encoding="utf-8").splitlines():
        found = TOLD.match(line)
        if found:
            file, row, column, severity, message, kind = found.groups()
            said[file].append({"line": int(row), "column": int(column), "severity": severity, "kind": kind, "message": message})
    return said


def compare_stories(schemas, problems):
    """What is expected of each story of tests/golden/diagnostics, which another test holds the reader to."""
    stories = ROOT / "tests/golden/diagnostics"
    count = 0
    for story in sorted(path for path in stories.iterdir() if path.is_dir()):
        said = expected_of(story)
        folders = {path.parent for path in story.glob("catalogs/*/*.yaml")}
        files = sorted(story.glob("*.yaml")) + [path for folder in sorted(folders) for path in catalog_files(folder)]
        for path in files:
            name = str(path.relative_to(story))
            try:
                text = path.read_bytes().decode("utf-8")
            except UnicodeDecodeError:
                problems.expect(any(one["kind"] == "not-utf8" for one in said[name]), f"{story.name}/{name}: not UTF-8")
                continue
            if path.name == "service.yaml" and path.parent == story:
                schema = schemas["service"]
            else:
                schema = schema_of(schemas, path if path.parent == story else path.parent)
            count += 1
            compare(f"{story.name}/{name}", schema, text, said[name], problems, "stories")
    problems.expect(count > 80, f"only {count} files of stories were found")


def ask_for_corpus(schemas, reader, problems):
    """What once broke the reader is good to try on a schema too: each as a catalogue, and as a service."""
    jobs = []
    for path in sorted((ROOT / "tests/fuzz/corpus/load_catalog_fuzz").iterdir()):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for how, schema, on in (("catalogs", "catalog", ""), ("services", "service", SHIPPED)):
            name = f"{path.name} as {schema}"
            jobs.append((name, schemas[schema], text, reader.ask(how, [(name, text)], on)))

    def finish():
        for name, schema, text, number in jobs:
            compare(name, schema, text, reader.said(number, name), problems, "corpus")

    return finish


# ------------------------------------------------------------------------------------------------------------------------------ cases


def file_of_case(place, yaml_text, number):
    """A whole file with that piece in its place."""
    schema, section = place.split()
    if schema == "service":
        return yaml_text
    manifest = (FIGURES if schema == "figures" else MANIFEST) % (f"case-{number}", "" if schema == "figures" else "base")
    if section == "manifest":
        filler = "figures: [{id: 1, form: image}]" if schema == "figures" else "threats: [{id: filler}]"
        return f"catalog: {yaml_text}\nbasis: unverified\n{filler}\n"
    if section == "file":
        first, rest = manifest.split("\n", 1)[0], yaml_text
        return "{" + first + ", " + rest.lstrip()[1:]
    return f"{manifest}{section}: [{yaml_text}]\n"


def ask_for_cases(schemas, reader, problems):
    jobs, number = [], 0
    used = set()
    for place, lines in cases.CASES.items():
        schema = place.split()[0]
        together = []
        for line in lines.splitlines():
            if not line.strip():
                continue
            number += 1
            what, text = (part.strip() for part in line.split("|", 1))
            what, _, reason = what.partition("; but ")
            name = f"{place} | {text}"
            text = file_of_case(place, text, number)
            if reason:
                used.add(reason)
                problems.expect(reason in cases.DIFFERS, f"{name}: no reason is called {reason}")
            together.append((name, text, what, reason))
        if schema == "catalog" and place != "catalog edits":
            asked = reader.ask("catalogs", [("base", cases.BASE)] + [(name, text) for name, text, _, _ in together])
            jobs += [(place, one, asked) for one in together]
        else:
            for one in together:  # edits of one statement would be in conflict
                base = [("base", cases.BASE)] if schema == "catalog" else []
                on = SHIPPED if schema == "service" else ""
                jobs.append((place, one, reader.ask(HOW[schema], base + [one[:2]], on)))

    def finish():
        for reason in set(cases.DIFFERS) - used:
            problems.expect(False, f"no case differs by `{reason}`")
        for place, (name, text, what, reason), asked in jobs:
            said = reader.said(asked, name)
            form = {one["kind"] for one in said if one["severity"] == "error" and GROUP[one["kind"]] == "form"}
            words = set() if what == "fine" else set(what.split())
            problems.expect(form == words, f"{name}: the reader says {sorted(form) or 'nothing'}: {[one['message'] for one in said]}")
            problems.expect(all(group_of(one) != "text" for one in said), f"{name}: no YAML: {said}")
            errors = schemas[place.split()[0]].errors(core_yaml.load(text)[0])
            problems.counts[f"cases: {'bad' if words else 'good'}{', but ' + reason if reason else ''}"] += 1
            differs = bool(errors) != bool(words)
            if reason:
                problems.expect(differs, f"{name}: agrees by now; leave `but {reason}` out")
            else:
                problems.expect(not differs, f"{name}: the schema says {[shown(one) for one in errors] or 'nothing'}")

    return finish


# --------------------------------------------------------------------------------------------------------------- every key, every form

def at(document, path):
    for step in path:
        document = document[step]
    return document


def records(schemas):
    """Each record: its schema, the file up to the record's own section, the text of the rest, and the way to the record."""
    for section, items in schemas["catalog"].tree["properties"].items():
        if items.get("items", {}).get("$ref") and section not in ("level-criteria", "placement", "links", "edits"):
            more = "operators: staff, " if section == "exclusions" else ""  # or components: one of the two is needed
            name = "counters" if section == "steps" else "x"
            yield "catalog", f"{section}: [{{id: {name}, {more}basis: unverified §}}]", (section, 0)
    for schema, lines in cases.RECORDS.items():
        for line in filter(None, map(str.strip, lines.splitlines())):
            text, path = (part.strip() for part in line.rsplit("|", 1))
            path = tuple(int(step) if step == "0" else step for step in path.split())
            yield schema, text if schema == "service" else text.replace(" ", ": ", 1), path
    yield "catalog", "threats: [{id: x}] §", ()
    yield "figures", "figures: [{id: x, form: image}] §", ()


def whole_file(schema, text, name):
    """The text with a manifest, where it is none itself."""
    if schema == "service" or text.startswith("catalog: "):
        return text
    manifest = FIGURES % (name, "") if schema == "figures" else MANIFEST % (name, "base")
    return manifest + text


DROPPED = object()
HOW = {"catalog": "catalogs", "figures": "figures", "service": "services"}


def ask_for_records(schemas, reader, problems):
    """The keys of every record are the same, and in each of them every form of value is good or bad to both."""
    asked_for_keys, jobs, together = [], [], []
    for i, (schema, text, path) in enumerate(records(schemas)):
        name = f"{schema} {' '.join(map(str, path))} of `{text.replace(' §', '')}`"
        good = core_yaml.load(whole_file(schema, text.replace(" §", ""), f"record-{i}"))[0]
        errors = schemas[schema].errors(good)
        problems.expect(not errors, f"{name}: not good to the schema: {[shown(error) for error in errors]}")
        keys = keys_taken(schemas[schema], good, path)
        extra = ", zzz: 1" if path or schema == "service" else "\nzzz: 1"
        probe = whole_file(schema, text.replace(" §", extra), f"record-{i}")
        base = [("base", cases.BASE)] if schema == "catalog" else []
        on = SHIPPED if schema == "service" else ""
        asked_for_keys.append((name, schema, path, keys, reader.ask(HOW[schema], base + [(name, probe)], on)))
        of_file = not path and schema != "service"  # then the manifest is ours, and looked at by itself
        for key in sorted(keys - {"catalog"} if of_file else keys):
            for form in cases.FORMS + ([DROPPED] if key in at(good, path) else []):
                changed = copy.deepcopy(good)
                if form is DROPPED:
                    del at(changed, path)[key]
                else:
                    at(changed, path)[key] = form
                if schema == "figures" and (changed.get("catalog") or {}).get("kind") != "figures":
                    continue  # then it is another kind of file
                title = f"{name}, {key}: {'-' if form is DROPPED else as_text(form)} #{len(jobs)}"
                if schema == "catalog" and "edits" not in changed and "catalog" not in path:
                    changed["catalog"]["id"] = f"form-{len(jobs)}"
                    together.append((title, as_text(changed)))
                    jobs.append((title, schema, changed, None))
                else:  # a manifest may mislead the others, and edits of one statement are in conflict
                    files = base + [(title, as_text(changed))]
                    jobs.append((title, schema, changed, reader.ask(HOW[schema], files, on)))
    number = reader.ask("catalogs", [("base", cases.BASE)] + together)

    def finish():
        for name, schema, path, keys, asked in asked_for_keys:
            told = [one["message"] for one in reader.said(asked, name) if "has no key 'zzz'; its keys are " in one["message"]]
            problems.expect(len(told) == 1, f"{name}: the reader does not tell its keys: {reader.said(asked, name)}")
            if len(told) != 1:
                continue
            known = set(told[0].split("its keys are ", 1)[1].split(", "))
            if not path and schema != "service":  # which of the sections belong here, the kind of the catalogue says
                own = {"figures", "judgements"}
                keys = keys | own if schema == "catalog" else keys & (own | {"basis", "catalog"}) | (known - own - {"basis", "catalog"})
            keys = (keys - ({"services"} - known)) | ({"is"} & known if path[:1] == ("edits",) else set())
            problems.expect(keys == known, f"{name}: the schema has {sorted(keys - known)}, the reader {sorted(known - keys)} more")
            problems.counts["records with the same keys"] += 1
        for name, schema, document, asked in jobs:
            said = reader.said(number if asked is None else asked, name)
            compare(name, schemas[schema], as_text(document), said, problems, "forms")

    return finish


def keys_taken(schema, document, path):
    """The keys that the schema has for the record there: all that are named anywhere are tried at once."""
    trial = copy.deepcopy(document)
    record = at(trial, path)
    # These make another thing of a record: a wrapper, a portfolio.
    tried = {key for key in keys_named_in(schema) | {"zzz"} if key not in ("is", "services") or key in record}
    for key in tried:
        record.setdefault(key, {"no": ["such", "thing"]})
    refused = set()
    for error in deep(schema.errors(trial)):
        if error.validator == "additionalProperties" and list(error.absolute_path) == list(path):
            refused |= set(error.instance) - set(error.schema.get("properties", {}))
    return tried - refused


def deep(errors):
    for error in errors:
        yield error
        yield from deep(error.context or ())


def keys_named_in(schema):
    found = set()

    def walk(part):
        if isinstance(part, dict):
            if isinstance(part.get("properties"), dict):
                found.update(part["properties"])
            for inner in part.values():
                walk(inner)
        elif isinstance(part, list):
            for inner in part:
                walk(inner)

    walk(schema.whole)
    return found


def check_the_words(schemas, reader, problems):
    """The words of the tool are the same: kinds of entries, links and steps, sections, comparisons."""
    catalog, figures = schemas["catalog"], schemas["figures"]
    kinds = catalog.tree["definitions"]["link"]["properties"]["kind"]["enum"]
    problems.expect(set(kinds) == set(reader.words["links"]), f"kinds of links: {sorted(set(kinds) ^ set(reader.words['links']))}")
    steps = catalog.tree["definitions"]["step"]["properties"]["id"]["enum"]
    problems.expect(steps == reader.words["steps"], f"kinds of steps: {sorted(set(steps) ^ set(reader.words['steps'])) or 'another order'}")
    compare = set(figures.tree["definitions"]["compare"]["enum"]) - {None}
    problems.expect(compare == set(reader.words["comparisons"]), f"comparisons: {sorted(compare ^ set(reader.words['comparisons']))}")
    for section in reader.words["sections"]:
        problems.expect(section in catalog.tree["properties"], f"the schema has no section {section}")
    for kind in reader.words["entries"] + ["link", "rule", "criterion"]:
        errors = catalog.errors({"edits": [{"withdraw": f"{kind} x"}]})
        problems.expect(not errors, f"the schema knows no `{kind} x` to edit")
    for part in (catalog.whole, figures.whole):
        for place in places_with(part, "enumDescriptions"):
            problems.expect(len(place["enum"]) == len(place["enumDescriptions"]), f"{place['enum']}: a word without a description")
    problems.counts["words of the tool"] += sum(len(words) for words in reader.words.values())


def places_with(part, key):
    if isinstance(part, dict):
        if key in part:
            yield part
        for inner in part.values():
            yield from places_with(inner, key)
    elif isinstance(part, list):
        for inner in part:
            yield from places_with(inner, key)


# ---------------------------------------------------------------------------------------------------------------------------- mutants


def paths_in(value, path=()):
    yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths_in(inner, path + (key,))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from paths_in(inner, path + (i,))


SCALARS = ["", " ", "a b", "①", "-", "2026-02-30", "x", "unverified", "open", "within 5 h *", "at least 1 time per 0 h", 7, -1, 1.5]
SCALARS += [True, False, None]


def mutate(value, chance):
    """One change somewhere inside; what it is, and the changed copy."""
    value = copy.deepcopy(value)
    path = chance.choice(list(paths_in(value))[1:])
    holder, last = at(value, path[:-1]), path[-1]
    old = holder[last]
    ways = ["drop", "null", "list", "mapping", "wrap", "wrap with basis", "scalar", "scalar", "empty list", "empty mapping", "only a basis"]
    if isinstance(holder, dict):
        ways += ["drop", "rename", "rename", "add", "bad key"]
    if isinstance(old, list) and old:
        ways += ["single", "twice"]
    way = chance.choice(ways)
    what = f"{way} at {'/'.join(map(str, path))}"
    if way == "drop":
        del holder[last]
    elif way == "rename":
        keys = list(holder.items())
        near = chance.choice([last + "s", last[:-1], last.upper(), last + "-x", "is", "basis", "because", "title"])
        holder.clear()
        holder.update({near if key == last else key: inner for key, inner in keys})
        what += f" to {near}"
    elif way == "add":
        key = chance.choice(["note", "colour", "is", "because", "basis", "role", "properties", "status"])
        holder[key] = chance.choice(["x", "unverified", ["x"]])
    elif way == "bad key":
        holder["a b"] = "x"
    else:
        holder[last] = {
            "null": lambda: None,
            "list": lambda: [old],
            "mapping": lambda: {"x": old},
            "wrap": lambda: {"is": old},
            "wrap with basis": lambda: {"is": old, "basis": "unverified", "because": "x"},
            "scalar": lambda: chance.choice(SCALARS),
            "empty list": lambda: [],
            "empty mapping": lambda: {},
            "only a basis": lambda: {"basis": "unverified"},
            "single": lambda: old[0],
            "twice": lambda: [old, old],
        }[way]()
        if way == "scalar":
            what += f": {holder[last]!r}"
    return what, value


def as_text(document):
    """JSON is YAML in which every text stands in quotes; of `nothing` quotes would make the id of an entry."""
    return json.dumps(document, ensure_ascii=False).replace('"to": "nothing"', '"to": nothing')


def small_figure(section, item):
    """Tables of thousands of cells would be read thousands of times."""
    item = copy.deepcopy(item)
    if section == "figures":
        for key in ("cells", "oddities"):
            if isinstance(item.get(key), list):
                item[key] = item[key][:3]
        return item
    disputed = [one["row"] for one in item.get("settled", [])][:2]
    item["rows"] = disputed + [row for row in item["rows"] if row not in disputed][:1]
    for judge in ("first", "second"):
        item[judge] = {row: item[judge][row] for row in item["rows"] if row in item[judge]}
    item["settled"] = [one for one in item.get("settled", []) if one["row"] in disputed][:3]
    return item


def good_cases(place):
    """The good pieces of a place of cases.py: what ships does not use every form."""
    lines = [line.split("|", 1)[1] for line in cases.CASES[place].splitlines() if line.startswith("fine ")]
    pieces = [core_yaml.load(line)[0] for line in lines]
    # A number with an exponent, as JSON would write it, the reader refuses.
    return [piece for piece in pieces if isinstance(piece, dict) and len(piece) > 1 and not re.search(r"\de-\d", as_text(piece))]


def pieces_to_change():
    """What a mutant is made of: the schema, the section, on which catalogues it stands, and the pieces."""
    found = collections.defaultdict(list)
    for folder in sorted(path.parent for path in SHIPPED.glob("*/manifest.yaml")):
        kind = kind_of(folder)
        for path in catalog_files(folder) if kind != "overlay" else ():
            document = core_yaml.load(path.read_text(encoding="utf-8"))[0] or {}
            schema = "figures" if kind == "figures" else "catalog"
            for section, items in document.items():
                if section == "catalog":
                    found[schema, "manifest", ""].append(items)
                elif kind == "figures" and isinstance(items, list):
                    found[schema, section, ""] += [small_figure(section, item) for item in items]
                elif isinstance(items, list) and section != "edits":
                    found[schema, section, SHIPPED] += items
    for place in cases.CASES:
        schema, section = place.split()
        if section not in ("file", "manifest"):
            found[schema, section, "base" if schema == "catalog" else ""] += good_cases(place)
    for path in sorted((ROOT / "examples").glob("*.yaml")):
        found["service", "file", SHIPPED].append(core_yaml.load(path.read_text(encoding="utf-8"))[0])
    found["service", "file", SHIPPED] += good_cases("service file")
    return found


def ask_for_mutants(schemas, reader, problems, seed, count):
    """Files that ship, each with one change by chance: whatever it makes of them, both see it alike."""
    chance = random.Random(seed)
    folders = sorted(path.parent for path in SHIPPED.glob("*/manifest.yaml"))
    below = {"base": ["base"], SHIPPED: [folder.name for folder in folders if kind_of(folder) == "catalog"]}
    jobs, together = [], {"base": [("base", cases.BASE)], SHIPPED: []}
    for (schema, section, on), pieces in pieces_to_change().items():
        for piece in [chance.choice(pieces) for _ in range(4 * count if section in ("file", "edits") else count) if pieces]:
            what, changed = mutate(piece, chance)
            name = f"{section} {piece.get('id', piece.get('property', ''))}: {what} #{len(jobs)}"
            manifest = {"schema": 1, "id": f"m{len(jobs)}", "version": "1.0.0", "released": "2026-01-01"}
            if schema == "figures":
                manifest.update({"kind": "figures", "depends-on": ["mic-2008-threats"]})
                filler = {"figures": [{"id": "1", "form": "image"}]}
            else:
                manifest.update({"depends-on": below.get(on, []), "sources": [{"id": "report"}]})
                filler = {"threats": [{"id": "t"}]}
            if section == "file":
                document = changed
            elif section == "manifest":
                document = {"catalog": changed, "basis": "unverified", **filler}
            else:
                document = {"catalog": manifest, "basis": "unverified", section: [changed]}
            if schema == "figures" and document["catalog"].get("kind") != "figures":
                continue  # then it is another kind of file
            text = as_text(document)
            if section in ("manifest", "edits") or schema != "catalog":  # as in ask_for_records
                base = [("base", cases.BASE)] if section == "edits" else []
                jobs.append((name, schema, text, reader.ask(HOW[schema], base + [(name, text)], on if on == SHIPPED else "")))
            else:
                together[on].append((name, text))
                jobs.append((name, schema, text, on))
    asked = {on: reader.ask("catalogs", files, on if on == SHIPPED else "") for on, files in together.items()}

    def finish():
        for name, schema, text, number in jobs:
            compare(name, schemas[schema], text, reader.said(asked.get(number, number), name), problems, "mutants")

    return finish


# ------------------------------------------------------------------------------------------------------------------------------- main


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("reader")
    options.add_argument("--seed", type=int, default=20080130)
    options.add_argument("--mutants", type=int, default=20, help="of each section")
    given = options.parse_args()
    problems = Problems()
    schemas = {name: Schema(name) for name in ("catalog", "figures", "service")}
    check_the_schemas_themselves(schemas, problems)
    reader = Reader(given.reader)
    finishes = [
        ask_for_good(schemas, reader, problems),
        ask_for_corpus(schemas, reader, problems),
        ask_for_cases(schemas, reader, problems),
        ask_for_records(schemas, reader, problems),
        ask_for_mutants(schemas, reader, problems, given.seed, given.mutants),
    ]
    reader.read()
    for kind in reader.kinds:
        problems.expect(kind in GROUP, f"no group of KINDS lists the kind {kind}: does it tell of the form, or of the meaning?")
    problems.expect(len(GROUP) == sum(len(kinds.split()) for kinds in KINDS.values()), "a kind stands in two groups of KINDS")
    if set(reader.kinds) <= set(GROUP):
        for finish in finishes:
            finish()
        compare_stories(schemas, problems)
        check_the_words(schemas, reader, problems)
        for row in [*OF_MEANING, *STORIES_DIFFER]:
            problems.expect(row in USED, f"nothing differs by this any more, take it out: {row}")
    for what, number in sorted(problems.counts.items()):
        print(f"{number:7} {what}")
    for problem in problems.found:
        print(problem)
    print(f"{len(problems.found)} disagreements" if problems.found else "schemas and readers agree")
    return 1 if problems.found else 0


if __name__ == "__main__":
    sys.exit(main())
