"""Lists of authors as people type them: nobody is invented, nobody is lost silently."""

from __future__ import annotations

from hypothesis import strategies as st

import citekit
from fuzz.finding import expect
from fuzz.generators.text import hostile, hostile_pieces, prints_nothing, words
from fuzz.oracles.characters import check_characters
from fuzz.oracles.words import words_of
from fuzz.targets.target import Target

__all__ = ["TARGETS"]

_family = words("o").map(str.capitalize)
_given = st.sampled_from(["Ann", "A. B.", "AB", "J.-L.", "Mary Jane", "李", "Dr.", "O."])
_one = st.one_of(
    st.builds("{} {}".format, _given, _family),
    st.builds("{1}, {0}".format, _given, _family),
    st.builds("{1} {0}".format, _given, _family),
    st.builds("{} van der {}".format, _given, _family),
    st.builds("{} {} Jr.".format, _given, _family),
    st.builds("{} {}1,2*".format, _given, _family),
    _family,
    hostile,
    st.sampled_from(
        ["\u200f\u200c", "(ed.)", "and", "University of X", "¹", "*", "PhD", "MD", "&"]
    ),
)
_joints = st.sampled_from(
    [", ", "; ", " and ", " & ", ", and ", "\n", " · ", " | ", ",", " with ", "，"]
)
_ends = (
    st.sampled_from(
        [
            "",
            "",
            "",
            " et al.",
            ", et al",
            " and others",
            ", …",
            " and 11 others",
            ", +3 more",
            " (12 total)",
        ]
    )
    | hostile_pieces
)


@st.composite
def _lines(draw: st.DrawFn) -> str:
    people = draw(st.lists(_one, min_size=1, max_size=6))
    joint = draw(_joints)
    mixed = "".join(
        each + draw(_joints if draw(st.booleans()) else st.just(joint)) for each in people
    )
    return (
        mixed[: -len(joint)] + draw(_ends)
        if draw(st.booleans())
        else joint.join(people) + draw(_ends)
    )


def check_line(line: str) -> None:
    """A line of authors, and what BibTeX and APA make of it."""
    found = citekit.AuthorList.parse(line)
    names = [name.literal for name in found]
    shown = words_of(" ".join(names))
    told = " ".join(each.message for each in found.diagnostics) + found.note
    left = [word for word in words_of(line) if word not in shown and word not in told.lower()]
    expect(not left, "told", f"{left} of {line!a} are lost: {names!a}")
    expect(len(shown) <= len(words_of(line)), "invented", f"{names!a} of {line!a}")
    for name in names:
        expect(not prints_nothing(name), "nobody", f"{names!a} of {line!a}")
        check_characters(name, "a name")
        made = {char for char in name.casefold() if char.isalpha()} - {*line.casefold()}
        expect(not made or not name.isascii(), "invented", f"{name!a} of {line!a}")


TARGETS = (Target("author lines", _lines(), check_line, batch=100),)
