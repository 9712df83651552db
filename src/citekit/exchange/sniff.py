"""Which exchange format a text is in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from citekit.errors import ReadError
from citekit.exchange.csl_json.json_text import read_json

__all__ = ["sniff"]

_ENTRY = re.compile(r"@[ \t]*[A-Za-z]+\s{0,20}[{(]")
_ITEM_KEYS = frozenset(
    "author issued container-title DOI URL ISBN ISSN PMID page accessed custom"
    " title-short container-title-short publisher-place citation-key volume issue".split()
)
_RAW_KEYS = frozenset(
    "authors published date venue journal details line facts topic subject summary year"
    " keywords link".split()
)


def sniff(text: str) -> str:
    """Tell the format of *text*: "csl_json", "raw" or "bibtex".

    JSON is CSL-JSON unless its first record has keys that only a raw record has (`authors`,
    `published`, `venue` …) and fewer that only CSL-JSON has (`author`, `issued` …).

    Raises:
        ReadError: It is neither JSON nor BibTeX, or JSON with a fault in it.

    >>> sniff('[{"title": "T", "author": []}]'), sniff('[{"title": "T", "authors": "A"}]')
    ('csl_json', 'raw')
    >>> sniff("@book{a, title={T}}")
    'bibtex'
    """
    body = text.removeprefix("\ufeff").lstrip()
    if body.startswith(("[", "{")):
        return _json_format(read_json(body))
    if _ENTRY.search(text):
        return "bibtex"
    hint = "name the format: csl_json, bibtex, biblatex or raw"
    raise ReadError("the text is in no format that citekit reads", value=text, hint=hint)


def _json_format(data: Any) -> str:
    if isinstance(data, Mapping):
        if isinstance(data.get("records"), list):
            return "raw"
        data = data["items"] if isinstance(data.get("items"), list) else [data]
    first = next((each for each in data if isinstance(each, Mapping)), {})
    keys = first.keys()
    return "raw" if len(_RAW_KEYS & keys) > len(_ITEM_KEYS & keys) else "csl_json"
