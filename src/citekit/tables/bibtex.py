"""BibTeX and BibLaTeX: entry types, fields and macros, as rows that are read in both directions.

Sources: *BibTeXing* (Patashnik, 1988), sections 3.1 and 3.2; the biblatex manual (3.18),
sections 2.1 and 2.2; the fields that natbib's styles, arXiv, PubMed and reference managers add.

The order of `FIELDS` is the order in which fields are written.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

Kind = Literal[
    "title",
    "text",
    "number",
    "names",
    "date",
    "pages",
    "edition",
    "list",
    "language",
    "genre",
    "status",
]


class Row(NamedTuple):
    """One field of an entry and the attribute of `Work` that it stands for."""

    bibtex: str
    biblatex: str
    path: str
    kind: Kind
    types: frozenset[str] | None = None
    """The entry types for which the row holds; None means all that no earlier row takes."""

    def name(self, dialect: str) -> str:
        """The field's name in a dialect; "" where the dialect has none."""
        return self.biblatex if dialect == "biblatex" else self.bibtex


def _types(names: str) -> frozenset[str]:
    return frozenset(names.split())


ARTICLES: Final = _types("article periodical suppperiodical review")
THESES: Final = _types("phdthesis mastersthesis thesis bachelorsthesis")
REPORTS: Final = _types("techreport report manual")
PARTS: Final = _types(
    "inproceedings conference incollection inbook inreference bookinbook suppbook suppcollection"
)
BOOKS: Final = _types(
    "book mvbook collection mvcollection proceedings mvproceedings reference mvreference booklet"
)
ONLINE: Final = _types("online electronic www dataset software")

FIELDS: Final = (
    Row("title", "title", "title", "title"),
    Row("author", "author", "authors", "names"),
    Row("editor", "editor", "editors", "names"),
    Row("translator", "translator", "translators", "names"),
    Row("bookauthor", "bookauthor", "container_authors", "names"),
    Row("journal", "journaltitle", "venue.title", "text", ARTICLES),
    Row("booktitle", "booktitle", "venue.title", "text", PARTS),
    Row("howpublished", "organization", "venue.title", "text", ONLINE),
    Row("howpublished", "howpublished", "venue.title", "text"),
    Row("shortjournal", "shortjournal", "venue.title_short", "text", ARTICLES),
    Row("shorttitle", "shorttitle", "title_short", "title"),
    Row("origtitle", "origtitle", "original_title", "text"),
    Row("eventtitle", "eventtitle", "event.title", "text"),
    Row("eventdate", "eventdate", "event.date", "date"),
    Row("venue", "venue", "event.place", "text"),
    Row("year", "date", "issued", "date"),
    Row("series", "series", "collection_title", "text"),
    Row("volume", "volume", "volume", "number"),
    Row("number", "number", "issue", "number", ARTICLES),
    Row("number", "number", "collection_number", "number", PARTS | BOOKS),
    Row("number", "number", "number", "number"),
    Row("issue", "issue", "issue", "number"),
    Row("volumes", "volumes", "number_of_volumes", "number"),
    Row("part", "part", "part_number", "number"),
    Row("chapter", "chapter", "chapter_number", "number"),
    Row("edition", "edition", "edition", "edition"),
    Row("version", "version", "version", "number"),
    Row("pages", "pages", "page", "pages"),
    Row("eid", "eid", "article_number", "number"),
    Row("pagetotal", "pagetotal", "number_of_pages", "number"),
    Row("type", "type", "genre", "genre"),
    Row("school", "institution", "publisher", "text", THESES),
    Row("institution", "institution", "publisher", "text", REPORTS),
    Row("organization", "organization", "publisher", "text", _types("manual")),
    Row("publisher", "publisher", "publisher", "text"),
    Row("address", "location", "publisher_place", "text"),
    Row("origpublisher", "origpublisher", "original_publisher", "text"),
    Row("origlocation", "origlocation", "original_publisher_place", "text"),
    Row("origdate", "origdate", "original_date", "date"),
    Row("pubstate", "pubstate", "status", "status"),
    Row("isbn", "isbn", "isbn", "list"),
    Row("issn", "issn", "issn", "list"),
    Row("eprint", "eprint", "arxiv.value", "number"),
    Row("archiveprefix", "eprinttype", "arxiv.archive", "number"),
    Row("primaryclass", "eprintclass", "arxiv.primary_class", "number"),
    Row("pmid", "pmid", "pmid", "number"),
    Row("pmcid", "pmcid", "pmcid", "number"),
    Row("doi", "doi", "doi", "number"),
    Row("url", "url", "url", "number"),
    Row("urldate", "urldate", "accessed", "date"),
    Row("note", "note", "note", "text"),
    Row("annote", "annotation", "annote", "text"),
    Row("language", "langid", "language", "language"),
    Row("keywords", "keywords", "keywords", "list"),
    Row("abstract", "abstract", "abstract", "text"),
    Row("library", "library", "archive", "text"),
)
"""Every field that stands for something in a `Work`, in the order of writing."""

