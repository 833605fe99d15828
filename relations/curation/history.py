"""The first entry in each loaded row's history, so that a later edit can be compared and reverted."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.utils import timezone

from relations.models import Record

REASON = "fixtures"


def keep_history(written: Mapping[type[models.Model], set[int]]) -> None:
    """Record the present state of what a load wrote; a record's own history is that of its kind."""
    now = timezone.now()
    for model in written.keys() | set(Record.__subclasses__()):
        if model is Record:
            continue
        pks = written.get(model, set()) | (written.get(Record, set()) if issubclass(model, Record) else set())
        found = list(model._default_manager.filter(pk__in=pks))
        manager: Any = getattr(model, "history")  # noqa: B009  # added by the registry, unknown to the checker
        manager.bulk_history_create(found, batch_size=200, default_change_reason=REASON, default_date=now)
