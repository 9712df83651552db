"""Citations in the text (APA 7, sections 8.10 to 8.22)."""

from __future__ import annotations

from typing import Any

import pytest

from apa_helpers import both, cite, entries, make
from citekit.errors import UnknownNameError
from citekit.model.citation import Cite
from citekit.model.names import AuthorList, Organization, Person
from citekit.model.work import Work
from citekit.text.nodes import Format, Math, Quoted, RichText, Styled

NIMH = Organization(name="National Institute of Mental Health", abbreviation="NIMH")
APA = Organization(name="American Psychological Association", abbreviation="APA")


def by(id_: str, *families: Any, year: Any = 2020, **fields: Any) -> Work:
    """Make a work by persons of these families, all called A."""
    names = [(each, "A.") if isinstance(each, str) else each for each in families]
    return make(**{"id": id_, "title": id_.title(), "authors": names, "issued": year, **fields})


class TestNumberOfAuthors:
    """8.17: one or two authors are named; of three or more the first and "et al."; "&" in
    parentheses, "and" in the sentence."""

    @pytest.mark.parametrize(
        ("families", "parenthetical", "narrative"),
        [
            (["Roe"], "(Roe, 2020)", "Roe (2020)"),
            (["Roe", "Doe"], "(Roe & Doe, 2020)", "Roe and Doe (2020)"),
            (["Roe", "Doe", "Poe"], "(Roe et al., 2020)", "Roe et al. (2020)"),
            (["Roe"] * 1 + list("ABCDEFGH") * 3, "(Roe et al., 2020)", "Roe et al. (2020)"),
        ],
    )
    def test_both(self, families: list[str], parenthetical: str, narrative: str) -> None:
        assert both(by("x", *families)) == (parenthetical, narrative)

    @pytest.mark.parametrize("count", [1, 2, 3])
    def test_a_list_that_stopped_early_always_has_et_al(self, count: int) -> None:
        listed = AuthorList(
            listed=[("Roe", "A."), ("Doe", "B."), ("Poe", "C.")][:count], complete=False
        )
        assert both(make(authors=listed, issued=2020)) == (
            "(Roe et al., 2020)",
            "Roe et al. (2020)",
        )

    def test_particles_and_suffixes(self) -> None:
        """9.8: the particle stays with the surname; a suffix is not cited."""
        name = Person(family="Berg", given="A.", non_dropping_particle="van der", suffix="Jr.")
        assert both(by("x", name)) == ("(van der Berg, 2020)", "van der Berg (2020)")

    def test_a_dropping_particle_is_dropped(self) -> None:
        name = Person(family="Vigny", given="Alfred", dropping_particle="de")
        assert both(by("x", name))[0] == "(Vigny, 2020)"


class TestEtAlAmbiguity:
    """8.18: works of one year that would be shortened alike name as many authors as tell them
    apart; "et al." never stands for one author alone."""

    def test_more_names(self) -> None:
        works = [
            by("a", "Kapoor", "Bloom", "Montez", "Warner", "Hill"),
            by("b", "Kapoor", "Bloom", "Zucker", "Tang", "Koroglu"),
        ]
        assert cite(works, "a", Cite("b", narrative=True)) == [
            "(Kapoor, Bloom, Montez, et al., 2020)",
            "Kapoor, Bloom, Zucker, et al. (2020)",
        ]

    def test_only_the_last_differs(self) -> None:
        works = [
            by("a", "Hasan", "Liang", "Kahn", "Jones"),
            by("b", "Hasan", "Liang", "Kahn", "Wei"),
        ]
        assert cite(works, "a", Cite("b", narrative=True)) == [
            "(Hasan, Liang, Kahn, & Jones, 2020)",
            "Hasan, Liang, Kahn, and Wei (2020)",
        ]

    def test_each_needs_no_more_than_it_needs(self) -> None:
        works = [
            by("a", "Roe", "Abe", "C", "D"),
            by("b", "Roe", "Bee", "C", "D"),
            by("c", "Roe", "Bee", "X", "D", "E"),
        ]
        assert cite(works, "a", "b", "c") == [
            "(Roe, Abe, et al., 2020)",
            "(Roe, Bee, C, & D, 2020)",
            "(Roe, Bee, X, et al., 2020)",
        ]

    def test_another_year_is_clear_enough(self) -> None:
        works = [by("a", "Roe", "Abe", "C"), by("b", "Roe", "Bee", "C", year=2021)]
        assert cite(works, "a", "b") == ["(Roe et al., 2020)", "(Roe et al., 2021)"]

    def test_the_same_authors_get_letters(self) -> None:
        works = [by("a", "Roe", "Abe", "C"), by("b", "Roe", "Abe", "C")]
        assert cite(works, "a", "b") == ["(Roe et al., 2020a)", "(Roe et al., 2020b)"]

    def test_a_list_that_stopped_early(self) -> None:
        stopped = AuthorList(listed=[("Roe", "A."), ("Abe", "A.")], complete=False)
        works = [make(id="a", authors=stopped, issued=2020), by("b", "Roe", "Abe", "C")]
        assert cite(works, "a", "b") == ["(Roe, Abe, et al., 2020)", "(Roe, Abe, & C, 2020)"]

    def test_a_pair_is_never_mixed_up(self) -> None:
        works = [by("a", "Roe", "Abe"), by("b", "Roe", "Abe", "C")]
        assert cite(works, "a", "b") == ["(Roe & Abe, 2020)", "(Roe et al., 2020)"]


