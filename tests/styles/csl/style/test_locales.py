"""Which term of which locale is taken (CSL 1.0.2, "Locale Fallback", "Terms")."""

from __future__ import annotations

import pytest

from citekit.styles.csl.style.locales import localize
from styles.csl.small import cite, item


class TestFormsAndLanguages:
    """ "If a style uses a term in a form that is undefined (even after Locale Fallback), there is
    fallback to other forms" ("Terms"): by this the English form would come first. As in citeproc-js
    it comes last: a word in another form is better than one in another language. notes.md lists it
    among the departures from the specification."""

    @pytest.mark.parametrize(
        ("locale", "shown"), [("en-US", "v."), ("es-ES", "versión"), ("ar", "إصدار")]
    )
    def test_a_form_that_only_english_has(self, locale: str, shown: str) -> None:
        layout = '<label variable="version" form="short"/>'
        assert cite(layout, item(version="2"), locale=locale) == shown

    def test_a_long_form_of_the_style(self) -> None:
        own = '<locale><terms><term name="version">V</term></terms></locale>'
        layout = '<label variable="version" form="short"/>'
        assert cite(layout, item(version="2"), locale="es-ES", macros=own) == "V"

    @pytest.mark.parametrize("locale", ["en-AU", "en-US-x-y"])
    def test_another_english_has_all_forms_of_english(self, locale: str) -> None:
        layout = '<label variable="version" form="short"/><label variable="version"/>'
        own = '<locale xml:lang="en"><terms><term name="version">V</term></terms></locale>'
        assert cite(layout, item(version="2"), locale=locale) == "v.version"
        assert cite(layout, item(version="2"), locale=locale, macros=own) == "v.V"

    def test_a_term_that_only_english_has(self) -> None:
        english, german = localize("en-US"), localize("de-DE")
        missing = {name for name, _ in english.terms} - {name for name, _ in german.terms}
        assert not missing
