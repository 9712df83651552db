"""Items and works, which the tests of CSL-JSON share."""

from __future__ import annotations

import json
from typing import Any

from citekit.exchange.csl_json.format import item_from_work, work_from_item
from citekit.model.work import Work


def through_json(work: Work) -> Work:
    """Write a work as JSON text, and read it again."""
    return work_from_item(json.loads(json.dumps(item_from_work(work)[0])))


def read(**item: Any) -> Work:
    """Read an item of type book."""
    return work_from_item({"type": "book", **item})
