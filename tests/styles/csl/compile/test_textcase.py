"""Specification of changes of case (CSL 1.0.2, "Text-case"), and apostrophes of terms."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from citekit.styles.csl.compile.textcase import _changed, _simple_title, change_case
from citekit.styles.csl.marked.field_text import mark_text
from citekit.styles.csl.marked.marks import strip_marks
from citekit.styles.csl.style.elements import TextCase
from styles.csl.small import cite, item


class TestUppercase:
    """text-case "uppercase": "displays text in uppercase" (CSL 1.0.2, "Text-case"), by the rules of
    the item's language or, where it names none, of the style's locale."""

    LAYOUT = '<text variable="title" text-case="uppercase"/>'

    @pytest.mark.parametrize(
        ("language", "locale", "shown"),
        [
            ("", "en-US", "DIYAR"),
            ("", "tr-TR", "DİYAR"),
            ("tr", "en-US", "DİYAR"),
            ("en", "tr-TR", "DIYAR"),
        ],
    )
    def test_dotted_i(self, language: str, locale: str, shown: str) -> None:
        work = evolve(item(title="diyar"), language=language)
        assert cite(self.LAYOUT, work, locale=locale) == shown

    def test_what_keeps_its_case_keeps_its_letters(self) -> None:
        work = evolve(item(title=mark_text('<span class="nocase">i</span> i')), language="tr")
        assert cite(self.LAYOUT, work) == "i İ"

    @pytest.mark.parametrize(
        ("case", "shown"),
        [
            ("lowercase", "istanbul ilk ırmak"),
            ("sentence", "İstanbul ilk ırmak"),
            ("capitalize-all", "İstanbul İlk IRMAK"),
        ],
    )
    def test_the_other_cases(self, case: str, shown: str) -> None:
        """Turkish pairs i with İ, and ı with I, in each of them."""
        layout = f'<text variable="title" text-case="{case}"/>'
        assert cite(layout, item(title="İstanbul ilk IRMAK"), locale="tr-TR") == shown

    def test_a_first_word(self) -> None:
        layout = '<text variable="title" text-case="capitalize-first"/>'
        assert cite(layout, item(title="içinde"), locale="tr-TR") == "İçinde"

    @pytest.mark.parametrize(
        ("language", "locale", "shown"),
        [
            ("", "en-US", "Iris SMITH"),
            ("", "tr-TR", "Iris SMİTH"),
            ("tr", "en-US", "Iris SMİTH"),
            ("en", "tr-TR", "Iris SMITH"),
            ("az", "tr-TR", "Iris SMİTH"),
        ],
    )
    def test_names(self, language: str, locale: str, shown: str) -> None:
        name = '<name><name-part name="family" text-case="uppercase"/></name>'
        layout = f'<names variable="author">{name}</names>'
        work = evolve(item(author=["Smith, Iris"]), language=language)
        assert cite(layout, work, locale=locale) == shown


class TestStripPeriods:
    """ "any periods in the rendered text are removed" ("Strip-periods"), after its case is changed;
    a field keeps those that end no word."""

    def test_a_term(self) -> None:
        assert cite('<text term="no date" form="short" strip-periods="true"/>', item()) == "nd"

    def test_a_field(self) -> None:
        layout = '<text variable="title" text-case="uppercase" strip-periods="true"/>'
        assert cite(layout, item(title="e.g. A. b.org")) == "EG A BORG"
        assert cite(layout.replace("upper", "lower"), item(title="e.g. A. b")) == "e.g a b"


class TestTerms:
    """A straight apostrophe in a term becomes a curly one, as in a field."""

    def test_the_apostrophe(self) -> None:
        own = "<locale><terms><term name='from'>à l'adresse</term></terms></locale>"
        assert cite('<text term="from"/>', item(), macros=own) == "à l’adresse"

    def test_a_term_defined_twice(self) -> None:
        """Of two definitions in one locale the last counts (citeproc-js)."""
        terms = "<term name='from'>von</term><term name='from'>aus</term>"
        own = f"<locale><terms>{terms}</terms></locale>"
        assert cite('<text term="from"/>', item(), macros=own) == "aus"


def changed(text: str, case: TextCase) -> str:
    """Change the case of a CSL-JSON field; quotation marks are left out of what is given."""
    return strip_marks(change_case(mark_text(text), case))


class TestSimpleCases:
    """ ""lowercase": renders text in lowercase; "uppercase": renders text in uppercase;
    "capitalize-first": capitalizes the first character of the first word, if the word is lowercase;
    "capitalize-all": capitalizes the first character of every lowercase word" """

    @pytest.mark.parametrize(
        ("case", "shown"),
        [
            ("lowercase", "the iphone of éva"),
            ("uppercase", "THE IPHONE OF ÉVA"),
            ("capitalize-first", "The iPhone of Éva"),
            ("capitalize-all", "The iPhone Of Éva"),
        ],
    )
    def test_cases(self, case: TextCase, shown: str) -> None:
        assert changed("the iPhone of Éva", case) == shown

    def test_a_first_word_in_mixed_case_stays(self) -> None:
        assert changed("iPhone user", "capitalize-first") == "iPhone user"

    def test_capitals_stay(self) -> None:
        assert changed("the NASA", "capitalize-all") == "The NASA"

    @pytest.mark.parametrize(
        "case",
        ["lowercase", "uppercase", "capitalize-first", "capitalize-all", "sentence", "title"],
    )
    @pytest.mark.parametrize("text", ["", " ", "—", "12", "«»"])
    def test_no_words(self, text: str, case: TextCase) -> None:
        assert changed(text, case) == text

    def test_what_follows_an_apostrophe_is_no_word_of_its_own(self) -> None:
        """As in citeproc-js, where the apostrophe stands for letters left out."""
        assert changed("don’t stop ’til then", "capitalize-all") == "Don’t Stop ’til Then"
        assert changed("rock ’n’ roll", "title") == "Rock ’n’ Roll"

    def test_a_greek_letter_alone_is_a_symbol(self) -> None:
        assert changed("α-helix and β", "capitalize-all") == "α-Helix And β"
        assert changed("α-helix", "capitalize-first") == "α-helix"

    def test_periods_part_words(self) -> None:
        assert changed("ph.d. theses", "capitalize-all") == "Ph.D. Theses"


