r"""Values that LaTeX takes verbatim: URLs, DOIs and e-print numbers.

They are never LaTeX-escaped: what BibTeX styles hand to `\url` and biblatex reads verbatim would
print `\_` or `%5C_`. Characters that would break the entry are percent-encoded instead.
"""

from __future__ import annotations

import re

__all__ = ["encode_verbatim", "unescape_verbatim"]

_BREAKING = re.compile(r"[{}\\^\s\x00-\x1f\x7f-\U0010ffff]")
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_ESCAPED = re.compile(r"\\([%#&_{}~$^])")


def encode_verbatim(value: str, *, spaces: bool = False) -> str:
    r"""Make *value* fit for a verbatim field: percent-encode what would break the entry.

    That is braces, backslash, white space, `^` (TeX reads `^^5c` as a backslash) and everything
    beyond ASCII. Control characters and lone surrogates are left out.

    Args:
        value: A URL, a DOI, an e-print number; with *spaces*, a path or a time.
        spaces: Whether single spaces may stay.

    >>> encode_verbatim("https://example.org/a_b%20c?x={1} \\é")
    'https://example.org/a_b%20c?x=%7B1%7D%20%5C%C3%A9'
    """
    value = _INVISIBLE.sub("", value)
    if spaces:
        return " ".join(_BREAKING.sub(_percent, piece) for piece in value.split())
    return _BREAKING.sub(_percent, value)


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())


def unescape_verbatim(value: str) -> str:
    r"""Take back the LaTeX escapes that careless exports put into verbatim values.

    >>> unescape_verbatim(r"https://example.org/a\_b\%20c")
    'https://example.org/a_b%20c'
    """
    return _ESCAPED.sub(r"\1", value)
