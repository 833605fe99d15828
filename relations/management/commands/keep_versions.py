"""manage.py keep_versions: after records were written by something that does not keep them itself."""

from typing import Any

from django.core.management.base import BaseCommand, no_translations

from relations.changes.keeping import keep_versions


class Command(BaseCommand):
    help = "Keep a version of each published record that changed since one was kept."

    @no_translations  # the command line speaks one language
    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Versions: {keep_versions()} kept.")
