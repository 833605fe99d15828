"""manage.py purge_cdn pair-kaz-tur … | --all: by hand, after something other than the site wrote."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser, no_translations

from relations.serving.keys import EVERYTHING
from relations.serving.purge import purge


class Command(BaseCommand):
    help = "Tell the CDN that pages have changed, by the keys in their Surrogate-Key header."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("keys", nargs="*", help="such as pair-kaz-tur, record-visit-1, lists")
        parser.add_argument("--all", action="store_true", help="every page")

    @no_translations  # the command line speaks one language
    def handle(self, *args: Any, **options: Any) -> None:
        keys = [EVERYTHING] if options["all"] else options["keys"]
        if not keys:
            raise CommandError("Say which keys, or --all.")
        if not settings.PURGE_URL:
            raise CommandError("PURGE_URL is not set: there is nobody to tell.")
        if not purge(keys):
            raise CommandError("The CDN was not told; the log says why.")
        self.stdout.write(f"Purged: {' '.join(keys)}")
