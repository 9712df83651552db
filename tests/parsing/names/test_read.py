"""Single names. Sentences quoted are those of issue 2, part 4, unless they say more."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import CitekitError, InvalidNameError
from citekit.parsing.names.affixes import ends_in_degree, tail_kind
from citekit.parsing.names.cjk import cjk_name, is_cjk
from citekit.parsing.names.cleaning import groups, orcid_is_right
from citekit.parsing.names.display import is_initials, spaced_initials, vancouver_name
from citekit.parsing.names.organizations import organization_reason
from citekit.parsing.names.read import has_braces, parse_name, split_commas
from strategies import hostile_text, person_texts


def parts(text: str, form: Any = "auto") -> dict[str, Any]:
    """Give the parts that are set, without diagnostics."""
    name = parse_name(text, form=form)
    keys = ("family", "given", "non_dropping_particle", "dropping_particle", "suffix", "literal")
    return {key: getattr(name, key) for key in keys if getattr(name, key)}


def codes(text: str, form: Any = "auto") -> list[str]:
    return [each.code for each in parse_name(text, form=form).diagnostics]


def person(family: str, given: str = "", particle: str = "", suffix: str = "") -> dict[str, Any]:
    every = {
        "family": family,
        "given": given,
        "non_dropping_particle": particle,
        "suffix": suffix,
    }
    return {key: value for key, value in every.items() if value}


class TestDisplayNames:
    """ "display names ("Ludwig van Beethoven", "Martin Luther King, Jr.", "O'Brien", …)"."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Ludwig van Beethoven", person("Beethoven", "Ludwig", "van")),
            ("Martin Luther King, Jr.", person("King", "Martin Luther", suffix="Jr.")),
            ("Martin Luther King Jr.", person("King", "Martin Luther", suffix="Jr.")),
            ("O'Brien", person("O'Brien")),
            ("Marie-Anne Lachaux", person("Lachaux", "Marie-Anne")),
            ("Plato", person("Plato")),
            ("Weinan E", person("E", "Weinan")),
            ("J.R.R. Tolkien", person("Tolkien", "J.R.R.")),
            ("Charles de Gaulle", person("Gaulle", "Charles", "de")),
            ("Henry James III", person("James", "Henry", suffix="III")),
            ("Nikhila Ravi.", person("Ravi", "Nikhila")),
            ("Yann LeCun", person("LeCun", "Yann")),
            ("Qingyao Ai", person("Ai", "Qingyao")),
            ("bell hooks", person("hooks", "bell")),
            ("john von neumann", person("neumann", "john", "von")),
            ("von Neumann", person("Neumann", particle="von")),
            ("Gerard 't Hooft", person("Hooft", "Gerard", "'t")),
            ("Muhammad ibn Musa al-Khwarizmi", person("Khwarizmi", "Muhammad ibn Musa", "al-")),
            ("Jean Le Rond d'Alembert", person("Alembert", "Jean Le Rond", "d'")),
            ("Guillaume de l’Hôpital", person("Hôpital", "Guillaume", "de l’")),
            ("Jean D'Angelo", person("D'Angelo", "Jean")),
            ("Frank Press", person("Press", "Frank")),
        ],
    )
    def test_parts(self, text: str, expected: dict[str, Any]) -> None:
        assert parts(text) == expected

    def test_a_comma_before_the_suffix_is_remembered(self) -> None:
        assert parse_name("Martin Luther King, Jr.").comma_suffix
        assert not parse_name("Martin Luther King Jr.").comma_suffix
        assert not parse_name("King, Jr., Martin Luther").comma_suffix

    @pytest.mark.parametrize(
        ("text", "family", "given"),
        [
            ("Velasquez y Garcia", "Velasquez y Garcia", ""),
            ("José Ortega y Gasset", "Ortega y Gasset", "José"),
            ("Maria Costa e Silva", "Costa e Silva", "Maria"),
            ("João Oliveira Neto", "Oliveira Neto", "João"),
            ("João Neto", "Neto", "João"),
        ],
    )
    def test_joined_families(self, text: str, family: str, given: str) -> None:
        """ "Velasquez y Garcia"; a compound family is joined where the text shows it."""
        assert parts(text) == person(family, given)

    @pytest.mark.parametrize(
        ("text", "family"),
        [
            ("Vincent Van Gogh", "Van Gogh"),
            ("VINCENT VAN GOGH", "VAN GOGH"),
            ("Ursula K. Le Guin", "Le Guin"),
            ("Oscar De La Hoya", "De La Hoya"),
            ("John Van der Berg", "Van der Berg"),
        ],
    )
    def test_capital_particles_belong_to_the_family(self, text: str, family: str) -> None:
        assert parts(text)["family"] == family
        assert codes(text) == ["name-guessed"]

    @pytest.mark.parametrize("text", ["Van Morrison", "Le Song", "Quoc V. Le"])
    def test_a_capital_particle_is_no_particle_at_either_end(self, text: str) -> None:
        """bibtex-rules, Names 2: "capitalised particles (Van, De, Le, Di… not first word)"."""
        given, family = text.rsplit(" ", 1)
        assert parts(text) == person(family, given)
        assert codes(text) == []

    @pytest.mark.parametrize("text", ["Thieu Van Nguyen", "Nguyen Van Thieu"])
    def test_beside_a_vietnamese_family_van_is_a_middle_name(self, text: str) -> None:
        given, family = text.rsplit(" ", 1)
        assert parts(text) == person(family, given)

    def test_de_before_a_capital_article_is_dropping(self) -> None:
        """CSL 1.0.2: "de" in "de La Fontaine" is dropping, "La" is non-dropping."""
        name = parse_name("Jean de La Fontaine")
        assert (name.dropping_particle, name.non_dropping_particle) == ("de", "La")
        assert name.family == "Fontaine"
        name = parse_name("Jan van Der Berg")
        assert (name.dropping_particle, name.non_dropping_particle) == ("", "van Der")
        assert parse_name("Anna de Van Dyck").non_dropping_particle == "de Van"

    def test_several_words_after_a_particle_are_reported(self) -> None:
        assert parts("Manuel de la Torre Gomez") == person("Torre Gomez", "Manuel", "de la")
        assert codes("Manuel de la Torre Gomez") == ["name-guessed"]
        assert codes("Manuel de la Torre") == []


