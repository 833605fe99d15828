"""manage.py check_records [--pair kaz-tur] [--check NAME] [--format table|json] [--drafts] [--fail] [--keep]"""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser, no_translations
from django.utils import timezone
from django.utils.translation import override

from relations.checks.base import Finding
from relations.checks.kept import keep
from relations.checks.registry import BY_NAME
from relations.checks.running import run_checks
from relations.checks.shown import ShownFinding, show
from relations.models import Relationship


class Command(BaseCommand):
    help = "Compare the records with one another, and list what does not fit."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--pair", help="only what concerns this pair, as kaz-tur")
        parser.add_argument(
            "--check", choices=sorted(BY_NAME), action="append", help="only this check; may be repeated"
        )
        parser.add_argument("--format", choices=["table", "json"], default="table")
        parser.add_argument("--drafts", action="store_true", help="also what is not published")
        parser.add_argument("--today", type=date.fromisoformat, help="the day to check on, as 2026-02-01")
        parser.add_argument("--fail", action="store_true", help="exit with 1 where a finding has no answer")

        parser.add_argument("--keep", action="store_true", help="keep what is found for pages too large to compare")

    @no_translations  # the command line speaks one language, and JSON every one
    def handle(self, *args: Any, **options: Any) -> None:
        if options["keep"]:
            run = keep(options["today"] or timezone.now().date())
            self.stdout.write(f"{sum(run.numbers.values())} findings kept, of revision {run.revision}.")
            return
        found = run_checks(options["drafts"], options["today"])
        findings = found.of_pair(_pair(options["pair"])) if options["pair"] else found.findings
        wanted = [each for each in findings if each.check in (options["check"] or BY_NAME)]
        write = self._json if options["format"] == "json" else self._table
        is_open = write(wanted)
        if options["fail"] and is_open:
            raise CommandError(f"{is_open} findings without an answer.")

    def _table(self, findings: Sequence[Finding]) -> int:
        """A finding a line, its sides below it; returns how many are open."""
        with override("en"):
            shown = show(findings)
        for each in shown:
            slug = each.finding.records[0].slug
            mark = "answered" if each.answer else "open"
            self.stdout.write(f"{each.finding.check:13}{mark:9}{slug}  {each.field}  {each.text}")
            for line in each.lines:
                self.stdout.write(f"{'':22}{line.value}  ({line.label})")
        is_open = sum(each.answer is None for each in shown)
        self.stdout.write(f"{len(shown)} findings, {is_open} without an answer.")
        return is_open

    def _json(self, findings: Sequence[Finding]) -> int:
        by_language: dict[str, list[ShownFinding]] = {}
        for code, _name in settings.LANGUAGES:
            with override(code):
                by_language[code] = show(findings)
        rows = [_row(dict(zip(by_language, each, strict=True))) for each in zip(*by_language.values(), strict=True)]
        self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1))
        return sum(row["answer"] is None for row in rows)


def _pair(slug: str) -> Relationship:
    try:
        return Relationship.objects.get(slug=slug)
    except Relationship.DoesNotExist as error:
        raise CommandError(f"There is no pair “{slug}”.") from error


def _row(shown: dict[str, ShownFinding]) -> dict[str, Any]:
    """A finding with its texts in every language."""
    first = next(iter(shown.values()))
    finding, answer = first.finding, first.answer
    return {
        "check": finding.check,
        "key": finding.key,
        "records": [record.slug for record in finding.records],
        "field": finding.field,
        "facts": finding.facts,
        **{f"text_{code}": each.text for code, each in shown.items()},
        **{f"lines_{code}": [f"{line.label}: {line.value}" for line in each.lines] for code, each in shown.items()},
        "answer": answer
        and {
            "accepted": answer.accepted,
            **{f"reason_{code}": getattr(answer, f"reason_{code}") for code in shown},
        },
    }
