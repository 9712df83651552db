"""Names that repeat those of the entry before (CSL 1.0.2, "Reference Grouping")."""

from __future__ import annotations

from citekit.styles.csl.compile.scope import AuthorSubstitute, NamesTrace
from citekit.styles.csl.elements import Bibliography
from citekit.styles.csl.item import ItemName

__all__ = ["substitute_for"]


def substitute_for(
    options: Bibliography, previous: NamesTrace | None, own: NamesTrace | None
) -> AuthorSubstitute | None:
    """Say what replaces the names of an entry, None where nothing does.

    Args:
        options: The options of cs:bibliography.
        previous: The first names of the entry before.
        own: The first names of this entry.
    """
    text = options.subsequent_author_substitute
    if text is None or previous is None or own is None or not own.texts:
        return None
    rule = options.subsequent_author_substitute_rule
    complete = own.text == previous.text and _people(own) == _people(previous)
    if rule == "complete-all":
        return AuthorSubstitute(text, whole=True) if complete else None
    if rule == "complete-each":
        return AuthorSubstitute(text, count=len(own.texts)) if complete else None
    count = 0
    for mine, theirs in zip(_shown(own), _shown(previous), strict=False):
        if mine != theirs:
            break
        count += 1
    if rule == "partial-first":
        count = min(count, 1)
    return AuthorSubstitute(text, count=count) if count else None


def _shown(trace: NamesTrace) -> list[tuple[str, str]]:
    """Give the names shown, each with all its letters."""
    people = _people(trace)
    return list(zip(trace.texts, people, strict=False))


def _people(trace: NamesTrace) -> tuple[str, ...]:
    """Give who is shown: two people of whom both are "J. Doe" are not one and the same."""
    if not trace.names:
        return trace.texts
    return tuple(map(_whole, trace.names[: trace.shown]))


def _whole(name: ItemName) -> str:
    particles = name.dropping_particle + name.non_dropping_particle
    return name.literal + particles + name.family + name.given + name.suffix
