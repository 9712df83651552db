"""Particles and suffixes that stand in the family or the given name.

CSL-JSON lets a name be written in two parts ("van der Woude", "Jean de"), which its reader takes
apart. The rules are those of the citeproc-js manual ("Particles"): lower-case words before a family
name do not drop, lower-case words after a given name do, and what follows a comma in the given name
is a suffix.
"""

from __future__ import annotations

from citekit.speed.lazy import lazy

__all__ = ["split_family", "split_given", "split_suffix"]

_WORD = lazy(r"\S+\s+")
_ELIDED = lazy("['\u2019]?[^\\W\\d_]{1,20}(?:['\u2019]|-)")


def split_family(family: str) -> tuple[str, str]:
    """Split a family name into its non-dropping particle, "" if it has none, and the name.

    >>> split_family("van der Woude"), split_family("d'Annunzio"), split_family("Woude")
    (('van der', 'Woude'), ("d'", 'Annunzio'), ('', 'Woude'))
    """
    if family[:1].isupper():
        return "", family
    end = 0
    while (found := _WORD.match(family, end)) and found.group().islower():
        end = found.end()
    found = _ELIDED.match(family, end)
    if found and found.group().islower() and _goes_on(family, found.end()):
        end = found.end()
    if end == len(family):
        return "", family
    return family[:end].strip(), family[end:]


def _goes_on(family: str, end: int) -> bool:
    """Say whether a name follows: after a hyphen one that has a capital."""
    following = family[end : end + 1]
    return following.isupper() if family[end - 1] == "-" else bool(following.strip())


def split_given(given: str) -> tuple[str, str]:
    """Split given names into the names and the dropping particle, "" if there is none.

    >>> split_given("Ludwig van"), split_given("e. e.")
    (('Ludwig', 'van'), ('e. e.', ''))
    """
    if not given.rpartition(" ")[2][:1].islower():
        return given, ""
    words = given.split()
    count = len(words)
    while count and words[count - 1].islower():
        count -= 1
    if not count:
        return given, ""
    return " ".join(words[:count]), " ".join(words[count:])


def split_suffix(given: str) -> tuple[str, str, bool]:
    """Split given names into the names, the suffix, and whether a comma goes before it.

    >>> split_suffix("Martin, Jr."), split_suffix("Martin,! Jr.")
    (('Martin', 'Jr.', False), ('Martin', 'Jr.', True))
    """
    names, comma, rest = given.partition(",")
    suffix = rest.removeprefix("!").strip()
    if not comma or not suffix:
        return given, "", False
    return names.rstrip(), suffix, rest.startswith("!")
