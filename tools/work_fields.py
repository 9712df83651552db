"""Write from the rows of `citekit.tables.fields` what type checkers and readers see of them.

    python tools/work_fields.py

writes `src/citekit/model/inputs.py` (what the fields take), `src/citekit/model/attributes.py` (what
they give) and `docs/reference/fields.md` (the page of all fields).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from citekit.styles.apa.unshown import LEFT_OUT
from citekit.tables.bibtex import FIELDS as BIBTEX
from citekit.tables.fields import FIELDS, Field, Kind
from citekit.tables.types import TYPES
from citekit.tables.variables import VARIABLES

TYPES_OF_KINDS: Final[Mapping[Kind, tuple[str, str]]] = MappingProxyType(
    {
        "id": ("str | int | None", "str | None"),
        "type": ("WorkType", "str"),
        "text": ("TextIn", "RichText"),
        "line": ("str", "str"),
        "number": ("NumberIn", "str"),
        "names": ("NamesIn", "AuthorList"),
        "date": ("DateIn", "Date | None"),
        "venue": ("Venue | str | RichText | Mapping[str, Any] | None", "Venue | None"),
        "event": ("Event | str | RichText | Mapping[str, Any] | None", "Event | None"),
        "case": ("TitleCase", "TitleCase"),
        "publisher": ("TextIn | Sequence[str]", "RichText"),
        "keywords": ("str | Iterable[str]", "tuple[str, ...]"),
        "doi": ("DOI | str | None", "DOI | None"),
        "arxiv": ("ArXiv | str | None", "ArXiv | None"),
        "isbn": ("ISBN | str | Iterable[ISBN | str]", "tuple[ISBN, ...]"),
        "issn": ("ISSN | str | Iterable[ISSN | str]", "tuple[ISSN, ...]"),
        "pmid": ("PMID | str | int | None", "PMID | None"),
        "pmcid": ("PMCID | str | None", "PMCID | None"),
        "url": ("URL | str | None", "URL | None"),
        "flag": ("bool", "bool"),
        "relations": ("Iterable[Relation | tuple[str, str]]", "tuple[Relation, ...]"),
        "extra": ("Mapping[str, Any]", "FrozenMap"),
        "diagnostics": ("Iterable[Diagnostic]", "tuple[Diagnostic, ...]"),
    }
)
"""For each kind of field the types of what it takes and of what it gives."""

_INPUTS: Final = '''\
"""What the fields of a `Work` accept; it gives type checkers the signature of its constructor.

Made by `tools/work_fields.py` from the rows of `tables.fields`. Annotations are values here, not
strings: of a hundred strings, each would be compiled.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from types import EllipsisType
from typing import Any, Literal, TypeAlias, TypedDict

from citekit.errors import Diagnostic
from citekit.model.dates import Date
from citekit.model.identifiers import DOI, ISBN, ISSN, PMCID, PMID, URL, ArXiv
from citekit.model.names import AuthorList, Name
from citekit.model.relation import Relation
from citekit.model.venue import Event, Venue
from citekit.text.nodes import Node, RichText

__all__ = ["WorkFields", "WorkType"]

TextIn: TypeAlias = str | RichText | Iterable[Node] | None
NumberIn: TypeAlias = str | int | None
NameIn: TypeAlias = str | Name | Mapping[str, Any] | Sequence[str]
NamesIn: TypeAlias = (
    AuthorList | str | Name | Mapping[str, Any] | Iterable[NameIn | EllipsisType] | None
)
DateIn: TypeAlias = Date | str | int | datetime.date | Sequence[int] | Mapping[str, Any] | None
TitleCase: TypeAlias = Literal["title", "sentence"] | None
WorkType: TypeAlias = (
    Literal[
{types}    ]
    | str
)
"""Any text is looked up when a work is made; editors complete the types that are known."""


class WorkFields(TypedDict, total=False):
    """The keyword arguments of `Work`."""

{fields}'''

_ATTRIBUTES: Final = '''\
"""What the attributes of a `Work` give, for type checkers, editors and `typing.get_type_hints`.

Made by `tools/work_fields.py` from the rows of `tables.fields`.
"""

from __future__ import annotations

from typing import Literal, TypeVar, dataclass_transform

from citekit.errors import Diagnostic
from citekit.model.dates import Date
from citekit.model.identifiers import DOI, ISBN, ISSN, PMCID, PMID, URL, ArXiv
from citekit.model.names import AuthorList
from citekit.model.relation import Relation
from citekit.model.values import FrozenMap
from citekit.model.venue import Event, Venue
from citekit.text.nodes import RichText

