"""Words and people: what the record says comes through, and what does not is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from citekit.errors import Diagnostic
from citekit.tables.variables import BY_CSL_NAME
from fuzz.finding import expect
from fuzz.generators.records import FIELD_OF_LETTER
from fuzz.generators.text import WORD

__all__ = ["check_told", "fields_of", "words_of"]


def words_of(value: object) -> list[str]:
    """Give the known words in a text or in anything's `repr`, in small letters."""
    text = value if isinstance(value, str) else repr(value)
    return [word.lower() for word in WORD.findall(text)]


def fields_of(words: Iterable[str]) -> set[str]:
    """Give the CSL variables from which words are."""
    return {FIELD_OF_LETTER.get(word[2], word[2]) for word in words}


def check_told(
    before: object, after: str, told: Iterable[Diagnostic], where: str, *, warned: bool = True
) -> None:
    """Words that stood in *before* and do not in *after* belong to a field that is told of.

    Args:
        before: The record.
        after: The output.
        told: What was said on the way.
        where: What was done.
        warned: Whether only warnings count.
    """
    lost = Counter(words_of(before)) - Counter(words_of(after))
    said = [each for each in told if not warned or each.severity != "info"]
    names = " ".join(f"{each.field} {each.message}" for each in said)
    for field in fields_of(lost):
        row = BY_CSL_NAME.get(field)
        paths = {field, row.path if row else field, field.replace("-", "_")}
        silent = f"{sorted(lost)} of {field} are lost in {where}, told: {names[:300]!a}"
        expect(any(path in names for path in paths) or _named(lost, names), "told", silent)


def _named(lost: Iterable[str], names: str) -> bool:
    low = names.lower()
    return all(word in low for word in lost)
