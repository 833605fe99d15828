"""Cells of a table: a number says what it says in its own row and column only."""

import re

from relations.reading.found import Span

from .reread import Case

NUMBERS = re.compile(r"\d[\d.,]*")


def is_own_cell(case: Case) -> bool:
    """Whether a cell stands in the row of its record's date and in the column of its record's breakdown."""
    claim, held = case.claim, case.held
    rows = [one for one in held.dates if one.span.end <= claim.span.start]
    own = {other.says for other in case.others if other.record == claim.record and other.base == "date"}
    if not rows or rows[-1].edtf not in own:
        return False
    before = NUMBERS.findall(Span(rows[-1].span.end, claim.span.start).of(held.text))
    return _column(case) in (len(before), None)


def _column(case: Case) -> int | None:
    """The number of the record's column: where its heading comes among those cited above; None where none is."""
    above = [one for one in case.others if one.base == "breakdown" and one.span.end <= case.claim.span.start]
    headings = sorted({one.span.start for one in above})
    own = [headings.index(one.span.start) for one in above if one.record == case.claim.record]
    return own[0] if own else (len(headings) or None)
