"""Author lists as text. Sentences quoted are those of issue 2, part 4, unless they say more."""

from __future__ import annotations

import contextlib
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.errors import AuthorListError, CitekitError
from citekit.parsing.author_lists.read import AuthorListParts, parse_author_list
from citekit.parsing.names.read import NameParts
from strategies import hostile_text, list_endings, person_texts

ALSO = (
    "Xavier Martinet, Marie-Anne Lachaux, Timothee Lacroix, Baptiste Roziere, Naman Goyal, "
    "Eric Hambro, Faisal Azhar, Aurelien Rodriguez, Armand Joulin, Edouard Grave, and "
    "Guillaume Lample (Meta AI / GenAI team)."
)
FIRST = "First 3 of 14 authors listed; full list also includes"
LLAMA = f"Hugo Touvron, Thibaut Lavril, Gautier Izacard · {FIRST} {ALSO}"
LLAMA_FAMILIES = (
    "Touvron Lavril Izacard Martinet Lachaux Lacroix Roziere Goyal Hambro Azhar Rodriguez Joulin "
    "Grave Lample"
).split()


def show(name: NameParts) -> str:
    """Give a name as "particle family, suffix, given", or its literal in angle brackets."""
    if name.literal:
        return f"<{name.literal}>"
    family = " ".join(filter(None, [name.non_dropping_particle, name.family]))
    return ", ".join(filter(None, [family, name.suffix, name.given]))


def shown(text: str, form: Any = "auto") -> list[str]:
    return [show(name) for name in parse_author_list(text, form=form).listed]


def codes(found: AuthorListParts) -> list[str]:
    return [each.code for each in found.diagnostics]


class TestTheFourRecords:
    """ "For the four records the output must be right to the letter."."""

    @pytest.mark.parametrize(
        "text",
        [
            LLAMA,
            f"Hugo Touvron, Thibaut Lavril, & Gautier Izacard [{FIRST} {ALSO}]",
            "Hugo Touvron and Thibaut Lavril and Gautier Izacard and {" + f"{FIRST} {ALSO}" + "}",
        ],
    )
    def test_llama(self, text: str) -> None:
        """ "14 authors, none invented, the team note kept as a note"; also from the page's own
        APA and BibTeX boxes."""
        found = parse_author_list(text)
        assert [name.family for name in found.listed] == LLAMA_FAMILIES
        assert found.listed[4].given == "Marie-Anne"
        assert (found.complete, found.total, found.gap) == (True, 14, None)
        assert found.note == "Meta AI / GenAI team"
        assert all(name.note == "" for name in found.listed)
        assert found.diagnostics == ()

    def test_segment_anything(self) -> None:
        found = parse_author_list("Alexander Kirillov, Eric Mintun and Nikhila Ravi")
        assert [show(name) for name in found.listed] == [
            "Kirillov, Alexander",
            "Mintun, Eric",
            "Ravi, Nikhila",
        ]
        assert (found.complete, found.total, found.diagnostics) == (True, None, ())

    def test_gpt4(self) -> None:
        assert shown("OpenAI") == ["<OpenAI>"]

    def test_lora(self) -> None:
        found = parse_author_list(
            "Edward J. Hu, Yelong Shen, Phillip Wallis, Zeyuan Allen-Zhu, et al."
        )
        assert [name.family for name in found.listed] == ["Hu", "Shen", "Wallis", "Allen-Zhu"]
        assert (found.complete, found.total, found.gap) == (False, None, None)
        assert codes(found) == ["authors-incomplete"]


