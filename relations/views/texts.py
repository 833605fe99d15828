"""The text of a source with what is cited in it, beside the text that it translates."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from relations.models import Citation, Record, Source, SourceText
from relations.reading.passages import Passage, align, passages

from .evidence import Line, gather


@dataclass(frozen=True)
class Shown:
    """A passage with the claims that begin in it, by record."""

    passage: Passage
    claims: list[tuple[Record, list[tuple[str, Line]]]]  # label of the field, and what is said of it


@dataclass(frozen=True)
class Read:
    """A text as passages, and what each cites as (record, field)."""

    source: Source
    shown: list[Shown]
    cited: list[frozenset[tuple[int, str]]]


def may_read(request: HttpRequest, source: Source) -> SourceText | None:
    """The text of a source, if this reader may see it."""
    held: SourceText | None = getattr(source, "held_text", None)
    is_staff = request.user.is_staff and request.user.has_perm("relations.view_sourcetext")
    return held if held and (held.is_public or is_staff) else None


def source_text(request: HttpRequest, slug: str) -> HttpResponse:
    """Passages with their claims; original and translation side by side where we hold both."""
    source: Source = get_object_or_404(
        Source.objects.select_related("held_text", "translation_of__held_text"), slug=slug
    )
    held = may_read(request, source)
    if not held:
        raise Http404
    other = source.translation_of or source.translations.select_related("held_text").first()
    others = may_read(request, other) if other else None
    pair = [read(source, held.text), read(other, others.text) if other and others else None]
    if source.translation_of:
        pair.reverse()
    left, right = (pair[0], pair[1]) if pair[0] else (pair[1], None)
    context = {"source": source, "left": left, "right": right, "rows": rows(left, right)}
    return render(request, "relations/source_text.html", context)


def read(source: Source, text: str) -> Read:
    """A text with its published citations."""
    citations = list(
        Citation.objects.published()
        .filter(source=source, start__isnull=False)
        .select_related("record", "record__as_figure", "source")
        .order_by("start", "end", "pk")
    )
    lines = {line.citation.pk: (each.label, line) for each in gather(citations) for line in each.lines}
    found = passages(text, [(each.start or 0, each.end or 0) for each in citations])
    shown = [Shown(passage, by_record([lines[citations[n].pk] for n in passage.cited])) for passage in found]
    cited = [frozenset((citations[n].record_id, citations[n].field) for n in passage.cited) for passage in found]
    return Read(source, shown, cited)


def by_record(claims: Iterable[tuple[str, Line]]) -> list[tuple[Record, list[tuple[str, Line]]]]:
    """Claims under the record that they are about, records in the order of their first claim."""
    grouped: dict[int, list[tuple[str, Line]]] = defaultdict(list)
    for label, line in claims:
        grouped[line.citation.record_id].append((label, line))
    return [(group[0][1].citation.record, group) for group in grouped.values()]


def rows(left: Read | None, right: Read | None) -> Sequence[tuple[Shown | None, Shown | None]]:
    """What stands side by side."""
    if left is None:
        return []
    if right is None:
        return [(shown, None) for shown in left.shown]
    return [
        (left.shown[i] if i is not None else None, right.shown[j] if j is not None else None)
        for i, j in align(left.cited, right.cited)
    ]
