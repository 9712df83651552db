"""Labels of number variables."""

from __future__ import annotations

import pytest

from citekit.styles.csl.compile.numbers import is_plural
from citekit.styles.csl.marks import strip_marks
from citekit.styles.csl.positions import CiteInput, Cluster
from citekit.styles.csl.process import process
from styles.csl.small import cite, item, program


class TestLabelsInGroups:
    """cs:group and its children are suppressed if "at least one rendering element in cs:group
    calls a variable (either directly or via a macro)" and "all variables that are called are
    empty" (CSL 1.0.2, "Group"): a label names a variable and calls none."""

    LAYOUT = '<group><label variable="page"/><text variable="volume"/></group>'

    def test_a_label_alone_does_not_keep_a_group(self) -> None:
        assert cite(self.LAYOUT + '<text value="."/>', item(page="2")) == "."

    def test_a_label_goes_with_its_number(self) -> None:
        assert cite(self.LAYOUT, item(page="2", volume="3")) == "page3"

    def test_a_group_of_a_label(self) -> None:
        """In a group where nothing calls a variable, the term stays."""
        assert cite('<group><label variable="page"/></group>', item(page="2")) == "page"


class TestPlurals:
    """A label is plural where its variable holds several numbers (CSL 1.0.2, "Label"), which "may
    be separated by a comma, hyphen, or ampersand, with or without spaces" ("Choose")."""

    @pytest.mark.parametrize(
        "text", ["1, 2", "1,2", "100, 200", "1-2", "1 & 2", "1&2", "1; 2", "1, and 2", "ii-iv"]
    )
    def test_several(self, text: str) -> None:
        assert is_plural(text)

    @pytest.mark.parametrize("text", ["174,465", "12", "ix", "A;B"])
    def test_one(self, text: str) -> None:
        """A comma before three digits parts thousands."""
        assert not is_plural(text)


class TestStripPeriods:
    """ "strip-periods … When set to "true" ("false" is the default), any periods in the rendered
    text are removed." In terms and labels these are all that there are."""

    OWN = (
        '<locale><terms><term name="no date" form="short">n.d.</term>'
        '<term name="page" form="short"><single>p.p.</single><multiple>p.p.</multiple></term>'
        '<term name="editor" form="short"><single>e.d.</single><multiple>e.d.</multiple></term>'
        '<term name="month-01" form="short">j.an.</term></terms></locale>'
    )

    @pytest.mark.parametrize(
        ("layout", "shown"),
        [
            ('<text term="no date" form="short" strip-periods="true"/>', "nd"),
            ('<label variable="page" form="short" strip-periods="true"/>', "pp"),
            (
                '<names variable="editor"><name form="short"/>'
                '<label form="short" prefix=" " strip-periods="true"/></names>',
                "Doe ed",
            ),
            (
                '<date variable="issued">'
                '<date-part name="month" form="short" strip-periods="true"/></date>',
                "jan",
            ),
        ],
    )
    def test_terms(self, layout: str, shown: str) -> None:
        work = item(page="3", editor=["Doe, A."], issued=(2000, 1))
        assert cite(layout, work, macros=self.OWN) == shown


class TestLocatorsThatBringALabel:
    """A locator that says what it counts ("vol. 1, fol. 186", official suite:
    `locator_TrickyEntryForPlurals`) needs no label; "v" alone is a page of a preface."""

    @pytest.mark.parametrize(
        ("locator", "shown"), [("v", "p. v"), ("vol. 1", "vol. 1"), ("12", "p. 12")]
    )
    def test_locators(self, locator: str, shown: str) -> None:
        layout = (
            '<group delimiter=" "><label variable="locator" form="short"/>'
            '<text variable="locator"/></group>'
        )
        made = program(layout)
        cluster = Cluster((CiteInput("a", locator=locator),))
        done = process(made, {"a": item("a")}, [cluster], bibliography=False)
        assert strip_marks(done.citations[0]).replace("\u00a0", " ") == shown


class TestPagesWithTheLabelOfALocator:
    """Some styles put the label of the locator, which a bibliography has not, before the pages."""

    @pytest.mark.parametrize(
        "layout",
        [
            '<group delimiter=" "><label variable="locator" form="short"/>'
            '<text variable="page"/></group>',
            '<label variable="locator" form="short" suffix=" "/><text variable="page"/>',
            '<choose><if variable="page"><label variable="locator" form="short" suffix=" "/>'
            '<text variable="page-first"/></if></choose>',
        ],
    )
    def test_it_is_that_of_the_pages(self, layout: str) -> None:
        assert cite(layout, item(page="12", page_first="12")) == "p. 12"
        assert cite(layout + '<text value="."/>', item()) == "."

    def test_a_locator_beside_it_keeps_its_label(self) -> None:
        layout = (
            '<group delimiter=" "><label variable="locator" form="short"/>'
            '<text variable="locator"/><text variable="page"/></group>'
        )
        assert cite(layout, item(page="12")) == "12"
