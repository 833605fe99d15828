"""manage.py write_files FOLDER NAME … --revision 12 --date 2026-…: some of an export's files, for build_dumps."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser, no_translations

from relations.export import bundle, public
from relations.export.edition import Edition
from relations.export.files import FILES
from relations.garbage import between_batches

ANOTHER_REVISION = 75  # as sysexits.h has it: try again


class Command(BaseCommand):
    requires_system_checks: list[str] = []  # who asks for it has run them
    help = "Write some files of an export, if the data are those of a revision; build_dumps and export_data ask for it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("names", nargs="+", choices=[file.name for file in FILES], metavar="name")
        parser.add_argument("--revision", type=int, required=True)
        parser.add_argument("--date", required=True, help="when it came about, as the manifest spells it")

    @no_translations  # each file says itself what it says in which language
    def handle(self, *args: Any, folder: Path, names: list[str], revision: int, date: str, **options: Any) -> None:
        with public.snapshot(), between_batches():
            if public.edition() != Edition(revision, date):  # a database made anew counts from one: hence the date
                sys.exit(ANOTHER_REVISION)
            entries = [bundle.write_one(folder, file) for file in FILES if file.name in names]
        self.stdout.write(json.dumps([asdict(entry) for entry in entries]))
