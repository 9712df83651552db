"""Citations as the reader meets them: grouping, later references, and how notes begin."""

from __future__ import annotations

from typing import Any

import pytest

from citekit.styles.csl.document.positions import CiteInput, Cluster
from citekit.styles.csl.document.process import process
from citekit.styles.csl.item.variables import Item
from citekit.styles.csl.marked.marks import strip_marks
from styles.csl.small import cite, item, program

NAMES = '<names variable="author"><name form="short"/></names>'
YEAR = '<date variable="issued"><date-part name="year"/></date>'
DOE_2000 = f'<group delimiter=" ">{NAMES}{YEAR}</group>'
BY_YEAR = '<sort><key variable="issued"/></sort>'


def cited(citation: str, clusters: list[Cluster], works: list[Item], **style: Any) -> list[str]:
    made = program(citation, **style)
    done = process(made, {each.id: each for each in works}, clusters, bibliography=False)
    return [strip_marks(text) for text in done.citations]


def note(number: int, *ids: str, **more: Any) -> Cluster:
    return Cluster(cites=tuple(CiteInput(id=each, **more) for each in ids), note=number)


def by(id_: str, author: str, year: int, **more: Any) -> Item:
    return item(id_, author=[f"{author}, A"], issued=(year,), **more)


class TestGrouping:
    """ "cites in in-text citations with identical rendered names are grouped together"
    (CSL 1.0.2, "Cite Grouping")"""

    WORKS = (by("a", "Doe", 2000), by("b", "Roe", 2001), by("c", "Doe", 2002))

    @pytest.mark.parametrize(
        ("class_", "more", "text"),
        [
            ("in-text", "", "Doe 2000, 2002; Roe 2001"),
            ("note", "", "Doe 2000; Roe 2001; Doe 2002"),
            ("note", 'cite-group-delimiter=", "', "Doe 2000, 2002; Roe 2001"),
        ],
    )
    def test_notes_are_grouped_only_where_the_style_asks(
        self, class_: str, more: str, text: str
    ) -> None:
        found = cited(
            DOE_2000,
            [note(0, "a", "b", "c")],
            list(self.WORKS),
            options=f'collapse="year" {more}',
            layout='delimiter="; "',
            sort=BY_YEAR,
            class_=class_,
        )
        assert found == [text]

    def test_names_that_the_sentence_has_given_count(self) -> None:
        """ "suppresses the output of the cs:names element for subsequent cites in the group"."""
        cites = (CiteInput(id="a", suppress_author=True), CiteInput(id="b"), CiteInput(id="c"))
        found = cited(
            DOE_2000, [Cluster(cites=cites)], list(self.WORKS), options='collapse="year"',
            layout='delimiter="; "', sort=BY_YEAR,
        )  # fmt: skip
        assert found == ["2000, 2002; Roe 2001"]


class TestWorksWithoutADate:
    """ "year-suffix … also suppresses repeating years" (CSL 1.0.2, "Cite Collapsing"): there is
    none to suppress, nor a suffix to stand alone."""

    def test_the_delimiter_of_the_group_parts_them(self) -> None:
        layout = f'{NAMES}<text term="no date" form="short" prefix=" "/>'
        works = [item(each, author=["Doe, A"]) for each in "ab"]
        found = cited(
            layout, [note(0, "a", "b")], works, layout='delimiter="; "',
            options='collapse="year-suffix" year-suffix-delimiter="," '
            'disambiguate-add-year-suffix="true"',
        )  # fmt: skip
        assert found == ["Doe n.d., n.d."]


class TestRangesOfNumbers:
    """ "collapses ranges of cite numbers (rendered through the "citation-number" variable)"
    (CSL 1.0.2, "Cite Collapsing")"""

    def test_cites_that_show_no_number_do_not_collapse(self) -> None:
        works = [by(each, f"Doe{each}", 2000) for each in "abc"]
        found = cited(
            DOE_2000,
            [note(0, "a", "b", "c")],
            works,
            options='collapse="citation-number"',
            layout='delimiter="; "',
        )
        assert found == ["Doea 2000; Doeb 2000; Doec 2000"]


