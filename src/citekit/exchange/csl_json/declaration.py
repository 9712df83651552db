"""What CSL-JSON says of itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from citekit.exchange.base import Dumped, ExchangeFormat, Loaded, Record
from citekit.exchange.head import Head
from citekit.model.work import Work
from citekit.tables.record_keys import ITEM_KEYS, RAW_KEYS

__all__ = ["CSL_JSON"]


def _looks_like(head: Head) -> bool:
    """JSON is CSL-JSON unless its first record has more keys that only a raw record has."""
    keys = head.keys
    if keys is None or "records" in head.envelope:
        return False
    return len(RAW_KEYS & keys) <= len(ITEM_KEYS & keys)


def _read(text: str, *, verbatim_identifiers: bool = False) -> Loaded:
    from citekit.exchange.csl_json.format import loads

    return loads(text, verbatim_identifiers=verbatim_identifiers)


def _stream(pieces: Iterable[str], *, verbatim_identifiers: bool = False) -> Iterator[Record]:
    from citekit.exchange.csl_json.format import stream

    return stream(pieces, verbatim_identifiers=verbatim_identifiers)


def _write(works: Sequence[Work]) -> Dumped:
    from citekit.exchange.csl_json.format import dumps

    return dumps(works)


CSL_JSON: Final = ExchangeFormat(
    name="csl_json",
    title="CSL-JSON",
    suffixes=(".json",),
    media_types=("application/vnd.citationstyles.csl+json",),
    looks_like=_looks_like,
    read=_read,
    stream=_stream,
    write=_write,
    options=("verbatim_identifiers",),
)
