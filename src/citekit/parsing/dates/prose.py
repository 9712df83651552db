"""Dates as people write them: "27 February 2023", "Feb. 2023", "c. 350 BC", "2–5 May 2021".

The text is cut into tokens, each token gets a kind (year, month, day, season), and the kinds in
their order must be one of a short list of patterns. A range is two such dates around one
separator; what one side leaves out ("2–5 May 2021") comes from the other. Whatever can be read
in two ways is refused, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from attrs import evolve, frozen

from citekit.errors import DateError
from citekit.parsing.dates.edtf import parse_edtf
from citekit.parsing.dates.parts import DateRange, PartialDate, make_date
from citekit.speed.lazy import lazy
from citekit.speed.records import shared_repr
from citekit.tables.dates import (
    AFTER_CHRIST,
    BEFORE_CHRIST,
    CIRCA_WORDS,
    FILLERS,
    LEAD_WORDS,
    MONTHS,
    OPEN_WORDS,
    RANGE_WORDS,
    SEASONS,
)
from citekit.text.fold import fold

__all__ = ["parse_prose", "without_lead"]


def _era_pattern(marks: Iterable[str]) -> str:
    """Make a pattern in which points, hyphens and a space may follow each letter group."""
    return "|".join(r"\.?[ -]?".join(mark.split()) + r"\b\.?" for mark in marks)


_BC = lazy(rf"(?<=[0-9?~]) ?(?:{_era_pattern(BEFORE_CHRIST)})(?![^\W\d_])", re.IGNORECASE)
_AD = lazy(rf"(?<=[0-9?~]) ?(?:{_era_pattern(AFTER_CHRIST)})(?![^\W\d_])", re.IGNORECASE)
_AD_BEFORE = lazy(r"(?<!\w)A\.? ?D\.? ?(?=[0-9])")
_TOKEN = lazy(
    r"(?P<number>[0-9]+)(?:(?:st|nd|rd|th|er|re|ere|[ºª°])(?!\w))?|(?P<word>[^\W\d_]+)"
    r"|(?P<doubt>[?~%])|(?P<skip>[\s,.'’]+)|(?P<other>.)",
    re.DOTALL | re.IGNORECASE,
)
_WITH_NAME = lazy(r"\b([0-9]{1,4})([-/.])([^\W\d_]{3,12})\.?\2([0-9]{1,4})\b")
_NAME_YEAR = lazy(r"^([^\W\d_]{3,12})\.?[-/]([0-9]{4})$")
_LEAD_MARKS = lazy(r"[\s:©,]*")
_LEAD_WORD = lazy(r"([^\W\d_]+)\b[.:,]{0,2}[\s©:]*")
_COPYRIGHT_OR_CIRCA = lazy(r"c(?=[0-9])", re.IGNORECASE)
_CLOCK = lazy(
    r" [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[ap]\.?m\.?)?(?: (?:GMT|UTC|Z|[+-][0-9]{4}))?$",
    re.IGNORECASE,
)
_NUMERIC = lazy(r"([0-9]{1,4})(?:([-/])([0-9]{1,2})\2|\. ?([0-9]{1,2})\. ?)([0-9]{1,4})")
_EAST_ASIAN = lazy(
    r"([0-9]{1,4}) ?[\u5e74\ub144]"
    r"(?: ?([0-9]{1,2}) ?[\u6708\uc6d4](?: ?([0-9]{1,2}) ?[\u65e5\uc77c])?)?"
)
"""Year, month and day with the words for them, as in Chinese, Japanese and Korean."""
_MONTH_YEAR = lazy(r"([0-9]{1,2})[-/.]([0-9]{4})")
_YEAR_TAIL = lazy(r"([0-9]{4}) ?[-/–—] ?([0-9]{1,2})")
_DECADE = lazy(r"([0-9]{3})0['’]?s")
_SEPARATORS = tuple(
    lazy(pattern, re.IGNORECASE)
    for pattern in (
        r" ?[–—―−‒‐‑] ?",
        r" -+ ?| ?--+ ?",
        rf"(?<=\s)(?:{'|'.join(map(re.escape, RANGE_WORDS))})(?=\s)",
        r" ?- ?",
        r" / ",
        r"/",
    )
)


@frozen(eq=False)
@shared_repr
class _Side:
    """What one date says, before the other end of its range has filled the gaps."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    circa: bool = False
    era: str = ""


_Token = tuple[str, int]
"""The kind of a part of a date, and its number."""

_ERAS = ("-", "+")
_SILENT = MappingProxyType(dict.fromkeys(FILLERS, 0))
_WORD_KINDS: Mapping[str, _Token] = MappingProxyType(
    {**dict.fromkeys(CIRCA_WORDS, ("c", 0)), "bc": ("-", 0), "ad": ("+", 0)}
)

_PATTERNS = frozenset("Y MY YM DMY MDY YMD SY YS D M S DM MD DY".split())
"""The orders in which the parts of a date may stand; without Y only as an end of a range."""


