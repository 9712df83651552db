"""Rich text as one row of characters and words, for rules that look across formatting.

A title may change formatting in the middle of a word (`H<sub>2</sub>O`), so rules on words look at
the characters of all stretches together. `Row` lays them out, a rule changes single characters,
and `Row.rebuild` puts them back where they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from attrs import frozen

from citekit.speed.lazy import lazy
from citekit.tables.stop_words import TITLE_STOP_WORDS
from citekit.text.nodes import Block, Format, Math, Node, Quoted, RichText, Styled, Verbatim

__all__ = [
    "SHIELDING",
    "Row",
    "Word",
    "is_capitalized",
    "is_greek_letter",
    "is_letter_name",
    "is_shouting",
    "primary_language",
    "title_char",
]

SHIELDING = frozenset({Format.NO_CASE, Format.SMALL_CAPS, Format.SUPERSCRIPT, Format.SUBSCRIPT})
"""Formats whose text keeps its case, as in citeproc-js (test suite, textcase_ImplicitNocase)."""

_WORD = lazy(r"[^\W_](?:['’ʼ`]?[\w\u0300-\u036f])*")


class Word(NamedTuple):
    """A word of a row: where it stands, and whether its case is shielded."""

    start: int
    end: int
    text: str
    fixed: bool


class Row:
    """The characters of rich text in one row.

    Attributes:
        text: All characters. What is no text stands as one: quotation marks as themselves, math and
            verbatim text as U+FFFC, the edge of a block as a line break.
        out: The characters to put back, one string for each character of `text`.
        fixed: For each character, 1 where its case must stay.
    """

    def __init__(self, text: RichText, shielding: frozenset[Format] = SHIELDING) -> None:
        pieces = list(_pieces(text, 0, fixed=False, shielding=shielding))
        self.text = "".join(piece.text for piece in pieces)
        self.out = list(self.text)
        self.fixed = bytearray(b"".join(bytes([piece.fixed]) * len(piece.text) for piece in pieces))
        self._pieces = pieces

    def words(self) -> list[Word]:
        """Give all words in order; hyphens, slashes and dashes part words, apostrophes do not."""
        return [
            Word(match.start(), match.end(), match[0], self.fixed.find(1, *match.span()) >= 0)
            for match in _WORD.finditer(self.text)
        ]

    def rebuild(self, text: RichText) -> RichText:
        """Give *text*, from which this row was made, with the changed characters."""
        leaves = iter(self._leaves())
        return text.map_text(lambda _: next(leaves))

    def capitalize(self, word: Word) -> None:
        """Make the first letter of *word* a capital."""
        if not self.fixed[word.start]:
            self.out[word.start] = title_char(self.out[word.start])

    def lower(self, start: int, end: int) -> None:
        """Make the characters from *start* to *end* lower case, where they are not fixed."""
        lowered: Iterable[str] = self.text[start:end].lower()
        if len(self.text[start:end].lower()) != end - start:
            lowered = map(str.lower, self.text[start:end])
        for index, char in enumerate(lowered, start):
            if not self.fixed[index]:
                self.out[index] = char

    def _leaves(self) -> list[str]:
        """Cut the changed characters into the stretches of literal text that they came from."""
        ends = list(accumulate(len(piece.text) for piece in self._pieces))
        return [
            "".join(self.out[end - len(piece.text) : end])
            for piece, end in zip(self._pieces, ends, strict=True)
            if piece.is_leaf
        ]


def title_char(char: str) -> str:
    """Give *char* as it begins a capitalized word.

    A digraph gets its title form and letters without title case (Georgian) stay.

    >>> title_char("e"), title_char("ǆ"), title_char("ა")
    ('E', 'ǅ', 'ა')
    """
    return char.title()


def is_capitalized(word: str) -> bool:
    """Say whether only the first letter of *word* is a capital, and others follow.

    >>> is_capitalized("Paris"), is_capitalized("DNA"), is_capitalized("A")
    (True, False, False)
    """
    return len(word) > 1 and word[0].isupper() and word[1:].islower()


def is_greek_letter(word: str) -> bool:
    """Say whether *word* is a single Greek letter, which in a title is a symbol ("β-carotene").

    >>> is_greek_letter("β"), is_greek_letter("à")
    (True, False)
    """
    return len(word) == 1 and "\u0370" <= word <= "\u03ff"


def is_shouting(text: str, words: Sequence[Word]) -> bool:
    """Say whether *text* is in capitals: at least two words of four letters, unlike "UK"."""
    return text.isupper() and sum(len(word.text) >= 4 for word in words) >= 2


def is_letter_name(text: str, words: Sequence[Word], index: int) -> bool:
    """Say whether a single capital names a thing or a person: "A.N. Author", "Vitamin A and".

    An article stands before a word of substance; such a capital stands before a stop word,
    punctuation or the end.
    """
    word = words[index]
    if len(word.text) > 1 or not word.text.isupper():
        return False
    if index + 1 == len(words) or text[word.end] != " ":
        return True
    return words[index + 1].text in TITLE_STOP_WORDS


def primary_language(tag: str) -> str:
    """Give the primary subtag of a language tag (BCP 47), in lower case.

    >>> primary_language("en-GB"), primary_language("PT_br"), primary_language("")
    ('en', 'pt', '')
    """
    return tag.replace("_", "-").partition("-")[0].strip().lower()


@frozen
class _Piece:
    text: str
    fixed: bool
    is_leaf: bool


def _pieces(
    nodes: Iterable[Node], quotes: int, *, fixed: bool, shielding: frozenset[Format]
) -> Iterator[_Piece]:
    for node in nodes:
        if isinstance(node, str):
            yield _Piece(node, fixed, True)
        elif isinstance(node, (Math, Verbatim)):
            yield _Piece("\ufffc", True, False)
        else:
            before, after = _edges(node, quotes)
            inside = fixed or (isinstance(node, Styled) and node.format in shielding)
            yield _Piece(before, True, False)
            deeper = quotes + isinstance(node, Quoted)
            yield from _pieces(node.children, deeper, fixed=inside, shielding=shielding)
            yield _Piece(after, True, False)


def _edges(node: Node, quotes: int) -> tuple[str, str]:
    if isinstance(node, Quoted):
        return ("‘", "’") if quotes % 2 else ("“", "”")
    return ("\n", "\n") if isinstance(node, Block) else ("", "")