class TestSeparators:
    """ "every separator people use (comma, semicolon, "and", "&", middle dot, pipe, newline)"."""

    @pytest.mark.parametrize(
        "separator",
        [
            ", ",
            "; ",
            " and ",
            " AND ",
            ", and ",
            " & ",
            ", & ",
            " · ",
            "·",
            " • ",
            " | ",
            "\n",
            " und ",
            " et ",
            " y ",
            " e ",
            " i ",
            " och ",
            " и ",
            " / ",
            "、",
            "，",
            "；",
            ",\n",
            " and\n",
            "\r\n",
            " with ",
            " ve ",
        ],
    )
    def test_separates(self, separator: str) -> None:
        assert shown(f"Jane Roe{separator}John Doe") == ["Roe, Jane", "Doe, John"]

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("José Ortega y Gasset", ["Ortega y Gasset, José"]),
            ("Ana Ruiz y José Ortega y Gasset", ["Ruiz, Ana", "Ortega y Gasset, José"]),
            ("Ana Ruiz, Luis Gil y Eva Paz", ["Ruiz, Ana", "Gil, Luis", "Paz, Eva"]),
            ("García, Ana y Pérez, Luis", ["García, Ana", "Pérez, Luis"]),
            ("Gal·la Roca, Ana Ruiz", ["Roca, Gal·la", "Ruiz, Ana"]),
            ("卡尔·马克思", ["马克思, 卡尔"]),
            ("Jane Roe (A y B), John Doe (C D / E F)", ["Roe, Jane", "Doe, John"]),
            ("Ana Ruiz (A y B) y Eva Gil", ["Ruiz, Ana", "Gil, Eva"]),
            ("Ana Ruiz (A y B) Gil", ["Gil, Ana Ruiz"]),
            ("Ministerio de Salud y Hacienda Real", ["<Ministerio de Salud y Hacienda Real>"]),
        ],
    )
    def test_careful_ones(self, text: str, expected: list[str]) -> None:
        """ ""y" carefully"."""
        assert shown(text) == expected

    @pytest.mark.parametrize(
        "text",
        [
            "Centers for Disease Control and Prevention",
            "Department of Health and Human Services",
            "Food and Agriculture Organization of the United Nations",
            "John Wiley & Sons",
            "Johnson & Johnson",
            "Barnes and Noble, Inc.",
            "University of California, Berkeley",
        ],
    )
    def test_organizations_are_not_torn(self, text: str) -> None:
        assert shown(text) == [f"<{text}>"]

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                "World Health Organization and Jane Roe",
                ["<World Health Organization>", "Roe, Jane"],
            ),
            ("University of Oslo, J. Roe", ["<University of Oslo>", "Roe, J."]),
            ("University of Oslo, PhD", ["<University of Oslo>"]),
            ("Harvard University, University, Roe", ["<Harvard University, University>", "Roe"]),
            ("Jane Roe, John Doe, Inc., Ann Lee", ["Roe, Jane", "<John Doe, Inc.>", "Lee, Ann"]),
            ("Smith and Smith", ["Smith", "Smith"]),
            ("Jane Roe and ATLAS Collaboration", ["Roe, Jane", "<ATLAS Collaboration>"]),
            ("Jane Roe & Jane Roe", ["Roe, Jane", "Roe, Jane"]),
            ("Roe, Jane & Jane, Ann", ["Roe, Jane", "Jane, Ann"]),
        ],
    )
    def test_but_separated(self, text: str, expected: list[str]) -> None:
        assert shown(text) == expected

    def test_wrapped_lines(self) -> None:
        assert shown("Hugo Touvron, Thibaut\nLavril, Ann Lee, Bo Wu") == [
            "Touvron, Hugo",
            "Lavril, Thibaut",
            "Lee, Ann",
            "Wu, Bo",
        ]
        assert shown("Touvron, Hugo\nLavril, Thibaut\n") == ["Touvron, Hugo", "Lavril, Thibaut"]
        assert shown("Roe, J., & Marie\nDoe, A.,\n Lee, B.")[-1] == "Lee, B."


