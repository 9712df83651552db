"""Make `src/citekit/tables/isbn.py` from the RangeMessage of the International ISBN Agency.

    python tools/isbn_table.py RangeMessage.xml > src/citekit/tables/isbn.py

The file is at https://www.isbn-international.org/range_file_generation. The ranges are facts about
the numbering; the table keeps the assigned ones, shortened.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

_HEAD = '''\
"""How the digits of an ISBN are parted: registration groups and the ranges of their registrants.

Source: International ISBN Agency, "RangeMessage" of {date}
(https://www.isbn-international.org/range_file_generation). Ranges are added over the years; those
that were assigned do not change. An ISBN beyond them is left without hyphens. Made by
`tools/isbn_table.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

__all__ = ["REGISTRANTS"]

_TEXT: Final = """
'''

_TAIL = '''\
"""

REGISTRANTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        group: ranges
        for group, _, ranges in (
            line.partition(": ") for line in _TEXT.replace("\\n  ", " ").strip().split("\\n")
        )
    }
)
"""The ranges of registrant elements for each prefix and registration group ("978-3"): "00-19 05",
the first and the last element, of the same length, or the only one."""
'''


def table(message: bytes) -> str:
    """Give the module's text.

    Args:
        message: The XML of a RangeMessage.
    """
    root = etree.fromstring(message, etree.XMLParser(resolve_entities=False, no_network=True))
    date = " ".join(root.findtext("MessageDate", "").split()[1:4])  # "Sun, 4 Jan 2026 …"
    lines = (line for group in root.iter("Group") for line in _lines(group))
    return _HEAD.format(date=_spelled(date)) + "".join(lines) + _TAIL


def _spelled(date: str) -> str:
    months = (
        "January February March April May June July August September October November December"
    ).split()
    day, month, year = date.split()
    full = next(name for name in months if name.startswith(month[:3]))
    return f"{int(day)} {full} {year}"


def _lines(group: etree._Element) -> Iterator[str]:
    ranges = [each for rule in group.iter("Rule") if (each := _range(rule))]
    if ranges:
        text = f"{group.findtext('Prefix')}: {' '.join(ranges)}"
        yield from (
            f"{line}\n"
            for line in textwrap.wrap(text, 98, subsequent_indent="  ", break_on_hyphens=False)
        )


def _range(rule: etree._Element) -> str:
    """Give a rule's range in the digits that count; nothing where the length is 0: unassigned."""
    length = int(rule.findtext("Length", "0"))
    first, last = (each[:length] for each in rule.findtext("Range", "").split("-"))
    return first if first == last else f"{first}-{last}"


if __name__ == "__main__":
    sys.stdout.write(table(Path(sys.argv[1]).read_bytes()))
