"""manage.py index_records [--rebuild]"""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser, no_translations

from relations.search.index import rebuild, refresh


class Command(BaseCommand):
    help = "Bring the search index up to date with what changed, or write it all again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--rebuild", action="store_true", help="forget the index and write it again")

    @no_translations  # the command line speaks one language
    def handle(self, *args: Any, **options: Any) -> None:
        if options["rebuild"]:
            self.stdout.write(f"Search: {rebuild()} things indexed.")
        else:
            self.stdout.write(f"Search: {refresh()} changed things indexed.")