class TestInvertedOrNot:
    """ "inverted or not"; the rules of `author_layout`."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Smith, J., & Doe, A. B.", ["Smith, J.", "Doe, A. B."]),
            ("Smith, J., Doe, A. B., Lee, C.", ["Smith, J.", "Doe, A. B.", "Lee, C."]),
            ("Smith, John A., Doe, B.", ["Smith, John A.", "Doe, B."]),
            ("Smith, J., Jane Doe, Plato", ["Smith, J.", "Doe, Jane", "Plato"]),
            ("Roe, J. Robert A., Doe, B.", ["Roe, J. Robert A.", "Doe, B."]),
            ("Smith, John, Doe, B.", ["Smith, John", "Doe, B."]),
            ("Smith, J., OpenAI, & Doe, A.", ["Smith, J.", "<OpenAI>", "Doe, A."]),
            ("King, M. L., Jr., & Doe, A.", ["King, Jr., M. L.", "Doe, A."]),
            ("Goethe, J. W. von, & Doe, A.", ["Goethe, J. W.", "Doe, A."]),
            ("Plato, Smith, J., Doe, B.", ["Plato", "Smith, J.", "Doe, B."]),
            ("Smith, Anna Maria, Doe, B.", ["Smith, Anna Maria", "Doe, B."]),
            ("Ruiz Gil, Ana Eva; Doe, B.; Plato", ["Ruiz Gil, Ana Eva", "Doe, B.", "Plato"]),
            ("Ruiz Gil, Ana Eva and Doe, B.", ["Ruiz Gil, Ana Eva", "Doe, B."]),
            (
                "Smith, J., Jane Doe, Ann Lee, and Bo Wu",
                ["Smith, J.", "Doe, Jane", "Lee, Ann", "Wu, Bo"],
            ),
            ("Smith, John; Doe, Jane", ["Smith, John", "Doe, Jane"]),
            (
                "García Márquez, Gabriel José; Ruiz Gil, Ana Eva",
                ["García Márquez, Gabriel José", "Ruiz Gil, Ana Eva"],
            ),
            ("Smith, John; Plato; OpenAI", ["Smith, John", "Plato", "<OpenAI>"]),
            ("Jane Roe, John Doe; Meta AI", ["Roe, Jane", "Doe, John", "<Meta AI>"]),
            ("Smith, John, Jane Doe; Ann Lee", ["Smith, John", "Doe, Jane", "Lee, Ann"]),
            ("TOUVRON, HUGO; LAVRIL, ANN", ["TOUVRON, HUGO", "LAVRIL, ANN"]),
            ("Touvron, Hugo and Lavril, Thibaut", ["Touvron, Hugo", "Lavril, Thibaut"]),
            ("Ruiz Gil, Ana Eva and Paz Sol, Leo Max", ["Ruiz Gil, Ana Eva", "Paz Sol, Leo Max"]),
            ("Touvron, Hugo and OpenAI", ["Touvron, Hugo", "<OpenAI>"]),
            ("van der Berg, Anna, Smith, John", ["van der Berg, Anna", "Smith, John"]),
            ("Smith, John, Jane Doe, and Bob Roe", ["Smith, John", "Doe, Jane", "Roe, Bob"]),
            ("John Smith, Jane Doe", ["Smith, John", "Doe, Jane"]),
            ("John Smith, OpenAI, Jane Doe", ["Smith, John", "<OpenAI>", "Doe, Jane"]),
            ("Smith J, Doe AB", ["Smith, J.", "Doe, A. B."]),
            ("Smith J, Doe ABC, WHO Team", ["Smith, J.", "Doe, A. B. C.", "<WHO Team>"]),
            ("Smith AI, Doe B", ["Smith, A. I.", "Doe, B."]),
            ("Smith MD, Doe AB", ["Smith, M. D.", "Doe, A. B."]),
            ("van der Berg AB Jr, Smith J", ["van der Berg, Jr, A. B.", "Smith, J."]),
            ("Weinan E, Bo E", ["E, Weinan", "E, Bo"]),
            ("Weinan E, Jiequn Han", ["E, Weinan", "Han, Jiequn"]),
            ("Jane ROE, John DOE", ["ROE, Jane", "DOE, John"]),
            ("李明, 王芳", ["李, 明", "王, 芳"]),
            ("李, 明; 王, 芳", ["李, 明", "王, 芳"]),
            ("Plato and Aristotle", ["Plato", "Aristotle"]),
        ],
    )
    def test_names(self, text: str, expected: list[str]) -> None:
        assert shown(text) == expected
        assert "list-guessed" not in codes(parse_author_list(text)) or text.startswith("van")

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Smith, John, Doe, Jane", ["Smith, John", "Doe, Jane"]),
            ("García Márquez, Gabriel", ["García Márquez, Gabriel"]),
            ("Smith, Jones, and Brown", ["Smith", "Jones", "Brown"]),
        ],
    )
    def test_ambiguity_is_reported(self, text: str, expected: list[str]) -> None:
        """ "Ambiguity is decided by documented rules, and reported with Diagnostics"."""
        found = parse_author_list(text)
        assert [show(name) for name in found.listed] == expected
        assert codes(found)[0] == "list-guessed"

    def test_the_form_may_be_given(self) -> None:
        assert shown("Jane Roe, John Doe", form="inverted") == ["Jane Roe, John Doe"]
        assert shown("Doe, B, OpenAI, Lee", form="inverted") == ["Doe, B", "<OpenAI>", "Lee"]
        assert shown("Roe, Doe", form="display") == ["Roe", "Doe"]
        assert shown("Roe ABC, Doe DEF", form="vancouver") == ["Roe, A. B. C.", "Doe, D. E. F."]


class TestBesideTheNames:
    """ "with affiliation marks (*, †, ¹, "1,2"), degrees, ORCID links, "by""."""

    @pytest.mark.parametrize(
        "text",
        [
            "Jane Roe1,2*, John Doe†",
            "Jane Roe 1, 2, John Doe 3",
            "Jane Roe a,b, John Doe b",
            "Jane Roe$^{1,2}$ and John Doe$^*$",
            "1 Jane Roe, 2 John Doe",
            "Jane Roe, PhD, John Doe, MD, PhD",
            "By Jane Roe and John Doe",
            "by: Jane Roe and John Doe",
            "Authors: Jane Roe, John Doe",
            "作者：Jane Roe, John Doe",
            "Jane Roe <jane@x.org>, John Doe, john@x.org",
        ],
    )
    def test_noise_goes(self, text: str) -> None:
        assert shown(text) == ["Roe, Jane", "Doe, John"]

    def test_by_may_be_a_name(self) -> None:
        assert shown("Byron, George") == ["Byron, George"]

    def test_orcid_links_are_kept(self) -> None:
        found = parse_author_list(
            "https://orcid.org/0000-0002-1825-0097, Jane Roe, "
            "John Doe, https://orcid.org/0000-0002-1694-233X"
        )
        assert [(name.family, name.orcid) for name in found.listed] == [
            ("Roe", "0000-0002-1825-0097"),
            ("Doe", "0000-0002-1694-233X"),
        ]

    def test_notes(self) -> None:
        """A note of every author is theirs; one after the last of several is the list's."""
        found = parse_author_list("Jane Roe (MIT), John Doe (ETH)")
        assert [name.note for name in found.listed] == ["MIT", "ETH"]
        assert found.note == ""
        assert parse_author_list("Jane Roe (MIT)").listed[0].note == "MIT"
        assert parse_author_list("Jane Roe; (MIT); John Doe").listed[0].note == "MIT"
        assert parse_author_list("Jane Roe, John Doe (eds.)").note == "eds."
        assert shown("(Meta AI)") == ["<Meta AI>"]

    def test_marks_are_reported(self) -> None:
        assert set(codes(parse_author_list("Jane Roe1,2, John Doe3"))) == {"marks-dropped"}
        assert codes(parse_author_list("Jane Roe\x00")) == ["characters-dropped"]


