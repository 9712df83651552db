"""All targets."""

from __future__ import annotations

from fuzz.targets import (
    authors,
    bibtex_files,
    command_line,
    documents,
    records,
    sizes,
    styles,
)
from fuzz.targets.target import Target

__all__ = ["TARGETS"]

TARGETS: tuple[Target, ...] = (
    *records.TARGETS,
    *bibtex_files.TARGETS,
    *authors.TARGETS,
    *documents.TARGETS,
    *styles.TARGETS,
    *sizes.TARGETS,
    *command_line.TARGETS,
)
