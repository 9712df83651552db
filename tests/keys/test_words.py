"""Words of titles in keys."""

from __future__ import annotations

import pytest

from citekit.keys.words import title_words


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
