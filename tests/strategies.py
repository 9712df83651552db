"""Strategies that several test modules share."""

from __future__ import annotations

from typing import Any, get_args

from attrs import fields
from hypothesis import strategies as st

from citekit.errors import DateError
from citekit.model.identifiers import DOI, ISBN, ISSN, PMCID, PMID, URL, ArXiv
from citekit.model.names import AuthorList, Name, Organization, Person
from citekit.model.values import as_text
from citekit.model.venue import Event, Venue
from citekit.model.work import Relation, Work
from citekit.parsing.dates.parts import (
    MAX_YEAR,
    DateLiteral,
    DateRange,
    PartialDate,
    days_in_month,
)
from citekit.tables.types import TYPES
from citekit.tables.variables import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES
from citekit.text.clean import clean
from citekit.text.nodes import (
    EMPTY,
    Block,
    Display,
    Format,
    Link,
    Math,
    Node,
    Quoted,
    RichText,
    Styled,
    Verbatim,
)

# --- text -----------------------------------------------------------------------------------------

hostile_characters = st.sampled_from(
    "\x00\x07\x1b\n\t \u00a0\u200b\u200d\u202e\u2066\ufeff\ud800\udfff\U000e0041"
    "-–—/.,:;~?%()[]{}<>&\"'\\@#$^_0123456789٣２²XYZabcÄßﷺ𝟙"
)
"""Characters that parsers stumble over: controls, bidi marks, lone surrogates, odd digits."""

hostile_text = st.text(hostile_characters, max_size=60) | st.text(max_size=60)
"""Text that nobody would write by hand."""

texts_of_nothing = st.text(
    st.sampled_from(
        " \n\x00\u00a0\u00ad\u0301\u0903\u115f\u1160\u2003\u200b\u200d\u200f\u202e\u2066\u20dd"
        "\u2800\u3164\ud800\ufe0f\ufeff\uffa0\ufffc\U000e0041"
    )
    | st.characters(categories=["Cc", "Mn", "Mc", "Me", "Zs", "Zl", "Zp"]),
    min_size=1,
    max_size=5,
)
"""Text in which nobody would see anything."""

# --- dates ----------------------------------------------------------------------------------------

calendar_years = st.one_of(
    st.integers(1, 9999),
    st.integers(-9999, -1),
    st.integers(1, MAX_YEAR),
    st.integers(-MAX_YEAR, -1),
)
"""Years as CSL counts them: never 0."""


@st.composite
def dates(draw: st.DrawFn) -> PartialDate:
    """Give any date that can exist, of any precision."""
    year, circa = draw(calendar_years), draw(st.booleans())
    precision = draw(st.sampled_from(("year", "season", "month", "day")))
    if precision == "season":
        return PartialDate(year, season=draw(st.integers(1, 4)), circa=circa)
    if precision == "year":
        return PartialDate(year, circa=circa)
    month = draw(st.integers(1, 12))
    day = draw(st.integers(1, days_in_month(year, month))) if precision == "day" else None
    return PartialDate(year, month, day, circa=circa)


@st.composite
def date_ranges(draw: st.DrawFn) -> DateRange:
    """Give any range of dates, open ones too."""
    start, end = draw(dates() | st.none()), draw(dates())
    if start is None:
        return draw(st.sampled_from([DateRange(None, end), DateRange(end, None)]))
    try:
        return DateRange(start, end)
    except DateError:
        return DateRange(end, start)


# --- rich text ------------------------------------------------------------------------------------

_markup_like = st.sampled_from(
    ["<i>", "</i>", "<b>x</b>", "&lt;", "&amp;", '<span class="nocase">', "DOI: 10.1/x\n", "{:a:b}"]
)
leaf_text = st.text("abcÀ <>&;:.-'\"\n", min_size=1, max_size=8) | _markup_like | hostile_text
"""Literal text, much of which looks like markup."""


_clean_leaves = leaf_text.map(clean).filter(bool)
"""Math, verbatim text and addresses: a model does not clean them, so surrogates would stay."""


