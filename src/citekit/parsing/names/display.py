"""Names in display order ("Vincent van Gogh") and Vancouver names ("Hu EJ").

Which words of a display name are the family is not decidable in general. The rules:

1. One word is the family (Plato).
2. The last word is the family, with what is joined to it: "y", "e", "i" and the word before
   ("Ortega y Gasset"), a Portuguese "Neto" or "Filho" and the word before ("Oliveira Neto").
   A compound family is never guessed from the display form.
3. Lower-case particles of `tables.names.PARTICLES` are a particle, and the words after them are
   the family, as in BibTeX ("Maria de la Cruz Lopez"); if more than one word follows, that is
   reported. A particle is *non-dropping*, because text in display order does not show which it is
   and most living authors are cited with theirs (APA 7 treats it as part of the family: "van
   Gogh", "de Koning" in CSL 1.0.2; so also "van" in "van Beethoven"). Only a French "de" before a
   capital article is dropping ("de" in "de La Fontaine" in CSL 1.0.2).
4. A capital particle just before the last word belongs to the family: "Vincent Van Gogh", "Ursula
   Le Guin" sort under V and L (Chicago Manual 17, 16.71). It is reported, since it may be a middle
   name. Beside a Vietnamese family "Van" is one.
5. A particle that stands with its family ("d'Alembert", "al-Khwarizmi") is cut off.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from citekit.parsing.names.cleaning import letters
from citekit.speed.lazy import lazy
from citekit.speed.records import shared_repr
from citekit.tables.names import (
    ARTICLES,
    ATTACHED_PARTICLES,
    CAPITAL_PARTICLES,
    FAMILY_CONJUNCTIONS,
    FAMILY_TAILS,
    ONE_LETTER_FAMILIES,
    PARTICLES,
    ROMANCE_PREPOSITIONS,
    SUFFIXES,
    VIETNAMESE_FAMILIES,
)

__all__ = [
    "PersonalName",
    "VancouverName",
    "display_name",
    "family_with_particles",
    "is_initials",
    "is_particle",
    "spaced_initials",
    "vancouver_name",
]

_BARE_INITIALS = lazy(r"[^\W\d_](?:-?[^\W\d_]){0,3}")
_DOTTED_INITIALS = lazy(r"(?:[^\W\d_]{1,2}\.-?){1,4}")


@frozen(kw_only=True, eq=False)
@shared_repr
class PersonalName:
    """The parts of a personal name, and what was guessed ("" where nothing was)."""

    family: str
    given: str = ""
    non_dropping_particle: str = ""
    dropping_particle: str = ""
    guess: str = ""


@frozen(eq=False)
@shared_repr
class VancouverName:
    """The parts of a Vancouver name."""

    family: str
    initials: str
    suffix: str = ""


def is_particle(word: str) -> bool:
    """Say whether *word* is a particle in lower case.

    >>> is_particle("von"), is_particle("Von"), is_particle("maria")
    (True, False, False)
    """
    return word[:1] not in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" and letters(word) in PARTICLES


def _is_capital_particle(word: str) -> bool:
    return word[0].isupper() and letters(word) in CAPITAL_PARTICLES


def display_name(words: Sequence[str]) -> PersonalName:
    """Find family, given and particles of a name in display order; see the module for the rules.

    Args:
        words: At least one word, without titles and suffixes.

    >>> display_name("Ludwig van Beethoven".split())
    PersonalName(family='Beethoven', given='Ludwig', non_dropping_particle='van',
                 dropping_particle='', guess='')
    >>> display_name("Jose Ortega y Gasset".split()).family
    'Ortega y Gasset'
    """
    core = _family_start(words)
    start = _particle_start(words, core)
    if start < core:
        return _with_particle(words, start, core)
    start = _capital_start(words, core)
    guess = "read with a capital particle in its family" if start < core else ""
    return _attached(words[:start], " ".join(words[start:]), (), guess)


def _family_start(words: Sequence[str]) -> int:
    """Give the index of the first word that surely belongs to the family (rules 1 and 2)."""
    last = len(words) - 1
    if last >= 2 and words[-2] in FAMILY_CONJUNCTIONS:
        return last - 2
    if last >= 2 and letters(words[-1]) in FAMILY_TAILS:
        return last - 1
    return last


def _particle_start(words: Sequence[str], core: int) -> int:
    """Give the index of the first word of the particle, or *core* where there is none."""
    start = next((i for i in range(core) if is_particle(words[i])), core)
    if _attached_length(words[core]):
        start = core
        while start > 0 and is_particle(words[start - 1]):
            start -= 1
    while 1 < start < core and _is_capital_particle(words[start - 1]):
        start -= 1
    return start


def _capital_start(words: Sequence[str], core: int) -> int:
    """Give the index at which capital particles before the family start (rule 4)."""
    start = core
    while start > 1 and _is_capital_particle(words[start - 1]):
        start -= 1
    vietnamese = {letters(words[0]), letters(words[core])} & VIETNAMESE_FAMILIES
    return core if vietnamese and letters(words[core - 1]) == "van" else start


def _with_particle(words: Sequence[str], start: int, core: int) -> PersonalName:
    """Build the name whose particle starts at *start* (rule 3)."""
    if words[start][0].isupper():
        guess = "read with a capital particle in its family"
        return PersonalName(
            family=" ".join(words[start:]), given=" ".join(words[:start]), guess=guess
        )
    end = start
    while end < core and (is_particle(words[end]) or _is_capital_particle(words[end])):
        end += 1
    guess = "read with a family of several words" if end < core else ""
    return _attached(words[:start], " ".join(words[end:]), words[start:end], guess)


def _attached(
    given: Sequence[str], family: str, particle: Sequence[str], guess: str
) -> PersonalName:
    """Build a name, cutting an attached particle off its family (rule 5)."""
    length = _attached_length(family)
    particle = [*particle, family[:length]] if length else [*particle]
    cut = 0
    if len(particle) > 1 and letters(particle[0]) in ROMANCE_PREPOSITIONS:
        cut = int(particle[1][0].isupper() and letters(particle[1]) in ARTICLES)
    return PersonalName(
        family=family[length:],
        given=" ".join(given),
        dropping_particle=" ".join(particle[:cut]),
        non_dropping_particle=" ".join(particle[cut:]),
        guess=guess,
    )


def _attached_length(family: str) -> int:
    """Give the length of the lower-case particle that *family* starts with, or 0."""
    if not family[:1].islower() and family[:1] not in "'’":
        return 0
    low = family.replace("’", "'")
    length = next((len(each) for each in ATTACHED_PARTICLES if low.startswith(each)), 0)
    return length if len(family) > length else 0


def family_with_particles(text: str) -> PersonalName:
    """Take the particles off a family that stands first ("van der Berg" of "van der Berg, A.").

    They are non-dropping: who writes them before the family sorts and cites with them. One word
    always remains as the family.

    >>> family_with_particles("von Neumann").non_dropping_particle
    'von'
    """
    words = text.split()
    end = 0
    while end < len(words) - 1 and (
        is_particle(words[end]) or (end and _is_capital_particle(words[end]))
    ):
        end += 1
    return _attached((), " ".join(words[end:]), words[:end], "")


def is_initials(text: str, limit: int = 3) -> bool:
    """Say whether *text* is made of initials only: "J.", "A. B.", "J.-P.", "JA", "Yu. V.".

    Args:
        text: What stands after a comma, or a word.
        limit: How many capitals without full stops still count.

    >>> [is_initials(text) for text in ("J.", "A. B.", "EJ", "Jo", "Doe", "J. W. von")]
    [True, True, True, False, False, True]
    """
    words = text.split()
    while len(words) > 1 and is_particle(words[-1]):
        words.pop()
    return bool(words) and all(_is_initial(word, limit) for word in words)


def _is_initial(word: str, limit: int) -> bool:
    """Say whether one word is an initial or a few of them."""
    if not word[0].isupper():
        return False
    if word[-1] == ".":
        return _DOTTED_INITIALS.fullmatch(word) is not None and letters(word) not in SUFFIXES
    bare = word.replace("-", "").replace(".", "")
    return bare.isupper() and len(bare) <= limit and _is_bare(word.replace(".", ""))


def _is_bare(word: str) -> bool:
    return _BARE_INITIALS.fullmatch(word) is not None


def spaced_initials(text: str) -> str:
    """Write Vancouver initials with full stops and spaces, as other styles expect them.

    >>> spaced_initials("EJ"), spaced_initials("M-A"), spaced_initials("J. R.")
    ('E. J.', 'M.-A.', 'J. R.')
    """
    if "." in text:
        return text
    return (
        " ".join(f"{char}." for char in text if char != "-")
        if "-" not in text
        else ("-".join(spaced_initials(part) for part in text.split("-")))
    )


def vancouver_name(words: Sequence[str], *, limit: int = 2) -> VancouverName | None:
    """Read "Hu EJ", "van der Berg AB Jr", "Smith J. A.": a family and then its initials.

    The rule is NLM's (Citing Medicine, chapter 1): family, space, at most two initials without
    full stops, then a suffix. One initial alone is read so too, except where it is itself a family
    (`tables.names.ONE_LETTER_FAMILIES`); a name all in capitals is not.

    Args:
        words: The words of the name.
        limit: How many initials are believed (a Vancouver list may have more).

    Returns:
        The parts, or None where the words have another shape.

    >>> vancouver_name(["Hu", "EJ"])
    VancouverName(family='Hu', initials='E. J.', suffix='')
    >>> vancouver_name(["Weinan", "E"]) is None
    True
    """
    end = len(words)
    suffix = ""
    if end > 2 and letters(words[-1]) in SUFFIXES and _is_initial(words[-2], limit):
        end -= 1
        suffix = words[end]
    start = end
    while start > 1 and _is_initial(words[start - 1], limit):
        start -= 1
    family = words[:start]
    if start == end or _is_initial(family[-1], limit) or not _mixed_case(family):
        return None
    if end - start == 1 and words[start] in ONE_LETTER_FAMILIES and limit < 3:
        return None
    return VancouverName(" ".join(family), _joined_initials(words[start:end]), suffix)


def _mixed_case(family: Sequence[str]) -> bool:
    """Say whether the family has small letters and no initials of its own."""
    return not " ".join(family).isupper() and not any(word.endswith(".") for word in family)


def _joined_initials(words: Sequence[str]) -> str:
    return " ".join(map(spaced_initials, words))
