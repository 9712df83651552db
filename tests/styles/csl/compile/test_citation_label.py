"""Labels made of a work: "[Ferr78]"."""

from __future__ import annotations

from typing import Any

import pytest

from styles.csl.small import cite, item


class TestCitationLabel:
    """citation-label is a "label identifying the item in in-text citations of label styles (e.g.
    "Ferr78"). May be assigned by the CSL processor based on item metadata" (CSL 1.0.2, "Standard
    Variables"): letters of the names or the title, and the year, as in citeproc-js."""

    LAYOUT = '<text variable="citation-label"/>'

    @pytest.mark.parametrize(
        ("values", "label"),
        [
            ({"author": ["Ferrari, Enzo"], "issued": (1978,)}, "Ferr78"),
            ({"author": ["King, M.", "O'Brien, F."], "issued": (2001,)}, "KiOb01"),
            (
                {"author": ["A, A.", "B, B.", "C, C.", "D, D.", "E, E."], "issued": (2005,)},
                "ABCD05",
            ),
            ({"author": ["U.S. Energy"], "issued": (2019,)}, "Usen19"),
            ({"author": ["The ISO"], "issued": (2010,)}, "Iso10"),
            ({"author": ["Nodate, Nina"]}, "Noda00"),
            ({"title": "The green new deal", "issued": (2019,)}, "Gree19"),
            ({"citation_label": "own", "author": ["Doe, J."]}, "own"),
        ],
    )
    def test_labels(self, values: dict[str, Any], label: str) -> None:
        assert cite(self.LAYOUT, item(**values)) == label

    def test_nothing_to_make_one_of(self) -> None:
        assert cite(self.LAYOUT + '<text value="-"/>', item(issued=(2001,))) == "-"
