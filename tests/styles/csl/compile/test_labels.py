"""Labels of number variables."""

from __future__ import annotations

import pytest

from citekit import Work, explain
from citekit.parsing.numbers import is_plural
from citekit.styles.csl.document.positions import CiteInput, Cluster
from citekit.styles.csl.document.process import process
from citekit.styles.csl.marked.marks import strip_marks
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


class TestLabelsOfTheNumberBeside:
    """ "The term is only rendered if the selected variable is non-empty" (CSL 1.0.2, "Label"); some
    styles label a number with the name of another, as citeproc-js lets them."""

    @pytest.mark.parametrize(
        ("label", "shown", "value", "text"),
        [
            ("locator", "page", "12", "p. 12"),
            ("locator", "page", "12-19", "pp. 12–19"),
            ("locator", "page-first", "12", "p. 12"),
            ("volume", "number-of-volumes", "4", "vols. 4"),
            ("volume", "number-of-volumes", "1", "vol. 1"),
            ("page", "number-of-pages", "502", "pp. 502"),
            ("issue", "collection-number", "7", "no. 7"),
            ("issue", "number", "7", "no. 7"),
            ("volume", "page", "7", "7"),
        ],
    )
    @pytest.mark.parametrize(
        "layout",
        [
            '<group delimiter=" "><label variable="{}" form="short"/>{}</group>',
            '<choose><if variable="{1}"><label variable="{0}" form="short" suffix=" "/>{2}</if>'
            "</choose>",
        ],
    )
    @pytest.mark.parametrize("tag", ["text", "number"])
    def test_it_goes_with_it(
        self, label: str, shown: str, value: str, text: str, layout: str, tag: str
    ) -> None:
        element = f'<{tag} variable="{shown}"/>'
        form = layout.replace("{}", "{0}", 1).replace("{}", "{2}")
        made = form.format(label, shown, element)
        found = cite(made, item(**{shown: value}))
        assert found.replace("\u00a0", " ") == text
        assert cite(f'{made}<text value="."/>', item()) == "."

    def test_a_variable_beside_its_own_label_keeps_it(self) -> None:
        layout = (
            '<group delimiter=" "><label variable="locator" form="short"/>'
            '<text variable="locator"/><text variable="page"/></group>'
        )
        assert cite(layout, item(page="12")) == "12"

    def test_a_term_is_no_number(self) -> None:
        layout = (
            '<group delimiter=" "><label variable="locator" form="short"/>'
            '<text term="page"/><text variable="title"/></group>'
        )
        assert cite(layout, item(title="T", page="4")) == "page T"

    def test_the_label_of_pages_beside_a_locator(self) -> None:
        made = program(
            '<group delimiter=" "><label variable="page" form="short"/>'
            '<text variable="locator"/></group>'
        )
        cluster = Cluster((CiteInput("a", locator="3-4", label="chapter"),))
        done = process(made, {"a": item("a")}, [cluster], bibliography=False)
        assert strip_marks(done.citations[0]) == "chaps. 3–4"

    def test_explained(self) -> None:
        work = Work(type="book", title="T", number_of_volumes=4)
        spans = explain(work, "csl:harvard-cite-them-right").spans
        assert [each.text for each in spans if each.term == "volume"] == ["vols"]
