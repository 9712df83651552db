"""Text that nobody typed for citekit: from a page, a publisher, another program.

One cleaning serves all readers of foreign records. Tags are understood or dropped and entities
decoded once (`citekit.text.markup`), white space is folded, and the blank goes that stands before
a full stop at the end ("Precision measurement ."). A string that is given to a constructor is
none of this: it is literal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from citekit.speed.lazy import lazy
from citekit.text.clean import clean, fold_space
from citekit.text.markup import markup, tags_in, unescape
from citekit.text.nodes import Math, Node, RichText, Verbatim

__all__ = ["foreign_line", "foreign_plain", "foreign_text", "tidy"]

_SPACES = lazy(r"[ \t-\r\x1c-\x1f\x85\u2028\u2029]+")
_LAST_BLANK = lazy(r"(?<![\s.]) (?=\.$)")


def foreign_text(text: str) -> RichText:
    """Read foreign text, with its formatting.

    >>> str(foreign_text("On <em>E. coli</em>  &amp; <p>its kin .</p>"))
    'On E. coli & its kin.'
    """
    return tidy(markup(clean(text)))


def foreign_line(text: str) -> str:
    r"""Read foreign text where no formatting can stand: one line of plain text.

    >>> foreign_line("pp.&nbsp;12&ndash;15<br/>")
    'pp.\xa012–15'
    """
    return str(foreign_text(text)) if _is_foreign(text) else fold_space(clean(text))


def foreign_plain(text: str) -> str:
    r"""Read foreign text line by line; an element that ends a line ends it.

    >>> foreign_plain("Jane Roe<br>Jos&eacute; <em>P&eacute;rez</em>")
    'Jane Roe\nJosé Pérez'
    """
    if not _is_foreign(text):
        return text
    pieces: list[str] = []
    done = 0
    tags = [tag for pair in tags_in(text) for tag in pair if tag is not None]
    for tag in sorted(tags, key=lambda tag: tag.start):
        pieces += [unescape(text[done : tag.start]), "\n" if tag.space else ""]
        done = tag.end
    return "".join([*pieces, unescape(text[done:])])


def _is_foreign(text: str) -> bool:
    return "<" in text or "&" in text


def tidy(text: RichText) -> RichText:
    """Fold the white space of *text* over all its nodes; no blank stands before a last full stop.

    >>> from citekit.text.nodes import Format, Styled
    >>> str(tidy(RichText([" On  ", Styled([" E. coli"], Format.ITALIC), " ."])))
    'On E. coli.'
    """
    shown = str(text)
    if shown == fold_space(shown) and not shown.endswith(" ."):
        return text
    folded = RichText(_Folding().nodes(text))
    return RichText(_without_end(list(folded)))


class _Folding:
    """Folds white space from left to right, whatever nodes it stands in."""

    def __init__(self) -> None:
        self.after_space = True

    def nodes(self, nodes: Iterable[Node]) -> Iterator[Node]:
        for node in nodes:
            if isinstance(node, str):
                yield self._string(node)
            elif isinstance(node, (Math, Verbatim)):
                self.after_space = False
                yield node
            else:
                yield node.with_children([*self.nodes(node.children)])

    def _string(self, text: str) -> str:
        folded = _SPACES.sub(" ", text)
        if self.after_space:
            folded = folded.removeprefix(" ")
        if folded:
            self.after_space = folded.endswith(" ")
        return folded


def _without_end(nodes: list[Node]) -> list[Node]:
    """Cut the space off the last string of *nodes*, and before a full stop at its end."""
    if not nodes:
        return nodes
    last = nodes[-1]
    if isinstance(last, str):
        nodes[-1] = _LAST_BLANK.sub("", last.removesuffix(" "))
    elif not isinstance(last, (Math, Verbatim)):
        nodes[-1] = last.with_children(_without_end(list(last.children)))
    return nodes
