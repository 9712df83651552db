"""Dates: text or CSL-JSON in, plain parts out, and back to EDTF or CSL-JSON."""

from citekit.exports import lazily

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from citekit.parsing.dates.csl import parse_csl_date, to_csl_date
    from citekit.parsing.dates.edtf import format_edtf, parse_edtf
    from citekit.parsing.dates.parts import (
        MAX_YEAR,
        DateLiteral,
        DateRange,
        NoDate,
        ParsedDate,
        PartialDate,
        days_in_month,
        is_leap_year,
    )
    from citekit.parsing.dates.read import MAX_DATE_LENGTH, date_text, parse_date

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
    "parse_edtf",
    "to_csl_date",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazily(
        __name__,
        {
            "csl": "parse_csl_date to_csl_date",
            "parts": (
                "MAX_YEAR DateLiteral DateRange NoDate ParsedDate PartialDate "
                "days_in_month is_leap_year"
            ),
            "edtf": "format_edtf parse_edtf",
            "read": "MAX_DATE_LENGTH date_text parse_date",
        },
    )
