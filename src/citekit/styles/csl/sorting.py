"""The order of cites and of bibliography entries (CSL 1.0.2, "Sorting").

Text is compared by letters first, accents second, case last, without a locale of the process:
the same input gives the same order everywhere.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from citekit.styles.csl.compile.context import Area
from citekit.styles.csl.compile.dates import date_sort_key
from citekit.styles.csl.compile.name_lists import compile_list_style
from citekit.styles.csl.compile.numbers import NUMBER_VARIABLES, number_key
from citekit.styles.csl.compile.program import Program
from citekit.styles.csl.compile.scope import Scope
from citekit.styles.csl.compile.variables import compile_value
from citekit.styles.csl.elements import Key, Name, NameOptions
from citekit.styles.csl.item import DateValue, NameList
from citekit.styles.csl.marks import strip_marks

__all__ = ["collation_key", "sort_scopes"]

_T = TypeVar("_T")


@functools.lru_cache(maxsize=65536)
def collation_key(text: str) -> tuple[str, str, str]:
    """Give a key by which *text* sorts: letters, then accents, then case.

    Spaces come before punctuation, punctuation before digits and letters; at the start of a text
    neither counts, and commas and quotation marks never do.

    >>> sorted(["Zoë", "zoe", "Álvarez", "Alvarez", "Byron"], key=collation_key)
    ['Alvarez', 'Álvarez', 'Byron', 'zoe', 'Zoë']
    """
    text = strip_marks(text)
    folded = unicodedata.normalize("NFD", text.casefold())
    base = "".join(
        c if c.isalnum() or c.isspace() else "!"
        for c in folded
        if not unicodedata.combining(c) and c not in _IGNORED
    )
    return " ".join(base.lstrip("! ").split()), folded, text.swapcase()


_IGNORED = frozenset('",\u201c\u201d\u00ab\u00bb')


def sort_scopes(
    program: Program,
    keys: Sequence[Key],
    area: Area,
    entries: Iterable[tuple[Scope, _T]],
) -> list[tuple[Scope, _T]]:
    """Sort entries by the keys; the sort is stable, and empty values come last.

    Args:
        program: The compiled style.
        keys: The keys of cs:sort; without any the order stays.
        area: Whose cs:sort it is.
        entries: Scopes, each with whatever belongs to it.
    """
    found = list(entries)
    for key in reversed(keys):
        value = _value_of(program, key, area)
        values = [value(scope) for scope, _ in found]
        order = sorted(
            range(len(found)),
            key=lambda i: (  # noqa: B023 - sorted calls it before the loop goes on
                (values[i] == "") != key.descending,  # noqa: B023
                collation_key(values[i]),  # noqa: B023
            ),
            reverse=key.descending,
        )
        found = [found[i] for i in order]
    return found


def _value_of(program: Program, key: Key, area: Area) -> Callable[[Scope], str]:
    """Make the function from a scope to the value of one key."""
    if key.macro:

        def macro_value(scope: Scope) -> str:
            scope.suppressed = None
            scope.names_seen = 0
            return str(program.key(key, scope.item, area)(scope))

        return macro_value
    return _variable_value(program, key, area)


def _variable_value(program: Program, key: Key, area: Area) -> Callable[[Scope], str]:
    name = key.variable
    options = NameOptions(form="long", name_as_sort_order="all").over(
        program.context("", area, key).options
    )
    lists = compile_list_style(Name(), None, options, program.context("", area, key))

    label = compile_value("citation-label", "long", program.context("", area, key))

    def value(scope: Scope) -> str:
        if name == "citation-number":
            return f"{scope.citation_number:010}"
        if name == "citation-label":
            return label(scope)
        found: Any = scope.values.get(name)
        if not found:
            return ""
        if isinstance(found, NameList):
            return lists.render(name, found, scope, 0)
        if isinstance(found, DateValue):
            return date_sort_key(found)
        if name in NUMBER_VARIABLES:
            return number_key(found)
        return str(found)

    return value
