"""The stage between reading and compiling: what citekit adds to a style.

`read` gives a style as its file has it. `rewrite` makes of it the style that is compiled, with what
the specification leaves open decided as citeproc-js decides it:

*Labels*: "The term is only rendered if the selected variable is non-empty" ("Label"), yet a hundred
styles label a number with the name of another: volumes that are counted with that of a volume,
pages with that of the locator, which a bibliography has not. citeproc-js prints any label, so that
nobody noticed. Such a label goes with the number that stands beside it.

*Blocks*: "The display attribute … may be used to structure individual bibliographic entries into
one or more text blocks" ("Display"). As in citeproc-js an entry consists of the blocks that stand
right in its layout; there are none inside of groups and macros, which a sentence may go on around.

*Spaces*: CSL 1.0.2 does not say what becomes of two spaces, of which one ends a suffix and the
other begins the prefix of the next element. citeproc-js merges them, except after formatted or
quoted text and after numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from operator import is_not
from types import MappingProxyType
from typing import Final, TypeVar

from attrs import evolve

from citekit.styles.csl.style.elements import (
    PLAIN,
    Bibliography,
    Choose,
    Citation,
    Decoration,
    Element,
    Elements,
    Group,
    Label,
    Layout,
    Names,
    Number,
    Style,
    Text,
)
from citekit.tables.variables import NUMBER_VARIABLES

__all__ = ["keeps_spaces", "rewrite"]

_Part = TypeVar("_Part", Citation, Bibliography)
_NO_NUMBERS: Final = ("section", "version")
"""Number variables that citeproc-js takes for text."""
_NUMBERS: Final = frozenset(
    ("citation-number", *(each.csl for each in NUMBER_VARIABLES if each.csl not in _NO_NUMBERS))
)


def rewrite(style: Style) -> Style:
    """Make of a style as it was read the style that is compiled.

    What is not changed is not copied: elements that need nothing are the very same objects.
    """
    bibliography = style.bibliography
    return evolve(
        style,
        macros={
            name: macro._replace(elements=_spaced(_nested(macro.elements)))
            for name, macro in style.macros.items()
        },
        citation=_with_layout(style.citation),
        bibliography=None if bibliography is None else _with_layout(bibliography),
    )


def _with_layout(part: _Part) -> _Part:
    layout = part.layout
    elements = _spaced(_each(layout.elements, _in_layout))
    return evolve(part, layout=evolve(layout, elements=elements, decoration=_inline(layout)))


def _each(elements: Elements, change: Callable[[Element], Element]) -> Elements:
    """Change each element, and the labels among them by what stands beside them."""
    return _labelled(_changed(elements, [change(each) for each in elements]))


def _changed(elements: Elements, found: Sequence[Element]) -> Elements:
    """Give what was found, or the very same elements where nothing was changed."""
    return tuple(found) if any(map(is_not, found, elements)) else elements


# Blocks


def _nested(elements: Elements) -> Elements:
    """Rewrite what stands in a group, a macro or a substitute: no blocks, whatever they say."""
    return _each(elements, _inside)


def _inside(element: Element) -> Element:
    if isinstance(element, Text) and element.decoration.display is None:  # as most are
        return element
    found = element.rebuilt(_nested)
    if isinstance(found, Choose):
        return found
    if found.decoration.display is not None:
        found = evolve(found, decoration=_inline(found))
    return _spaced_group(found) if isinstance(found, Group) else found


def _inline(element: Element | Layout) -> Decoration:
    """Give the decoration of an element that is no block."""
    decoration = PLAIN if isinstance(element, Choose) else element.decoration
    return decoration if decoration.display is None else evolve(decoration, display=None)


def _in_layout(element: Element) -> Element:
    """Rewrite what stands right in a layout; a block of names holds what stands for them, too."""
    if isinstance(element, Choose):
        return element.rebuilt(lambda elements: _each(elements, _in_layout))
    found = element.rebuilt(_nested)
    if isinstance(found, Names) and found.decoration.display is not None:
        block = Decoration(display=found.decoration.display)
        inner = evolve(found, decoration=_inline(found))
        return Group(elements=(inner,), decoration=block, line=found.line)
    return _spaced_group(found) if isinstance(found, Group) else found


# Labels


def _labelled(elements: Elements) -> Elements:
    """Let labels whose variable is not shown beside them go with the one that is."""
    if Label not in map(type, elements):
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


# Spaces


def _spaced_group(group: Group) -> Group:
    return group if group.delimiter else group.rebuilt(_spaced)


def _spaced(elements: Elements, *, are_last: bool = True) -> Elements:
    """Mark the elements whose last space stays, whatever follows.

    Args:
        elements: Elements without a delimiter.
        are_last: Whether nothing follows them.
    """
    if not elements:
        return elements
    inner = [_kept(each) if _ends_in_space(each) else each for each in elements[:-1]]
    last = elements[-1]
    if isinstance(last, Choose):
        last = last.rebuilt(lambda found: _spaced(found, are_last=are_last))
    elif not are_last:
        last = _kept(last)
    return _changed(elements, [*inner, last])


def _ends_in_space(element: Element) -> bool:
    return isinstance(element, Choose) or element.decoration.suffix[-1:] == " "


def _kept(element: Element) -> Element:
    """Keep the last space of an element that something follows."""
    if isinstance(element, Choose):
        return element.rebuilt(lambda elements: _spaced(elements, are_last=False))
    if not _ends_in_space(element) or not _stands_out(element):
        return element
    return evolve(element, decoration=evolve(element.decoration, keeps_space=True))


def _stands_out(element: Element) -> bool:
    if isinstance(element, Choose):
        return False
    if element.decoration.formats or element.decoration.quotes or isinstance(element, Number):
        return True
    return isinstance(element, Text) and element.value in _NUMBERS


def keeps_spaces(elements: Elements) -> bool:
    """Say whether one of the elements keeps its last space."""
    return any(
        any(keeps_spaces(branch.elements) for branch in each.branches)
        if isinstance(each, Choose)
        else each.decoration.keeps_space
        for each in elements
    )
