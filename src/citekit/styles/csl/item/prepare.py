"""A work as CSL sees it: its variables by their CSL names.

The rows of `tables.variables` say where a work keeps each variable (CSL 1.0.2, appendix IV).
What needs more than a row:

* a preprint is CSL's `article`; what it appeared in is a repository, which CSL's users keep in
  `publisher`, and its arXiv id stands in `number` ("arXiv:2302.13971"), as Zotero writes them;
* names that are missing before the first one known are reported: CSL cannot say where they belong;
* a DOI that follows from the arXiv id, and a URL where there is no DOI at all, are reported;
* an article number stands for the pages where there are none;
* `citation-label`, which a style otherwise makes from names and year, may come with the record;
  a work has no attribute for it, so it stands in `Work.extra`;
* so does an identifier that is none (an ISBN with a wrong digit); readers have reported it, and it
  is shown as the record has it;
* an ISBN is shown as it was written;
* `event` is the old name of `event-title` (CSL 1.0.1), which many styles still use.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from attrs import evolve

from citekit.errors import Diagnostic
from citekit.model.dates import Date, DateLiteral, DateRange, PartialDate
from citekit.model.derive import effective_doi, effective_url
from citekit.model.identifiers import ISBN
from citekit.model.names import AuthorList, Name, Organization, Person
from citekit.model.values import as_line
from citekit.model.work import Work
from citekit.speed.lazy import lazy
from citekit.styles.csl.item.remember import Remembered
from citekit.styles.csl.item.variables import DateValue, Item, ItemName, NameList, Parts
from citekit.styles.csl.marked.field_text import mark_quotes, mark_rich
from citekit.styles.csl.marked.marks import (
    CLOSE,
    NO_CASE,
    clean,
    encode,
)
from citekit.tables.types import CSL_TYPE
from citekit.tables.variables import IDENTIFIER_VARIABLES, VARIABLES
from citekit.text.directions import balanced

__all__ = ["prepare", "prepared"]


def prepare(work: Work) -> tuple[Item, tuple[Diagnostic, ...]]:
    """Prepare a work for a CSL style.

    Args:
        work: A work with an id.

    Returns:
        The item, and what was derived or had to be simplified.

    >>> item, found = prepare(Work(id="a", type="preprint", title="LLaMA", arxiv="2302.13971"))
    >>> item.type, item.values["DOI"], [each.code for each in found]
    ('article', '10.48550/arXiv.2302.13971', ['doi-derived'])
    """
    values = _values(work)
    found = [*_add_links(values, work), *_losses(values, work)]
    _add_places(values, work)
    if work.extra:
        _add_extra(values, work.extra)
    if "page" in values:
        values["page"] = values["page"].replace("--", "-")  # as BibTeX's users write a range
        values["page-first"] = balanced(_PAGE_BREAK.split(values["page"], maxsplit=1)[0].strip())
    return (
        Item(
            id=work.id or "",
            type=CSL_TYPE.get(work.type, work.type),
            values=values,
            language=work.language,
        ),
        tuple(found),
    )


prepared: Final = Remembered(prepare)
"""Prepare a work, once for as long as it lives: for all styles, in all threads."""


def _values(work: Work) -> dict[str, Any]:
    """Give what the rows name, as far as the work has it.

    Only what is known is looked at: a work has few of all fields.
    """
    values: dict[str, Any] = {}
    for name, value in work.known().items():
        row = _ROWS.get(name)
        if row is not None and value:
            csl, give = row
            values[csl] = give(value)
    for part, rows in ((work.venue, _VENUE_ROWS), (work.event, _EVENT_ROWS)):
        for name, (csl, give) in rows.items() if part is not None else ():
            if value := getattr(part, name):
                values[csl] = give(value)
    return values


def _number(value: Any) -> str:
    return " ".join(map(_number, value)) if isinstance(value, tuple) else encode(str(value))


def _edition(value: str) -> str:
    """Give an edition; "2nd" is the number 2, which each style words in its language.

    What is no number to CSL ("5 ed.", "Fifth ed.") is shown, and tested, as it is written.
    """
    from citekit.parsing.editions import parse_edition  # few works have an edition
    from citekit.parsing.numbers import is_number

    return encode(parse_edition(value) if is_number(value) else value)


def _plain(value: Any) -> str:
    return ", ".join(map(_plain, value)) if isinstance(value, tuple) else encode(str(value))


def _isbn(value: tuple[ISBN, ...]) -> str:
    return " ".join(encode(each.written) for each in value)


def _names(value: AuthorList) -> NameList:
    names = tuple(map(_name, value.listed))
    return NameList(names, value.complete, value.gap, value.total or 0)


def _date(value: Date) -> DateValue:
    if isinstance(value, PartialDate):
        return DateValue(start=_parts(value), circa=value.circa)
    if isinstance(value, DateLiteral):
        return DateValue(literal=encode(value.text))
    return _range(value)


def _name(name: Name) -> ItemName:
    if name.styled:
        return _styled_name(name)
    if isinstance(name, Organization):
        return ItemName(literal=_name_text(name.name))
    if not (name.family or name.given):
        return ItemName(literal=_name_text(name.username))
    return _in_parts(name)


def _styled_name(name: Name) -> ItemName:
    """Give a name with formatting in its parts."""
    texts: dict[str, Any] = {part: mark_rich(text) for part, text in name.styled}
    if isinstance(name, Organization):
        return ItemName(literal=texts["name"])
    if not name.family and "given" in texts:
        texts["family"] = texts.pop("given")
    return evolve(_in_parts(name), **texts)


def _in_parts(name: Person) -> ItemName:
    return _person(*_read_name(name))


_Read: TypeAlias = Callable[[Any], tuple[Any, ...]]
_read_name: Final[_Read] = attrgetter(
    "family",
    "given",
    "non_dropping_particle",
    "dropping_particle",
    "suffix",
    "comma_suffix",
    "static_ordering",
)


@functools.lru_cache(maxsize=16384)
def _person(
    family: str,
    given: str,
    non_dropping_particle: str,
    dropping_particle: str,
    suffix: str,
    comma_suffix: bool,
    static_ordering: bool,
) -> ItemName:
    """Give a name in parts; the same people wrote many works."""
    return ItemName(
        family=_name_text(family or given),
        given=_name_text(given if family else ""),
        non_dropping_particle=_name_text(non_dropping_particle),
        dropping_particle=_name_text(dropping_particle),
        suffix=_name_text(suffix),
        comma_suffix=comma_suffix,
        static_ordering=static_ordering,
    )


def _name_text(text: str) -> str:
    """Give a part of a name with its apostrophes and quotation marks curly."""
    text_of = encode(text)
    return mark_quotes(text_of) if "'" in text_of or '"' in text_of else text_of


def _parts(date: PartialDate) -> Parts:
    month = 12 + date.season if date.season else date.month or 0
    return date.year, month, date.day or 0


def _range(value: DateRange) -> DateValue:
    """A range without a start cannot be said in CSL; its words can."""
    start, end = value.start, value.end
    if start is None:
        return DateValue(literal=f"–{'' if end is None else end.year}", no_start=True)
    return DateValue(
        start=_parts(start),
        end=None if end is None else _parts(end),
        is_range=True,
        circa=start.circa or (end is not None and end.circa),
    )


_PAGE_BREAK = lazy("(?<!\\\\)[-\u2013\u2014&]|, ")
"""What follows the first page; not the comma in "1,234", nor a hyphen written `\\-`."""
_CONVERTERS: Final[Mapping[str, Callable[[Any], Any]]] = MappingProxyType(
    {
        "text": mark_rich,
        "number": _number,
        "names": _names,
        "date": _date,
        "identifier": _number,
        "plain": _plain,
    }
)


_SPECIAL: Final[Mapping[str, Callable[[Any], Any]]] = MappingProxyType(
    {"ISBN": _isbn, "edition": _edition}
)

_Rows: TypeAlias = Mapping[str, tuple[str, Callable[[Any], Any]]]


def _rows(part: str) -> _Rows:
    """Give by attribute of a part the variable that it is, and what makes CSL's value of it."""
    return MappingProxyType(
        {
            name: (row.csl, _SPECIAL.get(row.csl) or _CONVERTERS[row.kind])
            for row in VARIABLES
            for owner, _, name in (row.path.rpartition("."),)
            if owner == part
        }
    )


