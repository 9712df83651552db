"""Citation keys: what is in them, what stands in for what is missing, and collisions."""

from __future__ import annotations

import itertools
import os
import re
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.errors import CitekitError, InvalidValueError, OptionError, PatternError
from citekit.keys.fold import fold
from citekit.keys.generator import key, keys, with_ids
from citekit.keys.pattern import PARTS, parse_pattern
from citekit.keys.words import MAX_WORD, organization_word, title_words
from citekit.model.names import AuthorList, Organization, Person
from citekit.model.work import Work
from strategies import hostile_text, works

VALID = re.compile(r"[A-Za-z0-9:._+/-]+")

LLAMA = Work(
    authors="Hugo Touvron, Thibaut Lavril, et al.",
    issued="2023-02-27",
    title="LLaMA: Open and Efficient Foundation Language Models",
)
LLAMA_2 = Work(
    authors="Hugo Touvron, Louis Martin, et al.",
    issued="2023-07-18",
    title="Llama 2: Open Foundation and Fine-Tuned Chat Models",
)
TSNE = Work(
    authors="Laurens van der Maaten, Geoffrey Hinton",
    issued=2008,
    title="Visualizing Data using t-SNE",
)


def work(**values: Any) -> Work:
    """Make a work by Ada Doe of 2020 unless told otherwise."""
    return Work(**{"authors": "Ada Doe", "issued": 2020, "title": "Deep Nets", **values})


class TestDefaultPattern:
    """ "default `family of first author + year + first significant title word`, lower-case
    ASCII" (issue 2, part 5)"""

    @pytest.mark.parametrize(
        ("made", "expected"),
        [
            (LLAMA, "touvron2023llama"),
            (TSNE, "vandermaaten2008visualizing"),
            (
                Work(authors="Alexander Kirillov", issued=2023, title="Segment Anything"),
                "kirillov2023segment",
            ),
            (
                Work(authors="Edward J. Hu, et al.", issued=2022, title="LoRA: Low-Rank …"),
                "hu2022lora",
            ),
            (
                Work(authors="OpenAI", issued=2023, title="GPT-4 Technical Report"),
                "openai2023gpt4",
            ),
        ],
    )
    def test_keys_of_known_works(self, made: Work, expected: str) -> None:
        assert key(made) == expected

    def test_an_id_plays_no_part(self) -> None:
        assert key(LLAMA.evolve(id="something")) == "touvron2023llama"

    def test_only_a_work_has_a_key(self) -> None:
        with pytest.raises(InvalidValueError, match="not a Work"):
            key("LLaMA")  # type: ignore[arg-type]


class TestValidKeys:
    """ "the result is always a valid BibTeX/biber/LaTeX key" (issue 2); "`[A-Za-z0-9:._+/-]`
    only, ASCII" (bibtex-rules, writer 18)"""

    @settings(max_examples=60, deadline=None)
    @given(made=works(), options=st.sampled_from([{}, {"preset": "scholar"}, {"umlauts": "oe"}]))
    def test_any_work_has_one(self, made: Work, options: Any) -> None:
        assert VALID.fullmatch(key(made, **options))

    @given(title=hostile_text, family=hostile_text)
    @settings(max_examples=100, deadline=None)
    def test_hostile_text(self, title: str, family: str) -> None:
        authors = [Organization(name=family + "x")]
        assert VALID.fullmatch(key(Work(title=title, authors=authors)))

    @settings(max_examples=40, deadline=None)
    @given(made=works(), parts=st.lists(st.sampled_from(sorted(PARTS)), min_size=1, max_size=4))
    def test_any_pattern_gives_one(self, made: Work, parts: list[str]) -> None:
        pattern = "-".join("{" + part + "}" for part in parts)
        found = key(made, pattern=pattern)
        assert VALID.fullmatch(found)
        assert found[0] != "-" != found[-1]

    def test_a_huge_title_and_name_give_a_short_key(self) -> None:
        big = work(title="x" * 1_000_000, authors=[Person(family="y" * 1_000_000)])
        assert key(big) == "y" * MAX_WORD + "2020" + "x" * MAX_WORD


