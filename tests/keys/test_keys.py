"""Citation keys: what is in them, and what stands in for what is missing."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.errors import InvalidValueError, OptionError
from citekit.keys.generator import key
from citekit.keys.pattern import PARTS
from citekit.keys.words import MAX_WORD, organization_word
from citekit.model.names import AuthorList, Organization, Person
from citekit.model.work import Work
from keys.small import LLAMA, TSNE, VALID, work
from strategies import hostile_text, works


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
            key("LLaMA")  # type: ignore[arg-type]  # wrong on purpose


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
