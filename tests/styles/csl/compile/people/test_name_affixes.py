"""Specification of affixes on cs:name and cs:name-part, which CSL 1.0.2 gives to "names".

As in citeproc-js they stand around the names of people; formatting takes in organizations, too.
"""

from __future__ import annotations

import pytest

from styles.csl.small import cite, item

WORK = item(author=["IMF", "Doe, Jane"])


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ('<name prefix="[" suffix="]"/>', "IMF, [Jane Doe]"),
        ('<name><name-part name="family" prefix="[" suffix="]"/></name>', "IMF, Jane [Doe]"),
        ('<name form="short" suffix="."/>', "IMF, Doe."),
    ],
)
def test_affixes(name: str, shown: str) -> None:
    assert cite(f'<names variable="author">{name}</names>', WORK) == shown


def test_a_space_before_et_al_is_one() -> None:
    name = '<name suffix=" " et-al-min="2" et-al-use-first="1" delimiter-precedes-et-al="never"/>'
    work = item(author=["Doe, Jane", "Roe, Bo"])
    assert cite(f'<names variable="author">{name}</names>', work) == "Jane Doe et al. "
