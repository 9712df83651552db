"""Specification of names (CSL 1.0.2, "Name", "Name-part Order", "Substitute")."""

from __future__ import annotations

from typing import Any

import pytest

from citekit.styles.csl.compile.people.initials import initialize, normalize_initials
from citekit.styles.csl.document.clusters import NO_PRINTED_FORM
from citekit.styles.csl.item.variables import Item, ItemName, NameList
from styles.csl.small import cite, item

THREE = item(author=["Doe, Jane", "Roe, Richard", "Poe, Edgar Allan"])


def names(attributes: str, rest: str = "") -> str:
    return f'<names variable="author"><name {attributes}/>{rest}</names>'


def one(**parts: Any) -> Item:
    return Item(id="a", type="book", values={"author": NameList((ItemName(**parts),))})


class TestEtAl:
    """ "If the number of names in a name variable matches or exceeds the number set on et-al-min,
    the rendered name list is truncated after reaching the number of names set on
    et-al-use-first." (CSL 1.0.2)"""

    @pytest.mark.parametrize(("least", "short"), [(2, True), (3, True), (4, False)])
    def test_min(self, least: int, short: bool) -> None:
        text = cite(names(f'form="short" et-al-min="{least}" et-al-use-first="1"'), THREE)
        assert text == ("Doe et al." if short else "Doe, Roe, Poe")

    def test_two_names_have_a_delimiter_before_et_al(self) -> None:
        text = cite(names('form="short" et-al-min="3" et-al-use-first="2"'), THREE)
        assert text == "Doe, Roe, et al."

    def test_a_term_that_begins_with_a_space_brings_its_own(self) -> None:
        own = '<locale><terms><term name="et-al"> [et al.]</term></terms></locale>'
        options = 'form="short" et-al-min="3" et-al-use-first="1"'
        assert cite(names(options), THREE, macros=own) == "Doe [et al.]"

    def test_the_last_name_after_an_ellipsis(self) -> None:
        options = 'form="short" et-al-min="3" et-al-use-first="1" et-al-use-last="true"'
        assert cite(names(options), THREE) == "Doe, … Poe"

    @pytest.mark.parametrize(("least", "first"), [(3, 2), (3, 1), (2, 2)])
    def test_two_names_are_left_out_for_the_last(self, least: int, first: int) -> None:
        """ "for this the value of et-al-use-first … must be at least 2 less than the value of
        et-al-min": where it is not, fewer names are shown (citeproc-js)"""
        options = f'et-al-min="{least}" et-al-use-first="{first}" et-al-use-last="true"'
        assert cite(names(f'form="short" {options}'), THREE) == "Doe, … Poe"

    @pytest.mark.parametrize(
        ("options", "shown"),
        [
            ('and="text"', "Doe, J.Roe, R. and Poe, E.A."),
            ('et-al-min="3" et-al-use-first="2"', "Doe, J.Roe, R.et al."),
            ('et-al-min="3" et-al-use-first="1" et-al-use-last="true"', "Doe, J.… Poe, E.A."),
        ],
    )
    def test_no_delimiter(self, options: str, shown: str) -> None:
        """delimiter "specifies the text string used to separate names": it may be empty"""
        inverted = 'delimiter="" initialize-with="." name-as-sort-order="all"'
        assert cite(names(f"{inverted} {options}"), THREE) == shown


