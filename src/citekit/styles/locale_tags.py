"""Language tags, as a caller or a style gives them: are they well formed, and what stands in.

What is a tag says RFC 5646 (BCP 47), section 2.1; which locale stands in for one that is not
there says CSL 1.0.2, "Locale Fallback".
"""

from __future__ import annotations

import re
from typing import Any, Final

from citekit.errors import Diagnostic, OptionError, shorten
from citekit.speed.lazy import lazy

__all__ = ["check_tag", "stands_in"]

_LONGEST: Final = 100
"""RFC 5646, section 4.4.1: 35 characters are enough for any tag in use."""

_TAG: Final = lazy(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})"  # language, and what extends it
    r"(?:-[a-z]{4})?"  # script
    r"(?:-(?:[a-z]{2}|\d{3}))?"  # region
    r"(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*"  # variants
    r"(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*"  # extensions
    r"(?:-x(?:-[a-z\d]{1,8})+)?",  # private use
    re.IGNORECASE | re.ASCII,
)


def check_tag(tag: Any) -> str:
    """Give a language tag in its usual case, with hyphens where the caller has underscores.

    Raises:
        OptionError: It is no tag.

    >>> check_tag("de_at"), check_tag("SR-latn-rs")
    ('de-AT', 'sr-Latn-RS')
    >>> check_tag("de-../../x")
    Traceback (most recent call last):
    ...
    citekit.errors.OptionError: field 'locale': not a language tag (got 'de-../../x');
    give one such as 'de' or 'de-AT'
    """
    if isinstance(tag, str) and len(tag) <= _LONGEST:
        language, *rest = tag.replace("_", "-").split("-")
        if _TAG.fullmatch("-".join([language, *rest])):
            return "-".join([language.lower(), *map(_cased, rest)])
    hint = "give one such as 'de' or 'de-AT'"
    raise OptionError("not a language tag", field="locale", value=tag, hint=hint)


def _cased(subtag: str) -> str:
    """RFC 5646, section 2.1.1: regions in capitals, scripts with one, all else in small letters."""
    if len(subtag) == 2:
        return subtag.upper()
    return subtag.title() if len(subtag) == 4 else subtag.lower()


def stands_in(asked: str, given: str, where: str) -> Diagnostic:
    """Report that the locale *given* is used for the one *asked* for, unknown *where* it was."""
    return Diagnostic(
        severity="warning",
        code="locale-fallback",
        message=f"{where} has no locale {shorten(asked)}; {given!r} stands in for it",
        field="locale",
    )
