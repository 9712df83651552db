"""The official CSL fixtures: `passing.txt` lists those that pass, and it is right both ways."""

from __future__ import annotations

import pytest

from conformance.fixtures import CITEPROC_PY_PASSING, HOW, PASSING, SUITE, names, normal, read, run

if not SUITE.is_dir():
    pytest.skip(HOW, allow_module_level=True)

_PASSING = frozenset(PASSING.read_text(encoding="utf-8").split())


@pytest.mark.parametrize("name", names())
def test_a_fixture_gives_its_result_if_it_is_listed_and_only_then(name: str) -> None:
    fixture = read(name)
    got, want = normal(run(fixture)), normal(fixture.result)
    if name in _PASSING:
        assert got == want
    else:
        assert got != want, "it passes now: run `python -m conformance --write`"


def test_every_listed_fixture_exists() -> None:
    assert set(names()) >= _PASSING


def test_all_that_citeproc_py_passes_is_passed() -> None:
    """`citeproc_py_passing.txt` is made by `python -m conformance.citeproc_py`."""
    theirs = frozenset(CITEPROC_PY_PASSING.read_text(encoding="utf-8").split())
    assert theirs
    assert theirs <= _PASSING


_IDENTIFIERS = frozenset(("DOI", "ISBN", "ISSN", "PMID", "PMCID", "URL"))
_DOUBLED_RESOLVER = ["textcase_RepeatedTitleBug"]
"""Expects a link that leads nowhere, "https://doi.org/https://doi.org/10…"; see `notes.md`."""


def test_canonical_identifiers_mend_one_result_and_change_no_other() -> None:
    found = [
        name
        for name in names()
        if any(_IDENTIFIERS.intersection(item) for item in read(name).items)
        and run(read(name)) != run(read(name), verbatim=False)
    ]
    assert found == _DOUBLED_RESOLVER
    assert "https://doi.org/10.1007/" in run(read(found[0]), verbatim=False)
