"""Lists of names: whole, in the page's alphabet; where they are long, page by page in the order of their addresses."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from relations.sorting import by_name
from relations.upto import up_to

WHOLE, SIZE = 300, 60


@dataclass(frozen=True)
class Names:
    """Rows, and the slugs that the pages around them begin after."""

    rows: list[Any]
    is_cut: bool = False
    after: str = ""
    next: str = ""


def listed(request: HttpRequest, every: QuerySet[Any], rows: QuerySet[Any], name: str = "name") -> Names:
    """The rows among `every` that are shown."""
    if up_to(every, WHOLE + 1) <= WHOLE:
        return Names(list(by_name(rows, name)))
    after = request.GET.get("after", "")[:120]
    found = list(rows.filter(slug__gt=after).order_by("slug")[: SIZE + 1])
    return Names(found[:SIZE], True, after, found[SIZE - 1].slug if len(found) > SIZE else "")
