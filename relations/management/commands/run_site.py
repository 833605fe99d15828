"""manage.py run_site --port 8000: what `make run` calls."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser


class Command(BaseCommand):
    help = "Migrate, load the fixtures, and serve on 127.0.0.1."
    requires_system_checks: list[str] = []  # runserver runs them

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0, interactive=False, stdout=self.stdout)
        call_command("load_fixtures", stdout=self.stdout)
        call_command("build_dumps", stdout=self.stdout)
        call_command("runserver", f"127.0.0.1:{options['port']}", use_reloader=False, stdout=self.stdout)
