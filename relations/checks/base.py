"""What a check is, and what it finds: numbers and dates that print in whatever language a page has."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import blake2s
from typing import ClassVar

from django.db.models import Model
from django.utils.functional import Promise

from relations.amounts import Quantity
from relations.models import Citation, Record, Source

from .material import Material


@dataclass(frozen=True)
class Day:
    """A date in EDTF; empty where none is known."""

    edtf: str


@dataclass(frozen=True)
class Nth:
    """An ordinal: 8. or 8th."""

    number: int


@dataclass(frozen=True)
class Words:
    """A sentence with places for values; it is printed in the language that is active then."""

    template: Promise | str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Line:
    """One side of what is found: who or what, the value there, and the page to look at."""

    label: object
    value: object
    target: Record | Source | None = None


@dataclass(frozen=True)
class Finding:
    """What a check found; the first record is the one that it is about.

    An answer holds for a key, and a key for exactly these values: if one of them changes, the finding is open again.
    """

    check: str
    records: tuple[Record, ...]
    words: Words
    lines: tuple[Line, ...] = ()
    field: str = ""

    @property
    def key(self) -> str:
        """Sixteen hexadecimal digits, the same on every database that holds these records and values."""
        parts = [self.check, self.field, *(record.slug for record in self.records), *self.facts]
        return blake2s("\n".join(parts).encode(), digest_size=8).hexdigest()

    @property
    def facts(self) -> list[str]:
        """Every value found, in no language."""
        values = [self.words, *(part for line in self.lines for part in (line.label, line.value))]
        return [text for value in values for text in plainly(value)]


class Check:
    """One question asked of all records. `sentence` says what it compares, for readers."""

    name: ClassVar[str]
    title: ClassVar[Promise]
    sentence: ClassVar[Promise]

    def find(self, material: Material) -> Iterator[Finding]:
        """Every case, in the order of the records' slugs."""
        raise NotImplementedError


def plainly(value: object) -> Iterator[str]:
    """A value in the notation of the database; interface words, which differ by language, say nothing."""
    if isinstance(value, Words):
        for name in sorted(value.values):
            yield from plainly(value.values[name])
    elif isinstance(value, Quantity):
        yield f"{value.value.normalize():f} {value.unit} {value.qualifier}"
    elif isinstance(value, Citation):
        yield f"{value.source.slug} {value.says} {value.says_qualifier}".strip()
    elif isinstance(value, Model):
        yield str(value.natural_key()[0])  # type: ignore[attr-defined]
    elif isinstance(value, Decimal):
        yield f"{value.normalize():f}"
    elif isinstance(value, Day | Nth):
        yield str(value.edtf if isinstance(value, Day) else value.number)
    elif not isinstance(value, Promise):
        yield str(value)
