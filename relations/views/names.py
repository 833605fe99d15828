"""Lists of names: whole, in the page's alphabet; where they are long, page by page in the order of their addresses."""

from dataclasses import dataclass

from django.db.models import Model
from django.http import HttpRequest

from relations.seen import seen
from relations.serving.memo import per_revision
from relations.sorting import by_name
from relations.upto import up_to

WHOLE, SIZE = 300, 60


@dataclass(frozen=True)
class Names:
    """The keys of what is shown, and the slugs that the pages around it begin after."""

    keys: tuple[int, ...]
    is_cut: bool = False
    after: str = ""
    next: str = ""


def listed(request: HttpRequest, model: type[Model], name: str = "name") -> Names:
    """The people, institutions or sources that are shown: whatever stands in a published record."""
    return _names(model, name, request.GET.get("after", "")[:120])


@per_revision(maxsize=256)
def _names(model: type[Model], name: str, after: str) -> Names:
    rows = seen(model)
    if not is_long(model):
        return Names(tuple(by_name(rows, name).values_list("pk", flat=True)))
    found = list(rows.filter(slug__gt=after).order_by("slug").values_list("pk", "slug")[: SIZE + 1])
    keys = tuple(pk for pk, _slug in found[:SIZE])
    return Names(keys, True, after, found[SIZE - 1][1] if len(found) > SIZE else "")


@per_revision(maxsize=8)
def is_long(model: type[Model]) -> bool:
    """Whether there are too many of something for a page."""
    return up_to(model._default_manager.all(), WHOLE + 1) > WHOLE
