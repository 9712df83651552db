"""Text with its origins, as marks: `TAG`, a number in marks, the text, `TAG_END`.

All marks are transparent to the seams, so that a tagged text meets its neighbours as it would
without tags. `carry` brings the origins over to the text that was rendered without them.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

from citekit.styles.csl.marked.marks import LINK, LINK_TEXT, MARKS, QUOTE, QUOTE_CLOSE, TAG, TAG_END

__all__ = ["Owner", "carry", "tag", "untag"]

_DIGITS: Final = 24
_MARKS: Final = frozenset(MARKS)
_WINDOW: Final = 48

Owner = tuple[int, ...]
"""The numbers of the tags around a character, outermost first."""


def tag(text: str, number: int) -> str:
    """Put the tag of a number around text that is not empty."""
    digits = "".join(TAG if c == "1" else TAG_END for c in f"{number:0{_DIGITS}b}")
    return f"{TAG}{digits}{text}{TAG_END}"


def untag(text: str, open_: str, close: str) -> tuple[str, list[Owner]]:
    """Give the bare characters of tagged text, and the owner of each.

    Args:
        text: Marked text with tags.
        open_: What stands for an opening quotation mark.
        close: What stands for a closing one.
    """
    out: list[str] = []
    owners: list[Owner] = []
    stack: list[Owner] = [()]
    i, in_url = 0, False
    while i < len(text):
        c = text[i]
        i += 1
        if c == TAG:
            stack.append((*stack[-1], _number(text[i : i + _DIGITS])))
            i += _DIGITS
        elif c == TAG_END:
            if len(stack) > 1:
                stack.pop()
        elif c in (LINK, LINK_TEXT):
            in_url = c == LINK
        elif c in (QUOTE, QUOTE_CLOSE):
            sign = open_ if c == QUOTE else close
            out.append(sign)
            owners += [stack[-1]] * len(sign)
        elif c not in _MARKS and not in_url:
            out.append(c)
            owners.append(stack[-1])
    return "".join(out), owners


def _number(digits: str) -> int:
    return int("0" + "".join("1" if c == TAG else "0" for c in digits), 2)


def carry(before: str, owners: Sequence[Owner], after: str) -> list[Owner]:
    """Give an owner to each character of *after*, a text that differs little from *before*.

    What moved or changed (punctuation in quotes, raised digits) belongs to the nearest same
    character, else to the character in its place.
    """
    found: list[Owner] = []
    i = 0
    while len(found) < len(after):
        j = len(found)
        if i < len(before) and before[i] == after[j]:
            found.append(owners[i])
            i += 1
            continue
        left, right = before[i : i + _WINDOW], after[j : j + _WINDOW]
        match = SequenceMatcher(None, left, right, autojunk=False).find_longest_match()
        gap = match.b if match.size else len(right)
        found += [
            ()
            if not match.a and after[j + place].isspace()  # the writer set it, between two blocks
            else _nearest(before, owners, i + min(place, match.a), after[j + place])
            for place in range(gap)
        ]
        i += match.a if match.size else len(left)
    return found


def _nearest(before: str, owners: Sequence[Owner], place: int, sign: str) -> Owner:
    """Give the owner of the same character near a place, else of the character there."""
    if not owners:
        return ()
    for distance in range(8):
        for i in (place + distance, place - distance):
            if 0 <= i < len(before) and before[i] == sign:
                return owners[i]
    return owners[min(place, len(owners) - 1)]
