r"""Bidirectional controls: embeddings, overrides and isolates, which turn what follows them.

Unicode Standard Annex #9 (BD8 to BD13, X1 to X8) says what closes what: U+202C the last embedding
or override that is open inside the innermost isolate, U+2069 the last isolate and all embeddings
inside it, the end of a paragraph everything. Openers that lie too deep to work (BD2, 125 levels)
are matched by their closers all the same, so that depth is of no account here.

A field may turn its own text and nothing else. It is balanced when it is read
(`citekit.text.clean`). A piece cut out of it may hold an opener without its closer, so whoever
cuts a piece for print balances it again (`balanced`), or leaves the controls out where there is
nothing to turn (`undirected`).
"""

from __future__ import annotations

import re

from citekit.speed.lazy import lazy

__all__ = ["DIRECTIONS", "Balance", "balanced", "undirected"]

_POP_EMBEDDING, _POP_ISOLATE = "\u202c", "\u2069"
DIRECTIONS = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068" + _POP_EMBEDDING + _POP_ISOLATE
"""The characters that open or close an embedding, an override or an isolate."""

_DIRECTION = lazy(f"[{DIRECTIONS}]")
_TURN = lazy(f"[{DIRECTIONS}\n]")


def balanced(text: str) -> str:
    r"""Close what *text* leaves open, at the end of its line, and drop closers that close nothing.

    >>> balanced("\u202eabc") == "\u202eabc\u202c", balanced("abc\u2069") == "abc"
    (True, True)
    """
    if text.isascii() or _DIRECTION.search(text) is None:
        return text
    balance = Balance()
    return balance.filter(text) + balance.close()


def undirected(text: str) -> str:
    r"""Leave the directional controls of *text* out: an initial has no order to turn.

    >>> undirected("A\u202e.")
    'A.'
    """
    return text if text.isascii() else _DIRECTION.sub("", text)


class Balance:
    """What is open at some point of a text; its stretches are filtered one after the other."""

    def __init__(self) -> None:
        self._closers: list[str] = []
        self._isolates = 0

    def filter(self, text: str) -> str:
        """Drop the closers of *text* that close nothing, and remember what it opens.

        A line feed ends a paragraph, so all that is open is closed before it (UAX #9, X8).
        """
        return _TURN.sub(self._turn, text)

    def close(self) -> str:
        """Give what closes all that is open, and begin anew."""
        closers = "".join(reversed(self._closers))
        self._closers.clear()
        self._isolates = 0
        return closers

    def _turn(self, match: re.Match[str]) -> str:
        mark = match[0]
        if mark == "\n":
            return self.close() + mark
        if mark == _POP_EMBEDDING:
            return self._pop_embedding()
        if mark == _POP_ISOLATE:
            return self._pop_isolate()
        isolate = mark >= "\u2066"
        self._isolates += isolate
        self._closers.append(_POP_ISOLATE if isolate else _POP_EMBEDDING)
        return mark

    def _pop_embedding(self) -> str:
        if self._closers and self._closers[-1] == _POP_EMBEDDING:
            return self._closers.pop()
        return ""

    def _pop_isolate(self) -> str:
        """Close the last isolate, and with it the embeddings that were opened inside."""
        if not self._isolates:
            return ""
        self._isolates -= 1
        while self._closers.pop() != _POP_ISOLATE:
            pass
        return _POP_ISOLATE
