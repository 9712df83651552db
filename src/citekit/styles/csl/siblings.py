"""Elements that stand side by side without a delimiter: where the spaces between them both stay.

CSL 1.0.2 does not say what becomes of two spaces, of which one ends a suffix and the other begins
a prefix. citeproc-js merges them, except after formatted or quoted text and after numbers. What
stands side by side is known when a style is read, so each element gets its part of the rule here.
"""

from __future__ import annotations

from typing import Final

from attrs import evolve

from citekit.styles.csl.elements import Branch, Choose, Element, Number, Text
from citekit.tables.variables import NUMBER_VARIABLES

__all__ = ["keep_spaces", "keeps_spaces"]

_NO_NUMBERS: Final = ("section", "version")
"""Number variables that citeproc-js takes for text."""
_NUMBERS: Final = frozenset(
    ("citation-number", *(each.csl for each in NUMBER_VARIABLES if each.csl not in _NO_NUMBERS))
)


def keep_spaces(elements: tuple[Element, ...], *, are_last: bool = True) -> tuple[Element, ...]:
    """Mark the elements whose last space stays, whatever follows.

    Args:
        elements: Elements without a delimiter.
        are_last: Whether nothing follows them.
    """
    last = len(elements) - 1
    found = [_kept(each, are_last and i == last) for i, each in enumerate(elements)]
    return tuple(found) if any(map(_differ, found, elements)) else elements


def _differ(one: Element, other: Element) -> bool:
    return one is not other


def _kept(element: Element, is_last: bool) -> Element:
    if isinstance(element, Choose):
        branches = [_kept_in(branch, is_last) for branch in element.branches]
        same = all(one is other for one, other in zip(branches, element.branches, strict=True))
        return element if same else evolve(element, branches=tuple(branches))
    decoration = element.decoration
    if is_last or decoration.suffix[-1:] != " " or not _stands_out(element):
        return element
    return evolve(element, decoration=evolve(decoration, keeps_space=True))


def _kept_in(branch: Branch, is_last: bool) -> Branch:
    children = keep_spaces(branch.children, are_last=is_last)
    return branch if children is branch.children else evolve(branch, children=children)


def _stands_out(element: Element) -> bool:
    if isinstance(element, Choose):
        return False
    if element.decoration.formats or element.decoration.quotes or isinstance(element, Number):
        return True
    return isinstance(element, Text) and element.value in _NUMBERS


def keeps_spaces(elements: tuple[Element, ...]) -> bool:
    """Say whether one of the elements keeps its last space."""
    return any(
        any(keeps_spaces(branch.children) for branch in each.branches)
        if isinstance(each, Choose)
        else each.decoration.keeps_space
        for each in elements
    )
