"""Which words of a title get braces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.latex.protect import TitleCase, judge_title, split_protected


def braced(title: str) -> str:
    case = judge_title([title])
    return "".join(
        f"{{{piece}}}" if protected else piece
        for piece, protected in split_protected(title, case, first=True)
    )


class TestWords:
    """ "Protect case with braces round the word: {LLaMA}, {BERT}: BibTeX plain prints 'Llama',
    'the bert model'." (bibtex-rules, Writer 8)"""

    @pytest.mark.parametrize(
        ("title", "expected"),
        [
            (
                "LLaMA: Open and Efficient Foundation Language Models",
                "{LLaMA}: Open and Efficient Foundation Language Models",
            ),
            ("GPT-4 Technical Report", "{GPT-4} Technical Report"),
            ("Segment Anything", "Segment Anything"),
            (
                "LoRA: Low-Rank Adaptation of Large Language Models",
                "{LoRA}: Low-Rank Adaptation of Large Language Models",
            ),
            ("The BERT Model", "The {BERT} Model"),
            ("Visualizing Data Using t-SNE", "Visualizing Data Using {t-SNE}"),
            ("BERT-Based Parsing", "{BERT}-Based Parsing"),
            ("Pre-GPT Models", "Pre-{GPT} Models"),
            ("A Review of Vitamin C", "A Review of Vitamin {C}"),
            ("Hepatitis A Outbreaks", "Hepatitis A Outbreaks"),
            ("What I Saw", "What {I} Saw"),
            ("Effective C++ Style", "Effective {C++} Style"),
            ("World War II", "World War {II}"),
            ("O'Brien and the iPhone", "{O'Brien} and the {iPhone}"),
            ("U.S. Politics", "{U.S}. Politics"),
            ("AT&T History", "{AT&T} History"),
            ("H2O and R2 Values", "{H2O} and {R2} Values"),
            ("X-Ray Vision", "{X}-Ray Vision"),
            ("BERT", "{BERT}"),
            ("É and ÉNA", "{É} and {ÉNA}"),
            ("", ""),
            ("42", "42"),
        ],
    )
    def test_each(self, title: str, expected: str) -> None:
        assert braced(title) == expected


class TestKnownNames:
    """A name that citekit knows keeps its capital in Title Case too."""

    @pytest.mark.parametrize(
        ("title", "expected"),
        [
            ("Bayesian Models of German Syntax", "{Bayesian} Models of {German} Syntax"),
            ("Germany's Role", "{Germany's} Role"),
            ("Germany’s Role", "{Germany’s} Role"),
            ("Post-German Relations", "Post-{German} Relations"),
            ("March of the May Flies", "March of the May Flies"),
            ("My python Beats Other Quick Creatures", "My python Beats Other Quick Creatures"),
        ],
    )
    def test_each(self, title: str, expected: str) -> None:
        assert braced(title) == expected


class TestSentenceCase:
    """In a title that is evidently in sentence case, a capital in mid-sentence is a name."""

    @pytest.mark.parametrize(
        ("title", "expected"),
        [
            ("A history of science in Fleabay", "A history of science in {Fleabay}"),
            ("On the electrodynamics of Zwicky", "On the electrodynamics of {Zwicky}"),
            ("Deep learning: Theory and models", "Deep learning: Theory and models"),
            ("What is matter? An answer", "What is matter? An answer"),
            ("Attention Is All You Need", "Attention Is All You Need"),
            ("Life Between the Rivers", "Life Between the Rivers"),
        ],
    )
    def test_each(self, title: str, expected: str) -> None:
        assert braced(title) == expected

    def test_one_small_word_does_not_make_it_sentence_case(self) -> None:
        assert not judge_title(["Learning Through Experience toward Wisdom"]).sentence_case

    def test_many_capitals_outweigh_one_slip(self) -> None:
        assert not judge_title(["Deep Learning Methods Under simple Noise"]).sentence_case


class TestAllCapitals:
    """Where all is capitals, capitals say nothing."""

    def test_a_shouted_title(self) -> None:
        assert braced("DEEP LEARNING FOR ALL") == "DEEP LEARNING FOR ALL"

    @pytest.mark.parametrize("title", ["BERT", "GPT-4 API", "NLP, ML, AI"])
    def test_a_few_acronyms_are_no_shouting(self, title: str) -> None:
        assert "{" in braced(title)


class TestLaw:
    """The stretches are the title, in order."""

    @given(st.text(max_size=40), st.booleans(), st.booleans(), st.booleans())
    def test_nothing_is_lost(self, title: str, sentence: bool, shouted: bool, first: bool) -> None:
        case = TitleCase(sentence_case=sentence, all_capitals=shouted)
        pieces = split_protected(title, case, first=first)
        assert "".join(piece for piece, _ in pieces) == title
        assert all(piece for piece, _ in pieces)
