"""Locators that count several things: "12 n. 3", "ch. 5, pp. 7-9" (CSL 1.0.2, "Locators").

A locator "Must be accompanied in the input data by a label"; citeproc-js finds labels in its text,
too, where an abbreviation stands before a number, and words them as the style's locale does.
"""

from __future__ import annotations

from collections.abc import Callable

from citekit.parsing.numbers import is_plural
from citekit.speed.lazy import lazy
from citekit.styles.csl.compile.context import Context
from citekit.tables.locators import LOCATOR_LABELS

__all__ = ["compile_locator_text", "first_part"]

_WORDS = "|".join(word.replace(".", "\\.") for word in LOCATOR_LABELS)
_INNER = lazy(rf"(?<=\d)([a-z]?[,;:]? )({_WORDS}) (?=\d)")


def first_part(locator: str) -> str:
    """Give what the label of a locator is about: of "1, fol. 186" the volume.

    >>> first_part("5, p. 7"), first_part("12-14")
    ('5', '12-14')
    """
    if " " not in locator:
        return locator
    words = locator.split(" ")
    i = next((i for i, word in enumerate(words) if word in LOCATOR_LABELS), len(words))
    return " ".join(words[:i]).rstrip(" ,;:") if i < len(words) else locator


def compile_locator_text(
    convert: Callable[[str, str], str], context: Context
) -> Callable[[str, str], str]:
    """Let each part of a locator be set as what it counts, and word the labels between them.

    Args:
        convert: The function from the text of one part, and its label, to text.
        context: Where the locator is rendered.
    """
    locale = context.program.locale

    def locator_text(text: str, label: str) -> str:
        first, *rest = _INNER.split(text) if "." in text else (text,)
        shown = convert(first, label)
        for space, word, part in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
            own = LOCATOR_LABELS[word]
            term = locale.term(own, "short", plural=is_plural(part)) or word
            shown = f"{shown}{space}{term} {convert(part, own)}"
        return shown

    return locator_text
