"""APA's sentence case (APA 7, section 6.17)."""

import pytest
from hypothesis import given

from citekit.text.markup import markup
from citekit.text.nodes import EMPTY, Format, Quoted, RichText, Styled
from citekit.text.sentence_case import sentence_case_apa, to_sentence_case
from strategies import hostile_rich_texts


def apa(title: str) -> str:
    return str(sentence_case_apa(markup(title)))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "LLaMA: Open and Efficient Foundation Language Models",
            "LLaMA: Open and efficient foundation language models",
        ),
        ("GPT-4 Technical Report", "GPT-4 technical report"),
        (
            "LoRA: Low-Rank Adaptation of Large Language Models",
            "LoRA: Low-rank adaptation of large language models",
        ),
        ("Segment Anything", "Segment anything"),
        (
            "An Image is Worth 16x16 Words: Transformers for Image Recognition at Scale",
            "An image is worth 16x16 words: Transformers for image recognition at scale",
        ),
        (
            "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding",
            "BERT: Pre-training of deep bidirectional transformers for language understanding",
        ),
        (
            "A History of the French Revolution in Paris",
            "A history of the French Revolution in Paris",
        ),
        (
            "Llama 2: Open Foundation and Fine-Tuned Chat Models",
            "Llama 2: Open foundation and fine-tuned chat models",
        ),
        ("Attention Is All You Need", "Attention is all you need"),
    ],
)
def test_real_titles(title: str, expected: str) -> None:
    assert apa(title) == expected


class TestFirstWords:
    """ "the first word of the title … and of the subtitle, the first word after a colon, em dash,
    or end punctuation" """

    @pytest.mark.parametrize(
        ("title", "expected"),
        [
            ("the effects of noise on rats", "The effects of noise on rats"),
            ("Noise: the Effects", "Noise: The effects"),
            ("Why Noise? the Effects", "Why noise? The effects"),
            ("No Noise! the Effects", "No noise! The effects"),
            ("On Noise. the Effects", "On noise. The effects"),
            ("Noise—the Effects", "Noise—The effects"),
            ("Noise -- the Effects", "Noise -- The effects"),
            ("Noise – the Effects", "Noise – The effects"),
            ("Noise - the Effects", "Noise - The effects"),
            ("“Why Noise?” the Effects", "“Why noise?” The effects"),
            ("“the Effects”", "“The effects”"),
        ],
    )
    def test_they_are_capitalized(self, title: str, expected: str) -> None:
        assert apa(title) == expected

    @pytest.mark.parametrize(
        "title",
        [
            "A ratio of 16:9 pixels",
            "Noise vs. rats in cages",
            "The scientist–practitioner gap in medicine",
            "The life of J. smith in prison",
            "mRNA and noise in cells",
            "α-synuclein in cells of rats",
            "p53 in cells of rats",
        ],
    )
    def test_other_words_are_not(self, title: str) -> None:
        assert apa(title) == title

    def test_in_a_quotation_node(self) -> None:
        text = RichText([Quoted(["why trust you?"]), ": explaining things"])
        assert str(sentence_case_apa(text)) == "“Why trust you?”: Explaining things"


class TestProtected:
    """ "What is certain: shielded text, words with inner capitals or digits, initials." """

    @pytest.mark.parametrize(
        "word",
        ["mRNA", "iPhone", "GPT-4", "NIMH", "McDonald", "H2O", "3D", "II", "X-ray", "O'Brien", "I"],
    )
    def test_its_capitals_stay(self, word: str) -> None:
        assert apa(f"The Use of {word} in Practice") == f"The use of {word} in practice"

    @pytest.mark.parametrize("title", ["Vitamin A", "Plan B", "Vitamin A and the plan"])
    def test_letters_as_names_stay(self, title: str) -> None:
        assert apa(title) == title

    def test_an_article_does_not(self) -> None:
        assert apa("What Is A Word") == "What is a word"

    def test_shielded_text(self) -> None:
        title = 'On <span class="nocase">Big Fish</span> and Small H<sub>2</sub>O'
        assert apa(title) == "On Big Fish and small H2O"

    def test_italics_in_a_title(self) -> None:
        assert apa("The Genome of <i>Homo Sapiens</i> Now") == "The genome of Homo Sapiens now"

    def test_a_title_all_in_italics(self) -> None:
        text = RichText([Styled(["Big Fish"], Format.ITALIC)])
        assert str(sentence_case_apa(text)) == "Big fish"


