"""Changes of case over rich text (CSL 1.0.2, "Text-case"), and APA's sentence case.

Each function takes rich text and gives new rich text with the same formatting. Text under
`Format.NO_CASE` keeps its case; so does text in small caps, superscript and subscript, as in
citeproc-js (CSL test suite, textcase_ImplicitNocase), and so do math, verbatim text and URLs.
Nothing depends on the locale of the process.

There are two title cases. This one is for those who write styles, APA among them: it goes by the
rules alone. That of CSL styles (`styles.csl.compile.textcase`) works on marked text, and does what
citeproc-js does to the letter, where the rules leave a choice ("Vitamin a").
"""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from citekit.tables.stop_words import ABBREVIATIONS, TITLE_STOP_PHRASES, TITLE_STOP_WORDS
from citekit.text.nodes import RichText
from citekit.text.sentence_case import SentenceCased, sentence_case_apa, to_sentence_case
from citekit.text.words import (
    Row,
    Word,
    is_capitalized,
    is_greek_letter,
    is_letter_name,
    is_shouting,
    primary_language,
)

__all__ = [
    "SentenceCased",
    "TextCase",
    "capitalize_all",
    "capitalize_first",
    "change_case",
    "is_english",
    "lowercase",
    "sentence_case",
    "sentence_case_apa",
    "title_case",
    "to_sentence_case",
    "uppercase",
]

TextCase = Literal[
    "lowercase", "uppercase", "capitalize-first", "capitalize-all", "sentence", "title"
]
"""The values of CSL's `text-case`."""

_DOTTED_I = frozenset({"tr", "az"})


def change_case(text: RichText, case: TextCase, language: str = "en") -> RichText:
    """Apply a value of CSL's `text-case`.

    Args:
        text: The text.
        case: A value of `text-case`, in CSL's spelling.
        language: The language tag of the text (BCP 47); title case changes only English.

    >>> str(change_case(RichText("a tale of two cities"), "title"))
    'A Tale of Two Cities'
    """
    if case == "title":
        return title_case(text, language) if is_english(language) else text
    if case == "lowercase":
        return lowercase(text, language)
    if case == "uppercase":
        return uppercase(text, language)
    if case == "sentence":
        return sentence_case(text)
    return capitalize_first(text) if case == "capitalize-first" else capitalize_all(text)


def is_english(language: str) -> bool:
    """Say whether the primary subtag of a language tag is English.

    >>> is_english("en-GB"), is_english("EN_us"), is_english("enm"), is_english("")
    (True, True, False, False)
    """
    return primary_language(language) == "en"


def lowercase(text: RichText, language: str = "") -> RichText:
    """Put all of *text* in lower case; Turkish and Azerbaijani pair I with ı and İ with i.

    >>> str(lowercase(RichText("ΟΔΟΣ 1"))), str(lowercase(RichText("IĞDIR"), "tr"))
    ('οδος 1', 'ığdır')
    """
    row = Row(text)
    row.lower(0, len(row.text))
    if primary_language(language) in _DOTTED_I:
        _replace(row, {"I": "ı", "İ": "i"})
    return row.rebuild(text)


def uppercase(text: RichText, language: str = "") -> RichText:
    """Put all of *text* in upper case; Turkish and Azerbaijani pair i with İ.

    >>> str(uppercase(RichText("straße"))), str(uppercase(RichText("izmir"), "tr"))
    ('STRASSE', 'İZMİR')
    """
    row = Row(text)
    row.out = [
        char if fixed else char.upper() for char, fixed in zip(row.text, row.fixed, strict=True)
    ]
    if primary_language(language) in _DOTTED_I:
        _replace(row, {"i": "İ"})
    return row.rebuild(text)


def _replace(row: Row, pairs: dict[str, str]) -> None:
    for index, char in enumerate(row.text):
        if char in pairs and not row.fixed[index]:
            row.out[index] = pairs[char]


def capitalize_first(text: RichText) -> RichText:
    """Capitalize the first word, if it is in lower case (CSL 1.0.2: `capitalize-first`).

    >>> str(capitalize_first(RichText("(in press)"))), str(capitalize_first(RichText("iPad use")))
    ('(In press)', 'iPad use')
    """
    row = Row(text)
    for word in row.words()[:1]:
        _capitalize_lower(row, word)
    return row.rebuild(text)


def capitalize_all(text: RichText) -> RichText:
    """Capitalize every word that is in lower case (CSL 1.0.2: `capitalize-all`).

    >>> str(capitalize_all(RichText("this IS a well-known pen")))
    'This IS A Well-known Pen'
    """
    row = Row(text)
    for word in row.words():
        if not _is_hyphenated_part(row, word):
            _capitalize_lower(row, word)
    return row.rebuild(text)


