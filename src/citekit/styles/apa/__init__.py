"""APA 7: the style of the *Publication Manual of the American Psychological Association* (2020).

One template makes every entry: author. (date). title. source. link (section 9.4). What differs
between types of works is data, in `kinds`; each module names the sections that it follows. The
wording is English; other languages have the CSL style `apa`.
"""

from __future__ import annotations

from typing import Any, Final

from citekit.errors import Diagnostic, OptionError
from citekit.styles.apa.formatter import ApaFormatter
from citekit.styles.base import Formatter, take_options
from citekit.styles.locale_tags import check_tag, stands_in

__all__ = ["ApaFormatter", "apa"]

_LOCALE: Final = "en-US"


def apa(**options: Any) -> Formatter:
    """Make a formatter for APA 7.

    Args:
        options: `locale`, an English tag ("en", "en-GB") or None, and `links` (False: DOIs and
            addresses are plain text).

    Raises:
        OptionError: An option is unknown, or the locale is not English.

    >>> from citekit.model.work import Work
    >>> works = [Work(id="gpt4", authors="OpenAI", issued=2023, title="GPT-4 Technical Report",
    ...               type="preprint", venue="arXiv")]
    >>> str(apa().render(works).entries[0].text)
    'OpenAI. (2023). GPT-4 technical report. arXiv.'
    """
    notes = _notes(options.get("locale"))
    given = take_options(
        "apa", options, locale=lambda _: True, links=lambda value: isinstance(value, bool)
    )
    return ApaFormatter(links=given.get("links", True), diagnostics=notes)


def _notes(locale: Any) -> tuple[Diagnostic, ...]:
    """Check the locale that was asked for, and say so where it is not that of the United States."""
    if locale is None:
        return ()
    tag = check_tag(locale)
    if tag.partition("-")[0] != "en":
        raise OptionError(
            "style 'apa' writes English only",
            field="locale",
            value=locale,
            hint="the CSL style 'csl:apa' knows other locales",
        )
    return () if tag in ("en", _LOCALE) else (stands_in(locale, _LOCALE, "style 'apa'"),)
