"""Citation keys: `touvron2023llama`.

By default the family name of the first author, the year, and the first significant word of the
title, in lower-case ASCII letters and digits: the form of Google Scholar's keys, with name
particles and hyphens joined, as Better BibTeX does. Keys hold only characters that BibTeX, biber
and LaTeX take. A key depends on the work alone: not on the locale, the hash seed, or the order of
the works. That a source's author list stopped early plays no part in it.

The parts and what stands in for a missing one are in `citekit.keys.pattern`, the choice of words
in `citekit.keys.words`, transliteration in `citekit.keys.transliterate`, collisions in
`citekit.keys.collisions`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Unpack, cast

from citekit.errors import OptionError
from citekit.keys.collisions import resolve
from citekit.keys.options import KeyFields, KeyOptions, key_options
from citekit.keys.parts import WorkParts
from citekit.keys.pattern import parse_pattern
from citekit.model.dates import DateRange, PartialDate
from citekit.model.values import check_row, check_type
from citekit.model.work import Work

__all__ = ["key", "keys", "with_ids"]


def key(work: Work, **options: Unpack[KeyFields]) -> str:
    """Make the key of one work, as if it were alone; an id that it has plays no part.

    Args:
        work: The work.
        options: `pattern`, `umlauts`, `particles`, `hyphens`, `no_year`; see
            `citekit.keys.options.KeyOptions`. `preset="scholar"` sets what is not given as
            Google Scholar has it.

    Returns:
        A key that is never empty and has only the characters ``A-Z a-z 0-9 : . _ + / -``.

    Raises:
        OptionError: There is no such option, or it cannot have that value.
        PatternError: The pattern has a fault.

    >>> work = Work(authors="Laurens van der Maaten", issued=2008, title="Visualizing Data")
    >>> key(work)
    'vandermaaten2008visualizing'
    >>> key(work, pattern="{Family}:{shortyear}", particles="drop")
    'Maaten:08'
    """
    check_type(work, Work, "a Work")
    return _make(work, key_options(options))


def keys(
    works: Iterable[Work], *, reserved: Iterable[str] = (), **options: Unpack[KeyFields]
) -> tuple[str, ...]:
    """Make a key for each of several works, unique without regard to case.

    A work that has an id keeps it as its key, and no other work gets it. (Two works that already
    share an id both keep it: that is for a Document to refuse.)

    Args:
        works: The works, in any order.
        reserved: Keys that may not be given, such as the ids of a library; a mapping counts by
            its keys.
        options: As for `key`.

    Returns:
        The keys in the order of the works.

    Raises:
        OptionError: There is no such option, or it cannot have that value.
        PatternError: The pattern has a fault.

    >>> llama = Work(authors="H. Touvron", issued="2023-02", title="LLaMA: Open and Efficient")
    >>> llama2 = Work(authors="H. Touvron", issued="2023-07", title="Llama 2: Open Foundation")
    >>> keys([llama2, llama])
    ('touvron2023llama2', 'touvron2023llama')
    """
    chosen = key_options(options)
    everything = _as_works(works)
    unnamed = [work for work in everything if work.id is None]
    made = iter(_make_unique(unnamed, chosen, [*_reserved(reserved), *_ids(everything)]))
    return tuple(next(made) if work.id is None else work.id for work in everything)


def with_ids(
    works: Iterable[Work], *, reserved: Iterable[str] = (), **options: Unpack[KeyFields]
) -> tuple[Work, ...]:
    """Give each work that has no id its key as id; the others stay as they are.

    Args and errors are those of `keys`.

    >>> [work.id for work in with_ids([Work(authors="Plato", title="Republic")])]
    ['platorepublic']
    """
    everything = _as_works(works)
    if all(work.id is not None for work in everything):
        return everything
    made = keys(everything, reserved=reserved, **options)
    return tuple(
        work.evolve(id=key) if work.id is None else work
        for work, key in zip(everything, made, strict=True)
    )


def _as_works(works: Any) -> tuple[Work, ...]:
    check_row(works, "works")
    everything = tuple(works)
    for work in everything:
        check_type(work, Work, "a Work")
    return everything


def _make(work: Work, options: KeyOptions, extra: int = 0) -> str:
    pattern = parse_pattern(options.pattern)
    lends = pattern.has("family") and pattern.has("title", "shorttitle")
    parts = WorkParts(work, options, extra=extra, lends_title=lends)
    return pattern.fill(parts) or parts.type()


def _make_unique(works: list[Work], options: KeyOptions, taken: Iterable[str]) -> tuple[str, ...]:
    return resolve(
        [_make(work, options) for work in works],
        longer=lambda index: _make(works[index], options, extra=1),
        order=lambda index: _content_order(works[index], options),
        taken=taken,
    )


def _ids(works: Iterable[Work]) -> Iterable[str]:
    return (work.id for work in works if work.id is not None)


def _reserved(reserved: Any) -> tuple[str, ...]:
    """Check the reserved keys: of a single string, every letter would count."""
    is_list = isinstance(reserved, Iterable) and not isinstance(reserved, str)
    found = tuple(reserved) if is_list else (None,)
    if all(isinstance(each, str) for each in found):
        return cast("tuple[str, ...]", found)
    hint = 'give a list or a set of keys, such as ["touvron2023llama"]'
    raise OptionError("not a list of keys", field="reserved", value=reserved, hint=hint)


_SEQUEL_DIGITS = 10


def _content_order(work: Work, options: KeyOptions) -> tuple[Any, ...]:
    """Sort works of one key: sequels by their number, then by date, title, and all the rest.

    That a number after the first word comes first lets LLaMA keep `touvron2023llama` before
    Llama 2 whatever is known of their dates.
    """
    words = tuple(word.lower() for word in WorkParts(work, options).words)
    second = next(iter(words[1:]), "")
    sequel = int(second) if second.isdecimal() and len(second) < _SEQUEL_DIGITS else 0
    return (sequel, _date_order(work), words, repr(work))


def _date_order(work: Work) -> tuple[int, ...]:
    """Earlier first; what is not known exactly comes last."""
    date = work.issued
    first = (date.start or date.end) if isinstance(date, DateRange) else date
    if not isinstance(first, PartialDate):
        return (1, 0, 0, 0)
    return (0, first.year, first.month or 13, first.day or 32)
