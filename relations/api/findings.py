"""What the checks found: worked out on the request where that is little, else as a command has kept it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest
from django.utils.translation import override

from relations.checks import kept
from relations.checks.base import Finding
from relations.checks.running import of_pair, of_site
from relations.checks.shown import ShownFinding, show
from relations.models import FindingAnswer, KeptFinding, Relationship
from relations.pages.addresses import absolute, without_language
from relations.templatetags.record_tags import LANGUAGES

from .answers import envelope, lang
from .found import pair_of


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
