"""citekit turns what is known about a work into citations that are right.

>>> import citekit
>>> work = citekit.Work(
...     type="preprint",
...     title="LLaMA: Open and Efficient Foundation Language Models",
...     authors="Hugo Touvron, Thibaut Lavril, et al.",
...     issued="2023-02-27",
...     arxiv="2302.13971",
... )
>>> citekit.key(work)
'touvron2023llama'
>>> citekit.cite(work, "apa", narrative=True)
'Touvron et al. (2023)'
"""

import sys as _sys
from importlib import import_module as _import_module
from types import MappingProxyType as _MappingProxyType

# In a process that is the command, this is the first module: Ctrl-C is looked after before the
# rest is imported. While Python looks for the module to run, "-m" stands for its path.
_program = (getattr(_sys, "argv", None) or [""])[0]
if _program.endswith(("/citekit", "\\citekit.exe")) or (
    _program == "-m" and "citekit" in _sys.orig_argv
):
    _import_module("citekit.interrupt").end_when_interrupted()

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from citekit.api.files import dump, dumps, iload, load, loads
    from citekit.api.formatters import csl, formatter
    from citekit.api.formatting import Result, bibliography, cite, format, render
    from citekit.api.inspection import explain, styles
    from citekit.document import Document
    from citekit.errors import (
        AuthorListError,
        CitekitError,
        DateError,
        Diagnostic,
        DuplicateIdError,
        IdentifierError,
        InvalidNameError,
        InvalidValueError,
        OptionError,
        PatternError,
        ReadError,
        StyleError,
        UnknownNameError,
    )
    from citekit.exchange.base import Dumped, FailedRecord, Loaded
    from citekit.keys.generator import key, keys, with_ids
    from citekit.model.citation import Citation, Cite
    from citekit.model.dates import DateLiteral, DateRange, PartialDate
    from citekit.model.identifiers import DOI, ISBN, ISSN, ORCID, PMCID, PMID, URL, ArXiv
    from citekit.model.names import AuthorList, Organization, Person
    from citekit.model.venue import Event, Venue
    from citekit.model.work import Relation, Work
    from citekit.registry import register
    from citekit.speed.collector import paused_gc
    from citekit.styles.explanation import Explanation, Span
    from citekit.text.markup import markup
    from citekit.text.nodes import RichText

__version__ = "0.1.0"

__all__ = [
    "DOI",
    "ISBN",
    "ISSN",
    "ORCID",
    "PMCID",
    "PMID",
    "URL",
    "ArXiv",
    "AuthorList",
    "AuthorListError",
    "Citation",
    "Cite",
    "CitekitError",
    "DateError",
    "DateLiteral",
    "DateRange",
    "Diagnostic",
    "Document",
    "Dumped",
    "DuplicateIdError",
    "Event",
    "Explanation",
    "FailedRecord",
    "IdentifierError",
    "InvalidNameError",
    "InvalidValueError",
    "Loaded",
    "OptionError",
    "Organization",
    "PartialDate",
    "PatternError",
    "Person",
    "ReadError",
    "Relation",
    "Result",
    "RichText",
    "Span",
    "StyleError",
    "UnknownNameError",
    "Venue",
    "Work",
    "__version__",
    "bibliography",
    "cite",
    "csl",
    "dump",
    "dumps",
    "explain",
    "format",
    "formatter",
    "iload",
    "key",
    "keys",
    "load",
    "loads",
    "markup",
    "paused_gc",
    "register",
    "render",
    "styles",
    "with_ids",
]

_NAMES_BY_MODULE = _MappingProxyType(
    {
        "api.files": "dump dumps iload load loads",
        "api.formatters": "csl formatter",
        "api.formatting": "Result bibliography cite format render",
        "api.inspection": "explain",
        "speed.collector": "paused_gc",
        "document": "Document",
        "errors": (
            "AuthorListError CitekitError DateError Diagnostic DuplicateIdError "
            "IdentifierError InvalidNameError InvalidValueError OptionError PatternError "
            "ReadError StyleError UnknownNameError"
        ),
        "exchange.base": "Dumped FailedRecord Loaded",
        "keys.generator": "key with_ids",
        "model.citation": "Citation Cite",
        "model.dates": "DateLiteral DateRange PartialDate",
        "model.identifiers": "DOI ISBN ISSN ORCID PMCID PMID URL ArXiv",
        "model.names": "AuthorList Organization Person",
        "model.venue": "Event Venue",
        "model.work": "Relation Work",
        "registry": "register",
        "styles.explanation": "Explanation Span",
        "text.markup": "markup",
        "text.nodes": "RichText",
    }
)
_MODULES = (
    "api",
    "document",
    "errors",
    "exchange",
    "model",
    "parsing",
    "registry",
    "tables",
    "text",
)

if not TYPE_CHECKING:  # else a type checker would take any name for one that is there

    def __getattr__(name: str) -> object:
        """Load what a name stands for when it is first asked for (PEP 562)."""
        if name in _MODULES:
            return _import_module(f"citekit.{name}")
        for module, names in _NAMES_BY_MODULE.items():
            if name in names.split():
                found = getattr(_import_module(f"citekit.{module}"), name)
                globals()[name] = found
                return found
        raise AttributeError(f"module 'citekit' has no attribute {name!r}")

    # These two are packages and verbs at once (see `citekit.exports`), so they are here from the
    # start: what a name means does not hang on what was imported before.
    for _name in ("keys", "styles"):
        _import_module(f"citekit.{_name}")


def __dir__() -> list[str]:
    own = [name for name in globals() if name.startswith("__")]
    return sorted({*own, *__all__, *_MODULES})
