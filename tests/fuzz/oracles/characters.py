"""What may stand in no output: controls, broken code points, bidirectional marks that leak."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from fuzz.finding import Finding
from fuzz.generators.text import WORD

__all__ = ["check_bidi", "check_characters", "depths"]

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_FORBIDDEN = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff{_NONCHARACTERS}\u2028\u2029]")
_SGR = re.compile(r"\x1b\[[0-9;]*m")
_EMBEDDINGS, _ISOLATES = "\u202a\u202b\u202d\u202e", "\u2066\u2067\u2068"
_SIGNS = re.compile(f"[{_EMBEDDINGS}{_ISOLATES}\u202c\u2069\n]|{WORD.pattern}", re.IGNORECASE)


def check_characters(text: str, where: str) -> None:
    """No control character, no surrogate, no noncharacter; of a terminal, only its colours."""
    bad = _FORBIDDEN.search(_SGR.sub("", text) if where == "ansi" else text)
    if bad:
        around = text[max(bad.start() - 20, 0) : bad.end() + 20]
        raise Finding("characters", f"{bad[0]!a} in {where}: {around!a}")


def check_bidi(text: str, hostile: Collection[str], where: str) -> None:
    """Every line is balanced, and no word stands inside a mark of a field that is not its own.

    Args:
        text: The output.
        hostile: The letters of the fields that have such marks themselves.
        where: The name of the output.
    """
    for word, depth, line in depths(text):
        if word == "closer":
            raise Finding("bidi", f"a closer without an opener in {where}: {line!a}")
        if depth and word == "\n":
            raise Finding("bidi", f"a line of {where} ends in open marks: {line!a}")
        if depth and word[2:3].lower() not in hostile:
            raise Finding("bidi", f"{word} stands in another field's mark in {where}: {line!a}")


def depths(text: str) -> Iterator[tuple[str, int, str]]:
    """Give words, ends of lines and stray closers, with the number of marks that are open there."""
    for line in text.split("\n"):
        stack: list[str] = []
        for sign in _SIGNS.findall(line):
            if sign in _EMBEDDINGS or sign in _ISOLATES:
                stack.append("\u202c" if sign in _EMBEDDINGS else "\u2069")
            elif sign == "\u202c" and stack and stack[-1] == sign:
                stack.pop()
            elif sign == "\u2069" and sign in stack:
                while stack.pop() != sign:
                    pass
            elif sign in "\u202c\u2069":
                yield "closer", len(stack), line
            else:
                yield sign, len(stack), line
        yield "\n", len(stack), line
