"""Names that a title must keep: those of the groups that the record itself gives (APA 7, 6.17)."""

from __future__ import annotations

import re

from citekit.model.names import Organization
from citekit.model.work import Work
from citekit.text.nodes import Format, Node, RichText, Styled

__all__ = ["shield_groups"]

_MAX_TITLE = 1000
_MAX_NAME = 200
_MAX_NAMES = 20


def shield_groups(title: RichText, work: Work) -> RichText:
    """Shield the names of a work's authors, editors and publishers from changes of case.

    They are proper nouns, and certainly known to be. Only groups of more than one word count, and
    only in titles of up to 1,000 characters.

    >>> work = Work(authors="American Psychological Association")
    >>> shield_groups(RichText("Manual of the American Psychological Association"), work).nodes[1]
    Styled(children=('American Psychological Association',), format=<Format.NO_CASE: 'nocase'>)
    """
    whole = str(title)
    names = [name for name in _groups(work) if name in whole] if len(whole) <= _MAX_TITLE else []
    if not names:
        return title
    alternatives = "|".join(map(re.escape, names))
    pattern = re.compile(rf"(?<!\w)({alternatives})(?!\w)")
    return RichText([shielded for node in title for shielded in _shield(node, pattern)])


def _groups(work: Work) -> tuple[str, ...]:
    """Give the names of the groups that stand behind a work, the longest first."""
    listed = (*work.authors.listed[:_MAX_NAMES], *work.editors.listed[:_MAX_NAMES])
    names = [name.name for name in listed if isinstance(name, Organization)]
    names += str(work.publisher)[: _MAX_NAME * _MAX_NAMES].split("; ")
    fitting = {name for name in names if " " in name and len(name) <= _MAX_NAME}
    return tuple(sorted(fitting, key=lambda name: (-len(name), name)))


def _shield(node: Node, pattern: re.Pattern[str]) -> list[Node]:
    if not isinstance(node, str):
        return [node]
    pieces = pattern.split(node)
    return [Styled([each], Format.NO_CASE) if at % 2 else each for at, each in enumerate(pieces)]
