"""manage.py load_fixtures [--force]"""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser, no_translations

from relations.bulk import settle
from relations.curation.fixture_files import FixtureError
from relations.curation.load import Outcome, load
from relations.search.index import catch_up
from relations.serving.keys import EVERYTHING
from relations.serving.purge import purge

MANY = 10_000  # rows after which the database looks at its tables again, for its plans


class Command(BaseCommand):
    help = "Bring the database to what fixtures/*.json say, without touching what staff changed."
    requires_system_checks: list[
        str
    ] = []  # migrate, runserver and make check run them; here they are a sixth of a small load

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--folder", type=Path, default=settings.BASE_DIR / "fixtures")
        parser.add_argument("--force", action="store_true", help="overwrite what staff changed as well")

    @no_translations  # the command line speaks one language
    def handle(self, *args: Any, **options: Any) -> None:
        try:
            outcome = load(options["folder"], force=options["force"])
        except FixtureError as error:
            raise CommandError(f"{error}\nNothing was loaded.") from error
        if outcome.created + outcome.updated + outcome.removed >= MANY:
            settle()
        catch_up()
        if outcome.is_news:
            purge([EVERYTHING])
        self.stdout.write(describe(outcome))


def describe(outcome: Outcome) -> str:
    """What a load did, for the person who started it."""
    if not outcome.is_news:
        return "Fixtures: nothing new since the last load."
    lines = [
        f"Fixtures: {outcome.created} rows created, {outcome.updated} updated, {outcome.removed} removed, "
        f"{outcome.unchanged} as they were."
    ]
    lines += [f"Kept as staff left it: {unit}" for unit in outcome.kept]
    if outcome.kept:
        lines.append("Run load_fixtures --force to overwrite these.")
    return "\n".join(lines)
