"""Web addresses: only http and https, and only what is safe to put into a link.

Source: RFC 3986 for the parts and their characters, RFC 5891 (IDNA) for host names.
"""

from __future__ import annotations

import re
import unicodedata

from citekit.parsing.identifiers.cleaning import clean, fail
from citekit.speed.lazy import lazy
from citekit.text.percent import percent_encode

__all__ = ["MAX_URL_LENGTH", "normalise_url"]

MAX_URL_LENGTH = 8_000
"""The longest address that is accepted, in characters, before percent-encoding."""

_HINT = "an address looks like https://example.org/page"
_URL = lazy(
    r"(?P<scheme>[a-z][a-z0-9+.-]{0,30}):(?://(?P<place>[^/?#]*))?"
    r"(?P<path>[^?#]*)(?P<query>\?[^#]*)?(?P<fragment>#.*)?",
    re.IGNORECASE | re.DOTALL,
)
_STRAY_PERCENT = lazy(r"%(?![0-9a-fA-F]{2})")
_JOINERS = "\u200c\u200d"  # Persian and Indic words need them; they are percent-encoded.
_SAFE = ";/?:@&=+$,!*'()~-._%"


def normalise_url(text: str) -> str:
    """Check a web address and percent-encode what an address cannot hold.

    Args:
        text: An absolute http or https address; angle brackets around it are taken off.

    Returns:
        The address with scheme and host in lower case, an international host name in its ASCII
        form, and every character that is not allowed percent-encoded as UTF-8. What is already
        encoded stays; nothing else is changed, so that it remains the address that was given.

    Raises:
        IdentifierError: When the scheme is another (``javascript:``, ``file:`` …) or missing,
            there is no host or a wrong one, a password is in it, or it has control characters.

    >>> normalise_url("HTTPS://Example.org/a b?q=ü")
    'https://example.org/a%20b?q=%C3%BC'
    >>> normalise_url("javascript:alert(1)")
    Traceback (most recent call last):
    ...
    citekit.errors.IdentifierError: this is no web address: only http and https are accepted
    (got 'javascript:alert(1)'); an address looks like https://example.org/page
    """
    tidy = clean(text, "web address", _HINT, MAX_URL_LENGTH, allowed=_JOINERS)
    if tidy.startswith("<") and tidy.endswith(">"):
        tidy = tidy[1:-1].strip()
    match = _URL.fullmatch(tidy)
    if match is None:
        raise fail("web address", "its scheme is missing", text, "put https:// before it")
    scheme, place = match["scheme"].lower(), match["place"]
    if scheme not in ("http", "https"):
        raise fail("web address", "only http and https are accepted", text, _HINT)
    if not place:
        raise fail("web address", "it has no host", text, _HINT)
    rest = _encode(match["path"]) + _encode(match["query"] or "")
    fragment = match["fragment"]
    mark = "#" + _encode(fragment[1:]) if fragment else ""
    return f"{scheme}://{_place(place, text)}{rest}{mark}"


def _encode(part: str) -> str:
    """Percent-encode what a path, query or fragment cannot hold; keep what is encoded."""
    return percent_encode(_STRAY_PERCENT.sub("%25", part), safe=_SAFE)


def _place(place: str, source: str) -> str:
    """Check the host and the port."""
    if "@" in place:
        hint = "leave the user name and password out"
        raise fail("web address", "there is an @ before its host", source, hint)
    match = re.fullmatch(r"(?P<host>\[[^\]]*\]|[^:\[\]]*)(?P<port>:[0-9]{0,5})?", place)
    if match is None or int((match["port"] or "")[1:] or 0) > 65535:
        raise fail("web address", "its host or port is not well formed", source, _HINT)
    port = match["port"] if match["port"] and match["port"] != ":" else ""
    return _host(match["host"], source) + port


def _host(host: str, source: str) -> str:
    """Write the host in lower case and ASCII."""
    if host.startswith("["):
        import ipaddress

        try:
            return f"[{ipaddress.IPv6Address(host[1:-1]).compressed}]"
        except ValueError:
            raise fail("web address", "its host is no IPv6 address", source, _HINT) from None
    labels = host.lower().removesuffix(".").split(".")
    written = ".".join(_label(label, source) for label in labels)
    if len(written) > 253:
        raise fail("web address", "its host has more than 253 characters", source, _HINT)
    return written


def _label(label: str, source: str) -> str:
    """Write one part of a host name in ASCII: letters of other scripts as RFC 5891 says.

    The letters are not mapped to others, so that "straße" stays apart from "strasse".
    """
    composed = unicodedata.normalize("NFC", label)
    if not all(c in "-_" or unicodedata.category(c)[0] in "LMN" for c in composed):
        raise fail("web address", "its host has characters that no host has", source, _HINT)
    written = composed if composed.isascii() else "xn--" + composed.encode("punycode").decode()
    if not 1 <= len(written) <= 63 or written.startswith("-"):
        raise fail("web address", "its host has an empty or too long part", source, _HINT)
    return written