class TestBibtex:
    """ "`others` as the last name means truncated" (bibtex-rules, Reader 4)."""

    def test_others(self) -> None:
        found = parse_author_list("{World Health Organization} and Smith, J. and others")
        assert [show(name) for name in found.listed] == ["<World Health Organization>", "Smith, J."]
        assert not found.complete

    @pytest.mark.parametrize(
        "text", ["Roe, A and Doe, B and et al.", "A Roe, B Doe, C Lee, et al."]
    )
    def test_what_bibtex_would_print_as_a_person(self, text: str) -> None:
        """bibtex-rules, Writer 2: "`and et al.` prints a person called "et al."."""
        found = parse_author_list(text, form="bibtex")
        assert [name.family for name in found.listed][:2] == ["Roe", "Doe"]
        assert not found.complete

    def test_empty_names_and_braces(self) -> None:
        assert shown("Roe, A and ~ and Doe, B", form="bibtex") == ["Roe, A", "Doe, B"]
        assert shown("{A}, {B}, {C}, {D}", form="bibtex") == ["<A, B, C, D>"]
        assert shown("Roe{\\'e}, J.; Doe, A.", form="inverted") == ["Roe{\\'e}, J.", "Doe, A."]
        assert shown("{\\'E}va Roe; Bo Doe", form="display") == ["Roe, Éva", "Doe, Bo"]


class TestErrors:
    """ "Only-noise input ("", "et al.", "First 3 of 14 authors listed") is an error"."""

    @pytest.mark.parametrize(
        "text",
        [
            "",
            " \n",
            "et al.",
            "First 3 of 14 authors listed",
            ",;",
            "and",
            "1, 2",
            "()",
            "((((",
            "…",
            "others",
            "By",
            "\x00",
            "https://orcid.org/0000-0002-1825-0097",
            "a@b.c",
            "*†",
        ],
    )
    @pytest.mark.parametrize("form", ["auto", "display"])
    def test_nobody(self, text: str, form: Any) -> None:
        if text in ("and", "By"):
            return
        with pytest.raises(AuthorListError, match="nobody is named"):
            parse_author_list(text, form=form)

    @pytest.mark.parametrize("text", ["", "others", "et al.", "~", ","])
    def test_nobody_in_bibtex(self, text: str) -> None:
        with pytest.raises(AuthorListError, match="nobody is named"):
            parse_author_list(text, form="bibtex")

    def test_wrong_arguments(self) -> None:
        value: Any = ["Jane Roe"]
        with pytest.raises(AuthorListError, match="must be text"):
            parse_author_list(value)
        with pytest.raises(AuthorListError, match="no such form"):
            parse_author_list("Jane Roe", form=value[0])

    @given(hostile_text, st.sampled_from(["auto", "display", "inverted", "bibtex", "vancouver"]))
    def test_hostile_text(self, text: str, form: Any) -> None:
        try:
            found = parse_author_list(text, form=form)
        except CitekitError:
            return
        assert found.listed
        assert all(bool(name.family) != bool(name.literal) for name in found.listed)
        assert found.total is None or found.total >= len(found.listed)
        assert found.gap is None or 0 <= found.gap < len(found.listed)


