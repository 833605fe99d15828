"""Catalogues on disk: bringing them up to date with the code, and compiling them."""

import os
import re
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import django
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, write_po
from django.utils.translation import to_locale

SOURCE_LANGUAGE = "en"  # what the strings in the code are written in
GERMANIC = (
    "nplurals=2; plural=(n != 1);"  # what gettext does where a catalogue names no rule; Django's English names none
)
LINE = re.compile(r'(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\]) )?"(?:[^"\\]|\\.)*")?')
WIDTH = 100
HEADER = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"MIME-Version: 1.0\\n"
"Language: {language}\\n"
"Plural-Forms: {plural}\\n"

"""


def po_path(locale_dir: Path, language: str) -> Path:
    return locale_dir / to_locale(language) / "LC_MESSAGES" / "django.po"


def header(language: str) -> str:
    """The same header every time; the plural rule is the one that Django ships, so that the two agree."""
    own = Path(django.__file__).parent / "conf" / "locale" / to_locale(language) / "LC_MESSAGES" / "django.mo"
    with own.open("rb") as compiled:
        plural = GNUTranslations(compiled).info().get("plural-forms", GERMANIC)
    return HEADER.format(language=language, plural=plural)


def read(path: Path, language: str) -> Catalog:
    """The catalogue on disk, or an empty one; raises ValueError where the file is malformed."""
    text = path.read_text(encoding="utf-8") if path.exists() else header(language)
    for number, line in enumerate(text.split("\n"), 1):
        if not LINE.fullmatch(line.strip()):  # Babel would cut the ends off a string without quotes
            raise ValueError(f"{path}, line {number}: not a line of a catalogue: {line}")
    try:
        return read_po(BytesIO(text.encode()), to_locale(language), abort_invalid=True)
    except PoFileError as error:
        raise ValueError(f"{path}, line {error.lineno + 1}: {error}") from error


def updated(known: Catalog, found: Catalog, language: str) -> Catalog:
    """Exactly the strings found: known translations kept, nothing guessed, the source language filled in."""
    fresh = read_po(BytesIO(header(language).encode()), to_locale(language))
    for message in strings(found):
        old = lookup(known, message)
        fresh.add(
            message.id,
            as_written(message) if language == SOURCE_LANGUAGE else old.string if old else None,
            locations=message.locations,
            flags=["fuzzy"] if old and old.fuzzy else [],
            user_comments=old.user_comments if old else [],
            context=message.context,
        )
    return fresh


def write(path: Path, catalogue: Catalog, language: str) -> None:
    """Sorted, with the names of files but no line numbers and no dates: only a changed string changes the file."""
    body = BytesIO()
    write_po(body, catalogue, WIDTH, omit_header=True, sort_output=True, ignore_obsolete=True, include_lineno=False)
    _replace(path, (header(language) + body.getvalue().decode()).rstrip().encode() + b"\n")


def compile_catalogue(path: Path, language: str) -> Path:
    """Write django.mo beside a django.po; a fuzzy translation stays out."""
    compiled = BytesIO()
    write_mo(compiled, read(path, language))
    _replace(path.with_suffix(".mo"), compiled.getvalue())
    return path.with_suffix(".mo")


def strings(catalogue: Catalog) -> list[Message]:
    """Every message but the header."""
    return [message for message in catalogue if message.id]


def lookup(catalogue: Catalog, message: Message) -> Message | None:
    """The same string in another catalogue; one with another plural is not the same."""
    key = message.id if isinstance(message.id, str) else message.id[0]
    same = catalogue.get(key, message.context)
    return same if same is not None and same.id == message.id else None


def forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    """A string, or a singular with its plural, as a tuple; what has no translation yet is one empty form."""
    return (text or "",) if isinstance(text, str) or text is None else tuple(text)


def as_written(message: Message) -> str | tuple[str, ...]:
    """The translation of a string into the language that it is written in."""
    return message.id if isinstance(message.id, str) else tuple(message.id)


def _replace(path: Path, content: bytes) -> None:
    """Write a file whole, so that a running site never reads half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.write_bytes(content)
    draft.replace(path)