def _capitalize_lower(row: Row, word: Word) -> None:
    if word.text.islower():
        row.capitalize(word)


def _is_hyphenated_part(row: Row, word: Word) -> bool:
    return word.start > 0 and row.text[word.start - 1] in "-‐‑"


def sentence_case(text: RichText) -> RichText:
    """Apply CSL's `text-case="sentence"`.

    The first word is capitalized if it is in lower case, and every other capitalized word ("Pen")
    is put in lower case; words with other capitals ("DNA", "iPad") stay. In text that is all
    capitals only the first letter stays one. This is the rule of CSL 1.0.1 and of the CSL test
    suite (textcase_SentenceCapitalization); CSL 1.0.2 deprecates sentence case and words it more
    weakly. It knows no proper nouns: `sentence_case_apa` does.

    >>> str(sentence_case(RichText("this is a Pen of the BBC")))
    'This is a pen of the BBC'
    """
    row = Row(text)
    shouting = row.text.isupper()
    for index, word in enumerate(row.words()):
        if index == 0:
            _capitalize_lower(row, word)
            if shouting:
                row.lower(word.start + 1, word.end)
        elif shouting or is_capitalized(word.text):
            row.lower(word.start, word.end)
    return row.rebuild(text)


# --- title case


def title_case(text: RichText, language: str = "en") -> RichText:
    """Apply CSL's `text-case="title"`: the rules of English titles (CSL 1.0.2).

    Every word in lower case is capitalized, parts of hyphenated words too. Stop words are put in
    lower case unless they are the first or last word, or follow a colon or the end of a sentence.
    Words with capitals stay as they are; text that is all capitals is lowered first when it has at
    least two words of four letters ("UK" and "OC 1" stay). A single Greek letter is a symbol.

    Args:
        text: The text.
        language: The language tag of the text. What is not English is given back unchanged.

    >>> str(title_case(RichText("out-of-fashion initiatives: a second story")))
    'Out-of-Fashion Initiatives: A Second Story'
    >>> str(title_case(RichText("la vida es sueño"), "es"))
    'la vida es sueño'
    """
    if not is_english(language):
        return text
    row = Row(text)
    words = row.words()
    if is_shouting(row.text, words):
        row.lower(0, len(row.text))
        words = [Word(w.start, w.end, w.text.lower(), w.fixed) for w in words]
    stopped = _stop_words(row.text, words)
    for index, word in enumerate(words):
        if index in stopped:
            row.lower(word.start, word.end)
        elif word.text.islower() and not _is_symbol(row.text, word):
            row.capitalize(word)
    return row.rebuild(text)


def _stop_words(text: str, words: list[Word]) -> set[int]:
    """Give the indices of the words that are stop words where they stand."""
    lowered = [word.text.lower() for word in words]
    found = {
        index
        for index, word in enumerate(lowered)
        if word in TITLE_STOP_WORDS and not is_letter_name(text, words, index)
    }
    for index, pair in enumerate(pairwise(lowered)):
        if pair in TITLE_STOP_PHRASES:
            found |= {index, index + 1}
    return {index for index in found if not _stands_out(text, words, index)}


def _stands_out(text: str, words: list[Word], index: int) -> bool:
    """Say whether even a stop word gets a capital: first, last, after a colon, in a compound."""
    word = words[index]
    if index in (0, len(words) - 1):
        return True
    after = text[word.end : word.end + 1]
    before = text[word.start - 1]
    if (before in "-‐‑") != (after in {"-", "‐", "‑"}):
        return True  # one end of a compound: "Pro-Environmental", "Add-On", but "Out-of-Fashion"
    return _begins_sentence(text, words[index - 1], word)


def _begins_sentence(text: str, previous: Word, word: Word) -> bool:
    between = text[previous.end : word.start]
    mark = between.lstrip("”’\"')]»")[:1]
    if mark in {":", "?", "!"}:
        return True
    name = previous.text.lower()
    return mark == "." and " " in between and len(name) > 1 and name not in ABBREVIATIONS


def _is_symbol(text: str, word: Word) -> bool:
    """Say whether a single letter is a symbol: "β-Carotine", "07-x"."""
    if len(word.text) > 1:
        return False
    if is_greek_letter(word.text):
        return True
    return word.start > 1 and text[word.start - 1] == "-" and text[word.start - 2].isdigit()
