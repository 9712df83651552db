"""arXiv's archives, by which its old identifiers and its subject classes begin.

Source: arXiv, "Category Taxonomy" and "arXiv monthly submissions by archive" (info.arxiv.org).
"""

from __future__ import annotations

__all__ = ["CURRENT_ARCHIVES", "OLD_ARCHIVES"]

OLD_ARCHIVES: frozenset[str] = frozenset(
    """
    acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas
    cond-mat cs dg-ga funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin
    nucl-ex nucl-th patt-sol physics plasm-ph q-alg q-bio quant-ph solv-int supr-con
    """.split()
)
"""Archives that gave identifiers of the form ``archive/YYMMNNN``, until March 2007."""

CURRENT_ARCHIVES: frozenset[str] = OLD_ARCHIVES | {"econ", "eess", "q-fin", "stat"}
"""Archives that subject classes such as ``cs.CL`` begin with."""