def parse_prose(text: str) -> PartialDate | DateRange | None:
    """Read a date or a range of dates from words and numbers.

    Args:
        text: The text in NFC, with single spaces and none around it.

    Returns:
        The date, or None when the text has no shape of a date.

    Raises:
        DateError: When there is no such date, or the text can be read in two ways.

    >>> parse_prose("27 February 2023")
    PartialDate(2023, 2, 27)
    >>> parse_prose("2–5 May 2021").start.day
    2
    >>> parse_prose("soon") is None
    True
    """
    if _COPYRIGHT_OR_CIRCA.match(text):
        raise DateError(
            "c may stand for circa or for copyright",
            value=text,
            hint=f"write c. {text[1:]} or {text[1:]}",
        )
    body = _AD_BEFORE.sub("AD ", _AD.sub(" AD", _BC.sub(" BC", _CLOCK.sub("", text))))
    decade = _DECADE.fullmatch(body)
    if decade:
        return _decade(int(decade[1]) * 10, text)
    tail = _YEAR_TAIL.fullmatch(body)
    if tail:
        return _year_tail(int(tail[1]), tail[2], text)
    side = _side(body, text)
    if side is not None and side.year is not None:
        return _finish(side, text)
    return _range(body, text)


def without_lead(text: str) -> str:
    """Drop "Published online on", "Accessed:", "©", "Monday," and the like from the start.

    >>> without_lead("Published online: 3 May 2021")
    '3 May 2021'
    """
    start = _LEAD_MARKS.match(text)
    while start:
        text = text[start.end() :]
        start = _LEAD_WORD.match(text)
        if start and fold(start[1]) not in LEAD_WORDS:
            return text
    return text


def _decade(first: int, source: str) -> DateRange:
    """Read "1990s" as the years that it spans, unless it may be a century."""
    if first % 100 == 0:
        raise DateError(
            "this may be a decade or a century",
            value=source,
            hint=f"write {first}/{first + 9} or {first}/{first + 99}",
        )
    return DateRange(PartialDate(first), PartialDate(first + 9))


def _year_tail(year: int, tail: str, source: str) -> PartialDate | DateRange:
    """Read "2019–20" (years) or "2023/02" (a month); where both are possible, refuse."""
    end = year - year % 10 ** len(tail) + int(tail)
    if end > year and 1 <= int(tail) <= 12:
        raise DateError(
            "this may be a month or a range of years",
            value=source,
            hint=f"write {year}-{int(tail):02} or {year}/{end}",
        )
    if end > year:
        return DateRange(make_date(year, source=source), PartialDate(end))
    return make_date(year, int(tail), source=source)


def _side(text: str, source: str) -> _Side | None:
    """Read one date, which may lack a year; None when it has no shape of a date."""
    exact = parse_edtf(text)
    if isinstance(exact, PartialDate):
        return _Side(exact.year, exact.month, exact.day, exact.season, exact.circa)
    numeric = _NUMERIC.fullmatch(text)
    if numeric:
        return _numeric(numeric, source)
    east_asian = _EAST_ASIAN.fullmatch(text)
    if east_asian:
        year, month, day = (int(each) if each else None for each in east_asian.groups())
        return _Side(year, month, day)
    month_year = _MONTH_YEAR.fullmatch(text)
    if month_year:
        return _Side(year=int(month_year[2]), month=int(month_year[1]))
    tokens = _tokens(_NAME_YEAR.sub(r"\1 \2", _WITH_NAME.sub(r"\1 \3 \4", text)))
    return None if tokens is None else _from_tokens(tokens, source)


def _numeric(match: re.Match[str], source: str) -> _Side | None:
    """Read three numbers: year first, or year last with a day and month in a sure order."""
    first, middle, last = int(match[1]), int(match[3] or match[4]), int(match[5])
    if len(match[1]) == 4 and len(match[5]) <= 2:
        return _Side(first, middle, last)
    if len(match[5]) != 4 or len(match[1]) > 2:
        return None
    if match[2] is None or first > 12 or first == middle:
        return _Side(last, middle, first)
    if middle > 12:
        return _Side(last, first, middle)
    raise DateError(
        "day and month may be either way round",
        value=source,
        hint=f"write {last}-{middle:02}-{first:02} or {last}-{first:02}-{middle:02}",
    )


def _tokens(text: str) -> list[_Token] | None:
    """Cut the text into kinds and numbers; None when a part of it belongs to no date.

    Kinds: Y a year, M a month, D a day, S a season; c circa, - BC, + AD.
    """
    tokens: list[_Token] = []
    for match in _TOKEN.finditer(text):
        token = _token(match)
        if token is None:
            return None
        tokens += [token] if token[0] else []
    return tokens


def _token(match: re.Match[str]) -> _Token | None:
    """Give the kind and number of one token; the kind is empty where it says nothing."""
    if match["number"]:
        number = match["number"]
        return ("Y" if len(number) > 2 else "D", int(number))
    if match["word"]:
        return _word(fold(match["word"]))
    if match["doubt"]:
        return ("c", 0)
    return None if match["other"] else ("", 0)


