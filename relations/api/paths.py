"""Every address of the API. Summaries are translated where they are shown."""

from collections.abc import Callable, Iterator
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext_noop as _
from ninja import NinjaAPI, Query, Router

from relations.models import Kind

from . import asking, changes, findings, found, records, tables
from .answers import answer
from .problems import HANDLERS
from .replies import REPLIES
from .shapes import ProblemShape

LISTS = {
    "agreements": _("Agreements"),
    "visits": _("Visits"),
    "councils": _("Councils"),
    "meetings": _("Meetings of councils"),
    "milestones": _("Milestones"),
    "figures": _("Figures, each one reporter's number"),
}
TABLES = {
    "countries": _("Countries"),
    "places": _("Places"),
    "people": _("People"),
    "offices": _("Offices that people held"),
    "institutions": _("Institutions"),
    "reporters": _("Reporters: whose numbers the figures are"),
    "sources": _("Sources"),
}
ONE = _("One of them, by its slug")
UNKEPT = ("checks", "changes")  # stored findings and versions may follow after their revision
Make = Callable[[HttpRequest], dict[str, Any]]
Makes = Callable[[HttpRequest, str], dict[str, Any]]
router = Router()


def questions() -> Iterator[tuple[str, str, type[asking.Params], Make, str]]:
    """Path, summary, parameters, what finds the answer, and the group that the page shows it in."""
    yield "records", _("Records of every kind, with their citations"), asking.Records, records.listed, "records"
    for kind in Kind:
        name = kind.plural_slug
        yield name, LISTS[name], asking.OneKindOfRecord, of_kind(kind.value), "records"
    yield (
        "timeline",
        _("Timeline: a short entry for each record, and counts by year"),
        asking.Timeline,
        found.timeline,
        "records",
    )
    yield "search", _("Search, the best answer first"), asking.Search, found.fresh_search, "records"
    yield "relationships", _("Pairs of countries"), asking.Listing, tables.relationships, "pairs"
    yield (
        "series",
        _("Figures of a pair in series, each of one reporter, direction and unit"),
        asking.Series,
        found.series,
        "pairs",
    )
    yield (
        "disagreements",
        _("Where sources differ, field by field"),
        asking.Disagreements,
        found.disagreements,
        "evidence",
    )
    yield "checks", _("What the checks found"), asking.Checks, findings.checks, "evidence"
    yield "changes", _("What was added, changed or removed since a revision"), asking.Changes, changes.since, "evidence"
    for name, summary in TABLES.items():
        yield name, summary, asking.Listing, of_table(name), "reference"


def things() -> Iterator[tuple[str, str, Makes, str]]:
    """The lists whose items have an address of their own, and what finds one."""
    yield "records", ONE, records.one, "records"
    for kind in Kind:
        yield kind.plural_slug, ONE, one_of_kind(kind.value), "records"
    yield "relationships", _("A pair with its key figures"), tables.relationship, "pairs"
    for name in TABLES:
        yield name, ONE, one_of_table(name), "reference"


def of_kind(kind: str) -> Make:
    return lambda request: records.listed(request, kind)


def one_of_kind(kind: str) -> Makes:
    return lambda request, slug: records.one(request, slug, kind)


def of_table(name: str) -> Make:
    return lambda request: tables.listed(request, name)


def one_of_table(name: str) -> Makes:
    return lambda request, slug: tables.one(request, name, slug)


def listing_view(params: type[asking.Params], make: Make, *, keep: bool) -> Callable[..., HttpResponseBase]:
    def view(request: HttpRequest, params: Query[params]) -> HttpResponseBase:  # type: ignore[valid-type]
        return answer(request, lambda: make(request), keep=keep)

    return view


def thing_view(make: Makes, params: type[asking.Params]) -> Callable[..., HttpResponseBase]:
    def view(request: HttpRequest, slug: Annotated[str, asking.Key], params: Query[params]) -> HttpResponseBase:  # type: ignore[valid-type]
        return answer(request, lambda: make(request, slug), keep="as-of" not in request.GET)

    return view


def add(path: str, name: str, summary: str, group: str, view: Callable[..., HttpResponseBase]) -> None:
    """Declare an address with its answer, and with every problem that it may answer instead."""
    wrong = dict.fromkeys((400, 404, 406, 410, 429, 500) if "{" in path else (400, 406, 429, 500), ProblemShape)
    view.__name__ = name
    replies = {200: REPLIES[name], **wrong}
    router.get(path, response=replies, summary=summary, by_alias=True, operation_id=name, url_name=name, tags=[group])(
        view
    )


for name, summary, params, make, group in questions():
    add(f"/{name}", name, summary, group, listing_view(params, make, keep=name not in UNKEPT))
for name, summary, makes, group in things():
    add(
        f"/{name}/{{slug}}",
        f"{name}_one",
        summary,
        group,
        thing_view(makes, asking.OneRecord if group == "records" else asking.One),
    )


def install(api: NinjaAPI) -> None:
    """Put the addresses and the handlers of what goes wrong into an API."""
    api.add_router("", router)
    for error, handler in HANDLERS.items():
        api.add_exception_handler(error, handler)
