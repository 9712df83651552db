"""The title element: title, what identifies it, what describes it (APA 7, 9.18 to 9.22)."""

from __future__ import annotations

import functools
import re
from types import MappingProxyType

from citekit.model.work import Work
from citekit.styles.apa.kinds import Kind, is_unpublished
from citekit.styles.apa.lead import Lead, helpers
from citekit.styles.apa.names import running_list
from citekit.styles.apa.numbers import edition, is_bare, label_number, labelled, version
from citekit.styles.apa.shield import shield_groups
from citekit.tables.genres import TYPE_NAMES
from citekit.text.case import SentenceCased, to_sentence_case
from citekit.text.compose import (
    bracketed,
    capitalized,
    clauses,
    italic,
    join,
    parenthesized,
    shallow,
    text,
)
from citekit.text.directions import balanced
from citekit.text.nodes import EMPTY, RichText

__all__ = [
    "book_title",
    "cased",
    "described",
    "genre_is_label",
    "identified",
    "is_noise",
    "is_published_thesis",
    "title_element",
    "volume_label",
    "worded_title",
]

_DOCTORAL = re.compile(r"(?:ph\.?\s*d\.?|dphil|doctor(?:al|ate)?)[\s-]*(?:thesis|dissertation)?\Z")
_MASTER = re.compile(
    r"(?:master(?:['’]?s)?|m\.?\s*sc\.?|m\.?\s*a\.?)[\s-]*(?:thesis|dissertation)\Z"
)
_THESES = MappingProxyType(
    {"phdthesis": "Doctoral dissertation", "mastersthesis": "Master's thesis"}
)
_LABELLED_BY_GENRE = frozenset("report preprint standard article document".split())


def is_noise(value: RichText) -> bool:
    """Say whether a genre or medium only repeats the type of the work: "Journal article"."""
    return str(value).strip(" .").casefold() in TYPE_NAMES


_sentence_case = functools.lru_cache(maxsize=16)(to_sentence_case)
"""Entry, diagnostics and citations of a work all ask for its title."""


def worded_title(work: Work) -> SentenceCased:
    """Give the title in sentence case (APA 7, section 6.17), and what was guessed for it.

    The names of groups that the record itself gives are proper nouns, and keep their capitals.
    """
    return _sentence_case(
        shield_groups(shallow(work.title), work),
        already=work.title_case == "sentence",
        language=work.language or "en",
    )


def cased(value: RichText, language: str, *, already: bool = False) -> RichText:
    """Put a title that belongs to a work in sentence case; no language is English."""
    return _sentence_case(shallow(value), already=already, language=language or "en").text


def volume_label(work: Work, word: str = "Vol.") -> str:
    """Name the volume of a book, or all its volumes (APA 7, examples 30 and 45)."""
    if work.volume:
        plural = "Vols." if word == "Vol." else word
        return labelled(work.volume, word, plural) if _is_number(work.volume) else work.volume
    count = work.number_of_volumes
    return f"Vols. 1–{count}" if count.isdecimal() and count.lstrip("0") not in ("", "1") else ""


def _is_number(value: str) -> bool:
    """Whether a volume is a number ("3", "IX", "9i") and no phrase of its own."""
    return " " not in value.strip() or is_bare(value.replace(" ", ""))


def book_title(title: RichText, work: Work) -> RichText:
    """Join the titles of a book and its volume: "*Title: Vol. 1. Volume title*" (ex. 30)."""
    if not work.volume_title:
        return italic(title)
    volume = cased(work.volume_title, work.language)
    label = volume_label(work)
    named = f"{label}. " + volume if label else volume
    return italic(title + ": " + named)


def _serial_label(work: Work, kind: Kind) -> str:
    """Name the number of a report, a standard, a patent (APA 7, section 9.19)."""
    label = kind.number
    if kind.name in _LABELLED_BY_GENRE and work.genre:
        label = f"{str(work.genre)[:1].upper()}{str(work.genre)[1:]}"
    if kind.name == "patent":
        label = _office(work) + label
    if label and not label.endswith("No."):
        label += " No."
    return label_number(work.number, label)


def _office(work: Work) -> str:
    """Give the adjective of a patent's country: "U.S. Patent No."; "" where it is not known."""
    place = str(work.jurisdiction).strip()
    if place.lower() in ("us", "u.s.", "usa", "united states", "united states of america"):
        return "U.S. "
    return f"{place} " if place else ""


