"""Identifiers: normalised, compared by value, each with its canonical link.

How each is read and checked, and the source of each rule, is in the modules of
`citekit.parsing.identifiers`. The rules of a kind are loaded with the first of that kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from attrs import field, frozen

from citekit.errors import IdentifierError
from citekit.model.values import as_line, as_number, check_row
from citekit.speed.records import shared_methods

__all__ = [
    "DOI",
    "ISBN",
    "ISSN",
    "ORCID",
    "PMCID",
    "PMID",
    "URL",
    "ArXiv",
    "several",
    "single",
]


def _read(value: Any, normalise: Callable[[str], str]) -> str:
    """Normalise text, an identifier, or a number that is one."""
    if isinstance(value, _Identifier):
        value = value.value
    if isinstance(value, int) and not isinstance(value, bool):
        value = as_number(value)
    if not isinstance(value, str):
        raise IdentifierError("an identifier is text", value=value)
    return normalise(value)


@frozen
@shared_methods
class _Identifier:
    """What all identifiers share: one canonical text."""

    value: str

    def __str__(self) -> str:
        return self.value

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.value!r})"


def _normalise_doi(value: Any) -> str:
    from citekit.parsing.identifiers.doi import normalise_doi

    return _read(value, normalise_doi)


def _normalise_isbn(value: Any) -> str:
    from citekit.parsing.identifiers.check_digits import normalise_isbn

    return _read(value, normalise_isbn)


def _isbn_as_written(value: Any) -> str:
    from citekit.parsing.identifiers.check_digits import isbn_as_written

    return _read(value, isbn_as_written)


def _normalise_issn(value: Any) -> str:
    from citekit.parsing.identifiers.check_digits import normalise_issn

    return _read(value, normalise_issn)


def _normalise_pmid(value: Any) -> str:
    from citekit.parsing.identifiers.pubmed import normalise_pmid

    return _read(value, normalise_pmid)


def _normalise_pmcid(value: Any) -> str:
    from citekit.parsing.identifiers.pubmed import normalise_pmcid

    return _read(value, normalise_pmcid)


def _normalise_orcid(value: Any) -> str:
    from citekit.parsing.identifiers.check_digits import normalise_orcid

    return _read(value, normalise_orcid)


def _normalise_url(value: Any) -> str:
    from citekit.parsing.identifiers.urls import normalise_url

    return _read(value, normalise_url)


def _doi_key(doi: str) -> str:
    from citekit.parsing.identifiers.doi import doi_key

    return doi_key(doi)


@frozen(repr=False, eq=False)
class DOI(_Identifier):
    """A Digital Object Identifier; capitals are kept and do not matter in comparing.

    Raises:
        IdentifierError: The text is no DOI.

    >>> DOI("https://doi.org/10.1000/ABC") == DOI("doi:10.1000/abc")
    True
    >>> DOI("10.1000/ABC").link
    'https://doi.org/10.1000/ABC'
    """

    value: str = field(converter=_normalise_doi, eq=_doi_key)

    @property
    def link(self) -> str:
        """The address at doi.org."""
        from citekit.parsing.identifiers.doi import doi_link

        return doi_link(self.value)


@frozen(init=False, repr=False)
@shared_methods
class ArXiv:
    """An arXiv identifier, with its version and primary class where they are stated.

    Args:
        value: Any form: "2302.13971", "arXiv:2302.13971v1 [cs.CL]", an address at arxiv.org.
        primary_class: The subject class, where it stands apart.

    Raises:
        IdentifierError: The text is no arXiv identifier.

    >>> paper = ArXiv("arXiv:2302.13971v1 [cs.CL]")
    >>> paper.id, paper.version, paper.primary_class, paper.link
    ('2302.13971', 1, 'cs.CL', 'https://arxiv.org/abs/2302.13971v1')
    """

    id: str
    version: int | None
    primary_class: str

    def __init__(self, value: Any, primary_class: str = "") -> None:
        from citekit.parsing.identifiers.arxiv import ArxivParts, parse_arxiv

        if isinstance(value, ArXiv):
            found = ArxivParts(value.id, value.version, value.primary_class)
        elif isinstance(value, str):
            found = parse_arxiv(value)
        else:
            raise IdentifierError("an identifier is text", value=value)
        self.__attrs_init__(  # made by attrs  # pyright: ignore[reportAttributeAccessIssue]
            found.id, found.version, as_line(primary_class) or found.primary_class
        )

    @property
    def value(self) -> str:
        """The identifier with its version, if it has one: "2302.13971v1"."""
        return self.id if self.version is None else f"{self.id}v{self.version}"

    @property
    def link(self) -> str:
        """The address of the abstract."""
        from citekit.parsing.identifiers.arxiv import arxiv_link

        return arxiv_link(self.value)

    def __str__(self) -> str:
        return self.value

    def __repr__(self) -> str:
        shown = f" [{self.primary_class}]" if self.primary_class else ""
        return f"ArXiv({self.value + shown!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return (ArXiv, (self.value, self.primary_class))


@frozen(init=False, repr=False, eq=False)
class ISBN(_Identifier):
    """An International Standard Book Number, its check digit verified; kept as 13 digits.

    How it was written is kept beside them, for citation styles to print; it does not matter in
    comparing.

    >>> ISBN("0-262-51087-1") == ISBN("978-0-262-51087-5")
    True
    >>> ISBN("ISBN 0-262-51087-1").written
    '0-262-51087-1'
    """

    value: str
    written: str = field(eq=False)

    def __init__(self, value: Any) -> None:
        digits = _normalise_isbn(value)
        written = value.written if isinstance(value, ISBN) else _isbn_as_written(value)
        self.__attrs_init__(digits, written)  # pyright: ignore[reportAttributeAccessIssue]

    @property
    def hyphenated(self) -> str:
        """The number with hyphens between its parts, by ISO 2108: "978-0-262-51087-5"."""
        from citekit.parsing.identifiers.check_digits import hyphenate_isbn

        return hyphenate_isbn(self.value)

    @property
    def link(self) -> str:
        """The URN: an ISBN has no address of its own."""
        from citekit.parsing.identifiers.check_digits import isbn_urn

        return isbn_urn(self.value)


@frozen(repr=False, eq=False)
class ISSN(_Identifier):
    """An International Standard Serial Number, its check digit verified.

    >>> ISSN("00280836").value
    '0028-0836'
    """

    value: str = field(converter=_normalise_issn)

    @property
    def link(self) -> str:
        """The address at the ISSN portal."""
        from citekit.parsing.identifiers.check_digits import issn_link

        return issn_link(self.value)


@frozen(repr=False, eq=False)
class PMID(_Identifier):
    """A PubMed identifier."""

    value: str = field(converter=_normalise_pmid)

    @property
    def link(self) -> str:
        """The address at PubMed."""
        from citekit.parsing.identifiers.pubmed import pmid_link

        return pmid_link(self.value)


@frozen(repr=False, eq=False)
class PMCID(_Identifier):
    """A PubMed Central identifier."""

    value: str = field(converter=_normalise_pmcid)

    @property
    def link(self) -> str:
        """The address at PubMed Central."""
        from citekit.parsing.identifiers.pubmed import pmcid_link

        return pmcid_link(self.value)


@frozen(repr=False, eq=False)
class ORCID(_Identifier):
    """An ORCID iD, its check digit verified."""

    value: str = field(converter=_normalise_orcid)

    @property
    def link(self) -> str:
        """The address at orcid.org."""
        from citekit.parsing.identifiers.check_digits import orcid_link

        return orcid_link(self.value)


@frozen(repr=False, eq=False)
class URL(_Identifier):
    """An address, `http` or `https`; what is unsafe in it is percent-encoded.

    >>> URL("https://example.org/a b").value
    'https://example.org/a%20b'
    """

    value: str = field(converter=_normalise_url)

    @property
    def link(self) -> str:
        """The address itself."""
        return self.value


T = TypeVar("T")


def single(kind: Callable[[Any], T]) -> Callable[[Any], T | None]:
    """Make a converter for a field that holds one identifier; None and "" are none."""

    def convert(value: Any) -> T | None:
        return None if value is None or value == "" else kind(value)

    return convert


def several(kind: Callable[[Any], T]) -> Callable[[Any], tuple[T, ...]]:
    """Make a converter for a field that holds identifiers: one, several, or text with commas."""
    convert = single(kind)

    def convert_all(value: Any) -> tuple[T, ...]:
        if isinstance(value, str):
            value = value.replace(";", ",").split(",")
        elif not isinstance(value, Iterable):
            value = (value,)
        check_row(value, "identifiers")
        found = (convert(each.strip() if isinstance(each, str) else each) for each in value)
        return tuple(dict.fromkeys(each for each in found if each is not None))

    return convert_all
