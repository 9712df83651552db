"""What the readers of identifiers share: cleaning the text, and saying what is wrong."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from citekit.errors import IdentifierError
from citekit.speed.lazy import lazy

__all__ = ["MAX_LENGTH", "clean", "cut_punctuation", "fail", "is_unsafe"]

MAX_LENGTH = 2_000
"""The longest text that is looked at as an identifier (URLs may be longer), in characters."""

_UNSAFE = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_CLOSING: Mapping[str, str] = MappingProxyType({")": "(", "]": "[", "}": "{", ">": "<"})
_PUNCTUATION = frozenset(".,;:'\"’”»")
_EDGES = lazy(r"^[\s\u00ad\u200b-\u200f\u2060\ufeff]+|[\s\u00ad\u200b-\u200f\u2060\ufeff]+$")


def fail(kind: str, problem: str, value: object, hint: str) -> IdentifierError:
    """Make the error for a value that is no identifier of its kind."""
    return IdentifierError(f"this is no {kind}: {problem}", value=value, hint=hint)


def is_unsafe(char: str) -> bool:
    """Tell whether a character can do harm unseen: controls, surrogates, bidi marks.

    >>> is_unsafe("a"), is_unsafe(chr(0x202E)), is_unsafe(chr(0xD800))
    (False, True, True)
    """
    return unicodedata.category(char) in _UNSAFE


def clean(text: object, kind: str, hint: str, limit: int = MAX_LENGTH, allowed: str = "") -> str:
    """Check that this is text without unsafe characters, and take spaces off its ends.

    Args:
        text: What was given.
        kind: What it should be, for the message: "DOI".
        hint: What a right one looks like.
        limit: How many characters it may have.
        allowed: Invisible characters that may be in it all the same.

    Returns:
        The text without the spaces and zero-width characters at its ends.

    Raises:
        IdentifierError: When it is no text, empty, too long, or has unsafe characters in it.

    >>> clean(" 10.1000/182 ", "DOI", "")
    '10.1000/182'
    """
    if not isinstance(text, str):
        raise fail(kind, "it is no text", text, hint)
    if len(text) > limit:
        raise fail(kind, f"it has more than {limit} characters", text, hint)
    tidy = _EDGES.sub("", text)
    if not tidy:
        raise fail(kind, "it is empty", text, hint)
    if any(is_unsafe(c) and c not in allowed for c in tidy):
        raise fail(kind, "it has control or invisible characters", text, hint)
    return tidy


def cut_punctuation(text: str) -> str:
    """Cut closing punctuation, and closing brackets that were not opened, off the end.

    >>> cut_punctuation("10.1016/0022-0248(77)90098-6).")
    '10.1016/0022-0248(77)90098-6'
    >>> cut_punctuation("10.1000/a(b)")
    '10.1000/a(b)'
    """
    surplus = {close: text.count(close) - text.count(open_) for close, open_ in _CLOSING.items()}
    end = len(text)
    while end:
        last = text[end - 1]
        if surplus.get(last, 0) > 0:
            surplus[last] -= 1
        elif last not in _PUNCTUATION:
            break
        end -= 1
    return text[:end]
