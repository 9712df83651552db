"""Names in CSL-JSON, read and written.

Source: the CSL-JSON schema (citation-style-language/schema, ``schemas/input/csl-data.json``,
``name-variable``): `family`, `given`, `dropping-particle`, `non-dropping-particle`, `suffix`,
`comma-suffix` and `static-ordering` (text, number or boolean), `literal`, `parse-names`. Also
understood: `isInstitution` (citeproc-js), `ORCID` and `affiliation` (Crossref).

Parts may hold CSL-JSON's inline markup, as all text there may ("Center <sup>for</sup> History"):
the part is its plain text, and the formatting stands in `Person.styled`. Text that looks like
markup is written with entities, as `citekit.text.markup` says, so it is never read as markup.

A name in two parts may have its particles in them ("van der Maaten", "Ludwig van"). They are taken
out by the rules of `citekit.parsing.names.particles`, unless the name says where they stand,
has a family name in quotation marks (citeproc-js manual, "Particles"), or says
``"parse-names": false``, as is written for a `Person` whose parts a reader would take apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from attrs import evolve, frozen

from citekit.errors import CitekitError, Diagnostic, shorten
from citekit.exchange.foreign import converted, kind_of, number_text
from citekit.model.identifiers import ORCID
from citekit.model.names import (
    AuthorList,
    Name,
    Organization,
    Person,
    read_entry,
    to_author_list,
    to_name,
)
from citekit.model.values import as_line, as_text
from citekit.parsing.author_lists.counting import count
from citekit.parsing.author_lists.plain import is_list
from citekit.parsing.author_lists.truncation import Marker
from citekit.parsing.names.particles import split_family, split_given, split_suffix
from citekit.text.foreign import foreign_line, foreign_text
from citekit.text.markup import to_markup
from citekit.text.nodes import RichText

__all__ = ["NamesRead", "read_names", "write_names"]

_PARTS: Final = MappingProxyType(
    {
        "family": "family",
        "given": "given",
        "non-dropping-particle": "non_dropping_particle",
        "dropping-particle": "dropping_particle",
        "suffix": "suffix",
    }
)
_FLAGS: Final = MappingProxyType(
    {"comma-suffix": "comma_suffix", "static-ordering": "static_ordering"}
)
_NOISE: Final = frozenset(("sequence", "authenticated-orcid"))
"""How the record was made: nothing that a citation could show."""
_DENIED: Final[tuple[Any, ...]] = ("0", "false", "False", "no", 0)
_EMPTY: Final[tuple[Any, ...]] = (None, "", [], {})
_NO: Final[tuple[Any, ...]] = (*_EMPTY, *_DENIED)


@frozen
class NamesRead:
    """What reading a name variable gave.

    Args:
        names: The names.
        whole: Whether everything that the variable says is in `names`.
        diagnostics: What was guessed or passed over.
    """

    names: AuthorList
    whole: bool
    diagnostics: tuple[Diagnostic, ...] = ()


def read_names(value: Any, field: str) -> NamesRead:
    """Read a name variable.

    A list of names is what the schema wants. One name alone, and an author line as text, are
    understood. A name "et al." or "others" is nobody: it says that others are missing in its place;
    "Doe et al." is Doe, and others.

    Args:
        value: What stands in the item.
        field: The name of the field of the work, for diagnostics.

    Raises:
        CitekitError: *value* holds no names.

    >>> read_names([{"family": "Hu", "given": "E."}, {"literal": "et al."}], "authors").names
    AuthorList(listed=(Person(family='Hu', given='E.'),), complete=False)
    """
    if isinstance(value, str):
        return _from_line(value, field)
    entries = [value] if isinstance(value, Mapping) else list(_iterable(value))
    reader = _Reader(field)
    items: list[Name | Marker] = []
    for each in entries:
        text = _only_text(each)
        if text and is_list(text):
            items += reader.entry(text)
        elif name := reader.name(each):
            items.append(name)
    return NamesRead(reader.counted(items), reader.whole, tuple(reader.diagnostics))


def _from_line(line: str, field: str) -> NamesRead:
    names = to_author_list(line) if as_line(line) else AuthorList()
    note = Diagnostic(
        severity="warning",
        code="names-parsed",
        message="text stands where CSL-JSON has a list of names; it was parsed",
        field=field,
    )
    return NamesRead(names, whole=True, diagnostics=(note, *names.diagnostics))


def _iterable(value: Any) -> Iterable[Any]:
    if isinstance(value, (list, tuple)):
        return value
    return (to_name(value),)  # raises: nothing of that type is a name


def _only_text(value: Any) -> str:
    """Give the text of a name that has but one part, whichever that is; else ""."""
    if isinstance(value, Mapping):
        parts = [each for each in value.values() if each not in _NO]
        value = parts[0] if len(parts) == 1 else None
    return as_line(foreign_line(value)) if isinstance(value, str) else ""


class _Reader:
    """Reads the names of one variable, and collects what it had to pass over."""

    def __init__(self, field: str) -> None:
        self.field = field
        self.whole = True
        self.diagnostics: list[Diagnostic] = []

    def report(self, code: str, message: str) -> None:
        note = Diagnostic(severity="warning", code=code, message=message, field=self.field)
        self.diagnostics.append(note)

    def entry(self, text: str) -> list[Name | Marker]:
        """Read a list, or what says that names are missing, in the place of a name."""
        items, notes = read_entry(text)
        self.diagnostics += notes
        return items

    def counted(self, items: Sequence[Name | Marker]) -> AuthorList:
        """Make the list, and say where it stopped early."""
        found = count(items)
        if not found.complete:
            self.report("others-understood", "a name says that the list stopped early")
        self.whole = self.whole and not found.several_gaps
        return AuthorList(
            listed=found.listed, complete=found.complete, total=found.total, gap=found.gap
        )

    def name(self, value: Any) -> Name | None:
        """Read one name; None for one without any part, and for what is no name."""
        try:
            return self._in_parts(value) if isinstance(value, Mapping) else self._in_one(value)
        except CitekitError as error:
            self._lost(f"{shorten(value)} is no name: {error.message}")
            return None

    def _in_one(self, value: Any) -> Name | None:
        if isinstance(value, str) and not as_line(value):
            return self._nobody({})
        name = to_name(value)
        self.report("names-parsed", "a name given as text was parsed")
        return name

    def _in_parts(self, value: Mapping[Any, Any]) -> Name | None:
        given = {str(key): part for key, part in value.items()}
        styled: dict[str, RichText] = {}
        literal = self._part(given.pop("literal", None), "name", styled)
        institution = self._flag(given.pop("isInstitution", None))
        parts: dict[str, Any] = {
            into: self._part(given.pop(name, None), into, styled) for name, into in _PARTS.items()
        }
        flags: dict[str, Any] = {
            into: self._flag(given.pop(name, None)) for name, into in _FLAGS.items()
        }
        extra: dict[str, Any] = {
            "orcid": self._orcid(given.pop("ORCID", None)),
            "affiliation": self._affiliation(given.pop("affiliation", None)),
        }
        parsed = given.pop("parse-names", None) not in _DENIED
        self._pass_over(given)
        if literal or (institution and parts["family"]):
            formatted = styled.get("name" if literal else "family")
            return self._organization(literal or parts["family"], formatted, {**parts, **extra})
        if not (parts["family"] or parts["given"]):
            return self._nobody(parts)
        person = Person(**parts, **flags, **extra, styled=styled)
        return _taken_apart(person) if parsed else person

    def _organization(
        self, name: str, formatted: RichText | None, parts: Mapping[str, str]
    ) -> Organization:
        if any(part for part in parts.values() if part != name):
            self._lost("beside a name in one piece, its parts were passed over")
        return Organization(name=name, styled={} if formatted is None else {"name": formatted})

    def _nobody(self, parts: Mapping[str, str]) -> Name | None:
        if any(parts.values()):
            self._lost("a name has neither a family name nor a given name")
        else:
            self.report("empty-name", "a name without any part that prints was passed over")
        return None

    def _pass_over(self, rest: Mapping[str, Any]) -> None:
        unknown = sorted(key for key in rest if key not in _NOISE and rest[key] not in _EMPTY)
        if unknown:
            self._lost("unknown parts of a name: " + ", ".join(map(repr, unknown)))

    def _lost(self, message: str) -> None:
        self.whole = False
        self.report("names-kept", message + "; the whole is kept in extra")

    def _part(self, value: Any, into: str, styled: dict[str, RichText]) -> str:
        """Read one part; where it has formatting, its rich text goes into *styled*."""
        if not isinstance(value, str) or not ("<" in value or "&" in value):
            return self._line(value, into)
        text = as_text(foreign_text(value))
        if as_line(text) and any(not isinstance(node, str) for node in text.nodes):
            styled[into] = text
        return as_line(text)

    def _line(self, value: Any, into: str) -> str:
        """Read a part, which is text; a number is taken for it, and nothing else is."""
        if kind_of(value) in ("text", "null"):
            return as_line(value)
        if kind_of(value) == "a number":
            self.diagnostics.append(converted(value, "text", self.field))
            return as_line(value) if isinstance(value, str) else number_text(value)
        self._lost(f"the {into} of a name is {kind_of(value)}")
        return ""

    def _flag(self, value: Any) -> bool:
        """Read what is true or false, a number or a word; the schema allows all three."""
        if value not in _EMPTY and kind_of(value) in ("a list", "an object"):
            self._lost(f"what is true or false of a name is {kind_of(value)}")
            return False
        return value not in _NO

    def _orcid(self, value: Any) -> ORCID | None:
        try:
            return None if value in _EMPTY else ORCID(value)
        except CitekitError as error:
            self._lost(f"no ORCID iD: {error.message}")
            return None

    def _affiliation(self, value: Any) -> str:
        """Read text, or a list of texts or of objects with a `name`, as Crossref has it."""
        several = value if isinstance(value, list) else [value]
        names = [each.get("name") if isinstance(each, Mapping) else each for each in several]
        if any(isinstance(each, Mapping) and {*each} - {"name"} for each in several):
            self._lost("an affiliation says more than a name")
        return "; ".join(self._line(name, "affiliation") for name in names if name)


def _taken_apart(name: Person) -> Person:
    """Take particles and a suffix out of the names in which they stand."""
    family = name.family
    if not family or name.styled or name.non_dropping_particle or name.dropping_particle:
        return name
    if family[0] == family[-1] == '"' and family[1:-1].strip():
        return evolve(name, family=family[1:-1])
    given, suffix, comma = name.given, name.suffix, name.comma_suffix
    if not suffix:
        given, suffix, comma = split_suffix(given)
    given, dropping = split_given(given)
    particle, family = split_family(family)
    if (given, family) == (name.given, name.family):
        return name
    return evolve(
        name,
        family=family,
        given=given,
        non_dropping_particle=particle,
        dropping_particle=dropping,
        suffix=suffix,
        comma_suffix=comma,
    )


def write_names(names: AuthorList) -> list[dict[str, Any]]:
    """Write the names of a list as CSL-JSON; what else the list says has no place there.

    >>> write_names(AuthorList(listed=["Ludwig van Beethoven", "OpenAI"]))[1]
    {'literal': 'OpenAI'}
    """
    return [_write_name(each) for each in names]


def _write_name(name: Name) -> dict[str, Any]:
    if isinstance(name, Organization) or not (name.family or name.given):
        return {"literal": _markup(name, "name", name.literal)}
    written: dict[str, Any] = {
        csl: _markup(name, attribute, part)
        for csl, attribute in _PARTS.items()
        if (part := getattr(name, attribute))
    }
    flags = {csl: True for csl, attribute in _FLAGS.items() if getattr(name, attribute)}
    if _taken_apart(name) is not name:
        flags["parse-names"] = False
    return {**written, **flags}


def _markup(name: Name, part: str, text: str) -> str:
    """Write a part with its formatting; plain text never becomes markup."""
    return to_markup(dict(name.styled).get(part) or RichText(text))[0]
