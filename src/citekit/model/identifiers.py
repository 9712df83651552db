"""Identifiers: normalised, compared by value, each with its canonical link.

How each is read and checked, and the source of each rule, is in `citekit.parsing.identifiers`.
"""

from __future__ import annotations
