"""Whether a record shows what its preferred citations say, and cites all that it shows. Pure: no ORM, no HTTP."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Said:
    """What one source says of a field, in the field's own notation."""

    field: str
    says: str
    preferred: bool = False
    qualifier: str = ""
    step: Decimal | None = None


@dataclass(frozen=True)
class Shown:
    """What a record shows in a field, in the notation of `Said`; no source need say what is empty or a default."""

    field: str
    value: str
    qualifier: str = ""
    step: Decimal | None = None
    needs_source: bool = True


def uncited(shown: Iterable[Shown], said: Iterable[Said]) -> list[str]:
    """The fields whose value no source supports."""
    cited = {one.field for one in said}
    return [one.field for one in shown if one.needs_source and one.field not in cited]


def faults(shown: Iterable[Shown], said: Iterable[Said]) -> Iterator[tuple[str, str]]:
    """Each cited field without exactly one preferred citation, or whose value differs from it, and a sentence."""
    values = {one.field: one for one in shown}
    by_field: dict[str, list[Said]] = {}
    for one in said:
        by_field.setdefault(one.field, []).append(one)
    for field, citations in by_field.items():
        preferred = [one for one in citations if one.preferred]
        if not preferred:
            yield field, _("Mark one citation of “%(field)s” as the preferred one.") % {"field": field}
        elif len(preferred) > 1:
            yield field, _("Only one citation of “%(field)s” can be the preferred one.") % {"field": field}
        elif field in values and not same(values[field], preferred[0]):
            yield field, contradiction(values[field], preferred[0])


def same(shown: Shown, said: Said) -> bool:
    """Whether the value is the one that the citation says, numbers by their amount."""
    if _number(shown.value) != _number(said.says) or (shown.value != said.says and _number(said.says) is None):
        return False
    if not shown.qualifier:
        return True
    return shown.qualifier == (said.qualifier or "exact") and shown.step == said.step


def contradiction(shown: Shown, said: Said) -> str:
    """The sentence that sets both values side by side."""
    if not shown.value:
        return _("The preferred citation says %(says)s, the record nothing.") % {"says": said.says}
    words = {
        "says": _in_full(said.says, said.qualifier or "exact", said.step) if shown.qualifier else said.says,
        "shown": _in_full(shown.value, shown.qualifier, shown.step) if shown.qualifier else shown.value,
    }
    return _("The preferred citation says %(says)s, the record %(shown)s.") % words


def _number(text: str) -> Decimal | None:
    """The amount of a plain decimal; None for every other notation."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _in_full(value: str, qualifier: str, step: Decimal | None) -> str:
    """A quantity with all that two sources can differ in."""
    rounding = _("step %(step)s") % {"step": f"{step.normalize():f}"} if step else _("no step")
    return f"{value} ({qualifier}, {rounding})"
