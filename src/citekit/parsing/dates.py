"""Dates: text or CSL-JSON in, plain parts out, and back to EDTF or CSL-JSON.

This module only gathers the names; the work is done in `read_dates` (which reader is asked),
`edtf`, `prose_dates`, `csl_dates` and `date_parts` (what a date can be).
"""

from __future__ import annotations

from citekit.parsing.csl_dates import parse_csl_date, to_csl_date
from citekit.parsing.date_parts import (
    MAX_YEAR,
    DateLiteral,
    DateRange,
    NoDate,
    ParsedDate,
    PartialDate,
    days_in_month,
    is_leap_year,
)
from citekit.parsing.edtf import format_edtf
from citekit.parsing.read_dates import MAX_DATE_LENGTH, date_text, parse_date

__all__ = [
    "MAX_DATE_LENGTH",
    "MAX_YEAR",
    "DateLiteral",
    "DateRange",
    "NoDate",
    "ParsedDate",
    "PartialDate",
    "date_text",
    "days_in_month",
    "format_edtf",
    "is_leap_year",
    "parse_csl_date",
    "parse_date",
    "to_csl_date",
]
