"""What an element is told of the place where it stands, when a style is read.

*Spaces*: CSL 1.0.2 does not say what becomes of two spaces, of which one ends a suffix and the
other begins the prefix of the next element. citeproc-js merges them, except after formatted or
quoted text and after numbers.

*Blocks*: "The display attribute … may be used to structure individual bibliographic entries into
one or more text blocks" ("Display"). As in citeproc-js an entry consists of the blocks that stand
right in its layout; there are none inside of groups and macros, which a sentence may go on around.

*Labels*: "The term is only rendered if the selected variable is non-empty" ("Label"), yet a hundred
styles label a number with the name of another: volumes that are counted with that of a volume,
pages with that of the locator, which a bibliography has not. citeproc-js prints any label, so that
nobody noticed. Such a label goes with the number that stands beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from types import MappingProxyType
from typing import Final, TypeAlias

from attrs import evolve

from citekit.styles.csl.style.elements import (
    Choose,
    Decoration,
    Element,
    Group,
    Label,
    Names,
    Number,
    Text,
)
from citekit.tables.variables import NUMBER_VARIABLES

__all__ = ["keep_spaces", "keeps_spaces", "with_blocks", "with_labels"]

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
    return _changed(elements, found)


def with_labels(elements: tuple[Element, ...]) -> tuple[Element, ...]:
    """Let labels whose variable is not shown beside them go with the one that is."""
    if not any(isinstance(each, Label) for each in elements):
        return elements
    shown = {_variable(each) for each in elements}
    return _changed(elements, [_label_beside(each, shown) for each in elements])


def _variable(element: Element) -> str:
    """Give the number that an element shows, "" if it shows none."""
    if isinstance(element, Text):
        return element.value if element.source == "variable" else ""
    return element.variable if isinstance(element, Number) else ""


def _label_beside(element: Element, shown: Collection[str]) -> Element:
    if not isinstance(element, Label) or element.variable in shown:
        return element
    meant = [each for each in _MEANT.get(element.variable, ()) if each in shown]
    if len(meant) != 1:
        return element
    if "locator" in (element.variable, meant[0]):
        return evolve(element, variable=meant[0])
    return evolve(element, variable=meant[0], term=element.variable)


_MEANT: Final = MappingProxyType(
    {
        "issue": ("collection-number", "number"),
        "locator": ("page", "page-first"),
        "number": ("issue",),
        "page": ("locator", "number-of-pages", "page-first"),
        "volume": ("number-of-volumes",),
    }
)
"""What styles show beside the label of another variable."""


def _changed(elements: tuple[Element, ...], found: list[Element]) -> tuple[Element, ...]:
    """Give what was found, or the very same elements where nothing was changed."""
    return tuple(found) if any(map(_differ, found, elements)) else elements


def with_blocks(elements: tuple[Element, ...]) -> tuple[Element, ...]:
    """Give the elements of a layout: a block of names holds what stands for them, too."""
    return _changed(elements, [_in_block(each) for each in elements])


def _in_block(element: Element) -> Element:
    if isinstance(element, Choose):
        return _with_children(element, with_blocks)
    if not isinstance(element, Names) or element.decoration.display is None:
        return element
    block = Decoration(display=element.decoration.display)
    inner = evolve(element, decoration=evolve(element.decoration, display=None))
    return Group(children=(inner,), decoration=block, line=element.line)


def _with_children(element: Choose, change: _Change) -> Choose:
    """Change the elements in all branches."""
    branches = [
        branch
        if (children := change(branch.children)) is branch.children
        else branch._replace(children=children)
        for branch in element.branches
    ]
    same = not any(map(_differ, branches, element.branches))
    return element if same else evolve(element, branches=tuple(branches))


_Change: TypeAlias = Callable[[tuple[Element, ...]], tuple[Element, ...]]


def _differ(one: object, other: object) -> bool:
    return one is not other


def _kept(element: Element, is_last: bool) -> Element:
    if isinstance(element, Choose):
        return _with_children(element, lambda each: keep_spaces(each, are_last=is_last))
    decoration = element.decoration
    if is_last or decoration.suffix[-1:] != " " or not _stands_out(element):
        return element
    return evolve(element, decoration=evolve(decoration, keeps_space=True))


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
