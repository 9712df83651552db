"""Names that repeat those of the entry before (CSL 1.0.2, "Reference Grouping")."""

from __future__ import annotations

from citekit.styles.csl.compile.scope import AuthorSubstitute, NamesTrace
from citekit.styles.csl.elements import Bibliography

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
    complete = own.text == previous.text
    if rule == "complete-all":
        return AuthorSubstitute(text, whole=True) if complete else None
    if rule == "complete-each":
        return AuthorSubstitute(text, count=len(own.texts)) if complete else None
    count = 0
    for mine, theirs in zip(own.texts, previous.texts, strict=False):
        if mine != theirs:
            break
        count += 1
    if rule == "partial-first":
        count = min(count, 1)
    return AuthorSubstitute(text, count=count) if count else None
