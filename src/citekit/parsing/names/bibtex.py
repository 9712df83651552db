r"""Names as BibTeX reads them: the algorithm of BibTeX 0.99d, step by step.

Source: the program itself (`bibtex.web`, sections "Isolate the desired name" to "von token
found") and Patashnik, *BibTeXing*, section 4. In words:

* Names are separated by "and" between white space, in any case, outside braces (`~` is no white
  space here).
* A name is cut into tokens at white space, `~` and `-`, outside braces, and into at most three
  parts at commas: "First von Last", "von Last, First", "von Last, Jr, First".
* A token is a *von* token if its first letter outside braces is lower case. A brace group has no
  case, unless it is a *special character* (it starts with a backslash): then its letter after the
  control sequence counts (`{\'e}`), or the control sequence itself (`{\oe}`, `{\O}`).
* Without a comma: from the first to the last von token is the von part; the last token is never
  von, and parts joined by a hyphen stay together.

BibTeX knows ASCII letters only; as in bibtexu and biber, every Unicode letter has its case here.

`parse_bibtex_name` works on **raw BibTeX text**: parts still hold LaTeX commands and braces; only a
name that is one brace group loses that pair. `read_bibtex_name` decodes the parts.
"""

from __future__ import annotations

import re
from itertools import pairwise

from attrs import define, evolve, frozen

from citekit.errors import InvalidNameError
from citekit.latex.decode import decode_line
from citekit.parsing.names.looks import look_at
from citekit.parsing.names.organizations import organization_reason
from citekit.parsing.names.parts import NameParts, guessed, organization_guessed
from citekit.speed.lazy import lazy
from citekit.speed.records import shared_repr
from citekit.text.clean import prints

__all__ = [
    "parse_bibtex_name",
    "read_bibtex_name",
    "split_bibtex_names",
    "whole_group",
]

_PIECE = lazy(r"[{}]|(?<=[\s{}])and(?=[\s{}]|$)", re.IGNORECASE)
_TOKEN_END = lazy(r"[\s~,{}-]")
_CONTROL = lazy(r"\\([^\W\d_]+)")
_LOWER_CONTROLS = frozenset({"i", "j", "oe", "ae", "aa", "o", "l", "ss"})
_UPPER_CONTROLS = frozenset({"OE", "AE", "AA", "O", "L"})
_MARKS = "*†‡§¶"


