"""How well sources agree on a whole record: the one writer of `Record.consensus`."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from django.apps import apps

from .agreement import State, Statement, compatible, state_of

CHUNK = 500  # records looked at together
WORST_FIRST = (State.CONFLICT, State.MAJORITY, State.SINGLE, State.CONFIRMED)
COLUMNS = (
    "record_id",
    "field",
    "source_id",
    "source__translation_of_id",
    "says",
    "preferred",
    "says_qualifier",
    "says_step",
    "record__as_figure__unit",
)

Originals = Mapping[str, str]  # of translations, by source


def field_state(field: str, statements: Sequence[Statement], originals: Originals) -> State:
    """The state of a field; a translation that says what its original says adds no voice, one that differs does."""
    return state_of(field, [_in_its_voice(field, each, statements, originals) for each in statements])


def _in_its_voice(field: str, one: Statement, statements: Sequence[Statement], originals: Originals) -> Statement:
    original = originals.get(one.source)
    agrees = any(each.source == original and compatible(field, one, each) for each in statements)
    return replace(one, source=original) if original and agrees else one


def of_record(said: Mapping[str, Sequence[Statement]], originals: Originals) -> str:
    """The worst state among a record's fields; empty where nothing is cited."""
    states = {field_state(field, statements, originals) for field, statements in said.items()}
    return next((state.value for state in WORST_FIRST if state in states), "")


def refresh(keys: Iterable[int] | None = None, get_model: Callable[[str, str], Any] = apps.get_model) -> int:
    """Write the column of these records, or of all, where it differs; returns how many did.

    Two queries for each chunk of records, and one for each state that changes.
    """
    records, citations = get_model("relations", "Record"), get_model("relations", "Citation")
    wanted = sorted(set(records.objects.values_list("pk", flat=True).order_by() if keys is None else keys))
    chunks = (wanted[start : start + CHUNK] for start in range(0, len(wanted), CHUNK))
    return sum(_write(chunk, records, citations) for chunk in chunks)


def _write(keys: list[int], records: Any, citations: Any) -> int:
    stored = records.objects.filter(pk__in=keys).values_list("pk", "consensus").order_by()
    derived = derive(keys, citations)
    wrong = [key for key, state in stored if derived.get(key, "") != state]
    for state in {derived.get(key, "") for key in wrong}:
        of_state = [key for key in wrong if derived.get(key, "") == state]
        records.objects.filter(pk__in=of_state).update(consensus=state)
    return len(wrong)


def derive(keys: Sequence[int], citations: Any) -> dict[int, str]:
    """What the citations of these records say of them, in one query; records without any are left out."""
    rows = citations.objects.filter(record__in=keys).values_list(*COLUMNS)
    rows = rows.order_by("record_id", "field", "-preferred", "source_id", "start")
    return {key: _of_rows(list(group)) for key, group in groupby(rows, key=lambda row: row[0])}


def _of_rows(rows: Sequence[tuple[Any, ...]]) -> str:
    said: dict[str, list[Statement]] = {}
    originals: dict[str, str] = {}
    for _record, field, source, original, says, preferred, qualifier, step, unit in rows:
        unit = (unit or "") if field == "value" else ""
        said.setdefault(field, []).append(Statement(str(source), says, preferred, qualifier, step, unit))
        if original:
            originals[str(source)] = str(original)
    return of_record(said, originals)
