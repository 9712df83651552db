"""The types that a work can have.

The names are those of CSL 1.0.2, appendix III ("Types"). `preprint` is citekit's one addition:
CSL files preprints under `article`, where other uncontained articles stand too, so a style that
must tell the two apart could not. CSL output says `article` for it.
"""

from types import MappingProxyType

CSL_TYPES = frozenset(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic"
    " collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic"
    " hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet"
    " paper-conference patent performance periodical personal_communication post post-weblog"
    " regulation report review review-book software song speech standard thesis treaty"
    " webpage".split()
)
"""The 45 types of CSL 1.0.2."""

TYPES = CSL_TYPES | {"preprint"}
"""What `Work.type` may be."""

CSL_TYPE = MappingProxyType({"preprint": "article"})
"""citekit's own types, and the CSL type that stands for each."""

VENUE_KIND_OF_TYPE = MappingProxyType(
    {
        "article-journal": "journal",
        "review": "journal",
        "review-book": "journal",
        "article-magazine": "magazine",
        "article-newspaper": "newspaper",
        "paper-conference": "proceedings",
        "chapter": "book",
        "entry": "encyclopedia",
        "entry-encyclopedia": "encyclopedia",
        "entry-dictionary": "dictionary",
        "preprint": "repository",
        "dataset": "repository",
        "software": "repository",
        "webpage": "site",
        "post": "site",
        "post-weblog": "site",
    }
)
"""The kind of venue that a type of work implies where the record names none."""
