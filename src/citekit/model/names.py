"""People, organizations, and the lists in which they stand.

The words are CSL 1.0.2's ("Names" and appendix "name-parts"): family, given,
non_dropping_particle, dropping_particle, suffix.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias, overload

from attrs import field, fields, frozen

from citekit.errors import AuthorListError, Diagnostic, InvalidNameError, did_you_mean
from citekit.model.identifiers import ORCID
from citekit.model.values import (
    as_diagnostics,
    as_line,
    as_text,
    check_row,
    of,
    short_repr,
)
from citekit.parsing.author_lists.counting import count
from citekit.parsing.author_lists.plain import is_list, plain_items
from citekit.parsing.author_lists.read import AuthorListParts, parse_author_list
from citekit.parsing.author_lists.truncation import Marker
from citekit.parsing.names.cleaning import without_markup
from citekit.parsing.names.read import NameForm, NameParts, parse_name
from citekit.speed.records import shared_methods
from citekit.text.nodes import RichText
from citekit.text.scripts import is_east_asian

__all__ = [
    "NOBODY",
    "AuthorList",
    "Name",
    "Organization",
    "Person",
    "read_entry",
    "to_author_list",
    "to_name",
]

Styled: TypeAlias = tuple[tuple[str, RichText], ...]
_PARTS = ("family", "given", "non_dropping_particle", "dropping_particle", "suffix")


def _to_styled(value: Any) -> Styled:
    """Convert a mapping, or pairs, of the names of parts and their rich text."""
    if value == ():
        return ()
    pairs = value.items() if isinstance(value, Mapping) else value
    try:
        found = {str(part): as_text(text) for part, text in pairs}
    except (TypeError, ValueError):
        raise InvalidNameError("not the formatted parts of a name", value=value) from None
    return tuple((part, found[part]) for part in sorted(found) if found[part])


def _check_styled(name: Name, parts: tuple[str, ...]) -> None:
    """Check that each formatted part says what the part itself says."""
    for part, text in name.styled:
        if part not in parts:
            raise InvalidNameError("no part that can be formatted", field=part)
        if as_line(text) != getattr(name, part):
            raise InvalidNameError("the formatted text differs from the part", field=part)


def _to_orcid(value: Any) -> ORCID | None:
    return None if value is None or value == "" else ORCID(value)


@frozen(kw_only=True)
@shared_methods
class Person:
    """One person's name, in parts.

    Args:
        family: Family name without particles ("Beethoven"); a mononym ("Plato") stands here.
        given: Given names and initials ("Ludwig").
        non_dropping_particle: Particle that stays with the family name when the given name is
            left out ("de" in "de Gaulle").
        dropping_particle: Particle that goes when the given name goes ("von" in
            "Wernher von Braun").
        suffix: "Jr.", "III".
        comma_suffix: Whether the suffix is set off by a comma in running order.
        static_ordering: Whether the family name always stands first, without a comma.
        username: Name on the platform of the work ("@handle").
        orcid: ORCID iD, its check digit verified.
        affiliation: Where the person worked; shown by no style.
        styled: The parts that carry formatting, each with its rich text, which says the same as
            the part itself. The parts are plain text: markup in them is only text.

    Raises:
        InvalidNameError: No part is given, a part is no text, or a formatted part says something
            else. A part that prints nothing (marks of direction, say) is not given.
        IdentifierError: The ORCID iD is none.

    >>> Person(family="Touvron", given="Hugo")
    Person(family='Touvron', given='Hugo')
    >>> print(Person(family="Touvron", given="Hugo"))
    Hugo Touvron
    >>> Person.parse("Ludwig van Beethoven").family
    'Beethoven'
    """

    family: str = field(default="", converter=as_line)
    given: str = field(default="", converter=as_line)
    non_dropping_particle: str = field(default="", converter=as_line)
    dropping_particle: str = field(default="", converter=as_line)
    suffix: str = field(default="", converter=as_line)
    comma_suffix: bool = field(default=False, validator=of(bool))
    static_ordering: bool = field(default=False, validator=of(bool))
    username: str = field(default="", converter=as_line)
    orcid: ORCID | None = field(default=None, converter=_to_orcid)
    affiliation: str = field(default="", converter=as_line)
    styled: Styled = field(default=(), converter=_to_styled)

    def __attrs_post_init__(self) -> None:
        if not (self.family or self.given or self.username):
            raise InvalidNameError(
                "a person needs a family name, a given name or a username that prints",
                hint="leave the person out instead of inventing a name",
            )
        if self.styled:
            _check_styled(self, _PARTS)

    def __repr__(self) -> str:
        return short_repr(self)

    def __str__(self) -> str:
        return self.literal

    @classmethod
    def parse(cls, text: str, *, form: NameForm = "auto") -> Name:
        """Parse one name; see `citekit.parsing.names.read.parse_name` for the forms and rules.

        Returns:
            A `Person`, or an `Organization` where the text has the shape of one.
        """
        return _name_from_parts(parse_name(text, form=form))

    @property
    def literal(self) -> str:
        """The name in running order: "Ludwig van Beethoven", "李明", "Martin Luther King, Jr."."""
        family = " ".join(filter(None, [self.non_dropping_particle, self.family]))
        family = _after_particle(family)
        if self.static_ordering or is_east_asian(self.family):
            glue = "" if is_east_asian(self.family) else " "
            return glue.join(filter(None, [family, self.given]))
        shown = " ".join(filter(None, [self.given, self.dropping_particle, family]))
        if not shown:
            return self.username
        if not self.suffix:
            return shown
        return f"{shown}{',' if self.comma_suffix else ''} {self.suffix}"


@frozen(kw_only=True)
@shared_methods
class Organization:
    """A group that acts as an author: an institute, a company, a collaboration.

    Args:
        name: The full name, never inverted.
        abbreviation: What later citations may use ("NIMH").
        identifier: An identifier of the group, such as its ROR link.
        styled: The name with its formatting, where it has any, as in `Person`.

    Raises:
        InvalidNameError: There is no name, or nothing in it prints.

    >>> Organization(name="OpenAI")
    Organization(name='OpenAI')
    """

    name: str = field(converter=as_line)
    abbreviation: str = field(default="", converter=as_line)
    identifier: str = field(default="", converter=as_line)
    styled: Styled = field(default=(), converter=_to_styled)

    def __attrs_post_init__(self) -> None:
        if not self.name:
            raise InvalidNameError("an organization needs a name that prints")
        if self.styled:
            _check_styled(self, ("name",))

    def __repr__(self) -> str:
        return short_repr(self)

    def __str__(self) -> str:
        return self.name

    @property
    def literal(self) -> str:
        """The name, as it is shown everywhere."""
        return self.name


Name: TypeAlias = Person | Organization


def _to_listed(value: Any) -> tuple[Name, ...]:
    if isinstance(value, (str, Person, Organization, Mapping)):
        value = (value,)
    check_row(value, "a list of names")
    return tuple(to_name(each) for each in value)


@frozen(kw_only=True)
@shared_methods
class AuthorList:
    """The names that a source lists, in order, and what it says of those that it does not list.

    It is data, not a sentence: each formatter decides how to show a list that stopped early,
    and none prints a made-up person.

    Args:
        listed: The names that are known, in order. Strings, mappings and `(family, given)`
            tuples are converted.
        complete: False when the source's list stopped early.
        total: How many there are in all, where the source says so.
        gap: Index in `listed` before which names are missing ("A, B, … Z" has gap 2; 0 where they
            are missing before the first). None, in a list that is not complete, means that they
            are missing at the end.
        note: What the source adds about the group as a whole ("Meta AI / GenAI team").
        source: What the source said, verbatim.
        diagnostics: What was guessed in reading it. No part of equality.

    Raises:
        AuthorListError: Nobody is listed though the list is said to be incomplete, the total is
            smaller than the list, or the gap lies outside it.

    >>> authors = AuthorList(listed=["Edward J. Hu", "Yelong Shen"], complete=False)
    >>> authors.others, str(authors), str(authors[0])
    (True, 'Edward J. Hu, Yelong Shen, et al.', 'Edward J. Hu')
    """

    listed: tuple[Name, ...] = field(default=(), converter=_to_listed)
    complete: bool = field(default=True, validator=of(bool))
    total: int | None = field(default=None, validator=of(int, optional=True))
    gap: int | None = field(default=None, validator=of(int, optional=True))
    note: str = field(default="", converter=as_line)
    source: str = field(default="", converter=as_line, eq=False, repr=False)
    diagnostics: tuple[Diagnostic, ...] = field(
        default=(), converter=as_diagnostics, eq=False, repr=False
    )

    def __attrs_post_init__(self) -> None:
        count = len(self.listed)
        if not count and (not self.complete or self.total):
            raise AuthorListError(
                "nobody is named in an author list that says there are authors",
                value=self.source or None,
                hint="give at least one name, or no list at all",
            )
        if self.total is not None and self.total < count:
            raise AuthorListError(f"a total of {self.total}, but {count} names", field="total")
        if self.complete and (self.gap is not None or (self.total or count) > count):
            raise AuthorListError(
                "a complete list has no gap and names all of its total", hint="pass complete=False"
            )
        if self.gap is not None and not 0 <= self.gap < count:
            raise AuthorListError("the gap must lie before a name", field="gap", value=self.gap)

    def __repr__(self) -> str:
        return short_repr(self)

    def __str__(self) -> str:
        """Show the names in running order, and where the source left names out."""
        shown = [str(name) for name in self.listed]
        if self.complete:
            return ", ".join(shown)
        missing = (self.total or 0) - len(shown)
        if self.gap is not None:
            shown.insert(self.gap, "…")
        elif missing > 0:
            shown.append(f"and {missing} other{'s' if missing > 1 else ''}")
        else:
            shown.append("et al.")
        return ", ".join(shown)

    def __bool__(self) -> bool:
        return bool(self.listed)

    def __len__(self) -> int:
        return len(self.listed)

    def __iter__(self) -> Iterator[Name]:
        return iter(self.listed)

    @overload
    def __getitem__(self, index: int) -> Name: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Name, ...]: ...
    def __getitem__(self, index: int | slice) -> Name | tuple[Name, ...]:
        """Give a name, or a tuple of names: a list cut short is no author list."""
        return self.listed[index]

    @property
    def others(self) -> bool:
        """Whether the source's list stopped early (not: whether a style will shorten it)."""
        return not self.complete

    @property
    def last(self) -> Name | None:
        """The last author where it is really known: the list is whole, or its gap lies before."""
        if not self.listed or (self.others and self.gap is None):
            return None
        return self.listed[-1]

    @classmethod
    def parse(cls, text: str, *, form: NameForm = "auto") -> AuthorList:
        """Parse an author line; see `citekit.parsing.author_lists.read` for the forms and rules.

        >>> AuthorList.parse("A. Turing, G. Hopper, et al.").complete
        False
        """
        return _list_from_parts(parse_author_list(text, form=form), text)


