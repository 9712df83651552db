"""The order of texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.styles.csl.document.collation import _by_rules, collation_key
from citekit.styles.csl.marked.marks import strip_marks
from styles.csl.small import cite, item


class TestCollation:
    """Letters count first, then accents, then case; CSL 1.0.2, "Sorting", leaves the collation
    open, and citeproc-js ignores punctuation and compares numbers as numbers."""

    @pytest.mark.parametrize(
        "ordered",
        [
            ["Untitled page", "U.S. Energy", "Utah"],
            ["Müller, Anna.", "Müller, Anna, Xaver Ximenes."],
            ["Smith, Zoe", "Smithson, Al"],
            ["Ona", "O’Neill", "Oneills", "Ono"],
            ["Ona", "O'Neill", "Oneills", "Ono"],
            ["Okina", "Oʻneill", "Onion"],
            ["‘A’ is first", "“B” is second", "[C] is third"],
            ["Alvarez", "Álvarez", "Byron"],
            ["zoe", "Zoe", "Zoë"],
        ],
    )
    def test_order(self, ordered: list[str]) -> None:
        turned = ordered[::-1]
        assert sorted(turned, key=collation_key) == ordered

    def test_punctuation_does_not_count(self) -> None:
        assert collation_key("U.S. Energy") == collation_key("US Energy")
        assert collation_key("Ü.S. Energy") == collation_key("ÜS Energy")

    @given(st.text("aB'.,- ", max_size=12))
    def test_ascii_has_a_way_of_its_own(self, text: str) -> None:
        """The table for ASCII gives what the general way gives."""
        general = collation_key(f"{text} é")
        assert general[0].removesuffix("e").strip() == collation_key(text)[0]


class TestAlphabets:
    """Unicode CLDR, collations of type "standard": the letters of a language and their order."""

    @pytest.mark.parametrize(
        ("language", "ordered"),
        [
            ("sv", "y ü yz z å ǻ äb æc ö øb"),
            ("da", "y ü yz z æ äb ø öb å aab åc"),
            ("nb", "th þu z æ ø å aa"),
            ("fi", "y üb z þ å ä ö"),
            ("is", "a az á b d dz ð z þ æ ö å ǻb"),
            ("et", "s sx š z zu ž t w õ ä ö ü x"),
            ("lv", "a az ā b i y yz ī j"),
            ("lt", "i yk iz j s š z ž"),
            ("pl", "l lz ł m o oz ó p z zz ź ż"),
            ("cs", "c cz č d h hz ch i r rz ř"),
            ("sk", "a az ä b h ch i o oz ô"),
            ("hr", "c č ć d dz dž đ l lz lj m n nj"),
            ("sl", "c č ć d đ e"),
            ("hu", "c cz cs d dz dzt dzs e o oz ö ő öz s sz ssz t z zs"),
            ("ro", "a az ă â b s ș ş ț u"),
            ("tr", "c ç d h ı i j o ö ü v"),
            ("es", "n nz ñ o"),
            ("cy", "c cz ch d dd e g ng h l ll"),
            ("tl", "n nz ñ ng o"),
            ("vi", "a á az ă â ấ ậb e ê o ô ơ u ư"),
            ("uk", "г ґ д и і ї й a b"),
            ("ru", "е ё ез и й к я a z 山"),
            ("zh", "山 a z"),
            ("fa", "ب پ ت ک گ ل a"),
            ("ko", "가 각 나 a z"),
            ("zh", "一 a z"),
            ("ja", "a z か 日"),
            ("", "d đ ðe l łm m oe œf øp sa ss ßt z þ ж"),
            ("en", "a á å ae æ æf af az o ö ø øp p z"),
            ("de", "a ä b o ö p ss ßt z"),
        ],
    )
    def test_order(self, language: str, ordered: str) -> None:
        words = ordered.split()
        turned = words[::-1]
        assert sorted(turned, key=lambda word: collation_key(word, language)) == words

    def test_a_capital_first_in_danish(self) -> None:
        """CLDR, da: caseFirst="upper"."""
        assert collation_key("A", "da") < collation_key("a", "da")
        assert collation_key("Å", "da") < collation_key("å", "da")
        assert collation_key("a", "nb") < collation_key("A", "nb")

    def test_turkish_capitals(self) -> None:
        """I is the capital of ı, and İ that of i."""
        assert collation_key("ISI", "tr")[0] == collation_key("ısı", "tr")[0]
        assert collation_key("İSİ", "tr")[0] == collation_key("isi", "tr")[0]

    def test_composed_or_not_is_the_same(self) -> None:
        assert collation_key("A\u030angström", "sv") == collation_key("Ångström", "sv")

    @pytest.mark.parametrize(
        "ordered",
        [
            ["Part", "Part 0", "Part 2", "Part 10", "Part 10a", "Part A"],
            ["Été 9", "Été 10"],
            ["1" * 8, "1" * 9, "2" * 9, "1" * 10, "1" * 17, "1" * 18, "1" * 30],
        ],
    )
    def test_numbers_are_compared_as_numbers(self, ordered: list[str]) -> None:
        turned = ordered[::-1]
        assert sorted(turned, key=collation_key) == ordered
        assert collation_key("No. 007")[0] == collation_key("no 7")[0]

    @pytest.mark.parametrize("language", ["en", "cs", "tr", "da", "ru"])
    @given(st.text("aAbchHsSzZåÅøÖčČşюЮ", max_size=8))
    def test_case_makes_no_other_letter(self, language: str, text: str) -> None:
        """ "Sorting is case-insensitive" (CSL 1.0.2): case decides only between equal texts."""
        assert collation_key(text, language)[:2] == collation_key(text.lower(), language)[:2]

    def test_the_style_says_which(self) -> None:
        """The alphabet is that of the locale in which the style is used."""
        works = [item(name, author=[f"{name}, A"]) for name in ("Åberg", "Zorn", "Abel")]
        layout = '<names variable="author"><name form="short"/></names>'
        sort = '<sort><key variable="author"/></sort>'
        more: dict[str, str] = {"layout": 'delimiter=" "', "sort": sort}
        assert cite(layout, *works, **more) == "Abel Åberg Zorn"
        swedish = 'default-locale="sv-SE"'
        assert cite(layout, *works, attributes=swedish, **more) == "Abel Zorn Åberg"


class TestOrganizations:
    """ "Non-personal names lack name-parts and are sorted as is, although English articles ("a",
    "an" and "the") at the start of the name are stripped. For example, "The New York Times" sorts
    as "New York Times"." ("Name-part Order")"""

    LAYOUT = '<names variable="author"/>'

    @pytest.mark.parametrize(
        "sort", ['<key variable="author"/>', '<key macro="m"/>'], ids=["variable", "macro"]
    )
    @pytest.mark.parametrize("article", ["The", "the", "A", "An"])
    def test_articles(self, article: str, sort: str) -> None:
        macro = f'<macro name="m">{self.LAYOUT}</macro>'
        works = [item(name, author=[name]) for name in ("Oxford", f"{article} New Times", "Mind")]
        more: dict[str, str] = {"layout": 'delimiter="; "', "macros": macro}
        shown = cite(self.LAYOUT, *works, sort=f"<sort>{sort}</sort>", **more)
        assert shown == f"Mind; {article} New Times; Oxford"

    def test_other_words_stay(self) -> None:
        works = [item(name, author=[name]) for name in ("Zoo", "Theatre", "The", "Reed The Sun")]
        sort = '<sort><key variable="author"/></sort>'
        shown = cite(self.LAYOUT, *works, sort=sort, layout='delimiter="; "')
        assert shown == "Reed The Sun; The; Theatre; Zoo"

    def test_not_in_other_languages(self) -> None:
        """ "A" is a word of many languages (the official suite, `sort_LeadingA`)."""
        works = [item(name, author=[name]) for name in ("B", "A Kasernes")]
        more: dict[str, str] = {"layout": 'delimiter="; "', "locale": "da-DK"}
        sort = '<sort><key variable="author"/></sort>'
        assert cite(self.LAYOUT, *works, sort=sort, **more) == "A Kasernes; B"


class TestShortWays:
    """A text whose characters stand alone has the key that the rules give, found faster."""

    LANGUAGES = ("", "en", "sv", "de", "fr", "tr", "ru", "cs", "da", "vi", "es", "lt", "hu", "ar")
    TEXTS = st.text(
        st.characters(exclude_categories=["Cs"])
        | st.sampled_from("aZ 9.-'\u2013\u0308\u0338äßøđİıﬁ\u1e9eΐς한국王ꭰ\ue001")
    )

    @given(st.sampled_from(LANGUAGES), TEXTS)
    def test_the_rules_say_the_same(self, language: str, text: str) -> None:
        assert collation_key(text, language) == _by_rules(strip_marks(text), language)
