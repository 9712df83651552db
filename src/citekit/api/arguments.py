"""What the verbs are given: a work or works, each id once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from citekit.errors import DuplicateIdError
from citekit.keys.generator import with_ids
from citekit.model.values import check_row, check_type
from citekit.model.work import Work

__all__ = ["given_works", "works_with_ids"]


def given_works(works: Work | Iterable[Work]) -> tuple[Work, ...]:
    """Give works as a tuple, each id at most once."""
    listed = (works,) if isinstance(works, Work) else works
    check_row(listed, "a work or works")
    found = tuple(listed)
    for work in found:
        check_type(work, Work, "a work")
    _refuse_duplicates(found)
    return found


def works_with_ids(works: Work | Iterable[Work]) -> tuple[Work, ...]:
    """Give works with ids, each id once."""
    return with_ids(given_works(works))


def _refuse_duplicates(works: Sequence[Work]) -> None:
    seen: set[str] = set()
    for work in works:
        if work.id is not None and work.id in seen:
            raise DuplicateIdError(
                "two works have the same id",
                work=work.id,
                field="id",
                hint="give one another id, or drop it with work.evolve(id=None)",
            )
        seen.add(work.id or "")
