"""Given names to initials (CSL 1.0.2, "Name": initialize, initialize-with, and the global
option initialize-with-hyphen).
"""  # noqa: D205 - the list of options is part of the summary

from __future__ import annotations

import functools
import re

from citekit.styles.csl.marks import MARKS

__all__ = ["initialize", "normalize_initials"]

_PARTS = re.compile(r"([\s\u00a0]*-[\s\u00a0]*|[\s\u00a0]+)")
_DOTTED = re.compile(r"(?<=[^\W\d_])\.(?=[^\W\d_])")
_INITIAL = re.compile(r"[^\W\d_]\.?")


def _split(given: str, hyphen: bool) -> list[str]:
    """Split given names into names (even places) and what stands between (odd places)."""
    given = _DOTTED.sub(". ", given.strip())
    if not hyphen:
        given = given.replace("-", " ")
    return _PARTS.split(given)


@functools.lru_cache(maxsize=16384)
def initialize(given: str, mark: str, hyphen: bool = True) -> str:
    """Give the initials of *given*, each with *mark*.

    Args:
        given: Given names, in full or already initials.
        mark: The value of initialize-with.
        hyphen: Whether hyphens stay (initialize-with-hyphen).

    >>> initialize("Jean-Luc", "."), initialize("John Edward", ". ")
    ('J.-L.', 'J. E.')
    """
    pieces = _split(given, hyphen)
    out = ""
    for i in range(0, len(pieces), 2):
        name = pieces[i]
        bare = name.strip(MARKS)
        if not bare:
            continue
        joined = i > 0 and "-" in pieces[i - 1]
        if not bare[0].isupper() and bare[0].isalpha() and bare[0].lower() != bare[0].upper():
            if joined:
                out = out.rstrip() + "-" + bare
            else:
                out = (out.rstrip() + " " if out else "") + bare + " "
            continue
        if joined and out:
            out = out.rstrip() + "-"
        out += _initial(bare) + mark
    return out.rstrip(" \u00a0")


def _initial(name: str) -> str:
    """Give the initial of one name; an abbreviation of capitals is kept ("TS", "Yu.")."""
    if name.endswith(".") and 2 <= len(name) <= 4 and name[1:-1].islower():
        return name[0] + name[1:-1]
    return name[0]


@functools.lru_cache(maxsize=16384)
def normalize_initials(given: str, mark: str, hyphen: bool = True) -> str:
    """Put *mark* after the initials in *given*; full names stay (initialize="false").

    >>> normalize_initials("James T Kirk", ".")
    'James T. Kirk'
    """
    pieces = _split(given, hyphen)
    out = ""
    for i in range(0, len(pieces), 2):
        name = pieces[i]
        bare = name.strip(MARKS)
        joined = i > 0 and "-" in pieces[i - 1]
        if joined:
            out = out.rstrip(" ") + "-"
        if _INITIAL.fullmatch(bare) and bare[0].isupper():
            out += bare[0] + mark
        else:
            out = (out.rstrip(" ") + " " if out and not joined else out) + name + " "
    return out.rstrip(" \u00a0")
