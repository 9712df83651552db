"""How the value of a variable is read (CSL 1.0.2, "Appendix IV - Variables")."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from citekit.styles.csl.compile.context import Context
from citekit.styles.csl.compile.scope import NOTHING, Render, Scope, render_empty
from citekit.styles.csl.item.variables import DateValue, NameList
from citekit.styles.csl.marked.marks import CLOSE, YEAR_SUFFIX, strip_marks
from citekit.tables.stop_words import TITLE_STOP_WORDS

__all__ = ["compile_value"]


def compile_value(name: str, form: str, context: Context, *, shown: bool = True) -> Render:
    """Make the function that reads a variable; a substituted one is empty ("Substitute").

    So is, in a cs:substitute, one that was *shown* there before; a label only names it.
    """
    special = _SPECIAL.get(name)
    if special is not None:
        return special
    short = f"{name}-short" if form == "short" else ""
    if context.lacks(name) and (not short or context.lacks(short)):
        return render_empty
    remember = shown and context.substitute_for is not None

    def read(scope: Scope) -> str:
        value = scope.values.get(name)
        if short and scope.values.get(short):
            value = scope.values[short]
        if not value or (scope.suppressed is not None and name in scope.suppressed):
            return ""
        if remember and scope.rendered is not None:
            if name in scope.rendered:
                return ""
            scope.rendered.append(name)
        return value if type(value) is str else _as_text(value)

    return read


def _as_text(value: object) -> str:
    """Give what a style asks for with cs:text although it is a date or a list of names."""
    if isinstance(value, DateValue):
        return value.literal or "-".join(str(p) for p in value.start or () if p)
    if isinstance(value, NameList):
        return ", ".join(n.literal or f"{n.given} {n.family}".strip() for n in value.names)
    return str(value)


def _citation_number(scope: Scope) -> str:
    return str(scope.citation_number) if scope.citation_number else ""


def _first_note(scope: Scope) -> str:
    return str(scope.first_note) if scope.first_note else ""


def _year_suffix(scope: Scope) -> str:
    """Give the letter, which is no variable of the item: that there is none empties no group."""
    if not scope.year_suffix or scope.year_suffix_used:
        return NOTHING
    scope.year_suffix_used = True
    return f"{YEAR_SUFFIX}{scope.year_suffix}{CLOSE}"


def _citation_label(scope: Scope) -> str:
    """Give the label of an item, its own or a trigraph, with the year-suffix."""
    label = scope.values.get("citation-label") or _trigraph(scope)
    return label + _year_suffix(scope) if label else ""


_TRIGRAPH: Final = MappingProxyType({1: (4,), 2: (2, 2), 3: (2, 1, 1), 4: (1, 1, 1, 1)})


def _trigraph(scope: Scope) -> str:
    """Make a label of letters of the names, or of the title, and two digits of the year."""
    names = next((v for v in scope.values.values() if isinstance(v, NameList)), None)
    label = ""
    if names is not None:
        shown = names.names[:4]
        for name, count in zip(shown, _TRIGRAPH[len(shown)], strict=True):
            label += _letters(name.family or name.literal, count)
    label = label or _letters(scope.values.get("title", ""), _TRIGRAPH[1][0])
    date = scope.values.get("issued")
    year = date.start[0] if isinstance(date, DateValue) and date.start else 0
    return f"{label}{abs(year) % 100:02}" if label else ""


def _letters(text: str, count: int) -> str:
    """Give the first letters of a name or title, without its small words and punctuation."""
    words = strip_marks(text).split()
    kept = [word for word in words if word.lower() not in TITLE_STOP_WORDS] or words
    return "".join(filter(str.isalnum, "".join(kept)))[:count].capitalize()


def _locator(scope: Scope) -> str:
    return scope.locator


_SPECIAL: Final[Mapping[str, Render]] = MappingProxyType(
    {
        "citation-label": _citation_label,
        "citation-number": _citation_number,
        "first-reference-note-number": _first_note,
        "locator": _locator,
        "year-suffix": _year_suffix,
    }
)
