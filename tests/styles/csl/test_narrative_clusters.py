"""Cites in the sentence that stand together in one citation."""

import citekit

ROE = citekit.Work(id="roe", title="R", type="book", authors="Jane Roe", issued=2001)
DOE = citekit.Work(id="doe", title="D", type="book", authors="John Doe", issued=2000)


def cited(*cites: citekit.Cite) -> str:
    found = citekit.render([ROE, DOE], "chicago-author-date", citations=[citekit.Citation(cites)])
    return found.citations[0]


class TestSeveral:
    """ "narrative: Name the author in the sentence, the rest in parentheses" (citekit.Cite)"""

    def test_each_names_its_author(self) -> None:
        both = (citekit.Cite("roe", narrative=True), citekit.Cite("doe", narrative=True))
        assert cited(*both) == "Roe (2001); Doe (2000)"

    def test_one_of_them(self) -> None:
        assert cited(citekit.Cite("roe", narrative=True), citekit.Cite("doe")) == (
            "Roe (2001); (Doe 2000)"
        )

    def test_the_author_alone(self) -> None:
        both = (citekit.Cite("roe", author_only=True), citekit.Cite("doe", author_only=True))
        assert cited(*both) == "Roe; Doe"

    def test_none_of_them(self) -> None:
        assert cited(citekit.Cite("roe"), citekit.Cite("doe")) == "(Roe 2001; Doe 2000)"
