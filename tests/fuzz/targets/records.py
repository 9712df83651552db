"""Records of CSL-JSON in, every format out."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st

import citekit
from citekit.errors import CitekitError
from citekit.styles.base import Formatter
from citekit.tables.variables import BY_CSL_NAME, NAME_VARIABLES
from fuzz.finding import expect
from fuzz.generators.records import items, wrong_items
from fuzz.generators.text import BIDI, prints_nothing
from fuzz.oracles.characters import check_bidi, check_characters
from fuzz.oracles.pages import check_html, check_markdown, check_rst, letters
from fuzz.oracles.tex import check_bibtex, check_latex
from fuzz.oracles.words import check_told, words_of
from fuzz.targets.target import Target

__all__ = ["TARGETS", "check_outputs", "load_items"]

STYLES = "apa nature ieee chicago-author-date modern-language-association vancouver".split()
STYLES += ["chicago-notes-bibliography", "american-medical-association", "csl:apa"]


def bidi_fields(value: object) -> set[str]:
    """Give the letters of the fields that have bidirectional marks of their own."""
    found: set[str] = set()
    if isinstance(value, dict):
        values: Sequence[Any] = list(value.values())
    elif isinstance(value, list):
        values = value
    else:
        return found
    if BIDI.search(json.dumps(value, ensure_ascii=False)) is None:
        return found
    whole = [each for each in values if isinstance(each, str)]
    if any(BIDI.search(each) for each in whole):
        found |= {word[2] for each in whole if BIDI.search(each) for word in words_of(each)}
    return found.union(*map(bidi_fields, values))


def load_items(items: list[dict[str, Any]]) -> citekit.Loaded:
    """Load items; each comes back as a work or as a failed record."""
    loaded = citekit.loads(json.dumps(items), "csl_json")
    expect(len(loaded.works) + len(loaded.failed) == len(items), "records", "a record is missing")
    return loaded


def check_messages(messages: Sequence[object]) -> None:
    """Whatever is said can be printed."""
    for each in messages:
        check_characters(str(each), "a message")


def check_outputs(
    works: Sequence[citekit.Work],
    style: Formatter | str,
    hostile: set[str],
    citations: Sequence[Any] = (),
) -> None:
    """Every output of works in a style is what citekit wrote, with the same words."""
    seen: dict[str, str] = {}
    for output, read in _READERS.items():
        result = citekit.render(works, style, citations=citations, output=output)
        check_messages(result.diagnostics)
        for text in (result.text, *result.entries, *result.citations):
            check_characters(text, output)
            check_bidi(text, hostile, output)
            shown = read(text)
            if text is result.text:
                seen[output] = letters(shown) if output != "latex" else " ".join(words_of(shown))
    in_order = " ".join(words_of(result.text))
    expect(seen.pop("latex") == in_order, "words", f"LaTeX has other words than {in_order!a}")
    expect(len(set(seen.values())) == 1, "words", f"outputs say different things: {seen!a}")


_READERS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "plain": str,
        "html": check_html,
        "markdown": check_markdown,
        "latex": check_latex,
        "rst": check_rst,
        "ansi": lambda text: re.sub(r"\x1b\[[0-9;]*m", "", text),
    }
)


def check_record(case: tuple[dict[str, Any], str]) -> None:
    """One record, one style, all outputs."""
    item, style = case
    loaded = load_items([item])
    check_messages([record.error for record in loaded.failed])
    check_messages([each for work in loaded.works for each in work.diagnostics])
    works = citekit.with_ids(loaded.works)
    if works:
        citations = [works[0], citekit.Cite(works[0].id, locator="12", narrative=False)]
        check_outputs(works, style, bidi_fields(item), citations)


def check_entry(case: tuple[dict[str, Any], str]) -> None:
    """One record as an entry: what is written is balanced, and what is lost is told."""
    item, dialect = case
    for work in load_items([item]).works:
        (ready,) = citekit.with_ids([work])
        dumped = _exchange(dialect).dumps([ready])
        check_characters(dumped.text, dialect)
        check_bidi(dumped.text, bidi_fields(item), dialect)
        check_bibtex(dumped.text, 1)
        told = [*work.diagnostics, *dumped.diagnostics]
        check_told(item, dumped.text, told, dialect)
        again = citekit.loads(dumped.text, dialect)
        expect(len(again.works) == 1, "again", f"not read again: {dumped.text!a}")
        check_told(dumped.text, citekit.dumps(again.works, dialect), (), f"{dialect} again")


def _exchange(name: str) -> Any:
    from citekit import registry

    return registry.resolve("exchange", name)


def check_wrong_types(item: dict[str, Any]) -> None:
    """What is no CSL-JSON is told, and what comes of it is safe."""
    loaded = load_items([item])
    for work in loaded.works:
        said = " ".join(f"{each.field} {each.message}" for each in work.diagnostics)
        for name, value in item.items():
            row = BY_CSL_NAME.get(name)
            if row is not None and is_foreign(row.kind, value):
                told = name in said or row.path in said
                expect(
                    told, "silent", f"{name}: {value!a} became {getattr(work, row.path, None)!a}"
                )
        for attribute in (row.path for row in NAME_VARIABLES):
            for name_ in getattr(work, attribute):
                expect(not prints_nothing(name_.literal), "nobody", f"{attribute}: {name_!a}")
        written = citekit.dumps(citekit.with_ids([work]), "csl_json")
        check_told(item, written, work.diagnostics, "csl_json")
        check_messages([*work.diagnostics])


def is_foreign(kind: str, value: Any) -> bool:
    """Whether CSL-JSON's schema (csl-data.json) has no such value for a variable of that kind."""
    if value is None or value in ("", [], {}):
        return False
    if kind == "names":
        return not (isinstance(value, list) and all(isinstance(each, dict) for each in value))
    if kind == "date":
        return not isinstance(value, dict)
    if kind == "number":
        return not isinstance(value, (str, int, float)) or isinstance(value, bool)
    return not isinstance(value, str)


def check_apa_people(item: dict[str, Any]) -> None:
    """Nobody is lost in APA without a warning."""
    for work in load_items([item]).works:
        ready = citekit.with_ids([work])
        result = citekit.render(ready, "apa")
        people = {row.csl: item[row.csl] for row in NAME_VARIABLES if row.csl in item}
        if result.entries:
            check_told(people, result.text, result.diagnostics, "apa")


def check_same_again(case: tuple[dict[str, Any], str]) -> None:
    """The same bytes when it is run again, and in another thread."""
    item, style = case
    found: list[str] = []

    def run() -> None:
        try:
            works = citekit.with_ids(load_items([item]).works)
            found.append(citekit.bibliography(works, style, output="html"))
        except CitekitError as error:
            found.append(str(error))

    run()
    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    run()
    expect(len(found) == 3 and len(set(found)) == 1, "same", f"not the same again: {found!a}")


TARGETS = (
    Target("records", st.tuples(items(), st.sampled_from(STYLES)), check_record),
    Target("entries", st.tuples(items(), st.sampled_from(["bibtex", "biblatex"])), check_entry),
    Target("wrong types", wrong_items(), check_wrong_types),
    Target("people in APA", items(), check_apa_people),
    Target("same again", st.tuples(items(), st.sampled_from(STYLES)), check_same_again, batch=10),
)
