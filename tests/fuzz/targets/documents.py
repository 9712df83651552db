"""Documents: whatever is cited in whatever order, it is the same as when all is known at once."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

import citekit
from fuzz.finding import expect
from fuzz.generators.records import items
from fuzz.generators.text import hostile
from fuzz.oracles.characters import check_characters
from fuzz.oracles.pages import check_html
from fuzz.targets.records import check_messages, load_items
from fuzz.targets.target import Target

__all__ = ["TARGETS"]

_STYLES = (
    "apa nature chicago-author-date chicago-notes-bibliography ieee modern-language-association"
)
_styles = st.sampled_from([*_STYLES.split(), "vancouver", "csl:apa"])
_cites = st.fixed_dictionaries(
    {"work": st.integers(0, 3)},
    optional={
        "locator": st.sampled_from(["12", "12–15", "iv", "3, 5"]) | hostile,
        "label": st.sampled_from(["page", "chapter", "section", "figure"]),
        "prefix": st.sampled_from(["see ", "cf. "]) | hostile,
        "suffix": st.sampled_from([", emphasis added"]) | hostile,
        "narrative": st.booleans(),
        "suppress_author": st.booleans(),
    },
)
_steps = st.tuples(
    st.integers(0, 20), st.lists(_cites, min_size=1, max_size=3), st.none() | st.integers(0, 9)
)


@st.composite
def _namesakes(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Give works, some of which share authors and years, so that they are told apart."""
    made = draw(st.lists(items(), min_size=1, max_size=4))
    if draw(st.booleans()):
        shared: dict[str, Any] = {
            name: made[0][name] for name in ("author", "issued") if name in made[0]
        }
        made = [{**each, **shared} for each in made]
    return [{**each, "id": f"w{place}"} for place, each in enumerate(made)]


def check_document(case: tuple[list[dict[str, Any]], str, list[Any]]) -> None:
    """Insert citations one by one; then render the same at once."""
    made, style, steps = case
    works = load_items(made).works
    document = citekit.Document(works, style, output="html")
    order: list[citekit.Citation] = []
    shown: list[str] = []
    for place, cites, note in steps:
        try:
            citation = citekit.Citation(
                [_cite(each, len(works)) for each in cites], note_number=note
            )
        except citekit.CitekitError:
            continue
        place = min(place, len(order))
        try:
            changed = document.insert(place, citation)
        except citekit.CitekitError:
            return
        order.insert(place, citation)
        shown.insert(place, "")
        for index, text in changed.items():
            shown[index] = text
        expect(
            tuple(shown) == document.citations, "document", f"changed: {changed!a}, of {shown!a}"
        )
    at_once = citekit.render(document.works, style, citations=order, output="html")
    expect(at_once == document.result, "document", f"at once: {at_once!a}; {document.result!a}")
    check_messages(at_once.diagnostics)
    for text in (at_once.text, *at_once.citations):
        check_characters(text, "html")
        check_html(text)


def _cite(drawn: dict[str, Any], works: int) -> citekit.Cite:
    rest = {name: value for name, value in drawn.items() if name != "work"}
    return citekit.Cite(f"w{drawn['work'] % works}", **rest)


TARGETS = (
    Target(
        "documents",
        st.tuples(_namesakes(), _styles, st.lists(_steps, min_size=1, max_size=6)),
        check_document,
        batch=20,
    ),
)
