"""Names that repeat those of the entry before (CSL 1.0.2, "Reference Grouping")."""

from __future__ import annotations

from citekit.styles.csl.compile.scope import AuthorSubstitute, NamesTrace
from citekit.styles.csl.item.variables import ItemName
from citekit.styles.csl.style.elements import Bibliography

__all__ = ["substitute_for"]


def substitute_for(
    options: Bibliography, previous: NamesTrace | None, own: NamesTrace | None
) -> AuthorSubstitute | None:
    """Say what replaces the names of an entry, None where nothing does.

    Names repeat where they are the same people, not where they only look alike: "Doe, J." may be
    Jane or John.

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
    for mine, theirs in zip(_people(own), _people(previous), strict=False):
        if mine != theirs:
            break
        count += 1
    if rule == "partial-first":
        count = min(count, 1)
    return AuthorSubstitute(text, count=count) if count else None


def _people(trace: NamesTrace) -> list[tuple[str, ...]]:
    """Give the names that are shown, each as it looks and as whom it names."""
    names = list(map(_parts, trace.names[: trace.shown]))
    if len(trace.texts) > len(names):  # the last one, after "…", or a variable instead of names
        names += map(_parts, trace.names[-1:] or (ItemName(),))
    return [(text, *parts) for text, parts in zip(trace.texts, names, strict=True)]


def _parts(name: ItemName) -> tuple[str, ...]:
    """Give what tells people apart; "NASA" is the same in one piece and as a family name."""
    particles = (name.non_dropping_particle, name.dropping_particle)
    return (name.literal or name.family, name.given, *particles, name.suffix)
