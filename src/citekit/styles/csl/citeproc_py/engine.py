"""The engine "citeproc-py": the style is handed to citeproc-py, its output made safe.

citeproc-py keeps state in the XML tree that it renders from, so every rendering parses a private
copy of the style and of its locales (2 to 6 ms): nothing is shared between threads, and nothing
that one rendering does can be seen by the next. All text is `marks` text throughout, so no markup
is ever parsed out of a record, a style or a locale.

What this engine cannot do is an `OptionError` where a cite asks for it (narrative, suppress_author,
author_only, near-note), and an info diagnostic where the style does (`_IGNORED`). Use the engine
"citekit" for those.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Final, Literal, TypeVar

from attrs import frozen
from lxml import etree

from citekit.errors import (
    CitekitError,
    Diagnostic,
    OptionError,
    StyleError,
    UnknownNameError,
    shorten,
)
from citekit.model.citation import Citation, Cite
from citekit.styles.base import Rendered
from citekit.styles.csl.citeproc_py.elements import (
    QUOTED,
    SPLIT,
    Limit,
    MarkFormatter,
    UndecidableError,
    element_parser,
)
from citekit.styles.csl.citeproc_py.items import make_cites, make_library
from citekit.styles.csl.item.variables import Item
from citekit.styles.csl.marked.finish import QuoteMarks, finish
from citekit.styles.csl.marked.marks import BLOCKS, CLOSE, SEAM, encode, strip_marks
from citekit.styles.csl.marked.punctuation import add, join, punctuation_pair
from citekit.styles.csl.source.load import StyleSource
from citekit.styles.csl.style.locales import locale_paths
from citekit.styles.csl.style.xml import CSL_NAMESPACE
from citekit.text.clean import clean_rich
from citekit.text.entries import Entry, Layout
from citekit.text.nodes import RichText

__all__ = ["CiteprocEngine", "make"]

NAME: Final = "citeproc-py"
_CS: Final = f"{{{CSL_NAMESPACE}}}"
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_IGNORED: Final = (
    "collapse",
    "cite-group-delimiter",
    "disambiguate-add-givenname",
    "disambiguate-add-names",
    "disambiguate-add-year-suffix",
    "display",
    "et-al-subsequent-min",
    "subsequent-author-substitute",
)
"""Attributes of a style that citeproc-py reads over."""
_REFUSED: Final = ("narrative", "suppress_author", "author_only")
_DOUBLED = re.compile("([!?.,:; ])([\ufdd0-\ufddd\ufde0-\ufdef]+)([!?.,:; ])")
_QUOTED_SEAM = re.compile(f"{QUOTED}({CLOSE}*)(?=[.,!?:;])")
_OPENING = re.compile("[\ufdd0-\ufddd\ufde1-\ufde7]")
_STOPPED = re.compile(r"([!?])\.")
_NO_SPACE_AFTER: Final = frozenset(" \u00a0([{'\"\u201c\u2018\u00ab-\u2013\u2014/")

_T = TypeVar("_T")


def make(source: StyleSource, locale: str) -> CiteprocEngine:
    """Make the engine of a style in a locale, which is one of `locales.find_locale`."""
    return CiteprocEngine(source, locale)


@frozen
class CiteprocEngine:
    """A style as citeproc-py renders it; see `engine.Engine`."""

    source: StyleSource
    locale: str

    def render(
        self,
        items: Sequence[Item],
        citations: Sequence[Citation] = (),
        *,
        bibliography: bool = True,
    ) -> Rendered:
        """Render a bibliography of *items*, and *citations*; see `engine.Engine.render`."""
        for citation in citations:
            for cite in citation.cites:
                _refuse(cite)
        run = _guarded(self.source.id, None, lambda: _Run(self.source, self.locale, items))
        entries = run.entries(wanted=bibliography)
        return Rendered(
            entries=entries,
            citations=[run.citation(citation) for citation in citations],
            layout=_layout(run.root),
            diagnostics=(*_ignored(run.root, self.source.id), *run.diagnostics),
        )


def _refuse(cite: Cite) -> None:
    for option in _REFUSED:
        if getattr(cite, option):
            raise OptionError(
                f"the engine {NAME!r} cannot do {option}",
                work=cite.id,
                hint="leave the option `engine` out to use citekit's own engine",
            )


def _guarded(style: str, work: str | None, action: Callable[[], _T]) -> _T:
    """Run what calls citeproc-py; whatever it raises becomes an error that names style and work."""
    try:
        return action()
    except StyleError:  # ours
        raise
    except UndecidableError as error:
        message = f"the engine {NAME!r} cannot decide {error}, for which style {style!r} asks"
        raise OptionError(message, work=work, hint="use citekit's own engine") from error
    except Exception as error:  # citeproc-py may raise anything; it must not escape
        message = f"{NAME} cannot render style {style!r} ({type(error).__name__}: {error})"
        raise CitekitError(_short(message), work=work) from error


def _short(message: str) -> str:
    """Cut a message that may quote foreign text."""
    return shorten(message, 300).strip("'\"")


class _Run:
    """One rendering: a private copy of style and locales, and the document so far."""

    def __init__(self, source: StyleSource, locale: str, items: Sequence[Item]) -> None:
        self.style = source.id
        self.root = _parse_style(source, locale)
        self.library, self.keys = make_library(items)
        self.root.limit = Limit(items)  # for sorting
        self.quotes = _quote_marks(self.root)
        self.citation_element = self.root.find(f"{_CS}citation")
        self.citation_element.cites = []
        self.citation_layout = self.citation_element.find(f"{_CS}layout")
        self.bibliography = self.root.find(f"{_CS}bibliography")
        self.diagnostics: list[Diagnostic] = []

    def entries(self, *, wanted: bool) -> list[Entry]:
        """Order the library, and render its entries in that order."""
        if self.bibliography is None:
            return []
        layout = self.bibliography.find(f"{_CS}layout")
        listed = [make_cites(self.library, [(key, None)])[0] for key in self.library.keys]
        listed = _guarded(self.style, None, lambda: _sort(self.bibliography, layout, listed))
        self.library.order([each.key for each in listed])
        return [self._entry(layout, each) for each in listed] if wanted else []

    def _entry(self, layout: Any, cite: Any) -> Entry:
        item = self.library.items[cite.key]
        work = item.id
        self.root.limit = Limit([item])

        def render() -> Any:
            layout.repressed = {}
            return layout.format(layout.wrap(layout.render_children(cite)))

        text = _text(_guarded(self.style, work, render))
        if not text:
            self._report("empty-entry", "the style prints nothing for this work", work)
        return Entry(work, self._finish(text))

    def citation(self, citation: Citation) -> RichText:
        """Render one citation; the next one will know that it was there."""
        asked = [(self._key(cite), cite) for cite in citation.cites]
        cites = make_cites(self.library, asked)
        pairs = {id(made): cite for made, cite in zip(cites, citation.cites, strict=True)}
        layout = self.citation_layout
        first = citation.cites[0].id
        self.root.limit = Limit([self.library.items[made.key] for made in cites])
        cites = _guarded(self.style, first, lambda: _sort(self.citation_element, layout, cites))
        texts = [self._cite(layout, made, pairs[id(made)]) for made in cites]
        shown = [text for text in texts if text]
        text = join(shown, layout.get("delimiter", "")) if shown else ""
        whole = _guarded(self.style, first, lambda: layout.format(layout.wrap(text or None)))
        return self._finish(_text(whole))

    def _key(self, cite: Cite) -> str:
        if cite.id not in self.keys:
            raise UnknownNameError("no work has the id of this cite", value=cite.id)
        return self.keys[cite.id]

    def _cite(self, layout: Any, made: Any, cite: Cite) -> str:
        self.root.limit = Limit([self.library.items[made.key]])

        def render() -> Any:
            layout.repressed = {}
            return layout.render_children(made)

        text = _text(_guarded(self.style, cite.id, render))
        self.citation_element.cites.append(made)
        if not text:
            self._report("empty-cite", "the style prints nothing for this cite", cite.id)
            return ""
        return _with_affixes(text, encode(cite.prefix), encode(cite.suffix))

    def _finish(self, text: str) -> RichText:
        return clean_rich(finish(_aligned(_tidy(text)), self.quotes))

    def _report(self, code: str, message: str, work: str) -> None:
        self.diagnostics.append(
            Diagnostic(severity="warning", code=code, message=message, work=work)
        )


def _parse_style(source: StyleSource, locale: str) -> Any:
    """Parse a private copy of the style and of the locales that apply ("Locale Fallback")."""
    parser = element_parser()
    root: Any = etree.fromstring(source.xml, parser)
    root.formatter = MarkFormatter
    root.macro_index = {each.get("name"): each for each in root.iterfind(f"{_CS}macro")}
    _add_names(root)
    root.language = language = locale.partition("-")[0].lower()
    own = list(root.iterfind(f"{_CS}locale"))
    wanted = dict.fromkeys((locale.lower(), language, ""))
    in_style = [each for code in wanted for each in own if each.get(_LANG, "").lower() == code]
    files = [etree.parse(str(path), parser).getroot() for path in locale_paths(locale)]
    root.locales = [*in_style, *files]
    for each in root.locales:
        each.style = root
    return root


def _add_names(root: Any) -> None:
    """Write out the `cs:name` that a `cs:names` has by default.

    citeproc-py would put one in place at every rendering. In a `cs:substitute` the lack of
    a `cs:name` has a meaning, so nothing is added there.
    """
    for names in list(root.iter(f"{_CS}names")):
        inside = names.getparent().tag == f"{_CS}substitute"
        if names.find(f"{_CS}name") is None and not inside:
            names.insert(0, names.makeelement(f"{_CS}name"))


def _quote_marks(root: Any) -> QuoteMarks:
    def term(name: str) -> str:
        return str(root.get_single_term(name=name))

    return QuoteMarks(
        open=term("open-quote"),
        close=term("close-quote"),
        open_inner=term("open-inner-quote"),
        close_inner=term("close-inner-quote"),
        punctuation_inside=str(root.get_locale_option("punctuation-in-quote")).lower() == "true",
    )


def _sort(parent: Any, layout: Any, cites: list[Any]) -> list[Any]:
    """Sort by the style's keys; without any, the order given stays ("Sorting")."""
    sort = parent.find(f"{_CS}sort")
    return cites if sort is None else list(sort.sort(cites, layout))


