"""Every diagnostic that citekit makes is in the table of docs/reference/diagnostics.md."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import citekit
from citekit.latex.notes import _MESSAGES

ROOT = Path(__file__).parent.parent
SEVERITIES = ("info", "warning", "error")
MAKERS = frozenset("Diagnostic report note _report _lost dropped guessed keep add".split())
"""The functions that make a diagnostic of a code, or remember that one is to be made."""
_CODE = re.compile(r"[a-z]+(?:-[a-z]+)+\Z")
_ROW = re.compile(r"\| `([a-z-]+)` \| ([a-z, ]+) \| (.+) \|")


def documented() -> dict[str, set[str]]:
    """Give the severities of each code in the table."""
    text = (ROOT / "docs/reference/diagnostics.md").read_text("utf-8")
    rows = [match.groups() for match in map(_ROW.fullmatch, text.splitlines()) if match]
    assert len({code for code, _, _ in rows}) == len(rows), "a code stands twice"
    return {code: set(severities.split(", ")) for code, severities, _ in rows}


def _constants(node: ast.AST) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value


def _made_by(call: ast.Call) -> Iterator[tuple[str, set[str]]]:
    """Give the codes in a call of a maker, with the severities that stand beside them."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name not in MAKERS:
        return
    shallow = [*call.args, *(each.value for each in call.keywords)]
    words = [
        word for each in shallow if not isinstance(each, ast.Call) for word in _constants(each)
    ]
    found = {word for word in words if word in SEVERITIES} or {"warning"}
    if name == "keep":
        yield "kept-in-extra", found
    elif name == "report" and words[:1] and words[0] in SEVERITIES:
        yield words[1], found  # Reading.report(severity, code, message, field)
    else:
        yield from ((word, found) for word in words if _CODE.match(word))


def made() -> dict[str, set[str]]:
    """Give the codes that the source makes, with their severities as far as they stand there."""
    found: dict[str, set[str]] = {}
    for path in (ROOT / "src/citekit").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                for code, severities in _made_by(node):
                    found.setdefault(code, set()).update(severities)
    return found


def _latex() -> dict[str, set[str]]:
    return {code: {severity} for code, (severity, _) in _MESSAGES.items()}


ELSEWHERE = {"doi-derived": {"info"}, "url-derived": {"info"}, "name-guessed": {"warning"}}
"""Codes that stand in no call: put together, or the default of an argument."""


class TestTheTable:
    def test_each_code_of_the_source_is_in_it_and_no_other(self) -> None:
        assert documented() == {**made(), **_latex(), **ELSEWHERE}

    def test_the_codes_that_stand_in_no_call(self) -> None:
        work = citekit.Work(type="preprint", arxiv="2302.13971", title="T", authors="Smith J")
        found = [*work.diagnostics, *citekit.render([work], "bibtex").diagnostics]
        pairs = {each.code: {each.severity} for each in found}
        assert {code: pairs.get(code) for code in ELSEWHERE} == ELSEWHERE

    @pytest.mark.parametrize("word", ["lost", "left out", "removed", "gone", "dropped"])
    def test_what_is_lost_is_a_warning(self, word: str) -> None:
        """ "what is lost is a warning" (issue 13); marks without their footnotes say nothing"""
        text = (ROOT / "docs/reference/diagnostics.md").read_text("utf-8")
        rows = [match.groups() for match in map(_ROW.fullmatch, text.splitlines()) if match]
        lost = {code for code, severity, meaning in rows if word in meaning and severity == "info"}
        assert lost <= {"marks-dropped", "case-guessed"}
