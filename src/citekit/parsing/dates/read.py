"""One text, one date: `parse_date` tidies the text and asks each reader in turn.

What is understood: ISO 8601; EDTF levels 0 and 1 (`edtf` says how each thing is
mapped); dates in words in seven languages; seasons; ranges; circa; years BC; publication
statuses; "no date". What is refused: a date that does not exist, and one that can be read in two
ways, such as 02/03/2023.
"""

from __future__ import annotations

import unicodedata

from citekit.errors import DateError
from citekit.parsing.dates.edtf import parse_edtf
from citekit.parsing.dates.parts import (
    MAX_YEAR,
    DateLiteral,
    DateRange,
    NoDate,
    ParsedDate,
    PartialDate,
    make_date,
)
from citekit.speed.lazy import lazy
from citekit.tables.dates import NO_DATE_WORDS, STATUS_WORDS
from citekit.text.clean import prints
from citekit.text.fold import fold

__all__ = ["LAST_YEAR", "MAX_DATE_LENGTH", "date_of_number", "date_text", "parse_date"]

MAX_DATE_LENGTH = 200
"""The longest text that is looked at as a date, in characters."""

_HINT = "write it as 2023-02-27, 27 February 2023, 2023, 2019/2021 or c. 1850"
_CLOSING = lazy(r"(?<=[^\W_])[.,;:]$")
_BRACKETS = {"[": "]", "(": ")"}


def parse_date(text: str) -> ParsedDate:
    """Read a date, a range, a publication status or "no date" from text.

    Args:
        text: At most `MAX_DATE_LENGTH` characters. Digits must be 0-9: those of other scripts
            are refused rather than converted, as other calendars often go with them.

    Returns:
        `PartialDate` or `DateRange` for dates, `DateLiteral` for a status such as "in press",
        `NoDate` for "n.d." and its like. Square brackets around a date say that it was supplied
        by a cataloguer; that is dropped.

    Raises:
        DateError: When there is no such date, the text is no date, or it can be read in two ways.

    >>> parse_date("Published 27 February 2023")
    PartialDate(2023, 2, 27)
    >>> parse_date("[1850?]")
    PartialDate(1850, circa=True)
    >>> parse_date("in press"), parse_date("n.d.")
    (DateLiteral(text='in press', status=True), NoDate())
    >>> parse_date("02/03/2023")
    Traceback (most recent call last):
    ...
    citekit.errors.DateError: day and month may be either way round (got '02/03/2023'); write
    2023-03-02 or 2023-02-03
    """
    tidy = _tidy(text)
    words = date_text(tidy)
    if isinstance(words, NoDate) or words.status:
        return words
    found = parse_edtf(tidy) or _in_words(tidy)
    if found is not None:
        return found
    raise DateError("this is no date that can be read for sure", value=text, hint=_HINT)


def date_of_number(number: int, source: object) -> PartialDate:
    """Read a number: a year of at most four digits, or a day in eight, as ISO 8601 writes it.

    Args:
        number: The number. Years before our era may have more digits: nothing else is meant.
        source: What an error shows.

    Raises:
        DateError: When there is no such day, or the number is neither.

    >>> date_of_number(2023, 2023), date_of_number(20230101, 20230101)
    (PartialDate(2023), PartialDate(2023, 1, 1))
    """
    if number <= LAST_YEAR or number > MAX_YEAR:
        return make_date(number, source=source)
    found = parse_edtf(str(number))
    if not isinstance(found, PartialDate):
        hint = f'a year of so many digits is written "Y{number}"'
        raise DateError("a number above 9999 is no year", value=source, hint=hint)
    return found


LAST_YEAR = 9999
"""The last year that is written as a mere number (ISO 8601, EDTF)."""


def _in_words(text: str) -> PartialDate | DateRange | None:
    from citekit.parsing.dates.prose import parse_prose, without_lead

    body = without_lead(text)
    return parse_edtf(body) or parse_prose(body)


def date_text(text: str) -> DateLiteral | NoDate:
    """Look at words in place of a date: is this a known status, or does it say "no date"?

    Args:
        text: Any text, such as the ``literal`` of a CSL date.

    Returns:
        `NoDate`, or the text with `DateLiteral.status` set where it is a known publication status.

    Raises:
        DateError: Nothing in the text prints.

    >>> date_text("s. d."), date_text("Im Druck"), date_text("the day before yesterday").status
    (NoDate(), DateLiteral(text='Im Druck', status=True), False)
    """
    key = fold(text) if len(text) <= MAX_DATE_LENGTH else ""
    if key in NO_DATE_WORDS:
        return NoDate()
    if not prints(text):
        raise DateError("there is nothing in it that prints", value=text, hint=_HINT)
    return DateLiteral(text, status=key in STATUS_WORDS)


def _tidy(text: str) -> str:
    """Check the text; take brackets, doubled spaces and closing punctuation off."""
    if not isinstance(text, str):
        raise DateError("a date is text", value=text, hint=_HINT)
    if len(text) > MAX_DATE_LENGTH:
        raise DateError("this is too long for a date", value=text, hint=_HINT)
    if any(c.isdecimal() and not c.isascii() for c in text):
        raise DateError("a date has digits of another script", value=text, hint="write 0 to 9")
    tidy = " ".join(unicodedata.normalize("NFC", text).split())
    while tidy and _BRACKETS.get(tidy[0]) == tidy[-1]:
        tidy = tidy[1:-1].strip()
    if not tidy:
        raise DateError("the date is empty", value=text, hint=_HINT)
    return tidy[:-1] if _CLOSING.search(tidy) else tidy