def genre_is_label(work: Work, kind: Kind) -> bool:
    """Say whether the genre stands with the number, so that it describes nothing more."""
    return kind.name in _LABELLED_BY_GENRE and is_bare(work.number)


def _episode(work: Work) -> str:
    number = work.number or work.issue
    parts = [label_number(work.volume, "Season"), label_number(number, "Episode")]
    return ", ".join(filter(None, parts))


def _arxiv(work: Work) -> str:
    if work.arxiv is None or work.type not in ("preprint", "article", "manuscript"):
        return ""
    return f"arXiv:{work.arxiv.value}"


def identified(work: Work, kind: Kind) -> str:
    """List what tells this version of a work from others: edition, volume, number, version."""
    if kind.name.startswith("broadcast"):
        return _episode(work)
    if kind.source == "periodical":
        return ""
    volume = "" if work.volume_title else volume_label(work, kind.volume)
    stands_alone = kind.source != "container"
    parts = [edition(work.edition) if stands_alone else "", volume if stands_alone else ""]
    parts += [
        _serial_label(work, kind) if stands_alone else "",
        version(work.version),
        _arxiv(work),
    ]
    return ", ".join(filter(None, parts))


def _thesis(work: Work, *, published: bool) -> RichText:
    genre = str(work.genre).strip()
    lowered = genre.casefold()
    name = _THESES.get(lowered, genre or "Thesis")
    if _DOCTORAL.match(lowered) and not lowered.startswith("doctoral"):
        name = "Doctoral dissertation"
    elif _MASTER.match(lowered):
        name = "Master's thesis"
    if not published:
        return text(f"Unpublished {name[:1].lower()}{name[1:]}")
    return join([name, work.publisher], ", ")


def is_published_thesis(work: Work) -> bool:
    """Say whether a thesis can be got at in an archive or at an address (APA 7, section 10.6)."""
    return bool(work.archive or work.venue or work.url or work.doi)


def _manuscript(work: Work) -> str:
    said = f"{work.status} {getattr(work.issued, 'text', '')} {work.genre}".casefold()
    if "preparation" in said:
        return "Manuscript in preparation"
    if is_unpublished(work):
        return "Manuscript submitted for publication"
    return ""


def _reviewed(work: Work) -> RichText:
    """Word what is reviewed: "[Review of the book *Title*, by A. Author]" (APA 7, section 10.7)."""
    if not work.reviewed_title:
        return EMPTY
    default = "book" if work.type == "review-book" else ""
    genre = str(work.reviewed_genre) or default
    lead = f"Review of the {genre}" if genre else "Review of"
    title = clauses(lead, italic(cased(work.reviewed_title, work.language)))
    if not work.reviewed_authors:
        return title
    return title + f", by {running_list(work.reviewed_authors)}"


def described(work: Work, kind: Kind) -> RichText:
    """Word what stands in brackets after the title (APA 7, section 9.21); empty for nothing."""
    if kind.name == "thesis":
        return _thesis(work, published=is_published_thesis(work))
    review = _reviewed(work)
    if review:
        return review
    if kind.name == "manuscript" and _manuscript(work):
        return text(_manuscript(work))
    if kind.name.startswith("interview") and work.interviewers and work.authors:
        return text(f"Interview by {running_list(work.interviewers)}")
    genre = EMPTY if genre_is_label(work, kind) or is_noise(work.genre) else work.genre
    medium = EMPTY if is_noise(work.medium) else work.medium
    return capitalized(shallow(join([genre, medium], "; ")) or text(kind.description))


def _shortened_post(value: RichText, limit: int = 20) -> RichText:
    """Keep the first 20 words of a post (APA 7, section 10.15)."""
    words = str(value).split()
    return value if len(words) <= limit else text(balanced(" ".join(words[:limit])))


def title_element(work: Work, kind: Kind, lead: Lead | None) -> RichText:
    """Put the title element together: title, (identification), [description].

    A work without a title shows its description in its place (APA 7, section 9.22).
    """
    shown = worded_title(work).text
    if kind.name == "post":
        shown = _shortened_post(shallow(work.title))
    title = book_title(shown, work) if kind.italic and shown else shown
    taken = lead.roles if lead is not None else ()
    others = helpers(work, tuple(role for role in kind.helpers if role not in taken))
    inner = "; ".join(filter(None, [others, identified(work, kind)]))
    translated = bracketed(cased(work.translated_title, "en"))
    return clauses(title, translated, parenthesized(inner), bracketed(described(work, kind)))
