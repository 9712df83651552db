"""Changes of case (CSL 1.0.2, "Text-case")."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.text.case import (
    TextCase,
    capitalize_all,
    capitalize_first,
    change_case,
    is_english,
    lowercase,
    sentence_case,
    title_case,
    uppercase,
)
from citekit.text.nodes import (
    EMPTY,
    Block,
    Format,
    Math,
    Quoted,
    RichText,
    Styled,
    Verbatim,
)
from strategies import hostile_rich_texts

SHIELDING = [Format.NO_CASE, Format.SMALL_CAPS, Format.SUPERSCRIPT, Format.SUBSCRIPT]
CASES: list[TextCase] = [
    "lowercase",
    "uppercase",
    "capitalize-first",
    "capitalize-all",
    "sentence",
    "title",
]


def title(text: str) -> str:
    return str(title_case(RichText(text)))


class TestLowercase:
    """ "lowercase: renders text in lowercase" """

    def test_all_letters(self) -> None:
        assert str(lowercase(RichText("A ÉTUDE, İ"))) == "a étude, i̇"

    def test_a_final_sigma_is_one(self) -> None:
        assert str(lowercase(RichText("ΟΔΟΣ ΣΟΦΙΑΣ"))) == "οδος σοφιας"

    def test_it_works_across_formatting(self) -> None:
        text = RichText([Styled(["A"], Format.BOLD), "B", Quoted(["C"])])
        assert lowercase(text) == RichText([Styled(["a"], Format.BOLD), "b", Quoted(["c"])])

    @pytest.mark.parametrize("language", ["tr", "tr-TR", "az"])
    def test_turkish_has_two_pairs_of_i(self, language: str) -> None:
        assert str(lowercase(RichText("Iİ"), language)) == "ıi"


class TestUppercase:
    """ "uppercase: renders text in uppercase" """

    def test_all_letters(self) -> None:
        assert str(uppercase(RichText("straße ﬁ é"))) == "STRASSE FI É"

    def test_turkish_has_two_pairs_of_i(self) -> None:
        assert str(uppercase(RichText("iı"), "tr")) == "İI"
        assert str(uppercase(RichText("iı"), "en")) == "II"


class TestCapitalizeFirst:
    """ "capitalizes the first character of the first word, if the word is lowercase" """

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("this is a Pen", "This is a Pen"),
            ("iPad", "iPad"),
            ("“in press”", "“In press”"),
            ("2nd edition", "2nd edition"),
            ("éclair", "Éclair"),
            ("ǆ", "ǅ"),
            ("", ""),
            ("—", "—"),
        ],
    )
    def test_it(self, before: str, after: str) -> None:
        assert str(capitalize_first(RichText(before))) == after


class TestCapitalizeAll:
    """ "capitalizes the first character of every lowercase word" """

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("this IS a Pen", "This IS A Pen"),
            ("it's well-known", "It's Well-known"),
            ("cat/mouse", "Cat/Mouse"),
        ],
    )
    def test_it(self, before: str, after: str) -> None:
        assert str(capitalize_all(RichText(before))) == after


class TestSentence:
    """CSL 1.0.1 and the test suite, textcase_SentenceCapitalization."""

    def test_for_uppercase_strings_the_first_character_remains_capitalized(self) -> None:
        """ "For uppercase strings, the first character of the string remains capitalized. All other
        letters are lowercased." """
        assert str(sentence_case(RichText("THE BBC: A HISTORY"))) == "The bbc: a history"

    def test_for_mixed_strings_the_first_word_is_capitalized(self) -> None:
        """ "the first character of the first word is capitalized if the word is lowercase" """
        assert str(sentence_case(RichText("a Pen of the BBC"))) == "A pen of the BBC"

    def test_first_words_with_capitals_stay(self) -> None:
        assert str(sentence_case(RichText("iPad Use"))) == "iPad use"

    def test_capitals_as_names_stay(self) -> None:
        assert str(sentence_case(RichText("Plan B by McDonald"))) == "Plan B by McDonald"