NOBODY = AuthorList()
"""The empty list: the work has no authors, or none in that role."""


def _after_particle(family: str) -> str:
    """Close the space after an elided particle: "d' Artagnan" is "d'Artagnan"."""
    for mark in ("' ", "’ "):
        family = family.replace(mark, mark[0], 1)
    return family


def _name_from_parts(parts: NameParts) -> Name:
    if parts.is_organization:
        return Organization(name=parts.literal)
    return Person(
        family=parts.family,
        given=parts.given,
        non_dropping_particle=parts.non_dropping_particle,
        dropping_particle=parts.dropping_particle,
        suffix=parts.suffix,
        comma_suffix=parts.comma_suffix,
        orcid=parts.orcid,
        affiliation=parts.note,
    )


def _list_from_parts(parts: AuthorListParts, source: str = "") -> AuthorList:
    return AuthorList(
        listed=[_name_from_parts(each) for each in parts.listed],
        complete=parts.complete,
        total=parts.total,
        gap=parts.gap,
        note=parts.note,
        source=source,
        diagnostics=parts.diagnostics,
    )


def _name_from_mapping(value: Mapping[Any, Any]) -> Name:
    """Build a name from a mapping with CSL's or citekit's names of the parts."""
    given = {str(key).replace("-", "_"): part for key, part in value.items()}
    if "literal" in given:
        given = {"name": given.pop("literal"), **given}
    kind: type[Person] | type[Organization] = Organization if "name" in given else Person
    known = [each.name for each in fields(kind)]
    for key in given:
        if key not in known:
            hint = did_you_mean(key, known) or "parts are " + ", ".join(known)
            raise InvalidNameError("unknown part of a name", field=key, hint=hint)
    return kind(**given)


