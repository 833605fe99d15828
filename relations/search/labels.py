"""What a record is called by its kind, in both languages: “visit”, “ihracat”, “hedef”. Nobody need type a title."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from django.utils.translation import override

from relations.models import Record
from relations.templatetags.record_tags import LANGUAGES

# The columns of each kind whose vocabulary says more than the kind itself.
TELLING = {
    "agreement": ("form",),
    "visit": ("visit_kind", "status"),
    "council": ("council_kind",),
    "meeting": ("status",),
    "figure": ("indicator", "qualifier"),
}
SILENT = ("exact", "held", "unspecified")  # what nearly every record is, and no reader asks for


@lru_cache(maxsize=4_096)
def labels(kind: str, area: str, *told: str) -> tuple[str, ...]:
    """The labels of a record's kind, field of cooperation and vocabulary, the last as TELLING has their columns."""
    return tuple(_labels(kind, (kind, area, *told)))


def _labels(kind: str, values: Sequence[str]) -> Iterator[str]:
    whole: Any = Record._meta.get_field(f"as_{kind}").related_model
    columns = ("kind", "area", *TELLING.get(kind, ()))
    vocabularies = [dict(whole._meta.get_field(name).flatchoices) for name in columns]
    for code in LANGUAGES:
        with override(code):
            for value, vocabulary in zip(values, vocabularies, strict=True):
                if value not in SILENT:
                    yield str(vocabulary.get(value, value))
