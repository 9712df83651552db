"""Errors and diagnostics: the leaf that every other module may import.

The tree of exceptions::

    CitekitError
    ├── InvalidValueError (ValueError)      a field of a work got a value that it cannot hold
    │   ├── DateError                       "30 February", month 13
    │   ├── IdentifierError                 a DOI that is none, a wrong check digit
    │   ├── InvalidNameError                a name without any part
    │   ├── AuthorListError                 "et al." alone: nobody is named
    │   └── DuplicateIdError                two works of one document share an id
    ├── ReadError (ValueError)              a file or text is not in the format it is said to be in
    ├── UnknownNameError (LookupError)      no style, writer, format, locale … of that name
    ├── OptionError (ValueError)            an option that the chosen style or writer cannot honour
    ├── PatternError (ValueError)           a key pattern with a fault
    └── StyleError (ValueError)             a CSL style with faults; all of them, with their lines

Whatever citekit raises on purpose is a `CitekitError`, and says which work, which field,
which value, and what to do. What is no error but must not be lost is a `Diagnostic`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from attrs import field, frozen
from attrs.validators import in_

from citekit.speed.records import shared_methods

__all__ = [
    "AuthorListError",
    "CitekitError",
    "DateError",
    "Diagnostic",
    "DuplicateIdError",
    "IdentifierError",
    "InvalidNameError",
    "InvalidValueError",
    "OptionError",
    "PatternError",
    "ReadError",
    "Severity",
    "StyleError",
    "StyleFault",
    "UnknownNameError",
    "did_you_mean",
    "in_line",
    "shorten",
]

Severity = Literal["info", "warning", "error"]

_SHOWN = 80


def shorten(value: object, limit: int = _SHOWN) -> str:
    """Give a `repr` of *value* that fits in a message, however long or odd the value is.

    >>> shorten("x" * 1000, limit=12)
    "'xxxxxxxxxx…'"
    """
    if isinstance(value, str):
        cut = value if len(value) <= limit - 2 else value[: limit - 2] + "…"
        if cut.isprintable():
            return repr(cut)
        return ascii(cut) if any("\ud800" <= c <= "\udfff" for c in cut) else repr(cut)
    try:
        text = repr(value)
    except Exception as error:  # a foreign class's repr may raise anything
        text = f"<{type(value).__name__}: repr failed with {type(error).__name__}>"
    return text if len(text) <= limit else text[:limit] + "…"


def in_line(text: str) -> str:
    r"""Escape what would end the line, act on a terminal, or turn the order of the text about.

    Messages hold names and values that a source gives, which may be any. Joiners stay, which shape
    the letters beside them: Persian or Hindi is misspelt without them.

    >>> print(in_line("a\n\x1b[2Jb \u202ec Łódź"))
    a\n\x1b[2Jb \u202ec Łódź
    """
    return text if text.isprintable() else "".join(map(_escaped, text))


def _escaped(char: str) -> str:
    from unicodedata import category  # needed for what nearly no message holds

    if char.isprintable() or char in "\u200c\u200d" or category(char) == "Zs":
        return char
    return char.encode("unicode_escape").decode("ascii")


def did_you_mean(name: str, known: Iterable[str], count: int = 3) -> str | None:
    """Suggest the *known* names nearest to *name*, as a hint, or None where none is near.

    >>> did_you_mean("natur", ["apa", "nature", "ieee"])
    "did you mean 'nature'?"
    """
    import difflib  # needed for mistakes only

    near = difflib.get_close_matches(name[:100], list(known), n=count, cutoff=0.6)
    if not near:
        return None
    return "did you mean " + " or ".join(repr(each) for each in near) + "?"


class CitekitError(Exception):
    """The base of every error that citekit raises.

    Args:
        message: What is wrong, as a clause without a full stop.
        work: The id (or title) of the work concerned.
        field: The name of the field concerned.
        value: The offending value; shown shortened.
        hint: What to do about it.
    """

    def __init__(
        self,
        message: str,
        *,
        work: str | None = None,
        field: str | None = None,
        value: Any = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.work = work
        self.field = field
        self.value = value
        self.hint = hint

    def __str__(self) -> str:
        place = [f"work {shorten(self.work)}"] if self.work else []
        place += [f"field '{in_line(self.field)}'"] if self.field else []
        lead = ", ".join(place) + ": " if place else ""
        shown = f" (got {shorten(self.value)})" if self.value is not None else ""
        hint = f"; {self.hint}" if self.hint else ""
        return f"{lead}{self.message}{shown}{hint}"

    def __reduce__(self) -> tuple[Any, ...]:
        return (_rebuild, (type(self), self.args, dict(self.__dict__)))


def _rebuild(kind: type[CitekitError], args: tuple[Any, ...], state: dict[str, Any]) -> Any:
    """Make an unpickled error: keyword-only arguments do not survive the default way."""
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class InvalidValueError(CitekitError, ValueError):
    """A field of a work got a value that it cannot hold."""


class DateError(InvalidValueError):
    """A date that cannot exist, or text that is no date."""


class IdentifierError(InvalidValueError):
    """Text that is not an identifier of the kind asked for, or has a wrong check digit."""


class InvalidNameError(InvalidValueError):
    """A name that has no part to show."""


class AuthorListError(InvalidValueError):
    """An author list in which nobody is named."""


class DuplicateIdError(InvalidValueError):
    """Two works of one document have the same id."""


class ReadError(CitekitError, ValueError):
    """Text that is not in the format that it is said to be in."""


class UnknownNameError(CitekitError, LookupError):
    """No style, writer, format, locale or work has that name."""


class OptionError(CitekitError, ValueError):
    """An option that the chosen style, engine or writer cannot honour."""


class PatternError(CitekitError, ValueError):
    """A key pattern with a fault in it."""


@frozen
@shared_methods
class StyleFault:
    """One fault of a CSL style: what is wrong, on which line, and what to do."""

    message: str
    line: int | None = None
    hint: str | None = None

    def __str__(self) -> str:
        where = f"line {self.line}: " if self.line is not None else ""
        return f"{where}{self.message}" + (f"; {self.hint}" if self.hint else "")


class StyleError(CitekitError, ValueError):
    """A CSL style that cannot be used; `faults` lists all that is wrong with it."""

    def __init__(self, message: str, *, faults: Iterable[StyleFault] = (), **rest: Any) -> None:
        super().__init__(message, **rest)
        self.faults = tuple(faults)

    def __str__(self) -> str:
        return "\n  ".join([super().__str__(), *map(str, self.faults)])


@frozen(kw_only=True)
@shared_methods
class Diagnostic:
    """Something that was guessed, derived, repaired or dropped, and must not be lost silently.

    A diagnostic is data: it is returned beside a result and never printed or logged by citekit.
    """

    severity: Severity = field(validator=in_(("info", "warning", "error")))
    """`info`: derived by a public rule; `warning`: guessed or lost; `error`: unusable."""
    code: str
    """A stable, machine-readable name in kebab case, such as `doi-derived`."""
    message: str
    """What happened, for a person."""
    field: str | None = None
    """The field of the work that it is about."""
    work: str | None = None
    """The id or title of the work that it is about."""
    hint: str | None = None
    """What to do about it."""

    def __str__(self) -> str:
        place = ", ".join(in_line(name) for name in (self.work, self.field) if name)
        lead = f"{place}: " if place else ""
        hint = f"; {self.hint}" if self.hint else ""
        return f"{self.severity}: {lead}{self.message}{hint}"
