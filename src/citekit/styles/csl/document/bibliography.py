"""The entries of a bibliography (CSL 1.0.2, "Bibliography-specific Options")."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from citekit.styles.csl.compile.program import Program
from citekit.styles.csl.compile.scope import NamesTrace, Scope
from citekit.styles.csl.document.author_substitute import substitute_for
from citekit.styles.csl.document.clusters import NO_PRINTED_FORM, capitalize_term
from citekit.styles.csl.document.decisions import UNCHANGED, Choice
from citekit.styles.csl.item.variables import Item
from citekit.styles.csl.marked.marks import (
    BLOCKS,
    CLOSE,
    DISPLAY_OF,
    FORMATS,
    HARD,
    LINK,
    MATH,
    TERM,
    VERBATIM,
    YEAR_SUFFIX,
)
from citekit.styles.csl.marked.punctuation import add
from citekit.styles.csl.style.elements import Bibliography

__all__ = ["Entry", "render_bibliography"]


class Entry(NamedTuple):
    """One entry: the id of its item, and its marked text."""

    id: str
    text: str


def render_bibliography(
    program: Program,
    items: Mapping[str, Item],
    numbers: Mapping[str, int],
    choices: Mapping[str, Choice],
) -> list[Entry]:
    """Render all entries in order, with repeated authors substituted ("Reference Grouping")."""
    options = program.style.bibliography
    if options is None:
        return []
    show = _compile_entry(program, options)
    entries: list[Entry] = []
    previous: NamesTrace | None = None
    for id_ in sorted(items, key=numbers.__getitem__):
        choice = choices.get(id_, UNCHANGED)
        first = _scope(items[id_], numbers[id_], choice)
        if options.subsequent_author_substitute is not None:
            first.trace = []
        text = show(first)
        # Whether names repeat those of the entry before shows only when they are rendered, so an
        # entry whose names do is rendered a second time.
        if first.trace is not None:
            own = next((trace for trace in first.trace if trace.place == 0), None)
            replaced = substitute_for(options, previous, own)
            if replaced is not None:
                second = _scope(items[id_], numbers[id_], choice)
                second.author_substitute = replaced
                text = show(second)
            previous = own
        if TERM in text:
            text = capitalize_term(text, number=str(numbers[id_]))
        if text:
            entries.append(Entry(id_, text))
        elif program.shows_numbers:
            entries.append(Entry(id_, f"{numbers[id_]}. {NO_PRINTED_FORM}"))
    return entries


def _scope(item: Item, number: int, choice: Choice) -> Scope:
    scope = Scope(item)
    scope.citation_number = number
    scope.name_choices = choice.names or None
    scope.disambiguate = choice.disambiguate
    scope.year_suffix = choice.year_suffix
    return scope


def _compile_entry(program: Program, options: Bibliography) -> Callable[[Scope], str]:
    """Make the function that renders one entry with the affixes and formatting of the layout."""
    decorate = program.decorate_layout("bibliography")
    suffix = options.layout.decoration.suffix
    without_suffix = program.decorate_layout("bibliography", suffix=False) or _as_is
    aligned = options.second_field_align is not None

    def show(scope: Scope) -> str:
        if aligned:
            return _aligned(program, options, scope)
        text = str(program.layout(scope.item, "bibliography")(scope))
        # Blocks are set apart by the writer, so that a space at their edge would be seen, and the
        # layout's suffix, which nearly always is a full stop, belongs to the sentence in the block.
        if text[1:2] in _SPACES and text[0] in DISPLAY_OF:
            text = f"{text[1]}{text[0]}{text[2:]}"  # a space at its start is outside of the block
        if text[-1:] == CLOSE:
            if suffix.strip() and _ends_in_block(text):
                return without_suffix(add(text[:-1], suffix) + CLOSE, scope)
            if text[-2:-1] == " " and _ends_in_block(text):
                text = f"{text[:-2]}{CLOSE} "  # and so is one at the end of the entry
        return decorate(text, scope) if decorate is not None and text else text

    return show


_SPACES: Final = (" ", "\u00a0")


def _as_is(text: str, _: Scope) -> str:
    return text


def _ends_in_block(text: str) -> bool:
    """Say whether the last mark closes a block ("Display"): the suffix goes into it."""
    stack: list[str] = []
    last = ""
    for c in text:
        if c in FORMATS or c in DISPLAY_OF or c in _OTHER_OPENING:
            stack.append(c)
        elif c == CLOSE and stack:
            last = stack.pop()
    return last in DISPLAY_OF


_OTHER_OPENING = frozenset((LINK, MATH, VERBATIM, YEAR_SUFFIX))


def _aligned(program: Program, options: Bibliography, scope: Scope) -> str:
    """Set the first field apart from the rest ("Whitespace", second-field-align)."""
    first, *rest = program.fields(scope.item, "bibliography")
    decoration = options.layout.decoration
    left = first(scope)
    if decoration.prefix and left:
        left = add(decoration.prefix, left)
    right = ""
    for render in rest:
        text = render(scope)
        if text:
            right = add(right, text) if right else str(text)
    if decoration.suffix:
        if right:
            right = add(right, decoration.suffix)
        elif left:
            left = add(left, decoration.suffix)
    text = f"{BLOCKS['left-margin']}{left}{CLOSE}" if left else ""
    right = right.rstrip(HARD)
    bare = right.rstrip(" ")  # a space at the end of the entry stands outside of the block
    return text + (f"{BLOCKS['right-inline']}{bare}{CLOSE}{right[len(bare) :]}" if right else "")
