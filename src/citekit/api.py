"""The verbs: format, cite, bibliography, render, key, keys, load, loads, dump, dumps, csl, styles.

Each takes works and gives text. Styles, writers and exchange formats are found by name in the
registry and imported when first used. Nothing here formats anything itself.
"""

from __future__ import annotations

import builtins
import os
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import evolve, frozen

from citekit import registry
from citekit.collector import uncollected
from citekit.errors import (
    CitekitError,
    Diagnostic,
    DuplicateIdError,
    InvalidValueError,
    OptionError,
    ReadError,
    UnknownNameError,
    did_you_mean,
)
from citekit.keys.generator import key, keys, with_ids
from citekit.model.citation import Citation, Cite, LocatorLabel, to_citation
from citekit.model.values import check_type
from citekit.model.work import Work
from citekit.styles.base import Formatter, Rendered
from citekit.text.nodes import EMPTY, TextLike
from citekit.text.show import show

if TYPE_CHECKING:
    from pathlib import Path

    from citekit.exchange.base import Dumped, Exchange, Loaded
    from citekit.styles.csl.catalogue import StyleInfo
    from citekit.styles.explanation import Explanation
    from citekit.writers.base import Writer

__all__ = [
    "Result",
    "StyleLike",
    "bibliography",
    "cite",
    "csl",
    "dump",
    "dumps",
    "explain",
    "format",
    "formatter",
    "key",
    "keys",
    "load",
    "loads",
    "render",
    "styles",
    "with_ids",
]

StyleLike: TypeAlias = "str | Formatter"
"""A style's name, or a formatter, such as `citekit.csl(path=…)` gives."""


@frozen(kw_only=True)
class Result:
    """What `render` gives.

    Args:
        text: The whole bibliography, as the output format sets it.
        entries: Its entries, one by one, in the style's order.
        citations: The citations, in the order in which they were given.
        diagnostics: What was guessed, derived or lost, in the works and in formatting them.
    """

    text: str
    entries: tuple[str, ...]
    citations: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]

    __repr__ = show

    def __str__(self) -> str:
        return self.text


def formatter(style: StyleLike, **options: Any) -> Formatter:
    """Find a style and make its formatter.

    Args:
        style: A registered name ("apa", "bibtex"), the id of a CSL style ("nature"), the same
            with "csl:" before it ("csl:apa", where a built-in has the plain name), or a formatter.
        options: `locale`, `links` (False: DOIs and addresses are plain text) and whatever else the
            style takes; None counts as not given.

    Raises:
        UnknownNameError: There is no such style; the hint has the nearest.
        OptionError: The style cannot honour an option.
    """
    if not isinstance(style, str):
        check_type(style, Formatter, "a style's name or a formatter")
        if any(value is not None for value in options.values()):
            raise OptionError("a formatter is finished: give its options when making it")
        return style
    if not style.startswith("csl:") and registry.knows("styles", style):
        made: Formatter = registry.resolve("styles", style)(**options)
        return made
    try:
        return csl(style.removeprefix("csl:"), **options)
    except UnknownNameError as error:
        near = did_you_mean(style, registry.names("styles"))
        error.hint = error.hint or near
        raise


def csl(
    name: str | None = None,
    *,
    path: str | os.PathLike[str] | None = None,
    xml: str | bytes | None = None,
    **options: Any,
) -> Formatter:
    """Make a formatter of a CSL style: by id, from a file, or from its XML.

    Args:
        name: The id of an installed style, such as "nature".
        path: The file of a style. Only this argument ever names a file.
        xml: The XML of a style.
        options: `locale` ("de-DE"), `engine`, and `links` (False: DOIs and addresses are text).

    Raises:
        UnknownNameError: No style has that id.
        StyleError: The style has faults; all of them are listed, with their lines.

    >>> format(Work(title="On Computable Numbers", issued=1936), csl("nature"))
    '1. On Computable Numbers. (1936).'
    """
    from citekit.styles.csl.formatter import csl as make

    return make(name, path=path, xml=xml, **options)


