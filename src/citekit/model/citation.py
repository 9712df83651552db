"""Citing: a `Cite` points at one work, a `Citation` is a cluster of cites.

The words are CSL 1.0.2's ("Citations", "Locators", "Positions"); a narrative cite names the
author in the running text ("Touvron et al. (2023)").
"""

from __future__ import annotations

from typing import Any, Literal, cast, get_args

from attrs import field, frozen

from citekit.errors import InvalidValueError, did_you_mean
from citekit.model.values import as_line, as_number, as_text, check_row, check_type, of, short_repr
from citekit.speed.records import shared_methods
from citekit.text.nodes import EMPTY, RichText

__all__ = ["Citation", "Cite", "LocatorLabel", "to_citation", "to_cite"]

LocatorLabel = Literal[
    "act",
    "appendix",
    "article-locator",
    "book",
    "canon",
    "chapter",
    "column",
    "elocation",
    "equation",
    "figure",
    "folio",
    "issue",
    "line",
    "note",
    "opus",
    "page",
    "paragraph",
    "part",
    "rule",
    "scene",
    "section",
    "sub-verbo",
    "supplement",
    "table",
    "timestamp",
    "title-locator",
    "verse",
    "version",
    "volume",
]
"""CSL 1.0.2, appendix IV, "Locators"."""


def _to_label(value: LocatorLabel | str) -> LocatorLabel:
    labels = get_args(LocatorLabel)
    check_type(value, str, "a label of locators")
    name = {"sub verbo": "sub-verbo", "article": "article-locator"}.get(value, value)
    if name not in labels:
        hint = did_you_mean(value, labels) or "one of " + ", ".join(labels)
        raise InvalidValueError("unknown locator label", field="label", value=value, hint=hint)
    return cast(LocatorLabel, name)


def _to_id(value: Any) -> str:
    """Take an id, a number used as one, or anything that has an `id`, such as a work."""
    found = getattr(value, "id", value)
    if found is None:
        raise InvalidValueError("the work has no id to cite it by", field="id", hint="give it one")
    line = as_number(found)
    if not line:
        raise InvalidValueError("an empty id", field="id")
    return line


@frozen
@shared_methods
class Cite:
    """A pointer at one work.

    Args:
        id: The id of the work, or the work itself.
        locator: Where in the work: "12", "33–35".
        label: What the locator counts; "page" unless told otherwise.
        prefix: Text before ("see"), literal or rich.
        suffix: Text after.
        suppress_author: Leave the author out, because the sentence has named them.
        author_only: Give the author alone.
        narrative: Name the author in the sentence, the rest in parentheses.

    >>> Cite("touvron2023llama", locator=12)
    Cite(id='touvron2023llama', locator='12')
    """

    id: str = field(converter=_to_id)
    locator: str = field(default="", converter=as_number, kw_only=True)
    label: LocatorLabel = field(default="page", converter=_to_label, kw_only=True)
    prefix: RichText = field(default=EMPTY, converter=as_text, kw_only=True)
    suffix: RichText = field(default=EMPTY, converter=as_text, kw_only=True)
    suppress_author: bool = field(default=False, validator=of(bool), kw_only=True)
    author_only: bool = field(default=False, validator=of(bool), kw_only=True)
    narrative: bool = field(default=False, validator=of(bool), kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.suppress_author + self.author_only + self.narrative > 1:
            raise InvalidValueError(
                "a cite is suppress_author, author_only or narrative, not two of them",
                field="narrative",
            )

    def __repr__(self) -> str:
        return short_repr(self)


def to_cite(value: Any) -> Cite:
    """Convert an id, a work or a `Cite`."""
    return value if isinstance(value, Cite) else Cite(value)


def _to_cites(value: Any) -> tuple[Cite, ...]:
    if isinstance(value, (str, Cite)) or hasattr(value, "id"):
        return (to_cite(value),)
    check_row(value, "cites, or the ids of works")
    return tuple(to_cite(each) for each in value)


@frozen
@shared_methods
class Citation:
    """A cluster of cites that stand together at one place of a document.

    Args:
        cites: The cites in order; ids and works are converted.
        note_number: The number of the footnote, in a style with notes.
        id: A name for the citation, stable while the document is edited.

    >>> Citation(["touvron2023llama", "hu2022lora"]).cites[1]
    Cite(id='hu2022lora')
    """

    cites: tuple[Cite, ...] = field(converter=_to_cites)
    note_number: int | None = field(default=None, validator=of(int, optional=True), kw_only=True)
    id: str = field(default="", converter=as_line, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not self.cites:
            raise InvalidValueError("a citation without a cite", field="cites")


def to_citation(value: Any) -> Citation:
    """Convert a cite, an id, a work, or several of them, into a citation."""
    return value if isinstance(value, Citation) else Citation(value)
