"""Percent-encoding of what a URL cannot hold (RFC 3986, section 2)."""

from __future__ import annotations

__all__ = ["percent_encode"]

_UNRESERVED = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-._~"


def percent_encode(text: str, safe: str) -> str:
    """Encode each character that is neither unreserved nor in *safe*, as UTF-8.

    The library for it is loaded only when there is something to encode.

    >>> percent_encode("a/b c é", safe="/")
    'a/b%20c%20%C3%A9'
    """
    if not text.strip(_UNRESERVED + safe):
        return text
    from urllib.parse import quote

    return quote(text, safe=safe, errors="replace")