__all__ = ["WorkAttributes"]

_T = TypeVar("_T")
TitleCase = Literal["title", "sentence"] | None


@dataclass_transform(frozen_default=True, kw_only_default=True)
def _read_only(kind: type[_T]) -> type[_T]:
    return kind


@_read_only
class WorkAttributes:
    """The attributes of a `Work`, which defines them."""

    __slots__ = ()

{fields}'''

_PAGE: Final = """\
# The fields of a work

<!-- Made by tools/work_fields.py. -->

Every field of [`citekit.Work`](models.md), as a keyword of its constructor and as an attribute; the
names are those of CSL's variables, hyphens turned to underscores, and plural where they hold
several people. A field that is empty in a record is left out. *Takes* says what the constructor
makes the value of, besides a value that is one already.

{rows}
Where APA leaves a field out on purpose, nothing says so; any other field that an entry has no place
for is named by the diagnostic `not-shown`. BibTeX and BibLaTeX name what they cannot hold
(`bibtex-lost`), but for what their entries leave out as a style, which is no citation matter.
"""

_TAKES: Final[Mapping[Kind, str]] = MappingProxyType(
    {
        "id": "text or a number",
        "type": "the name of a type",
        "text": "text or rich text",
        "line": "text",
        "number": "text or a whole number",
        "names": "an author line, a list of names",
        "date": "ISO text, words, a year, a tuple, a `datetime.date`",
        "venue": "a title, a `Venue` or its parts",
        "event": "a title, an `Event` or its parts",
        "case": '"title" or "sentence"',
        "publisher": "text, rich text or a list of texts",
        "keywords": "a list, or text with commas",
        "doi": "text: bare, with `doi:`, an address",
        "arxiv": "text: bare, with `arXiv:`, an address",
        "isbn": "text, or a list",
        "issn": "text, or a list",
        "pmid": "text or a number",
        "pmcid": "text",
        "url": "an address",
        "flag": "`True` or `False`",
        "relations": "`Relation`s or (kind, target) tuples",
        "extra": "a mapping of JSON data",
        "diagnostics": "`Diagnostic`s",
    }
)


def inputs() -> str:
    """Give the text of `model/inputs.py`."""
    types = "".join(f'        "{name}",\n' for name in sorted(TYPES))
    fields = "".join(f"    {row.name}: {TYPES_OF_KINDS[row.kind][0]}\n" for row in FIELDS)
    return _INPUTS.format(types=types, fields=fields)


def attributes() -> str:
    """Give the text of `model/attributes.py`."""
    return _ATTRIBUTES.format(
        fields="".join(
            f'    {row.name}: {TYPES_OF_KINDS[row.kind][1]}\n    """{row.meaning}"""\n'
            for row in FIELDS
        )
    )


def page() -> str:
    """Give the text of `docs/reference/fields.md`."""
    head = "| field | meaning | takes | CSL | BibTeX, BibLaTeX | APA |\n|---|---|---|---|---|---|\n"
    return _PAGE.format(rows=head + "".join(map(_line, FIELDS)))


def _line(row: Field) -> str:
    names = [_code(each.csl) for each in VARIABLES if each.path.partition(".")[0] == row.name]
    apa = "leaves it out" if row.name in LEFT_OUT else ""
    cells = (_code(row.name), row.meaning, _TAKES[row.kind], ", ".join(names), _bibtex(row), apa)
    return f"| {' | '.join(cells)} |\n"


def _bibtex(row: Field) -> str:
    """Give the fields of an entry that hold it, in both dialects, each once."""
    rows = [each for each in BIBTEX if each.path.partition(".")[0] == row.name]
    names = (name for each in rows for name in (each.bibtex, each.biblatex) if name)
    return ", ".join(map(_code, dict.fromkeys(names)))


def _code(name: str) -> str:
    return f"`{name}`"


FILES: Final = MappingProxyType(
    {
        "src/citekit/model/inputs.py": inputs,
        "src/citekit/model/attributes.py": attributes,
        "docs/reference/fields.md": page,
    }
)
"""The files that are written, and what gives the text of each."""

if __name__ == "__main__":
    root = Path(__file__).parent.parent
    for name, text in FILES.items():
        (root / name).write_text(text(), "utf-8")
