"""What a line about a venue says: "Nature 521, 436–444 (2015)", "arXiv preprint".

The kinds of lines, in the order in which they are tried:

1. a thesis: "PhD thesis, Stanford University";
2. a repository: "arXiv preprint", "bioRxiv", "CoRR abs/2302.13971", "Zenodo";
3. proceedings: a title with "Conference", "Proceedings", "Symposium" …, or a conference's short
   name with a year; the title stays whole, "(ICLR 2022)" included;
4. a newspaper or magazine;
5. a journal: a title followed by volume, issue, pages, year, or a title with "Journal",
   "Transactions", "Nature" …;
6. a university or a publisher;
7. anything else: a title, and nothing is guessed from it.

What is guessed is said in `VenueLine.guess`; the caller reports it. A line longer than
`MAX_LINE` characters is a title as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from attrs import frozen

from citekit.model.venue import VenueKind
from citekit.tables.organizations import UNIVERSITY_WORDS
from citekit.tables.raw_words import (
    CONFERENCES,
    JOURNAL_CUES,
    JOURNALS,
    MAGAZINE_CUES,
    NEWSPAPERS,
    PREPRINT_SERVERS,
    PROCEEDINGS_CUES,
    PROCEEDINGS_JOURNALS,
    PUBLISHER_CUES,
    PUBLISHERS,
    REPOSITORIES,
    THESIS_WORDS,
)
from citekit.text.clean import fold_space

__all__ = ["MAX_LINE", "VenueLine", "read_venue_line"]

MAX_LINE = 500
"""The longest line that is looked at, in characters."""


@frozen(kw_only=True)
class VenueLine:
    """What a venue line says; "" and None where it does not.

    Args:
        title: The title of the venue.
        kind: What kind of venue it is.
        type: The type of the work that follows.
        numbers: `volume`, `issue`, `page`, `article_number` as pairs of name and text.
        year: A year in the line.
        genre: "PhD thesis" and the like.
        publisher: A publisher or a university in place of a venue.
        arxiv: An arXiv identifier in the form ``abs/2302.13971``.
        guess: In words, what was guessed; "" where the line says it outright.
    """

    title: str = ""
    kind: VenueKind | None = None
    type: str = ""
    numbers: tuple[tuple[str, str], ...] = ()
    year: int | None = None
    genre: str = ""
    publisher: str = ""
    arxiv: str = ""
    guess: str = ""


def read_venue_line(line: str, *, type: str = "") -> VenueLine:
    """Read a venue line.

    Args:
        line: One venue, without notes on access.
        type: The type of the work where it is known: a university is where a thesis was written.

    >>> found = read_venue_line("Nature 521(7553), 436–444 (2015)")
    >>> found.title, dict(found.numbers), found.year
    ('Nature', {'issue': '7553', 'page': '436–444', 'volume': '521'}, 2015)
    >>> read_venue_line("International Conference on Machine Learning (ICML 2020)").kind
    'proceedings'
    """
    text = fold_space(line).strip(" ,;.·") if len(line) <= MAX_LINE else ""
    for read in _READERS:
        found = read(text, type)
        if found is not None:
            return found
    return VenueLine(title=fold_space(line), guess="a line of an unknown kind is taken as a title")


def _words(text: str) -> list[str]:
    """Give the words of *text* in lower case, without punctuation."""
    return re.findall(r"\w+(?:['’-]\w+)*", text.lower())


# --- theses

_THESIS = "|".join(re.escape(each) for each in THESIS_WORDS)
_THESIS_FIRST = re.compile(rf"({_THESIS})(?:[,:;.]| at| from| \(|$) ?(.*)", re.IGNORECASE)
_THESIS_LAST = re.compile(rf"([^,(]{{3,200}}?) ?[,(] ?({_THESIS})\)?", re.IGNORECASE)


def _thesis(text: str, _type: str) -> VenueLine | None:
    if match := _THESIS_FIRST.fullmatch(text):
        genre, school = match[1], match[2]
    elif match := _THESIS_LAST.fullmatch(text):
        school, genre = match[1], match[2]
    else:
        return None
    return VenueLine(type="thesis", genre=genre, publisher=school.strip(" ,)"))


# --- repositories

# "(?<![ ,])[ ,]++" begins at the first of many, so that a search looks at each but once.
_ARXIV_PATH = re.compile(
    r"(?:(?<![ ,:])[ ,:]++)?abs/([0-9]{4}\.[0-9]{4,5}|[a-z.-]{2,20}/[0-9]{7})", re.IGNORECASE
)
_SERVER_TAIL = re.compile(
    r"(?:(?<![ ,(])[ ,(]++)?(?:preprints?|pre-prints?|e-?prints?)(?: server)?\)?", re.IGNORECASE
)


def _repository(text: str, _type: str) -> VenueLine | None:
    path = _ARXIV_PATH.search(text)
    name = _ARXIV_PATH.sub("", text).strip(" ,()")
    tail = _SERVER_TAIL.search(name)
    bare = (name[: tail.start()] + name[tail.end() :] if tail else name).strip(" ,:()").lower()
    arxiv = path[1] if path else ""
    for key in (name.lower(), bare):
        if key in PREPRINT_SERVERS:
            title = PREPRINT_SERVERS[key]
            return VenueLine(title=title, kind="repository", type="preprint", arxiv=arxiv)
    if bare in REPOSITORIES:
        kind = "preprint" if tail else ""
        return VenueLine(title=REPOSITORIES[bare], kind="repository", type=kind)
    return None


# --- proceedings

_PAGES_AT_END = re.compile(
    r"[,;:. ] ?(?:(?:pp?\.|pages?) ?|(?<=[,;:] )|(?<=[,;:]))"
    r"([A-Za-z]?[0-9]{1,6} ?[-–—]{1,2} ?[A-Za-z]?[0-9]{1,6})$"
)
_YEAR: Final = re.compile(r"(?<![0-9])(1[5-9][0-9]{2}|20[0-9]{2})(?![0-9])")


def _proceedings(text: str, type: str) -> VenueLine | None:
    words = _words(text)
    if text.lower().startswith(PROCEEDINGS_JOURNALS) or not words:
        return None
    names = {word.rstrip("0123456789'’") for word in words}
    short = words[0].rstrip("0123456789") in CONFERENCES and bool(_YEAR.search(text))
    if not (PROCEEDINGS_CUES & names or short or (names <= CONFERENCES and type != "book")):
        return None
    text = re.sub(r"^[Ii]n:? (?=\S)", "", text)
    pages = _PAGES_AT_END.search(text)
    title = text[: pages.start()].rstrip(" ,;:.") if pages else text
    years = _YEAR.findall(title)
    return VenueLine(
        title=title,
        kind="proceedings",
        type="paper-conference",
        numbers=(("page", _dashed(pages[1])),) if pages else (),
        year=int(years[-1]) if years else None,
        guess="a title of a conference",
    )


def _dashed(pages: str) -> str:
    """Write a range of pages with an en dash and no spaces."""
    return re.sub(r" ?[-–—]{1,2} ?", "–", pages)


# --- newspapers, magazines, journals


def _newspaper(text: str, type: str) -> VenueLine | None:
    if text.lower() in NEWSPAPERS or type == "article-newspaper":
        return VenueLine(title=text, kind="newspaper", type="article-newspaper")
    return None


_TAIL = (
    ("year", re.compile(r"[,;:. ] ?\(?(1[5-9][0-9]{2}|20[0-9]{2})\)?$")),
    ("page", _PAGES_AT_END),
    ("page", re.compile(r"[,;: ] ?(?:pp?\.|pages?) ?([A-Za-z]?[0-9]{1,6})$")),
    (
        "article_number",
        re.compile(r"[,;: ] ?(?:art(?:icle|\.)? ?(?:no\.?|number)? ?)?([eE]?[0-9]{5,8})$", re.I),
    ),
    ("page", re.compile(r"(?<=[0-9)])[,:] ?([A-Za-z]?[0-9]{1,6})$")),
    ("issue", re.compile(r"[,;: ]{0,2}\(([0-9][^()]{0,19}|[A-Z][a-z]{2,8})\)$")),
    (
        "issue",
        re.compile(r"[,;: ] ?(?:no\.?|issue|iss\.?|nr\.?|heft|number) ?([0-9][\w–-]{0,9})$", re.I),
    ),
    (
        "volume",
        re.compile(r"[,;: ] ?(?:vol(?:ume|\.)?|bd\.?|band|v\.)? ?([0-9]{1,4}[A-Z]?)$", re.I),
    ),
)
"""What may stand at the end of a line about a journal, last part first."""


def _journal(text: str, type: str) -> VenueLine | None:
    title, found = _cut_tail(text)
    words = set(_words(title))
    known = title.lower() in JOURNALS or title.lower().startswith(PROCEEDINGS_JOURNALS)
    if "volume" not in found and not known and not words & (JOURNAL_CUES | MAGAZINE_CUES):
        return None if type != "article-journal" else VenueLine(title=text, kind="journal")
    kind: VenueKind = "journal"
    work = "article-journal"
    if type == "article-magazine" or (words & MAGAZINE_CUES and not words & JOURNAL_CUES):
        kind, work = "magazine", "article-magazine"
    year = found.pop("year", "")
    return VenueLine(
        title=title,
        kind=kind,
        type=work,
        numbers=tuple(sorted(found.items())),
        year=int(year) if year else None,
        guess=f"a title of a {kind}",
    )


def _cut_tail(text: str) -> tuple[str, dict[str, str]]:
    """Take year, pages, issue and volume off the end; a title always remains.

    A year may also stand before the pages ("2015, 521, 436–444"): each pattern is tried again
    once, after the others.
    """
    found: dict[str, str] = {}
    rest = text
    for name, pattern in (*_TAIL, _TAIL[0]):
        match = pattern.search(rest) if name not in found else None
        if match and match.start() > 0 and rest[: match.start()].strip(" ,;:."):
            found[name] = _dashed(match[1]) if name == "page" else match[1]
            rest = rest[: match.start()].rstrip(" ,;:")
    return rest, found


# --- universities, publishers


def _publisher(text: str, type: str) -> VenueLine | None:
    words = _words(text)
    is_publisher = text.lower() in PUBLISHERS or (bool(words) and words[-1] in PUBLISHER_CUES)
    if is_publisher:
        return VenueLine(publisher=text, type="" if type else "book", guess="a name of a publisher")
    if UNIVERSITY_WORDS & set(words):
        return VenueLine(publisher=text, guess="a name of a university")
    return None


_READERS: Final[tuple[Callable[[str, str], VenueLine | None], ...]] = (
    _thesis,
    _repository,
    _proceedings,
    _newspaper,
    _publisher,
    _journal,
)
