"""CSL-JSON, both directions, without loss."""

from citekit.exports import lazily

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from citekit.exchange.csl_json.format import (
        dumps,
        item_from_work,
        loads,
        stream,
        work_from_item,
    )

__all__ = [
    "dumps",
    "item_from_work",
    "loads",
    "stream",
    "work_from_item",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazily(
        __name__,
        {
            "format": "dumps item_from_work loads stream work_from_item",
        },
    )
