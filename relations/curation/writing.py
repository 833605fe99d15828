"""Fixture rows → tables, many rows a statement; what the database refuses becomes the error of one row's line."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from django.db import DatabaseError, connection, models, transaction

from relations.bulk import write
from relations.garbage import between_batches
from relations.models import Citation, Record

from .columns import Keys, Prepared, link_later, own_columns, prepare
from .fixture_checks import Survey
from .fixture_files import MODELS, FixtureRow
from .stored import Stored

BATCH = 1_000  # rows held in memory at a time
Written = dict[type[models.Model], set[int]]  # primary keys by model
T = TypeVar("T")


class Writing:
    """Writes what is new or different, model by model; links to rows that come later are made last."""

    def __init__(self, fixtures: Survey, stored: dict[str, Stored]) -> None:
        self.fixtures, self.stored, self.keys = fixtures, stored, Keys()
        self.written: Written = defaultdict(set)
        self._later: list[Prepared] = []

    def write(self, keys: set[str]) -> Written:
        """Write the rows with these keys; raises FixtureError."""
        concerned = {key.partition(" ")[0] for key in keys}
        with between_batches() as collect:
            for model in MODELS:
                if model._meta.label_lower in concerned:
                    for some in batches(self._in_order(model, keys), BATCH):
                        self._write(model, some)
                        collect()
        for prepared in self._later:
            _guarded([prepared], self._link)
        return self.written

    def _in_order(self, model: type[models.Model], keys: set[str]) -> Iterator[FixtureRow]:
        """A citation that gives up its preference comes before the one that takes it, where any are stored."""
        rows = (row for row in self.fixtures.rows(model) if row.key in keys)
        if model is not Citation or not any(key.startswith(f"{model._meta.label_lower} ") for key in self.stored):
            return rows
        last = (row for row in self.fixtures.rows(model) if row.row["fields"]["preferred"] and row.key in keys)
        return (row for part in ((row for row in rows if not row.row["fields"]["preferred"]), last) for row in part)

    def _write(self, model: type[models.Model], rows: list[FixtureRow]) -> None:
        new = [row for row in rows if row.key not in self.stored]
        changed = [row for row in rows if row.key in self.stored]
        added = self._prepare(new, _new_keys(model, new, self.keys))
        altered = self._prepare(changed, [self.stored[row.key].pk for row in changed])
        _guarded(altered, _update)
        _guarded(added, _insert)
        known = self.keys.of(model) if _has_name(model) else {}
        for each in (*added, *altered):
            self.written[model].add(each.pk)
            known[each.row.key.partition(" ")[2]] = each.pk
            if each.later:
                self._later.append(each)

    def _prepare(self, rows: Sequence[FixtureRow], pks: Sequence[int]) -> list[Prepared]:
        return [prepare(row, pk, self.keys, self.fixtures.digests) for row, pk in zip(rows, pks, strict=True)]

    def _link(self, some: Sequence[Prepared]) -> None:
        """Make the links of a row that were left open."""
        for prepared in some:
            found = dict(link_later(prepared.row, link, self.keys) for link in prepared.later)
            _set(prepared.row.model, list(found), [(*found.values(), prepared.pk)])


def _has_name(model: type[models.Model]) -> bool:
    """Whether other rows can name a row of this model."""
    return {"slug", "code"} & {column.name for column in model._meta.concrete_fields} != set()


def _new_keys(model: type[models.Model], rows: Sequence[FixtureRow], keys: Keys) -> list[int]:
    """Primary keys for new rows: the record's for its other half, else the next ones that nothing ever had."""
    if issubclass(model, Record) and model is not Record:
        return [_record_of(row, keys) for row in rows]
    return reserve(model, len(rows))


def _record_of(row: FixtureRow, keys: Keys) -> int:
    slug = row.row["fields"]["record"][0]
    if slug not in keys.of(Record):
        raise row.error(f"record: there is no “{slug}”")
    return keys.of(Record)[slug]


def reserve(model: type[models.Model], count: int) -> list[int]:
    """So many primary keys, which the engine will not give to anybody else."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            sequence = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
            cursor.execute(sequence, [table, count])
            return [pk for (pk,) in cursor.fetchall()]
        cursor.execute("SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = %s), 0)", [table])
        (last,) = cursor.fetchone()
        return list(range(last + 1, last + 1 + count))


def _guarded(rows: Sequence[Prepared], act: Callable[[Sequence[Prepared]], None]) -> None:
    """Write rows together; where the database refuses, find the row that it refuses alone, and name its line."""
    if not rows:
        return
    try:
        with transaction.atomic(), connection.wrap_database_errors:
            act(rows)
    except DatabaseError as error:
        if len(rows) == 1:
            raise rows[0].row.error(" ".join(str(error).split())) from error
        middle = len(rows) // 2
        _guarded(rows[:middle], act)
        _guarded(rows[middle:], act)


def _insert(rows: Sequence[Prepared]) -> None:
    model = rows[0].row.model
    names = [str(column.column) for column in (model._meta.pk, *own_columns(model)) if column]
    write(model._meta.db_table, names, [(each.pk, *each.values) for each in rows])
    for column in model._meta.local_many_to_many:
        _add_links(column, {(each.pk, far) for each in rows for far in each.many[column.name]})


def _update(rows: Sequence[Prepared]) -> None:
    model = rows[0].row.model
    names = [str(column.column) for column in own_columns(model)]
    if names:  # a milestone has none
        _set(model, names, [(*each.values, each.pk) for each in rows])
    for column in model._meta.local_many_to_many:
        _set_links(column, rows)


def _set(model: type[models.Model], names: Sequence[str], values: Iterable[tuple[Any, ...]]) -> None:
    """Give columns their values, each row's primary key last."""
    quote = connection.ops.quote_name
    each = ", ".join(f"{quote(name)} = %s" for name in names)
    with connection.cursor() as cursor:
        table, pk = quote(model._meta.db_table), quote(str(model._meta.pk and model._meta.pk.column))
        cursor.executemany(f"UPDATE {table} SET {each} WHERE {pk} = %s", list(values))  # noqa: S608  # our own names


def _set_links(column: Any, rows: Sequence[Prepared]) -> None:
    """Bring what is many on rows to what they say."""
    owner, far = column.m2m_field_name(), column.m2m_reverse_field_name()
    links = column.remote_field.through.objects.filter(**{f"{owner}__in": [each.pk for each in rows]})
    wanted = {(each.pk, key) for each in rows for key in each.many[column.name]}
    there = {(near, key): pk for near, key, pk in links.values_list(f"{owner}_id", f"{far}_id", "pk")}
    links.filter(pk__in=[pk for link, pk in there.items() if link not in wanted]).delete()
    _add_links(column, wanted - there.keys())


def _add_links(column: Any, links: set[tuple[int, int]]) -> None:
    through = column.remote_field.through
    names = ("id", column.m2m_column_name(), column.m2m_reverse_name())
    rows = [(pk, *link) for pk, link in zip(reserve(through, len(links)), sorted(links), strict=True)]
    write(through._meta.db_table, names, rows)


def batches(rows: Iterable[T], size: int) -> Iterator[list[T]]:
    rows = iter(rows)
    while some := list(islice(rows, size)):
        yield some