def _containers(children: st.SearchStrategy[list[Node]]) -> st.SearchStrategy[Node]:
    return st.one_of(
        st.builds(Styled, children, st.sampled_from(Format)),
        st.builds(Quoted, children),
        st.builds(Link, children, _clean_leaves),
        st.builds(Block, children, st.sampled_from(["block", "indent"])),
    )


nodes: st.SearchStrategy[Node] = st.recursive(
    leaf_text | st.builds(Math, _clean_leaves) | st.builds(Verbatim, _clean_leaves, st.just("tex")),
    lambda inner: _containers(st.lists(inner, max_size=3)),
    max_leaves=6,
)
"""Any node of rich text."""


def rich_texts() -> st.SearchStrategy[RichText]:
    """Give any rich text, the empty one too."""
    return st.builds(RichText, leaf_text | st.lists(nodes, max_size=3))


# --- hostile rich text ----------------------------------------------------------------------------

_SHRAPNEL = r"""
<i> </i> <b> </b> <sup> </sub> <span </span> > class="nocase"> <sc> &lt; &amp; & ; < > <!--
<script>alert(1)</script> <img/src=x> ](x) [a] ![ * ** _ __ ` ``` ~~ | || $ $$ \( \) \ { } # ## 1.
1) (1) A. - + = === --- ::: :: : :ref:` .. |x| javascript:x http://x.y a@b.c % %% \end{verbatim}
\write18{x} \input ^^5c “ ’ a b word 字
"""
tex_shrapnel = st.lists(
    st.tuples(
        st.sampled_from(
            [*r"{}\%$&#_~^`<>|\"'-,()[]@=", *"aAiß黄 αé²…\u00a0", " and ", "others", "^^5c"]
        ),
        st.text("\u0300\u0301\u0308\u0327\u0323\u0338\u20dd\u200d\u0489\ufe0f", max_size=2)
        | st.text("\u0308", max_size=6),
    ).map("".join),
    max_size=10,
).map("".join)
"""What TeX, BibTeX and biber take for syntax, bare and under combining marks."""

markup_shrapnel = st.lists(
    st.sampled_from(
        [
            *_SHRAPNEL.split(),
            *" \t\n\u00a0\x1b\x00\u202e\u2069\ud800",
            *("  ", "    ", "e\u0301", "\n\n", "\n- ", "\n# ", "\n.. ", "\x1b[31m"),
        ]
    ),
    max_size=12,
).map("".join)
"""Text made of pieces that some output format would read as markup."""

literal_text = st.text("abc XYZ.,é“-", max_size=12) | markup_shrapnel | hostile_text
"""Text for the leaves of rich text: from tame to hostile."""

urls = st.one_of(
    st.sampled_from(
        (
            "https://doi.org/10.1000/a_b(1)*c*",
            "http://example.org/?a=1&copy=2&amp;lt;",
            "mailto:a@b.c",
            "doi:10.1000/x",
            "javascript:alert(1)",
            "JAVASCRIPT:alert(1)//https://x.y",
            'https://x.y/"onmouseover="alert(1)',
            "https://x.y/<b>`{}\\",
            "data:text/html,<script>",
            "//x.y",
            "",
        )
    ),
    markup_shrapnel.map("https://example.org/".__add__),
    hostile_text,
)
"""URLs, safe ones and others."""


printable = st.text("aé <&>$\\\u0301", max_size=4)
"""Text that holds what HTML and TeX escape, and a mark to be normalized, but nothing to be cut."""


