"""Answers that are no plain list of records: the timeline, series of figures, disagreements, findings, search."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from django.db.models import F
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import override

from relations.amounts import print_quantity
from relations.checks import kept
from relations.checks.base import Finding
from relations.checks.running import of_pair, of_site
from relations.checks.shown import ShownFinding, show
from relations.dates import print_date
from relations.export.ndjson import CITATION
from relations.export.records import Columns, says
from relations.models import Citation, Figure, FindingAnswer, KeptFinding, Record, Relationship, Source
from relations.pages.addresses import absolute, without_language
from relations.search.answer import answer
from relations.search.index import bring_up_to_date
from relations.templatetags.record_tags import LANGUAGES
from relations.timeline.counts import tally
from relations.views.evidence import FieldEvidence, disputed

from .answers import envelope, lang, turned
from .problems import BadParametersError, Fault
from .records import addresses, keyed, strict, visible
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


def checks(request: HttpRequest) -> dict[str, Any]:
    """What the checks found, by check and key: an order that stays while findings come and go."""
    pair = pair_of(request)
    findings = of_pair(pair) if pair else of_site()
    if findings is None:
        return _kept(request, pair)
    findings = sorted(findings, key=lambda each: (each.check, each.key))
    check, after = request.GET.get("check", ""), request.GET.get("after", "")
    name, _dot, key = after.partition(".")
    left = [each for each in findings if (each.check, each.key) > (name, key) and check in ("", each.check)]
    limit = int(request.GET.get("limit", 50))
    page = left[:limit]
    last = f"{page[-1].check}.{page[-1].key}" if len(left) > limit else ""
    return envelope(request, shown(page, lang(request)), after=last)


def _kept(request: HttpRequest, pair: Relationship | None) -> dict[str, Any]:
    """The same of what a command found, where there is too much to be compared on a request."""
    run = kept.latest()
    name, _dot, key = request.GET.get("after", "").partition(".")
    check, limit = request.GET.get("check", ""), int(request.GET.get("limit", 50))
    rows = kept.of_run(run, pair) if run else KeptFinding.objects.none()
    rows = rows.filter(check_name__gte=name).exclude(check_name=name, key__lte=key)
    rows = rows.filter(check_name=check) if check else rows
    page = list(rows.order_by("check_name", "key")[: limit + 1])
    last = f"{page[limit - 1].check_name}.{page[limit - 1].key}" if len(page) > limit else ""
    answers = kept.answers_to(row.key for row in page)
    told = [_told(row, answers.get((row.check_name, row.key)), lang(request)) for row in page[:limit]]
    return envelope(request, told, after=last)


def _told(row: KeptFinding, answered: FindingAnswer | None, language: str) -> dict[str, Any]:
    kept_as = row.document
    lines = [
        {
            **{f"label_{code}": kept_as[code]["lines"][at][0] for code in LANGUAGES},
            **{f"value_{code}": kept_as[code]["lines"][at][1] for code in LANGUAGES},
            "html_url": absolute(line["url"]) if line["url"] else None,
        }
        for at, line in enumerate(kept_as["lines"])
    ]
    return {
        "check": row.check_name,
        "key": row.key,
        "field": kept_as["field"] or None,
        "records": kept_as["records"],
        **{f"text_{code}": kept_as[code]["text"] for code in LANGUAGES},
        "lines": lines,
        "answer": _answer(answered),
        **({"text": kept_as[language]["text"]} if language else {}),
    }


def shown(findings: Sequence[Finding], language: str) -> list[dict[str, Any]]:
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
    return {
        "check": finding.check,
        "key": finding.key,
        "field": finding.field or None,
        "records": [record.slug for record in finding.records],
        **{f"text_{code}": each.text for code, each in told.items()},
        "lines": [_line(at, told) for at in range(len(finding.lines))],
        "answer": _answer(next(iter(told.values())).answer),
        **({"text": told[language].text} if language else {}),
    }


def _answer(answered: FindingAnswer | None) -> dict[str, Any] | None:
    reasons = {f"reason_{code}": getattr(answered, f"reason_{code}") or None for code in LANGUAGES} if answered else {}
    return {"accepted": answered.accepted or None, **reasons} if answered else None


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
    rows = light(keys, language, IN_SHORT)
    for row in rows.values():
        texts = [row[f"summary_{code}"] for code in ([language] if language else LANGUAGES)]
        row["summary"] = next((text for text in texts if text), None)
    return rows