class TestSharedSurnames:
    """8.20: first authors who share a surname are cited with initials, whatever the year."""

    def test_initials(self) -> None:
        works = [
            by("a", ("Taylor", "Janet M."), "Neimeyer", year=2015),
            by("b", ("Taylor", "Tom"), year=2014),
        ]
        assert cite(works, ["a", "b"], Cite("a", narrative=True)) == [
            "(J. M. Taylor & Neimeyer, 2015; T. Taylor, 2014)",
            "J. M. Taylor and Neimeyer (2015)",
        ]

    def test_one_person_needs_none(self) -> None:
        works = [by("a", ("Taylor", "Tom"), year=2015), by("b", ("Taylor", "Tom"), year=2014)]
        assert cite(works, "a") == ["(Taylor, 2015)"]

    def test_later_authors_do_not_count(self) -> None:
        works = [by("a", "Roe", ("Taylor", "Tom")), by("b", ("Taylor", "Ann"))]
        assert cite(works, "a", "b") == ["(Roe & Taylor, 2020)", "(Taylor, 2020)"]

    def test_a_group_of_the_same_name_does_not_count(self) -> None:
        works = [by("a", Organization(name="Taylor"), year=2019), by("b", ("Taylor", "Ann"))]
        assert cite(works, "b") == ["(Taylor, 2020)"]

    def test_names_without_a_given_name(self) -> None:
        works = [by("a", Person(family="Li"), year=2019), by("b", ("Li", "Wei"))]
        assert cite(works, "a", "b") == ["(Li, 2019)", "(W. Li, 2020)"]

    def test_names_in_chinese_are_given_whole(self) -> None:
        works = [by("a", ("李", "明"), year=2019), by("b", ("李", "伟"))]
        assert cite(works, "a", "b") == ["(李明, 2019)", "(李伟, 2020)"]


class TestGroups:
    """8.21: a group's abbreviation is introduced in the first citation, in brackets in a
    parenthetical one and before the year in a narrative one, and then used."""

    def test_parenthetical_first(self) -> None:
        works = [by("a", NIMH)]
        assert cite(works, "a", "a", Cite("a", narrative=True)) == [
            "(National Institute of Mental Health [NIMH], 2020)",
            "(NIMH, 2020)",
            "NIMH (2020)",
        ]

    def test_narrative_first(self) -> None:
        works = [by("a", NIMH)]
        assert cite(works, Cite("a", narrative=True), "a") == [
            "National Institute of Mental Health (NIMH, 2020)",
            "(NIMH, 2020)",
        ]

    def test_with_others(self) -> None:
        works = [by("a", APA, "Roe", "Doe"), by("b", APA, NIMH)]
        assert cite(works, Cite("a", narrative=True), "b", "b") == [
            "American Psychological Association [APA] et al. (2020)",
            "(APA & National Institute of Mental Health [NIMH], 2020)",
            "(APA & NIMH, 2020)",
        ]

    def test_no_abbreviation(self) -> None:
        assert both(by("a", Organization(name="OpenAI")))[0] == "(OpenAI, 2020)"

    def test_an_abbreviation_of_two_groups_is_not_used(self) -> None:
        other = Organization(name="American Philosophical Association", abbreviation="APA")
        works = [by("a", APA), by("b", other)]
        assert cite(works, "a", "a", "b") == [
            "(American Psychological Association, 2020)",
            "(American Psychological Association, 2020)",
            "(American Philosophical Association, 2020)",
        ]

    def test_the_list_has_the_full_name(self) -> None:
        assert entries(by("a", NIMH))[0].startswith("National Institute of Mental Health. (2020)")

    def test_each_document_starts_anew(self) -> None:
        assert cite([by("a", NIMH)], "a") == cite([by("a", NIMH)], "a")


