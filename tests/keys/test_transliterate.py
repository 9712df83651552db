"""Letters in keys: other alphabets, accents, ligatures."""

from __future__ import annotations

import pytest

from citekit.keys.generator import key
from citekit.keys.transliterate import transliterate
from keys.small import work


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
        assert transliterate(text) == folded

    def test_german_option(self) -> None:
        assert transliterate("ÄÖÜäöüß Bo\u0308ll", german=True) == "AeOeUeaeoeuessBoell"

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
