"""How many digits of the last page a style prints.

Source: CSL 1.0.2, "Appendix V - Page Range Formats", which gives the tables of the Chicago Manual
of Style, 15th ed. 9.64 and 16th ed. 9.61. The two differ where a number has four digits.
"""

from __future__ import annotations

__all__ = ["full_last", "last_page"]


def full_last(first: str, last: str) -> str:
    """Give a shortened last page the leading digits of the first.

    >>> full_last("321", "28"), full_last("98", "105")
    ('328', '105')
    """
    return first[: max(0, len(first) - len(last))] + last


def last_page(first: str, last: str, style: str) -> str:
    """Give the last page as a page-range-format has it.

    Args:
        first: The digits of the first page.
        last: Those of the last one, in full; not before the first.
        style: "expanded", "minimal", "minimal-two", "chicago", "chicago-15" or "chicago-16".

    >>> [last_page("3508", "3626", style) for style in ("chicago-15", "chicago-16", "minimal")]
    ['3626', '626', '626']
    """
    if len(first) != len(last) or style == "expanded":
        return last
    if style == "minimal":
        return _changed(first, last, 1)
    if style == "minimal-two":
        return _changed(first, last, 2)
    return _chicago(first, last, four_digits=style != "chicago-16")


def _changed(first: str, last: str, least: int) -> str:
    """Give the digits from the first changed one on, and at least so many."""
    same = 0
    while same < len(last) - least and first[same] == last[same]:
        same += 1
    return last[same:]


def _chicago(first: str, last: str, *, four_digits: bool) -> str:
    """Follow the tables; "if numbers are four digits long and three digits change, use all"."""
    number = int(first)
    if number < 100 or number % 100 == 0:
        return last
    short = _changed(first, last, 1 if number % 100 < 10 else 2)
    return last if four_digits and len(first) == 4 and len(short) >= 3 else short