class TestNoAuthor:
    """8.14: the title in title case, in italics or in quotation marks as the work stands alone or
    not; the comma within the marks; a long title is shortened."""

    def test_a_book(self) -> None:
        work = make(type="book", title="Interpersonal skills", issued=2019)
        assert both(work) == ("(*Interpersonal Skills*, 2019)", "*Interpersonal Skills* (2019)")

    def test_an_article(self) -> None:
        work = make(type="article-journal", title="Understanding sensory memory", issued=2018)
        assert both(work) == (
            "(“Understanding Sensory Memory,” 2018)",
            "“Understanding Sensory Memory” (2018)",
        )

    @pytest.mark.parametrize(
        ("title", "expected"),
        [
            ("Mapping the mind: A guide", "Mapping the Mind"),
            ("Who knows? A guide", "Who Knows?"),
            ("Mind – A guide", "Mind"),
            ("A time 12:30 later", "A Time 12:30 Later"),
            ("One two three four five six", "One Two Three Four Five Six"),
            ("One two three four five six seven", "One Two Three Four"),
            ("The effects of the very long titles on us", "The Effects"),
            ("Of the and of the and the", "Of"),
        ],
    )
    def test_shortening(self, title: str, expected: str) -> None:
        assert both(make(type="book", title=title, issued=2019))[1] == f"*{expected}* (2019)"

    def test_the_short_title_of_the_record_wins(self) -> None:
        work = make(type="book", title="A long one: It is", title_short="Long One", issued=2019)
        assert both(work)[0] == "(*Long One*, 2019)"

    def test_formatting_survives_the_cut(self) -> None:
        title = RichText(
            [
                Quoted(["Ab cd"]),
                " and ",
                Styled(["E. coli"], Format.ITALIC),
                " ",
                Math("x^2"),
                ": B",
            ]
        )
        assert both(make(type="book", title=title, issued=2019))[0] == (
            "(*“Ab Cd” and *E. Coli* x^2*, 2019)"
        )

    def test_a_cut_within_quotation_marks(self) -> None:
        title = RichText([Quoted(["Ab: cd ef"]), " gh"])
        assert both(make(type="book", title=title, issued=2019))[0] == "(*“Ab”*, 2019)"

    def test_another_language_keeps_its_case(self) -> None:
        work = make(type="book", title="Die Deutung der Welt", language="de", issued=2019)
        assert both(work)[0] == "(*Die Deutung der Welt*, 2019)"

    def test_a_work_without_title(self) -> None:
        """9.22: a description in brackets stands for the title."""
        assert both(make(type="dataset", issued=2019))[0] == "([Data set], 2019)"
        assert both(make(type="book", issued=2019))[0] == "([Untitled], 2019)"

    @pytest.mark.parametrize(
        ("kind", "expected"),
        [
            ("legal_case", "*Roe v. Doe: In Part*"),
            ("hearing", "*Roe v. Doe*"),
            ("legislation", "Roe v. Doe: In Part"),
        ],
    )
    def test_legal_works(self, kind: str, expected: str) -> None:
        """Chapter 11: cases in italics, laws plain, as they are named."""
        work = make(type=kind, title="Roe v. Doe: In Part", authors="Ann Poe", issued=1973)
        assert both(work) == (f"({expected}, 1973)", f"{expected} (1973)")


class TestPersonalCommunications:
    """8.9: initials and surname, "personal communication", the exact day."""

    def test_a_letter(self) -> None:
        work = make(
            type="personal_communication", authors=[("Paradis", "Eva-Marie")], issued="2019-08-08"
        )
        assert both(work) == (
            "(E.-M. Paradis, personal communication, August 8, 2019)",
            "E.-M. Paradis (personal communication, August 8, 2019)",
        )

    def test_no_day(self) -> None:
        work = make(type="personal_communication", authors=[("Roe", "J.")])
        assert both(work)[0] == "(J. Roe, personal communication, n.d.)"

    def test_it_does_not_disturb_others(self) -> None:
        works = [
            make(id="p", type="personal_communication", authors=[("Roe", "J.")], issued=2020),
            by("a", "Roe"),
        ]
        assert cite(works, "a", ["p", "a"]) == [
            "(Roe, 2020)",
            "(Roe, 2020; J. Roe, personal communication, 2020)",
        ]


