"""Small styles for the tests of the engine that hands a style to citeproc-py."""

from __future__ import annotations

from typing import Any

from citekit.styles.base import Rendered
from citekit.styles.csl.formatter import CslFormatter, csl

NS = 'xmlns="http://purl.org/net/xbiblio/csl"'
INFO = (
    "<info><title>T</title><id>http://example.org/t</id>"
    "<updated>2012-09-09T21:58:08Z</updated></info>"
)


def style(
    bibliography: str,
    citation: str = '<text variable="title"/>',
    *,
    before: str = "",
    root: str = "",
    layout: str = "",
    options: str = "",
    **formatter: Any,
) -> CslFormatter:
    """Make the formatter of a small style."""
    xml = (
        f'<style {NS} version="1.0" class="in-text"{root}>{INFO}{before}'
        f'<citation><layout delimiter="; ">{citation}</layout></citation>'
        f"<bibliography{options}><layout{layout}>{bibliography}</layout></bibliography></style>"
    )
    return csl(xml=xml, engine="citeproc-py", **formatter)


def shown(rendered: Rendered) -> list[str]:
    return [str(each.text) for each in rendered.entries]
