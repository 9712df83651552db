"""APA 7: the style of the *Publication Manual of the American Psychological Association* (2020).

One template makes every entry: author. (date). title. source. link (section 9.4). What differs
between types of works is data, in `kinds`; each module names the sections that it follows. The
wording is English; other languages have the CSL style `apa`.
"""

from __future__ import annotations

import re
from typing import Any

from citekit.errors import OptionError
from citekit.styles.apa.formatter import ApaFormatter
from citekit.styles.base import Formatter, take_options

__all__ = ["ApaFormatter", "apa"]

_ENGLISH = re.compile(r"en(?:[-_].*)?\Z", re.IGNORECASE)


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
    locale = options.get("locale")
    if locale is not None and not (isinstance(locale, str) and _ENGLISH.match(locale)):
        raise OptionError(
            "style 'apa' writes English only",
            field="locale",
            value=locale,
            hint="the CSL style 'csl:apa' knows other locales",
        )
    given = take_options(
        "apa", options, locale=lambda _: True, links=lambda value: isinstance(value, bool)
    )
    return ApaFormatter(links=given.get("links", True))
