r"""Text from tame to hostile, in which known words stand.

A *word* is `zz` and three letters; the first of these says of which field it is. No style and no
locale has such a word, so an oracle sees in any output which words of which field came through,
and what stands round them. Spaces keep it apart from marks that would compose with its letters.
"""

from __future__ import annotations

import re
import unicodedata

from hypothesis import strategies as st

__all__ = ["BIDI", "WORD", "hostile", "hostile_pieces", "prints_nothing", "tame", "text", "words"]

WORD = re.compile("zz[a-y]{3}", re.IGNORECASE)
"""A known word, in whatever case a style has put it."""
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Embeddings, overrides, isolates and what closes them (UAX #9)."""

_LETTERS = "abcdefghijklmnopqrstuvwxy"
TEX_SPECIALS = "{}%$&#_~^\\"
MARKS = "\u0300\u0301\u0308\u030a\u0323\u0327\u0338\u20d7\u0361"
_BIDI_MARKS = "\u202a\u202b\u202d\u202e\u202c\u2066\u2067\u2068\u2069"
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u00ad\ufeff\u2060\u034f\u061c\u115f\u3164\ufe0f"
_CONTROLS = "\x00\x07\x08\x0c\x1b\x1f\x7f\x85\x9b\u2028\u2029\ud800\udc00\udfff\ufdd0\ufffe"
_CONTROLS += "\U0001ffff\U000e0041\ufff9\u206a"
_PIECES = r"""
<i> </i> <b> </b> <sup> </sub> <span class="nocase"> </span> <sc> &lt; &amp; &#0; <!-- --> ]]>
<script>alert(1)</script> <img/src=x/onerror=alert(1)> "onmouseover="x ](x) ![a](x) [a]: ** _ __ `
``` ~~ || $$ $x^2$ \( \) { } {} }{ }} {{ # 1. 1) A. - + === --- :: ::: :ref:`x` `x`_ |x| .. x_ *
javascript:alert(1) http://x.y https://x.y/?a=b&copy=1 a@b.c % %% \write18{x} \input{x} \end{list}
\csname ^^5c \\ \% @book{x, and others et al. et&nbsp;al. “ ” ’ « » -- – — … ... ?! .. ,, ;; ()
:// 10.1000/x doi:10.1000/a<b>c 字 李明 Ångström ﬁ ß ı ٣ ² ⁿ 𝟙 ﷺ 👩‍👩‍👧 -1 0 2020 12–15
i–iv 1st 2nd null
"""

hostile_pieces = st.one_of(
    st.sampled_from(_PIECES.split()),
    st.builds(str.__add__, st.sampled_from(TEX_SPECIALS), st.text(MARKS, min_size=1, max_size=2)),
    st.sampled_from(TEX_SPECIALS),
    st.sampled_from(_BIDI_MARKS),
    st.sampled_from(_INVISIBLE),
    st.sampled_from(_CONTROLS),
    st.sampled_from(
        ["\n", "\n\n", "\r\n", "\t", "  ", "\u00a0", "\n- ", "\ncitekit: forged", "\n="]
    ),
    st.characters(),
)
"""Pieces that some reader, some writer or some terminal takes for more than text."""

hostile = st.lists(hostile_pieces, min_size=1, max_size=8).map("".join)
"""Text with nothing known in it."""


def words(field: str) -> st.SearchStrategy[str]:
    """Give a word of a field; *field* is one letter, a to y."""
    return st.tuples(st.sampled_from(_LETTERS), st.sampled_from(_LETTERS)).map(
        lambda pair: f"zz{field}{pair[0]}{pair[1]}"
    )


def tame(field: str) -> st.SearchStrategy[str]:
    """Give a few words."""
    return st.lists(words(field), min_size=1, max_size=3).map(" ".join)


def text(field: str) -> st.SearchStrategy[str]:
    """Give words of a field with anything between them, half of the time nothing but spaces."""
    piece = st.one_of(words(field).map(" {} ".format), hostile_pieces)
    wild = st.tuples(words(field), st.lists(piece, min_size=1, max_size=7)).map(
        lambda drawn: drawn[0] + " " + "".join(drawn[1])
    )
    return tame(field) | wild | wild


def prints_nothing(text: str) -> bool:
    """Whether nobody sees a thing of *text*: spaces, controls, default-ignorable characters."""
    return all(
        unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zs", "Zl", "Zp") or char in _IGNORABLE
        for char in text
    )


_IGNORABLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0") | frozenset(
    map(chr, [*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)])
)
"""Default_Ignorable_Code_Point that are letters or marks (Unicode, DerivedCoreProperties)."""