_ROWS: Final = _rows("")
_VENUE_ROWS: Final = _rows("venue")
_EVENT_ROWS: Final = _rows("event")
_PATHS: Final = MappingProxyType({row.csl: row.path for row in VARIABLES})


def _losses(values: Mapping[str, Any], work: Work) -> Iterator[Diagnostic]:
    """Report what CSL cannot say of dates and names."""
    for name, value in values.items():
        kind = type(value)
        if kind is NameList and value.gap == 0:
            yield Diagnostic(
                severity="warning",
                code="gap-moved",
                message='names are missing before the first one known; in CSL "et al." comes last',
                field=_PATHS[name],
                work=work.id,
            )
        elif kind is DateValue and value.no_start:
            yield Diagnostic(
                severity="warning",
                code="date-simplified",
                message="CSL has no range without a start; only its last year is shown",
                field=_PATHS[name],
                work=work.id,
            )


def _add_links(values: dict[str, Any], work: Work) -> list[Diagnostic]:
    """Add what follows from an arXiv id: the DOI, or the URL where there is no DOI."""
    doi, derived = effective_doi(work)
    if doi is not None:
        name, text = "DOI", str(doi)
    else:
        url, derived = effective_url(work)
        name, text = "URL", str(url)
    if derived is None:
        return []
    values[name] = encode(text)
    return [derived]


def _add_places(values: dict[str, Any], work: Work) -> None:
    if work.arxiv is not None:
        values.setdefault("number", f"{NO_CASE}{encode(f'arXiv:{work.arxiv}')}{CLOSE}")
    if work.type == "preprint" and "publisher" not in values and "container-title" in values:
        values["publisher"] = values.pop("container-title")
        values.pop("container-title-short", None)
    if work.article_number:
        values.setdefault("page", encode(work.article_number))
    if "event-title" in values:
        values.setdefault("event", values["event-title"])


_IDENTIFIERS: Final = tuple((row.csl, row.path) for row in IDENTIFIER_VARIABLES)


def _add_extra(values: dict[str, Any], extra: Mapping[str, Any]) -> None:
    """Add what a work has no attribute for, or that could not be read as what it should be."""
    label = extra.get("citation-label")
    if isinstance(label, str):
        values["citation-label"] = clean(label)
    for name, field in _IDENTIFIERS:
        text = extra.get(name, extra.get(field))
        if isinstance(text, str) and name not in values:
            values[name] = encode(as_line(text))
