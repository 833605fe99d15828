"""manage.py write_documents SIZE --revision "12 2026-…": every other batch of the index, for whoever makes it."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser, no_translations

from relations.search import helping
from relations.search.rebuilding import every_other


class Command(BaseCommand):
    help = "Work out half of the search documents, if the data are those of a revision; index_records asks for it."
    requires_system_checks: list[str] = []  # who asks has had them run, and waits

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("size", type=int, help="records a batch")
        parser.add_argument("--revision", required=True, help="its number and when it came about")

    @no_translations
    def handle(self, *args: Any, size: int, revision: str, **options: Any) -> None:
        if helping.revision() != revision:
            sys.exit(helping.ANOTHER_REVISION)
        helping.send(every_other(size), sys.stdout.buffer)
