"""Specification of groups, macros and conditions (CSL 1.0.2, "Group", "Macro", "Choose")."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.styles.csl.document.clusters import NO_PRINTED_FORM
from styles.csl.small import cite, item

TITLE = item(title="T")
EMPTY = NO_PRINTED_FORM


class TestGroup:
    """ "cs:group implicitly acts as a conditional: cs:group and its child elements are suppressed
    if a) at least one rendering element in cs:group calls a variable (either directly or via a
    macro), and b) all variables that are called are empty." (CSL 1.0.2)"""

    def test_all_variables_are_empty(self) -> None:
        assert cite('<group><text value="x"/><text variable="genre"/></group>', TITLE) == EMPTY

    def test_one_variable_is_not_empty(self) -> None:
        layout = '<group delimiter=" "><text term="in"/><text variable="genre"/>'
        assert cite(layout + '<text variable="title"/></group>', TITLE) == "in T"

    def test_no_variable_is_called(self) -> None:
        assert cite('<group><text term="in"/></group>', TITLE) == "in"

    def test_a_variable_called_by_a_macro_counts(self) -> None:
        macro = '<macro name="m"><text variable="genre"/></macro>'
        layout = '<group delimiter=" "><text term="in"/><text macro="m"/></group>'
        assert cite(layout, TITLE, macros=macro) == EMPTY


class TestNesting:
    """ "A non-empty nested cs:group is treated as a non-empty variable for the purposes of
    determining suppression of the outer cs:group." (CSL 1.0.2)"""

    def test_a_printing_inner_group_keeps_the_outer_one(self) -> None:
        inner = '<group><text value="x"/></group>'
        layout = f'<group delimiter=" "><text variable="genre"/>{inner}</group>'
        assert cite(layout, TITLE) == "x"

    def test_a_suppressed_inner_group_suppresses_the_outer_one(self) -> None:
        inner = '<group><text value="x"/><text variable="genre"/></group>'
        assert cite(f'<group><text value="y"/>{inner}</group>', TITLE) == EMPTY


class TestMacro:
    """ "When a cs:group contains a child cs:macro, if the cs:macro is non-empty, it is treated as
    a non-empty variable" (CSL 1.0.2)"""

    def test_a_macro_that_prints_keeps_the_group(self) -> None:
        macro = '<macro name="m"><text value="x"/></macro>'
        layout = '<group><text macro="m"/><text variable="genre"/></group>'
        assert cite(layout, TITLE, macros=macro) == "x"


class TestDelimiter:
    """ "Delimiters from the nearest ancestor delimiting element are applied within the output of
    cs:choose" but "not applied within the output of a <text macro="..."> element" (CSL 1.0.2)"""

    both = '<text variable="title"/><text variable="genre"/>'

    def test_within_choose(self) -> None:
        layout = f'<group delimiter=", "><choose><if type="book">{self.both}</if></choose></group>'
        assert cite(layout, item(title="T", genre="G")) == "T, G"

    def test_within_a_choose_that_the_item_decides(self) -> None:
        choose = f'<choose><if variable="title">{self.both}</if></choose>'
        assert cite(f'<group delimiter=", ">{choose}</group>', item(title="T", genre="G")) == "T, G"

    def test_not_within_a_macro(self) -> None:
        macro = f'<macro name="m">{self.both}</macro>'
        layout = '<group delimiter=", "><text macro="m"/><text value="x"/></group>'
        assert cite(layout, item(title="T", genre="G"), macros=macro) == "TG, x"