def hostile_rich_texts(
    leaves: st.SearchStrategy[str] = literal_text,
    *,
    formats: st.SearchStrategy[Format] | None = None,
    only_formats: bool = False,
    max_leaves: int = 8,
) -> st.SearchStrategy[RichText]:
    """Give rich text of every kind of node, with leaves from tame to hostile.

    Args:
        leaves: The literal text in it.
        formats: The formats to draw from; all of them unless given.
        only_formats: Whether `Styled` is the only kind of node besides literal text.
        max_leaves: About how many leaves there are at most.
    """
    formats = st.sampled_from(Format) if formats is None else formats
    leaf: st.SearchStrategy[Node] = leaves
    if not only_formats:
        math = st.sampled_from(("x^2", "O(n \\log n)", "\\frac{a}{b}", "x_i", "\\hat{x}_i"))
        verbatim_languages = st.sampled_from(("", "bibtex", 'x" onclick="'))
        leaf = st.one_of(
            leaves, (math | leaves).map(Math), st.builds(Verbatim, leaves, verbatim_languages)
        )

    def nest(children: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
        several = st.lists(children, max_size=4)
        styled: st.SearchStrategy[Node] = st.builds(Styled, several, formats)
        if only_formats:
            return styled
        return st.one_of(
            styled,
            several.map(Quoted),
            st.builds(Link, several, urls),
            st.builds(Block, several, st.sampled_from(get_args(Display))),
        )

    return st.lists(st.recursive(leaf, nest, max_leaves=max_leaves), max_size=4).map(RichText)


# --- names ----------------------------------------------------------------------------------------

words = st.text("abcdXYZÀé李Ж-'.", min_size=1, max_size=10) | st.sampled_from(
    ["van der", "et al.", "others", "O'Brien", "Meta AI", "Jr.", "true", "0"]
)
"""Short words, some of which mean something to parsers of names."""
_maybe = st.just("") | words


def persons() -> st.SearchStrategy[Person]:
    """Give any person with a family or a given name."""
    return st.builds(
        Person,
        family=words,
        given=_maybe,
        non_dropping_particle=_maybe,
        dropping_particle=_maybe,
        suffix=_maybe,
        comma_suffix=st.booleans(),
        static_ordering=st.booleans(),
        username=_maybe,
        orcid=st.sampled_from(["", "0000-0002-1825-0097"]),
        affiliation=_maybe,
    ) | st.one_of(st.builds(Person, given=words), st.builds(Person, username=words))


def organizations() -> st.SearchStrategy[Organization]:
    """Give any organization."""
    return st.builds(Organization, name=words, abbreviation=_maybe, identifier=_maybe)


def names() -> st.SearchStrategy[Name]:
    """Give a person or an organization."""
    return st.one_of(persons(), organizations())


@st.composite
def author_lists(draw: st.DrawFn) -> AuthorList:
    """Give any author list: empty, complete, stopped early, with a gap, a total, a note."""
    listed = draw(st.lists(names(), max_size=4))
    note, count = draw(_maybe), len(listed)
    if not listed or draw(st.booleans()):
        total = draw(st.sampled_from([None, count])) if listed else None
        return AuthorList(listed=listed, total=total, note=note)
    gap = draw(st.none() | st.integers(1, count - 1)) if count > 1 else None
    total = draw(st.none() | st.integers(count, count + 9))
    return AuthorList(listed=listed, complete=False, total=total, gap=gap, note=note, source="x")


# --- works ----------------------------------------------------------------------------------------

date_values = st.one_of(
    dates(),
    date_ranges(),
    st.builds(DateLiteral, st.sampled_from(["in press", "n.d.", "2020", "soon"]), st.booleans()),
)
"""What a date field can hold."""
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.floats(-9, 9) | leaf_text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(leaf_text, inner, max_size=3),
    max_leaves=5,
)
"""JSON data."""
_EXTRA_NAMES = (
    "title shortTitle event DOI issued author custom type id note journalAbbreviation ISBN volume"
    " citation-label keyword citekit language"
).split()
_TEXT_FIELDS = [each.name for each in fields(Work) if each.default is EMPTY]


@st.composite
def venues(draw: st.DrawFn) -> Venue | None:
    """Give a venue or none."""
    title, short = as_text(draw(rich_texts())), as_text(draw(st.just(EMPTY) | rich_texts()))
    if not (title or short):
        return None
    kind: Any = draw(st.sampled_from([None, "journal", "repository", "series"]))
    case: Any = draw(st.sampled_from([None, "title", "sentence"]))
    return Venue(title=title, title_short=short, kind=kind, title_case=case)