def styles(query: str = "") -> tuple[StyleInfo, ...]:
    """Search the installed CSL styles by id and title.

    >>> [found.id for found in styles("nature physics")]
    ['nature-physics']
    """
    from citekit.styles.csl.catalogue import search

    return search(query)


def _writer(output: str | Writer) -> Writer:
    if not isinstance(output, str):
        for method in ("write", "bibliography"):
            if not callable(getattr(output, method, None)):
                wanted = "an output format's name or a writer"
                raise InvalidValueError(f"not {wanted}", value=output, hint=f"give {wanted}")
        return output
    made: Writer = registry.resolve("writers", output)()
    return made


def _given(works: Work | Iterable[Work]) -> tuple[Work, ...]:
    """Give works as a tuple, each id at most once."""
    listed = (works,) if isinstance(works, Work) else works
    check_type(listed, Iterable, "a work or works")
    found = tuple(listed)
    for work in found:
        check_type(work, Work, "a work")
    _refuse_duplicates(found)
    return found


def _works(works: Work | Iterable[Work]) -> tuple[Work, ...]:
    """Give works with ids, each id once."""
    return with_ids(_given(works))


def _citable(cited: Any, ids: Mapping[int, str | None]) -> Any:
    """Let a work without an id be cited itself: put the id that it has got in its place."""
    if isinstance(cited, Work):
        return ids.get(builtins.id(cited)) or cited
    if isinstance(cited, (list, tuple)):
        return [ids.get(builtins.id(each)) or each for each in cited]
    return cited


def _refuse_duplicates(works: Sequence[Work]) -> None:
    seen: set[str] = set()
    for work in works:
        if work.id is not None and work.id in seen:
            raise DuplicateIdError(
                "two works have the same id",
                work=work.id,
                field="id",
                hint="give one another id, or drop it with work.evolve(id=None)",
            )
        seen.add(work.id or "")


def _diagnostics(works: Iterable[Work], rendered: Rendered) -> tuple[Diagnostic, ...]:
    found = [evolve(each, work=work.id) for work in works for each in work.diagnostics]
    return tuple(dict.fromkeys((*found, *rendered.diagnostics)))


@uncollected
def render(
    works: Work | Iterable[Work],
    style: StyleLike = "apa",
    *,
    citations: Iterable[Any] = (),
    output: str | Writer = "plain",
    locale: str | None = None,
    **options: Any,
) -> Result:
    """Format a bibliography and citations, and tell what was guessed, derived or lost.

    Args:
        works: The works. One without an id gets its key as id.
        style: A style's name or a formatter; see `formatter`.
        citations: What is cited, in the order of the document: `Citation` objects, cites, ids
            or works.
        output: The output format: "plain", "html", "markdown", "latex", "rst", "ansi", or a
            writer.
        locale: The language of the style's words ("de-DE"); the style's own by default.
        options: What else the style takes: `links=False` makes DOIs and addresses plain text.

    Raises:
        UnknownNameError: No such style, output format, locale, or cited work.
        DuplicateIdError: Two works have the same id.
        OptionError: The style cannot honour an option.

    >>> work = Work(type="book", title="On Growth", authors="D. Thompson, et al.", issued=1917)
    >>> render(work).text
    'Thompson, D., et al. (1917). On growth.'
    """
    writer = _writer(output)
    given = _given(works)
    ready = with_ids(given)
    ids = {builtins.id(work): with_id.id for work, with_id in zip(given, ready, strict=True)}
    if isinstance(citations, (str, Work, Cite, Citation)):
        citations = (citations,)
    check_type(citations, Iterable, "citations, cites, or the ids of works")
    wanted = tuple(to_citation(_citable(each, ids)) for each in citations)
    rendered = formatter(style, locale=locale, **options).render(ready, wanted)
    written = [(entry.id, writer.write(entry.text)) for entry in rendered.entries]
    return Result(
        text=writer.bibliography(written, rendered.layout),
        entries=tuple(text for _, text in written),
        citations=tuple(writer.write(each) for each in rendered.citations),
        diagnostics=_diagnostics(ready, rendered),
    )