class TestTransliteration:
    """ "transliteration documented and locale-independent (ö→o by default, oe as an option; ß,
    ø, ł, CJK, Cyrillic)" (issue 2, part 5)"""

    @pytest.mark.parametrize(
        ("text", "folded"),
        [
            ("Böll", "Boll"),
            ("Bo\u0308ll", "Boll"),
            ("Strauß", "Strauss"),
            ("Grødem", "Grodem"),
            ("Łódź", "Lodz"),
            ("Ångström", "Angstrom"),
            ("Þórðardóttir", "Thordardottir"),
            ("İnönü", "Inonu"),
            ("ılgaz", "ilgaz"),
            ("Толстой", "Tolstoy"),
            ("Ωμέγα", "Omega"),
            ("李明", "LiMing"),
            ("محمد", "mhmd"),
            ("O'Brien–Smith", "OBrienSmith"),
            ("\ud800\ue000\u200b", ""),
        ],
    )
    def test_examples(self, text: str, folded: str) -> None:
        assert fold(text) == folded

    def test_german_option(self) -> None:
        assert fold("ÄÖÜäöüß Bo\u0308ll", german=True) == "AeOeUeaeoeuessBoell"

    def test_umlauts_are_o_by_default_and_oe_on_request(self) -> None:
        made = work(authors="Heinrich Böll", title="Über")
        assert key(made) == "boll2020uber"
        assert key(made, umlauts="oe") == "boell2020ueber"

    @pytest.mark.parametrize(
        ("language", "expected"), [("de-AT", "boell"), ("sv", "boll"), ("", "boll")]
    )
    def test_umlauts_by_language(self, language: str, expected: str) -> None:
        made = work(authors="Heinrich Böll", language=language)
        assert key(made, umlauts="language", pattern="{family}") == expected


class TestNames:
    """ "particles, mononyms, organizations" (issue 2, part 5); "citekit's default joins the
    particle …, the preset `scholar` does as Scholar" (bibtex-rules, keys 1)"""

    @pytest.mark.parametrize(
        ("particles", "expected"),
        [("join", "vandermaaten"), ("first", "van"), ("drop", "maaten")],
    )
    def test_particles(self, particles: Any, expected: str) -> None:
        assert key(TSNE, particles=particles, pattern="{family}") == expected

    def test_it_does_not_matter_whether_a_particle_is_dropping(self) -> None:
        one = Person(family="Humboldt", dropping_particle="von")
        other = Person(family="Humboldt", non_dropping_particle="von")
        assert key(work(authors=[one])) == key(work(authors=[other])) == "vonhumboldt2020deep"

    def test_first_without_a_particle_is_the_first_word_of_the_family_name(self) -> None:
        person = Person(family="García Márquez", given="Gabriel")
        assert key(work(authors=[person]), preset="scholar") == "garcia2020deep"

    @pytest.mark.parametrize(
        "person",
        [Person(family="Plato"), Person(given="Plato"), Person(username="plato")],
    )
    def test_one_name_alone(self, person: Person) -> None:
        assert key(work(authors=[person])) == "plato2020deep"

    @pytest.mark.parametrize("choice", ["join", "first", "drop"])
    def test_a_name_of_which_nothing_is_left(self, choice: Any) -> None:
        made = work(authors=[Person(family="***")], title="Deep Nets")
        assert key(made, particles=choice) == "deep2020nets"

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("OpenAI", "OpenAI"),
            ("Meta AI", "MetaAI"),
            ("DeepSeek-AI", "DeepSeekAI"),
            ("ATLAS Collaboration", "ATLASCollaboration"),
            ("The World Bank", "WorldBank"),
            ("World Health Organization", "WHO"),
            ("Association for Computing Machinery", "ACM"),
            ("US Food and Drug Administration", "USFDA"),
            ("World Health Organization (WHO)", "WHO"),
            ("Learning Representations (ICLR 2022)", "ICLR"),
            ("Institute of Physics (in London)", "InstitutePhysics"),
            ("The Who", "TheWho"),
            ("Щит Щит Щит", "SSS"),
            ("国家统计局", "GTJ"),
            ("(WHO)", "WHO"),
            ("X(WHO)", "WHO"),
            ("X(Who)", "X"),
            ("", ""),
            ("…", ""),
        ],
    )
    def test_organizations(self, name: str, expected: str) -> None:
        assert organization_word(name) == expected

    def test_the_abbreviation_that_the_record_gives_comes_first(self) -> None:
        nimh = Organization(name="National Institute of Mental Health", abbreviation="NIMH")
        assert key(work(authors=[nimh])) == "nimh2020deep"

    def test_an_abbreviation_of_which_nothing_is_left_is_passed_over(self) -> None:
        assert organization_word("Meta AI", "…") == "MetaAI"