class TestTheNoteThatFirstCitedAWork:
    """ "disambiguate … the element content is only rendered if it disambiguates two otherwise
    identical citations" (CSL 1.0.2, "Choose"): "Doe (n 1)" and "Doe (n 2)" are not identical."""

    LATER = (
        f'<choose><if position="subsequent">{NAMES}'
        '<choose><if disambiguate="true"><text variable="title" prefix=", "/></if></choose>'
        '<text variable="first-reference-note-number" prefix=" (n " suffix=")"/></if>'
        '<else><text variable="title"/></else></choose>'
    )
    WORKS = (by("a", "Doe", 2000, title="A"), by("b", "Doe", 2001, title="B"))

    def test_its_number_tells_works_apart(self) -> None:
        found = cited(
            self.LATER, [note(1, "a"), note(2, "b"), note(3, "a", "b")], list(self.WORKS),
            layout='delimiter="; "',
        )  # fmt: skip
        assert found[2] == "Doe (n 1); Doe (n 2)"

    def test_names_are_told_apart_all_the_same(self) -> None:
        works = [item("a", author=["Doe, Ann"], title="A"), item("b", author=["Doe, Bob"])]
        found = cited(
            self.LATER, [note(1, "a"), note(2, "b"), note(3, "a", "b")], works,
            layout='delimiter="; "', options='disambiguate-add-givenname="true"',
        )  # fmt: skip
        assert found[2] == "Ann Doe (n 1); Bob Doe (n 2)"

    def test_works_of_one_note_are_told_apart_by_more(self) -> None:
        found = cited(
            self.LATER, [note(1, "a", "b"), note(2, "a", "b")], list(self.WORKS),
            layout='delimiter="; "',
        )  # fmt: skip
        assert found[1] == "Doe, A (n 1); Doe, B (n 1)"


class TestTheBeginningOfANote:
    """ "In note styles, a citation is often a sentence by itself. Therefore, the first character of
    a citation should preferably be uppercased when there is no preceding text" (CSL 1.0.2,
    "Citation"): a term gets a capital there."""

    def test_no_date(self) -> None:
        layout = f'{NAMES}<text term="no date" form="short" prefix=" "/>'
        works = [item("a"), by("b", "Doe", 2000)]
        assert cited(layout, [note(1, "a"), note(2, "b")], works, class_="note") == [
            " N.d.",
            "Doe n.d.",
        ]

    def test_the_author_that_the_sentence_has_named_precedes_it(self) -> None:
        layout = f'<group delimiter=" ">{NAMES}<text term="cited"/></group>'
        clusters = [note(1, "b"), note(2, "b", suppress_author=True)]
        assert cited(layout, clusters, [by("b", "Doe", 2000)], class_="note") == [
            "Doe cited",
            "cited",
        ]

    def test_where_no_author_is_left_out_it_is_the_first(self) -> None:
        clusters = [note(1, "b"), note(2, "b", suppress_author=True)]
        assert cited('<text term="ibid"/>', clusters, [by("b", "Doe", 2000)], class_="note") == [
            "Ibid.",
            "Ibid.",
        ]


class TestALocatorWithALabelOfItsOwn:
    """ "Must be accompanied in the input data by a label indicating the locator type …, which
    determines which term is rendered by cs:label" (CSL 1.0.2, "locator"); citeproc-js reads it in
    the locator, too."""

    LABEL = (
        '<choose><if locator="page"><text variable="locator"/></if><else><group delimiter=" ">'
        '<label variable="locator" form="short"/><text variable="locator"/></group></else></choose>'
    )

    @pytest.mark.parametrize(
        ("locator", "text"),
        [
            ("p. 9", "9"),
            ("pp. 9-12", "9–12"),
            ("ch. 5", "chap. 5"),
            ("para. 3", "para. 3"),
            ("vol. 2, p. 5", "vol. 2, p. 5"),
            ("ch. 5, pp. 7-9", "chap. 5, pp. 7–9"),
            ("12-14a, n. 3, 5", "12–14a, nn. 3, 5"),
            ("5, ch. 3", "5, chap. 3"),
            ("see n. 5 above", "see n. 5 above"),
            ("vol. 2-3, p. 5", "vols. 2–3, p. 5"),
            ("p. ", "p. "),
            ("passim", "passim"),
            ("vrs. 3", "v. 3"),
        ],
    )
    def test_it_is_worded_as_the_style_does(self, locator: str, text: str) -> None:
        assert cited(self.LABEL, [note(1, "a", locator=locator)], [item("a")]) == [text]

    def test_other_languages_word_it(self) -> None:
        found = cited(
            '<text variable="locator"/>', [note(1, "a", locator="12 n. 3")], [item("a")],
            locale="de-DE",
        )  # fmt: skip
        assert found == ["12 Anm. 3"]

    def test_the_first_part_is_asked_for_being_numeric(self) -> None:
        layout = (
            '<choose><if is-numeric="locator"><label variable="locator"/></if></choose>'
            '<text variable="locator" prefix=" "/>'
        )
        clusters = [note(1, "a", locator="ch. 5, p. 7"), note(2, "a", locator="ch. x y")]
        assert cited(layout, clusters, [item("a")]) == ["chapter 5, p. 7", " x y"]

    def test_a_label_for_which_the_locale_has_no_word_stays(self) -> None:
        found = cited(self.LABEL, [note(1, "a", locator="tbl. 3")], [item("a")], locale="ru-RU")
        assert found == ["tbl. 3"]