@st.composite
def events(draw: st.DrawFn) -> Event | None:
    """Give an event or none."""
    title, place = as_text(draw(rich_texts())), as_text(draw(st.just(EMPTY) | rich_texts()))
    date = draw(st.none() | date_values)
    return Event(title=title, place=place, date=date) if title or place or date else None


_identifiers = st.fixed_dictionaries(
    {},
    optional={
        "doi": st.sampled_from([DOI("10.1000/AbC"), DOI("10.1093/x<y>#z")]),
        "arxiv": st.sampled_from(
            [ArXiv("2302.13971"), ArXiv("2302.13971v2 [cs.CL]"), ArXiv("math/0309136")]
        ),
        "isbn": st.lists(
            st.sampled_from([ISBN("9780262510875"), ISBN("9780521417808")]), max_size=2
        ),
        "issn": st.lists(st.sampled_from([ISSN("0028-0836"), ISSN("0954-4054")]), max_size=2),
        "pmid": st.just(PMID("11797025")),
        "pmcid": st.just(PMCID("PMC2840020")),
        "url": st.just(URL("https://example.org/a?b=c#d")),
    },
)
_others = st.fixed_dictionaries(
    {},
    optional={
        "id": words | st.just("a"),
        "title_sort": leaf_text,
        "title_case": st.sampled_from(["title", "sentence"]),
        "language": st.sampled_from(["en", "de-AT", "x y"]),
        "keywords": st.lists(leaf_text, max_size=3),
        "content_changes": st.booleans(),
        "relations": st.lists(st.builds(Relation, words, words), max_size=2),
        "extra": st.dictionaries(
            st.sampled_from(_EXTRA_NAMES) | leaf_text, json_values, max_size=3
        ),
    },
)


def _some(names: list[str], values: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Give values for a few of the fields *names*."""
    return st.dictionaries(st.sampled_from(names), values, max_size=3)


@st.composite
def works(draw: st.DrawFn) -> Work:
    """Give any work, with any fields, hostile ones too."""
    numbers = [row.path for row in NUMBER_VARIABLES] + ["article_number"]
    dated = [row.path for row in DATE_VARIABLES if "." not in row.path]
    values: dict[str, Any] = {
        "type": draw(st.sampled_from(sorted(TYPES))),
        "venue": draw(st.none() | venues()),
        "event": draw(st.none() | events()),
        **draw(_some(_TEXT_FIELDS, rich_texts())),
        **draw(_some([row.path for row in NAME_VARIABLES], author_lists())),
        **draw(_some(dated, date_values)),
        **draw(_some(numbers, words | st.sampled_from(["12", "12–15", "arXiv:2302.13971"]))),
        **draw(_identifiers),
        **draw(_others),
    }
    return Work(**values)


# --- names as text --------------------------------------------------------------------------------

plain_families = st.sampled_from(
    "Smith Touvron Müller O'Brien Allen-Zhu Nguyen Çelik Łukasiewicz Иванов Παπαδόπουλος Roziere "
    "Öztürk Lachaux McDonald Saint-Exupéry Okafor Ng".split()
)
"""Families of one word that are no initials, particles, suffixes or organizations."""

plain_given_names = st.sampled_from(
    ["Jane", "Marie-Anne", "John A.", "J. R.", "Édouard", "Anna Maria", "Пётр", "X. Y. Z."]
)
"""Given names, with and without initials."""

person_texts = st.tuples(plain_given_names, plain_families)
"""(given, family) of a name that can be read in only one way."""

list_endings = st.sampled_from(
    [
        ("", True, None),
        (" et al.", False, None),
        (", et al", False, None),
        (" and others", False, None),
        (", и др.", False, None),
        (" and 11 others", False, 11),
        (", +11 more", False, 11),
        (" (11 additional authors not shown)", False, 11),
        (", …", False, None),
    ]
)
"""(text, whether the list is complete, how many names are missing)."""