class TestOthers:
    """ ""and others" never becomes an author" (bibtex-rules, keys 5)"""

    @given(st.integers(0, 2000))
    def test_a_list_that_stopped_early_changes_nothing(self, missing: int) -> None:
        listed = AuthorList(listed=["Ada Doe"], complete=False, total=1 + missing)
        assert key(work(authors=listed)) == key(work()) == "doe2020deep"


class TestMissing:
    """ "no author, no year" (issue 2, part 5); "No author: editor, then title word. No year:
    none, or `nd`" (bibtex-rules, keys 5)"""

    def test_the_editor_stands_in_for_the_author(self) -> None:
        assert key(work(authors=[], editors="Eve Ed")) == "ed2020deep"

    def test_a_title_word_stands_in_for_both_and_is_not_repeated(self) -> None:
        assert key(work(authors=[], title="The Song of Roland")) == "song2020roland"
        assert key(work(authors=[], title="Beowulf")) == "beowulf2020"

    def test_a_title_word_stands_in_where_the_pattern_has_no_title(self) -> None:
        assert key(work(authors=[]), pattern="{family}{year}") == "deep2020"

    def test_the_title_begins_with_its_first_word_where_the_pattern_has_no_name(self) -> None:
        assert key(work(authors=[]), pattern="{title}{year}") == "deep2020"

    def test_then_the_venue_then_the_type(self) -> None:
        nameless = work(authors=[], title="", type="article-journal")
        assert key(nameless.evolve(venue="Nature")) == "nature2020"
        assert key(nameless) == "articlejournal2020"
        assert key(Work()) == "document"

    def test_an_empty_result_is_the_type(self) -> None:
        assert key(Work(type="dataset"), pattern="{title}") == "dataset"

    @pytest.mark.parametrize("name", ["title_short", "translated_title", "original_title"])
    def test_another_title_stands_in_for_the_title(self, name: str) -> None:
        assert key(work(title="", **{name: "On Waves"})) == "doe2020waves"

    @pytest.mark.parametrize("issued", [None, "in press"])
    def test_no_year_is_nothing_or_what_is_asked_for(self, issued: Any) -> None:
        assert key(work(issued=issued)) == "doedeep"
        assert key(work(issued=issued), no_year="nd") == "doenddeep"
        assert key(work(issued=issued), no_year="nd", pattern="{shortyear}") == "nd"

    @pytest.mark.parametrize(
        ("issued", "expected"),
        [(-44, "44bc"), (1, "1"), ("2019/2021", "2019"), ("../2021", "2021")],
    )
    def test_years(self, issued: Any, expected: str) -> None:
        assert key(work(issued=issued), pattern="{year}") == expected


class TestTitleWords:
    """ "title starting with digits or stop words in several languages" (issue 2, part 5)"""

    @pytest.mark.parametrize(
        ("title", "language", "expected"),
        [
            ("The 1989 Revolutions", "", "Revolutions"),
            ("1984", "", "1984"),
            ("The The", "", "The"),
            ("3D Gaussian Splatting", "", "3D"),
            ("On the Origin of Species", "", "Origin"),
            ("How transferable are features", "", "transferable"),
            ("Towards Deep Learning", "", "Towards"),
            ("Die Verwandlung", "", "Verwandlung"),
            ("Die Hard", "en", "Die"),
            ("Über die Brücke", "de", "Brucke"),
            ("L'étranger", "", "etranger"),
            ("L’amour fou", "fr", "amour"),
            ("Don't Look Back", "", "Dont"),
            ("O'Reilly's Law", "", "OReillys"),
            ("l'", "", "l"),
            ("Война и мир", "", "Voyna"),
            ("深度学习综述", "", "ShenDu"),
            ("用BERT做翻译", "", "Yong"),
            ("GPT-4 Technical Report", "", "GPT4"),
            ("U.S. Policy", "", "US"),
            ("1,000 Genomes", "", "Genomes"),
            ("R&D/Innovation", "", "RD"),
            ("“Quoted” words", "", "Quoted"),
        ],
    )
    def test_first_word(self, title: str, language: str, expected: str) -> None:
        assert title_words(title, language=language)[0] == expected

    @pytest.mark.parametrize(
        ("title", "expected"), [("t-SNE", "t"), ("-x-y", "x"), ("Graph", "Graph")]
    )
    def test_hyphens_first(self, title: str, expected: str) -> None:
        assert title_words(title, hyphens="first") == (expected,)

    @pytest.mark.parametrize("title", ["", "…", "  ", "\u200b"])
    def test_none(self, title: str) -> None:
        assert title_words(title) == ()