class TestSeveralWorks:
    """8.12: in the order of the list, with semicolons; an author of several works is named once,
    with the years: no date first, in press last."""

    WORKS = (
        by("zed", "Zed", year=2001),
        by("bee", "Bee", year=2005),
        by("old", "Bee", year=2003),
        by("none", "Bee", year=None),
        by("press", "Bee", year=None, status="in press"),
        by("cee", "Cee", year=2000),
    )

    @pytest.mark.parametrize(
        ("cites", "expected"),
        [
            (["zed", "cee", "bee"], "(Bee, 2005; Cee, 2000; Zed, 2001)"),
            (["press", "bee", "old", "none"], "(Bee, n.d., 2003, 2005, in press)"),
            (["bee", "bee"], "(Bee, 2005)"),
            ([Cite("bee", locator=3), "old"], "(Bee, 2003; Bee, 2005, p. 3)"),
            (
                [Cite("bee", locator=3), Cite("bee", locator=4)],
                "(Bee, 2005, p. 3; Bee, 2005, p. 4)",
            ),
            (
                ["zed", Cite("cee", prefix="see also"), "bee"],
                "(Zed, 2001; see also Bee, 2005; Cee, 2000)",
            ),
            ([Cite("zed", prefix="see"), "cee"], "(see Cee, 2000; Zed, 2001)"),
            ([Cite("zed", suffix="for a review")], "(Zed, 2001, for a review)"),
            ([Cite("zed", suffix="; but not here")], "(Zed, 2001; but not here)"),
            ([Cite("bee", suffix="too"), "old"], "(Bee, 2003; Bee, 2005, too)"),
            ([Cite("zed", suppress_author=True)], "(2001)"),
            ([Cite("zed", suppress_author=True, locator=9)], "(2001, p. 9)"),
            ([Cite("zed", author_only=True)], "Zed"),
            ([Cite("zed", author_only=True, suffix="too")], "Zed, too"),
            ([Cite("zed", author_only=True), Cite("zed", suppress_author=True)], "Zed (2001)"),
            ([Cite("zed", narrative=True, prefix="as")], "as Zed (2001)"),
            ([Cite("zed", narrative=True, suffix="too")], "Zed (2001, too)"),
            ([Cite("zed", narrative=True), "cee"], "Zed (2001; Cee, 2000)"),
            ([Cite("bee", narrative=True), "old", "cee"], "Bee (2003, 2005; Cee, 2000)"),
            ([Cite("bee", narrative=True, locator=3), "old"], "Bee (2005, p. 3; Bee, 2003)"),
            ([Cite("bee", narrative=True), Cite("old", locator=3)], "Bee (2005; Bee, 2003, p. 3)"),
            (
                [Cite("bee", narrative=True), Cite("old", prefix="but see")],
                "Bee (2005; but see Bee, 2003)",
            ),
            ([Cite("bee", narrative=True), Cite("old", narrative=True)], "Bee (2003, 2005)"),
            (
                [Cite("zed", narrative=True), Cite("cee", narrative=True)],
                "Zed (2001) and Cee (2000)",
            ),
            (
                [Cite(each, narrative=True) for each in ("zed", "cee", "bee")],
                "Zed (2001), Cee (2000), and Bee (2005)",
            ),
        ],
    )
    def test_clusters(self, cites: list[Any], expected: str) -> None:
        assert cite(list(self.WORKS), cites) == [expected]

    def test_a_quoted_prefix_is_not_set_off(self) -> None:
        assert cite(list(self.WORKS), Cite("zed", prefix="(cf.) “")) == ["((cf.) “Zed, 2001)"]

    def test_an_unknown_work(self) -> None:
        with pytest.raises(UnknownNameError):
            cite(list(self.WORKS), "zee")


class TestLocators:
    """8.13: the part of the work after the year, with its label."""

    @pytest.mark.parametrize(
        ("locator", "label", "expected"),
        [
            ("12", "page", "p. 12"),
            ("33-35", "page", "pp. 33–35"),
            ("33-5", "page", "pp. 33–35"),
            ("4, 9", "page", "pp. 4, 9"),
            ("e12", "page", "p. e12"),
            ("p. 12", "page", "p. 12"),
            ("4", "paragraph", "para. 4"),
            ("4-5", "paragraph", "paras. 4–5"),
            ("3", "chapter", "Chapter 3"),
            ("1", "table", "Table 1"),
            ("1–2", "figure", "Figures 1–2"),
            ("2.1", "section", "Section 2.1"),
            ("Method", "section", "Method section"),
            ("Method section", "section", "Method section"),
            ("3", "note", "Footnote 3"),
            ("1:30:40", "timestamp", "1:30:40"),
            ("8:6", "verse", "8:6"),
            ("Slide 7", "page", "Slide 7"),
            ("A", "appendix", "Appendix A"),
            ("headword", "sub-verbo", "headword"),
        ],
    )
    def test_labels(self, locator: str, label: Any, expected: str) -> None:
        works = [by("x", "Roe")]
        found = Cite("x", locator=locator, label=label)
        assert cite(works, found) == [f"(Roe, 2020, {expected})"]
        found = Cite("x", locator=locator, label=label, narrative=True)
        assert cite(works, found) == [f"Roe (2020, {expected})"]
