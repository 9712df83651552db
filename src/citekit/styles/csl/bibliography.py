"""The entries of a bibliography (CSL 1.0.2, "Bibliography-specific Options")."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import frozen

from citekit.styles.csl.author_substitute import substitute_for
from citekit.styles.csl.clusters import NO_PRINTED_FORM, capitalize_term
from citekit.styles.csl.compile.decoration import compile_decoration
from citekit.styles.csl.compile.program import Program
from citekit.styles.csl.compile.scope import NamesTrace, Scope
from citekit.styles.csl.disambiguation import UNCHANGED, Choice
from citekit.styles.csl.elements import Bibliography
from citekit.styles.csl.item import Item
from citekit.styles.csl.marks import BLOCKS, CLOSE, TERM
from citekit.styles.csl.seams import add

__all__ = ["Entry", "render_bibliography"]


@frozen
class Entry:
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
    assert options is not None  # noqa: S101 - the caller has looked
    show = _compile_entry(program, options)
    entries: list[Entry] = []
    previous: NamesTrace | None = None
    for id_ in sorted(items, key=numbers.__getitem__):
        choice = choices.get(id_, UNCHANGED)

        def scope(item: Item = items[id_], choice: Choice = choice, id_: str = id_) -> Scope:
            made = Scope(item)
            made.citation_number = numbers[id_]
            made.name_choices = choice.names or None
            made.disambiguate = choice.disambiguate
            made.year_suffix = choice.year_suffix
            return made

        first = scope()
        if options.subsequent_author_substitute is not None:
            first.trace = []
        text = show(first)
        if first.trace is not None:
            own = next((trace for trace in first.trace if trace.place == 0), None)
            replaced = substitute_for(options, previous, own)
            if replaced is not None:
                second = scope()
                second.author_substitute = replaced
                text = show(second)
            previous = own
        if TERM in text:
            text = capitalize_term(text)
        if text:
            entries.append(Entry(id_, text))
        elif program.is_numeric:
            entries.append(Entry(id_, f"{numbers[id_]}. {NO_PRINTED_FORM}"))
    return entries


def _compile_entry(program: Program, options: Bibliography) -> Callable[[Scope], str]:
    """Make the function that renders one entry with the affixes and formatting of the layout."""
    decorate = compile_decoration(
        options.layout.decoration, program.context("", "bibliography"), layout=True
    )
    aligned = options.second_field_align is not None

    def show(scope: Scope) -> str:
        if aligned:
            return _aligned(program, options, scope)
        text = str(program.layout(scope.item.type, "bibliography")(scope))
        return decorate(text, scope) if decorate is not None and text else text

    return show


def _aligned(program: Program, options: Bibliography, scope: Scope) -> str:
    """Set the first field apart from the rest ("Whitespace", second-field-align)."""
    first, *rest = program.fields(scope.item.type, "bibliography")
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
    return text + (f"{BLOCKS['right-inline']}{right}{CLOSE}" if right else "")
