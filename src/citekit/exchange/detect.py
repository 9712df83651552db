"""Which exchange format a source is in."""

from __future__ import annotations

from collections.abc import Iterable

from citekit.errors import ReadError
from citekit.exchange.base import ExchangeFormat
from citekit.exchange.head import Head

__all__ = ["detect"]


def detect(source: str | bytes, formats: Iterable[ExchangeFormat]) -> ExchangeFormat:
    """Tell which of *formats* a source is in, by asking each whether it recognises it.

    Args:
        source: The source, or its beginning.
        formats: The formats to ask.

    Raises:
        ReadError: None of them does, or several do; the hint names them.
    """
    text = source if isinstance(source, str) else source.decode("latin-1")
    head = Head(text)
    is_bytes = isinstance(source, bytes)
    asked = [each for each in formats if each.read is not None and each.binary is is_bytes]
    found = [each for each in asked if each.looks_like is not None and each.looks_like(head)]
    if len(found) == 1:
        return found[0]
    names = ", ".join(each.name for each in found or asked)
    said = "may be in several formats" if found else "is in no format that citekit reads"
    raise ReadError(f"the text {said}", value=text, hint=f"name the format: {names}")