class TestAffixes:
    """ "Dr. Jane Roe, PhD" (degrees/titles dropped with diagnostic)."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Dr. Jane Roe, PhD", ["title-dropped", "degree-dropped"]),
            ("Prof. Dr. Jane Roe", ["title-dropped"]),
            ("Jane Roe Ph.D.", ["degree-dropped"]),
            ("Jane Roe, MD, PhD", ["degree-dropped", "degree-dropped"]),
            ("Jane Roe, M.D. Ph.D.", ["degree-dropped"]),
            ("Roe, Jane, MD", ["degree-dropped"]),
            ("Roe, Jane PhD", ["degree-dropped"]),
            ("Jane Roe MD", ["name-guessed", "degree-dropped"]),
        ],
    )
    def test_degrees_and_titles_go(self, text: str, expected: list[str]) -> None:
        assert parts(text) == person("Roe", "Jane")
        assert codes(text) == expected

    def test_what_may_be_initials_is_kept(self) -> None:
        assert parts("Smith MD") == person("Smith", "M. D.")
        assert parts("Smith, MD") == person("Smith", "MD")
        assert parts("van Smith, MD") == person("Smith", "MD", "van")

    def test_a_title_alone_is_a_name(self) -> None:
        assert parts("Dr.") == person("Dr.")

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("Jr.", "suffix"),
            ("PhD", "degree"),
            ("M.D. PhD", "degree"),
            ("MD", "perhaps-degree"),
            ("Inc.", "firm"),
            ("CO", ""),
            ("Jane", ""),
            ("", ""),
            ("Ma", ""),
        ],
    )
    def test_tails(self, text: str, kind: str) -> None:
        assert tail_kind(text) == kind

    def test_all_capitals_hide_degrees(self) -> None:
        assert not ends_in_degree(["YO", "YO", "MA"])
        assert not ends_in_degree(["van", "Berg", "MD"])


class TestInvertedNames:
    """ "Family, Given", "Family, Jr., Given", "von Family, Given"."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Smith, John", person("Smith", "John")),
            ("King, Jr., Martin Luther", person("King", "Martin Luther", suffix="Jr.")),
            ("King, Martin Luther, Jr.", person("King", "Martin Luther", suffix="Jr.")),
            ("King Jr., Martin", person("King", "Martin", suffix="Jr.")),
            ("King, Martin Jr.", person("King", "Martin", suffix="Jr.")),
            ("Smith, J. A., III", person("Smith", "J. A.", suffix="III")),
            ("von Neumann, John", person("Neumann", "John", "von")),
            ("van Der Berg, A.", person("Berg", "A.", "van Der")),
            ("De Gaulle, Charles", person("De Gaulle", "Charles")),
            ("d'Alembert, Jean", person("Alembert", "Jean", "d'")),
            ("Smith， John", person("Smith", "John")),
            ("李, 明", person("李", "明")),
            ("Smith,", person("Smith")),
        ],
    )
    def test_parts(self, text: str, expected: dict[str, Any]) -> None:
        assert parts(text) == expected
        assert codes(text) == []

    def test_a_particle_after_the_given_name_is_dropping(self) -> None:
        """The convention of CSL processors for "Goethe, Johann Wolfgang von"."""
        name = parse_name("Goethe, Johann Wolfgang von")
        assert (name.given, name.dropping_particle) == ("Johann Wolfgang", "von")
        assert parse_name("Goethe, von").given == "von"

    def test_the_form_may_be_given(self) -> None:
        assert parts("van der Berg Jr", form="inverted") == person("Berg", "", "van der", "Jr")
        assert parts("Smith J", form="display") == person("J", "Smith")

    @pytest.mark.parametrize("text", ["Doe, A, B", "Doe, Jr., III, Jane"])
    def test_too_many_commas_keep_the_name_whole(self, text: str) -> None:
        assert parts(text) == {"literal": text}
        assert codes(text) == ["name-guessed"]


