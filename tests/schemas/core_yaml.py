"""YAML as the core schema of YAML 1.2 reads it, with the place of every node; what an editor's validator sees.

PyYAML is YAML 1.1 (`no` is false there, 12:30 a number of seconds, a date a date), so its resolvers are replaced. Keys are texts, as in
JSON: `1: x` has the key "1". Duplicate keys, anchors, tags and merge keys are none of a schema's business: they are not looked at.
"""

import re

import yaml

Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class CoreLoader(Parser):
    yaml_implicit_resolvers = {}


def _int(text):
    for prefix, base in (("0o", 8), ("0x", 16)):
        if text.startswith(prefix):
            return int(text[2:], base)
    return int(text)


def _float(text):
    return float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))


CORE = {
    "null": (r"~|null|Null|NULL|", list("~nN") + [""], lambda text: None),
    "bool": (r"true|True|TRUE|false|False|FALSE", list("tTfF"), lambda text: text.lower() == "true"),
    "int": (r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789"), _int),
    "float": (
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
        list("-+0123456789."),
        _float,
    ),
}
MAKE = {}
for _name, (_pattern, _first, _make) in CORE.items():
    _tag = "tag:yaml.org,2002:" + _name
    MAKE[_tag] = _make
    CoreLoader.add_implicit_resolver(_tag, re.compile("^(?:" + _pattern + ")$"), _first)


class Place:
    """Where a node starts and ends, line and column from 1, and the same of what it holds."""

    def __init__(self, node):
        self.start = (node.start_mark.line + 1, node.start_mark.column + 1)
        self.end = (node.end_mark.line + 1, node.end_mark.column + 1)
        self.parts = {}
        self.keys = {}

    def holds(self, at):
        return self.start <= at < self.end


def _build(node):
    place = Place(node)
    if isinstance(node, yaml.MappingNode):
        value = {}
        for key, inner in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else repr(key.value)
            value[name], place.parts[name] = _build(inner)
            place.keys[name] = (key.start_mark.line + 1, key.start_mark.column + 1)
        return value, place
    if isinstance(node, yaml.SequenceNode):
        built = [_build(inner) for inner in node.value]
        place.parts = dict(enumerate(part for _, part in built))
        return [inner for inner, _ in built], place
    make = MAKE.get(node.tag)
    return (node.value if make is None else make(node.value)), place


def load(text):
    """The value of a text, and its places; an empty text is nothing."""
    loader = CoreLoader(text)
    try:
        node = loader.get_single_node()
    finally:
        loader.dispose()
    return (None, None) if node is None else _build(node)
