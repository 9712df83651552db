"""Changes of case that depend on a language, and apostrophes of terms."""

from __future__ import annotations

import pytest
from attrs import evolve

from styles.csl.small import cite, item


class TestUppercase:
    """text-case "uppercase": "displays text in uppercase" (CSL 1.0.2, "Text-case"), by the rules of
    the item's language or, where it names none, of the style's locale."""

    LAYOUT = '<text variable="title" text-case="uppercase"/>'

    @pytest.mark.parametrize(
        ("language", "locale", "shown"),
        [
            ("", "en-US", "DIYAR"),
            ("", "tr-TR", "DİYAR"),
            ("tr", "en-US", "DİYAR"),
            ("en", "tr-TR", "DIYAR"),
        ],
    )
    def test_dotted_i(self, language: str, locale: str, shown: str) -> None:
        work = evolve(item(title="diyar"), language=language)
        assert cite(self.LAYOUT, work, locale=locale) == shown


class TestTerms:
    """A straight apostrophe in a term becomes a curly one, as in a field."""

    def test_the_apostrophe(self) -> None:
        own = "<locale><terms><term name='from'>à l'adresse</term></terms></locale>"
        assert cite('<text term="from"/>', item(), macros=own) == "à l’adresse"

    def test_a_term_defined_twice(self) -> None:
        """Of two definitions in one locale the last counts (citeproc-js)."""
        terms = "<term name='from'>von</term><term name='from'>aus</term>"
        own = f"<locale><terms>{terms}</terms></locale>"
        assert cite('<text term="from"/>', item(), macros=own) == "aus"
