"""Write every file of the downloads page to a folder."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from relations.export import bundle


class Command(BaseCommand):
    help = "Write the published data to a folder: every file of the downloads page, with checksums."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--output", required=True, type=Path, metavar="DIR", help="a new or empty folder")

    def handle(self, *, output: Path, **options: Any) -> None:
        try:
            manifest = bundle.export(output)
        except (bundle.ForeignFilesError, OSError) as error:
            raise CommandError(str(error)) from error
        for file in manifest["files"]:
            rows = "" if file["rows"] is None else f"{file['rows']} rows"
            self.stdout.write(f"{rows:>13} {file['size']:>12} bytes  {file['name']}")
        count, revision = len(manifest["files"]) + 2, manifest["revision"]
        self.stdout.write(f"Wrote {count} files of revision {revision['number']} ({revision['date']}) to {output}")
