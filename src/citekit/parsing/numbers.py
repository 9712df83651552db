r"""Numbers as CSL means them: "2", "D2", "2nd", "2, 5-7 & 9"; Roman numerals; editions.

Source: CSL 1.0.2, "Choose" (``is-numeric``) and "Label" (``plural``). A hyphen after a backslash
is no separator, as CSL processors have it ("3\-B" is one number).
"""

from __future__ import annotations

import re
from typing import Literal

from attrs import frozen

from citekit.errors import InvalidValueError
from citekit.parsing.fold import fold
from citekit.tables.ordinals import EDITION_WORDS, ORDINAL_SUFFIXES, ORDINAL_WORDS
from citekit.text.lazy import lazy

__all__ = [
    "NumberToken",
    "int_to_roman",
    "is_number",
    "is_numeric",
    "is_plural",
    "is_plural_count",
    "ordinal",
    "parse_edition",
    "roman_to_int",
    "says_edition",
    "tokenise_numbers",
]

_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        "m cm d cd c xc l xl x ix v iv i".split(),
        strict=True,
    )
)
_MAX_ROMAN_LENGTH = len("mmmdccclxxxviii")
_SEPARATOR = r"(?<!\\) ?[,&\-‐‑‒–—―−]+ ?"
_DIGITS_AND_LETTERS = lazy(r"[^\W_]+")
_EDITION = lazy(r"(?P<digits>[0-9]{1,9})?(?P<rest>[^0-9]{0,60})")


def roman_to_int(text: str) -> int | None:
    """Read a Roman numeral from 1 to 3999, in lower or upper case.

    Args:
        text: The numeral, in its usual short form: "iv", not "iiii".

    Returns:
        Its value, or None when it is none.

    >>> roman_to_int("xiv"), roman_to_int("MCMXC"), roman_to_int("iiii"), roman_to_int("Mix")
    (14, 1990, None, None)
    """
    if len(text) > _MAX_ROMAN_LENGTH or text not in (text.lower(), text.upper()):
        return None
    rest, total = text.lower(), 0
    for value, letters in _ROMAN:
        while rest.startswith(letters):
            total, rest = total + value, rest[len(letters) :]
    right = 0 < total < 4000 and not rest and int_to_roman(total) == text.lower()
    return total if right else None


def int_to_roman(number: int) -> str:
    """Write a number from 1 to 3999 as a Roman numeral in lower case.

    Raises:
        InvalidValueError: When Roman numerals cannot say the number.

    >>> int_to_roman(1994)
    'mcmxciv'
    """
    if not 0 < number < 4000:
        raise InvalidValueError(
            "Roman numerals go from 1 to 3999", value=number, hint="write the number in digits"
        )
    written = []
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        written.append(letters * times)
    return "".join(written)


@frozen
class NumberToken:
    """A piece of a list of numbers.

    Args:
        kind: ``number`` (with prefix and suffix), ``separator`` or ``text``.
        text: The piece; separators keep the spaces around them.
    """

    kind: Literal["number", "separator", "text"]
    text: str


def is_number(text: str) -> bool:
    """Tell whether this is one number, which may have letters before and after it.

    Digits are 0 to 9; letters are those of any script.

    >>> [is_number(each) for each in ("2", "D2", "L2d", "2nd", "ii", "2.5", "second")]
    [True, True, True, True, False, False, False]
    """
    has_digit = any("0" <= c <= "9" for c in text)
    return has_digit and _DIGITS_AND_LETTERS.fullmatch(text) is not None


def tokenise_numbers(text: str, joiners: tuple[str, ...] = ()) -> tuple[NumberToken, ...]:
    """Cut a list of numbers into numbers, separators (comma, hyphen, dash, ampersand) and text.

    Args:
        text: Any text. Runs of spaces count as one.
        joiners: Words that separate too, such as the "and" of a locale; between spaces only.

    Returns:
        The tokens in order; their texts joined are the text with single spaces.

    >>> [token.text for token in tokenise_numbers("2, 5-7 & 9")]
    ['2', ', ', '5', '-', '7', ' & ', '9']
    """
    words = "|".join(rf" {re.escape(word)} " for word in joiners if word.strip())
    pattern = f"(,?(?:{words})|{_SEPARATOR})" if words else f"({_SEPARATOR})"
    pieces = re.split(pattern, " ".join(text.split()))
    tokens = [_token(piece, at % 2 == 1) for at, piece in enumerate(pieces) if piece]
    return tuple(tokens)


def _token(piece: str, is_separator: bool) -> NumberToken:
    if is_separator:
        return NumberToken("separator", piece)
    return NumberToken("number" if is_number(piece.replace("\\-", "")) else "text", piece)


