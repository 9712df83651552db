"""Runs: the same from the flat form of rich text as from the tree."""

from collections.abc import Sequence
from itertools import count

import pytest
from attrs import evolve
from hypothesis import given

from citekit.text.flat import pieces_of
from citekit.text.nodes import Block, Format, Link, Node, RichText, Styled
from citekit.writers.runs import Run, Shift, _flat_runs, _walk, runs
from strategies import hostile_rich_texts, printable

SAFE, UNSAFE = "https://e.org/", "javascript:alert(1)"


def numbered(row: Sequence[Run]) -> list[Run]:
    """Count the blocks anew: their numbers only tell neighbours apart."""
    known: dict[Shift, Shift] = {}
    return [
        evolve(
            run,
            marks=tuple(
                known.setdefault(mark, Shift(mark.display, len(known)))
                if isinstance(mark, Shift)
                else mark
                for mark in run.marks
            ),
        )
        for run in row
    ]


class TestFlat:
    @given(hostile_rich_texts(printable, max_leaves=6))
    def test_both_ways_give_the_same(self, text: RichText) -> None:
        pieces = pieces_of(text)
        row = None if pieces is None else _flat_runs(pieces)
        if row is not None:
            assert numbered(row) == numbered(list(_walk(text, (), 0, count())))

    def test_nested_elements(self) -> None:
        inner = Styled(["a"], Format.BOLD)
        text = RichText(["See ", Block([Link([inner, "b"], SAFE), "c"], "indent"), inner])
        pieces = pieces_of(text)
        assert pieces is not None
        row = _flat_runs(pieces)
        assert row is not None
        assert [(run.text, len(run.marks)) for run in row] == [
            *(("See ", 0), ("a", 3), ("b", 2)),
            *(("c", 1), ("a", 1)),
        ]
        assert numbered(row) == numbered(list(_walk(text, (), 0, count())))

    @pytest.mark.parametrize(
        "nodes",
        [
            ["a\tb"],
            [Link(["a"], UNSAFE), "b"],
            [Link([Styled([Link(["a"], SAFE)], Format.BOLD), "b"], SAFE)],
        ],
    )
    def test_what_is_cleaned_or_left_out_takes_the_tree(self, nodes: Sequence[Node]) -> None:
        pieces = pieces_of(RichText(nodes))
        assert pieces is not None
        assert _flat_runs(pieces) is None
        assert runs(RichText(nodes))
