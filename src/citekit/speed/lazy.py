"""Regular expressions that are compiled when they are first used.

Compiling a regular expression takes long, beside using it, and citekit has some two hundred, of
which one citation needs few. A module that is loaded for every citation says `lazy(…)` where it
would say `re.compile(…)`, so that only those are compiled that meet a text.
"""

from __future__ import annotations

import re
from typing import Any, Final, cast

__all__ = ["lazy"]

_METHODS: Final = (
    "findall",
    "finditer",
    "flags",
    "fullmatch",
    "groupindex",
    "groups",
    "match",
    "pattern",
    "search",
    "split",
    "sub",
    "subn",
)


class _Lazy:
    """A stand-in for a pattern; what the pattern can do is added to it when first asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(f"a pattern has no attribute {name!r}")
        compiled = re.compile(self._source, self._flags)
        for each in _METHODS:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """Give a pattern that is compiled when one of its methods is first used.

    Two threads that use it first at the same time compile it twice, to the same effect.

    Args:
        source: The regular expression; a fault in it shows when it is first used.
        flags: Flags such as `re.IGNORECASE`.

    >>> lazy("[0-9]+").findall("pp. 12–19")
    ['12', '19']
    """
    return cast("re.Pattern[str]", _Lazy(source, flags))
