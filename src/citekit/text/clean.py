"""What may not come through: control characters, broken code points, open bidi marks.

The rules, and where they come from:

* C0 controls except line feed and tab become a space; DEL and C1 controls go. CR, CR LF, U+0085,
  U+2028 and U+2029 are line breaks (Unicode Standard, section 5.8 "Newline Guidelines") and become
  a line feed.
* A surrogate pair becomes the character that it stands for; a lone surrogate, a noncharacter
  (Unicode Standard, section 23.7), a byte order mark, an interlinear annotation control and a
  deprecated format control (U+206A to U+206F) go.
* Bidirectional embeddings, overrides and isolates that are left open are closed at the end, and
  closers that close nothing go (`citekit.text.directions`). So the marks of one field cannot change
  the order of the text that follows it.
* Text is put into Unicode normalization form C, so that values that look the same are the same.
  Canonically equivalent text is the same text: nothing is lost. The one exception is text with more
  than 30 combining marks in a row (the limit of the "Stream-Safe Text Format", Unicode Standard
  Annex #15), which is left as it is, because sorting such stacks takes quadratic time.

All functions are linear in the length of the text, and cleaning twice changes nothing more.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from attrs import evolve

from citekit.speed.lazy import lazy
from citekit.text.directions import DIRECTIONS, Balance, balanced
from citekit.text.nodes import (
    Block,
    Link,
    Math,
    Node,
    Quoted,
    RichText,
    Styled,
    Verbatim,
    plain_text,
)

__all__ = [
    "MAX_COMBINING",
    "clean",
    "clean_rich",
    "fold_space",
    "is_clean",
    "is_ordinary",
    "is_word",
    "loses",
    "prints",
]

MAX_COMBINING = 30
"""More combining marks in a row than this are not normalized (UAX #15, Stream-Safe Text Format)."""

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_BREAKS = "\x85\u2028\u2029"
_REMOVED = "\x7f-\x84\x86-\x9f\u206a-\u206f\ufeff\ufff9-\ufffb" + _NONCHARACTERS
_SPACED = "\x00-\x08\x0b-\x1f"

_SUSPECT = lazy(f"[{_SPACED}{_BREAKS}{_REMOVED}{DIRECTIONS}\ud800-\udfff]")
_UNWANTED = lazy(
    f"\r\n?|[{_SPACED}]|[{_BREAKS}]|[{_REMOVED}]|[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]"
)
_LINE_BREAK = lazy(f"\r\n?|[\n{_BREAKS}]")
_SPACE_RUN = lazy(r"[ \t-\r\x1c-\x1f\x85\u2028\u2029]+")


def is_clean(text: str) -> bool:
    r"""Say whether `clean` would leave *text* as it is.

    >>> is_clean("Łódź, 2nd ed."), is_clean("a\x1bb"), is_clean("e\u0301")
    (True, False, False)
    """
    if _is_plain(text):
        return True
    if _SUSPECT.search(text) is not None:
        return clean(text) == text
    return text.isascii() or _nfc(text) == text


def loses(text: str) -> bool:
    r"""Say whether cleaning takes something out of *text*, and not only writes it otherwise.

    Another kind of line break, another normalization form, a character for its surrogate pair and
    the closers of what was left open lose nothing.

    >>> loses("a\x1bb"), loses("a\u202c"), loses("e\u0301\r\n\u202ea")
    (True, True, False)
    """
    if _is_plain(text) or _SUSPECT.search(text) is None:
        return False
    if any(_is_lost(match[0]) for match in _UNWANTED.finditer(text)):
        return True
    return any(Balance().filter(line) != line for line in _LINE_BREAK.split(text))


def _is_lost(unwanted: str) -> bool:
    return len(unwanted) == 1 and unwanted != "\r" and unwanted not in _BREAKS


def _is_plain(text: str) -> bool:
    """Say whether *text* is of printable ASCII, as most is: no pattern need look at it."""
    return text.isascii() and text.isprintable()


def is_ordinary(text: str) -> bool:
    r"""Say whether *text*, and every part of it, is clean for sure; a quick look.

    What is printable to Python holds none of the characters above, and every part of normalized
    text is normalized (Unicode Standard Annex #15, section 1.3: the forms are closed under taking
    substrings). So one look at joined text saves one at each of its stretches.

    >>> is_ordinary("\u0141\xf3d\u017a, 2nd ed."), is_ordinary("a\nb")
    (True, False)
    """
    return text.isprintable() and (text.isascii() or unicodedata.is_normalized("NFC", text))


def clean(text: str) -> str:
    r"""Give *text* without what may not come through; see the module for the rules.

    >>> clean("a\x00b\x9bc\ud83d\ude00\udc00")
    'a bc😀'
    >>> clean("\u202eabc") == "\u202eabc\u202c"
    True
    """
    if text.isascii() and text.isprintable():
        return text
    if _SUSPECT.search(text) is None:
        return text if text.isascii() else _nfc(text)
    return _nfc(balanced(_UNWANTED.sub(_replacement, text)))


def clean_rich(text: RichText) -> RichText:
    r"""Clean every stretch of *text*, and balance the bidirectional marks over all of them.

    Math, verbatim text and URLs are cleaned too, each by itself. A block is a paragraph: what is
    open is closed before it begins and where it ends, and at line breaks.

    >>> from citekit.text.nodes import Format, Styled
    >>> clean_rich(RichText(["\x07a", Styled(["b"], Format.BOLD)]))
    RichText((' a', Styled(children=('b',), format=<Format.BOLD: 'font-weight=bold'>)))
    """
    leaves = list(_leaves(text))
    if is_ordinary("".join(leaves)) or all(map(is_clean, leaves)):
        return text
    balance = Balance()
    return RichText([*_clean_nodes(text, balance), balance.close()])


def prints(text: str) -> bool:
    r"""Say whether anybody would see *text* on paper.

    Spaces, controls and format characters (general categories Z, C but for what is private or not
    assigned yet) are not seen; marks need a letter to stand on. A few letters and symbols are blank
    by their definition, and some format characters are signs (Unicode Standard, section 23.2,
    "Prepended Concatenation Marks").

    >>> prints("-"), prints("\u200f\u200c"), prints("\u0301"), prints("\u3164 \ufffc")
    (True, False, False, False)
    """
    return (text[:1].isalnum() and text[0] not in _BLANK) or any(map(_has_ink, text))


def _has_ink(char: str) -> bool:
    if char in _BLANK:
        return False
    return char.isalnum() or unicodedata.category(char) not in _NO_INK or char in _PRINTED_FORMATS


_NO_INK = frozenset(("Cc", "Cf", "Cs", "Mc", "Me", "Mn", "Zl", "Zp", "Zs"))
_BLANK = frozenset("\u115f\u1160\u2065\u2800\u3164\uffa0\ufffc")
"""Hangul fillers, the empty Braille cell, the place of an object, and an unassigned format."""
_PRINTED_FORMATS = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)


