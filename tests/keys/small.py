"""Works for the tests of citation keys."""

from __future__ import annotations

import re
from typing import Any

from citekit.model.work import Work

VALID = re.compile(r"[A-Za-z0-9:._+/-]+")

LLAMA = Work(
    authors="Hugo Touvron, Thibaut Lavril, et al.",
    issued="2023-02-27",
    title="LLaMA: Open and Efficient Foundation Language Models",
)
TSNE = Work(
    authors="Laurens van der Maaten, Geoffrey Hinton",
    issued=2008,
    title="Visualizing Data using t-SNE",
)


def work(**values: Any) -> Work:
    """Make a work by Ada Doe of 2020 unless told otherwise."""
    return Work(**{"authors": "Ada Doe", "issued": 2020, "title": "Deep Nets", **values})
