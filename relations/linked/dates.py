"""EDTF as the dates of linked data, never more precise than the source: ISO 8601, cut short where it is. Pure.

What is approximate, uncertain, a season or a decade has no such notation and gives nothing: the page says it in words.
"""

import re
from calendar import monthrange
from datetime import date

WHOLE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?\Z", re.ASCII)
LENGTHS = {4: "Y", 7: "M", 10: "D"}


def single(edtf: str) -> str:
    """A date that is one year, month or day; empty for everything else."""
    return edtf if WHOLE.match(edtf) else ""


def ends(edtf: str) -> tuple[str, str]:
    """First and last part of an interval; a single date is its own start and has no end."""
    start, slash, end = edtf.partition("/")
    return single(start), single(end) if slash else ""


def coverage(edtf: str) -> str:
    """A date or a closed or open interval, as ISO 8601 writes it; empty where an end is vague."""
    start, end = ends(edtf)
    if "/" not in edtf or (start and end):
        return f"{start}/{end}" if end else start
    return f"{start}/.." if start and edtf.endswith("/..") else ""


def duration(edtf: str) -> str:
    """How long a period is, in its own unit: P1Y for 2016, P11M for 2025-01/2025-11; empty where it is not closed."""
    start, end = ends(edtf)
    end = end or (start if "/" not in edtf else "")
    if not (start and end and len(start) == len(end)):
        return ""
    unit = LENGTHS[len(start)]
    return f"P{_count(start, end, unit)}{unit}"


def _count(start: str, end: str, unit: str) -> int:
    first, last = _day(start), _day(end)
    if unit == "D":
        return (last - first).days + 1
    years = last.year - first.year
    return years + 1 if unit == "Y" else years * 12 + last.month - first.month + 1


def _day(text: str) -> date:
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    return date(year, month, min(day, monthrange(year, month)[1]))
