"""One citation: its cites rendered, grouped, collapsed and joined.

CSL 1.0.2, "Layout", "Cite Grouping", "Cite Collapsing".
"""

from __future__ import annotations

from collections.abc import Sequence

from citekit.styles.csl.compile.program import Program
from citekit.styles.csl.compile.scope import NO_SCOPE, NamesTrace, Scope
from citekit.styles.csl.document.cites import ReadyCite, Shown
from citekit.styles.csl.document.collapsing import collapse_numbers, collapse_years, group_cites
from citekit.styles.csl.document.positions import CiteInput, Cluster
from citekit.styles.csl.marked.marks import FORMAT_MARKS, MARKS, TERM, strip_marks
from citekit.styles.csl.marked.punctuation import add
from citekit.tables.locators import LOCATOR_LABELS
from citekit.text.nodes import Format

__all__ = ["NO_PRINTED_FORM", "render_cluster"]

NO_PRINTED_FORM = "[CSL STYLE ERROR: reference with no printed form.]"


def _scope(program: Program, ready: ReadyCite) -> Scope:
    scope = Scope(ready.item)
    scope.locator = ready.cite.locator
    scope.label = ready.cite.label
    if scope.locator[:1].isalpha():
        scope.locator, scope.label = _labelled(program, scope.locator, scope.label)
    scope.position = ready.position
    scope.first_note = ready.first_note
    scope.citation_number = ready.number
    scope.name_choices = ready.choice.names or None
    scope.disambiguate = ready.choice.disambiguate
    scope.year_suffix = ready.choice.year_suffix
    scope.suppress_names = ready.cite.suppress_author
    scope.trace = []
    return scope


def _labelled(program: Program, locator: str, label: str) -> tuple[str, str]:
    """Take the label from a locator that begins with one: "ch. 5" is chapter 5.

    "Must be accompanied in the input data by a label" (CSL 1.0.2, "locator"): so it is, and the
    style words it, or leaves it out, as any other.
    """
    word, _, rest = locator.partition(" ")
    own = LOCATOR_LABELS.get(word)
    if own is None or not rest.strip() or program.locale.find(own, "short") is None:
        return locator, label
    return rest.strip(), own


def render_cite(
    program: Program, ready: ReadyCite, *, names: bool = True, year: bool = True
) -> Shown:
    """Render one cite, on request without its first names or without its year."""
    text, traces = _rendered(program, ready, names=names, year=year)
    return Shown(
        ready=ready,
        text=text,
        names=strip_marks(_first_names(traces) or _suppressed_names(program, ready)),
        number=ready.number,
        plain=not (
            (ready.cite.locator and program.shows_locators)
            or ready.cite.prefix
            or ready.cite.suffix
        ),
        year_suffix=ready.choice.year_suffix,
    )


def _rendered(
    program: Program, ready: ReadyCite, *, names: bool = True, year: bool = True
) -> tuple[str, Sequence[NamesTrace]]:
    if names and year and ready.look is not None and _is_as_seen(ready):
        return ready.look.text, ready.look.trace  # disambiguation has rendered just this
    # A style that shows numbers alone gives one text for each number, whatever the work.
    known = None if ready.cite.locator else program.cites_by_number
    if known is not None and ready.number in known:
        return known[ready.number], ()
    scope = _scope(program, ready)
    scope.suppress_names = scope.suppress_names or not names
    scope.suppress_year = not year
    text = str(program.layout(ready.item, "citation")(scope))
    if scope.suppress_names and scope.names_seen:  # what is left out stands before the term
        text = text.replace(TERM, "")
    if known is not None and len(known) < _MOST_NUMBERS:
        known[ready.number] = text
    return text, scope.trace or ()


def _first_names(traces: Sequence[NamesTrace]) -> str:
    """Give the text of the first cs:names that was rendered."""
    for trace in traces:
        if trace.place == 0:
            return trace.text
    return ""


def _suppressed_names(program: Program, ready: ReadyCite) -> str:
    """Give the names that a cite leaves out: they group it with cites that show them."""
    options = program.style.citation
    groups = options.collapse or options.cite_group_delimiter is not None
    if not (groups and ready.cite.suppress_author):
        return ""
    shown = ready._replace(cite=ready.cite._replace(suppress_author=False))
    return _first_names(_rendered(program, shown)[1])


