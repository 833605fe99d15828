"""manage.py verify_claims --texts DIR [--database]"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser, no_translations

from relations.curation.build import FILES
from relations.curation.fixture_checks import read_fixtures
from relations.curation.fixture_files import FixtureError
from relations.curation.verify import WORDS_ONLY, Finding, Rows, Verdict, verify
from relations.curation.world import read_aliases
from relations.export.fixture import columns, value
from relations.export.public import stream

GOOD = {Verdict.SAME, Verdict.NO_TEXT}


class Command(BaseCommand):
    help = "Read every citation again at its place in the texts that we hold: its words, and the value that they say."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--texts", type=Path, default=settings.SOURCE_TEXTS)
        parser.add_argument("--folder", type=Path, default=settings.BASE_DIR / "fixtures")
        parser.add_argument(
            "--database", action="store_true", help="the citations of the database, not of the fixtures"
        )

    @no_translations  # the command line speaks one language
    def handle(self, *args: Any, **options: Any) -> None:
        texts, folder = options["texts"], options["folder"]
        if not texts or not texts.is_dir():
            raise CommandError("Name the folder of the texts: --texts DIR, or SOURCE_TEXTS in the environment.")
        rows = _of_database() if options["database"] else _of_fixtures(folder)
        aliases = read_aliases(folder / "claims" / "aliases.yaml")
        bad = self._tell(verify(rows, aliases, texts))
        if bad:
            raise CommandError(f"{bad} citations do not stand where they say, or do not say what they are cited for.")

    def _tell(self, findings: Iterable[Finding]) -> int:
        """Print what is wrong, then the counts by verdict and by kind of reading; returns how many are wrong."""
        counts: Counter[Verdict] = Counter()
        families: Counter[str] = Counter()
        for finding in findings:
            counts[finding.verdict] += 1
            families[finding.family] += finding.verdict is Verdict.SAME
            if finding.verdict not in GOOD:
                self.stderr.write(str(finding))
        self.stdout.write(", ".join(f"{counts[verdict]} {verdict}" for verdict in Verdict))
        unread = families.pop(WORDS_ONLY, 0)
        if told := sorted((name, count) for name, count in families.items() if name and count):
            self.stdout.write("values read again: " + ", ".join(f"{count} {name}" for name, count in told))
        if unread:
            self.stdout.write(f"{unread} values {WORDS_ONLY}: the reader knows Turkish and English")
        return sum(counts[verdict] for verdict in Verdict if verdict not in GOOD)


def _of_fixtures(folder: Path) -> Rows:
    try:
        fixtures = read_fixtures(folder)
    except FixtureError as error:
        raise CommandError(str(error)) from error
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in fixtures:
        rows[row.model._meta.model_name or ""].append(row.row["fields"])
    return rows


def _of_database() -> Rows:
    """Drafts too: what an editor cites is to stand where it says before it is published."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for model in (model for models in FILES.values() for model in models):
        fields = columns(model)
        found = stream(model._default_manager.order_by("pk"), fields)
        rows[model._meta.model_name or ""] = [{field.name: value(row, field) for field in fields} for row in found]
    return rows