class TestTitle:
    """CSL 1.0.2, "Title Case Conversion"."""

    def test_uppercase_strings(self) -> None:
        """ "the first character of each word remains capitalized. All others are lowercased." """
        assert title("THE LIFE OF BIRDS") == "The Life of Birds"

    def test_acronyms_are_no_uppercase_strings(self) -> None:
        """textcase_CapitalsUntouched"""
        assert title("UK") == "UK"
        assert title("OC 1") == "OC 1"

    def test_mixed_strings(self) -> None:
        """ "the first character of each lowercase word is capitalized. The case of words in mixed
        or uppercase stays the same." """
        assert title("the iPad and DNA on mRNA") == "The iPad and DNA on mRNA"

    def test_stop_words_are_lowercased(self) -> None:
        """ "In both cases, stop words are lowercased" """
        assert title("Gone With The Wind") == "Gone with the Wind"
        assert title("A Life According To Its Own Rules") == "A Life according to Its Own Rules"

    @pytest.mark.parametrize(
        "text", ["The End", "Of Mice and Men", "What Life Is For", "Life: A Manual", "On"]
    )
    def test_unless_they_are_first_or_last_or_follow_a_colon(self, text: str) -> None:
        """ "unless they are the first or last word in the string, or follow a colon" """
        assert title(text.lower()) == text

    @pytest.mark.parametrize(
        "text", ["Why? A Manual", "No! A Manual", "For All. For One", "“Why?” A Manual"]
    )
    def test_or_follow_the_end_of_a_sentence(self, text: str) -> None:
        """textcase_CapitalsUntouched, textcase_SkipNameParticlesInTitleCase"""
        assert title(text.lower()) == text

    @pytest.mark.parametrize("text", ["Smith vs. the World", "St. in the Fields", "J. and K."])
    def test_a_full_stop_after_an_abbreviation_ends_nothing(self, text: str) -> None:
        assert title(text) == text

    @pytest.mark.parametrize(
        "text",
        ["Out-of-Fashion", "Pro-Environmental", "Two-Thirds", "A Built-In Pet", "Meta‐Analysis"],
    )
    def test_parts_of_hyphenated_words_are_words(self, text: str) -> None:
        """ "Hyphenated word parts are treated as distinct words" """
        assert title(text.lower()) == text

    @pytest.mark.parametrize(
        "text", ["Book by A.N. Author", "Vitamin A and B", "Plan A", "Vitamin A: A Study"]
    )
    def test_a_capital_that_is_a_name_is_no_article(self, text: str) -> None:
        assert title(text) == text

    @pytest.mark.parametrize("text", ["Use of β-Carotene", "07-x", "À la Carte"])
    def test_symbols_stay(self, text: str) -> None:
        """textcase_NonEnglishChars, textcase_LastChar"""
        assert title(text[0] + text[1:].lower().replace("à", "À")) == text

    @pytest.mark.parametrize("language", ["de", "fr-FR", "", "tlh"])
    def test_other_languages_are_left_alone(self, language: str) -> None:
        """ "only affects English-language items" """
        text = RichText("la vida es sueño")
        assert title_case(text, language) == text
        assert change_case(text, "title", language) == text

    def test_english_is_known_by_its_primary_subtag(self) -> None:
        assert is_english("en-GB")
        assert is_english("EN")
        assert not is_english("enm")


class TestShielding:
    @pytest.mark.parametrize("kind", SHIELDING)
    @pytest.mark.parametrize("case", CASES)
    def test_shielded_text_keeps_its_case(self, kind: Format, case: TextCase) -> None:
        shielded = Styled(["smith JONES of Paris ", Quoted(["And so"])], kind)
        text = RichText([shielded, " and ", shielded])
        changed = change_case(text, case)
        assert changed.nodes[0] == changed.nodes[2] == shielded

    @pytest.mark.parametrize("case", CASES)
    def test_math_and_verbatim_text_stay(self, case: TextCase) -> None:
        text = RichText([Math("X y"), Verbatim("X y")])
        assert change_case(text, case) == text

    def test_a_word_that_is_shielded_in_part_is_capitalized_where_it_is_not(self) -> None:
        text = RichText(["p", Styled(["h"], Format.SUPERSCRIPT), "a"])
        assert str(title_case(text)) == "Pha"

    def test_math_is_a_word(self) -> None:
        """What follows math is not the first word."""
        text = RichText([Math("x"), " of the end"])
        assert str(capitalize_first(text)) == "x Of the end"

    def test_a_block_parts_words(self) -> None:
        text = RichText(["one", Block(["two"], "block"), "three"])
        assert str(capitalize_all(text)) == "OneTwoThree"


class TestLaws:
    @given(hostile_rich_texts(), st.sampled_from(CASES))
    def test_only_case_changes(self, text: RichText, case: TextCase) -> None:
        changed = change_case(text, case)
        folded = str(changed).casefold().replace("̇", "")
        assert folded == str(text).casefold().replace("̇", "")

    @given(hostile_rich_texts(st.text("aB cD.:-é ", max_size=9)), st.sampled_from(CASES))
    def test_twice_is_once(self, text: RichText, case: TextCase) -> None:
        once = change_case(text, case)
        assert change_case(once, case) == once or case in {"title", "sentence"}

    @given(st.sampled_from(CASES))
    def test_empty_text_stays_empty(self, case: TextCase) -> None:
        assert change_case(EMPTY, case) == EMPTY

    @pytest.mark.parametrize("case", CASES)
    def test_a_long_title_is_done(self, case: TextCase) -> None:
        text = RichText("The word a-b of " * 20_000)
        assert len(str(change_case(text, case))) == len(str(text))