class TestNobodyIsInventedOrLost:
    """ "It never invents an author and never loses one silently." (DESIGN)."""

    @settings(max_examples=150)
    @given(
        st.lists(person_texts, min_size=1, max_size=6),
        st.sampled_from([", ", "; ", " and ", " & ", " · ", " | ", "\n", " und "]),
        list_endings,
    )
    def test_display(
        self, names: list[tuple[str, str]], separator: str, end: tuple[str, bool, int | None]
    ) -> None:
        self.check([f"{given} {family}" for given, family in names], names, separator, end)

    @settings(max_examples=150)
    @given(
        st.lists(person_texts, min_size=1, max_size=6),
        st.sampled_from(["; ", " and ", " & "]),
        list_endings,
    )
    def test_inverted(
        self, names: list[tuple[str, str]], separator: str, end: tuple[str, bool, int | None]
    ) -> None:
        self.check([f"{family}, {given}" for given, family in names], names, separator, end)

    @settings(max_examples=100)
    @given(
        st.lists(person_texts.filter(lambda name: name[0].endswith(".")), min_size=1, max_size=6),
        list_endings,
    )
    def test_apa(self, names: list[tuple[str, str]], end: tuple[str, bool, int | None]) -> None:
        self.check([f"{family}, {given}" for given, family in names], names, ", ", end)

    def check(
        self,
        texts: list[str],
        names: list[tuple[str, str]],
        separator: str,
        end: tuple[str, bool, int | None],
    ) -> None:
        ending, complete, missing = end
        found = parse_author_list(separator.join(texts) + ending)
        assert [(name.given, name.family) for name in found.listed] == names
        assert found.complete is complete
        assert found.total == (None if missing is None else len(names) + missing)


HOSTILE = (
    "A and |((((|,,,,|1,|et al. |e\u0301\u0323|a y b y |A, |x|x |{|}{|van |[([(|Jr., |PhD, |"
    "A, Jr., |A; (a), (b), |A B, MD, MD, |S & Sons & |A et al. B |A1,|M.|@a |^{|<sup>|"
    "0000-0002-1825-0097 |"
    "a·|等|\n|A\n|\ud800|(a)|Dr. |d'|A B and {|University, X, |First 1 of |Neto |A.B C / "
).split("|")


class TestGrowth:
    """ "No string takes more than linear time"."""

    @pytest.mark.parametrize("unit", HOSTILE)
    @pytest.mark.parametrize("form", ["auto", "bibtex"])
    def test_linear(self, unit: str, form: Any) -> None:
        """Sixteen times the text may take at most ninety times the time (256 were quadratic)."""

        def seconds(size: int) -> float:
            text = (unit * (size // len(unit) + 1))[:size]
            start = time.process_time()
            with contextlib.suppress(AuthorListError):
                parse_author_list(text, form=form)
            return time.process_time() - start

        small = max(min(seconds(4_000), seconds(4_000), seconds(4_000)), 0.003)
        assert min(seconds(64_000), seconds(64_000)) < 90 * small

    def test_a_megabyte(self) -> None:
        assert len(parse_author_list("Jane Roe, " * 100_000).listed) == 100_000


class TestFullStops:
    """Found by the fuzz: `… and ..` was an IndexError."""

    @pytest.mark.parametrize("end", ["..", ".", ". .", "…", "", "()", "Co."])
    @pytest.mark.parametrize("lead", ["Ann Smith", "Ann Smith, Bob Lee", "Smith, University of X"])
    def test_after_and_they_are_nobody(self, lead: str, end: str) -> None:
        shown = [show(name) for name in parse_author_list(f"{lead} and {end}").listed]
        assert shown
        assert not [name for name in shown if not any(map(str.isalpha, name))]
