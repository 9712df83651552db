r"""One name as text → its parts.

`parse_name` reads what people write: "Ludwig van Beethoven", "King, Martin Luther, Jr.",
"{World Health Organization}", "Hu EJ", "李明". What it decides:

1. Text with balanced braces is BibTeX (`citekit.parsing.names.bibtex`; parts still hold LaTeX).
2. Marks, brackets, ORCID iDs and addresses beside the name are taken off (`name_text`), suffixes
   and degrees too (`affixes`).
3. An organization is known by its shape (`organizations`).
4. A comma that is left separates family and given name. Particles that lead the family are
   non-dropping; particles that end the given name are dropping (the convention of CSL processors:
   "Goethe, Johann Wolfgang von").
5. Without a comma: East Asian names (`cjk_names`), Vancouver names, display order
   (`display_names`).
6. What has more commas than that is kept whole, as a literal, and reported.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from citekit.errors import Diagnostic, InvalidNameError
from citekit.parsing.names.affixes import ends_in_degree, tail_kind, trim
from citekit.parsing.names.cjk import cjk_name, is_cjk
from citekit.parsing.names.cleaning import (
    Growing,
    Segment,
    clean_text,
    groups,
    segment,
    without_markup,
    without_superscripts,
)
from citekit.parsing.names.display import (
    display_name,
    family_with_particles,
    is_initials,
    is_particle,
    vancouver_name,
)
from citekit.parsing.names.organizations import organization_reason
from citekit.parsing.names.parts import NameForm, NameParts, dropped, guessed, organization_guessed

__all__ = [
    "FORMS",
    "NameForm",
    "NameParts",
    "build_name",
    "has_braces",
    "parse_name",
    "split_commas",
]

FORMS = ("auto", "display", "inverted", "bibtex", "vancouver")
"""The forms that `parse_name` and `parse_author_list` know."""


def parse_name(text: str, *, form: NameForm = "auto") -> NameParts:
    """Read one name.

    Args:
        text: The name. Invisible characters and extra spaces do not matter.
        form: How the name is written, if that is known: "display" never reads initials at the end
            as Vancouver's, "inverted" takes a name without a comma for a family alone, "vancouver"
            reads up to four capitals at the end as initials, "bibtex" is BibTeX's own algorithm.

    Returns:
        The parts. Its diagnostics say what was guessed (`name-guessed`) or not kept
        (`degree-dropped`, `title-dropped`, `marks-dropped`, `email-dropped`, `orcid-invalid`,
        `characters-dropped`).

    Raises:
        InvalidNameError: Nobody is named, the text is no `str`, or *form* is not known.

    >>> parse_name("Martin Luther King, Jr.").suffix
    'Jr.'
    >>> name = parse_name("van der Berg AB")
    >>> name.non_dropping_particle, name.family, name.given
    ('van der', 'Berg', 'A. B.')
    """
    if not isinstance(text, str):
        raise InvalidNameError("a name must be text", value=text, hint="give a str")
    if form not in FORMS:
        raise InvalidNameError("no such form of names", value=form, hint=f"one of {FORMS}")
    if form == "bibtex":
        return _bibtex(text)
    bare, marks = without_superscripts(text)
    shown, lost = clean_text(without_markup(bare))
    lost += marks
    name = _bibtex(shown) if form == "auto" and has_braces(shown) else _parse_plain(shown, form)
    return evolve(name, diagnostics=lost + name.diagnostics) if lost else name


def _bibtex(text: str) -> NameParts:
    from citekit.parsing.names.bibtex import read_bibtex_name

    return read_bibtex_name(text)


def has_braces(text: str) -> bool:
    r"""Say whether *text* has brace groups, all of them balanced: then it is BibTeX.

    >>> has_braces(r"Erd{\H o}s, Paul"), has_braces("a } b {")
    (True, False)
    """
    if "{" not in text or text.count("{") != text.count("}"):
        return False
    depth = 0
    for char in text:
        depth += (char == "{") - (char == "}")
        if depth < 0:
            return False
    return True


def split_commas(text: str) -> list[str]:
    """Split *text* at commas outside brackets.

    >>> split_commas("Roe, Jane (MIT, Boston)")
    ['Roe', ' Jane (MIT, Boston)']
    """
    text = text.replace("，", ",")
    if "," not in text:
        return [text]
    pieces, start, position = [], 0, 0
    for opening, end in [*groups(text), (len(text), len(text))]:
        comma = text.find(",", position, opening)
        while comma >= 0:
            pieces.append(text[start:comma])
            start = comma + 1
            comma = text.find(",", start, opening)
        position = end
    return [*pieces, text[start:]]


def _parse_plain(text: str, form: NameForm) -> NameParts:
    """Read a name that is not BibTeX."""
    found = [segment(piece) for piece in split_commas(text)]
    named = [each for each in found if each.text]
    if not named:
        named = [each._replace(text=each.note, note="") for each in found if each.note]
    if not named:
        raise InvalidNameError("a name without any part", value=text, hint="give at least a family")
    merged = merge_tails(map(Growing.of, named))
    beside = [each for each in found if not each.text and (each.orcid or each.diagnostics)]
    return build_name(merged, form, beside=beside)


def merge_tails(found: Iterable[Growing]) -> list[Segment]:
    """Hang suffixes, degrees and "Inc." on the segment that they follow.

    "MD" and the like are a degree only after a whole name; after a family alone they are initials.

    >>> found = [Segment(text="Martin King"), Segment(text="Jr.")]
    >>> [each.tails for each in merge_tails(map(Growing.of, found))]
    [('Jr.',)]
    """
    merged: list[Growing] = []
    for each in found:
        kind = "" if each.look else tail_kind(each.text)
        if kind == "perhaps-degree" and merged:
            kind = "degree" if _is_whole(merged) else ""
        if kind and merged:
            merged[-1].merge(each)
        else:
            merged.append(each)
    return [each.freeze() for each in merged]


def _is_whole(merged: list[Growing]) -> bool:
    """Say whether the last segment ends a name: it has two words, or a given name."""
    last = merged[-1]
    if last.tails or len(merged) % 2 == 0:
        return True
    words = last.text.split(maxsplit=1)
    return len(words) > 1 and not is_particle(words[0])


def build_name(
    found: list[Segment], form: NameForm, *, beside: list[Segment] | None = None
) -> NameParts:
    """Make one name of its segments.

    Args:
        found: One segment (a name without a comma) or two (family, given), tails hung on; more
            are kept whole as a literal.
        form: As for `parse_name`.
        beside: Segments without text, whose ORCID iD and diagnostics belong to the name.

    >>> build_name([Segment(text="King", tails=("Jr.",)), Segment(text="Martin")], "auto").suffix
    'Jr.'
    """
    name = _at_a_look(found, form) or _build(found, form)
    if not beside and not any(map(_has_more, found)):
        return name
    growing = Growing.of(found[0])
    for each in [*found[1:], *(beside or [])]:
        growing.absorb(each)
    whole = growing.freeze()
    return evolve(
        name,
        note=whole.note,
        orcid=whole.orcid,
        diagnostics=whole.diagnostics + name.diagnostics,
    )


def _at_a_look(found: list[Segment], form: NameForm) -> NameParts | None:
    """Make the parts of a name in which there is nothing to find, as `_build` would."""
    first = found[0]
    if len(found) == 1 and first.look and not first.tails:
        if first.look == "han":
            return _cjk(first.text)
        if first.text[-1] != ".":  # else it may be Vancouver's
            given, _, family = first.text.rpartition(" ")
            return (
                NameParts(family=first.text)
                if form == "inverted"
                else NameParts(family=family, given=given)
            )
    if len(found) == 2 and first.look == found[1].look == "plain" and not _has_tails(found):
        return NameParts(family=first.text, given=found[1].text)
    return None


def _has_tails(found: list[Segment]) -> bool:
    return any(each.tails for each in found)


def _has_more(found: Segment) -> bool:
    """Say whether anything stood beside the name."""
    return bool(found.note or found.orcid or found.diagnostics)


def _build(found: list[Segment], form: NameForm) -> NameParts:
    """Make the parts of a name, without what stood beside it."""
    tails = [tail for each in found for tail in each.tails]
    if any(tail_kind(tail) == "firm" for tail in tails):
        return _literal(_whole_text(found), "ends as firms do")
    suffixes = [tail for tail in tails if tail_kind(tail) == "suffix"]
    if len(found) > 2 or len(suffixes) > 1:
        text = _whole_text(found)
        return NameParts(literal=text, diagnostics=(guessed(text, "kept whole"),))
    degrees = tuple(
        dropped("degree-dropped", "academic degree", tail) for tail in tails if tail not in suffixes
    )
    name = _inverted(found) if len(found) == 2 else _uninverted(found[0], form)
    if not tails:
        return name
    suffix = "".join(suffixes)
    return evolve(
        name,
        suffix=name.suffix or suffix,
        comma_suffix=name.comma_suffix or (bool(suffix) and len(found) == 1),
        diagnostics=name.diagnostics + degrees,
    )


def _whole_text(found: list[Segment]) -> str:
    """Give the segments and their tails as they stood."""
    return ", ".join(text for each in found for text in (each.text, *each.tails))


def _literal(text: str, reason: str) -> NameParts:
    """Make an organization that was known by its shape."""
    return NameParts(literal=text, diagnostics=(organization_guessed(text, reason),))


def _inverted(found: list[Segment]) -> NameParts:
    """Read "family, given" (rule 4 of the module)."""
    family, given = found[0].text, found[1].text
    if not is_initials(given) and (reason := organization_reason(f"{family}, {given}")):
        return _literal(f"{family}, {given}", reason)
    trimmed = trim(family, degrees=False)
    parts = family_with_particles(" ".join(trimmed.words))
    words = given.split()
    end = len(words)
    while end > 1 and is_particle(words[end - 1]):
        end -= 1
    rest = trim(" ".join(words[:end]), degrees=not is_initials(given))
    return NameParts(
        family=parts.family,
        given=" ".join(rest.words),
        non_dropping_particle=parts.non_dropping_particle,
        dropping_particle=" ".join([*filter(None, [parts.dropping_particle]), *words[end:]]),
        suffix=trimmed.suffix or rest.suffix,
        diagnostics=trimmed.diagnostics + rest.diagnostics,
    )


def _uninverted(found: Segment, form: NameForm) -> NameParts:
    """Read a name without a comma (rules 3 and 5 of the module)."""
    text = found.text
    if has_braces(text):
        return _bibtex(text)
    if form == "vancouver" and (name := _vancouver(text, form)):
        return name
    if reason := organization_reason(text):
        return _literal(text, reason)
    if is_cjk(text):
        return _cjk(text)
    if form == "inverted":
        trimmed = trim(text)
        parts = family_with_particles(" ".join(trimmed.words))
        return NameParts(
            family=parts.family,
            non_dropping_particle=parts.non_dropping_particle,
            suffix=trimmed.suffix,
            diagnostics=trimmed.diagnostics,
        )
    if form == "auto" and (name := _vancouver(text, form)):
        return name
    return _display(text)


def _vancouver(text: str, form: NameForm) -> NameParts | None:
    """Read a Vancouver name; what was not asked for is reported as guessed."""
    asked = form == "vancouver"
    if not asked and ends_in_degree(text.split()):
        return None
    parts = vancouver_name(text.split(), limit=4 if asked else 2)
    if parts is None:
        return None
    family = family_with_particles(parts.family)
    note = () if asked else (guessed(text, "read as a family and initials"),)
    return NameParts(
        family=family.family,
        given=parts.initials,
        non_dropping_particle=family.non_dropping_particle,
        suffix=parts.suffix,
        diagnostics=note,
    )


def _cjk(text: str) -> NameParts:
    """Read an East Asian name; one that cannot be taken apart is a literal."""
    parts = cjk_name(text)
    note = (guessed(text, "split by rule"),) if parts.guessed else ()
    literal = "" if parts.family else text
    return NameParts(family=parts.family, given=parts.given, literal=literal, diagnostics=note)


def _display(text: str) -> NameParts:
    """Read a name in display order."""
    trimmed = trim(text)
    parts = display_name(trimmed.words)
    note: tuple[Diagnostic, ...] = (guessed(text, parts.guess),) if parts.guess else ()
    return NameParts(
        family=parts.family,
        given=parts.given,
        non_dropping_particle=parts.non_dropping_particle,
        dropping_particle=parts.dropping_particle,
        suffix=trimmed.suffix,
        diagnostics=trimmed.diagnostics + note,
    )
