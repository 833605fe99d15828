"""What records point at: countries, people, institutions, sources and pairs, under the columns of their files."""

from collections.abc import Collection, Mapping
from typing import Any

from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from relations import pairs, profile
from relations.changes.reading import PUBLIC, ended, renamed
from relations.export import fixture, public
from relations.export.records import plain
from relations.models import Country, Relationship
from relations.pages.addresses import absolute
from relations.pages.identifiers import NOUNS

from .answers import envelope, lang
from .problems import BadParametersError, Fault, RemovedError, RenamedError
from .records import called, page_address, rows
from .shapes import MODELS, TABLE_PROPERTIES

PAGES = {plural: noun for noun, plural in NOUNS.items()}


def wanted(request: HttpRequest, name: str) -> set[str]:
    """The properties that `fields` names; the key and the addresses always."""
    known = set(TABLE_PROPERTIES[name])
    asked = [each for each in request.GET.get("fields", "").split(",") if each]
    faults = [Fault("fields", each, _("There is no such property.")) for each in asked if each not in known]
    if faults:
        raise BadParametersError(faults)
    always = {key_of(MODELS[name]), "id", "api_url", "html_url"}
    return {*asked, *always} if asked else known


def key_of(model: type[Model]) -> str:
    return "code" if model is Country else "slug"


def listed(request: HttpRequest, name: str) -> dict[str, Any]:
    """A page of a table, in the order of its keys, byte by byte on either engine."""
    fields = wanted(request, name)
    model, limit = MODELS[name], int(request.GET.get("limit", 50))
    found = public.rows(model).annotate(its_key=public.Bytewise(key_of(model)))
    after = request.GET.get("after", "")
    page = found.filter(its_key__gt=after.upper() if model is Country else after) if after else found
    told = told_of(page[: limit + 1], name, fields, lang(request))
    last = told[limit - 1][key_of(model)] if len(told) > limit else ""
    return envelope(request, told[:limit], after=last.lower())


def one(request: HttpRequest, name: str, key: str) -> dict[str, Any]:
    """A row by its key; a country's code in whatever letters."""
    fields = wanted(request, name)
    model = MODELS[name]
    key = key.upper() if model is Country else key
    found = told_of(public.rows(model).filter(**{key_of(model): key}), name, fields, lang(request))
    if not found:
        raise _elsewhere(name, key, lang(request))
    return found[0]


def _elsewhere(name: str, key: str, language: str) -> Exception:
    """Why there is no such row: it has another name now, it was deleted, or nobody may see one."""
    noun = PAGES.get(name, "")
    if noun in PUBLIC:
        if (thing := renamed(key, noun)) and public.rows(MODELS[name]).filter(pk=thing.pk).exists():
            return RenamedError(f"/api/v1/{name}/{thing.slug}")
        if last := ended(key, noun):
            return RemovedError(called(last, language))
    return Http404(key)


def told_of(found: QuerySet[Any], name: str, fields: Collection[str], language: str) -> list[dict[str, Any]]:
    """What rows say."""
    columns = fixture.columns(MODELS[name])
    told = []
    for row in public.stream(found, columns):
        says = {column.name: _single(plain(fixture.value(row, column))) for column in columns}
        says |= _addresses(name, getattr(row, key_of(MODELS[name])), language)
        says |= in_language(says, language) if language else {}
        told.append({key: value for key, value in says.items() if key in fields})
    return told


def _single(value: Any) -> Any:
    """A natural key without its list."""
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def _addresses(name: str, key: str, language: str) -> dict[str, str]:
    path = f"/api/v1/{name}/{key.lower()}"
    if name not in PAGES:
        return {"api_url": absolute(path)}
    page = PAGES[name]
    lasting = absolute(reverse("id:noun", args=[page, key.lower()]))
    return {"id": lasting, "api_url": absolute(path), "html_url": page_address(page, key.lower(), language)}


def in_language(says: Mapping[str, Any], language: str) -> dict[str, Any]:
    """The translated columns without their language; None where it has no text."""
    ending = f"_{language}"
    return {name.removesuffix(ending): value for name, value in says.items() if name.endswith(ending)}


def relationships(request: HttpRequest) -> dict[str, Any]:
    """Pairs with how much is on record of each; one query more."""
    page = listed(request, "relationships")
    counted = numbers([row["slug"] for row in page["items"]])
    return {**page, "items": [{**row, **counted[row["slug"]]} for row in page["items"]]}


def relationship(request: HttpRequest, slug: str) -> dict[str, Any]:
    """A pair with its latest key figures, every reporter's by itself."""
    says = one(request, "relationships", slug)
    pair = Relationship.objects.get(slug=slug)
    keys = [figure.pk for figure in profile.key_figures(profile.figures(pair))]
    figures = rows(keys, language=lang(request), kinds=["figure"])
    return {**says, **numbers([slug])[slug], "key_figures": [figures[key] for key in keys if key in figures]}


def numbers(slugs: Collection[str]) -> dict[str, dict[str, Any]]:
    """How many records a pair has of its own, in which years, and what happened last."""
    found = pairs.entries(pairs.BY_SLUG.objects(list(slugs)))
    return {each.pair.slug: _number(each) for each in found}


def _number(entry: pairs.PairEntry) -> dict[str, Any]:
    latest = entry.latest.slug if entry.latest else None
    return {
        "records": entry.records,
        "first_year": entry.first_year,
        "last_year": entry.last_year,
        "latest": latest,
    }