class TestNamesThatAreNotShown:
    """ "cs:group and its child elements are suppressed if … all variables that are called are
    empty" (CSL 1.0.2, "Group"): names that a cite leaves out, because the sentence or the cite
    before has them, are not empty."""

    SUPRA = f'<group delimiter=", ">{NAMES}<text value="supra"/></group>'

    def test_the_sentence_has_them(self) -> None:
        found = cited(self.SUPRA, [note(1, "a", suppress_author=True)], [by("a", "Doe", 2000)])
        assert found == ["supra"]

    def test_the_cite_before_has_them(self) -> None:
        works = [by("a", "Doe", 2000), by("b", "Doe", 2001)]
        found = cited(
            self.SUPRA, [note(1, "a", "b")], works, options='collapse="year"',
            layout='delimiter="; "',
        )  # fmt: skip
        assert found == ["Doe, supra, supra"]

    def test_in_groups_and_macros_of_their_own(self) -> None:
        macros = f'<macro name="who"><group prefix="by ">{NAMES}</group></macro>'
        layout = '<group delimiter=", "><text macro="who"/><text value="supra"/></group>'
        clusters = [note(1, "a"), note(2, "a", suppress_author=True), note(3, "b")]
        works = [by("a", "Doe", 2000), item("b")]
        assert cited(layout, clusters, works, macros=macros)[:2] == ["by Doe, supra", "supra"]

    def test_a_substitute_is_left_out_like_names(self) -> None:
        names = NAMES.replace(
            "</names>", '<substitute><text variable="title"/></substitute></names>'
        )
        layout = f'<group delimiter=", ">{names}<text value="supra"/></group>'
        found = cited(layout, [note(1, "a", suppress_author=True)], [item("a", title="T")])
        assert found == ["supra"]


class TestCitesThatShowNothing:
    """Nothing is said of them in CSL 1.0.2. As in citeproc-js, one after the first is left out with
    its delimiter; the words around a cite are the user's and stay."""

    WORKS = (by("a", "Doe", 2000), item("b"), by("c", "Roe", 2001))

    def test_only_the_first_is_told(self) -> None:
        found = cited(NAMES, [note(1, "a", "b", "c")], list(self.WORKS), layout='delimiter="; "')
        assert found == ["Doe; Roe"]
        (told,) = cited(NAMES, [note(1, "b", "a")], list(self.WORKS), layout='delimiter="; "')
        assert told.startswith("[CSL STYLE ERROR")
        assert told.endswith("; Doe")

    def test_words_around_it_stay(self) -> None:
        found = cited(NAMES, [note(1, "b", prefix="see", suffix=", passim")], list(self.WORKS))
        assert found == ["see, passim"]
        assert cited(NAMES, [note(1, "b", suffix="passim")], list(self.WORKS)) == ["passim"]

    def test_names_that_are_left_out_still_group(self) -> None:
        """ "cites with identical rendered names are grouped" ("Cite Grouping"), and collapse."""
        works = [by("a", "Doe", 2000), by("b", "Doe", 2001), by("c", "Roe", 2002)]
        cluster = Cluster(
            cites=(CiteInput(id="a"), CiteInput(id="b", suppress_author=True), CiteInput(id="c"))
        )
        found = cited(
            DOE_2000, [cluster], works, options='collapse="year"', layout='delimiter="; "'
        )
        assert found == ["Doe 2000, 2001; Roe 2002"]


class TestChanged:
    """`Processed.changed`: "it or what it was rendered from changed", as far as the style shows
    it (the fixtures of the category "integration")."""

    @pytest.mark.parametrize(
        ("layout", "changed"),
        [
            (NAMES, False),
            (
                f'<choose><if position="first">{NAMES}</if><else>{NAMES}</else></choose>',
                True,
            ),
        ],
    )
    def test_a_position_that_is_not_asked_for(self, layout: str, changed: bool) -> None:
        made = program(layout, class_="note")
        items = {"a": by("a", "Doe", 2000)}
        before = process(made, items, [note(1, "a")])
        after = process(made, items, [note(1, "a"), note(2, "a")])
        assert after.changed(1, before, 0) is changed


class TestAWorkAlone:
    """There is nothing to mistake it for; but names in it may be taken for each other ("names … in
    the bibliography", all-names)."""

    LAYOUT = '<names variable="author"><name form="short" initialize-with="."/></names>'
    OPTIONS = (
        'disambiguate-add-givenname="true" givenname-disambiguation-rule="all-names" '
        'disambiguate-add-year-suffix="true"'
    )

    def test_of_one_name(self) -> None:
        assert cite(self.LAYOUT, item(author=["Doe, Jane"]), options=self.OPTIONS) == "Doe"

    def test_of_namesakes(self) -> None:
        work = item(author=["Doe, Jane", "Doe, Rex"])
        assert cite(self.LAYOUT, work, options=self.OPTIONS) == "J. Doe, R. Doe"

    def test_of_namesakes_in_two_variables(self) -> None:
        layout = f'{self.LAYOUT}<text value=" "/>{self.LAYOUT.replace("author", "editor")}'
        work = item(author=["Doe, Jane"], editor=["Doe, Rex"])
        assert cite(layout, work, options=self.OPTIONS) == "J. Doe R. Doe"
