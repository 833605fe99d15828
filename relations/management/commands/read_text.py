"""manage.py read_text FILE --language tr|en --date 2026-02-01 [--format json|table]"""

import json
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser, no_translations

from relations.reading.read import Reading, read

LANGUAGES = ("tr", "en")
COLUMNS = {
    "visits": ("who", "office", "from", "to", "start", "end", "kind", "span"),
    "agreements": ("title", "date", "count", "span"),
    "meetings": ("body", "ordinal", "date", "place", "status", "span"),
    "figures": ("kind", "period", "from", "to", "value", "unit", "qualifier", "span"),
}
WIDTH = 44  # of a table's widest column


class Command(BaseCommand):
    help = "Print what a text states: visits, agreements, meetings and figures, each with its place in the file."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--language", default="tr", help="tr or en")
        parser.add_argument("--date", default="", help="day of publication, as 2026-02-01")
        parser.add_argument("--format", default="json", choices=("json", "table"))

    @no_translations  # the command line speaks one language
    def handle(self, *args: Any, **options: Any) -> None:
        if options["language"] not in LANGUAGES:
            raise CommandError(f"“{options['language']}” is no language that can be read: use tr or en.")
        claims = rows(read(text_of(options["file"]), options["language"], day_of(options["date"])))
        if options["format"] == "table":
            self.stdout.write("\n\n".join(table(kind, claims[kind]) for kind in COLUMNS))
        else:
            self.stdout.write(json.dumps(claims, ensure_ascii=False, indent=1))


def text_of(path: Path) -> str:
    """The text of a UTF-8 file, its line ends as they are."""
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError as error:
        raise CommandError(f"There is no file {path}.") from error
    except IsADirectoryError as error:
        raise CommandError(f"{path} is a folder; name one file.") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{path} is not UTF-8: byte {error.start} cannot be read.") from error
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from error


def day_of(given: str) -> date | None:
    """The day of publication, if one is given."""
    try:
        return date.fromisoformat(given) if given else None
    except ValueError as error:
        raise CommandError(f"“{given}” is not a day: write it as 2026-02-01.") from error


def rows(reading: Reading) -> dict[str, list[dict[str, Any]]]:
    """A reading as plain rows, under the names that the command prints."""
    return {
        "visits": [row(one) for one in reading.visits],
        "agreements": [row(one) for one in reading.agreements],
        "meetings": [row(one) for one in reading.meetings],
        "figures": [row(one) for one in reading.figures],
    }


def row(statement: Any) -> dict[str, Any]:
    """One statement; what is unknown is null."""
    named = {"origin": "from", "destination": "to"}
    values = {named.get(key, key): _plain(value) for key, value in asdict(statement).items()}
    values["span"] = list(values.pop("span").values())
    return values


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return None if value == "" else value


def table(kind: str, found: list[dict[str, Any]]) -> str:
    """Rows in columns, for the eye."""
    heads = COLUMNS[kind]
    lines = [heads, *([_cell(row[head]) for head in heads] for row in found)]
    widths = [max(len(line[index]) for line in lines) for index in range(len(heads))]
    printed = [
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
    ]
    return "\n".join([f"{kind} ({len(found)})", *printed])


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return "-".join(str(part) for part in value)
    return "" if value is None else str(value)[:WIDTH]
