"""manage.py count_records [--check]"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser, no_translations

from relations import tallies


class Command(BaseCommand):
    help = "Count all public records anew, for what was loaded while the triggers that count them were away."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="compare only, and fail where a number is wrong")

    @no_translations  # the command line speaks one language
    def handle(self, *args: Any, **options: Any) -> None:
        wrong = len(tallies.wrong())
        if not options["check"]:
            tallies.rebuild()
            self.stdout.write(f"Numbers: counted anew, {wrong} rows stood otherwise.")
        elif wrong:
            raise CommandError(f"Numbers: {wrong} rows stand otherwise than a count has them.")
        else:
            self.stdout.write("Numbers: all as a count has them.")
