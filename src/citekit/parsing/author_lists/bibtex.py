r"""A BibTeX name list, and what people put into one that BibTeX does not know.

"and others" is all that BibTeX knows of a list that stopped early (*BibTeXing*, section 4, item
15). People write more: `and 11 others`, `and u.a.`, `{Doe et al.}`, `{First 3 of 14 authors
listed}`. A "name" that is such a thing, in one pair of braces or in none, is read as the plain text
that it is; so is one with more commas than a name of BibTeX may have. Two pairs of braces say that
the name is one, whatever its words: `{{Cats and more}}`.
"""

from __future__ import annotations

import re

from citekit.errors import CitekitError, Diagnostic, shorten
from citekit.latex.decode import decode_line
from citekit.latex.html import from_html
from citekit.parsing.author_lists.plain import Item, is_list, plain_items
from citekit.parsing.names.bibtex import read_bibtex_name, split_bibtex_names, whole_group
from citekit.parsing.names.read import has_braces
from citekit.speed.lazy import lazy

__all__ = ["bibtex_items", "is_one_name"]

_MOST_COMMAS = 2
_GROUP = lazy(r"(\\[A-Za-z]{1,40}\s{0,9})?\{(?!\\)(?:[^{}]|\{[^{}]*\})*\}")


def bibtex_items(text: str) -> tuple[list[Item], tuple[Diagnostic, ...]]:
    r"""Read a name field: names and markers in order, and what was guessed or left out.

    Args:
        text: The field as it stands, LaTeX and all.

    >>> items, _ = bibtex_items("Roe, Jane and {Doe et al.} and 3 others")
    >>> [getattr(each, "family", None) for each in items]
    ['Roe', 'Doe', None, None]
    """
    items: list[Item] = []
    notes: list[Diagnostic] = []
    for name in split_bibtex_names(from_html(text, formats=False)):
        if is_one_name(name):
            try:
                items.append(read_bibtex_name(name))
            except CitekitError as error:
                notes.append(_dropped(name, str(error)))
        else:
            more, doubts = plain_items(_plain(name, notes))
            items += more
            notes += doubts
    return items, tuple(notes)


def is_one_name(name: str) -> bool:
    """Say whether *name*, in BibTeX's syntax, is read as the name of one person or group.

    What stands in braces inside a name is protected, but an accented letter is a letter.

    >>> is_one_name("Roe, Jane"), is_one_name("{Cats and more}"), is_one_name("{{Cats and more}}")
    (True, False, True)
    """
    group = whole_group(name)
    if group:
        return bool(whole_group(group)) or not is_list(_plain(group))
    if name.count(",") > _MOST_COMMAS and not has_braces(name):
        return False
    return not is_list(_plain(_GROUP.sub(_masked, name) if "{" in name else name))


def _masked(group: re.Match[str]) -> str:
    r"""Hide what a brace group protects; the argument of a command (`\emph{et al.}`) is text."""
    return group[0] if group[1] else "x"


def _plain(latex: str, notes: list[Diagnostic] | None = None) -> str:
    text, said = decode_line(latex)
    if notes is not None:
        notes += said
    return text


def _dropped(text: str, reason: str) -> Diagnostic:
    return Diagnostic(
        severity="warning",
        code="bibtex-name-dropped",
        message=f"{shorten(text)} was left out of the names: {reason}",
    )
