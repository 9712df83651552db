"""Which element of a style made each piece of an entry or of a citation.

The style is compiled a second time, by the same functions, as a program whose strings carry
their origin in marks (`tags`): affixes and delimiters before compiling, what an element gives
after. The ordinary program is not touched, so that nothing is paid when nobody asks.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import Any, TypeVar, cast

from attrs import evolve

from citekit.errors import OptionError
from citekit.model.work import Work
from citekit.styles.base import Formatter
from citekit.styles.csl.compile.context import Area, Context
from citekit.styles.csl.compile.origins import Origin
from citekit.styles.csl.compile.program import Program
from citekit.styles.csl.compile.scope import Fixed, Render, Scope, render_empty, render_nothing
from citekit.styles.csl.compiled_engine import CompiledEngine
from citekit.styles.csl.document.positions import CiteInput, Cluster
from citekit.styles.csl.document.process import process
from citekit.styles.csl.formatter import CslFormatter
from citekit.styles.csl.item.prepare import prepare
from citekit.styles.csl.item.variables import Item
from citekit.styles.csl.marked.tags import Owner, carry, tag, untag
from citekit.styles.csl.style import elements as csl
from citekit.styles.explanation import Explanation, Span

__all__ = ["check_explainable", "explain_text"]

_Show = TypeVar("_Show", bound=Callable[..., str])


class _Explaining(Program):
    """A program for one work, whose text in one *area* carries its origins."""

    def __init__(self, style: csl.Style, locale: str, area: Area) -> None:
        self.numbers: dict[Origin, int] = {}
        self.area = area
        part = style.citation if area == "citation" else style.bibliography
        if part is not None:
            changes: dict[str, Any] = {area: evolve(part, layout=self._affixed(part.layout))}
            style = evolve(style, **changes)
        super().__init__(style, locale)

    def _is_shown(self, context: Context) -> bool:
        return context.area == self.area and context.key is None

    def tag(self, text: str, origin: Origin) -> str:
        """Put an origin around text."""
        if not text:
            return text
        return tag(text, self.numbers.setdefault(origin, len(self.numbers)))

    def marked(self, text: str, context: Context, origin: Origin) -> str:
        """Give fixed text with its origin."""
        return self.tag(text, origin) if self._is_shown(context) else text

    def traced(self, show: _Show, context: Context, origin: Callable[..., Origin]) -> _Show:
        """Give a function that adds the origin of what it gives."""
        if not self._is_shown(context):
            return show
        return cast(_Show, lambda *args: self.tag(show(*args), origin(*args)))

    def element(self, element: csl.Element, context: Context) -> Render:
        """Compile an element, and let what it gives carry its origin."""
        if not self._is_shown(context):
            return super().element(element, context)
        origin = _origin(element)
        render = super().element(self._affixed(element), context)
        if render is render_empty or render is render_nothing:
            return render

        def render_tagged(scope: Scope) -> str:
            text = render(scope)
            if not text:
                return text
            tagged = self.tag(text, origin)
            return tagged if type(text) is str else Fixed(tagged)

        return render_tagged

    def _affixed(self, element: Any) -> Any:
        """Put origins on the affixes and delimiters that an element has in the style."""
        changes: dict[str, Any] = {}
        origin = _origin(element)
        decoration = element.decoration
        if decoration.prefix or decoration.suffix:
            affix = origin._replace(kind="affix")
            changes["decoration"] = evolve(
                decoration,
                prefix=self.tag(decoration.prefix, affix),
                suffix=self.tag(decoration.suffix, affix),
            )
        if getattr(element, "delimiter", None):
            between = origin._replace(kind="delimiter", variable=None)
            changes["delimiter"] = self.tag(element.delimiter, between)
        if isinstance(element, (csl.Date, csl.Name)):
            changes["parts"] = tuple(self._affixed(each) for each in element.parts)
        elif isinstance(element, csl.Names):
            for name in ("name", "et_al", "label"):
                child = getattr(element, name)
                changes[name] = None if child is None else self._affixed(child)
        return evolve(element, **changes) if changes else element


_NAMES = {
    csl.DatePart: "date-part",
    csl.NamePart: "name-part",
    csl.EtAl: "et-al",
}


def _origin(element: Any) -> Origin:
    """Say what an element is, and what it shows."""
    name = _NAMES.get(type(element), type(element).__name__.lower())
    variable = getattr(element, "variable", None) or None
    if isinstance(element, csl.Text):
        shown: dict[str, str] = {}
        if element.source != "value":
            shown[element.source] = element.value
        return Origin(element=name, line=element.line, **shown)  # type: ignore[arg-type]  # names of sources are fields
    if isinstance(element, csl.Names):
        variable = element.variable_names[0] if len(element.variable_names) == 1 else None
    term = element.term or variable if isinstance(element, csl.Label) else None
    return Origin(element=name, line=element.line, variable=variable, term=term)


def check_explainable(formatter: Formatter) -> None:
    """Refuse styles and engines that cannot tell what made their output.

    Raises:
        OptionError: The formatter is no CSL style, or its engine is not citekit's own.
    """
    _engine(formatter)


def _engine(formatter: Formatter) -> tuple[CompiledEngine, str]:
    if isinstance(formatter, CslFormatter) and isinstance(formatter.engine, CompiledEngine):
        return formatter.engine, formatter.locale
    raise OptionError(
        "only compiled CSL styles can be explained",
        hint='name a CSL style, such as "csl:apa", and leave out engine',
    )


def explain_text(work: Work, formatter: Formatter, text: str, area: Area) -> Explanation:
    """Explain the entry of a work, or a citation of it.

    Args:
        work: The work, with an id.
        formatter: A CSL style with citekit's own engine.
        text: The entry or the citation as plain text.
        area: Which of them it is.

    Raises:
        OptionError: The formatter is no CSL style, or its engine is not citekit's own.
    """
    engine, locale = _engine(formatter)
    program = _Explaining(engine.program.style, locale, area)
    tagged = _tagged(program, prepare(work)[0])
    before, owners = untag(tagged, program.quotes.open, program.quotes.close)
    return Explanation(_spans(text, carry(before, owners, text), tuple(program.numbers)))


def _tagged(program: _Explaining, item: Item) -> str:
    """Give the text with its origins, "" where the style has none."""
    cited = [Cluster(cites=(CiteInput(id=item.id),))] if program.area == "citation" else []
    done = process(program, {item.id: item}, cited, bibliography=not cited)
    return "".join([*done.citations, *(entry.text for entry in done.entries)])


def _spans(text: str, owners: list[Owner], origins: tuple[Origin, ...]) -> tuple[Span, ...]:
    spans = []
    start = 0
    for owner, group in groupby(owners):
        end = start + sum(1 for _ in group)
        spans.append(_span(text[start:end], [origins[i] for i in owner]))
        start = end
    return tuple(spans)


def _span(text: str, stack: list[Origin]) -> Span:
    """Make a span of the origins around it; what a call adds is not made by the macro called."""
    last = stack[-1] if stack else Origin(element="layout")
    macros = [each.macro for each in stack if each.macro and each.kind == "content"]
    return Span(
        text=text,
        element=last.element,
        line=last.line or None,
        variable=last.variable,
        term=last.term,
        macros=tuple(macros[:-1] if last.macro else macros),
        kind=last.kind,
    )