class TestSourceStoppedEarly:
    """A list that the source did not finish never looks finished."""

    def test_et_al_follows_all_names_that_are_known(self) -> None:
        listed = NameList((ItemName(family="Doe"), ItemName(family="Roe")), complete=False)
        work = Item(id="a", type="book", values={"author": listed})
        assert cite(names('and="text"'), work) == "Doe, Roe, et al."

    def test_no_unknown_last_name(self) -> None:
        listed = NameList(tuple(ItemName(family=f) for f in ("A", "B", "C")), complete=False)
        work = Item(id="a", type="book", values={"author": listed})
        options = 'et-al-min="2" et-al-use-first="1" et-al-use-last="true"'
        assert cite(names(options), work) == "A et al."

    def test_the_others_count_as_one_towards_the_minimum(self) -> None:
        """ "et-al-min": of names that the source left out there is at least one"""
        listed = NameList(tuple(ItemName(family=f) for f in "ABCD"), complete=False)
        work = Item(id="a", type="book", values={"author": listed})
        assert cite(names('et-al-min="5" et-al-use-first="3"'), work) == "A, B, C, et al."
        assert cite(names('et-al-min="6" et-al-use-first="3"'), work) == "A, B, C, D, et al."

    def test_a_stated_total_counts_towards_the_minimum(self) -> None:
        """ "the number of names in a name variable": what the source says, not what it lists"""
        listed = NameList(tuple(ItemName(family=f) for f in "ABC"), complete=False, total=14)
        work = Item(id="a", type="book", values={"author": listed})
        assert cite(names('et-al-min="14" et-al-use-first="1"'), work) == "A et al."
        assert cite(names('et-al-min="15" et-al-use-first="1"'), work) == "A, B, C, et al."

    def test_size(self) -> None:
        listed = tuple(ItemName(family=f) for f in "ABC")
        assert NameList(listed).size == 3
        assert [NameList(listed, complete=False, total=n).size for n in (0, 3, 5)] == [4, 4, 5]

    def test_names_missing_before_the_first(self) -> None:
        listed = NameList((ItemName(family="Y"), ItemName(family="Z")), False, 0)
        work = Item(id="a", type="book", values={"author": listed})
        options = 'et-al-min="9" et-al-use-first="8" et-al-use-last="true"'
        assert cite(names(options), work) == "Y, Z, et al."

    def test_a_last_name_that_is_known_is_shown(self) -> None:
        listed = NameList(tuple(ItemName(family=f) for f in ("A", "B", "Z")), False, 2)
        work = Item(id="a", type="book", values={"author": listed})
        options = 'et-al-min="9" et-al-use-first="8" et-al-use-last="true"'
        assert cite(names(options), work) == "A, B, … Z"


class TestAnd:
    """ "contextual": name delimiter is only used for name lists with three or more names."""

    def test_two(self) -> None:
        assert cite(names('and="text"'), item(author=["Doe, J", "Roe, R"])) == "J Doe and R Roe"

    def test_three(self) -> None:
        assert cite(names('and="symbol" form="short"'), THREE) == "Doe, Roe, & Poe"

    @pytest.mark.parametrize("locale", ["en-US", "de-DE", "fr-FR"])
    def test_the_symbol_is_no_word(self, locale: str) -> None:
        """ ""symbol" (selects the ampersand, e.g. "Doe, Johnson & Smith")", in all languages"""
        two = item(author=["Doe, Jane", "Roe, Richard"])
        assert cite(names('form="short" and="symbol"'), two, locale=locale) == "Doe & Roe"


class TestOrder:
    """The tables of "Name-part Order" (CSL 1.0.2)."""

    gogh = one(family="Gogh", given="Vincent", non_dropping_particle="van", suffix="III")

    @pytest.mark.parametrize(
        ("demote", "order", "text"),
        [
            ("never", "", "Vincent van Gogh III"),
            ("never", 'name-as-sort-order="all"', "van Gogh, Vincent, III"),
            ("sort-only", 'name-as-sort-order="all"', "van Gogh, Vincent, III"),
            ("display-and-sort", 'name-as-sort-order="all"', "Gogh, Vincent van, III"),
            ("never", 'form="short"', "van Gogh"),
        ],
    )
    def test_orders(self, demote: str, order: str, text: str) -> None:
        attribute = f'demote-non-dropping-particle="{demote}"'
        assert cite(names(order), self.gogh, attributes=attribute) == text

    def test_family_name_first_without_a_space_in_chinese(self) -> None:
        assert cite(names('name-as-sort-order="all"'), one(family="毛", given="泽东")) == "毛泽东"

    @pytest.mark.parametrize(
        ("particle", "text"), [("d’", "A d’Annunzio"), ("de’", "A de’ Annunzio")]
    )
    def test_elided_particles(self, particle: str, text: str) -> None:
        work = one(family="Annunzio", given="A", non_dropping_particle=particle)
        assert cite(names(""), work) == text


