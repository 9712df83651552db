"""Make `src/citekit/tables/csl_attributes.py` from the RelaxNG schema of CSL.

    python tools/csl_attributes.py csl.rng > src/citekit/tables/csl_attributes.py

The schema is that of the CSL project (MIT licence), which citeproc-py installs as
`citeproc/data/schema/schemas/styles/csl.rng`. What an element may have is written out as its
*alternatives*: attributes that it must have, may have, or must have one of, and what may stand in
it. Where the schema has a choice between groups, each is an alternative.
"""

from __future__ import annotations

import itertools
import re
import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from lxml import etree

_RNG = "{http://relaxng.org/ns/structure/1.0}"
_ANNOTATION = "{http://relaxng.org/ns/compatibility/annotations/1.0}"

_HEAD = '''\
"""Which attributes the elements of CSL have, and what may stand in them.

Source: the RelaxNG schema of CSL 1.0.2 (https://github.com/citation-style-language/schema). Made by
`tools/csl_attributes.py`, which says what an alternative is.
"""

from __future__ import annotations

from typing import Final

__all__ = ["ALTERNATIVES", "VALUES"]

'''


class Alternative(NamedTuple):
    """One of the ways in which an element may be written."""

    required: Mapping[str, str] = {}
    optional: Mapping[str, str] = {}
    some: Mapping[str, str] = {}
    children: tuple[str, ...] = ()

    def __add__(self, other: object) -> Alternative:
        assert isinstance(other, Alternative)
        return Alternative(
            {**self.required, **other.required},
            {**self.optional, **other.optional},
            {**self.some, **other.some},
            tuple(dict.fromkeys([*self.children, *other.children])),
        )

    @property
    def has_attributes(self) -> bool:
        """Whether it says anything of attributes."""
        return bool(self.required or self.optional or self.some)


class Schema:
    """The schema, read from its root element."""

    def __init__(self, root: etree._Element) -> None:
        self.defines = {str(each.get("name")): each for each in root.iter(f"{_RNG}define")}
        start = next(root.iter(f"{_RNG}start"))
        self.elements: dict[str, etree._Element] = {}
        self.names: dict[etree._Element, str] = {}
        for name, define in self.defines.items():
            for each in define.iter(f"{_RNG}element"):
                whole = each.getparent() is define and len(_parts(define)) == 1
                found = name if whole else f"{name}/{_name(each)}"
                self.elements[found] = each
                self.names[each] = found
        self.roots = self.all_of(_parts(start))
        self.values: dict[str, list[str]] = {}

    def alternatives(self, node: etree._Element) -> list[Alternative]:
        """Give the alternatives for a pattern of the schema."""
        kind = _local(node)
        if kind == "element":
            return [Alternative(children=(self.names[node],))]
        if kind == "attribute":
            return [Alternative(required={_name(node): self.type_of(_parts(node)[-1])})]
        if kind == "ref":
            return self.all_of(_parts(self.defines[str(node.get("name"))]))
        if kind in ("text", "data", "value", "notAllowed"):
            return [Alternative()]
        found = self.choice(node) if kind == "choice" else self.all_of(_parts(node))
        if kind in ("optional", "zeroOrMore"):
            return [_optional(each) for each in found]
        if kind == "oneOrMore" and any(each.has_attributes for each in found):
            some = {name: type_ for each in found for name, type_ in each.required.items()}
            return [Alternative(some=some)]
        return found

    def all_of(self, nodes: Iterable[etree._Element]) -> list[Alternative]:
        """Put patterns together that all stand there, in whatever order."""
        rows = itertools.product(*map(self.alternatives, nodes))
        return [sum(row, Alternative()) for row in rows]

    def choice(self, node: etree._Element) -> list[Alternative]:
        """Give the alternatives of a choice; those without attributes are one."""
        found = [each for part in _parts(node) for each in self.alternatives(part)]
        told = [each for each in found if each.has_attributes]
        others = [each for each in found if not each.has_attributes]
        return [*told, *([sum(others, Alternative())] if others else [])]

    def type_of(self, node: etree._Element) -> str:
        """Give the name of a type of values."""
        kind = _local(node)
        if kind == "list":
            (part,) = _parts(node)
            return f"{self.type_of(_parts(part)[0])}+"
        if kind == "ref":
            name = str(node.get("name"))
            self.values[name] = [*self.values_of(node)]
            return name
        if kind == "text":
            return "text"
        if kind == "data" and _local(_parts(node)[0] if len(node) else node) != "param":
            return str(node.get("type"))
        if kind == "data" and _parts(node)[0].get("name") == "minExclusive":
            return f"{node.get('type')}>{_parts(node)[0].text}"
        name = "|".join(self.values_of(node))
        self.values[name] = name.split("|")
        return name

    def values_of(self, node: etree._Element) -> Iterator[str]:
        """Give the values of a closed list, and patterns of others between slashes."""
        kind = _local(node)
        if kind == "value":
            yield str(node.text)
        elif kind == "data":
            (pattern,) = _parts(node)
            yield f"/{pattern.text}/"
        else:
            inner = self.defines[str(node.get("name"))] if kind == "ref" else node
            for part in _parts(inner):
                yield from self.values_of(part)


