"""Lists that stopped early. Sentences quoted are those of issue 2, part 4."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.parsing.author_lists import truncation
from citekit.parsing.author_lists.read import AuthorListParts, parse_author_list
from citekit.parsing.author_lists.truncation import find_markers
from citekit.tables.author_lists import AUTHOR_NOUNS, ET_AL, MORE_WORDS, NUMBER_WORDS


def codes(found: AuthorListParts) -> list[str]:
    return [each.code for each in found.diagnostics]


class TestStops:
    """ "all the ways in which sources stop early: "et al." (any spelling, other languages too)"."""

    @pytest.mark.parametrize(
        "ending",
        [
            *sorted(ET_AL),
            "et al.",
            "et al",
            "et. al.",
            "et.al.",
            "etal.",
            "Et Al.",
            "ET AL",
            "[et al.]",
            "et alii",
            "u.a.",
            "u. a",
            "(et al.)",
            "等",
            "ほか",
            "…",
            "...",
            ". . .",
            "and others.",
        ],
    )
    @pytest.mark.parametrize("before", [", ", " "])
    def test_nobody_says_how_many(self, ending: str, before: str) -> None:
        found = parse_author_list(f"Jane Roe, John Doe{before}{ending}")
        assert [name.family for name in found.listed] == ["Roe", "Doe"]
        assert (found.complete, found.total, found.gap) == (False, None, None)
        assert codes(found) == ["authors-incomplete"]

    @pytest.mark.parametrize(
        "ending",
        [
            "and 11 others",
            "+11 more",
            "+ 11",
            "+11 authors",
            "(11 additional authors not shown)",
            "and eleven others",
            "& 11 more",
            "and 11 other authors",
            "plus 11 co-authors",
            "und 11 weitere",
            "et 11 autres",
            "y 11 más",
            "(11 authors not shown)",
            "외 11명",
            "ほか11名",
            "and 11 authors",
        ],
    )
    def test_so_many_more(self, ending: str) -> None:
        """ "Totals computed ("A, B and 11 others" => total 13, complete False)"."""
        found = parse_author_list(f"Jane Roe, John Doe {ending}")
        assert [name.family for name in found.listed] == ["Roe", "Doe"]
        assert (found.complete, found.total) == (False, 13)

    @pytest.mark.parametrize(
        "ending",
        [
            "(showing 2 of 14)",
            "2 of 14 authors",
            "· First 2 of 14 authors listed",
            "(2 of 14)",
            "(showing the first 2 of 14 authors)",
            "2 out of 14 authors shown",
            "等14人",
        ],
    )
    def test_so_many_of(self, ending: str) -> None:
        """ "A stated total that is larger than the number listed => complete=False"."""
        found = parse_author_list(f"Jane Roe, John Doe {ending}")
        assert [name.family for name in found.listed] == ["Roe", "Doe"]
        assert (found.complete, found.total) == (False, 14)
        assert codes(found) == ["authors-incomplete"]

    def test_large_numbers(self) -> None:
        found = parse_author_list("Jane Roe (1,348 additional authors not shown)")
        assert found.total == 1349
        assert parse_author_list("Jane Roe and 0 others").complete
        assert parse_author_list("Jane Roe and 12345678901 others").total == 123456790

    @pytest.mark.parametrize(
        ("text", "total"),
        [
            ("A. Roe, B. Doe, … Z. Lee", None),
            ("A. Roe, B. Doe, ... & Z. Lee", None),
            ("Roe, A., Doe, B., . . . Lee, Z.", None),
            ("A. Roe, B. Doe, +11 authors, Z. Lee", 14),
            ("A. Roe, B. Doe, et al., Z. Lee", None),
        ],
    )
    def test_a_gap_in_the_middle(self, text: str, total: int | None) -> None:
        """ "a gap in the middle ("A, B, … Z", "A, B, +11 authors, Z")"."""
        found = parse_author_list(text)
        assert [name.family for name in found.listed] == ["Roe", "Doe", "Lee"]
        assert (found.complete, found.total, found.gap) == (False, total, 2)

    def test_several_gaps(self) -> None:
        found = parse_author_list("… Ann Roe … Bo Doe … … Cy Lee")
        assert found.gap == 0
        assert codes(found) == ["authors-incomplete", "several-gaps"]

    def test_where_the_end_is_missing_too_no_name_is_the_last(self) -> None:
        found = parse_author_list("Ann Roe … Cy Lee et al.")
        assert (found.complete, found.gap) == (False, None)
        assert codes(found) == ["authors-incomplete", "several-gaps"]

    def test_the_full_list_again(self) -> None:
        lead = "Ann Roe, Bo Doe. First 2 of 3 authors listed; full list:"
        found = parse_author_list(f"{lead} Ann Roe, Bo Doe, Cy Lee")
        assert [name.family for name in found.listed] == ["Roe", "Doe", "Lee"]
        assert (found.complete, found.total, codes(found)) == (True, 3, ["repeated-names"])
        assert len(parse_author_list(f"{lead} Cy Lee").listed) == 3
        lead = "Jane Roe, John Doe · First 3 of 14 authors listed; full list also includes"
        assert parse_author_list(f"{lead} … and Ann Lee").complete is False

    @pytest.mark.parametrize(
        ("text", "total", "complete"),
        [
            ("Ann Roe, Bo Doe (showing 3 of 14)", 14, False),
            ("Ann Roe, Bo Doe (showing 1 of 1)", None, True),
            ("Ann Roe, Bo Doe et al. (showing 1 of 1)", None, False),
            ("Ann Roe, Bo Doe (2 of 14) and 3 others", 14, False),
        ],
    )
    def test_numbers_that_do_not_fit(self, text: str, total: int | None, complete: bool) -> None:
        found = parse_author_list(text)
        assert (found.total, found.complete) == (total, complete)
        assert "total-mismatch" in codes(found)
        assert len(found.listed) == 2

    @pytest.mark.parametrize(
        "text",
        ["Smith ET, Al B", "Albert et Alan Smith", "Jane Roe (MIT and others)", "E.A. Smith"],
    )
    def test_no_marker(self, text: str) -> None:
        assert find_markers(text) == ()

    def test_markers_behind_a_group(self) -> None:
        assert [m.kind for m in find_markers("A (x) B (y) C et al. (z, et al.) D …")] == [
            "stop",
            "gap",
        ]


class TestQuickLook:
    """A list without any sign of a marker is not searched for one; no marker is missed by that."""

    @pytest.mark.parametrize("phrase", ET_AL)
    def test_every_phrase_in_every_spelling(self, phrase: str) -> None:
        spellings = {
            phrase,
            phrase.rstrip("."),
            phrase.replace(". ", "."),
            phrase.replace(". ", " "),
            phrase.replace(". ", ""),
            phrase.replace(".", ""),
        }
        found = [find_markers(f"A. Hu, B. Li {spelling}") for spelling in spellings]
        assert [each.kind for each in found[0]] == ["stop"]
        assert found == [truncation._search(f"A. Hu, B. Li {each}") for each in spellings]

    @given(
        st.lists(
            st.sampled_from(
                [
                    *(*ET_AL, *MORE_WORDS, *NUMBER_WORDS, *AUTHOR_NOUNS),
                    *("…", "...", ". . .", "等", "ほか", "他", "외", "3", "of", "+", "and", "&"),
                    *("Et. Al", "ETAL", "A.", "Hu", "(", ")", ".", "ua"),
                ]
            ),
            max_size=6,
        ),
        st.sampled_from([" ", ", ", "", "; "]),
    )
    def test_it_misses_nothing(self, pieces: list[str], separator: str) -> None:
        text = separator.join(pieces)
        assert find_markers(text) == truncation._search(text)

    @pytest.mark.parametrize(
        "end",
        [
            *("ほか", "、他", " 외", "等", " …", " ⋯", ", ...", ", . . .", " ETAL", " Et. Al."),
            *(" +3", " (2 of 4)", " and two more", " and three other authors"),
        ],
    )
    def test_every_other_sign(self, end: str) -> None:
        found = find_markers(f"山田太郎{end}")
        assert len(found) == 1
        assert found == truncation._search(f"山田太郎{end}")

    def test_names_alone_are_not_searched(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def never() -> None:
            raise AssertionError("the patterns were tried")

        monkeypatch.setattr(truncation, "_marker_pattern", never)
        assert find_markers("Touvron, H., Lavril, T., & Izacard, G. (MIT)") == ()