def format(
    work: Work,
    style: StyleLike = "apa",
    *,
    output: str | Writer = "plain",
    locale: str | None = None,
    **options: Any,
) -> str:
    """Format one work as an entry of a bibliography.

    Args:
        work: The work.
        style: A style's name ("apa", "bibtex", "nature") or a formatter.
        output: The output format.
        locale: The language of the style's words.
        options: What else the style takes.

    Returns:
        The entry; empty where the style has no bibliography.

    >>> work = Work(type="book", title="Women, Fire and Dangerous Things", authors="George Lakoff",
    ...             issued=1987, publisher="University of Chicago Press")
    >>> format(work, "apa", output="markdown")
    'Lakoff, G. (1987). *Women, fire and dangerous things*. University of Chicago Press.'
    """
    check_type(work, Work, "one work; use bibliography() for several")
    entries = render(work, style, output=output, locale=locale, **options).entries
    return entries[0] if entries else ""


def explain(
    work: Work,
    style: StyleLike,
    *,
    citation: bool = False,
    locale: str | None = None,
    **options: Any,
) -> Explanation:
    """Say for each piece of an entry, or of a citation, which element of a CSL style made it.

    Args:
        work: The work.
        style: The id of a CSL style ("nature"; "csl:apa", as "apa" is built in), or a formatter.
        citation: Explain a citation of the work, the first in a document, instead of its entry.
        locale: The language of the style's words.
        options: What else the style takes.

    Returns:
        Spans in order, whose texts together are `format(work, style)`, or `cite(work, style)`.
        There are none of an entry where the style has no bibliography.

    Raises:
        OptionError: The style is no CSL style, or its engine is not citekit's own.

    >>> work = Work(title="On Computable Numbers", issued=1936)
    >>> [span.text for span in explain(work, "nature").spans if span.variable == "title"]
    ['On Computable Numbers']
    >>> [span.element for span in explain(work, "ieee", citation=True).spans]
    ['group', 'text', 'group']
    """
    from citekit.styles.csl.explain import check_explainable, explain_text

    check_type(work, Work, "one work")
    check_type(citation, bool, "True for a citation, False for an entry")
    (ready,) = _works(work)
    made = formatter(style, locale=locale, **options)
    check_explainable(made)
    if citation:
        return explain_text(ready, made, cite(ready, made), "citation")
    return explain_text(ready, made, format(ready, made), "bibliography")


def bibliography(
    works: Iterable[Work],
    style: StyleLike = "apa",
    *,
    output: str | Writer = "plain",
    locale: str | None = None,
    **options: Any,
) -> str:
    """Format works as a whole bibliography, in the style's order.

    Arguments and errors are those of `render`.
    """
    return render(works, style, output=output, locale=locale, **options).text


def cite(
    works: Work | Iterable[Work],
    style: StyleLike = "apa",
    *,
    narrative: bool = False,
    suppress_author: bool = False,
    locator: str | int = "",
    label: LocatorLabel = "page",
    prefix: TextLike = EMPTY,
    suffix: TextLike = EMPTY,
    output: str | Writer = "plain",
    locale: str | None = None,
    **options: Any,
) -> str:
    """Cite one work, or several in one cluster. Use `Document` for a text with many citations.

    Args:
        works: The work or works.
        style: A style's name or a formatter.
        narrative: Name the author in the sentence: "Touvron et al. (2023)".
        suppress_author: Leave the author out.
        locator: Where in the (last) work.
        label: What the locator counts.
        prefix: Text before the (first) cite.
        suffix: Text after the (last) cite.
        output: The output format.
        locale: The language of the style's words.
        options: What else the style takes.

    >>> cite(Work(title="LLaMA", authors="H. Touvron, et al.", issued=2023), narrative=True)
    'Touvron et al. (2023)'
    """
    ready = _works(works)
    if not ready:
        raise InvalidValueError("there is no work to cite", field="works")
    last = len(ready) - 1
    cites = [
        Cite(
            work,
            narrative=narrative,
            suppress_author=suppress_author,
            locator=locator if index == last else "",
            label=label,
            prefix=prefix if index == 0 else EMPTY,
            suffix=suffix if index == last else EMPTY,
        )
        for index, work in enumerate(ready)
    ]
    wanted = [Citation(cites)]
    return render(
        ready, style, citations=wanted, output=output, locale=locale, **options
    ).citations[0]


