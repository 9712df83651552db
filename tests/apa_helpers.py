"""What the tests of APA share: works in one line, entries and citations as Markdown."""

from __future__ import annotations

from typing import Any

from citekit.model.citation import Citation, Cite
from citekit.model.work import Work
from citekit.styles.apa import apa
from citekit.styles.base import Rendered
from citekit.text.nodes import Format, Math, Node, Quoted, RichText, Styled, Verbatim

ROE = [("Roe", "Jane")]
DOE = [("Doe", "John"), ("Poe", "Ann")]


def make(**fields: Any) -> Work:
    """Make a work from what people have."""
    return Work(**{"id": "x", **fields})


def markdown(text: RichText) -> str:
    """Show italics as `*…*` and quotation marks as curly ones."""
    return "".join(map(_node, text))


def _node(node: Node) -> str:
    if isinstance(node, str):
        return node
    if isinstance(node, Math):
        return node.tex
    if isinstance(node, Verbatim):
        return node.text
    inner = "".join(map(_node, node.children))
    if isinstance(node, Styled) and node.format in (Format.ITALIC, Format.STYLE_NORMAL):
        return f"*{inner}*"
    return f"“{inner}”" if isinstance(node, Quoted) else inner


def render(*works: Work, citations: Any = ()) -> Rendered:
    """Render works in APA."""
    made = [each if isinstance(each, Citation) else Citation(each) for each in citations]
    return apa().render(works, made)


def entries(*works: Work) -> list[str]:
    """Give the reference list."""
    return [markdown(entry.text) for entry in render(*works).entries]


def entry(**fields: Any) -> str:
    """Give the one entry of a work."""
    return entries(make(**fields))[0]


def roe(**fields: Any) -> str:
    """Give what follows "Roe, J. (2020). " in the entry of a work by Jane Roe."""
    shown = entry(**{"authors": ROE, "issued": 2020, **fields})
    lead = "Roe, J. (2020). "
    assert shown.startswith(lead), shown
    return shown.removeprefix(lead)


def cite(works: list[Work], *citations: Any) -> list[str]:
    """Give citations: each is an id, a cite, a list of them or a citation."""
    return [markdown(text) for text in render(*works, citations=citations).citations]


def both(work: Work) -> tuple[str, str]:
    """Give the parenthetical and the narrative citation of a work, each as the first."""
    parenthetical = cite([work], work)[0]
    return parenthetical, cite([work], Cite(str(work.id), narrative=True))[0]