def is_numeric(text: str) -> bool:
    """Tell whether content is numeric: numbers and separators, nothing else.

    Args:
        text: The value of a CSL variable.

    Source: CSL 1.0.2, "Choose": "Content is considered numeric if it solely consists of
    numbers. Numbers may have prefixes and suffixes ("D2", "2b", "L2d"), and may be separated by
    a comma, hyphen, or ampersand, with or without spaces."

    >>> [is_numeric(each) for each in ("2nd", "2, 3", "2-4", "2 & 4", "second", "2nd edition", "")]
    [True, True, True, True, False, False, False]
    """
    tokens = tokenise_numbers(text)
    edges = {tokens[0].kind, tokens[-1].kind} if tokens else {"text"}
    return edges == {"number"} and all(token.kind != "text" for token in tokens)


def is_plural(text: str, joiners: tuple[str, ...] = ("and",)) -> bool:
    r"""Tell whether content holds several numbers, so that its label is plural.

    Args:
        text: The value of a CSL variable, or a locator.
        joiners: Words of the locale that join numbers.

    Source: CSL 1.0.2, "Label": "Content is considered plural when it contains multiple numbers
    (e.g. "page 1", "pages 1-3", "volume 2", "volumes 2 & 4")". Roman numerals count as numbers.

    >>> [is_plural(each) for each in ("1", "1-3", "2 & 4", "i-ix", "3\\-B", "Michaelson-Morely")]
    [False, True, True, True, False, False]
    """
    tokens = tokenise_numbers(text, joiners)
    return sum(token.kind == "number" or _is_roman(token) for token in tokens) > 1


def _is_roman(token: NumberToken) -> bool:
    return token.kind == "text" and roman_to_int(token.text) is not None


def is_plural_count(text: str) -> bool:
    """Tell whether a count is higher than one, for number-of-pages and number-of-volumes.

    Source: CSL 1.0.2, "Label": "or, in the case of the "number-of-pages" and
    "number-of-volumes" variables, when the number is higher than 1".

    >>> is_plural_count("1"), is_plural_count("3"), is_plural_count("xii, 200")
    (False, True, True)
    """
    numbers = [token.text for token in tokenise_numbers(text) if token.kind == "number"]
    counted = [each.lstrip("0") for each in numbers]
    return len(numbers) > 1 or is_plural(text) or any(n.isdecimal() and n != "1" for n in counted)


def parse_edition(text: str) -> str:
    """Reduce an edition to its number where it says nothing more, so that styles can word it.

    Args:
        text: "2nd ed.", "Second edition", "3. Aufl.", "2".

    Returns:
        The number, or the text as it is, when it says more ("2nd edition, revised") or less.

    >>> [parse_edition(t) for t in ("2nd ed.", "Second", "3. Aufl.", "2nd edition, revised")]
    ['2', '2', '3', '2nd edition, revised']
    """
    match = _EDITION.fullmatch(text.strip())
    if match is None:
        return text
    words = [fold(word) for word in re.split(r"[\s.]+", match["rest"]) if fold(word)]
    if match["digits"] is None:
        number = ORDINAL_WORDS.get(words[0]) if words else None
        return str(number) if number and _only_edition(words[1:]) else text
    if not match["rest"] or _only_edition(words) or _is_ordinal(match["rest"], words):
        return match["digits"]
    return text


def says_edition(text: str) -> bool:
    """Tell whether a word for edition stands in *text*, in any language that is known.

    >>> says_edition("2., überarb. Aufl."), says_edition("Revised")
    (True, False)
    """
    return any(fold(word) in EDITION_WORDS for word in re.split(r"[\s.,;()]+", text))


def ordinal(number: int) -> str:
    """Write an English ordinal.

    >>> [ordinal(each) for each in (1, 2, 3, 4, 11, 112, 121)]
    ['1st', '2nd', '3rd', '4th', '11th', '112th', '121st']
    """
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _only_edition(words: list[str]) -> bool:
    """Tell whether nothing but one word for edition, or nothing at all, is left."""
    return not words or (len(words) == 1 and words[0] in EDITION_WORDS)


def _is_ordinal(rest: str, words: list[str]) -> bool:
    """Tell whether what follows the digits makes an ordinal, and nothing more.

    "2a" and "2o" alone may be a part "a" of 2: there, a word for edition must follow.
    """
    if rest[0].isspace() or words[0] not in ORDINAL_SUFFIXES:
        return False
    sure = len(words) == 2 or rest[0] not in "ao"
    return sure and _only_edition(words[1:])
