"""What a record is called by its kind, in both languages: “visit”, “ihracat”, “hedef”. Nobody need type a title."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import override

from relations.templatetags.record_tags import LANGUAGES

# The column of each kind whose vocabulary says more than the kind itself.
TELLING = {
    "agreement": ("form",),
    "visit": ("visit_kind", "status"),
    "council": ("council_kind",),
    "meeting": ("status",),
    "figure": ("indicator", "qualifier"),
}
_known: dict[tuple[str, ...], tuple[str, ...]] = {}  # by the columns that they follow from: vocabularies are small
SILENT = ("exact", "held", "unspecified")  # what nearly every record is, and no reader asks for


def labels(record: Any, half: Any) -> tuple[str, ...]:
    """The labels of a record's kind, field of cooperation and vocabulary."""
    key = (record.kind, record.area, *(getattr(half, name) for name in TELLING.get(record.kind, ())))
    if key not in _known:
        _known[key] = tuple(_labels(record, half))
    return _known[key]


def _labels(record: Any, half: Any) -> Iterator[str]:
    for code in LANGUAGES:
        with override(code):
            yield str(record.get_kind_display())
            yield str(record.get_area_display())
            for name in TELLING.get(record.kind, ()):
                if getattr(half, name) not in SILENT:
                    yield str(getattr(half, f"get_{name}_display")())
