"""Answers that are no plain list of records: the timeline, series of figures, disagreements, search."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.db.models import F
from django.http import HttpRequest
from django.utils.translation import gettext as _

from relations.amounts import print_quantity
from relations.dates import print_date
from relations.export.ndjson import CITATION
from relations.export.records import Columns, says
from relations.models import Citation, Figure, Record, Relationship, Source
from relations.search.among import Among
from relations.search.answer import answer
from relations.search.index import bring_up_to_date
from relations.search.places import page_by_rank
from relations.templatetags.record_tags import LANGUAGES
from relations.timeline.counts import tally
from relations.views.evidence import FieldEvidence, disputed

from .answers import envelope, lang
from .asking import HITS
from .problems import BadParametersError, Fault
from .records import addresses, keyed, strict, turned_to, visible
from .told import Teller

LIGHT: Columns = {
    "kind": "kind",
    "slug": "slug",
    "title_tr": "title_tr",
    "title_en": "title_en",
    "date": "date",
    "date_earliest": "earliest",
    "date_latest": "latest",
    "relationship": "relationship.slug",
    "countries": "countries",
    "place": "place.slug",
    "consensus": "consensus",
}
POINT: Columns = {
    "slug": "slug",
    "period": "date",
    "period_earliest": "earliest",
    "period_latest": "latest",
    "value": "value",
    "qualifier": "qualifier",
    "step": "step",
    "deadline": "deadline",
    "consensus": "consensus",
}
POINTS = 2_000  # figures of an answer, the newest: a question of one indicator has fewer
FOUND: Columns = {name: LIGHT[name] for name in ("kind", "slug", "title_tr", "title_en", "date", "relationship")}


SUMMARISED: Columns = {**FOUND, **{f"summary_{code}": f"summary_{code}" for code in LANGUAGES}}
LIGHTLY, IN_SHORT = Teller(Record, LIGHT), Teller(Record, SUMMARISED)


def light(keys: Iterable[int], language: str, teller: Teller = LIGHTLY) -> dict[int, dict[str, Any]]:
    """Records with little of each, by key: one query."""
    return {key: _light(told, language) for key, told in teller.tell(list(keys))}


def _light(told: dict[str, Any], language: str) -> dict[str, Any]:
    told |= addresses(told["kind"], told["slug"], language)
    if not language:
        return told
    return {
        **told,
        "title": told[f"title_{language}"],
        "printed_date": print_date(told["date"] or "", language) or None,
    }


def timeline(request: HttpRequest) -> dict[str, Any]:
    """Records in the order of their dates, light, with how many the filters leave by kind and years."""
    filters = strict(request)
    page = keyed(request, filters)
    found = light([row.pk for row in page], lang(request))
    counts: dict[tuple[Any, ...], int] = {}
    for group in tally(filters).shown:
        about = (group.kind, group.first, group.last)
        counts[about] = counts.get(about, 0) + group.records
    ordered = sorted(counts, key=lambda about: (about[0], about[1] or 0, about[2] or 0))
    names = ("kind", "first_year", "last_year", "records")
    density = [dict(zip(names, (*about, counts[about]), strict=True)) for about in ordered]
    return {**envelope(request, [found[row.pk] for row in page], page.next, page.previous), "density": density}


def series(request: HttpRequest) -> dict[str, Any]:
    """Figures of a pair in rows that may be drawn as lines: one reporter, direction, unit and part each."""
    newest_first = (F("earliest").desc(nulls_last=True), "-slug")
    newest = list(_asked(request).select_related("reporter").order_by(*newest_first)[: POINTS + 1])
    oldest_first = newest[:POINTS][::-1]
    ordered = sorted(oldest_first, key=_series)
    told = [_row(list(group), lang(request)) for _about, group in groupby(ordered, key=_series)]
    return {"items": told, "older_left_out": len(newest) > POINTS}


def _series(figure: Figure) -> tuple[str, ...]:
    """What figures of one series have in common."""
    about = ("indicator", "origin_id", "destination_id", "unit", "breakdown", "is_target")
    return (*(str(getattr(figure, name) or "") for name in about), figure.reporter.slug)


def _asked(request: HttpRequest) -> Any:
    """The figures that the address asks for."""
    pair = pair_of(request)
    columns = {"indicator": "indicator__in", "origin": "origin", "destination": "destination"}
    columns |= {"breakdown": "breakdown", "reporter": "reporter__slug"}
    asked = {name: request.GET.getlist(name) for name in columns}
    conditions = {columns[name]: given if name == "indicator" else given[-1] for name, given in asked.items() if given}
    figures = Figure.objects.filter(pk__in=visible().filter(kind="figure").values("pk"))
    return figures.concerning([pair] if pair else []).filter(**conditions)


def pair_of(request: HttpRequest) -> Relationship | None:
    """The pair that the address names."""
    slug = request.GET.get("pair", "")
    pair = Relationship.objects.filter(slug=slug).first() if slug else None
    if slug and pair is None:
        raise BadParametersError([Fault("pair", slug, _("There is nothing with this slug."))])
    return pair


def _row(figures: list[Figure], language: str) -> dict[str, Any]:
    first = figures[0]
    return {
        "indicator": first.indicator,
        "from": first.origin_id,
        "to": first.destination_id,
        "reporter": first.reporter.slug,
        "unit": first.unit,
        "breakdown": first.breakdown or None,
        "target": first.is_target,
        "points": [_point(figure, language) for figure in figures],
    }


def _point(figure: Figure, language: str) -> dict[str, Any]:
    shown = (
        {"printed_date": print_date(figure.date, language), "printed_value": print_quantity(figure.quantity, language)}
        if language
        else {}
    )
    return {**says(figure, POINT), **addresses(figure.kind, figure.slug, language), **shown}


def disagreements(request: HttpRequest) -> dict[str, Any]:
    """Records on which sources differ, with every field on which they do and what each source says of it."""
    filters = strict(request)
    filters.differ = True
    page = keyed(request, filters)
    keys = [row.pk for row in page]
    found = light(keys, lang(request))
    citations = Citation.objects.filter(record__in=keys).select_related("source", "record", "record__as_figure")
    fields: dict[int, list[dict[str, Any]]] = {key: [] for key in keys}
    for evidence in disputed(citations):
        fields[evidence.record.pk].append(_field(evidence, lang(request)))
    return envelope(request, [{**found[key], "fields": fields[key]} for key in keys], page.next, page.previous)


def _field(evidence: FieldEvidence, language: str) -> dict[str, Any]:
    said = [
        {**says(line.citation, CITATION), **({"printed": line.says} if language else {})} for line in evidence.lines
    ]
    return {"field": evidence.lines[0].citation.field, "state": str(evidence.state), "citations": said}


def fresh_search(request: HttpRequest) -> dict[str, Any]:
    """The same of all that is there now: what changed is indexed first."""
    return search(request, is_true=bring_up_to_date())


def search(request: HttpRequest, *, is_true: bool = False) -> dict[str, Any]:
    """Records that answer, best first, as far as they are indexed; whether that is all of them."""
    filters, source = strict(request), _source(request)
    left = filters.apply(visible())
    left = left.filter(pk__in=Citation.objects.filter(source=source).values("record")) if source else left
    found = answer(request.GET["q"], Among(left, filters if is_true else None))
    size = int(request.GET.get("limit", HITS))
    page = turned_to(request, lambda after, before: page_by_rank(found.ranked, after, before, size))
    rows = _summarised([each.pk for each in page], lang(request))
    return {
        **envelope(request, [rows[each.pk] for each in page if each.pk in rows], page.next, page.previous),
        "total": len(found.keys),
        "total_is_cut": found.is_cut,
        "partial": found.partial,
        "suggestion": found.suggestion or None,
    }


def _source(request: HttpRequest) -> Source | None:
    slug = request.GET.get("source", "")
    source = Source.objects.filter(slug=slug).first() if slug else None
    if slug and source is None:
        raise BadParametersError([Fault("source", slug, _("There is nothing with this slug."))])
    return source


def _summarised(keys: list[int], language: str) -> dict[int, dict[str, Any]]:
    """Results with their summary: in the language asked for or preferred, else in the one that has it."""
    rows = light(keys, language, IN_SHORT)
    for row in rows.values():
        texts = [row[f"summary_{code}"] for code in ([language] if language else LANGUAGES)]
        row["summary"] = next((text for text in texts if text), None)
    return rows
