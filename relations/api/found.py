"""Answers that are no plain list of records: the timeline, series of figures, disagreements, findings, search."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import override

from relations.amounts import print_quantity
from relations.checks.base import Finding
from relations.checks.running import run_checks
from relations.checks.shown import ShownFinding, show
from relations.dates import print_date
from relations.export.ndjson import CITATION
from relations.export.records import Columns, says
from relations.models import Citation, Figure, Record, Relationship, Source
from relations.pages.addresses import absolute, without_language
from relations.search.answer import answer
from relations.search.index import bring_up_to_date
from relations.templatetags.record_tags import LANGUAGES
from relations.timeline.counts import tally
from relations.views.evidence import FieldEvidence, disputed

from .answers import envelope, lang, turned
from .problems import BadParametersError, Fault
from .records import addresses, keyed, strict, visible

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
FOUND: Columns = {name: LIGHT[name] for name in ("kind", "slug", "title_tr", "title_en", "date", "relationship")}


def light(keys: Iterable[int], language: str, columns: Columns = LIGHT) -> dict[int, dict[str, Any]]:
    """Records with little of each, by key: two queries."""
    joined = Record.objects.filter(pk__in=list(keys)).select_related("relationship", "place")
    found = joined.prefetch_related("countries") if "countries" in columns else joined
    return {record.pk: _light(record, language, columns) for record in found}


def _light(record: Any, language: str, columns: Columns) -> dict[str, Any]:
    told = {**says(record, columns), **addresses(record.kind, record.slug, language)}
    if not language:
        return told
    return {**told, "title": told[f"title_{language}"], "printed_date": print_date(record.date, language) or None}


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
    found = _asked(request).select_related("reporter").order_by("earliest", "slug")
    ordered = sorted(found, key=_series)
    told = [_row(list(group), lang(request)) for _about, group in groupby(ordered, key=_series)]
    return {"items": told}


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


def checks(request: HttpRequest) -> dict[str, Any]:
    """What the checks found, by check and key: an order that stays while findings come and go."""
    pair, found = pair_of(request), run_checks()
    findings = sorted(found.of_pair(pair) if pair else found.findings, key=lambda each: (each.check, each.key))
    check, after = request.GET.get("check", ""), request.GET.get("after", "")
    name, _dot, key = after.partition(".")
    left = [each for each in findings if (each.check, each.key) > (name, key) and check in ("", each.check)]
    limit = int(request.GET.get("limit", 50))
    page = left[:limit]
    last = f"{page[-1].check}.{page[-1].key}" if len(left) > limit else ""
    return envelope(request, shown(page, lang(request)), after=last)


def shown(findings: list[Finding], language: str) -> list[dict[str, Any]]:
    """Findings in both languages, and once more in the one that is asked for."""
    by_language: dict[str, list[ShownFinding]] = {}
    for code in LANGUAGES:
        with override(code):
            by_language[code] = show(findings)
    return [
        _finding(finding, {code: each[at] for code, each in by_language.items()}, language)
        for at, finding in enumerate(findings)
    ]


def _finding(finding: Finding, told: Mapping[str, ShownFinding], language: str) -> dict[str, Any]:
    answered = next(iter(told.values())).answer
    reasons = {f"reason_{code}": getattr(answered, f"reason_{code}") or None for code in LANGUAGES} if answered else {}
    return {
        "check": finding.check,
        "key": finding.key,
        "field": finding.field or None,
        "records": [record.slug for record in finding.records],
        **{f"text_{code}": each.text for code, each in told.items()},
        "lines": [_line(at, told) for at in range(len(finding.lines))],
        "answer": {"accepted": answered.accepted or None, **reasons} if answered else None,
        **({"text": told[language].text} if language else {}),
    }


def _line(at: int, told: Mapping[str, ShownFinding]) -> dict[str, Any]:
    lines = {code: each.lines[at] for code, each in told.items()}
    first = next(iter(lines.values()))
    return {
        **{f"label_{code}": line.label for code, line in lines.items()},
        **{f"value_{code}": line.value for code, line in lines.items()},
        "html_url": absolute(without_language(first.url)) if first.url else None,
    }


def fresh_search(request: HttpRequest) -> dict[str, Any]:
    """The same of all that is there now: what changed is indexed first."""
    bring_up_to_date()
    return search(request)


def search(request: HttpRequest) -> dict[str, Any]:
    """Records that answer, best first, as far as they are indexed."""
    filters, source = strict(request), _source(request)
    left = filters.apply(visible())
    left = left.filter(pk__in=Citation.objects.filter(source=source).values("record")) if source else left
    found = answer(request.GET["q"], left)
    size, page = int(request.GET.get("limit", 20)), int(request.GET.get("page", 1))
    keys = found.keys[size * (page - 1) : size * page]
    rows = _summarised(keys, lang(request))
    more = size * page < len(found.keys)
    return {
        "items": [rows[key] for key in keys if key in rows],
        "total": len(found.keys),
        "total_is_cut": found.is_cut,
        "partial": found.partial,
        "suggestion": found.suggestion or None,
        "next": turned(request, page=page + 1 if more else ""),
        "prev": turned(request, page=page - 1 if page > 1 else ""),
    }


def _source(request: HttpRequest) -> Source | None:
    slug = request.GET.get("source", "")
    source = Source.objects.filter(slug=slug).first() if slug else None
    if slug and source is None:
        raise BadParametersError([Fault("source", slug, _("There is nothing with this slug."))])
    return source


def _summarised(keys: list[int], language: str) -> dict[int, dict[str, Any]]:
    """Results with their summary: in the language asked for or preferred, else in the one that has it."""
    both = {**FOUND, **{f"summary_{code}": f"summary_{code}" for code in LANGUAGES}}
    rows = light(keys, language, both)
    for row in rows.values():
        texts = [row[f"summary_{code}"] for code in ([language] if language else LANGUAGES)]
        row["summary"] = next((text for text in texts if text), None)
    return rows
