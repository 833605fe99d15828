"""The first entry in each loaded row's history, so that a later edit can be compared and reverted."""

from collections.abc import Mapping
from typing import Any

from django.db import connection, models
from django.db.models import Value
from django.utils import timezone
from modeltranslation.manager import MultilingualQuerySet

from relations.models import Record

REASON = "fixtures"
CHUNK = 5_000  # rows a statement, for a statement takes so many parameters


def keep_history(written: Mapping[type[models.Model], set[int]]) -> None:
    """Record the present state of what a load wrote; a record's own history is that of its kind."""
    now = timezone.now()
    for model in written.keys() | set(Record.__subclasses__()):
        if model is Record:
            continue
        pks = sorted(written.get(model, set()) | (written.get(Record, set()) if issubclass(model, Record) else set()))
        for start in range(0, len(pks), CHUNK):
            _copy(model, pks[start : start + CHUNK], now)


def _rows(model: type[models.Model], pks: list[int]) -> Any:
    """The rows with these keys, which are in order; where no others lie between, the first and the last say which."""
    between = model._default_manager.filter(pk__gte=pks[0], pk__lte=pks[-1])
    some = between.order_by().values_list("pk", flat=True)[: len(pks) + 1]  # more than these are others
    others = set(some).difference(pks)
    return model._default_manager.filter(pk__in=pks) if others else between


def _copy(model: type[models.Model], pks: list[int], now: Any) -> None:
    """The history's columns from the table's own, without a row passing through here."""
    history: Any = getattr(model, "history").model  # noqa: B009  # added by the registry, unknown to the checker
    about = {"history_type": "+", "history_change_reason": REASON, "history_date": now}
    names = [field.attname for field in history.tracked_fields]
    columns = [history._meta.get_field(name).column for name in (*names, *about)]
    values = [Value(value, history._meta.get_field(name)) for name, value in about.items()]
    found: Any = _rows(model, pks).order_by("pk")
    found = found.rewrite(False) if isinstance(found, MultilingualQuerySet) else found
    sql, params = found.values_list(*names, *values).query.sql_with_params()
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        into = f"{quote(history._meta.db_table)} ({', '.join(map(quote, columns))})"
        cursor.execute(f"INSERT INTO {into} {sql}", params)