SUBTITLES: Final = (
    ("title", "subtitle"),
    ("booktitle", "booksubtitle"),
    ("journaltitle", "journalsubtitle"),
    ("journal", "journalsubtitle"),
)
"""BibLaTeX's main titles, and the subtitles that a work keeps in one with them."""

FieldKind = Literal["text", "address", "verbatim", "keys", "names", "word"]
"""What the value of a field is made of.

`text` is LaTeX, decoded when it is read and escaped when it is written. Nothing in an `address` or
a `verbatim` value is LaTeX, and what would break the entry is percent-encoded; spaces, too, in an
address. `keys` are the keys of other entries, parted by commas. `names` are LaTeX that biber takes
apart; a `word` is one that biber or biblatex make part of a command's name or of a pattern.
"""

FIELD_KINDS: Final[Mapping[str, FieldKind]] = MappingProxyType(
    {
        **dict.fromkeys("url urlraw doi eprint biburl".split(), "address"),
        **dict.fromkeys("file pdf ps verba verbb verbc local-url".split(), "verbatim"),
        **dict.fromkeys("crossref xref xdata ids entryset related".split(), "keys"),
        **dict.fromkeys(
            "author editor translator bookauthor afterword annotator commentator editora editorb"
            " editorc foreword holder introduction namea nameb namec shortauthor shorteditor"
            " sortname".split(),
            "names",
        ),
        **dict.fromkeys("entrysubtype presort".split(), "word"),
    }
)
"""The kinds of the fields that are no text; every other field is, whatever it is called.

From the data types of biblatex's data model (`blx-dm.def`, 3.18): `verbatim`, `uri`, `entrykey` and
`name`. That a `word` is one shows when it is not: biber 2.18 dies of a brace in `presort`, LaTeX in
`entrysubtype`. `urlraw` is biber's, `pdf` another name of `file`. The rest are addresses and
paths for the programs that manage libraries, and so are all whose name begins as below.
"""

UNREAD_KINDS: Final = frozenset({"address", "verbatim", "keys"})
"""The kinds whose values are no LaTeX, so that they are kept as they stand."""

MANAGED_FIELDS: Final = "bdsk-"
"""How the names of BibDesk's fields begin: `bdsk-url-1`, `bdsk-file-1`; all are verbatim."""


def field_kind(name: str) -> FieldKind:
    """Say what the value of a field is made of, by its lower-case name.

    >>> field_kind("url"), field_kind("eprintclass"), field_kind("bdsk-file-1")
    ('address', 'text', 'verbatim')
    """
    return "verbatim" if name.startswith(MANAGED_FIELDS) else FIELD_KINDS.get(name, "text")


LIBRARY_FIELDS: Final = _types(
    "file pdf ps biburl bibsource timestamp urlraw owner local-url groups uuid date-added"
    " date-modified creationdate modificationdate"
)
"""Fields that serve the owner's library, and no citation."""

PAGE_NOTES: Final = _types("access topic")
"""What raw records keep in `extra` though it is no citation matter: nothing is lost without it."""

NOT_INHERITED: Final = _types(
    "ids crossref xref xdata entryset entrysubtype execute label options presort related"
    " relatedoptions relatedstring relatedtype shortcut shorthand shorthandintro sortkey"
)
"""Fields that an entry does not take over from another (biblatex manual, appendix B)."""

READ_TYPES: Final = MappingProxyType(
    {
        "article": "article-journal",
        "artwork": "graphic",
        "audio": "song",
        "bachelorsthesis": "thesis",
        "book": "book",
        "bookinbook": "chapter",
        "booklet": "pamphlet",
        "collection": "book",
        "conference": "paper-conference",
        "dataset": "dataset",
        "electronic": "webpage",
        "image": "figure",
        "inbook": "chapter",
        "incollection": "chapter",
        "inproceedings": "paper-conference",
        "inreference": "entry-encyclopedia",
        "jurisdiction": "legal_case",
        "legislation": "legislation",
        "letter": "personal_communication",
        "manual": "report",
        "mastersthesis": "thesis",
        "misc": "document",
        "movie": "motion_picture",
        "music": "song",
        "mvbook": "book",
        "mvcollection": "book",
        "mvproceedings": "book",
        "mvreference": "book",
        "online": "webpage",
        "patent": "patent",
        "performance": "performance",
        "periodical": "periodical",
        "phdthesis": "thesis",
        "proceedings": "book",
        "reference": "book",
        "report": "report",
        "review": "review",
        "software": "software",
        "standard": "standard",
        "suppbook": "chapter",
        "suppcollection": "chapter",
        "suppperiodical": "article-journal",
        "techreport": "report",
        "thesis": "thesis",
        "unpublished": "manuscript",
        "video": "motion_picture",
        "www": "webpage",
    }
)
"""Entry type to type of work."""