class TestVancouverNames:
    """'Vancouver "Hu EJ", "van der Berg AB Jr"'; NLM, Citing Medicine, chapter 1."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Hu EJ", person("Hu", "E. J.")),
            ("Smith J", person("Smith", "J.")),
            ("van der Berg AB Jr", person("Berg", "A. B.", "van der", "Jr")),
            ("Smith J.", person("Smith", "J.")),
            ("Smith J. A.", person("Smith", "J. A.")),
            ("Lachaux M-A", person("Lachaux", "M.-A.")),
        ],
    )
    def test_parts(self, text: str, expected: dict[str, Any]) -> None:
        assert parts(text) == expected
        assert codes(text) == ["name-guessed"]
        assert codes(text, form="vancouver") == []

    def test_more_initials_must_be_asked_for(self) -> None:
        assert parts("Smith ABCD", form="vancouver") == person("Smith", "A. B. C. D.")
        assert parts("John DOE") == person("DOE", "John")
        assert parts("Weinan E", form="vancouver") == person("Weinan", "E.")

    def test_another_shape_is_read_as_usual(self) -> None:
        assert parts("Jane Roe", form="vancouver") == person("Roe", "Jane")
        assert vancouver_name(["HU", "EJ"]) is None
        assert vancouver_name(["J.", "A", "B"]) is None

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("", False),
            ("Jr.", False),
            ("J. von", True),
            ("j.", False),
            ("Yu. V.", True),
            ("JABC", False),
            ("J--A", False),
            ("Doe", False),
            ("J.-P.", True),
        ],
    )
    def test_initials(self, text: str, expected: bool) -> None:
        assert is_initials(text) is expected

    def test_spaced(self) -> None:
        assert spaced_initials("J.A.") == "J.A."


class TestEastAsianNames:
    """ "李明" (family 李 given 明; compound surnames 欧阳 etc.; Japanese/Korean sensibly)."""

    @pytest.mark.parametrize(
        ("text", "family", "given"),
        [
            ("李明", "李", "明"),
            ("王小明", "王", "小明"),
            ("欧阳修", "欧阳", "修"),
            ("司马相如", "司马", "相如"),
            ("山田太郎", "山田", "太郎"),
            ("長谷川太郎", "長谷川", "太郎"),
            ("甲乙丙丁", "甲乙", "丙丁"),
            ("高橋さくら", "高橋", "さくら"),
            ("김철수", "김", "철수"),
            ("남궁민수", "남궁", "민수"),
        ],
    )
    def test_split_by_rule_and_reported(self, text: str, family: str, given: str) -> None:
        assert parts(text) == person(family, given)
        assert codes(text) == ["name-guessed"]

    @pytest.mark.parametrize(
        ("text", "family", "given"),
        [
            ("山田 太郎", "山田", "太郎"),
            ("卡尔·马克思", "马克思", "卡尔"),
            ("ホセ・ガルシア", "ガルシア", "ホセ"),
            ("李", "李", ""),
        ],
    )
    def test_shown_by_the_text(self, text: str, family: str, given: str) -> None:
        assert parts(text) == person(family, given)
        assert codes(text) == []

    @pytest.mark.parametrize("text", ["甲乙丙丁戊", "さくら", "가나다라마바"])
    def test_not_taken_apart(self, text: str) -> None:
        assert parts(text) == {"literal": text}
        assert codes(text) == ["name-guessed"]

    def test_a_family_alone(self) -> None:
        assert cjk_name("欧阳").family == "欧阳"
        assert not is_cjk("")


class TestOrganizations:
    """ "organizations (braces, and known shapes …)"; bibtex-rules, Names 5."""

    @pytest.mark.parametrize(
        "text",
        [
            "World Health Organization",
            "ATLAS Collaboration",
            "DeepSeek-AI",
            "OpenAI",
            "Meta AI",
            "R Core Team",
            "3M",
            "AT&T",
            "Johnson & Johnson",
            "23andMe",
            "Group 47",
            "Universität Wien",
            "Ministry of Health",
            "Ministerio de Economía y Hacienda",
            "Institut Pasteur",
            "Bundesumweltministerium",
            "Bundesamt für Statistik",
            "Министерство здравоохранения",
            "World Bank",
            "Bank of England",
            "The Beatles",
            "NASA",
            "UNESCO",
            "EFTAXX",
            "北京大学",
            "Barnes and Noble, Inc.",
            "University of California, Berkeley",
            "Meta AI / GenAI team",
        ],
    )
    def test_known_by_shape_and_reported(self, text: str) -> None:
        assert parts(text) == {"literal": text}
        assert codes(text) == ["organization-guessed"]
        assert parse_name(text).is_organization

    @pytest.mark.parametrize(
        "text", ["LeCun", "McDonald", "O'Brien", "PLATONI", "Jane Bank", "The", "Of Men", "大学"]
    )
    def test_persons_are_none(self, text: str) -> None:
        assert organization_reason(text) == ""

    def test_braces_are_no_guess(self) -> None:
        assert parts("{Barnes and Noble, Inc.}") == {"literal": "Barnes and Noble, Inc."}
        assert codes("{Barnes and Noble, Inc.}") == []


class TestBesideTheName:
    """ "with affiliation marks (*, †, ¹, "1,2"), degrees, ORCID links"."""

    @pytest.mark.parametrize(
        "text",
        [
            "Jane Roe*",
            "Jane Roe†‡",
            "Jane Roe¹",
            "Jane Roe1,2",
            "Jane Roe123",
            "Jane Roe 1",
            "¹Jane Roe",
            "1Jane Roe",
            "Jane Roe a",
            "Jane Roe1,2*",
        ],
    )
    def test_marks_go_with_an_info(self, text: str) -> None:
        assert parts(text) == person("Roe", "Jane")
        assert set(codes(text)) == {"marks-dropped"}

    @pytest.mark.parametrize("text", ["Jane Roe (1)", "Jane Roe$^{1,2}$", "Jane Roe<sup>1</sup>"])
    def test_marks_as_markup_or_in_brackets(self, text: str) -> None:
        assert parts(text) == person("Roe", "Jane")
        assert parse_name(text).note == ""

    @pytest.mark.parametrize("text", ["Jane Roe$^{1,2}$", "Jane Roe<sup>1</sup>", "Jane Roe^a"])
    def test_marks_as_markup_are_reported(self, text: str) -> None:
        assert codes(text) == ["marks-dropped"]

    def test_numbers_that_belong_to_words_stay(self) -> None:
        assert parts("Jane Roe2023") == person("", "") | {"literal": "Jane Roe2023"}

    @pytest.mark.parametrize(
        "text",
        [
            "Jane Roe https://orcid.org/0000-0002-1825-0097",
            "Jane Roe (0000-0002-1825-0097)",
            "Roe, Jane ORCID: 0000-0002-1825-0097",
            "Jane Roe, https://orcid.org/0000-0002-1825-0097",
        ],
    )
    def test_orcid_links_are_kept(self, text: str) -> None:
        assert parse_name(text).orcid == "0000-0002-1825-0097"
        assert parts(text) == person("Roe", "Jane")

    def test_a_wrong_orcid_is_reported(self) -> None:
        name = parse_name("Jane Roe 0000-0002-1825-0098 0000-0002-1694-233x")
        assert name.orcid == "0000-0002-1694-233X"
        assert codes("Jane Roe 0000-0002-1825-0098") == ["orcid-invalid"]
        assert parse_name("Jane Roe 0000-0002-1825-0098").orcid == ""
        assert not orcid_is_right("0000-0002-1694-2330")

    def test_addresses_go_with_a_warning(self) -> None:
        assert parts("Jane Roe <jane@x.org>") == person("Roe", "Jane")
        assert codes("Jane Roe <jane@x.org>") == ["email-dropped"]
        assert "'jane@x.org'" in parse_name("Jane Roe <jane@x.org>").diagnostics[0].message

    def test_brackets_are_a_note(self) -> None:
        name = parse_name("Jane Roe (MIT, Boston) [ed.]")
        assert (name.family, name.note) == ("Roe", "MIT, Boston; ed.")
        assert parse_name("Jane (Janie) Roe").note == "Janie"
        assert parts("(Meta AI)") == {"literal": "Meta AI"}
        assert parts("Jane Roe (MIT") == person("MIT", "Jane Roe")

    def test_control_characters_are_reported(self) -> None:
        assert parts("Jane\u202e Roe\x00") == person("Roe", "Jane")
        assert codes("Jane Roe\x00\ud800") == ["characters-dropped"]
        assert codes("Jane\u200b Roe") == []

    def test_groups_overlap(self) -> None:
        assert groups("[([(") == []
        assert groups("([)]") == [(0, 3)]
        assert groups("(a)(b)") == [(0, 3), (3, 6)]
        assert groups("((a)b)") == [(0, 6)]

    def test_commas_in_brackets_do_not_split(self) -> None:
        assert split_commas("a (b, c), d") == ["a (b, c)", " d"]


class TestErrors:
    """ "a `CitekitError` that names the field; never a traceback of something else"."""

    @pytest.mark.parametrize("text", ["", "  ", ",", "*", "1", "()", "\x00", ".", "--", "a@b.c"])
    def test_nobody(self, text: str) -> None:
        with pytest.raises(InvalidNameError, match="without any part"):
            parse_name(text)

    @pytest.mark.parametrize("value", [None, 3, b"Jane Roe", ["Jane"]])
    def test_no_text(self, value: Any) -> None:
        with pytest.raises(InvalidNameError, match="must be text"):
            parse_name(value)

    def test_no_such_form(self) -> None:
        form: Any = "vertical"
        with pytest.raises(InvalidNameError, match="no such form"):
            parse_name("Jane Roe", form=form)

    def test_unbalanced_braces_are_no_bibtex(self) -> None:
        assert not has_braces("}Jane{")
        assert parts("Jane {Roe") == person("{Roe", "Jane")

    @given(hostile_text, st.sampled_from(["auto", "display", "inverted", "bibtex", "vancouver"]))
    def test_hostile_text(self, text: str, form: Any) -> None:
        try:
            name = parse_name(text, form=form)
        except CitekitError:
            return
        assert bool(name.family) != bool(name.literal)
        if name.literal:
            assert name.given + name.suffix + name.non_dropping_particle == ""
        assert pickle.loads(pickle.dumps(name)) == name


class TestLaws:
    """What was put together comes apart again, in every form."""

    @given(person_texts)
    def test_display_and_inverted_agree(self, name: tuple[str, str]) -> None:
        given, family = name
        assert parts(f"{given} {family}") == person(family, given)
        assert parts(f"{family}, {given}") == person(family, given)
        assert parts(f"{family}, {given}", form="bibtex") == person(family, given)
        assert codes(f"{given} {family}") == []