class TestNoDate:
    """ "cs:group … suppressed if … all variables that are called are empty"; a macro is no group,
    and what stands in it for the date is shown"""

    DATES = (
        '<choose><if variable="issued"><date variable="issued"><date-part name="year"/></date></if>'
        '<else><text term="no date" form="short"/></else></choose>'
        '<date variable="original-date" prefix=" "><date-part name="year"/></date>'
    )

    def test_in_a_group(self) -> None:
        assert cite(f"<group>{self.DATES}</group>", item(title="T")) == NO_PRINTED_FORM

    def test_in_a_macro(self) -> None:
        macro = f'<macro name="m">{self.DATES}</macro>'
        assert cite('<text macro="m"/>', item(title="T"), macros=macro) == "n.d."
        in_group = '<group><text macro="m"/><text variable="genre"/></group>'
        assert cite(in_group, item(title="T"), macros=macro) == "n.d."

    def test_with_a_variable(self) -> None:
        layout = f'<group delimiter=" "><text variable="title"/>{self.DATES}</group>'
        assert cite(layout, item(title="T")) == "T n.d."
        assert cite(layout, item(title="T", issued=(2000,))) == "T 2000"


class TestYearSuffix:
    """ "cs:group … suppressed if … all variables that are called are empty": the year-suffix is
    made by the processor, and an item that needs none still shows the rest (citeproc-js)"""

    @pytest.mark.parametrize("attributes", ["", 'prefix="-"'])
    def test_it_empties_no_group(self, attributes: str) -> None:
        suffix = f'<text variable="year-suffix" {attributes}/>'
        term = '<text term="in press"/>'
        assert cite(f"<group>{term}{suffix}</group>", item(title="T")) == "in press"
        both = f'<text variable="title"/><group>{term}<text variable="genre"/>{suffix}</group>'
        assert cite(both, item(title="T")) == "T"


class TestMatch:
    """ "all" (default): true when all conditions test true for all given test values; "any": when
    any condition tests true for any value; "none": when none does (CSL 1.0.2, "Choose")"""

    @pytest.mark.parametrize(
        ("match", "has", "shown"),
        [
            ("all", {"title", "genre"}, True),
            ("all", {"title"}, False),
            ("any", {"title"}, True),
            ("any", set(), False),
            ("none", set(), True),
            ("none", {"genre"}, False),
        ],
    )
    def test_variables(self, match: str, has: set[str], shown: bool) -> None:
        layout = (
            f'<choose><if variable="title genre" match="{match}"><text value="yes"/></if>'
            '<else><text value="no"/></else></choose>'
        )
        assert cite(layout, item(**dict.fromkeys(has, "x"))) == ("yes" if shown else "no")

    @pytest.mark.parametrize("match", ["all", "any"])
    def test_types_are_alternatives(self, match: str) -> None:
        """ "all" is the default, but an item has one type: no item could match two"""
        layout = (
            f'<choose><if type="book song" variable="title" match="{match}"><text value="yes"/>'
            '</if><else><text value="no"/></else></choose>'
        )
        assert cite(layout, item(title="T")) == "yes"
        assert cite(layout, item()) == ("no" if match == "all" else "yes")
        assert cite(layout, item(type_="chapter", title="T")) == ("no" if match == "all" else "yes")

    @given(st.sampled_from(["book", "chapter", "song"]))
    def test_types(self, kind: str) -> None:
        layout = (
            '<choose><if type="book song" match="any"><text value="yes"/></if>'
            '<else><text value="no"/></else></choose>'
        )
        assert cite(layout, item(type_=kind)) == ("no" if kind == "chapter" else "yes")


class TestSpecialising:
    """A program made for the set of variables that an item has gives what the general one gives."""

    @given(st.sets(st.sampled_from(["title", "genre", "edition", "publisher"])))
    def test_often_met_sets_of_variables(self, has: set[str]) -> None:
        layout = (
            '<group delimiter="; "><text term="in"/><text variable="title"/>'
            '<choose><if variable="genre"><text variable="genre"/></if>'
            '<else-if is-numeric="edition"><number variable="edition" form="ordinal"/></else-if>'
            '<else><text value="-"/></else></choose>'
            '<names variable="author"><substitute><text variable="publisher"/></substitute></names>'
            "</group>"
        )
        items = [item(str(i), **dict.fromkeys(has, "2")) for i in range(8)]
        texts = cite(layout, *items, layout='delimiter="|"').split("|")
        assert len(set(texts)) == 1
