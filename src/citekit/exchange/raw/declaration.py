"""What raw records say of themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from citekit.exchange.base import ExchangeFormat, Loaded, Record
from citekit.exchange.head import Head
from citekit.tables.record_keys import ITEM_KEYS, RAW_KEYS

__all__ = ["RAW"]


def _looks_like(head: Head) -> bool:
    keys = head.keys
    if keys is None:
        return False
    return "records" in head.envelope or len(RAW_KEYS & keys) > len(ITEM_KEYS & keys)


def _read(text: str) -> Loaded:
    from citekit.exchange.raw.format import loads

    return loads(text)


def _stream(pieces: Iterable[str]) -> Iterator[Record]:
    from citekit.exchange.raw.format import stream

    return stream(pieces)


RAW: Final = ExchangeFormat(
    name="raw",
    title="Raw records",
    suffixes=(".json",),
    looks_like=_looks_like,
    read=_read,
    stream=_stream,
)
"""Read only: a raw record is what somebody else's page says."""