def _word(word: str) -> _Token | None:
    """Give the kind and number of a word."""
    for kind, table in (("M", MONTHS), ("S", SEASONS), ("", _SILENT)):
        if word in table:
            return (kind, table[word])
    return _WORD_KINDS.get(word)


def _from_tokens(tokens: Sequence[_Token], source: str) -> _Side | None:
    """Take the tokens of one date apart by the pattern of their kinds."""
    rest, era = _without_era(tokens)
    kinds = "".join(kind for kind, _ in rest)
    if kinds.strip("c") not in _PATTERNS:
        return None
    values = dict(rest)
    year = values.get("Y")
    if year is not None and year > 9999:
        raise DateError("the year has too many digits", value=source, hint=f"write Y{year}")
    return _Side(
        year=-year if year is not None and era == "-" else year,
        month=values.get("M"),
        day=values.get("D"),
        season=values.get("S"),
        circa="c" in kinds,
        era=era,
    )


def _without_era(tokens: Sequence[_Token]) -> tuple[list[_Token], str]:
    """Take BC or AD out; the number beside it is a year, however few digits it has."""
    rest = list(tokens)
    parts = [at for at, (kind, _) in enumerate(rest) if kind != "c"]
    if len(parts) < 2:
        return rest, ""
    before, last = parts[-2:]
    if rest[last][0] in _ERAS:
        era, year = last, before
    elif rest[before][0] == "+":
        era, year = before, last
    else:
        return rest, ""
    kind, number = rest[year]
    sign = rest[era][0]
    rest[year] = ("Y" if kind == "D" else kind, number)
    del rest[era]
    return rest, sign


def _range(text: str, source: str) -> DateRange | None:
    """Read two dates around one separator, or one date with an open end."""
    ends = _split(text)
    if ends is None:
        return None
    left, right = ends
    if not right or fold(right) in OPEN_WORDS:
        return _open_range(_side(left, source), source, first=True)
    if not left:
        return _open_range(_side(right, source), source, first=False)
    start, end = _side(left, source), _side(right, source)
    if start is None or end is None:
        return None
    return _closed_range(*_shared_era(start, end), source)


def _split(text: str) -> tuple[str, str] | None:
    """Cut the text at the strongest of the separators that it has once."""
    for separator in _SEPARATORS:
        parts = separator.split(text)
        if len(parts) == 2:
            return parts[0].strip(), parts[1].strip()
    return None


def _open_range(side: _Side | None, source: str, *, first: bool) -> DateRange | None:
    """Make a range with one end."""
    if side is None or side.year is None:
        return None
    date = _finish(side, source)
    return DateRange(date, None) if first else DateRange(None, date)


def _shared_era(start: _Side, end: _Side) -> tuple[_Side, _Side]:
    """Let "49–44 BC" be 49 BC to 44 BC: an era after the end holds for the start too."""
    if end.era and not start.era:
        is_day = _only_day(start) and end.day is not None
        return (start if is_day else _of_era(start, end.era)), end
    return start, end


def _of_era(side: _Side, era: str) -> _Side:
    """Count the year of a side before or after Christ; a bare number is a year there."""
    if side.month is None and side.year is None:
        side = evolve(side, year=side.day, day=None)
    if side.year is None:
        return side
    return evolve(side, year=-abs(side.year) if era == "-" else side.year, era=era)


def _closed_range(start: _Side, end: _Side, source: str) -> DateRange | None:
    """Fill what one end leaves out from the other, and build the range."""
    if start.year is None and (end.month, end.season, end.day) == (None, None, None):
        return None
    if (start.year or 0) > 0 and start.month is None and _only_day(end):
        end = _of_century(end, start.year or 0)
    if (_only_day(start) and end.day is None) or (_only_day(end) and start.day is None):
        return None
    start, end = _filled(start, end), _filled(end, start)
    if start.year is None or end.year is None:
        return None
    first, last = _finish(start, source), _finish(end, source)
    try:
        return DateRange(first, last)
    except DateError as error:
        raise DateError(error.message, value=source, hint=error.hint) from None


def _of_century(side: _Side, year: int) -> _Side:
    """Read the two digits of "2022–23" as a year of the same century."""
    return evolve(side, year=year - year % 100 + (side.day or 0), day=None)


def _only_day(side: _Side) -> bool:
    return side.day is not None and side.month is None and side.year is None


def _filled(side: _Side, other: _Side) -> _Side:
    """Take the year, and the month of a bare day, from the other end."""
    month = other.month if side.month is None and side.day is not None else side.month
    return evolve(side, year=other.year if side.year is None else side.year, month=month)


def _finish(side: _Side, source: str) -> PartialDate:
    """Build the date of a side that has a year."""
    assert side.year is not None  # noqa: S101 - the callers have looked
    return make_date(
        side.year, side.month, side.day, season=side.season, circa=side.circa, source=source
    )