def split_bibtex_names(text: str) -> tuple[str, ...]:
    r"""Split a BibTeX name list at every "and" outside braces.

    Args:
        text: Raw BibTeX text.

    Returns:
        The names, without white space round them; names without text are left out.

    >>> split_bibtex_names("Knuth, Donald AND {Barnes and Noble} and others")
    ('Knuth, Donald', '{Barnes and Noble}', 'others')
    """
    names: list[str] = []
    depth = start = 0
    for match in _PIECE.finditer(text):
        piece = match.group()
        if piece == "{":
            depth += 1
        elif piece == "}":
            depth = max(0, depth - 1)
        elif depth == 0 and _stands_alone(text, match.start(), match.end()):
            names.append(text[start : match.start()])
            start = match.end()
    names.append(text[start:])
    return tuple(name.strip() for name in names if name.strip())


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Say whether white space stands on both sides (the end of the text counts)."""
    return text[start - 1].isspace() and (end == len(text) or text[end].isspace())


@define(eq=False)
@shared_repr
class _Tokens:
    """The tokens of a name, what stood before each, and before which tokens commas stood."""

    words: list[str]
    before: list[str]
    commas: list[int]


def _tokens(text: str) -> _Tokens:
    """Cut a name into tokens ("Copy name and count commas to determine syntax")."""
    found = _Tokens([], [], [])
    separator = ""
    depth = start = 0
    for match in _TOKEN_END.finditer(text):
        char = match.group()
        if char in "{}":
            depth = depth + 1 if char == "{" else max(0, depth - 1)
            continue
        if depth:
            continue
        if match.start() > start:
            found.words.append(text[start : match.start()])
            found.before.append(separator)
            separator = "-" if char == "-" else " "
        if char == ",":
            found.commas.append(len(found.words))
            separator = " "
        start = match.end()
    if start < len(text):
        found.words.append(text[start:])
        found.before.append(separator)
    return found


def _is_von(token: str) -> bool:
    """Say whether the first letter of *token* outside braces is lower case."""
    position = 0
    while position < len(token):
        char = token[position]
        if char == "{":
            if token.startswith("\\", position + 1):
                return _special_is_lower(token, position + 1)
            position = _after_group(token, position)
            continue
        if char.isalpha() and (char.isupper() or char.islower()):
            return char.islower()
        position += 1
    return False


def _after_group(token: str, position: int) -> int:
    """Give the index after the brace group that opens at *position*."""
    depth = 0
    for index in range(position, len(token)):
        depth += (token[index] == "{") - (token[index] == "}")
        if depth == 0:
            return index + 1
    return len(token)


def _special_is_lower(token: str, position: int) -> bool:
    """Give the case of a special character whose backslash is at *position*."""
    control = _CONTROL.match(token, position)
    if control and control.group(1) in _LOWER_CONTROLS | _UPPER_CONTROLS:
        return control.group(1) in _LOWER_CONTROLS
    start = control.end() if control else position + 2
    for char in token[start : _after_group(token, position - 1)]:
        if char.isalpha() and (char.isupper() or char.islower()):
            return char.islower()
    return False


@frozen(eq=False)
@shared_repr
class _Spans:
    """Where the parts of a name start, as indices of tokens."""

    first: tuple[int, int]
    von: tuple[int, int]
    last: tuple[int, int]
    jr: tuple[int, int]


def _spans(tokens: _Tokens) -> _Spans:
    """Find the four parts ("Find the parts of the name")."""
    count = len(tokens.words)
    if not tokens.commas:
        von, found = _first_von(tokens, count)
        end = _von_end(tokens, von, count) if found else von
        return _Spans((0, von), (von, end), (end, count), (count, count))
    last = tokens.commas[0]
    end = _von_end(tokens, 0, last)
    jr = tokens.commas[1] if len(tokens.commas) > 1 else last
    return _Spans((jr, count), (0, end), (end, last), (last, jr))


def _first_von(tokens: _Tokens, count: int) -> tuple[int, bool]:
    """Give where the von part starts, or where the last name starts and False."""
    for index in range(count - 1):
        if _is_von(tokens.words[index]):
            return index, True
    start = max(count - 1, 0)
    while start > 0 and tokens.before[start] == "-":
        start -= 1
    return start, False


def _von_end(tokens: _Tokens, start: int, end: int) -> int:
    """Give where the von part ends ("von name ends and last name starts stuff")."""
    index = end - 1
    while index > start:
        if _is_von(tokens.words[index - 1]):
            return index
        index -= 1
    return start


def _part(tokens: _Tokens, span: tuple[int, int]) -> str:
    """Join the tokens of one part as they stood, `~` as a space."""
    start, end = span
    if start == end:
        return ""
    later = zip(tokens.before[start + 1 : end], tokens.words[start + 1 : end], strict=True)
    joined = tokens.words[start] + "".join(gap + word for gap, word in later)
    return joined.rstrip(_MARKS) or joined


def whole_group(text: str) -> str:
    r"""Give what one brace group round the whole *text* holds, "" where there is none.

    A special character (`{\O}`) is a letter and no group in this sense. Several groups without
    anything between them are one where special characters part them, as `{AT}{\&}{T Labs}`: so
    is written what BibTeX must not cut within a command.
    """
    groups: list[str] = []
    end = 0
    while text.startswith("{", end):
        start, end = end, _after_group(text, end)
        groups.append(text[start:end])
    plain = [not group.startswith("{\\") for group in groups]
    if end < len(text) or text[-1] != "}" or not any(plain) or any(map(all, pairwise(plain))):
        return ""
    return text[1:-1].strip() if len(groups) == 1 else text


def parse_bibtex_name(text: str) -> NameParts:
    r"""Read one name by BibTeX's algorithm; see the module.

    Args:
        text: One name as raw BibTeX text.

    Returns:
        Parts that still hold LaTeX. The von part is a non-dropping particle, since BibTeX's styles
        always print it. One brace group round the whole name is an organization; so is a name
        without braces and commas that `organizations` knows by its shape (BibTeX
        would print "W. H. Organization"), which is reported. More than two commas are an error in
        BibTeX; here they give a literal and a diagnostic.

    Raises:
        InvalidNameError: The text names nobody.

    >>> name = parse_bibtex_name(r"{\'E}mile von der Vogelweide-{\"U}ber")
    >>> name.given, name.non_dropping_particle, name.family
    ("{\\'E}mile", 'von der', 'Vogelweide-{\\"U}ber')
    >>> parse_bibtex_name("{World Health Organization}").literal
    'World Health Organization'
    >>> parse_bibtex_name(r"{AT}{\&}{T Labs}").literal
    '{AT}{\\&}{T Labs}'
    """
    text = text.strip(" \t\r\n~,")
    if not any(map(str.isalnum, text)):
        raise InvalidNameError("a name without any part", value=text, hint="give at least a family")
    if group := whole_group(text):
        return NameParts(literal=group)
    tokens = _tokens(text)
    if len(tokens.commas) > 2:
        return NameParts(
            literal=text, diagnostics=(guessed(text, "kept whole: it has too many commas"),)
        )
    if not tokens.commas and "{" not in text and (reason := organization_reason(text)):
        return NameParts(literal=text, diagnostics=(organization_guessed(text, reason),))
    return _assembled(tokens)


def _assembled(tokens: _Tokens) -> NameParts:
    """Make parts of the tokens; a name that has no last part uses its first as family."""
    spans = _spans(tokens)
    family = _part(tokens, spans.last)
    given = _part(tokens, spans.first)
    if not family:
        family, given = given, ""
    return NameParts(
        family=family,
        given=given,
        non_dropping_particle=_part(tokens, spans.von),
        suffix=_part(tokens, spans.jr),
    )


def read_bibtex_name(text: str) -> NameParts:
    r"""Read one name, LaTeX and all; see `parse_bibtex_name`.

    Raises:
        InvalidNameError: The text names nobody, or nothing in it prints.

    >>> read_bibtex_name(r"Erd{\H o}s, P{\'a}l").family
    'Erdős'
    """
    family, comma, given = text.partition(", ")
    if look_at(family) == "plain" and look_at(given) == ("plain" if comma else ""):
        if not comma:
            given, _, family = text.rpartition(" ")
        return NameParts(family=family, given=given)
    raw = parse_bibtex_name(text)
    notes = list(raw.diagnostics)

    def plain(latex: str) -> str:
        found, said = decode_line(latex) if latex else ("", ())
        notes.extend(said)
        return found

    name = NameParts(
        family=plain(raw.family),
        given=plain(raw.given),
        non_dropping_particle=plain(raw.non_dropping_particle),
        suffix=plain(raw.suffix),
        literal=plain(raw.literal),
        comma_suffix=bool(raw.suffix),
    )
    if not prints(name.family + name.given + name.literal):
        raise InvalidNameError("a name in which nothing prints", value=text)
    return evolve(name, diagnostics=tuple(notes)) if notes else name