def to_name(value: Any) -> Name:
    """Convert what people have into a name: a model, a string, a mapping, `(family, given)`.

    >>> to_name(("Hopper", "Grace"))
    Person(family='Hopper', given='Grace')
    """
    if isinstance(value, (Person, Organization)):
        return value
    if isinstance(value, str):
        return _name_from_parts(parse_name(value))
    if isinstance(value, Mapping):
        return _name_from_mapping(value)
    if isinstance(value, (tuple, list)) and len(value) == 2:
        return Person(family=value[0], given=value[1])
    raise InvalidNameError(
        "not a name", value=value, hint="give a string, a Person, or a (family, given) tuple"
    )


def to_author_list(value: Any) -> AuthorList:
    """Convert what people have into an author list.

    A string is a whole author line. In a list of strings each is one name, and a last "et al."
    or `...` says that the list stopped early.

    >>> to_author_list(["Edward J. Hu", "et al."])
    AuthorList(listed=(Person(family='Hu', given='Edward J.'),), complete=False)
    """
    if isinstance(value, AuthorList):
        return value
    if value is None:
        return NOBODY
    if isinstance(value, str):
        return AuthorList.parse(value)
    if isinstance(value, (Person, Organization)):
        return AuthorList(listed=(value,))
    if isinstance(value, Mapping):
        return _list_from_mapping(value)
    check_row(value, "an author line, a name, or a list of names")
    return _list_from_iterable(tuple(value))


