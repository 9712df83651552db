"""BibTeX and BibLaTeX files: reading and writing whole records."""

from citekit.exports import lazily

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from citekit.exchange.bibtex.format import BibFormat, biblatex, bibtex, safe_keys

__all__ = [
    "BibFormat",
    "biblatex",
    "bibtex",
    "safe_keys",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazily(
        __name__,
        {
            "format": "BibFormat biblatex bibtex safe_keys",
        },
    )