class TestPattern:
    """ "A small pattern (`"{family}{year}{title}"`) with documented parts and a clear error for
    a bad pattern" (issue 2, part 5)"""

    MADE = work(
        authors="Ada Maria Doe",
        issued="2020-03-05",
        title="The Deep Nets of the Sea",
        type="article-journal",
        venue={"title": "Journal of Marine Research", "title_short": "J. Mar. Res."},
        volume=12,
        issue=3,
        page="e45–50",
        number="TR-7",
    )

    @pytest.mark.parametrize(
        ("pattern", "expected"),
        [
            ("{family}", "doe"),
            ("{Family}", "Doe"),
            ("{FAMILY}", "DOE"),
            ("{given}", "adamaria"),
            ("{year}", "2020"),
            ("{shortyear}", "20"),
            ("{month}", "03"),
            ("{title}", "deep"),
            ("{shorttitle}", "deepnetssea"),
            ("{venue}", "jmarres"),
            ("{type}", "articlejournal"),
            ("{volume}", "12"),
            ("{issue}", "3"),
            ("{number}", "tr7"),
            ("{page}", "e45"),
            ("x:{family}/{year}+y", "x:doe/2020+y"),
        ],
    )
    def test_each_part(self, pattern: str, expected: str) -> None:
        assert key(self.MADE, pattern=pattern) == expected

    def test_every_documented_part_is_tested(self) -> None:
        shown = {each[1] for each in re.finditer(r"\{(\w+)\}", " ".join(PARTS.values()))}
        assert shown == set()
        assert all(key(self.MADE, pattern="{" + part + "}") for part in PARTS)

    @pytest.mark.parametrize(
        ("part", "expected"),
        [("given", "openai"), ("month", "openai"), ("venue", "openai"), ("page", "openai")],
    )
    def test_a_part_that_is_missing_is_empty(self, part: str, expected: str) -> None:
        made = Work(authors="OpenAI", issued=2020)
        assert key(made, pattern="{" + part + "}{family}") == expected

    def test_the_month_of_a_range_is_its_first(self) -> None:
        assert key(work(issued="2020-03/2020-05"), pattern="{month}") == "03"

    @pytest.mark.parametrize(
        ("pattern", "expected"),
        [
            ("{family}-{year}-{title}", "doe-deep"),
            ("{year}-{family}", "doe"),
            ("{family}:{year}", "doe"),
            ("{family}-{year}-x", "doe-x"),
        ],
    )
    def test_a_separator_goes_where_it_would_separate_nothing(
        self, pattern: str, expected: str
    ) -> None:
        assert key(work(issued=None), pattern=pattern) == expected

    @pytest.mark.parametrize(
        ("pattern", "message"),
        [
            ("", "1 to 200 characters"),
            ("x" * 201, "1 to 200 characters"),
            ("abc", "the same key"),
            ("{family", "position 0 is not closed"),
            ("{family}}", "position 8 closes nothing"),
            ("{family} {year}", "no key can have ' ', at position 8"),
            ("{jear}", "unknown part 'jear' at position 1"),
            ("{}", "unknown part ''"),
            ("{fAmily}", "unknown part 'fAmily'"),
            ("{family}ü", "no key can have 'ü', at position 8"),
        ],
    )
    def test_a_bad_pattern(self, pattern: str, message: str) -> None:
        with pytest.raises(PatternError, match=re.escape(message)):
            key(LLAMA, pattern=pattern)

    def test_the_error_suggests_the_nearest_part(self) -> None:
        with pytest.raises(PatternError) as caught:
            parse_pattern("{familie}")
        assert caught.value.hint == "did you mean 'family'?"

    def test_the_error_lists_the_parts_where_none_is_near(self) -> None:
        with pytest.raises(PatternError) as caught:
            parse_pattern("{qqq}")
        assert all(f"{{{part}}}" in str(caught.value.hint) for part in PARTS)

    @given(st.text("{}familyYEAR:-é ", max_size=12) | hostile_text)
    def test_any_text_is_a_pattern_or_a_pattern_error(self, pattern: str) -> None:
        try:
            found = key(LLAMA, pattern=pattern)
        except PatternError:
            return
        assert VALID.fullmatch(found)


