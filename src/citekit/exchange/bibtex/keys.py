"""Citation keys that BibTeX, biber and LaTeX take."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from citekit.errors import Diagnostic

__all__ = ["safe_key", "safe_keys"]

_UNSAFE = re.compile(r"[^A-Za-z0-9:._+/-]+")


def safe_keys(ids: Iterable[str]) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """Make citation keys that BibTeX, biber and LaTeX take.

    Only `A-Z a-z 0-9 : . _ + / -` are safe everywhere, and BibTeX takes two keys that differ in
    case only for a mistake. A key that must change is reported.

    >>> safe_keys(["a b", "Müller, 2020", "x", "X"])[0]
    ('a-b', 'Muller-2020', 'x', 'X-2')
    """
    keys: list[str] = []
    used: set[str] = set()
    notes: list[Diagnostic] = []
    counts: dict[str, int] = {}
    for each in ids:
        key = base = safe_key(each)
        while key.lower() in used:
            counts[base] = counts.get(base, 1) + 1
            key = f"{base}-{counts[base]}"
        used.add(key.lower())
        keys.append(key)
        if key != each:
            notes.append(_changed_key(each, key))
    return tuple(keys), tuple(notes)


def safe_key(text: str) -> str:
    """Make one citation key of *text*, which other keys may be alike.

    >>> safe_key("Müller, 2020")
    'Muller-2020'
    """
    if text and _UNSAFE.search(text) is None:
        return text
    from anyascii import anyascii

    unmarked = "".join(
        char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char)
    )
    return _UNSAFE.sub("-", anyascii(unmarked)).strip("-:") or "key"


def _changed_key(old: str, new: str) -> Diagnostic:
    return Diagnostic(
        severity="warning",
        code="bibtex-key-changed",
        message=f"the key is written as {new!r}, which BibTeX, biber and LaTeX all take",
        field="id",
        work=old,
    )
