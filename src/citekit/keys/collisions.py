"""What happens when several works would get the same key.

Keys are compared without regard to case, because BibTeX is: it stops with "Case mismatch error"
on two keys that differ in case only. In a group of works with one base key, in the order of
their content:

1. the first keeps the base key, unless it is taken;
2. each other takes the base key with the next title word (`touvron2023llama2`), where that is
   free;
3. else the base key with the first free letter: a, b, … z, aa, ab, …

All base keys are given out before any longer one, so a work whose key no other wants always gets
it. Nothing depends on the order in which the works are given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count
from typing import Any

from citekit.text.counters import letters_of

__all__ = ["letters", "resolve"]


def resolve(
    bases: Sequence[str],
    *,
    longer: Callable[[int], str],
    order: Callable[[int], Any],
    taken: Iterable[str] = (),
) -> tuple[str, ...]:
    """Make keys unique.

    Args:
        bases: The key that each work would have if it were alone.
        longer: Gives, for the index of a work, its key with one more title word.
        order: Gives, for the index of a work, what it is sorted by among works of one base key.
            Only asked for where keys collide.
        taken: Keys that may not be given.

    Returns:
        A key for each work, in the order of *bases*.

    >>> with_word = ["hu2022", "hu2022lora", "HU2022"]
    >>> resolve(["hu2022"] * 3, longer=with_word.__getitem__, order=[3, 2, 1].__getitem__)
    ('hu2022a', 'hu2022lora', 'hu2022')
    """
    used = {each.lower() for each in taken}
    result = list(bases)
    groups = sorted(_groups(bases).items())
    for rest in [_give_bases(base, members, order, used) for base, members in groups]:
        endings = letters()
        for index in rest:
            result[index] = _longer_key(longer(index), bases[index], endings, used)
            used.add(result[index].lower())
    return tuple(result)


def letters() -> Iterator[str]:
    """Give a, b, … z, aa, ab, … without end.

    >>> from itertools import islice
    >>> list(islice(letters(), 25, 29))
    ['z', 'aa', 'ab', 'ac']
    """
    return map(letters_of, count())


def _groups(bases: Sequence[str]) -> dict[str, list[int]]:
    groups: dict[str, list[int]] = {}
    for index, base in enumerate(bases):
        groups.setdefault(base.lower(), []).append(index)
    return groups


def _give_bases(
    base: str, members: list[int], order: Callable[[int], Any], used: set[str]
) -> list[int]:
    """Let the first keep its base key; give the others, in order."""
    ordered = sorted(members, key=order) if len(members) > 1 else members
    if base in used:
        return ordered
    used.add(base)
    return ordered[1:]


def _longer_key(longer: str, base: str, endings: Iterator[str], used: set[str]) -> str:
    if longer.lower() not in used:
        return longer
    return next(key for ending in endings if (key := base + ending).lower() not in used)
