"""A work: one citable thing, with a place for everything that a citation may need.

The attributes have the names of CSL 1.0.2's variables (appendix IV), hyphens turned to
underscores, and plural where they hold several people. What CSL does not know is citekit's own:
`arxiv`, `translated_title`, `article_number`, `title_case`, `relations`, `extra`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeVar, Unpack, cast, dataclass_transform

from attrs import Attribute, Converter, evolve, field, fields, frozen

from citekit.errors import CitekitError, Diagnostic, InvalidValueError, did_you_mean
from citekit.model.dates import Date, to_date
from citekit.model.identifiers import (
    DOI,
    ISBN,
    ISSN,
    PMCID,
    PMID,
    URL,
    ArXiv,
    several,
    single,
)
from citekit.model.inputs import WorkFields
from citekit.model.names import NOBODY, AuthorList, to_author_list
from citekit.model.values import (
    FrozenMap,
    as_diagnostics,
    as_line,
    as_number,
    as_text,
    check_type,
    of,
    prints_nothing,
    short_repr,
)
from citekit.model.venue import Event, Venue, to_event, to_venue
from citekit.records import hashed, same, show
from citekit.tables.types import TYPES
from citekit.text.clean import is_clean
from citekit.text.nodes import EMPTY, RichText

__all__ = ["Relation", "Work"]


@frozen
class Relation:
    """A link from one work to another.

    Args:
        kind: How this work relates to the other: "preprint-of", "review-of", "translation-of",
            "reprint-of", "retraction-of", …
        target: The other's id, identifier or URL.
    """

    kind: str = field(converter=as_line)
    target: str = field(converter=as_line)

    __repr__ = show
    __eq__ = same
    __hash__ = hashed


def _located(
    convert: Callable[[Any], Any],
) -> Any:
    """Make a converter whose errors name the work and the field, and which keeps diagnostics."""

    def run(value: Any, work: Any, attribute: Attribute[Any]) -> Any:
        if value is attribute.default:
            return value
        try:
            converted = convert(value)
        except CitekitError as error:
            inner = f"{attribute.name}.{error.field}" if error.field else attribute.name
            error.field = inner
            error.work = error.work or _label(work)
            raise
        work._found.extend(_reported(value, converted, attribute.name))
        return converted

    return Converter(run, takes_self=True, takes_field=True)


def _with_work(diagnostic: Diagnostic, work: str | None) -> Diagnostic:
    return evolve(diagnostic, work=diagnostic.work or work)


def _label(work: Work) -> str | None:
    """Name a half-built work for an error: by its id, else by its title."""
    try:
        return work.id or str(work.title) or None
    except AttributeError:
        return None


def _reported(value: Any, converted: Any, name: str) -> Iterable[Diagnostic]:
    """Collect what a conversion guessed or dropped."""
    if isinstance(value, str) and not is_clean(value):
        yield Diagnostic(
            severity="warning",
            code="text-cleaned",
            message="control characters, lone surrogates or stray direction marks were removed",
            field=name,
        )
    if not converted and isinstance(value, (str, RichText)) and str(value).strip():
        yield prints_nothing(name)
    if isinstance(converted, AuthorList):
        for each in converted.diagnostics:
            yield Diagnostic(
                severity=each.severity,
                code=each.code,
                message=each.message,
                field=each.field or name,
                hint=each.hint,
            )


def _to_type(value: Any) -> str:
    line = as_line(value)
    if line not in TYPES:
        hint = did_you_mean(line, TYPES) or "CSL's types and 'preprint' are known"
        raise InvalidValueError("unknown type of work", value=value, hint=hint)
    return line


def _to_id(value: Any) -> str | None:
    return as_number(value) or None


def _to_keywords(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        value = value.replace(";", ",").split(",")
    check_type(value, Iterable, "keywords")
    return tuple(filter(None, map(as_line, value)))


def _to_relations(value: Any) -> tuple[Relation, ...]:
    check_type(value, Iterable, "relations")
    return tuple(_to_relation(each) for each in value)


def _to_relation(value: Any) -> Relation:
    if isinstance(value, Relation):
        return value
    if isinstance(value, (tuple, list)) and len(value) == 2:
        return Relation(value[0], value[1])
    raise InvalidValueError("not a relation", value=value, hint="give a (kind, target) tuple")


def _to_extra(value: Any) -> FrozenMap:
    if isinstance(value, FrozenMap):
        return value
    check_type(value, Mapping, "a mapping")
    return FrozenMap(value)


def _to_case(value: Any) -> str | None:
    if value in (None, "title", "sentence"):
        return None if value is None else str(value)
    raise InvalidValueError('a case is "title", "sentence" or None', value=value)


def _to_publisher(value: Any) -> RichText:
    """Several publishers are joined as the manuals ask: with a semicolon (APA 7, section 9.29)."""
    if isinstance(value, (list, tuple)) and all(isinstance(each, str) for each in value):
        value = "; ".join(value)
    return as_text(value)


_TEXT = _located(as_text)
_NUMBER = _located(as_number)
_LINE = _located(as_line)
_NAMES = _located(to_author_list)
_DATE = _located(to_date)
_NO_EXTRA = FrozenMap()


def _unknown_field(name: str, values: Mapping[str, Any]) -> InvalidValueError:
    known = sorted(_FIELDS - values.keys())
    plural = f"{name}s"
    hint = f"did you mean {plural!r}?" if plural in known else did_you_mean(name, known)
    work = values.get("id") or values.get("title")
    return InvalidValueError(
        "unknown field of a work",
        work=None if work is None else str(work),
        field=name,
        hint=hint or "what has no field goes into extra={…}",
    )


T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def _model(kind: type[T]) -> type[T]:
    """Make *kind* a frozen attrs class that keeps, for type checkers, the constructor it has."""
    return frozen(kw_only=True, repr=False, eq=False)(kind)


@_model
class Work:
    """One citable thing.

    Every argument is optional and keyword-only. Strings are literal text (see `citekit.markup`
    for rich text); names, dates and identifiers may be given as strings and are parsed. Empty
    values mean that nothing is known.

    Raises:
        InvalidValueError: A value cannot be what its field holds. The error names the work, the
            field, the value and what would do.

    >>> work = Work(
    ...     type="preprint",
    ...     title="LLaMA: Open and Efficient Foundation Language Models",
    ...     authors="Hugo Touvron, Thibaut Lavril, et al.",
    ...     issued="27 February 2023",
    ...     arxiv="2302.13971",
    ... )
    >>> work.issued, work.authors.complete
    (PartialDate(2023, 2, 27), False)
    >>> Work(titel="x")
    Traceback (most recent call last):
    ...
    citekit.errors.InvalidValueError: field 'titel': unknown field of a work; did you mean 'title'?
    """

    if TYPE_CHECKING:  # `attrs.fields(Work)` is right, too
        __attrs_attrs__: ClassVar[tuple[Attribute[Any], ...]]

    _found: list[Diagnostic] = field(init=False, factory=list, eq=False, repr=False)

    id: str | None = field(default=None, converter=_located(_to_id))
    """The name by which it is cited. None: the verbs use the generated key."""
    title: RichText = field(default=EMPTY, converter=_TEXT)
    type: str = field(default="document", converter=_located(_to_type))
    """A type of CSL 1.0.2, or `preprint`."""

    authors: AuthorList = field(default=NOBODY, converter=_NAMES)
    chairs: AuthorList = field(default=NOBODY, converter=_NAMES)
    collection_editors: AuthorList = field(default=NOBODY, converter=_NAMES)
    compilers: AuthorList = field(default=NOBODY, converter=_NAMES)
    composers: AuthorList = field(default=NOBODY, converter=_NAMES)
    container_authors: AuthorList = field(default=NOBODY, converter=_NAMES)
    contributors: AuthorList = field(default=NOBODY, converter=_NAMES)
    curators: AuthorList = field(default=NOBODY, converter=_NAMES)
    directors: AuthorList = field(default=NOBODY, converter=_NAMES)
    editors: AuthorList = field(default=NOBODY, converter=_NAMES)
    editorial_directors: AuthorList = field(default=NOBODY, converter=_NAMES)
    executive_producers: AuthorList = field(default=NOBODY, converter=_NAMES)
    guests: AuthorList = field(default=NOBODY, converter=_NAMES)
    hosts: AuthorList = field(default=NOBODY, converter=_NAMES)
    illustrators: AuthorList = field(default=NOBODY, converter=_NAMES)
    interviewers: AuthorList = field(default=NOBODY, converter=_NAMES)
    narrators: AuthorList = field(default=NOBODY, converter=_NAMES)
    organizers: AuthorList = field(default=NOBODY, converter=_NAMES)
    original_authors: AuthorList = field(default=NOBODY, converter=_NAMES)
    performers: AuthorList = field(default=NOBODY, converter=_NAMES)
    producers: AuthorList = field(default=NOBODY, converter=_NAMES)
    recipients: AuthorList = field(default=NOBODY, converter=_NAMES)
    reviewed_authors: AuthorList = field(default=NOBODY, converter=_NAMES)
    script_writers: AuthorList = field(default=NOBODY, converter=_NAMES)
    series_creators: AuthorList = field(default=NOBODY, converter=_NAMES)
    translators: AuthorList = field(default=NOBODY, converter=_NAMES)

    issued: Date | None = field(default=None, converter=_DATE)
    """When it was published; a `DateLiteral` such as "in press" where that is all."""
    original_date: Date | None = field(default=None, converter=_DATE)
    accessed: Date | None = field(default=None, converter=_DATE)
    available_date: Date | None = field(default=None, converter=_DATE)
    submitted: Date | None = field(default=None, converter=_DATE)

    title_short: RichText = field(default=EMPTY, converter=_TEXT)
    title_sort: str = field(default="", converter=_LINE)
    """How the title sorts, where that differs from how it reads."""
    title_case: Literal["title", "sentence"] | None = field(
        default=None, converter=_located(_to_case)
    )
    """The case in which the record gives the title, where that is known."""
    original_title: RichText = field(default=EMPTY, converter=_TEXT)
    translated_title: RichText = field(default=EMPTY, converter=_TEXT)
    part_title: RichText = field(default=EMPTY, converter=_TEXT)
    volume_title: RichText = field(default=EMPTY, converter=_TEXT)
    reviewed_title: RichText = field(default=EMPTY, converter=_TEXT)
    collection_title: RichText = field(default=EMPTY, converter=_TEXT)
    """The title of the series."""

    venue: Venue | None = field(default=None, converter=_located(to_venue))
    event: Event | None = field(default=None, converter=_located(to_event))

    volume: str = field(default="", converter=_NUMBER)
    issue: str = field(default="", converter=_NUMBER)
    page: str = field(default="", converter=_NUMBER)
    article_number: str = field(default="", converter=_NUMBER)
    """The number that stands in place of pages ("e0193972")."""
    number: str = field(default="", converter=_NUMBER)
    """The number of a report, a patent, a standard."""
    edition: str = field(default="", converter=_NUMBER)
    version: str = field(default="", converter=_NUMBER)
    section: str = field(default="", converter=_NUMBER)
    chapter_number: str = field(default="", converter=_NUMBER)
    collection_number: str = field(default="", converter=_NUMBER)
    number_of_pages: str = field(default="", converter=_NUMBER)
    number_of_volumes: str = field(default="", converter=_NUMBER)
    part_number: str = field(default="", converter=_NUMBER)
    printing_number: str = field(default="", converter=_NUMBER)
    supplement_number: str = field(default="", converter=_NUMBER)

    publisher: RichText = field(default=EMPTY, converter=_located(_to_publisher))
    publisher_place: RichText = field(default=EMPTY, converter=_TEXT)
    original_publisher: RichText = field(default=EMPTY, converter=_TEXT)
    original_publisher_place: RichText = field(default=EMPTY, converter=_TEXT)
    genre: RichText = field(default=EMPTY, converter=_TEXT)
    medium: RichText = field(default=EMPTY, converter=_TEXT)
    dimensions: RichText = field(default=EMPTY, converter=_TEXT)
    scale: RichText = field(default=EMPTY, converter=_TEXT)
    status: RichText = field(default=EMPTY, converter=_TEXT)
    authority: RichText = field(default=EMPTY, converter=_TEXT)
    jurisdiction: RichText = field(default=EMPTY, converter=_TEXT)
    division: RichText = field(default=EMPTY, converter=_TEXT)
    reviewed_genre: RichText = field(default=EMPTY, converter=_TEXT)
    references: RichText = field(default=EMPTY, converter=_TEXT)
    archive: RichText = field(default=EMPTY, converter=_TEXT)
    archive_collection: RichText = field(default=EMPTY, converter=_TEXT)
    archive_location: RichText = field(default=EMPTY, converter=_TEXT)
    archive_place: RichText = field(default=EMPTY, converter=_TEXT)
    call_number: RichText = field(default=EMPTY, converter=_TEXT)
    source: RichText = field(default=EMPTY, converter=_TEXT)
    license: RichText = field(default=EMPTY, converter=_TEXT)
    abstract: RichText = field(default=EMPTY, converter=_TEXT)
    annote: RichText = field(default=EMPTY, converter=_TEXT)
    note: RichText = field(default=EMPTY, converter=_TEXT)
    keywords: tuple[str, ...] = field(default=(), converter=_located(_to_keywords))
    language: str = field(default="", converter=_LINE)
    """A BCP 47 tag: "en", "pt-BR"."""

    doi: DOI | None = field(default=None, converter=_located(single(DOI)))
    arxiv: ArXiv | None = field(default=None, converter=_located(single(ArXiv)))
    isbn: tuple[ISBN, ...] = field(default=(), converter=_located(several(ISBN)))
    issn: tuple[ISSN, ...] = field(default=(), converter=_located(several(ISSN)))
    pmid: PMID | None = field(default=None, converter=_located(single(PMID)))
    pmcid: PMCID | None = field(default=None, converter=_located(single(PMCID)))
    url: URL | None = field(default=None, converter=_located(single(URL)))

    content_changes: bool = field(default=False, validator=of(bool))
    """Whether what the URL shows is meant to change, so that `accessed` matters."""
    relations: tuple[Relation, ...] = field(default=(), converter=_located(_to_relations))
    extra: FrozenMap = field(default=_NO_EXTRA, converter=_located(_to_extra))
    """What no other field holds, under its own name; JSON-like and immutable."""
    diagnostics: tuple[Diagnostic, ...] = field(
        default=(), converter=_located(as_diagnostics), eq=False, repr=False
    )
    """What was guessed, derived or dropped in making it. No part of equality."""

    __eq__ = same
    __hash__ = hashed

    def __init__(self, **values: Unpack[WorkFields]) -> None:
        for name in values:
            if name not in _FIELDS:
                raise _unknown_field(name, values)
        self.__attrs_init__(**values)  # type: ignore[attr-defined]  # made by attrs

    def evolve(self, **changes: Unpack[WorkFields]) -> Work:
        """Give a copy with some fields changed; what is given is converted and checked.

        `attrs.evolve` does the same; this one is typed.

        >>> Work(title="T", issued=2022).evolve(issued=2023, title="U").title
        RichText('U')
        """
        copy: Work = evolve(cast(Any, self), **changes)
        return copy

    def __attrs_post_init__(self) -> None:
        if self._found:
            named = (_with_work(each, self.id) for each in self._found)
            merged = tuple(dict.fromkeys((*self.diagnostics, *named)))
            object.__setattr__(self, "diagnostics", merged)
        object.__setattr__(self, "_found", None)

    def __repr__(self) -> str:
        return short_repr(self)


_FIELDS = frozenset(each.name for each in fields(cast(Any, Work)) if each.init)