class TestNames:
    """ "Then come tables of names and the company that a word keeps" """

    @pytest.mark.parametrize(
        "name",
        [
            "Paris",
            "Germans",
            "Bayesian",
            "Monte Carlo",
            "New York City",
            "World War",
            "Alzheimer's",
            "Post-Soviet",
            "Anglo-American",
            "Zipf’s",
            "Monday",
            "Sub-Saharan Africa",
            "the United States of America",
        ],
    )
    def test_tables(self, name: str) -> None:
        kept = name.replace("Post-", "post-").replace("Sub-", "sub-").replace("Anglo-", "Anglo-")
        assert apa(f"The Story of {name} Today").lower() == f"the story of {name} today".lower()
        found = apa(f"The Story of {name} Today")
        assert found in {f"The story of {name} today", f"The story of {kept} today"}

    def test_words_of_a_name_that_stand_apart_are_words(self) -> None:
        assert apa("The Monte, Carlo Method") == "The monte, carlo method"

    @pytest.mark.parametrize(
        ("title", "expected"),
        [
            ("Foobar's Law in Practice", "Foobar's law in practice"),
            ("Use of Foobar's Law", "Use of Foobar's law"),
            ("The Children's Hour", "The children's hour"),
            ("A Case of Down Syndrome", "A case of Down syndrome"),
            ("A Case of Down Time", "A case of down time"),
        ],
    )
    def test_eponyms(self, title: str, expected: str) -> None:
        assert apa(title) == expected

    @pytest.mark.parametrize(
        ("title", "expected"),
        [
            ("The Life of John Foobar", "The life of John Foobar"),
            ("The Life of J. R. Foobar", "The life of J. R. Foobar"),
            ("The Case of Dr. Foobar", "The case of Dr. Foobar"),
            ("The Case of Saint Foobar", "The case of saint Foobar"),
            ("Dr. Foo vs. Mr. Bar", "Dr. Foo vs. Mr. Bar"),
            ("The Life of John and Others", "The life of John and others"),
            ("A Study of John The Great", "A study of John the great"),
            ("The End of T, Foobar", "The end of T, foobar"),
        ],
    )
    def test_persons(self, title: str, expected: str) -> None:
        assert apa(title) == expected

    @pytest.mark.parametrize(
        ("title", "expected"),
        [
            ("Protest in May", "Protest in May"),
            ("Protest of 5 May Today", "Protest of 5 May today"),
            ("The May 1968 Protest", "The May 1968 protest"),
            ("What May Happen", "What may happen"),
            ("The Long March", "The long march"),
            ("Life in Turkey", "Life in Turkey"),
            ("The Wild Turkey", "The wild turkey"),
            ("Wild, Turkey", "Wild, turkey"),
        ],
    )
    def test_words_that_are_names_only_at_times(self, title: str, expected: str) -> None:
        assert apa(title) == expected

    @pytest.mark.parametrize(
        ("title", "expected"),
        [
            ("Results of Study 2", "Results of Study 2"),
            ("The Flight of Apollo 11 Today", "The flight of Apollo 11 today"),
            ("The Top 10 Rules", "The top 10 rules"),
            ("Type 2 Diabetes and Type 2 Errors", "Type 2 diabetes and type 2 errors"),
            ("The Crisis 2008 Report", "The crisis 2008 report"),
            ("Growth Over 10 Years", "Growth over 10 years"),
        ],
    )
    def test_nouns_before_numerals(self, title: str, expected: str) -> None:
        """ "nouns followed by numerals or letters" (APA 7, section 6.19)"""
        assert apa(title) == expected


class TestAlready:
    """ "A title with lower-case words of substance is taken to be in sentence case already; its
    capitals can only be names and stay." """

    @pytest.mark.parametrize(
        "title",
        [
            "Learning to rank with Foobar and Quux at scale",
            "Segment anything",
            "Attitudes of teachers in Foobar",
        ],
    )
    def test_capitals_stay(self, title: str) -> None:
        assert apa(title) == title

    def test_small_words_do_not_show_it(self) -> None:
        assert apa("Learning From Foobar with the Others") == "Learning from foobar with the others"

    def test_one_lower_case_word_among_many_capitals_does_not_show_it(self) -> None:
        title = "Neural Machine Translation learned Foobar Quux"
        assert apa(title) == "Neural machine translation learned foobar quux"

    def test_it_may_be_said(self) -> None:
        text = RichText("Of Foobar: the Quux")
        assert str(sentence_case_apa(text, already=True)) == "Of Foobar: The Quux"

    def test_other_languages_keep_their_capitals(self) -> None:
        text = RichText("Die Verwandlung")
        assert sentence_case_apa(text, language="de-DE") == text


class TestCapitals:
    """A title in capitals is read as if it were in title case."""

    def test_it_is_lowered(self) -> None:
        assert apa("THE STRUCTURE OF GREAT BRITAIN") == "The structure of Great Britain"

    def test_numerals_and_codes_stay(self) -> None:
        assert (
            apa("WORLD WAR II AND COVID-19: 3D LESSONS") == "World War II and COVID-19: 3D lessons"
        )

    def test_function_words_inside_a_name_are_lowered(self) -> None:
        assert apa("OIL IN THE GULF OF MEXICO") == "Oil in the Gulf of Mexico"

    def test_an_acronym_is_no_title_in_capitals(self) -> None:
        assert apa("BERT") == "BERT"


class TestReport:
    def test_it_names_the_words_that_lost_a_capital(self) -> None:
        done = to_sentence_case(RichText("Deep Learning in Paris with Foobar"))
        assert done.lowered == ("Learning", "Foobar")

    def test_nothing_is_reported_where_nothing_was_guessed(self) -> None:
        assert to_sentence_case(RichText("Deep learning with Foobar")).lowered == ()
        assert to_sentence_case(EMPTY).text == EMPTY


class TestLaws:
    @given(hostile_rich_texts())
    def test_only_case_changes(self, text: RichText) -> None:
        done = str(sentence_case_apa(text)).casefold().replace("̇", "")
        assert done == str(text).casefold().replace("̇", "")

    @pytest.mark.parametrize("words", ["May ", "New York ", "A. ", "Foo's Law: ", "FOOBAR "])
    def test_a_long_title_is_done(self, words: str) -> None:
        text = RichText(words * 20_000)
        assert len(str(sentence_case_apa(text))) == len(str(text))