def _text(rendered: Any) -> str:
    return "" if rendered is None else str(rendered)


def _with_affixes(text: str, prefix: str, suffix: str) -> str:
    """Put a cite's own prefix and suffix around it, with a space where words would touch."""
    if prefix:
        space = "" if strip_marks(prefix)[-1:] in _NO_SPACE_AFTER else " "
        text = add(prefix + space, text)
    if suffix:
        space = " " if strip_marks(suffix)[:1].isalnum() else ""
        text = add(text + space, suffix)
    return text


def _tidy(text: str) -> str:
    """Mend seams that citeproc-py does not see: across formatting, after quotes, after "?"."""

    def mend(found: re.Match[str]) -> str:
        left, marks, right = found.groups()
        pair = " " if left == right == " " else punctuation_pair(left, right)
        if pair == left:
            return left + marks
        return marks + right if pair == right else found[0]

    text = _QUOTED_SEAM.sub(rf"\1{SEAM}", text).replace(QUOTED, "")
    return _STOPPED.sub(r"\1", _DOUBLED.sub(mend, text))


def _aligned(text: str) -> str:
    """Set the first field apart from the rest, unless formatting spans both."""
    left, split, right = text.partition(SPLIT)
    if not (split and left and right) or left.count(CLOSE) != len(_OPENING.findall(left)):
        return text.replace(SPLIT, "")
    first = f"{BLOCKS['left-margin']}{left}{CLOSE}"
    return f"{first}{BLOCKS['right-inline']}{right.replace(SPLIT, '')}{CLOSE}"


def _layout(root: Any) -> Layout:
    """Read how a bibliography is set ("Whitespace")."""
    found = root.find(f"{_CS}bibliography")
    if found is None:
        return Layout()
    align = found.get("second-field-align")
    known: Literal["flush", "margin"] | None = align if align in ("flush", "margin") else None
    return Layout(
        hanging_indent=found.get("hanging-indent") == "true",
        second_field_align=known,
        line_spacing=int(found.get("line-spacing", "1")),
        entry_spacing=int(found.get("entry-spacing", "1")),
    )


def _ignored(root: Any, style: str) -> list[Diagnostic]:
    """Say which of the style's wishes this engine does not grant."""
    used = {name for each in root.iter() for name in each.attrib}
    found = [name for name in _IGNORED if name in used]
    if not found:
        return []
    return [
        Diagnostic(
            severity="info",
            code="engine-limit",
            message=f"the engine {NAME!r} ignores {', '.join(found)} of style {style!r}",
            hint="citekit's own engine honours them",
        )
    ]
