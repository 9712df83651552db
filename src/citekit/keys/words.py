"""The words of a title that a key can use, and the short name of an organization.

A word is what stands between spaces and punctuation. Hyphens and apostrophes join ("GPT-4" is
`gpt4`), as in Better BibTeX; with ``hyphens="first"`` only the part before the hyphen counts, as
in Google Scholar ("t-SNE" is `t`). An elided article goes: "L'étranger" is `etranger`. Han
characters, which no space parts, are taken in pairs, as most words have two. Words of the lists
in `citekit.tables.key_words` are passed over, unless the title has no others.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from citekit.keys.transliterate import transliterate
from citekit.tables.key_words import ANY_LANGUAGE, ELISIONS, JOINERS, SKIPPED_WORDS
from citekit.text.scripts import is_han

__all__ = ["MAX_TITLE", "MAX_WORD", "Hyphens", "organization_word", "title_words"]

Hyphens = Literal["join", "first"]

MAX_TITLE = 2_000
"""How many characters of a title are looked at."""
MAX_WORD = 40
"""How many letters of one word a key takes."""

_APOSTROPHES = "'’ʼ"
_HYPHENS = "-‐‑"


def title_words(
    title: str, *, language: str = "", hyphens: Hyphens = "join", german: bool = False
) -> tuple[str, ...]:
    """Give the significant words of a title, folded to ASCII, in order.

    Numbers at the beginning are passed over when a real word follows ("The 1989 revolutions"),
    because a number beside the year could not be told from it; later ones count ("Llama 2").

    Args:
        title: The title as plain text.
        language: Its BCP 47 tag, or "".
        hyphens: Whether a word with hyphens counts whole or up to the first.
        german: Whether ä, ö, ü become ae, oe, ue.

    >>> title_words("The 1989 Revolutions: On Co-Evolution")
    ('Revolutions', 'CoEvolution')
    >>> title_words("Über die Universität", language="de")
    ('Universitat',)
    """
    primary = language.replace("_", "-").split("-")[0].lower()
    skipped = SKIPPED_WORDS.get(primary, ANY_LANGUAGE)
    tokens = list(_tokens(title[:MAX_TITLE]))
    chosen = [each for each in tokens if each.lower() not in skipped] or tokens
    cut = chosen if hyphens == "join" else [_before_hyphen(each) for each in chosen]
    folded = [transliterate(each, german=german)[:MAX_WORD] for each in cut]
    return _from_first_word([each for each in folded if each])


def organization_word(name: str, abbreviation: str = "", *, german: bool = False) -> str:
    """Give the one word that stands for an organization, folded to ASCII.

    Its abbreviation where the record gives one, or where it stands in parentheses after the name;
    up to two significant words whole (`openai`, `metaai`); of a longer name the initials, words
    in capitals whole (`who`, `acm`, `usfda`), as groups abbreviate themselves.

    >>> organization_word("Meta AI"), organization_word("World Health Organization")
    ('MetaAI', 'WHO')
    >>> organization_word("US Food and Drug Administration")
    'USFDA'
    """
    name, inner = _split_parenthesis(name[:MAX_TITLE].strip())
    acronym = inner.split(" ")[0]
    short = abbreviation[:MAX_TITLE] or (acronym if _is_acronym(acronym) else "")
    if transliterate(short):
        return transliterate(short, german=german)[:MAX_WORD]
    tokens = list(_tokens(name))
    chosen = [each for each in tokens if each.lower() not in ANY_LANGUAGE] or tokens
    folded = [(each, transliterate(each, german=german)) for each in chosen]
    if len(chosen) > 2:
        return "".join(word if _is_acronym(each) else word[:1] for each, word in folded)[:MAX_WORD]
    return "".join(word for _, word in folded)[:MAX_WORD]


def _split_parenthesis(name: str) -> tuple[str, str]:
    """Take off what stands in parentheses at the end: "Learning Representations (ICLR 2022)"."""
    start = name.rfind("(")
    if start > 0 and name.endswith(")"):
        return name[:start].strip(), name[start + 1 : -1].strip()
    return name, ""


def _is_acronym(word: str) -> bool:
    """Whether *word* is in capitals: "WHO", "US"; a single letter is none."""
    return len(word) > 1 and word.isupper()


def _from_first_word(words: list[str]) -> tuple[str, ...]:
    """Drop leading numbers where a real word follows."""
    first = next((i for i, each in enumerate(words) if not each.isdigit()), 0)
    return tuple(words[first:])


def _before_hyphen(word: str) -> str:
    for index, char in enumerate(word):
        if index and char in _HYPHENS:
            return word[:index]
    return word


def _tokens(text: str) -> Iterator[str]:
    """Split at spaces and punctuation; no case is changed and nothing is folded."""
    for run in "".join(map(_or_space, text)).split():
        word = _without_elision(run.strip("".join(JOINERS)))
        if any(map(is_han, word)):
            yield from _han_pairs(word)
        elif word:
            yield word


@lru_cache(maxsize=1024)
def _or_space(char: str) -> str:
    """Keep letters, digits, marks and joiners; all else parts words."""
    keep = char in JOINERS or unicodedata.category(char)[0] in "LMNS"
    return char if keep else " "


def _without_elision(word: str) -> str:
    """Cut an elided article: "l'amour" is "amour"; "don't" stays."""
    for index, char in enumerate(word[: max(map(len, ELISIONS)) + 1]):
        if char in _APOSTROPHES:
            rest = word[index + 1 :]
            return rest if word[:index].lower() in ELISIONS and len(rest) > 1 else word
    return word


def _han_pairs(word: str) -> Iterator[str]:
    """Cut *word* into runs of other characters and pairs of Han characters."""
    run = ""
    for char in word:
        if run and (is_han(run[-1]) != is_han(char) or (is_han(char) and len(run) == 2)):
            yield run
            run = ""
        run += char
    yield run
