"""Bring the catalogues of the interface up to date, check them, or compile them; needs no gettext programs."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from relations.messages.catalogues import compile_catalogue, forms, lookup, po_path, read, strings, updated, write
from relations.messages.extraction import extracted
from relations.messages.packages import unanswered
from relations.messages.problems import problems

CODE = ("config", "relations")


class Command(BaseCommand):
    help = __doc__ or ""
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        ways = parser.add_mutually_exclusive_group()
        ways.add_argument(
            "--check", action="store_true", help="change nothing; fail unless every catalogue is complete"
        )
        ways.add_argument("--compile", action="store_true", help="write django.mo beside each django.po")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["compile"]:
                self.compile_all()
            elif options["check"]:
                self.check_all()
            else:
                self.update_all()
        except ValueError as error:
            raise CommandError(str(error)) from error

    def update_all(self) -> None:
        found = _found()
        for language, path in _catalogues():
            known = read(path, language)
            fresh = updated(known, found, language)
            write(path, fresh, language)
            self.stdout.write(_summary(language, known, fresh))

    def check_all(self) -> None:
        found = _found()
        faults = [
            fault for language, path in _catalogues() for fault in problems(read(path, language), found, language)
        ]
        for fault in faults:
            self.stdout.write(str(fault))
        if faults:
            raise CommandError(
                f"{len(faults)} strings are not in order; run make_messages, then translate what is left."
            )

    def compile_all(self) -> None:
        for language, path in _catalogues():
            if path.exists():
                compile_catalogue(path, language)


def _catalogues() -> Iterator[tuple[str, Path]]:
    """Each language of the site with its catalogue."""
    for language, _name in settings.LANGUAGES:
        yield language, po_path(Path(settings.LOCALE_PATHS[0]), language)


def _found() -> Catalog:
    """Every string of the code, of the templates, and of the packages in use that are silent in a language."""
    root = Path(settings.BASE_DIR)
    code = [path for folder in CODE for path in (root / folder).rglob("*.py")]
    folders = [root / "templates", *(root / "relations").rglob("templates")]
    templates = {path for folder in folders for path in folder.rglob("*") if path.is_file() and path.name[0] != "."}
    found = extracted(root, [*code, *templates])
    others = [
        app for app in apps.get_app_configs() if Path(app.path).parent != root and not app.name.startswith("django.")
    ]
    for message in strings(unanswered(others, (language for language, _name in settings.LANGUAGES))):
        found.add(message.id, locations=message.locations, context=message.context)
    return found


def _summary(language: str, known: Catalog, fresh: Catalog) -> str:
    """What an update did, in one line."""
    new = sum(lookup(known, message) is None for message in strings(fresh))
    gone = sum(lookup(fresh, message) is None for message in strings(known))
    empty = sum(not all(forms(message.string)) for message in strings(fresh))
    return f"{language}: {len(strings(fresh))} strings, {new} new, {gone} dropped, {empty} to translate"