def _optional(each: Alternative) -> Alternative:
    """Make of what must stand there what may: the schema does so attribute by attribute."""
    assert len(each.required) <= 1
    return Alternative({}, {**each.optional, **each.required}, each.some, each.children)


def _parts(node: etree._Element) -> list[etree._Element]:
    return [each for each in node if _local(each) not in ("", "name")]


def _local(node: etree._Element) -> str:
    tag = str(node.tag)
    return tag.removeprefix(_RNG) if tag.startswith(_RNG) else ""


def _name(node: etree._Element) -> str:
    found = node.find(f"{_RNG}name")
    assert found is not None
    space = "xml:" if str(found.get("ns")).endswith("/XML/1998/namespace") else ""
    return f"{space}{found.text}"


def _reachable(schema: Schema) -> Iterator[tuple[str, list[Alternative]]]:
    waiting = list(dict.fromkeys(name for each in schema.roots for name in each.children))
    seen = set(waiting)
    for name in waiting:
        found = schema.all_of(_parts(schema.elements[name]))
        yield name, found
        new = [each for one in found for each in one.children if each not in seen]
        waiting += dict.fromkeys(new)
        seen.update(new)


def table(schema: etree._Element) -> str:
    """Give the module's text.

    Args:
        schema: The root of `csl.rng`.
    """
    read = Schema(schema)
    rows = [f"root ({', '.join(name for each in read.roots for name in each.children)})"]
    for name, found in _reachable(read):
        tag = _name(read.elements[name])
        rows += [_row(f"{name} = {tag}", each) for each in found]
    values = {name: each for name, each in read.values.items() if name != "|".join(each)}
    lists = [f"{name}: {'|'.join(dict.fromkeys(values[name]))}" for name in sorted(values)]
    return (
        f"{_HEAD}"
        f'VALUES: Final = r"""\n{_wrapped(lists)}\n"""\n'
        '"""The closed lists of values; between slashes a pattern of others."""\n\n'
        f'ALTERNATIVES: Final = r"""\n{_wrapped(rows)}\n"""\n'
        '"""What an element may be: its name in the schema, its tag, its attributes and, in\n'
        "brackets, what may stand in it. Of an attribute that it must have (`!`), may have (`?`)\n"
        "or must have one of (`+`) follows the type of its values, of a list (`+`) that of each.\n"
        '"""\n'
    )


def _row(lead: str, each: Alternative) -> str:
    marked = [("!", each.required), ("?", each.optional), ("+", each.some)]
    told = [f"{mark}{name}: {type_}" for mark, group in marked for name, type_ in group.items()]
    inside = f"({', '.join(each.children)})" if each.children else ""
    return "; ".join([lead, *told, *([inside] if inside else [])])


def _wrapped(rows: Iterable[str]) -> str:
    """Break rows into lines where there is a space after a sign; those in values stay."""
    return "\n".join(
        textwrap.fill(
            _BREAK.sub(r"\1 ", row.replace(" ", _HARD)),
            width=100,
            subsequent_indent="  ",
            break_long_words=False,
            break_on_hyphens=False,
        ).replace(_HARD, " ")
        for row in rows
    )


_HARD = "\x00"
_BREAK = re.compile(rf"(\||;(?={_HARD})|,(?={_HARD})){_HARD}?")


if __name__ == "__main__":
    sys.stdout.write(table(etree.parse(Path(sys.argv[1])).getroot()))
