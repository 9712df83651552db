"""APA's sentence case, which keeps proper nouns and protected words.

APA 7, section 6.17: "In sentence case, lowercase most words in the title or heading. Capitalize
only the following words": the first word of the title and of the subtitle; the first word after a
colon, em dash, or end punctuation; nouns followed by numerals or letters; and proper nouns.

Which words are proper nouns cannot be known from the letters alone. What is certain: shielded text,
words with inner capitals or digits (LLaMA, GPT-4, mRNA), initials. Then come tables of names
(`citekit.tables.proper_nouns`) and the company that a word keeps ("Zipf's Law", "J. Smith"). All
other capitalized words are put in lower case, and are reported as such.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import field, frozen

from citekit.speed.lazy import lazy
from citekit.tables.proper_nouns import (
    AMBIGUOUS,
    EPONYMOUS_HEADS,
    GIVEN_NAMES,
    HONORIFICS,
    PROPER_NOUNS,
    PROPER_PHRASES,
    SERIES_EXCEPTIONS,
)
from citekit.tables.stop_words import ABBREVIATIONS, FUNCTION_WORDS
from citekit.text.nodes import Format, RichText
from citekit.text.words import (
    SHIELDING,
    Row,
    Word,
    is_capitalized,
    is_greek_letter,
    is_letter_name,
    is_shouting,
    primary_language,
)

__all__ = ["SentenceCased", "sentence_case_apa", "to_sentence_case"]

_NAME_STYLES = frozenset({Format.ITALIC, Format.OBLIQUE})
_MONTH_LEADS = frozenset("in of since until by from before after early late during mid".split())
_PLACE_LEADS = frozenset("in of from across throughout between and".split())
_NUMERALS = frozenset(
    "II III IV VI VII VIII IX XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI".split()
)
_HYPHENS = frozenset("-‐‑")
_BREAK = lazy(r"[:?!][”’\"')\]]*\s|—|--|\s[–-]\s")
_NUMERAL = lazy(r" \d{1,3}(?![\w%])")
_STOP = lazy(r"\.[”’\"')\]]*\s")


@frozen
class SentenceCased:
    """A title in sentence case, and what had to be guessed for it."""

    text: RichText
    lowered: tuple[str, ...] = field(default=())
    """The words that lost a capital because nothing said that they are names."""


def sentence_case_apa(title: RichText, *, already: bool = False, language: str = "en") -> RichText:
    """Put a title in APA's sentence case; see `to_sentence_case`, which also says what it guessed.

    Args:
        title: The title, in title case, in sentence case or in capitals.
        already: Whether the title is known to be in sentence case: its capitals then stay.
        language: The language tag of the title (BCP 47); other capitals than English stay.

    >>> str(sentence_case_apa(RichText("LLaMA: Open and Efficient Foundation Language Models")))
    'LLaMA: Open and efficient foundation language models'
    >>> str(sentence_case_apa(RichText("A History of the French Revolution in Paris")))
    'A history of the French Revolution in Paris'
    """
    return to_sentence_case(title, already=already, language=language).text


def to_sentence_case(
    title: RichText, *, already: bool = False, language: str = "en"
) -> SentenceCased:
    """Put a title in APA's sentence case (APA 7, section 6.17).

    A title with lower-case words of substance is taken to be in sentence case already; its capitals
    can only be names and stay. In any case the first word, and the first word after a colon, a
    dash or the end of a sentence, get a capital.

    Args:
        title: The title, in title case, in sentence case or in capitals.
        already: Whether the title is known to be in sentence case.
        language: The language tag of the title (BCP 47). Capitals of a language other than English
            follow its own rules and stay.

    Returns:
        The title, and the words that were put in lower case.

    >>> to_sentence_case(RichText("Bayesian Inference for Zipf's Law")).lowered
    ('Inference', 'Law')
    >>> str(to_sentence_case(RichText("learning to rank with Foobar at scale")).text)
    'Learning to rank with Foobar at scale'
    """
    row = Row(title, _shielding(title))
    words = row.words()
    firsts = _first_words(row.text, words)
    lowered: list[str] = []
    if not already and primary_language(language) == "en":
        words = _without_shouting(row, words)
        names = _names(row.text, words)
        if not _is_sentence_case(row.text, words, firsts | names):
            lowered = _lower_rest(row, words, firsts | names)
    for index in firsts:
        if _may_be_capitalized(words[index].text):
            row.capitalize(words[index])
    return SentenceCased(row.rebuild(title), tuple(lowered))


def _shielding(title: RichText) -> frozenset[Format]:
    """Shield italics too, unless all is italic: they set apart species, ships, foreign words."""
    outside = "".join(node for node in title if isinstance(node, str))
    return SHIELDING | _NAME_STYLES if any(map(str.isalpha, outside)) else SHIELDING


def _without_shouting(row: Row, words: list[Word]) -> list[Word]:
    """Read a title in capitals as if it were in title case; numerals and codes keep theirs."""
    if not is_shouting(row.text, words):
        return words
    result = []
    for word in words:
        if _is_code(row.text, word) or word.text in _NUMERALS:
            result.append(word)
            continue
        row.lower(word.start + 1, word.end)
        result.append(Word(word.start, word.end, word.text.capitalize(), word.fixed))
    return result


def _is_code(text: str, word: Word) -> bool:
    """Say whether digits are part of the word or hang on it: "3D", "GPT-4", "COVID-19"."""
    tail = text[word.end : word.end + 2]
    return any(map(str.isdigit, word.text)) or (
        len(tail) == 2 and tail[0] in _HYPHENS and tail[1].isdigit()
    )


def _lower_rest(row: Row, words: Sequence[Word], kept: frozenset[int]) -> list[str]:
    lowered = []
    for index, word in enumerate(words):
        if index not in kept and word.text[0].isupper():
            row.lower(word.start, word.end)
            lowered.append(word.text)
    return lowered


def _may_be_capitalized(word: str) -> bool:
    return word.islower() and not is_greek_letter(word) and not any(map(str.isdigit, word))


# --- where a sentence begins


def _first_words(text: str, words: Sequence[Word]) -> frozenset[int]:
    """Give the indices of the words that begin the title, a subtitle or a sentence."""
    found = {0} if words else set()
    for index, (before, word) in enumerate(pairwise(words), 1):
        between = text[before.end : word.start]
        if len(between) > 1 or between == "—":
            ends = _BREAK.search(between) or (_STOP.search(between) and _ends_sentence(before.text))
            found |= {index} if ends else set()
    return frozenset(found)


def _ends_sentence(word: str) -> bool:
    """Say whether a full stop after *word* ends a sentence, not an abbreviation or an initial."""
    return len(word) > 1 and word.lower() not in ABBREVIATIONS


def _is_sentence_case(text: str, words: Sequence[Word], known: frozenset[int]) -> bool:
    """Say whether words of substance in lower case show that the title is in sentence case already.

    Words that styles of title case treat differently (prepositions, parts of compounds, short
    words) do not count, nor do those *known* to have a capital anyway.
    """
    lower = upper = 0
    for index, word in enumerate(words):
        if index in known or len(word.text) < 4 or word.text.lower() in FUNCTION_WORDS:
            continue
        if text[word.start - 1] not in _HYPHENS:
            lower += word.text.islower() and not word.fixed
            upper += is_capitalized(word.text)
    return lower > 0 and upper <= 2 * lower


# --- what is a name


def _names(text: str, words: Sequence[Word]) -> frozenset[int]:
    """Give the indices of the words whose capital stays wherever they stand."""
    kept: set[int] = set()
    for index, word in enumerate(words):
        small = word.text.islower() and word.text.isalpha() and len(word.text) > 1
        if word.fixed or (
            not small and (_is_protected(text, words, index) or _is_name(text, words, index))
        ):
            kept.add(index)
        if word.text.lower() in PROPER_PHRASES:
            kept.update(_phrase_at(text, words, index))
    return frozenset(kept)


def _is_protected(text: str, words: Sequence[Word], index: int) -> bool:
    """Say whether the letters alone show that it is special: "LLaMA", "16x16", "II", "X-ray"."""
    word = words[index].text
    if len(word) == 1:
        return word != "A" or is_letter_name(text, words, index)
    if word.isalpha() and word[1:].islower():
        return False  # as nearly all are
    return any(char.isupper() or char.isdigit() for char in word[1:]) or word[0].isdigit()


def _is_name(text: str, words: Sequence[Word], index: int) -> bool:
    word = words[index]
    if not is_capitalized(word.text):
        return False
    plain = word.text.lower().replace("’", "'")
    if plain in AMBIGUOUS:
        return _is_name_here(text, words, index)
    if not PROPER_NOUNS.isdisjoint(_stems(plain)):
        return True
    return (
        _is_eponym(plain, text, words, index)
        or _is_part_of_a_person(text, words, index)
        or _is_numbered(plain, text, word)
    )


def _stems(word: str) -> Iterator[str]:
    """Give *word* and what is left of it without a possessive or plural ending."""
    yield word
    for ending in ("'s", "s'", "s"):
        yield word.removesuffix(ending)


def _is_name_here(text: str, words: Sequence[Word], index: int) -> bool:
    """Decide on a word such as "May" or "Turkey" by its neighbours."""
    before = _neighbour(text, words, index, -1)
    if AMBIGUOUS[words[index].text.lower()] == "place":
        return before in _PLACE_LEADS
    after = _neighbour(text, words, index, +1)
    return before in _MONTH_LEADS or before.isdigit() or after.isdigit()


def _neighbour(text: str, words: Sequence[Word], index: int, step: int) -> str:
    """Give the next or previous word in lower case, or nothing where punctuation stands between."""
    other = index + step
    if not 0 <= other < len(words):
        return ""
    first, second = words[min(index, other)], words[max(index, other)]
    between = text[first.end : second.start]
    return words[other].text.lower() if between.isspace() else ""


def _is_eponym(plain: str, text: str, words: Sequence[Word], index: int) -> bool:
    """Recognize "Zipf's" in "Zipf's Law", and "Down" in "Down Syndrome"."""
    if plain != "down" and not plain.endswith(("'s", "s'")):
        return False
    after = _neighbour(text, words, index, +1)
    return (plain.endswith(("'s", "s'")) and after in EPONYMOUS_HEADS) or (
        plain == "down" and after == "syndrome"
    )


def _is_part_of_a_person(text: str, words: Sequence[Word], index: int) -> bool:
    """Recognize a given name, and what follows one, an initial or "Dr.", and "Dr." itself."""
    own = words[index].text.lower()
    if own in GIVEN_NAMES or (own in HONORIFICS and text.startswith(". ", words[index].end)):
        return True
    if index == 0:
        return False
    before = words[index - 1]
    between = text[before.end : words[index].start]
    if between in {". ", "."} and len(before.text) == 1:
        return before.text.isupper()
    name = before.text.lower()
    return (between in {". ", " "} and name in HONORIFICS) or (
        between == " " and name in GIVEN_NAMES and own not in FUNCTION_WORDS
    )


def _is_numbered(plain: str, text: str, word: Word) -> bool:
    """Recognize a noun before a numeral that is no year: "Study 2", "Apollo 11" (APA 7, 6.19)."""
    number = _NUMERAL.match(text, word.end)
    return number is not None and plain not in FUNCTION_WORDS and plain not in SERIES_EXCEPTIONS


def _phrase_at(text: str, words: Sequence[Word], index: int) -> Iterator[int]:
    """Give the indices of a name of several words that begins at *index*."""
    for phrase in PROPER_PHRASES[words[index].text.lower()]:
        span = words[index : index + len(phrase)]
        if tuple(word.text.lower() for word in span) == phrase and _touch(text, span):
            yield from (
                index + offset for offset, part in enumerate(phrase) if part not in FUNCTION_WORDS
            )
            return


def _touch(text: str, span: Sequence[Word]) -> bool:
    """Say whether nothing but a space or a hyphen stands between the words."""
    return all(
        text[first.end : second.start] in {" ", "\u00a0", "-", "‐"}
        for first, second in pairwise(span)
    )
