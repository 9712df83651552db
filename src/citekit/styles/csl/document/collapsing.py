"""Grouping and collapsing of cites (CSL 1.0.2, "Cite Grouping", "Cite Collapsing")."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from citekit.styles.csl.document.cites import Shown
from citekit.styles.csl.style.elements import Citation

__all__ = ["collapse_numbers", "collapse_years", "group_cites"]


def collapse_numbers(shown: Sequence[Shown]) -> list[Shown]:
    """Put an en-dash between the ends of three or more numbers that follow each other."""
    return _ranged(shown, lambda before, each: each.number == before.number + 1)


def _ranged(shown: Sequence[Shown], follows: Callable[[Shown, Shown], bool]) -> list[Shown]:
    """Put an en-dash between the ends of three or more plain cites, each of which follows."""
    out: list[Shown] = []
    i = 0
    while i < len(shown):
        j = i
        while (
            j + 1 < len(shown)
            and shown[j].plain
            and shown[j + 1].plain
            and follows(shown[j], shown[j + 1])
        ):
            j += 1
        if j - i >= 2:
            out += [shown[i], shown[j]._replace(delimiter="\u2013")]
        else:
            out += shown[i : j + 1]
        i = j + 1
    return out


def group_cites(shown: Sequence[Shown]) -> list[Shown]:
    """Move cites with the same names to the first of them, in their order."""
    groups: dict[str, list[Shown]] = {}
    for i, each in enumerate(shown):
        groups.setdefault(each.names or f"\0{i}", []).append(each)
    return [each for group in groups.values() for each in group]


Again = Callable[[Shown, bool], Shown]
"""Renders a cite again without names and, if the second argument is false, without year."""


def collapse_years(
    shown: Sequence[Shown], options: Citation, again: Again | None, *, is_note: bool
) -> list[Shown]:
    """Leave out names (and years) that repeat those of the cite before, and set the delimiters.

    Args:
        shown: The cites, grouped.
        options: The options of cs:citation.
        again: How to render a cite without its names; None where cites are only grouped.
        is_note: Whether the style is a note style, in which grouped cites keep the delimiter of
            the layout if cite-group-delimiter is not set, or set to nothing.
    """
    layout = options.layout.delimiter
    within = options.cite_group_delimiter or (layout if is_note else ", ")
    suffixes = (options.collapse or "").startswith("year-suffix")
    between = options.year_suffix_delimiter
    if between is None:
        between = options.cite_group_delimiter
    if between is None:
        between = layout
    after = options.after_collapse_delimiter
    out: list[Shown] = []
    collapsed = False
    for i, each in enumerate(shown):
        before = shown[i - 1] if i else None
        if before is None or not _same_group(before, each, suffixes):
            ends_group = before is not None and (collapsed or not is_note)
            out.append(each._replace(delimiter=after) if ends_group and after is not None else each)
            collapsed = False
            continue
        collapsed = True
        if again is None:
            out.append(each._replace(delimiter=within))
            continue
        same_year = suffixes and _same_year(before, each)
        short = again(each, not same_year)
        if short.text:
            delimiter = between if same_year else within
            if after is not None and before.ready.cite.locator:
                delimiter = after
            out.append(short._replace(delimiter=delimiter))
    if options.collapse == "year-suffix-ranged":
        return _range_suffixes(out, between)
    return out


def _same_group(before: Shown, each: Shown, suffixes: bool) -> bool:
    """Say whether two neighbours show the same names; without names, the same suffixed year."""
    if each.names != before.names:
        return False
    return bool(each.names) or (suffixes and _same_year(before, each))


def _same_year(before: Shown, each: Shown) -> bool:
    if not (before.year_suffix and each.year_suffix and each.plain):
        return False
    first, second = before.ready.item.values.get("issued"), each.ready.item.values.get("issued")
    if not (first and first.start and second and second.start):  # "n.d., n.d."
        return False
    return bool(first.start[0] == second.start[0])


def _range_suffixes(shown: Sequence[Shown], between: str) -> list[Shown]:
    """Put an en-dash between the ends of three or more suffixes that follow each other."""

    def follows(before: Shown, each: Shown) -> bool:
        return each.delimiter == between and _follows(before.year_suffix, each.year_suffix)

    return _ranged(shown, follows)


def _follows(first: str, second: str) -> bool:
    return len(first) == len(second) == 1 and ord(second) == ord(first) + 1
