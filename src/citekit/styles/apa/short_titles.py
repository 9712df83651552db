"""Titles in citations of works without an author (APA 7, section 8.14).

"If the title is long, shorten it": the title that the record gives as short, else the main title,
and of a long one its first words. Title case; in quotation marks what is part of a greater whole,
in italics what stands alone.
"""

from __future__ import annotations

import re

from citekit.model.work import Work
from citekit.styles.apa.kinds import Kind
from citekit.styles.apa.titles import described
from citekit.tables.stop_words import TITLE_STOP_WORDS
from citekit.text.case import title_case
from citekit.text.clean import clean_rich
from citekit.text.compose import italic, shallow, text
from citekit.text.nodes import Math, Node, Quoted, RichText, Verbatim, plain_text

__all__ = ["short_title", "title_label"]

_LONG = 6
_KEPT = 4
_MAIN_END = re.compile(r"(?<=\w):\s|[?!]\s|\s[—–-]\s")
_WORD = re.compile(r"\S+")


def cut(value: RichText, length: int) -> RichText:
    """Keep the first *length* characters of rich text, and close what is open there.

    >>> cut(RichText("abcdef"), 3)
    RichText('abc')
    """
    kept, _ = _cut(value.nodes, length)
    return clean_rich(RichText(kept))


def _cut(nodes: tuple[Node, ...], length: int) -> tuple[list[Node], int]:
    kept: list[Node] = []
    for node in nodes:
        if length <= 0:
            break
        if isinstance(node, str):
            kept.append(node[:length])
        elif isinstance(node, (Math, Verbatim)):
            kept.append(node)
        else:
            room = length - 1 if isinstance(node, Quoted) else length
            kept.append(node.with_children(_cut(node.children, room)[0]))
        length -= len(plain_text([node]))
    return kept, length


def short_title(title: RichText) -> RichText:
    """Shorten a title to its main title, and a long one to its first words.

    >>> str(short_title(RichText("Mapping the mind: A guide")))
    'Mapping the mind'
    >>> str(short_title(RichText("The effects of very long titles on the patience of readers")))
    'The effects of very'
    """
    whole = str(title)
    end = _MAIN_END.search(whole)
    length = len(whole)
    if end is not None:
        length = end.start() + (1 if whole[end.start()] in "?!" else 0)
    words = list(_WORD.finditer(whole, 0, length))
    if len(words) > _LONG:
        words = words[:_KEPT]
        while len(words) > 1 and words[-1][0].lower() in TITLE_STOP_WORDS:
            words.pop()
        length = words[-1].end()
    shortened = cut(title, length) if length < len(whole) else title
    return shortened.map_text(str.rstrip) if shortened.is_plain else shortened


def title_label(work: Work, kind: Kind) -> RichText:
    """Give what stands for the author in a citation of a work that has none.

    >>> str(title_label(Work(title="Mapping the mind", type="article-journal"), Kind(italic=False)))
    '“Mapping the Mind”'
    """
    title = shallow(work.title)
    if not title:
        described_as = described(work, kind)
        return text(f"[{described_as}]" if described_as else "[Untitled]")
    if kind.source == "legal":
        main = short_title(title) if work.type == "hearing" else title
        return italic(main) if work.type in ("hearing", "legal_case") else main
    shown = shallow(work.title_short) or short_title(title)
    shown = title_case(shown, work.language or "en")
    return italic(shown) if kind.italic else RichText([Quoted(shown)])