class TestOptions:
    """ "No stub, no accepted-and-ignored option": what cannot be honoured is an error."""

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            ({"umlauts": "ue"}, "umlauts"),
            ({"particles": "none"}, "particles"),
            ({"hyphens": None}, "hyphens"),
            ({"no_year": "n. d."}, "no_year"),
            ({"no_year": 0}, "no_year"),
            ({"pattern": 7}, "pattern"),
            ({"preset": "jabref"}, "preset"),
            ({"patern": "{year}"}, "did you mean 'pattern'"),
            ({"qqq": 1}, "options are pattern"),
        ],
    )
    def test_bad_options(self, options: Any, message: str) -> None:
        with pytest.raises(OptionError, match=message):
            key(LLAMA, **options)

    def test_the_scholar_preset(self) -> None:
        assert key(TSNE, preset="scholar") == "van2008visualizing"
        gpt = Work(authors="OpenAI", issued=2023, title="GPT-4")
        assert key(gpt, preset="scholar") == "openai2023gpt"

    def test_what_is_given_beside_a_preset_counts(self) -> None:
        assert key(TSNE, preset="scholar", particles="drop") == "maaten2008visualizing"


class TestCollisions:
    """ "collisions are resolved by the next title word, then by letters in the order of the
    works' content (LLaMA and Llama 2: `touvron2023llama`, `touvron2023llama2`), independent of
    input order" (issue 2, part 5)"""

    def test_llama_and_llama_2(self) -> None:
        assert keys([LLAMA, LLAMA_2]) == ("touvron2023llama", "touvron2023llama2")
        assert keys([LLAMA_2, LLAMA]) == ("touvron2023llama2", "touvron2023llama")

    @pytest.mark.parametrize("issued", [2023, "2023-12", None])
    def test_whatever_is_known_of_the_dates(self, issued: Any) -> None:
        first = LLAMA.evolve(issued=issued, title="LLaMA: Open")
        second = LLAMA_2.evolve(issued=issued)
        found = keys([second, first])
        assert found[1] in ("touvron2023llama", "touvronllama")
        assert found[0] == found[1] + "2"

    def test_the_earlier_keeps_the_short_key(self) -> None:
        early, late = work(issued="2020-02", title="Deep C"), work(issued="2020-03", title="Deep B")
        unsure = work(issued="2020", title="Deep A")
        assert keys([unsure, late, early]) == ("doe2020deepa", "doe2020deepb", "doe2020deep")

    def test_the_order_of_works_of_one_year(self) -> None:
        """Sequels by number, then by date, what is not exact last; open ranges by what they say."""
        dates = ["2020-02-02", "2020-02-11", "2020-02", "../2020-03", "2020-04/..", "2020", None]
        pattern = "{family}{title}"
        works = [work(title="Deep", issued=date, volume=9 - n) for n, date in enumerate(dates)]
        works += [work(title="Deep 2", issued="2019"), work(title="Deep 10", issued="2018")]
        endings = ["", "a", "b", "c", "d", "e", "f", "2", "10"]
        assert keys(works, pattern=pattern) == tuple("doedeep" + each for each in endings)

    def test_a_sequel_of_two_words_comes_after(self) -> None:
        assert keys([work(title="Deep 2"), work(title="Deep Nets")]) == (
            "doe2020deep2",
            "doe2020deep",
        )

    def test_letters_where_the_next_word_does_not_help(self) -> None:
        same = [work(title="Deep Nets", volume=n) for n in range(4)]
        expected = ("doe2020deep", "doe2020deepnets", "doe2020deepa", "doe2020deepb")
        assert keys(same) == expected

    def test_letters_where_there_is_no_next_word(self) -> None:
        same = [work(title="Deep", volume=n) for n in (1, 2, 3)]
        assert keys(same) == ("doe2020deep", "doe2020deepa", "doe2020deepb")

    def test_letters_where_the_pattern_has_no_title(self) -> None:
        found = keys([work(), work(title="Shallow")], pattern="{family}{year}")
        assert found == ("doe2020", "doe2020a")

    def test_after_z_comes_aa(self) -> None:
        found = keys([work(title="Deep", volume=n) for n in range(100, 129)])
        assert found[26:] == ("doe2020deepz", "doe2020deepaa", "doe2020deepab")

    def test_nobody_takes_the_base_key_of_another(self) -> None:
        works = [
            work(title="Deep Nets", volume=1),
            work(title="Deep Nets", volume=2),
            work(title="Deepnets"),
        ]
        assert keys(works) == ("doe2020deep", "doe2020deepa", "doe2020deepnets")

    def test_a_borrowed_title_word_is_not_repeated(self) -> None:
        works = [work(authors=[], title="Deep Nets Now", volume=n) for n in (1, 2)]
        assert keys(works) == ("deep2020nets", "deep2020netsnow")

    def test_keys_differ_in_more_than_case(self) -> None:
        """BibTeX: "Case mismatch error" (bibtex-rules, writer 18)."""
        works = [work(authors=[Person(family=name)]) for name in ("DeMan", "Deman")]
        found = keys(works, pattern="{Family}")
        assert found == ("DeMan", "Demana")

    @settings(max_examples=20, deadline=None)
    @given(st.lists(works(), max_size=4), st.randoms(use_true_random=False))
    def test_the_order_of_the_input_does_not_matter(self, found: list[Work], random: Any) -> None:
        nameless = [each.evolve(id=None) for each in (*found, LLAMA, LLAMA_2, LLAMA)]
        shuffled = list(nameless)
        random.shuffle(shuffled)

        def named(given: list[Work]) -> list[tuple[str, str]]:
            return sorted(zip(keys(given), map(repr, given), strict=True))

        assert named(nameless) == named(shuffled)

    @settings(max_examples=20, deadline=None)
    @given(st.lists(works(), max_size=5))
    def test_unique_without_regard_to_case(self, found: list[Work]) -> None:
        nameless = [each.evolve(id=None) for each in (*found, *found)]
        made = [each.lower() for each in keys(nameless, pattern="{Title}")]
        assert len(set(made)) == len(made)

    def test_thousands_of_equal_works_take_linear_work(self) -> None:
        found = keys([work(title="Deep")] * 3000)
        assert len(set(found)) == 3000
        assert found[-1] == "doe2020deepdki"


