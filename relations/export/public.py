"""What may leave, and in which order: published records, what stands on them, and no link to a draft."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import models, transaction
from django.db.models import Exists, F, Func, OuterRef, Prefetch, Q

from relations.models import (
    Citation,
    Country,
    EditorialStatus,
    FindingAnswer,
    Institution,
    Participation,
    Person,
    Record,
    Reporter,
    Revision,
    Source,
    Tenure,
)
from relations.nodes import reading

from .edition import Edition
from .rows import canonical

CHUNK = 500  # rows held in memory at a time
PUBLISHED = EditorialStatus.PUBLISHED


class Bytewise(Func):
    """A text in the order of its bytes, whatever the collation of the database."""

    template = "%(expressions)s COLLATE %(collation)s"

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, collation='"C"', **context)

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, collation="BINARY", **context)


# Each model in the order of its natural key.
ORDERS: dict[type[models.Model], tuple[Any, ...]] = {
    FindingAnswer: (Bytewise("check_name"), Bytewise("key")),
    Country: (Bytewise("code"),),
    Tenure: (Bytewise("person__slug"), Bytewise("office__slug")),
    Participation: (
        Bytewise("record__slug"),
        Bytewise("role"),
        Bytewise("person__slug").asc(nulls_first=True),
        Bytewise("office__slug").asc(nulls_first=True),
    ),
    Citation: (
        Bytewise("record__slug"),
        Bytewise("field"),
        Bytewise("source__slug"),
        F("start").asc(nulls_first=True),
    ),
}
BY_SLUG = (Bytewise("slug"),)
# Where people, institutions and sources are named: those that only drafts name stay with the drafts.
NAMED_BY: dict[type[models.Model], tuple[tuple[type[models.Model], str], ...]] = {
    Person: ((Participation, "person"), (Reporter, "person")),
    Institution: ((Record, "institutions"), (Reporter, "institution"), (Source, "institution")),
    Source: ((Citation, "source"),),
}


def leaves(kind: str, record: str = "") -> Q:
    """Whether the record at a path is published, and of a kind where one is named; a meeting needs its council too."""
    wanted = {"editorial_status": PUBLISHED, **({"kind": kind} if kind else {})}
    council = Q(**{f"{record}as_meeting__isnull": True}) | Q(
        **{f"{record}as_meeting__council__editorial_status": PUBLISHED}
    )
    return Q(**{f"{record}{name}": value for name, value in wanted.items()}) & council


def rows(model: type[models.Model], kind: str = "") -> models.QuerySet[Any]:
    """The rows of a model that may leave, in order; with a kind, only what stands on its records."""
    found: models.QuerySet[Any] = model._default_manager.order_by(*ORDERS.get(model, BY_SLUG))
    if model is Record:
        return found.filter(leaves(kind))
    if model is Tenure:
        return found.filter(person__in=rows(Person))
    if model is FindingAnswer:
        return found.filter(Q(record__isnull=True) | leaves(kind, "record__"))
    if model in NAMED_BY:
        return found.exclude(only_drafts_name(model))
    stands_on_a_record = "record" in {field.name for field in model._meta.fields}
    return found.filter(leaves(kind, "record__")) if stands_on_a_record else found


def only_drafts_name(model: type[models.Model]) -> Q:
    """Whether a row is named somewhere, but nowhere in what leaves."""
    anywhere, outside = Q(), Q()
    for by, column in NAMED_BY[model]:
        anywhere |= Q(Exists(by._default_manager.filter(**{column: OuterRef("pk")})))
        outside |= Q(Exists(rows(by).filter(**{column: OuterRef("pk")})))
    return anywhere & ~outside


def stream(queryset: models.QuerySet[Any], columns: Iterable[Any]) -> Iterator[Any]:
    """Rows chunk by chunk, with all that these columns point at: as many queries for each chunk."""
    joined, fetched = [], []
    for column in columns:
        if column.many_to_many:
            fetched.append(column.name)
        elif may_stay(column):  # a link to a draft reads as no link
            fetched.append(Prefetch(column.name, rows(column.related_model)))
        elif column.is_relation and column.related_model is not Country and not column.remote_field.parent_link:
            joined.append(column.name)
    yield from queryset.select_related(*joined).prefetch_related(*fetched).iterator(chunk_size=CHUNK)


def may_stay(column: Any) -> bool:
    """Whether a column may point at what stays: a visit, a meeting, …; the original of a source."""
    if not column.is_relation or column.remote_field.parent_link:
        return False
    target = column.related_model
    return (issubclass(target, Record) and target is not Record) or target is column.model is Source


def edition() -> Edition:
    """The revision that is seen now."""
    revision = Revision.current()
    return Edition(revision.number, canonical(revision.changed_at))


@contextmanager
def snapshot() -> Iterator[None]:
    """See one state of the data throughout, without holding up those who write.

    Inside a transaction of somebody else's it does nothing.
    """
    connection = reading.connection()
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        with connection.cursor() as cursor:  # atomic() would take the write lock
            cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            connection.cursor().execute("ROLLBACK")
    else:
        with transaction.atomic(using=connection.alias):
            connection.cursor().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