def is_word(text: str) -> bool:
    r"""Say whether *text* is of letters and digits alone, clean, and prints; a quick look.

    >>> is_word("\u738b\u5c0f\u660e"), is_word("a b"), is_word("\u3164")
    (True, False, False)
    """
    return text.isalnum() and text[0] not in _BLANK and unicodedata.is_normalized("NFC", text)


def fold_space(text: str) -> str:
    r"""Put *text* on one line: runs of white space and line breaks become one space, ends are cut.

    Spaces with a meaning of their own (no-break, thin, ideographic …) stay.

    >>> fold_space("  On the\n\t origin \u00a0of ")
    'On the origin \xa0of'
    """
    if "  " not in text and _is_plain(text):
        return text.strip(" ")
    return _SPACE_RUN.sub(" ", text).strip(" ")


def _replacement(match: re.Match[str]) -> str:
    found = match[0]
    if found in ("\r", "\r\n") or found in _BREAKS:
        return "\n"
    if found < " ":
        return " "
    if len(found) == 2:  # a surrogate pair
        return found.encode("utf-16-be", "surrogatepass").decode("utf-16-be")
    return ""


def _nfc(text: str) -> str:
    """Put *text* into form C, unless it stacks more than `MAX_COMBINING` marks."""
    if unicodedata.is_normalized("NFC", text) or _longest_stack(text) > MAX_COMBINING:
        return text
    return unicodedata.normalize("NFC", text)


def _longest_stack(text: str) -> int:
    longest = run = 0
    for char in text:
        run = run + 1 if unicodedata.combining(char) else 0
        longest = max(longest, run)
    return longest


def _leaves(nodes: Iterable[Node]) -> Iterator[str]:
    """Give every string in *nodes*, in order."""
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif isinstance(node, Math):
            yield node.tex
        elif isinstance(node, Verbatim):
            yield node.text
        else:
            yield from _leaves(node.children)
            if isinstance(node, Link):
                yield node.url


def _clean_nodes(nodes: Iterable[Node], balance: Balance) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, Block):
            yield balance.close()
            yield node.with_children([*_clean_nodes(node.children, balance), balance.close()])
        elif isinstance(node, (Math, Verbatim)):
            inner = _clean_literal(node)
            if "\n" in plain_text([inner]):
                yield balance.close()
            yield inner
        else:
            yield _clean_node(node, balance)


def _clean_literal(node: Math | Verbatim) -> Math | Verbatim:
    if isinstance(node, Math):
        return Math(clean(node.tex))
    return Verbatim(clean(node.text), node.language)


def _clean_node(node: str | Styled | Quoted | Link, balance: Balance) -> Node:
    if isinstance(node, str):
        return balance.filter(_nfc(_UNWANTED.sub(_replacement, node)))
    inner = node.with_children([*_clean_nodes(node.children, balance)])
    return evolve(inner, url=clean(inner.url)) if isinstance(inner, Link) else inner
