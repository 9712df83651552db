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

from citekit.api import (
    Result,
    bibliography,
    cite,
    csl,
    dump,
    dumps,
    explain,
    format,
    formatter,
    key,
    keys,
    load,
    loads,
    markup,
    render,
    styles,
    with_ids,
)
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
from citekit.model.citation import Citation, Cite
from citekit.model.dates import DateLiteral, DateRange, PartialDate
from citekit.model.identifiers import DOI, ISBN, ISSN, ORCID, PMCID, PMID, URL, ArXiv
from citekit.model.names import AuthorList, Organization, Person
from citekit.model.venue import Event, Venue
from citekit.model.work import Relation, Work
from citekit.registry import register
from citekit.styles.explanation import Explanation, Span
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
    "key",
    "keys",
    "load",
    "loads",
    "markup",
    "register",
    "render",
    "styles",
    "with_ids",
]
