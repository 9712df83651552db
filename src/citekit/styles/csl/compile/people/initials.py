"""Given names to initials.

CSL 1.0.2, "Name" (initialize, initialize-with), "Hyphenation of Initialized Names".
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from citekit.speed.lazy import lazy
from citekit.styles.csl.marked.marks import MARKS, QUOTE
from citekit.text.directions import balanced, undirected
from citekit.text.scripts import is_western

__all__ = ["initialize", "normalize_initials"]

_PARTS = lazy(r"([\s\u00a0]*-[\s\u00a0]*|[\s\u00a0]+)")
_DOTTED = lazy(r"(?<=[^\W\d_])\.(?=[^\W\d_])")


def _names(given: str, hyphen: bool) -> Iterator[tuple[bool, tuple[str, str, str]]]:
    """Split given names: for each, whether a hyphen joins it, and its text between its marks."""
    given = _DOTTED.sub(". ", given.strip())
    if not hyphen:
        given = given.replace("-", " ")
    between = ""
    for i, piece in enumerate(_PARTS.split(given)):
        if i % 2:
            between = piece
        elif (found := _without_marks(balanced(piece)))[1]:
            yield "-" in between, found


@functools.lru_cache(maxsize=16384)
def initialize(given: str, mark: str, hyphen: bool = True) -> str:
    """Give the initials of *given*, each with *mark*.

    Args:
        given: Given names, in full or already initials.
        mark: The value of initialize-with.
        hyphen: Whether hyphens stay (initialize-with-hyphen).

    What begins with a small letter, a bracket or a quotation mark ("(Jack)") is not shortened.
    Directional controls go: an initial has no order to turn.

    >>> initialize("Jean-Luc", "."), initialize("John Edward", ". ")
    ('J.-L.', 'J. E.')
    >>> initialize("John (Jack)", ".")
    'J. (Jack)'
    """
    out = ""
    whole = False
    for joined, (lead, bare, tail) in _names(undirected(given), hyphen):
        if QUOTE in lead or not _may_be_initial(bare[0]):
            if joined and whole:
                out = f"{out.rstrip()}-{bare} "
            elif not joined:
                out = f"{out.rstrip()} {lead}{bare}{tail} ".lstrip()
                whole = True
            continue
        whole = False
        if joined and out:
            out = out.rstrip() + "-"
        out += lead + _initial(bare) + mark.rstrip() + tail + mark[len(mark.rstrip()) :]
    return out.rstrip(" \u00a0")


def _may_be_initial(letter: str) -> bool:
    """Say whether a name that begins so has an initial: no small letter, and no Chinese one."""
    return letter.isupper() or (is_western(letter) and letter.lower() == letter.upper())


def _without_marks(name: str) -> tuple[str, str, str]:
    """Split a name into its leading marks, its text, and its trailing marks."""
    bare = name.strip(MARKS)
    start = name.find(bare) if bare else len(name)
    return name[:start], bare, name[start + len(bare) :]


def _initial(name: str) -> str:
    """Give the initial of one name; of more than one capital letter the others in lower case."""
    if name.endswith(".") and 2 <= len(name) <= 4:
        return name[:-1]
    capitals = 1
    while capitals < len(name) and name[capitals].isupper():
        capitals += 1
    if 1 < capitals < len(name):
        return name[0] + name[1:capitals].lower()
    return name[0]


@functools.lru_cache(maxsize=16384)
def normalize_initials(given: str, mark: str, hyphen: bool = True) -> str:
    """Put *mark* after the initials in *given*; full names stay (initialize="false").

    >>> normalize_initials("James T Kirk", ".")
    'James T. Kirk'
    """
    out = ""
    for joined, (lead, bare, tail) in _names(given, hyphen):
        if joined:
            out = out.rstrip(" ") + "-"
        if bare[0].isupper() and (len(bare) == 1 or (bare.endswith(".") and len(bare) <= 4)):
            out += lead + bare.rstrip(".") + mark.rstrip() + tail + mark[len(mark.rstrip()) :]
        else:
            out = (out.rstrip(" ") + " " if out and not joined else out) + lead + bare + tail + " "
    return out.rstrip(" \u00a0")
