r"""Names in BibTeX: `von Family, Suffix, Given`, joined by ` and `, both ways.

How they are read is in `citekit.parsing.author_lists.bibtex` and `citekit.parsing.names.bibtex`.
What was measured for writing (BibTeX 0.99d with plain and abbrv, biber 2.18): "Given Family" prints
wrong initials for a family of two words; `King Jr.` loses the suffix; an unbraced corporate name
becomes "W. H. Organization"; `others` is the only end that says that a list stopped early.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeAlias

from citekit.errors import AuthorListError, Diagnostic
from citekit.exchange.bibtex.name_parts import NamePart, encode_part
from citekit.latex.encode import Encoding, Target
from citekit.model.names import NOBODY, AuthorList, Name, Organization, Person
from citekit.parsing.author_lists.bibtex import bibtex_items
from citekit.parsing.author_lists.plain import is_list
from citekit.parsing.names.bibtex import split_bibtex_names

__all__ = ["read_names", "write_names"]

_SPLITS = re.compile(r"(?<!\S)and(?!\S)", re.IGNORECASE)


def read_names(raw: str) -> AuthorList:
    r"""Read a name field.

    Args:
        raw: The field as it stands, LaTeX and all.

    Raises:
        AuthorListError: Nobody is named, only `others`.

    >>> names = read_names(r"Hu, Edward J. and {\'E}variste Galois and others")
    >>> [name.literal for name in names], names.complete
    (['Edward J. Hu', 'Évariste Galois'], False)
    """
    if not split_bibtex_names(raw):
        return NOBODY
    try:
        return AuthorList.parse(raw, form="bibtex")
    except AuthorListError:
        items, notes = bibtex_items(raw)
        if items:
            raise
        return AuthorList(diagnostics=notes)


def write_names(
    names: AuthorList, *, encoding: Encoding, target: Target = "bibtex"
) -> tuple[str, tuple[Diagnostic, ...]]:
    r"""Write a list of names.

    A list that stopped early ends in ` and others`. Where names are missing in the middle, those
    after the gap are left out with a warning: BibTeX has no way to say where others stood. Where
    the first names are missing, those that are known stand first, with a warning: `others` alone
    names nobody.

    >>> write_names(AuthorList(listed=["Ludwig van Beethoven", "OpenAI"]), encoding="ascii")[0]
    'van Beethoven, Ludwig and {OpenAI}'
    >>> write_names(AuthorList(listed=["Jane Roe"], complete=False), encoding="ascii")[0]
    'Roe, Jane and others'
    """
    write = partial(encode_part, encoding=encoding, target=target)
    notes = list(_not_carried(names))
    shown = names.listed[: names.gap] if names.gap else names.listed
    written = []
    for name in shown:
        text, said = _write_name(name, write)
        notes.extend(said)
        written.append(text)
    if names.others:
        written.append("others")
    return " and ".join(written), tuple(notes)


def _not_carried(names: AuthorList) -> Iterator[Diagnostic]:
    """Say what a name field has no place for."""
    if names.gap == 0:
        message = "the names before these are unknown; BibTeX takes these for the first ones"
        yield _lost("bibtex-order-lost", message)
    elif names.gap is not None:
        lost = ", ".join(name.literal for name in names.listed[names.gap :])
        yield _lost("bibtex-authors-lost", f"names after a gap became 'others': {lost}")
    if names.note:
        yield _lost("bibtex-note-lost", f"the note on the authors is not carried: {names.note}")
    if names.total is not None and names.others:
        yield _lost("bibtex-total-lost", f"that there are {names.total} names is not carried")
    for name in names:
        parts = [
            each
            for each in ("orcid", "affiliation", "abbreviation", "identifier")
            if getattr(name, each, "")
        ]
        if parts:
            listed = ", ".join(parts)
            yield _lost("bibtex-name-detail-lost", f"{listed} of {name.literal} is not carried")


def _lost(code: str, message: str) -> Diagnostic:
    return Diagnostic(severity="warning", code=code, message=message)


_Written: TypeAlias = tuple[str, tuple[Diagnostic, ...]]
_Write: TypeAlias = Callable[[str], tuple[NamePart, tuple[Diagnostic, ...]]]


def _write_name(name: Name, write: _Write) -> _Written:
    if isinstance(name, Organization):
        return _whole(name.name, write)
    particle, family = _particle_and_family(name)
    if not family or not (name.given or name.suffix or particle):
        return _mononym(name, write)
    von, said = write(particle)
    last, more = _part(family, write, is_family=True)
    lead = " ".join(filter(None, [von.bare(), last]))
    if not name.given and not name.suffix:
        return (lead, said + more) if particle[0].islower() else _mononym(name, write)
    first, first_said = _part(name.given, write)
    junior, junior_said = _part(name.suffix, write)
    pieces = [lead, junior, first or "{}"] if junior else [lead, first]
    notes = said + more + first_said + junior_said
    return ", ".join(pieces), notes + tuple(_changed_particle(name))


def _changed_particle(name: Person) -> Iterator[Diagnostic]:
    if name.dropping_particle:
        yield _lost(
            "bibtex-particle-changed",
            f"BibTeX has one kind of particle; {name.dropping_particle!r} of {name.literal} will"
            " stay with the family name",
        )
    elif name.non_dropping_particle and not name.non_dropping_particle[0].islower():
        yield _lost(
            "bibtex-particle-changed",
            f"to BibTeX, {name.non_dropping_particle!r} of {name.literal} is part of the family"
            " name, because it is capitalised",
        )


def _particle_and_family(name: Person) -> tuple[str, str]:
    """Give the von part, small words that lead the family included, and the rest."""
    words = name.family.split()
    lead = 0
    while lead < len(words) - 1 and words[lead][0].islower():
        lead += 1
    von = [name.dropping_particle, name.non_dropping_particle, *words[:lead]]
    return " ".join(filter(None, von)), " ".join(words[lead:])


def _mononym(name: Person, write: _Write) -> _Written:
    """Write a name of one part; braces keep two words of it together."""
    parts = [name.given, name.dropping_particle, name.non_dropping_particle, name.family]
    text = " ".join(filter(None, [*parts, name.suffix])) or name.username
    part, _ = write(text)
    if " " in str(part) or not text[0].isalpha() or is_list(str(part)):
        return _whole(text, write)
    return _part(text, write)


def _whole(text: str, write: _Write) -> _Written:
    """Write a name in braces; where its words would be read as a list, in two pairs of them."""
    part, said = write(text)
    braced = part.braced()
    return f"{{{braced}}}" if is_list(str(part)) and "}{" not in braced else braced, said


def _part(text: str, write: _Write, *, is_family: bool = False) -> _Written:
    """Write one part; braces keep commas, "and", small words, "et al." in it from being syntax."""
    part, said = write(text)
    shown = str(part)
    is_syntax = "," in shown or _SPLITS.search(shown) or is_list(shown)
    bare = part.bare()
    if is_syntax or (is_family and _has_small_word(bare)):
        return part.braced(), said
    return bare, said


def _has_small_word(text: str) -> bool:
    """Tell whether a word is a particle to BibTeX; the name of a command is one, too."""
    words = text.split()
    return len(words) > 1 and any(word[0].islower() or word[0] == "\\" for word in words[:-1])
