"""Keys that would be equal, and keys that are taken."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.errors import CitekitError, OptionError
from citekit.keys.generator import keys, with_ids
from citekit.model.names import Person
from citekit.model.work import Work
from keys.small import LLAMA, TSNE, work
from strategies import works

LLAMA_2 = Work(
    authors="Hugo Touvron, Louis Martin, et al.",
    issued="2023-07-18",
    title="Llama 2: Open Foundation and Fine-Tuned Chat Models",
)


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
            keys([LLAMA, "x"])  # type: ignore[list-item]  # wrong on purpose
