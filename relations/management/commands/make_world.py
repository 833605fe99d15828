"""manage.py make_world --records 1000000 --seed 7"""

import sys
from time import perf_counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser, no_translations

from relations.search.index import rebuild
from relations.world.make import NotEmptyError, make
from relations.world.progress import bar


class Command(BaseCommand):
    help = "Fill an empty database with a made-up world of any size, to measure the site on."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--records", type=int, default=20_000)
        parser.add_argument("--seed", type=int, default=7)
        parser.add_argument("--no-search", action="store_true", help="leave the index to index_records --rebuild")

    @no_translations  # the command line speaks one language
    def handle(self, *args: Any, **options: Any) -> None:
        if options["records"] < 1:
            raise CommandError("A world has at least 1 record.")
        began = perf_counter()
        try:
            with bar(sys.stderr, "records", options["records"]) as tell:
                given = make(options["records"], options["seed"], tell)
        except NotEmptyError as error:
            raise CommandError(f"The database is not empty: it has rows of {error}. Nothing was written.") from error
        self._say(f"{sum(given.values()):,} rows ({given['record']:,} records)", sum(given.values()), began)
        if not options["no_search"]:
            began = perf_counter()
            found = rebuild()
            self._say(f"{found:,} things to search", found, began)

    def _say(self, what: str, rows: int, began: float) -> None:
        seconds = perf_counter() - began
        self.stdout.write(f"{what} in {seconds:,.1f} s: {rows / seconds:,.0f} a second")
