"""Specification of cs:number (CSL 1.0.2, "Number") and of what is numeric ("Choose")."""

from __future__ import annotations

import pytest

from citekit.parsing.numbers import is_numeric, is_plural
from citekit.styles.csl.compile.numeric.numbers import number_key, roman
from styles.csl.small import cite, item


def number(text: str, form: str = "numeric") -> str:
    return cite(f'<number variable="edition" form="{form}"/>', item(edition=text))


class TestIsNumeric:
    """ "Content is considered numeric if it solely consists of numbers. Numbers may have prefixes
    and suffixes ("D2", "2b", "L2d"), and may be separated by a comma, hyphen, or ampersand, with
    or without spaces ("2, 3", "2-4", "2 & 4")." ("Choose")"""

    @pytest.mark.parametrize(
        "text",
        ["2", "D2", "2b", "L2d", "2, 3", "2-4", "2 & 4", "2,3", "2 - 4", "2–4", " 2 ", "2nd",
         "xii", "iv-vi", "xii, 3"],
    )  # fmt: skip
    def test_numeric(self, text: str) -> None:
        assert is_numeric(text)

    @pytest.mark.parametrize(
        "text",
        ["second", "2nd edition", "", "Special edition", "2 3", "2;3", "2,", "-2", "II", "mild"],
    )
    def test_not_numeric(self, text: str) -> None:
        """ "For example, "2nd" tests "true" whereas "second" and "2nd edition" test "false"." """
        assert not is_numeric(text)


class TestForms:
    """ "Extracted numbers can be formatted via the optional form attribute" """

    @pytest.mark.parametrize(
        ("form", "shown"),
        [("numeric", "3"), ("ordinal", "3rd"), ("long-ordinal", "third"), ("roman", "iii")],
    )
    def test_one(self, form: str, shown: str) -> None:
        assert number("3", form) == shown

    @pytest.mark.parametrize(
        ("form", "shown"),
        [("ordinal", "2nd, 3rd"), ("long-ordinal", "second, third"), ("roman", "ii, iii")],
    )
    def test_each_of_several(self, form: str, shown: str) -> None:
        """ "Numbers without affixes are individually transformed ("2, 3" can become "2nd, 3rd",
        "second, third" or "ii, iii")." """
        assert number("2, 3", form) == shown

    @pytest.mark.parametrize("form", ["ordinal", "long-ordinal", "roman"])
    @pytest.mark.parametrize("text", ["2E", "D2", "2b"])
    def test_affixes(self, text: str, form: str) -> None:
        """ "Numbers with prefixes or suffixes are never ordinalized or rendered in roman numerals
        (e.g. "2E" remains "2E")." """
        assert number(text, form) == text

    @pytest.mark.parametrize("form", ["numeric", "ordinal", "long-ordinal", "roman"])
    @pytest.mark.parametrize("text", ["Special edition", "2 in 1"])
    def test_not_numeric(self, text: str, form: str) -> None:
        """ "Variable content is rendered "as is" when the variable contains any non-numeric content
        (e.g. "Special edition")." """
        assert number(text, form) == text


class TestExtraction:
    """ "During the extraction, numbers separated by a hyphen are stripped of intervening spaces
    ("2 - 4" becomes "2-4"). Numbers separated by a comma receive one space after the comma [...],
    while numbers separated by an ampersand receive one space before and one after the ampersand
    ("2&3" becomes "2 & 3")." The hyphen is shown as the locale's page-range-delimiter."""

    @pytest.mark.parametrize(
        ("text", "shown"),
        [("2 - 4", "2–4"), ("2-4", "2–4"), ("2, 3", "2, 3"), ("2&3", "2 & 3"), ("2 & 3", "2 & 3")],
    )
    def test_spaces(self, text: str, shown: str) -> None:
        assert number(text) == shown

    def test_a_range_of_ordinals(self) -> None:
        assert number("2 - 4", "ordinal") == "2nd–4th"


class TestRoman:
    """ ""roman" - e.g. "i", "ii", "iii"" """

    @pytest.mark.parametrize(
        ("value", "shown"),
        [
            (1, "i"), (4, "iv"), (5, "v"), (9, "ix"), (10, "x"), (14, "xiv"), (40, "xl"),
            (50, "l"), (90, "xc"), (100, "c"), (400, "cd"), (500, "d"), (900, "cm"),
            (1000, "m"), (1998, "mcmxcviii"), (3999, "mmmcmxcix"),
        ],
    )  # fmt: skip
    def test_numerals(self, value: int, shown: str) -> None:
        assert roman(value) == shown

    @pytest.mark.parametrize("value", [0, -1, 6000])
    def test_what_has_no_numeral(self, value: int) -> None:
        assert roman(value) == str(value)


class TestPlural:
    """ "plural="contextual" - (default), the term plurality matches that of the variable content.
    Content is considered plural when it contains multiple numbers (e.g. "page 1", "pages 1-3",
    "volume 2", "volumes 2 & 4"), or, in the case of the "number-of-pages" and "number-of-volumes"
    variables, when the number is higher than 1 ("1 volume" and "3 volumes")." ("Label")"""

    @pytest.mark.parametrize(
        "text", ["1-3", "1--3", "2 & 4", "1, 3", "1–3", "xi-xv", "5 and 7", "A1-A3"]
    )
    def test_multiple_numbers(self, text: str) -> None:
        assert is_plural(text)

    @pytest.mark.parametrize("text", ["1", "12", "", "II", "1,200", "A-1"])
    def test_one_number(self, text: str) -> None:
        assert not is_plural(text)

    @pytest.mark.parametrize(
        ("text", "plural"),
        [("1", False), ("3", True), ("0", False), ("1-1", True), ("", False), ("x-v", True)],
    )
    def test_counts(self, text: str, plural: bool) -> None:
        assert is_plural(text, count=True) is plural


class TestSorting:
    """ "number [...] sorted as numbers" ("Sorting Variables", in other words)"""

    def test_by_value(self) -> None:
        assert sorted(["10", "9", "2b", "2a"], key=number_key) == ["2a", "2b", "9", "10"]

    def test_through_a_style(self) -> None:
        works = [item(edition=each) for each in ("10", "9")]
        one, two = (type(w)(id=str(i), type=w.type, values=w.values) for i, w in enumerate(works))
        sort = '<sort><key variable="edition"/></sort>'
        layout = '<number variable="edition"/>'
        assert cite(layout, one, two, sort=sort, layout='delimiter=" "') == "9 10"
        macro = '<macro name="m"><number variable="edition"/></macro>'
        by_macro = '<sort><key macro="m"/></sort>'
        shown = cite(layout, one, two, sort=by_macro, macros=macro, layout='delimiter=" "')
        assert shown == "9 10"

    def test_no_number(self) -> None:
        assert number_key("first") == "first"
