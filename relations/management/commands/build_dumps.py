"""manage.py build_dumps: the files of the downloads page, built ahead of whoever asks for them."""

from argparse import SUPPRESS
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser, no_translations

from relations.export import shelf


class Command(BaseCommand):
    help = "Build the files of the downloads page for the data as they are now, unless they are there already."

    def add_arguments(self, parser: CommandParser) -> None:
        # A lock that the site holds for this process: to ask for it again would be to wait for ourselves.
        parser.add_argument("--lock", type=int, help=SUPPRESS)

    @no_translations  # each file says itself what it says in which language
    def handle(self, *args: Any, lock: int | None, **options: Any) -> None:
        folder = shelf.build_alone() if lock is None else shelf.build_missing(Path(settings.DUMPS_ROOT))
        self.stdout.write(f"Downloads: {folder}")
