"""What is done to the output of an element, in the one order in which it is done.

CSL 1.0.2, "Formatting" to "Text-case": text-case, strip-periods, formatting, quotes, affixes,
display. Affixes are outside of the others, except on cs:layout, where formatting takes them in; but
"https://doi.org/" before a DOI goes into its link ("Appendix VI: Links").
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from attrs import evolve

from citekit.speed.lazy import lazy
from citekit.styles.csl.compile.context import Context
from citekit.styles.csl.compile.scope import Scope
from citekit.styles.csl.compile.textcase import compile_text_case
from citekit.styles.csl.marked.marks import (
    BLOCKS,
    CLOSE,
    FORMAT_MARKS,
    HARD,
    LINK,
    LINK_TEXT,
    QUOTE,
    QUOTE_CLOSE,
)
from citekit.styles.csl.marked.punctuation import attach, is_inert
from citekit.styles.csl.style.elements import PLAIN, Decoration
from citekit.text.nodes import Format
from citekit.text.scripts import has_slant

__all__ = ["Decorate", "compile_affixes", "compile_decoration", "compile_number_decoration",
           "without_periods", "wrap_formats"]  # fmt: skip

Decorate: TypeAlias = Callable[[str, Scope], str]


def compile_decoration(
    decoration: Decoration,
    context: Context,
    *,
    layout: bool = False,
    fixed: bool = False,
    leaf: bool = False,
) -> Decorate | None:
    """Make the function that decorates text that is not empty, or None where nothing is done.

    Args:
        decoration: What is to be done.
        context: Where the element stands.
        layout: Whether it is cs:layout.
        fixed: Whether the text is of the style or its locale, as a term is.
        leaf: Whether it is that of a variable.
    """
    if decoration == PLAIN:
        return None
    steps: list[Decorate] = []
    if decoration.text_case is not None:
        program = context.program
        english = _always if fixed else program.is_english
        steps.append(compile_text_case(decoration.text_case, english, program.locale.code))
    if decoration.strip_periods:
        steps.append(_strip_periods)
    mark = HARD if decoration.keeps_space else ""
    affixes = compile_affixes(decoration.prefix, f"{decoration.suffix}{mark}")
    if layout and affixes is not None:
        steps.append(affixes)
    formats = wrap_formats(decoration, is_leaf=fixed or leaf)
    if formats is not None:
        steps.append(formats)
    if decoration.quotes:
        steps.append(lambda text, _: f"{QUOTE}{text}{QUOTE_CLOSE}")
    if affixes is not None and not layout:
        steps.append(affixes)
    if decoration.display is not None and context.area == "bibliography":
        mark = BLOCKS[decoration.display]
        steps.append(lambda text, _: f"{mark}{text}{CLOSE}")
    return _chain(steps)


def compile_number_decoration(decoration: Decoration, context: Context) -> Decorate | None:
    """Make the function that decorates the content of a number variable.

    Only where it is one number does it keep the space of its suffix (`places`), if it is plain.
    """
    decorate = compile_decoration(decoration, context, leaf=True)
    if decorate is None or decoration.formats or decoration.quotes or not decoration.keeps_space:
        return decorate
    keeping = decorate
    merging = compile_decoration(evolve(decoration, keeps_space=False), context) or _same

    def decorate_number(text: str, scope: Scope) -> str:
        is_number = text[0].isdigit() and text.isalnum()
        return keeping(text, scope) if is_number else merging(text, scope)

    return decorate_number


def _same(text: str, _: Scope) -> str:
    return text


def _always(_: str) -> bool:
    """Say that title case applies: "Non-English Items" speaks of items, not of terms."""
    return True


def _chain(steps: list[Decorate]) -> Decorate | None:
    if not steps:
        return None
    if len(steps) == 1:
        return steps[0]
    if len(steps) == 2:
        first, second = steps
        return lambda text, scope: second(first(text, scope), scope)

    def decorate(text: str, scope: Scope) -> str:
        for step in steps:
            text = step(text, scope)
            if not text:
                return text
        return text

    return decorate


def wrap_formats(decoration: Decoration, *, is_leaf: bool = False) -> Decorate | None:
    """Make the function that puts text under all formats of *decoration*, font-style innermost.

    As in citeproc-js, a variable or term (*is_leaf*) gets no font-style if its script has no
    italics: without a Latin, Greek, Cyrillic, Arabic, Hebrew or Thai letter and without a digit.
    """
    if not decoration.formats:
        return None
    marks, closing = _marks(decoration.formats)
    upright, its_closing = _marks([each for each in decoration.formats if each not in _SLANTS])
    if not is_leaf or upright == marks:
        return lambda text, _: f"{marks}{text}{closing}"

    def wrap(text: str, _: Scope) -> str:
        if has_slant(text):
            return f"{marks}{text}{closing}"
        return f"{upright}{text}{its_closing}"

    return wrap


def _marks(formats: Sequence[Format]) -> tuple[str, str]:
    """Give what stands before and behind text of some formats."""
    return "".join(FORMAT_MARKS[each] for each in reversed(formats)), CLOSE * len(formats)


_SLANTS: Final = (Format.ITALIC, Format.OBLIQUE, Format.STYLE_NORMAL)


_TARGET = lazy(f"({LINK}[^{CLOSE}]*)")


def without_periods(term: str, decoration: Decoration) -> str:
    """Give a term as strip-periods wants it: "any periods in the rendered text are removed".

    >>> without_periods("n.d.", Decoration(strip_periods=True))
    'nd'
    """
    return term.replace(".", "") if decoration.strip_periods else term


_PERIOD = lazy(r"\.(?![a-z])")
"""A period that may end an abbreviation; none does inside "example.org"."""


def _strip_periods(text: str, _: Scope) -> str:
    """Take the periods away: "strip-periods … any periods in the rendered text are removed".

    As in citeproc-js a period right before a small letter stays, and those of an identifier do.
    """
    if LINK not in text:
        return _PERIOD.sub("", text)
    pieces = _TARGET.split(text)  # every second one is a link
    return "".join(each if i % 2 else _PERIOD.sub("", each) for i, each in enumerate(pieces))


def compile_affixes(prefix: str, suffix: str) -> Decorate | None:
    """Make the function that adds the affixes, or None where there are none ("Affixes").

    Where an affix meets text with a letter or a bracket, nothing has to be looked at.
    """
    address = _ADDRESS.search(prefix)
    if address is not None:
        return _compile_address(prefix, address.start(), suffix)
    if prefix and suffix:
        if is_inert(prefix[-1]) and is_inert(suffix[0]):
            return lambda text, _: f"{prefix}{text}{suffix}"
        return lambda text, _: attach(attach(prefix, text), suffix)
    if prefix:
        if is_inert(prefix[-1]):
            return lambda text, _: prefix + text
        return lambda text, _: attach(prefix, text)
    if suffix:
        if is_inert(suffix[0]):
            return lambda text, _: text + suffix
        return lambda text, _: attach(text, suffix)
    return None


_ADDRESS: Final = lazy(r"(?:https?://|doi\.org/)[^\s\ufdd0-\ufdef]*\Z")


def _compile_address(prefix: str, start: int, suffix: str) -> Decorate:
    """Make the function for a prefix that from *start* on is part of the address that follows.

    "If the identifier is rendered as a URI, include rendered URI components (e.g.
    "https://doi.org/") in the link anchor. Do not include any other affix text" (appendix VI).
    """
    outside, inside = prefix[:start], prefix[start:]

    def put(text: str, _: Scope) -> str:
        if text[0] == LINK:
            target, mark, shown = text.partition(LINK_TEXT)
            text = f"{target}{mark}{inside}{shown}"
            text = attach(outside, text) if outside else text
        else:
            text = attach(prefix, text)
        return attach(text, suffix) if suffix else text

    return put
