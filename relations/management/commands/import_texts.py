"""manage.py import_texts DIR"""

from hashlib import sha256
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser, no_translations
from django.db import transaction

from relations.models import Source, SourceText


class Command(BaseCommand):
    help = "Store the texts of the sources for staff; a text that is not the one that was read stops the import."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)

    @no_translations  # the command line speaks one language
    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            stored = [self._store(source, options["folder"]) for source in Source.objects.exclude(sha256="")]
        self.stdout.write(f"{sum(stored)} texts stored, {len(stored) - sum(stored)} not in {options['folder']}.")

    def _store(self, source: Source, folder: Path) -> bool:
        """Store one text; whether it is kept public is left as it was."""
        path = folder / source.text_file
        if path.resolve().parent != folder.resolve() or not path.is_file():
            self.stderr.write(f"not there: {source.text_file} ({source.slug})")
            return False
        content = path.read_bytes()
        if sha256(content).hexdigest() != source.sha256:
            raise CommandError(
                f"{source.text_file} is not the text of {source.slug} that was read. Nothing was stored."
            )
        SourceText.objects.update_or_create(source=source, defaults={"text": content.decode()})
        return True
