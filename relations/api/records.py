"""Records as the files to download have them, with addresses, and in a language where one is asked for."""

from collections.abc import Callable, Collection, Iterable, Mapping
from decimal import Decimal
from typing import Any, TypeVar

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from relations.amounts import Quantity, print_quantity
from relations.changes.reading import as_of, document_of, gone, renamed
from relations.dates import print_date
from relations.export import public
from relations.models import FormerName, Kind, RecordVersion
from relations.models.records import RecordQuerySet
from relations.pages.addresses import absolute, without_language
from relations.paging import NEWEST, OLDEST, CursorError, Key, Page
from relations.paths import path_of
from relations.templatetags.record_tags import LANGUAGES
from relations.timeline import Filters, read_filters
from relations.timeline.filters import everything
from relations.timeline.keys import page_under

from .answers import envelope, lang
from .asking import LIMIT
from .problems import BadParametersError, Fault, RemovedError, RenamedError
from .shapes import ALWAYS, BY_KIND, RECORD
from .told import ATTACHED, OF_KIND, attached

T = TypeVar("T")


def visible() -> RecordQuerySet:
    """What the files hold too: published, and a meeting only where its council is."""
    return everything().filter(public.leaves(""))


def strict(request: HttpRequest, kind: str = "") -> Filters:
    """The site's filters, which here refuse what pages leave out with a notice."""
    filters = read_filters(request.GET, kind)
    known = {"pair": set(filters.pair_slugs)}
    known |= {name: {row.slug} if row else set() for name, row in _named(filters).items()}
    faults = [
        Fault(name, value, _("There is nothing with this slug."))
        for name, slugs in known.items()
        for value in request.GET.getlist(name)
        if value not in slugs
    ]
    if not faults and filters.ignored:
        faults = [Fault("from", request.GET.get("from"), _("The first year is later than the last."))]
    if faults:
        raise BadParametersError(faults)
    return filters


def _named(filters: Filters) -> dict[str, Any]:
    return {"person": filters.person, "place": filters.place}


def wanted(request: HttpRequest, known: Collection[str]) -> set[str]:
    """The properties that `fields` names; every one where it is not given."""
    asked = [name for name in request.GET.get("fields", "").split(",") if name]
    faults = [Fault("fields", name, _("There is no such property.")) for name in asked if name not in known]
    if faults:
        raise BadParametersError(faults)
    return {*asked, *ALWAYS} if asked else set(known)


def listed(request: HttpRequest, kind: str = "") -> dict[str, Any]:
    """A page of records under the filters of the address."""
    fields = wanted(request, BY_KIND[kind] if kind else RECORD)
    filters = strict(request, kind)
    page = keyed(request, filters)
    found = rows([key.pk for key in page], fields, lang(request), [kind] if kind else filters.kinds or Kind.values)
    return envelope(request, [found[key.pk] for key in page if key.pk in found], page.next, page.previous)


def keyed(request: HttpRequest, filters: Filters) -> Page[Key]:
    """The page of keys that the address asks for."""
    order = OLDEST if filters.oldest_first else NEWEST
    size = int(request.GET.get("limit", LIMIT))
    return turned_to(request, lambda after, before: page_under(filters, order, after, before, size, visible))


def turned_to(request: HttpRequest, page: Callable[[str, str], Page[T]]) -> Page[T]:
    """The page at the position that the address names."""
    after, before = (request.GET.get(name, "") for name in ("after", "before"))
    if after and before:
        raise BadParametersError([Fault("before", before, _("Give either after or before, not both."))])
    try:
        return page(after, before)
    except CursorError as error:
        name = "after" if after else "before"
        raise BadParametersError(
            [Fault(name, after or before, _("This is no position in the list: take it from next or prev."))]
        ) from error


def one(request: HttpRequest, slug: str, kind: str = "") -> dict[str, Any]:
    """A record by its slug."""
    fields = wanted(request, BY_KIND[kind] if kind else RECORD)
    found = visible().filter(slug=slug, **({"kind": kind} if kind else {})).values_list("pk", "kind").first()
    if found is None:
        raise _elsewhere(slug, kind, lang(request))
    if "as-of" in request.GET:
        return _then(found[0], request, fields)
    return rows(found[:1], fields, lang(request), kinds=found[1:])[found[0]]


def _then(key: int, request: HttpRequest, fields: Collection[str]) -> dict[str, Any]:
    """A record as it stood at a revision, under the address that it has today."""
    version = as_of(key, int(request.GET["as-of"]))
    if version is None:
        raise Http404(request.GET["as-of"])
    told = dict(document_of(version))
    told |= addresses(version.kind, version.slug, lang(request))
    told |= in_language(told, lang(request))
    return {name: value for name, value in told.items() if name in fields}


def _elsewhere(slug: str, kind: str, language: str) -> Exception:
    """Why there is no such record: it has another name now, it was removed, or it never was."""
    if record := renamed(slug):
        return RenamedError(f"/api/v1/{Kind(record.kind).plural_slug}/{record.slug}")
    if last := gone(slug, kind):
        return RemovedError(called(last, language))
    return Http404(slug)


def called(last: RecordVersion | FormerName, language: str) -> str:
    """What a thing that is gone was called, in this language where it had a title."""
    titles = (getattr(last, f"title_{code}") for code in (language, *LANGUAGES) if code)
    return next((title for title in titles if title), last.slug)


def rows(
    keys: Iterable[int], fields: Collection[str] = RECORD, language: str = "", kinds: Iterable[str] = Kind.values
) -> dict[int, dict[str, Any]]:
    """What these records say, by key; as many queries for a hundred as for one of each kind."""
    keys = list(keys)
    beside = {name: attached(name, keys) for name in ATTACHED if name in fields}
    found: dict[int, dict[str, Any]] = {}
    for kind in kinds:
        for key, told in OF_KIND[kind].tell(keys):
            told |= {name: each[key] for name, each in beside.items()}
            told |= addresses(kind, told["slug"], language)
            told |= in_language(told, language)
            found[key] = told if fields is RECORD else {name: told[name] for name in told if name in fields}
    return found


def addresses(kind: str, slug: str, language: str = "") -> dict[str, str]:
    """Where a record is, for programs and for people; without a language its page is in the reader's own."""
    path = f"/api/v1/{Kind(kind).plural_slug}/{slug}"
    return {
        "id": absolute(path_of("id:record", slug)),
        "api_url": absolute(path),
        "html_url": page_address(kind, slug, language),
    }


def page_address(name: str, slug: str, language: str = "") -> str:
    """The page of a thing, by the name of its address."""
    path = path_of(name, slug, language or None)
    return absolute(path if language else without_language(path))


def in_language(told: Mapping[str, Any], language: str) -> dict[str, Any]:
    """What a page of this language shows, where one is asked for; None where the language has no text."""
    if not language:
        return {}
    texts = {name: told[f"{name}_{language}"] for name in ("title", "summary")}
    figure = {"printed_value": printed_value(told, language)} if told["kind"] == Kind.FIGURE else {}
    return {**texts, "printed_date": print_date(told["date"] or "", language) or None, **figure}


def printed_value(told: Mapping[str, Any], language: str) -> str:
    """A figure's value with its unit and qualifier."""
    step = None if told["step"] is None else Decimal(str(told["step"]))
    quantity = Quantity(Decimal(str(told["value"])), told["unit"], told["qualifier"], step)
    return print_quantity(quantity, language)