def _is_as_seen(ready: ReadyCite) -> bool:
    """Say whether a cite has nothing that disambiguation did not look at."""
    cite = ready.cite
    return not (
        ready.choice.year_suffix or cite.locator or cite.suppress_author or cite.label != "page"
    )


def render_cluster(program: Program, cluster: Cluster, cites: Sequence[ReadyCite]) -> str:
    """Render one citation as marked text."""
    if len(cites) == 1:  # most citations: nothing to group, collapse or join
        if _is_named(cites[0]):
            return _by_name(program, cluster, cites[0])
        text, _ = _rendered(program, cites[0])
        text = _with_affixes(text, cites[0].cite) or NO_PRINTED_FORM
    else:
        if any(_is_named(each) and names_of(program, each) for each in cites):
            return _each_alone(program, cluster, cites)
        text = _join(program, _collapsed(program, cites))
    decorate = program.decorate_citation
    if decorate is None or not text:
        return text
    # Only a change of case asks for an item: whether its language has English title case.
    cased = program.style.citation.layout.decoration.text_case is not None
    return decorate(text, Scope(cites[0].item) if cased else NO_SCOPE)


def _is_named(ready: ReadyCite) -> bool:
    """Say whether the author of a cite stands in the sentence, or alone."""
    return ready.cite.narrative or ready.cite.author_only


def _collapsed(program: Program, cites: Sequence[ReadyCite]) -> list[Shown]:
    """Render the cites of a citation, grouped and collapsed as the style wants it."""
    options = program.style.citation
    shown = [render_cite(program, ready) for ready in cites]
    if options.collapse == "citation-number":
        return collapse_numbers(shown) if program.shows_numbers else shown
    if options.collapse or options.cite_group_delimiter is not None:
        is_note = program.style.style_class == "note"
        # Cites are grouped by the names that they would show: one that leaves its author out stands
        # with those of the same author, so the names are worked out for it alone.
        shown = [_with_names(program, each) for each in shown]
        if options.sort and not (is_note and options.cite_group_delimiter is None):
            shown = group_cites(shown)  # "Cite Grouping": "in in-text citations"
        if options.collapse:
            shown = collapse_years(
                shown,
                options,
                lambda each, year: render_cite(
                    program, each.ready, names=False, year=year
                )._replace(names=each.names),
                is_note=is_note,
            )
        else:
            shown = collapse_years(shown, options, None, is_note=is_note)
    return shown


def _with_names(program: Program, shown: Shown) -> Shown:
    """Give a cite the names that it would show, had the sentence not: by these it is grouped."""
    if not shown.ready.cite.suppress_author:
        return shown
    return shown._replace(names=strip_marks(_own_names(program, shown.ready)))


def _each_alone(program: Program, cluster: Cluster, cites: Sequence[ReadyCite]) -> str:
    """Render cites of which some stand in the sentence: "Doe (2000); Roe (2001)"."""
    delimiter = _between_words(program.style.citation.layout.delimiter)
    text = ""
    for each in cites:
        piece = render_cluster(program, cluster, [each])
        text = add(add(text, delimiter), piece) if text else piece
    return text


def _between_words(delimiter: str) -> str:
    """Give a delimiter for cites that begin with a name, also where only numbers met: "1,2"."""
    return delimiter if delimiter[-1:].isspace() else f"{delimiter or ','} "


def _by_name(program: Program, cluster: Cluster, ready: ReadyCite) -> str:
    """Render a cite whose author stands in the sentence: "Doe (2000)", or "Doe" alone."""
    cite = ready.cite
    names = names_of(program, ready)
    if cite.author_only:
        return _affixed(names, cite) or NO_PRINTED_FORM
    # The names take the prefix with them, as they now stand first; the suffix stays behind the
    # rest: "see Doe (2000, emphasis added)".
    bare = cite._replace(narrative=False, suppress_author=bool(names), prefix="")
    rest = ready._replace(cite=bare)
    if names and not render_cite(program, rest).text:  # "Doe", where citations are "(Doe 12)"
        return _affixed(names, cite)
    text = render_cluster(program, cluster, [rest])
    return _affixed(_after_names(names, text) if names else text, cite._replace(suffix=""))