class TestInitials:
    """ "When set, given names are converted to initials. The attribute value is added after each
    initial" (CSL 1.0.2)"""

    @pytest.mark.parametrize(
        ("given", "mark", "text"),
        [
            ("John Edward", ". ", "J. E."),
            ("Jean-Luc", ".", "J.-L."),
            ("M.E.", ".", "M.E."),
            ("TSerendorjiin", ".", "Ts."),
            ("Guo-ping", "", "G"),
            ("John de", ".", "J. de"),
            ("", ".", ""),
        ],
    )
    def test_initials(self, given: str, mark: str, text: str) -> None:
        assert initialize(given, mark) == text

    def test_initialize_with_hyphen_false(self) -> None:
        assert initialize("Jean-Luc", ". ", False) == "J. L."

    def test_initialize_false_sets_initials_only(self) -> None:
        assert normalize_initials("James T Kirk", ".") == "James T. Kirk"


class TestSubstitute:
    """ "Substituted variables are suppressed in the rest of the output" (CSL 1.0.2)"""

    layout = (
        '<group delimiter="; "><names variable="author"><substitute><names variable="editor"/>'
        '<text variable="title"/></substitute></names><names variable="editor"/>'
        '<text variable="title"/></group>'
    )

    def test_the_first_that_gives_something(self) -> None:
        assert cite(self.layout, item(editor=["E"], title="T")) == "E; T"

    def test_a_title_in_place_of_names(self) -> None:
        assert cite(self.layout, item(title="T")) == "T"

    def test_the_rest_of_the_output_begins_within_the_substitute(self) -> None:
        """A macro in a substitute that calls a variable twice shows it once, as in citeproc-js."""
        twice = '<group delimiter=", "><text variable="title"/><text variable="title"/></group>'
        layout = f'<names variable="author"><substitute>{twice}</substitute></names>'
        assert cite(layout, item(title="T")) == "T"
        year = '<date variable="issued"><date-part name="year"/></date>'
        twice = f'<group delimiter=", "><text variable="title"/>{year}{year}</group>'
        layout = f'<names variable="author"><substitute>{twice}</substitute></names>'
        assert cite(layout, item(title="T", issued=(2000,))) == "T, 2000"

    def test_the_label_of_a_variable_stands_beside_it(self) -> None:
        """A variable that only its label named so far was not shown yet."""
        for pair in ("{label}{number}", "{number}{label}"):
            inner = pair.format(
                label='<label variable="volume" form="short" prefix=" "/>',
                number='<number variable="volume" prefix=" "/>',
            )
            layout = (
                f'<names variable="author"><substitute><group><text variable="title"/>{inner}'
                "</group></substitute></names>"
            )
            text = cite(layout, item(title="T", volume="3"))
            assert text in ("T vol. 3", "T 3 vol.")

    def test_a_choice_among_substitutes(self) -> None:
        """ "If cs:substitute contains multiple child elements, the first element to return a
        non-empty result is used": so it is with those of a cs:choose, which leaves its content to
        what it stands in ("Choose")"""
        layout = (
            '<names variable="author"><substitute><choose><if type="song"><text value="!"/></if>'
            '<else><names variable="editor"/><text term="anonymous" form="short"/></else></choose>'
            "</substitute></names>"
        )
        assert cite(layout, item(editor=["E"])) == "E"
        assert cite(layout, item()) == "anon."
        assert cite(layout, item(type_="song", editor=["E"])) == "!"

    def test_nothing_to_substitute(self) -> None:
        assert cite(self.layout, item()) == NO_PRINTED_FORM

    def test_not_needed(self) -> None:
        assert cite(self.layout, item(author=["A"], editor=["E"], title="T")) == "A; E; T"
