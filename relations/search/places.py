"""Places in a ranked answer: how well a record answers, its day and its slug, so that what is added moves nobody."""

import operator
import re
from collections.abc import Sequence

from relations.paging import CursorError, Page

from .ranking import Candidate, Rank

FORM = re.compile(r"(\d{1,8})\.(\d{1,7})\.([a-z0-9]+(?:-[a-z0-9]+)*)\Z", re.ASCII)


def read_place(text: str) -> Rank:
    """The place that a cursor names; raises CursorError."""
    found = FORM.match(text)
    if not found:
        raise CursorError(text[:40])
    score, day, slug = found.groups()
    return Rank(int(score), int(day), slug)


def page_by_rank(ranked: Sequence[Candidate], after: str, before: str, size: int) -> Page[Candidate]:
    """The candidates after or before a place, or the first, with the places around them; raises CursorError."""
    forward = bool(after) or not before
    cursor = read_place(after or before).order if after or before else None
    past = operator.gt if forward else operator.lt
    left = [each for each in ranked if cursor is None or past(each.rank.order, cursor)]
    page = left[:size] if forward else left[-size:]
    if not page:
        return Page([])
    more = len(left) > size
    earlier, later = (cursor is not None, more) if forward else (more, True)
    return Page(page, previous=str(page[0].rank) if earlier else "", next=str(page[-1].rank) if later else "")
