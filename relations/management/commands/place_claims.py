"""manage.py place_claims fixtures/claims/sources/FILE.yaml --texts DIR"""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser, no_translations

from relations.curation.places import place_claims
from relations.curation.yaml_files import CurationError


class Command(BaseCommand):
    help = "Fill in the place of each claim whose “at” is a tilde, from the text that its file names."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", type=Path)
        parser.add_argument("--texts", type=Path, default=settings.SOURCE_TEXTS)

    @no_translations  # the command line speaks one language
    def handle(self, *args: Any, **options: Any) -> None:
        if not options["texts"]:
            raise CommandError("Name the folder of the texts: --texts DIR, or SOURCE_TEXTS in the environment.")
        unplaced = 0
        for path in options["files"]:
            try:
                placed, errors = place_claims(path, options["texts"])
            except (CurationError, OSError) as reason:
                raise CommandError(str(reason)) from reason
            self.stdout.write(f"{path.name}: {placed} placed")
            for error in errors:
                self.stderr.write(str(error))
            unplaced += len(errors)
        if unplaced:
            raise CommandError(f"{unplaced} claims could not be placed.")