class TestLibrary:
    """ "never change the key of a work already in the library; reserved keys respected"
    (issue 2, part 5)"""

    def test_a_work_keeps_its_id_and_nobody_else_gets_it(self) -> None:
        library = LLAMA_2.evolve(id="touvron2023LLAMA")
        assert keys([LLAMA, library]) == ("touvron2023llamaopen", "touvron2023LLAMA")

    def test_two_works_that_share_an_id_both_keep_it(self) -> None:
        assert keys([LLAMA.evolve(id="a"), LLAMA_2.evolve(id="a")]) == ("a", "a")

    @pytest.mark.parametrize(
        "reserved",
        [
            ["Touvron2023llama"],
            {"touvron2023llama"},
            {"touvron2023llama": LLAMA},
            iter(["TOUVRON2023LLAMA"]),
        ],
    )
    def test_reserved_keys(self, reserved: Any) -> None:
        assert keys([LLAMA], reserved=reserved) == ("touvron2023llamaopen",)

    @pytest.mark.parametrize("reserved", ["touvron2023llama", [1], 7, None])
    def test_what_is_no_list_of_keys(self, reserved: Any) -> None:
        with pytest.raises(OptionError, match="reserved"):
            keys([LLAMA], reserved=reserved)

    def test_adding_a_work_to_a_library_changes_no_key(self) -> None:
        library = with_ids([LLAMA, TSNE])
        grown = with_ids([LLAMA_2, *library])
        assert grown[1:] == library
        assert grown[0].id == "touvron2023llama2"

    def test_with_ids_keeps_everything_else(self) -> None:
        (made,) = with_ids([LLAMA], pattern="{family}")
        assert made.id == "touvron"
        assert made.evolve(id=None) == LLAMA

    def test_only_works_have_keys(self) -> None:
        with pytest.raises(CitekitError):
            keys([LLAMA, "x"])  # type: ignore[list-item]


class TestDeterminism:
    """ "The same input gives the same bytes: in any thread, any locale of the process, any hash
    seed, any order of a set." (DESIGN, promise 9)"""

    CODE = (
        "from citekit.keys.generator import keys; from citekit.model.work import Work;"
        "print(keys([Work(title='İstanbul ılgaz I', authors='李明', extra={str(n): n, 'a': [n]})"
        " for n in range(5)]))"
    )

    def test_hash_seed_and_locale(self) -> None:
        found = set()
        for seed, locale in itertools.product("01", ["C", "tr_TR.UTF-8"]):
            env = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONUTF8": "1"}
            found.add(
                subprocess.run(
                    [sys.executable, "-c", self.CODE], env=env, capture_output=True, check=True
                ).stdout
            )
        assert len(found) == 1