def _exchange(name: str) -> Exchange:
    found: Exchange = registry.resolve("exchange", name)
    return found


def _path(path: Any) -> Path:
    from pathlib import Path

    check_type(path, (str, os.PathLike), "the path of a file")
    try:
        return Path(path)
    except TypeError as error:
        raise ReadError("the path of a file is text", value=path) from error


_SUFFIXES = ((".bib", "bibtex"), (".bibtex", "bibtex"))


def loads(text: str, format: str | None = None) -> Loaded:
    """Read works from text.

    Args:
        text: CSL-JSON, BibTeX or BibLaTeX, or raw records.
        format: Which of them; None finds out by looking.

    Returns:
        Works, failed records, diagnostics. One bad record does not stop the others.

    Raises:
        ReadError: The text as a whole is in no known format.

    >>> loads('[{"id": "a", "type": "book", "title": "T"}]').works[0].id
    'a'
    """
    check_type(text, str, "text")
    if format is None:
        from citekit.exchange.sniff import sniff

        format = sniff(text)
    return _exchange(format).loads(text)


def load(path: str | os.PathLike[str], format: str | None = None) -> Loaded:
    """Read works from a file, in UTF-8.

    Args:
        path: The file.
        format: Its format; None goes by the ending, then by looking.

    Raises:
        ReadError: The file cannot be read, is not UTF-8, or is in no known format.
    """
    file = _path(path)
    by_suffix = dict(_SUFFIXES).get(file.suffix.lower())
    try:
        text = file.read_text("utf-8-sig")
    except OSError as error:
        raise ReadError(f"cannot read the file: {error.strerror}", value=str(file)) from error
    except UnicodeDecodeError as error:
        raise ReadError(
            f"the file is not UTF-8 (byte {error.start})", value=str(file), hint="convert it"
        ) from error
    except ValueError as error:
        raise ReadError(f"not a file name: {error}", value=str(file)) from error
    return loads(text, format or by_suffix)


def _dumped(works: Work | Iterable[Work], format: str) -> Dumped:
    return _exchange(format).dumps(_works(works))


def dumps(works: Work | Iterable[Work], format: str) -> str:
    """Write works as text in an exchange format: "csl_json", "bibtex", "biblatex".

    What the format cannot carry is told by the format's own `dumps(...)`, as diagnostics.

    >>> work = Work(title="On Computable Numbers", authors="Alan Turing", issued=1936)
    >>> print(dumps(work, "bibtex"))
    @misc{turing1936computable,
      title = {On Computable Numbers},
      author = {Turing, Alan},
      year = {1936}
    }
    """
    return _dumped(works, format).text


def dump(
    works: Work | Iterable[Work],
    path: str | os.PathLike[str],
    format: str | None = None,
) -> tuple[Diagnostic, ...]:
    """Write works to a file, in UTF-8.

    Args:
        works: The works.
        path: The file.
        format: Its format; None goes by the ending: `.bib` is BibTeX, `.json` is CSL-JSON.

    Returns:
        What the format could not carry.

    Raises:
        OptionError: The ending says nothing of the format.
        CitekitError: The file cannot be written.
    """
    file = _path(path)
    name = format or {**dict(_SUFFIXES), ".json": "csl_json"}.get(file.suffix.lower())
    if name is None:
        raise OptionError("the file's ending says nothing of its format", value=str(file))
    dumped = _dumped(works, name)
    try:
        file.write_text(dumped.text, "utf-8")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CitekitError(f"cannot write the file: {reason}", value=str(file)) from error
    return dumped.diagnostics
