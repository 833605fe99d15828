"""Alphabetical order in the page's language, on either engine: the Turkish alphabet has its own."""

import unicodedata
from collections.abc import Callable
from typing import Any

from django.db.models import CharField, Func, QuerySet
from django.db.models.functions import Coalesce

from relations.templatetags.record_tags import LANGUAGES, language

TURKISH = "abcçdefgğhıijklmnoöpqrsştuüvwxyz"
RANKS = {letter: chr(0x4E00 + rank) for rank, letter in enumerate(TURKISH)}


class Alphabetical(Func):
    """A text under the collation of a language."""

    template = "%(expressions)s COLLATE %(collation)s"

    def __init__(self, expression: Any, code: str) -> None:
        super().__init__(expression)
        self.code = code

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, collation=f'"{self.code}-x-icu"', **context)

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, collation=f"alphabet_{self.code}", **context)


def by_name(rows: QuerySet[Any], name: str = "name", tie: str = "slug") -> QuerySet[Any]:
    """Rows by a translated field, in the alphabet of the page; what is untranslated stands by its other name."""
    wanted = language()
    others = [code for code in LANGUAGES if code != wanted]
    columns = [f"{name}_{code}" for code in (wanted, *others)]
    return rows.order_by(Alphabetical(Coalesce(*columns, output_field=CharField()), wanted), tie)


def turkish_key(text: str) -> str:
    """A text as its Turkish sort key: ç after c, ı before i, circumflexes ignored."""
    lowered = text.replace("I", "ı").replace("İ", "i").lower()
    return "".join(RANKS.get(char) or _plain(char) for char in unicodedata.normalize("NFC", lowered))


def _plain(char: str) -> str:
    """A letter without its marks."""
    base = unicodedata.normalize("NFD", char)[0]
    return RANKS.get(base, base)


def english_key(text: str) -> str:
    """A text as its English sort key: marks and case ignored."""
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("ı", "i"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


KEYS: dict[str, Callable[[str], str]] = {"tr": turkish_key, "en": english_key}


def register_collations(connection: Any, **_: Any) -> None:
    """Teach a new SQLite connection the alphabets; PostgreSQL has them from ICU."""
    if connection.vendor != "sqlite":
        return
    for code, key in KEYS.items():
        connection.connection.create_collation(f"alphabet_{code}", _comparing(key))


def _comparing(key: Callable[[str], str]) -> Callable[[str, str], int]:
    def compare(one: str, other: str) -> int:
        a, b = key(one), key(other)
        return (a > b) - (a < b)

    return compare
