"""Findings that are kept: written by a command, a part of the records at a time, and shown a page at a time."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import override

from relations import newest
from relations.models import CheckRun, FindingAnswer, KeptFinding, KeptFindingRecord, Record, Relationship, Revision
from relations.nodes import reading
from relations.pages.addresses import without_language
from relations.templatetags.record_tags import LANGUAGES, language

from .base import Finding
from .running import of_parts
from .shown import ShownFinding, ShownLine, show

Document = dict[str, Any]


@dataclass(frozen=True)
class Kept:
    """What stands for a finding where only its words were kept."""

    check: str
    key: str
    records: tuple[Record, ...]


def keep(today: date) -> CheckRun:
    """Compare everything, and put what is found in the place of what was kept before.

    Readers go on with the former run until this one is whole.
    """
    run = CheckRun.objects.create(revision=Revision.current().number, day=today)
    numbers: Counter[str] = Counter()
    for findings in of_parts(today):
        with transaction.atomic():
            _write(run, findings)
        numbers.update(each.check for each in findings)
    CheckRun.objects.filter(pk=run.pk).update(numbers=dict(numbers), whole=True)
    CheckRun.objects.exclude(pk=run.pk).delete()
    run.refresh_from_db()
    return run


def _write(run: CheckRun, findings: Sequence[Finding]) -> None:
    documents = list(in_documents(findings))
    rows = [
        KeptFinding(
            run=run,
            check_name=each.check,
            key=each.key,
            document=document,
            relationship_id=each.records[0].relationship_id,
        )
        for each, document in zip(findings, documents, strict=True)
    ]
    written = KeptFinding.objects.bulk_create(rows, batch_size=200)
    KeptFindingRecord.objects.bulk_create(
        [
            KeptFindingRecord(finding=row, record_key=record.pk)
            for row, each in zip(written, findings, strict=True)
            for record in dict.fromkeys(each.records)
        ],
        batch_size=400,
    )


def in_documents(findings: Sequence[Finding]) -> Iterator[Document]:
    """Findings in the words of every language, with addresses of none."""
    told: list[list[ShownFinding]] = []
    for code in LANGUAGES:
        with override(code):
            told.append(show(findings))
    for each, *shown in zip(findings, *told, strict=True):
        yield {
            "field": each.field,
            "records": [record.slug for record in each.records],
            "lines": [
                {"url": without_language(line.url), "quote": line.quote, "language": line.language}
                for line in shown[0].lines
            ],
            **{
                code: {
                    "field": one.field,
                    "text": one.text,
                    "lines": [[line.label, line.value] for line in one.lines],
                }
                for code, one in zip(LANGUAGES, shown, strict=True)
            },
        }


def latest() -> CheckRun | None:
    """The last run that came to its end. The next one comes without a new revision, so nobody keeps what it tells."""
    reading.call_provisional()
    return CheckRun.objects.filter(whole=True).order_by("-pk").first()


def of_run(run: CheckRun, pair: Relationship | None = None) -> QuerySet[KeptFinding]:
    """What it found, of one pair if given; nothing about a record that is no longer public."""
    unseen = KeptFindingRecord.objects.exclude(record_key__in=Record.objects.published().values("pk"))
    found = KeptFinding.objects.filter(~Exists(unseen.filter(finding=OuterRef("pk"))), run=run)
    if pair is None:
        return found
    _own, shared = newest.of_pair(pair)
    told_of = KeptFindingRecord.objects.filter(record_key__in=shared.values("pk"), finding__run=run).values("finding")
    return found.filter(Q(relationship=pair) | Q(pk__in=told_of))


def shown(rows: Iterable[KeptFinding]) -> list[ShownFinding]:
    """Kept findings in the language that is active; three queries whatever their number."""
    rows = list(rows)
    firsts = [row.document["records"][0] for row in rows]
    records = {record.slug: record for record in Record.objects.published().filter(slug__in=firsts)}
    answers = answers_to(row.key for row in rows)
    return [
        _shown(row, records[first], answers.get((row.check_name, row.key)))
        for row, first in zip(rows, firsts, strict=True)
        if first in records
    ]


def answers_to(keys: Iterable[str]) -> dict[tuple[str, str], FindingAnswer]:
    return {(each.check_name, each.key): each for each in FindingAnswer.objects.filter(key__in=set(keys))}


def _shown(row: KeptFinding, record: Record, answer: FindingAnswer | None) -> ShownFinding:
    told, code = row.document[language()], language()
    lines = [
        ShownLine(label, value, f"/{code}{line['url']}" if line["url"] else "", line["quote"], line["language"])
        for (label, value), line in zip(told["lines"], row.document["lines"], strict=True)
    ]
    return ShownFinding(Kept(row.check_name, row.key, (record,)), told["field"], told["text"], lines, answer)
