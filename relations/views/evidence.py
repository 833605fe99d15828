"""What each source says of each value, ready to be shown: the citations of records, field by field."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from itertools import groupby
from typing import Any

from django.db.models import Model, QuerySet, TextChoices, Value
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from relations.amounts import Quantity, print_quantity
from relations.checks.agreement import DATES, State, Statement
from relations.checks.consensus import field_state
from relations.dates import print_date
from relations.models import (
    AgreementForm,
    Breakdown,
    Citation,
    Country,
    Indicator,
    Institution,
    MeetingStatus,
    Office,
    Person,
    Place,
    Record,
    Reporter,
    VisitKind,
    VisitStatus,
)
from relations.prepared import Prepared
from relations.templatetags.record_tags import LANGUAGES, language, number, ordinal

LABELS = {
    "date": gettext_lazy("date"),
    "place": gettext_lazy("place"),
    "value": gettext_lazy("value"),
    "count": gettext_lazy("number of documents"),
    "articles": gettext_lazy("number of articles"),
    "ordinal": gettext_lazy("ordinal"),
    "status": gettext_lazy("status"),
    "visit_kind": gettext_lazy("kind of visit"),
    "visitor": gettext_lazy("visitor"),
    "host": gettext_lazy("host"),
    "chair": gettext_lazy("chair"),
    "signatory": gettext_lazy("signatory"),
    "speaker": gettext_lazy("speaker"),
    "office": gettext_lazy("office at the time"),
    "origin": pgettext_lazy("country", "from"),
    "destination": pgettext_lazy("country", "to"),
    "form": gettext_lazy("form"),
    "council": gettext_lazy("council"),
    "reporter": gettext_lazy("reporter"),
    "announcer": gettext_lazy("announced by"),
    "institution": gettext_lazy("institution"),
    "indicator": gettext_lazy("indicator"),
    "in_force": gettext_lazy("entry into force"),
    "deadline": gettext_lazy("to be reached by"),
    "parties": gettext_lazy("parties"),
    "unit": gettext_lazy("unit"),
    "breakdown": gettext_lazy("part counted"),
    "subject": gettext_lazy("subject"),
    "founded_by": gettext_lazy("founded by"),
    "anniversary": gettext_lazy("anniversary"),
    "signed_at_visit": gettext_lazy("signed during the visit"),
    "signed_at_meeting": gettext_lazy("signed at the meeting"),
    "during_visit": gettext_lazy("during the visit"),
    "part_of": gettext_lazy("part of the set"),
    "founded_at_visit": gettext_lazy("founded during the visit"),
    "recognised_by": gettext_lazy("recognised by"),
    "basis": gettext_lazy("basis"),
    "seat": gettext_lazy("seat"),
    "sector": gettext_lazy("sector"),
    "sequence": gettext_lazy("sequence"),
    "period": gettext_lazy("period"),
    "years": gettext_lazy("years"),
}
STATES = {
    State.SINGLE: gettext_lazy("one source"),
    State.CONFIRMED: gettext_lazy("confirmed"),
    State.MAJORITY: gettext_lazy("most sources agree"),
    State.CONFLICT: gettext_lazy("sources differ"),
}
VOCABULARIES: dict[str, type[TextChoices]] = {
    "status": MeetingStatus,
    "visit_kind": VisitKind,
    "form": AgreementForm,
    "indicator": Indicator,
    "breakdown": Breakdown,
}
WORDS = {
    "capital": gettext_lazy("capital invested"),
    "trade_total": gettext_lazy("trade volume"),
    "energy": gettext_lazy("energy"),
    "non-energy": gettext_lazy("outside energy"),
    "adopted": gettext_lazy("adopted"),
}
# Whose slugs may stand in `says`.
NAMED: tuple[tuple[type[Model], str, str], ...] = (
    (Country, "code", "name"),
    (Person, "slug", "name"),
    (Office, "slug", "title"),
    (Place, "slug", "name"),
    (Institution, "slug", "name"),
    (Reporter, "slug", "name"),
    (Record, "slug", "title"),
)


@dataclass(frozen=True)
class Line:
    """One citation, with what it says in words."""

    citation: Citation
    says: str


@dataclass(frozen=True)
class FieldEvidence:
    """All that is said of one field of one record."""

    record: Record
    label: str
    state: State
    lines: list[Line]

    @property
    def state_label(self) -> str:
        return str(STATES[self.state])

    @property
    def is_disputed(self) -> bool:
        return self.state in (State.CONFLICT, State.MAJORITY)

    @property
    def reason(self) -> Citation | None:
        """The preferred citation, where it gives the reason for the choice."""
        chosen = (line.citation for line in self.lines if line.citation.preferred)
        return next((each for each in chosen if any(getattr(each, f"reason_{code}") for code in LANGUAGES)), None)


def gather(citations: Iterable[Citation]) -> list[FieldEvidence]:
    """Citations grouped by record and field, the preferred first; a handful of queries whatever their number."""
    ordered = sorted(citations, key=_order)
    named = {part for citation in ordered if _may_name(citation) for part in citation.says.split()}
    names = _names((named | {citation.field.partition("-")[2].upper() for citation in ordered}) - {""})
    grouped = groupby(ordered, key=lambda citation: (citation.record_id, citation.field))
    return [_evidence(list(group), names) for _about, group in grouped]


def _order(citation: Citation) -> tuple[object, ...]:
    known = list(LABELS)
    base = citation.field.partition("-")[0]
    rank = known.index(base) if base in known else len(known)
    return (citation.record_id, rank, citation.field, not citation.preferred, citation.source_id, citation.start or 0)


def _may_name(citation: Citation) -> bool:
    """Whether it may say a slug: no date, no number, no word of a vocabulary."""
    vocabulary = _vocabulary(citation)
    is_word = vocabulary is not None and citation.says in vocabulary.values
    return citation.field not in DATES and not is_word and any(map(str.isalpha, citation.says))


def _names(slugs: set[str]) -> dict[str, str]:
    """Slugs and country codes as names in the page's language; where two things share a slug, the later kind's."""
    found = sorted(_names_in(language()).rows(sorted(slugs)))
    return {slug: name or slug for _rank, slug, name in found}


@cache
def _names_in(language: str) -> Prepared:
    """All that have such a slug, in one query."""

    def build(rows: Any, slugs: Any) -> Any:
        parts: list[Any] = [
            QuerySet(model).filter(**{f"{key}__in": slugs}).values_list(Value(rank), key, f"{name}_{language}")
            for rank, (model, key, name) in enumerate(NAMED)
        ]
        return parts[0].order_by().union(*(each.order_by() for each in parts[1:]), all=True)

    return Prepared(Country, build, stand_in=lambda at: f"\0{at}")


def _evidence(group: Sequence[Citation], names: dict[str, str]) -> FieldEvidence:
    first = group[0]
    unit = first.record.as_figure.unit if first.field == "value" and first.record.kind == "figure" else ""
    lines = [Line(citation, print_says(citation, unit, names)) for citation in group]
    originals = {
        str(each.source_id): str(each.source.translation_of_id) for each in group if each.source.translation_of_id
    }
    state = field_state(first.field, [statement(each, unit) for each in group], originals)
    return FieldEvidence(first.record, field_label(first.field, names), state, lines)


def statement(citation: Citation, unit: str = "") -> Statement:
    """A citation as the comparison takes it."""
    return Statement(
        source=str(citation.source_id),
        says=citation.says,
        preferred=citation.preferred,
        qualifier=citation.says_qualifier,
        step=citation.says_step,
        unit=unit,
    )


def field_label(field: str, names: dict[str, str]) -> str:
    """“date”, “chair (Kazakhstan)”."""
    base, _dash, code = field.partition("-")
    label = str(LABELS.get(base, base.replace("_", " ")))
    return f"{label} ({names.get(code.upper(), code.upper())})" if code else label


def print_says(citation: Citation, unit: str, names: dict[str, str]) -> str:
    """What a citation says, in the page's language."""
    says, field = citation.says, citation.field
    if field in DATES:
        return print_date(says, language())
    vocabulary = _vocabulary(citation)
    if vocabulary and says in vocabulary.values:
        return str(vocabulary(says).label)
    try:
        return _print_number(citation, unit)
    except (InvalidOperation, ValueError):
        return str(WORDS.get(says) or _named(says, names))


def _vocabulary(citation: Citation) -> type[TextChoices] | None:
    """The words that a field may hold, where it is one of a few."""
    if citation.field == "status" and citation.record.kind == "visit":
        return VisitStatus
    return VOCABULARIES.get(citation.field)


def _named(says: str, names: dict[str, str]) -> str:
    """Slugs as names; what is no list of slugs as it stands."""
    parts = says.split()
    return ", ".join(names[part] for part in parts) if all(part in names for part in parts) else says


def _print_number(citation: Citation, unit: str) -> str:
    value = Decimal(citation.says)
    if citation.field == "value" and unit:
        quantity = Quantity(value, unit, citation.says_qualifier or "exact", citation.says_step)
        text = print_quantity(quantity, language())
        return _("%(amount)s (target)") % {"amount": text} if citation.says_qualifier == "planned" else text
    return ordinal(int(value)) if citation.field == "ordinal" else number(value)


def disputed(citations: Iterable[Citation]) -> list[FieldEvidence]:
    """Only the fields on which sources differ."""
    return [each for each in gather(citations) if each.is_disputed]


__all__ = ["FieldEvidence", "Line", "disputed", "gather", "print_says"]
