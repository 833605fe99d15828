"""manage.py verify_claims --texts DIR [--database]"""

from collections import Counter
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser, no_translations

from relations.curation.fixture_files import FixtureError, read_fixtures
from relations.curation.verify import Verdict, verify
from relations.export.fixture import columns, value
from relations.export.public import stream
from relations.models import Citation, Source

GOOD = {Verdict.SAME, Verdict.NO_TEXT}


class Command(BaseCommand):
    help = "Read every citation again at its place in the texts that we hold."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--texts", type=Path, default=settings.SOURCE_TEXTS)
        parser.add_argument("--folder", type=Path, default=settings.BASE_DIR / "fixtures")
        parser.add_argument(
            "--database", action="store_true", help="the citations of the database, not of the fixtures"
        )

    @no_translations  # the command line speaks one language
    def handle(self, *args: Any, **options: Any) -> None:
        texts = options["texts"]
        if not texts or not texts.is_dir():
            raise CommandError("Name the folder of the texts: --texts DIR, or SOURCE_TEXTS in the environment.")
        sources, citations = _of_database() if options["database"] else _of_fixtures(options["folder"])
        counts: Counter[Verdict] = Counter()
        for finding in verify(sources, citations, texts):
            counts[finding.verdict] += 1
            if finding.verdict not in GOOD:
                self.stderr.write(str(finding))
        self.stdout.write(", ".join(f"{counts[verdict]} {verdict}" for verdict in Verdict))
        if bad := sum(counts[verdict] for verdict in Verdict if verdict not in GOOD):
            raise CommandError(f"{bad} citations do not stand where they say.")


Rows = tuple[list[dict[str, Any]], list[dict[str, Any]]]


def _of_fixtures(folder: Path) -> Rows:
    try:
        rows = read_fixtures(folder)
    except FixtureError as error:
        raise CommandError(str(error)) from error
    sources = [row.row["fields"] for row in rows if row.model is Source]
    return sources, [row.row["fields"] for row in rows if row.model is Citation]


def _of_database() -> Rows:
    """Drafts too: what an editor cites is to stand where it says before it is published."""
    found = []
    for model in (Source, Citation):
        fields = columns(model)
        rows = stream(model._default_manager.order_by("pk"), fields)
        found.append([{field.name: value(row, field) for field in fields} for row in rows])
    return found[0], found[1]
