"""The same fact told by several sources, and counts that differ."""

from collections.abc import Iterator, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from relations.models import Citation, Kind, Record

from .agreement import State, Statement, state_of
from .base import Check, Finding, Line, Words
from .comparing import grouped
from .material import Material

COUNTS = frozenset({"count", "articles"})
TOLD: dict[tuple[State, bool], Promise] = {
    (State.CONFLICT, True): _("Sources contradict each other, and no majority supports the value shown."),
    (State.MAJORITY, True): _("Most sources support the value shown, some contradict it."),
    (State.CONFLICT, False): _("One source says different things in different places."),
    (State.MAJORITY, False): _("One source says different things in different places."),
}


class SeveralSources(Check):
    name = "sources"
    title = _("One fact, several accounts")
    sentence = _(
        "Everything said about one field is compared: numbers within their rounding, dates by whether one "
        "can contain the other; a translation does not count as a separate source where its original says "
        "something too."
    )

    def find(self, material: Material) -> Iterator[Finding]:
        for (key, name), citations in material.said.items():
            record = material.records[key]
            if self.asks_about(record, name):
                yield from self._disagreement(record, name, voices(citations))

    def asks_about(self, record: Record, name: str) -> bool:
        """Counts, and the founding of councils, have checks of their own."""
        return name not in COUNTS and not (record.kind == Kind.COUNCIL and name == "date")

    def _disagreement(self, record: Record, name: str, citations: Sequence[Citation]) -> Iterator[Finding]:
        state = state_of(name, [statement(each, record) for each in citations]) if citations else State.SINGLE
        several = len({each.source_id for each in citations}) > 1
        if words := TOLD.get((state, several)):
            yield Finding(self.name, (record,), Words(words), quoted(citations), name)


class Counts(SeveralSources):
    name = "counts"
    title = _("Counts")
    sentence = _(
        "How many documents were signed, and how many articles one has: whether all sources, and all "
        "places in one source, give the same count, and whether a set has more documents on record than "
        "were counted."
    )

    def find(self, material: Material) -> Iterator[Finding]:
        yield from super().find(material)
        parts = grouped([each for each in material.agreements if each.part_of_id], lambda each: each.part_of_id)
        for whole in material.agreements:
            inside = parts.get(whole.pk, [])
            if len(inside) > whole.count:
                words = Words(
                    _("Counted: %(count)s. On record as part of the set: %(parts)s."),
                    {"count": whole.count, "parts": len(inside)},
                )
                yield Finding(self.name, (whole, *inside), words, field="count")

    def asks_about(self, record: Record, name: str) -> bool:
        return name in COUNTS


def voices(citations: Sequence[Citation]) -> list[Citation]:
    """Citations without those of a translation whose original speaks of the same."""
    speaking = {each.source_id for each in citations}
    return [each for each in citations if each.source.translation_of_id not in speaking]


def statement(citation: Citation, record: Record) -> Statement:
    """A citation as the comparison takes it."""
    return Statement(
        source=str(citation.source_id),
        says=citation.says,
        preferred=citation.preferred,
        qualifier=citation.says_qualifier,
        step=citation.says_step,
        unit=getattr(record, "unit", "") if citation.field == "value" else "",
    )


def quoted(citations: Sequence[Citation]) -> tuple[Line, ...]:
    """What each source says, side by side; the same words of the same source once."""
    once: dict[tuple[object, ...], Citation] = {}
    for each in citations:
        once.setdefault((each.source_id, each.says, each.says_qualifier), each)
    return tuple(Line(each.source, each, each.source) for each in once.values())