WRITE_TYPES: Final = MappingProxyType(
    {
        "article-journal": ("article", "article"),
        "article-magazine": ("article", "article"),
        "article-newspaper": ("article", "article"),
        "review": ("article", "review"),
        "review-book": ("article", "review"),
        "book": ("book", "book"),
        "chapter": ("incollection", "incollection"),
        "dataset": ("misc", "dataset"),
        "entry": ("incollection", "inreference"),
        "entry-dictionary": ("incollection", "inreference"),
        "entry-encyclopedia": ("incollection", "inreference"),
        "figure": ("misc", "image"),
        "graphic": ("misc", "artwork"),
        "legal_case": ("misc", "jurisdiction"),
        "legislation": ("misc", "legislation"),
        "manuscript": ("unpublished", "unpublished"),
        "motion_picture": ("misc", "movie"),
        "pamphlet": ("booklet", "booklet"),
        "paper-conference": ("inproceedings", "inproceedings"),
        "patent": ("misc", "patent"),
        "performance": ("misc", "performance"),
        "periodical": ("misc", "periodical"),
        "personal_communication": ("misc", "letter"),
        "post": ("misc", "online"),
        "post-weblog": ("misc", "online"),
        "preprint": ("misc", "online"),
        "report": ("techreport", "report"),
        "software": ("misc", "software"),
        "song": ("misc", "music"),
        "speech": ("misc", "unpublished"),
        "standard": ("misc", "standard"),
        "thesis": ("phdthesis", "thesis"),
        "webpage": ("misc", "online"),
    }
)
"""Type of work to entry type, in BibTeX and in BibLaTeX; other types are `misc`."""

GENRES: Final = MappingProxyType(
    {
        "phdthesis": "PhD thesis",
        "mathesis": "Master's thesis",
        "bathesis": "Bachelor's thesis",
        "candthesis": "Candidate thesis",
        "techreport": "Technical report",
        "resreport": "Research report",
        "mastersthesis": "Master's thesis",
        "bachelorsthesis": "Bachelor's thesis",
    }
)
"""BibLaTeX's localisation keys of the `type` field, and what they print in English."""

STATUSES: Final = MappingProxyType(
    {
        "inpreparation": "in preparation",
        "submitted": "submitted",
        "forthcoming": "forthcoming",
        "inpress": "in press",
        "prepublished": "prepublished",
    }
)
"""BibLaTeX's localisation keys of the `pubstate` field, and what they print in English."""

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The macros that every BibTeX style defines."""

MONTH_NAMES: Final = (
    "January February March April May June July August September October November December"
).split()

SEASONS: Final = ("Spring", "Summer", "Autumn", "Winter")
"""Season 1 to 4, as the `month` field prints it."""

LANGUAGES: Final = MappingProxyType(
    {
        "en": "english",
        "en-US": "american",
        "en-GB": "british",
        "en-CA": "canadian",
        "en-AU": "australian",
        "de": "german",
        "de-AT": "austrian",
        "fr": "french",
        "es": "spanish",
        "it": "italian",
        "pt": "portuguese",
        "pt-BR": "brazilian",
        "nl": "dutch",
        "da": "danish",
        "sv": "swedish",
        "nb": "norwegian",
        "nn": "nynorsk",
        "fi": "finnish",
        "is": "icelandic",
        "pl": "polish",
        "cs": "czech",
        "sk": "slovak",
        "sl": "slovene",
        "hr": "croatian",
        "sr": "serbian",
        "hu": "hungarian",
        "ro": "romanian",
        "bg": "bulgarian",
        "ru": "russian",
        "uk": "ukrainian",
        "el": "greek",
        "tr": "turkish",
        "he": "hebrew",
        "ar": "arabic",
        "fa": "persian",
        "hi": "hindi",
        "zh": "chinese",
        "ja": "japanese",
        "ko": "korean",
        "la": "latin",
        "ca": "catalan",
        "eu": "basque",
        "gl": "galician",
        "et": "estonian",
        "lv": "latvian",
        "lt": "lithuanian",
        "vi": "vietnamese",
        "id": "indonesian",
    }
)
"""BCP 47 tags and babel's names of the languages."""

LANGUAGE_SYNONYMS: Final = MappingProxyType(
    {
        "ngerman": "de",
        "naustrian": "de-AT",
        "usenglish": "en-US",
        "ukenglish": "en-GB",
        "french": "fr",
        "francais": "fr",
        "portuges": "pt",
        "brazil": "pt-BR",
        "norsk": "nb",
        "magyar": "hu",
        "slovenian": "sl",
        "eng": "en",
    }
)
"""Other names under which the languages go."""

RENAMED_ON_INHERITING: Final = MappingProxyType(
    {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
)
"""What a part takes over from the whole that it is in (biblatex manual, appendix B)."""
