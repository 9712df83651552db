"""CSL-JSON: both directions, nothing lost."""

from __future__ import annotations

import json

from hypothesis import given, settings

from citekit.exchange.csl_json import item_from_work, work_from_item
from citekit.model.work import Work
from strategies import works


def through_json(work: Work) -> Work:
    return work_from_item(json.loads(json.dumps(item_from_work(work)[0])))


def codes(work: Work) -> list[str]:
    return [each.code for each in work.diagnostics]


class TestNothingIsLost:
    """ "lossless JSON (CSL-JSON with citekit's extras under `custom`)" (issue 2, part 1)"""

    @settings(max_examples=300, deadline=None)
    @given(work=works())
    def test_a_work_comes_back_as_it_was(self, work: Work):
        assert through_json(work) == work
