"""The raw record: what a page says of a work, line by line, with nothing understood yet."""

from citekit.exports import lazily

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from citekit.exchange.raw.format import loads, stream, work_from_record

__all__ = [
    "loads",
    "stream",
    "work_from_record",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazily(
        __name__,
        {
            "format": "loads stream work_from_record",
        },
    )