def _list_from_mapping(value: Mapping[Any, Any]) -> AuthorList:
    """A mapping is either a whole list (it has `listed`) or one name."""
    if "listed" not in value:
        return AuthorList(listed=(to_name(value),))
    known = [each.name for each in fields(AuthorList)]
    for key in value:
        if key not in known:
            raise AuthorListError(
                "unknown part of an author list", field=str(key), hint=did_you_mean(str(key), known)
            )
    return AuthorList(**value)


def _list_from_iterable(values: tuple[Any, ...]) -> AuthorList:
    """Take one name from each value; a text may say that there are others, and how many."""
    items: list[Name | Marker] = []
    found: list[Diagnostic] = []
    for each in values:
        more, notes = read_entry(each)
        items += more
        found += notes
    counted = count(items)
    return AuthorList(
        listed=counted.listed,
        complete=counted.complete,
        total=counted.total,
        gap=counted.gap,
        diagnostics=(*found, *counted.diagnostics),
    )


def read_entry(value: Any) -> tuple[list[Name | Marker], tuple[Diagnostic, ...]]:
    """Read what stands in the place of one name: a name, a marker, or names and a marker.

    >>> read_entry("Doe et al.")[0][0]
    Person(family='Doe')
    """
    if value is ...:
        value = "…"
    if not isinstance(value, str):
        return [to_name(value)], ()
    text = as_line(without_markup(value))
    doubts: tuple[Diagnostic, ...] = ()
    if is_list(text):
        found, doubts = plain_items(text)
    else:
        found = [parse_name(value)]
    said = [note for each in found if isinstance(each, NameParts) for note in each.diagnostics]
    items = [each if isinstance(each, Marker) else _name_from_parts(each) for each in found]
    return items, (*doubts, *said)