class TestSentence:
    """The official suite (`textcase_SentenceCapitalization`): the first word has a capital, all
    others are in lower case. (The specification leaves words of mixed-case strings as they are, and
    says "deprecated; do not use".)"""

    def test_sentence(self) -> None:
        assert changed("this is a Pen of NASA", "sentence") == "This is a pen of nasa"

    def test_capitals_of_the_first_word_stay(self) -> None:
        """ "the first character of the first word is capitalized if the word is lowercase" """
        assert changed("PhD thesis", "sentence") == "PhD thesis"

    def test_all_in_capitals(self) -> None:
        """ "For uppercase strings, the first character of the string remains capitalized. All other
        letters are lowercased." """
        assert changed("HIV IN AFRICA", "sentence") == "Hiv in africa"


class TestTitle:
    """ "For lower or mixed case strings, the first character of each lowercase word is capitalized.
    The case of words in mixed or uppercase stays the same." ("Title Case Conversion")"""

    def test_words(self) -> None:
        assert changed("my iPhone and NASA", "title") == "My iPhone and NASA"

    def test_stop_words(self) -> None:
        """ "stop words are lowercased, unless they are the first or last word in the string, or
        follow a colon." """
        assert changed("a Tale Of The two cities", "title") == "A Tale of the Two Cities"
        assert changed("what to look for", "title") == "What to Look For"
        assert changed("what to look for.", "title") == "What to Look For."
        assert changed("a tale OF two cities", "title") == "A Tale OF Two Cities"
        assert changed("faust: a tragedy", "title") == "Faust: A Tragedy"
        assert changed("who? a story", "title") == "Who? A Story"

    def test_a_letter_at_the_end(self) -> None:
        """The last word is no stop word; a single letter there is a name (citeproc-js)."""
        assert changed("book A", "title") == "Book A"
        assert changed("vitamin a", "title") == "Vitamin a"
        assert changed("a", "title") == "A"

    def test_after_a_period(self) -> None:
        """The official suite (`textcase_CapitalsUntouched`): a capital stays there. As in
        citeproc-js none is made."""
        assert changed("a story. an end. An epilogue", "title") == "A Story. an End. An Epilogue"
        assert changed("a book by A.N. Author", "title") == "A Book by A.N. Author"

    def test_a_letter_is_a_name(self) -> None:
        """No capital letter that stands alone is a stop word, as in citeproc-js."""
        title = "hepatitis A virus and vitamin C intake"
        assert changed(title, "title") == "Hepatitis A Virus and Vitamin C Intake"
        assert changed("<sup>14</sup>C dating", "title") == "14C Dating"

    def test_the_list(self) -> None:
        """ "The stop words are listed in the CSL Schema file stop-words.json": "next" is there, the
        German articles are not."""
        assert changed("the next big thing", "title") == "The next Big Thing"
        assert changed("van der waals forces", "title") == "Van Der Waals Forces"

    def test_hyphens(self) -> None:
        """ "Hyphenated word parts are treated as distinct words (e.g., "two-thirds" becomes
        "Two-Thirds")." As in citeproc-js, a stop word before a hyphen is none where nothing but
        words and spaces stands before it."""
        assert changed("two-thirds", "title") == "Two-Thirds"
        assert changed("an in-depth state-of-the-art", "title") == "An In-Depth State-of-the-Art"
        assert changed("the a-team, in-depth", "title") == "The A-Team, in-Depth"

    def test_letters_and_digits(self) -> None:
        assert (
            changed("the x factor of 3d α particles", "title") == "The x Factor of 3d α Particles"
        )

    def test_apostrophes_are_in_words(self) -> None:
        assert changed("the dog's don't", "title") == "The Dog’s Don’t"

    def test_stop_words_in_a_quotation(self) -> None:
        """A quotation is not listed among what gives a stop word a capital."""
        assert changed('on "a new hope" here', "title") == "On a New Hope Here"
        assert changed('"a new hope" here', "title") == "A New Hope Here"

    def test_letters_between_periods(self) -> None:
        assert changed("the u.k. and e.g. france", "title") == "The u.k. and e.g. France"

    def test_uppercase_words_stay(self) -> None:
        """The official suite (`textcase_CapitalsUntouched`): capitals are not touched, not even
        where all words are in upper case."""
        assert changed("TWO CITIES", "title") == "TWO CITIES"