def _after_names(names: str, text: str) -> str:
    """Put the rest of a citation after the names; raised numbers stand close: "Doe¹"."""
    marks = text[: len(text) - len(text.lstrip(MARKS))]
    return add(names if _RAISED in marks else f"{names} ", text)


def names_of(program: Program, ready: ReadyCite) -> str:
    """Give the first names of a cite as its citation shows them, else those for the sentence.

    A note has no sentence of its own, so that only `author_only` gets names that it does not show.
    """
    first = _own_names(program, ready)
    if first:
        return first
    if program.style.style_class == "note" and not ready.cite.author_only:
        return ""
    return program.in_sentence(ready.item)(_scope(program, ready))


def _own_names(program: Program, ready: ReadyCite) -> str:
    scope = _scope(program, ready)
    scope.suppress_names = False
    program.layout(ready.item, "citation")(scope)
    return _first_names(scope.trace or ())


def _join(program: Program, shown: Sequence[Shown]) -> str:
    """Join cites with their delimiters.

    As in citeproc-js, one that shows nothing is left out, unless it is the first.
    """
    text = ""
    delimiter = program.style.citation.layout.delimiter
    before: Shown | None = None
    for i, each in enumerate(shown):
        piece = _with_affixes(each.text, each.ready.cite, is_first=i == 0)
        if not piece and i:
            continue
        piece = piece or NO_PRINTED_FORM
        if before is not None:
            between = delimiter if each.delimiter is None else each.delimiter
            between = _between(between, before.ready.cite, each.ready.cite)
            text = add(text, between) if between else text
        text = add(text, piece) if text else piece
        before = each
    return text


def _between(delimiter: str, before: CiteInput, cite: CiteInput) -> str:
    """Give the delimiter, unless a cite's own affix brings the punctuation."""
    if cite.prefix and strip_marks(cite.prefix)[0] in _PUNCTUATION:
        return ""
    if delimiter and before.suffix and strip_marks(before.suffix).rstrip()[-1:] in _PUNCTUATION:
        return " "
    return delimiter


def _with_affixes(text: str, cite: CiteInput, *, is_first: bool = True) -> str:
    """Put a cite's own prefix and suffix around it, with a space where words would touch.

    They stand alone where the cite shows nothing: they are the user's words.
    """
    if not text:
        return (
            add(cite.prefix, cite.suffix)
            if cite.prefix and cite.suffix
            else cite.prefix or cite.suffix
        )
    if TERM in text:
        text = capitalize_term(text, is_first=is_first, prefix=strip_marks(cite.prefix))
    return _affixed(text, cite)


def _affixed(text: str, cite: CiteInput) -> str:
    """Put a cite's own affixes around text, if there is any."""
    if not text:
        return ""
    if cite.prefix:
        space = "" if strip_marks(cite.prefix)[-1:] in _NO_SPACE_AFTER else " "
        text = add(cite.prefix + space, text)
    if cite.suffix:
        space = " " if strip_marks(cite.suffix)[:1].isalnum() else ""
        text = add(text + space, cite.suffix)
    return text


def capitalize_term(text: str, *, is_first: bool = True, prefix: str = "", number: str = "") -> str:
    """Give a term a capital where it begins a sentence, and take out its marks.

    After a prefix it does where the prefix ends a sentence of more than one word. The *number* of
    an entry may stand before the sentence, as in citeproc-js.
    """
    ends = prefix.rstrip()[-1:] in _SENTENCE_ENDS and " " in prefix.strip()
    begins = ends if prefix.strip() else is_first
    before, _, rest = text.partition(TERM)
    if begins and "".join(filter(str.isalnum, before)) in ("", number):
        rest = rest[:1].upper() + rest[1:]
    return before + rest.replace(TERM, "")


_MOST_NUMBERS = 10_000
"""How many cites of a style with numbers are kept."""
_RAISED = FORMAT_MARKS[Format.SUPERSCRIPT]
_SENTENCE_ENDS = frozenset(".?!")
_PUNCTUATION = frozenset(",.;:?!")
_NO_SPACE_AFTER = frozenset(" \u00a0([{'\"\u201c\u2018\u00ab-\u2013\u2014/")
