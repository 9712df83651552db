"""The pattern of a key: ``"{family}{year}{title}"``.

Grammar::

    pattern = (literal | "{" part "}")+
    literal = one or more of A-Z a-z 0-9 : . _ + / -
    part    = a name of `PARTS`, in lower case, Capitalised, or UPPER CASE

The case of the name is the case of what it gives: ``{family}`` is `touvron`, ``{Family}`` is
`Touvron`, ``{FAMILY}`` is `TOUVRON`. Punctuation between parts is a separator: it goes where it
would separate nothing, so ``{family}-{year}`` without a year is `touvron`.

The characters are those that BibTeX, biber and LaTeX all take in a key (measured; see
``docs``, "Keys").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from attrs import frozen

from citekit.errors import PatternError, did_you_mean
from citekit.speed.lazy import lazy
from citekit.speed.records import shared_methods

__all__ = ["MAX_PATTERN", "PARTS", "Part", "Pattern", "parse_pattern"]

MAX_PATTERN = 200
"""The longest pattern, in characters."""

PARTS: Final = MappingProxyType(
    {
        "family": "family name of the first author, particles joined; an organization's short"
        " name; without authors the first editor's; without either a title word",
        "given": "given name of the first author",
        "year": "year of publication",
        "shortyear": "its last two digits",
        "month": "its month, in two digits",
        "title": "first significant word of the title",
        "shorttitle": "first three significant words of the title",
        "venue": "short name of the journal, the proceedings, the repository",
        "type": "type of the work",
        "volume": "volume",
        "issue": "issue",
        "number": "number of a report or a patent",
        "page": "first page",
    }
)
"""Each part of a pattern, and what it gives."""

_TOKEN = lazy(r"\{([^{}]*)\}|([A-Za-z0-9]+|[:._+/-]+)")
_SEPARATORS = ":._+/-"


@frozen
@shared_methods
class Part:
    """One part of a pattern: which, and in which case."""

    name: str
    case: Callable[[str], str]


@frozen
@shared_methods
class Pattern:
    """A pattern, read: literals and parts in order."""

    pieces: tuple[str | Part, ...]

    def has(self, *names: str) -> bool:
        """Say whether one of the parts *names* is in the pattern."""
        return any(isinstance(each, Part) and each.name in names for each in self.pieces)

    def fill(self, value: Callable[[str], str]) -> str:
        """Put the values of the parts in their places.

        >>> parse_pattern("{Family}-{year}-x").fill({"family": "hu", "year": ""}.__getitem__)
        'Hu-x'
        """
        result, waiting = "", ""
        for piece in self.pieces:
            text = piece if isinstance(piece, str) else piece.case(value(piece.name))
            if text and not text.strip(_SEPARATORS):
                waiting = waiting or text
            elif text:
                result += (waiting if result else "") + text
                waiting = ""
        return result


@lru_cache(maxsize=64)
def parse_pattern(pattern: str) -> Pattern:
    """Read a pattern.

    Raises:
        PatternError: It has a fault; the error says where, and which parts there are.

    >>> parse_pattern("{family}{jear}")
    Traceback (most recent call last):
    ...
    citekit.errors.PatternError: field 'pattern': unknown part 'jear' at position 9
    (got '{family}{jear}'); did you mean 'year'?
    """
    if not pattern or len(pattern) > MAX_PATTERN:
        raise _fault(f"a pattern has 1 to {MAX_PATTERN} characters", pattern, _all_parts())
    pieces = tuple(_pieces(pattern))
    if all(isinstance(each, str) for each in pieces):
        raise _fault("all works would get the same key from this pattern", pattern, _all_parts())
    return Pattern(pieces)


def _pieces(pattern: str) -> Iterator[str | Part]:
    position = 0
    while position < len(pattern):
        match = _TOKEN.match(pattern, position)
        if match is None:
            raise _stray(pattern, position)
        yield match[2] if match[1] is None else _part(match[1], pattern, position + 1)
        position = match.end()


def _part(name: str, pattern: str, position: int) -> Part:
    lower = name.lower()
    case = _case(name)
    if lower not in PARTS or case is None:
        known = did_you_mean(lower, PARTS) or _all_parts()
        raise _fault(f"unknown part {name!r} at position {position}", pattern, known)
    return Part(lower, case)


def _case(name: str) -> Callable[[str], str] | None:
    if name.islower():
        return str.lower
    if name.isupper():
        return str.upper
    return _capitalised if name == name.capitalize() else None


def _capitalised(value: str) -> str:
    return value[:1].upper() + value[1:]


def _stray(pattern: str, position: int) -> PatternError:
    char = pattern[position]
    if char == "{":
        return _fault(f"the brace at position {position} is not closed", pattern, _all_parts())
    if char == "}":
        return _fault(f"the brace at position {position} closes nothing", pattern, _all_parts())
    return _fault(
        f"no key can have {char!r}, at position {position}",
        pattern,
        "letters and digits of ASCII and : . _ + / - can stand in a key",
    )


def _all_parts() -> str:
    return "parts are " + ", ".join(f"{{{name}}}" for name in PARTS)


def _fault(message: str, pattern: str, hint: str) -> PatternError:
    return PatternError(message, field="pattern", value=pattern, hint=hint)