class TestShields:
    """CSL-JSON: text under `nocase` keeps its case, and so do superscripts, subscripts and small
    capitals."""

    @pytest.mark.parametrize(
        "markup",
        [
            '<span class="nocase">iMac of</span>',
            "<sup>iMac of</sup>",
            "<sub>iMac of</sub>",
            "<sc>iMac of</sc>",
        ],
    )
    @pytest.mark.parametrize(
        ("case", "shown"),
        [
            ("uppercase", "AN iMac of DAY"),
            ("lowercase", "an iMac of day"),
            ("title", "An iMac of Day"),
            ("capitalize-all", "An iMac of Day"),
        ],
    )
    def test_they_keep_it(self, markup: str, case: TextCase, shown: str) -> None:
        assert changed(f"an {markup} day", case) == shown

    def test_other_formatting_does_not(self) -> None:
        assert changed("an <i>old</i> <b>day</b>", "uppercase") == "AN OLD DAY"

    def test_formatting_inside(self) -> None:
        text = 'a <span class="nocase">b <i>c</i> d</span> e'
        assert changed(text, "uppercase") == "A b c d E"

    def test_the_first_word_is_shielded(self) -> None:
        """Then no other word is the first."""
        text = '<span class="nocase">pH</span> values'
        assert changed(text, "capitalize-first") == "pH values"
        text = '<span class="nocase">l’un</span> of them'
        assert changed(text, "capitalize-first") == "l’un of them"
        assert changed(text, "title") == "l’un of Them"

    def test_the_last_word_is_shielded(self) -> None:
        text = 'values of <span class="nocase">pH</span>'
        assert changed(text, "title") == "Values of pH"
        text = 'values of <span class="nocase">l’un</span>'
        assert changed(text, "title") == "Values of l’un"


class TestNonEnglishItems:
    """ "title case conversion (with text-case set to "title") only affects English-language items."
    ("Non-English Items")"""

    LAYOUT = '<text variable="title" text-case="title"/>'

    @pytest.mark.parametrize(
        ("default", "language", "english"),
        [
            ("", "", True),
            ("", "en-GB", True),
            ("", "de", False),
            ("en-US", "", True),
            ("en-US", "fr", False),
            ("de-DE", "", False),
            ("de-DE", "de", False),
            ("de-DE", "en", True),
        ],
    )
    def test_languages(self, default: str, language: str, english: bool) -> None:
        work = evolve(item(title="on growth"), language=language)
        attributes = f'default-locale="{default}"' if default else ""
        shown = cite(self.LAYOUT, work, attributes=attributes)
        assert shown == ("On Growth" if english else "on growth")

    @pytest.mark.parametrize(
        ("layout", "shown"),
        [
            ('<text term="in press" text-case="title"/>', "No Prelo"),
            ('<text value="no prelo" text-case="title"/>', "No Prelo"),
            ('<label variable="volume" text-case="title"/>', "Volume"),
            (
                '<names variable="editor"><name/><label prefix=" " text-case="title"/></names>',
                "Doe Editor",
            ),
            ('<date variable="issued"><date-part name="month" text-case="title"/></date>', "Maio"),
        ],
    )
    def test_terms_are_no_items(self, layout: str, shown: str) -> None:
        """As in citeproc-js the case of a term changes in styles of all languages."""
        work = item(volume="2", editor=["Doe"], issued=(2001, 5))
        assert cite(layout, work, attributes='default-locale="pt-PT"') == shown


class TestSimpleTitles:
    """Words with a sign at most after each have a short way, which gives what the long one does."""

    WORDS = st.sampled_from(
        "a A the of OF in Between iPhone DNA x via And to 3D naïve e-mail".split()
    )
    SIGNS = st.sampled_from(["", "", "", "", ",", ":", ";", "?", "!", "."])

    @given(st.lists(st.tuples(WORDS, SIGNS).map("".join), max_size=7).map(" ".join))
    def test_both_ways_are_one(self, title: str) -> None:
        assert change_case(title, "title") == _changed(title, "title")

    @given(st.text("aOf ,:-.\u2019\ufdd0\ufde0", max_size=12))
    def test_whatever_it_is(self, title: str) -> None:
        assert _simple_title(title) in (None, _changed(title, "title"))

    def test_most_titles_are_simple(self) -> None:
        title = "Attention growth in the limit: a view, or two?"
        assert _simple_title(title) == "Attention Growth in the Limit: A View, or Two?"
        assert _simple_title("Self-attention") is _simple_title("E. coli") is None
