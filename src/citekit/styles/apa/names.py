"""How APA shows one name (APA 7, section 9.8) and a list of names (sections 9.8 to 9.11)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from citekit.model.names import AuthorList, Name, Organization, Person
from citekit.text.directions import undirected
from citekit.text.scripts import is_east_asian

__all__ = [
    "MAX_LISTED",
    "initials",
    "inverted",
    "inverted_list",
    "join_inverted",
    "join_running",
    "running",
    "running_list",
    "short_name",
    "with_initials",
]

MAX_LISTED = 20
"""So many authors are listed in full (APA 7, section 9.8)."""

_SHOWN = 19
_ASIDE = re.compile(r"\([^()]*\)|\"[^\"]*\"|“[^“”]*”")
_GLUED = re.compile(r"(?<=\.)(?=[^\W\d_])")
_SUFFIXES = frozenset({"jr", "sr"})


def _first_letter(word: str) -> str:
    """Give the first letter of a word with the marks that combine with it."""
    if word.isascii() and word[:1].isalnum():
        return word[0]
    for start, char in enumerate(word):
        if char.isalnum():
            end = start + 1
            while end < len(word) and unicodedata.combining(word[end]):
                end += 1
            return word[start:end]
    return ""


def _is_cased(letter: str) -> bool:
    return letter[:1].lower() != letter[:1].upper()


def _initial(word: str) -> str:
    """Shorten one word, hyphenated parts each: "Marie-Anne" is "M.-A."."""
    shortened = []
    for part in re.split("[-‐‑]", word):
        letter = _first_letter(part)
        if letter and not _is_cased(letter):
            return word
        if letter:
            shortened.append(f"{letter}.")
    return "-".join(shortened)


def _is_run_of_initials(word: str, shouting: bool) -> bool:
    return not shouting and 2 <= len(word) <= 3 and word.isalpha() and word.isupper()


def initials(given: str, *, shouting: bool = False) -> str:
    """Shorten given names to initials (APA 7, section 9.8).

    A hyphen stays. A word in lower case between capitalized ones ("del") stays whole; names that
    are all in lower case keep that. Scripts without capitals have no initials: they stay whole.
    Directional controls go: an initial has no order to turn.

    Args:
        given: Given names or initials.
        shouting: Whether the whole name is in capitals, so that "JO" is a name and not "J. O.".

    >>> initials("Marie-Anne"), initials("J.R.R."), initials("bell"), initials("María del Carmen")
    ('M.-A.', 'J. R. R.', 'b.', 'M. del C.')
    """
    given = undirected(given)
    words = _GLUED.sub(" ", _ASIDE.sub(" ", given) if len(given) < 1000 else given).split()
    titled = any(_first_letter(word).isupper() for word in words)
    shown: list[str] = []
    for word in words:
        if titled and word[0].islower():
            shown.append(word)
        elif _is_run_of_initials(word, shouting):
            shown.extend(f"{letter}." for letter in word)
        else:
            shown.append(_initial(word))
    return " ".join(filter(None, shown))


def _initials_of(person: Person) -> str:
    return initials(person.given, shouting=len(person.family) > 1 and person.family.isupper())


def _suffix(person: Person) -> str:
    return f"{person.suffix}." if person.suffix.lower() in _SUFFIXES else person.suffix


def _family(person: Person) -> str:
    """Give the family name with the particle that belongs to it: "van der Berg", "d'Artagnan"."""
    particle = person.non_dropping_particle
    glue = "" if particle.endswith(("'", "’", "-")) else " "
    return glue.join(filter(None, [particle, person.family])) if person.family else ""


def short_name(name: Name) -> str:
    """Give the name as a citation has it: the family name, or the name of the group.

    >>> short_name(Person(family="Berg", given="Anna", non_dropping_particle="van der"))
    'van der Berg'
    """
    if isinstance(name, Organization):
        return name.name
    return _family(name) or name.given or name.username


def with_initials(person: Person) -> str:
    """Give the name with initials, as citations tell surnames apart (APA 7, section 8.20).

    >>> with_initials(Person(family="Taylor", given="Janet M."))
    'J. M. Taylor'
    """
    if is_east_asian(person.family):
        return running(person)
    given = _initials_of(person) if person.family else ""
    return " ".join(filter(None, [given, short_name(person)]))


def inverted(name: Name) -> str:
    """Give the name as the author element has it: family name, initials, suffix, username.

    >>> inverted(Person(family="King", given="Martin Luther", suffix="Jr."))
    'King, M. L., Jr.'
    >>> inverted(Person(family="Obama", given="Barack", username="@BarackObama"))
    'Obama, B. [@BarackObama]'
    """
    if isinstance(name, Organization):
        return name.name
    if not name.family:
        return _with_username(name.given, name)
    if is_east_asian(name.family) and (not name.given or is_east_asian(name.given)):
        return _with_username(name.family + name.given, name)
    given = " ".join(filter(None, [_initials_of(name), name.dropping_particle]))
    return _with_username(", ".join(filter(None, [_family(name), given, _suffix(name)])), name)


def _with_username(shown: str, person: Person) -> str:
    if not shown or not person.username:
        return shown or person.username
    return f"{shown} [{person.username}]"


def running(name: Name) -> str:
    """Give the name in running order, as the source element has editors.

    >>> running(Person(family="King", given="Martin Luther", suffix="Jr."))
    'M. L. King, Jr.'
    """
    if isinstance(name, Organization):
        return name.name
    if not name.family:
        return name.given or name.username
    if is_east_asian(name.family) and (not name.given or is_east_asian(name.given)):
        return name.family + name.given
    words = [_initials_of(name), name.dropping_particle, _family(name)]
    return ", ".join(filter(None, [" ".join(filter(None, words)), _suffix(name)]))


def _elided(shown: Sequence[str], names: AuthorList) -> str | None:
    """Show a list that cannot be shown whole and whose last name is known, with an ellipsis."""
    if names.gap is None:
        if len(shown) <= MAX_LISTED or names.others:
            return None
        head, tail = shown[:_SHOWN], shown[-1:]
    else:
        head, tail = shown[: names.gap], shown[names.gap :]
        if len(shown) > MAX_LISTED:
            head, tail = head[:_SHOWN], tail[-1:]
    return "".join(f"{each}, " for each in head) + f"… {', '.join(tail)}"


def join_inverted(shown: Sequence[str], names: AuthorList) -> str:
    """Join names as the author element has them (APA 7, section 9.8).

    Up to 20 with commas and an ampersand before the last; of more, the first 19, an ellipsis and
    the last. Where the source's list stopped early, nobody stands after an ampersand: the names
    that it gives, and "et al."; where it has a gap, an ellipsis stands there.

    Args:
        shown: The names of the list, each as it is shown.
        names: The list.

    >>> names = AuthorList(listed=[("Hu", "Edward J."), ("Shen", "Yelong")], complete=False)
    >>> join_inverted([inverted(name) for name in names], names)
    'Hu, E. J., Shen, Y., et al.'
    """
    elided = _elided(shown, names)
    if elided is not None:
        return elided
    if names.others:
        return ", ".join([*shown[: MAX_LISTED if len(shown) <= MAX_LISTED else _SHOWN], "et al."])
    return ", & ".join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))


def inverted_list(names: AuthorList) -> str:
    """Give a list as the author element has it; what its ellipsis leaves out is not looked at.

    >>> inverted_list(AuthorList(listed=[("Hu", "Edward J."), ("Shen", "Yelong")]))
    'Hu, E. J., & Shen, Y.'
    """
    last = len(names) - 1
    shown = (
        inverted(name) if at < MAX_LISTED or at == last else "" for at, name in enumerate(names)
    )
    return join_inverted([*shown], names)


def join_running(shown: Sequence[str], others: bool, conjunction: str) -> str:
    """Join names as running text has them: no comma in a pair.

    >>> join_running(["A", "B"], False, "&"), join_running(["A", "B", "C"], False, "and")
    ('A & B', 'A, B, and C')
    >>> join_running(["A"], True, "&"), join_running(["A", "B"], True, "&")
    ('A et al.', 'A, B, et al.')
    """
    if others:
        return f"{shown[0]} et al." if len(shown) == 1 else ", ".join([*shown, "et al."])
    if len(shown) < 3:
        return f" {conjunction} ".join(shown)
    return f"{', '.join(shown[:-1])}, {conjunction} {shown[-1]}"


def running_list(names: AuthorList) -> str:
    """Give a whole list in running order, as the source element has it.

    >>> running_list(AuthorList(listed=[("Krell", "David"), ("Sallis", "John")]))
    'D. Krell & J. Sallis'
    """
    shown = [running(name) for name in names]
    return _elided(shown, names) or join_running(shown[:MAX_LISTED], names.others, "&")
