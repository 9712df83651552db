"""Keys by which a raw record and an item of CSL-JSON are told apart; both may have many others."""

from typing import Final

__all__ = ["ITEM_KEYS", "RAW_KEYS"]

ITEM_KEYS: Final = frozenset(
    "author issued container-title DOI URL ISBN ISSN PMID page accessed custom"
    " title-short container-title-short publisher-place citation-key volume issue".split()
)
"""What only CSL-JSON has."""

RAW_KEYS: Final = frozenset(
    "authors published date venue journal details line facts topic subject summary year"
    " keywords link".split()
)
"""What only a raw record has."""
