"""Genres and media that say no more than the type of a work does.

Compiled by hand from what indexes, publishers and reference managers put into a record's genre or
medium where they mean its type. All entries are in lower case and looked up without regard to case.
"""

from typing import Final

__all__ = ["TYPE_NAMES"]

TYPE_NAMES: Final = frozenset(
    """
    article|journal article|research article|research-article|original article|original research
    article-journal|review article|preprint|e-print|eprint|conference paper|conference article
    inproceedings|conference proceedings|proceedings article|proceedings-article|book|book chapter
    chapter|book-chapter|monograph|report|web page|webpage|website|web site|online|web|print
    hardcover|paperback|pdf|html|ebook|e-book|electronic|electronic resource|kindle|text|open access
    newspaper article|magazine article|blog post|posted-content|journal-article|other|working paper
    """.replace("\n", "|").split("|")
)
"""What a description in brackets leaves out: "Journal article"."""
