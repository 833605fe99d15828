"""manage.py build_fixtures [--check]"""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser, no_translations

from relations.curation.build import build
from relations.curation.yaml_files import CurationError


class Command(BaseCommand):
    help = "Turn fixtures/claims/ into fixtures/*.json."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="write nothing; fail where the files are out of date")
        parser.add_argument("--folder", type=Path, default=settings.BASE_DIR / "fixtures")

    @no_translations  # the command line speaks one language
    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        try:
            files = build(folder / "claims")
        except CurationError as error:
            raise CommandError(str(error)) from error
        drifted = [name for name, content in files.items() if _read(folder / name) != content]
        drifted += [path.name for path in folder.glob("*.json") if path.name not in files]
        if options["check"]:
            if drifted:
                raise CommandError(f"Out of date: {', '.join(sorted(drifted))}. Run manage.py build_fixtures.")
            return
        for name in drifted:
            if name in files:
                (folder / name).write_bytes(files[name])
            else:
                (folder / name).unlink()
        rows = sum(content.count(b"\n") - 2 for content in files.values() if content != b"[\n]\n")
        self.stdout.write(f"{rows} rows in {len(files)} files; {len(drifted)} files written.")


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""
