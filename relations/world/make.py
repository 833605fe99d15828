"""A world into an empty database: all or nothing, through its constraints, in memory that does not grow with it."""

from collections.abc import Callable

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction

from relations import bulk
from relations.filling import filling

from . import ground
from .chance import Dice
from .circle import World
from .citing import Sources
from .earth import lands, records_of_pairs, weights
from .life import live
from .rows import COLUMNS, NUMBERED, Rows
from .size import Size

CHUNK = 2_000  # records that are written together
TABLES = {table: f"relations_{table}" for table in COLUMNS}
Tell = Callable[[int], None]


class NotEmptyError(Exception):
    """The database holds something already; the text names the table."""


def make(records: int, seed: int, tell: Tell = lambda _done: None) -> dict[str, int]:
    """Write a world; returns how many rows each table got. Raises NotEmptyError, and then nothing has changed."""
    with transaction.atomic():
        _refuse_what_is_there()
        with filling(kept=True):  # a record's history begins with the first change after this
            given = _write(_world(records, seed), tell)
        _number_on()
    bulk.settle()
    return given


def _refuse_what_is_there() -> None:
    for table, name in TABLES.items():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT 1 FROM {name} LIMIT 1")  # noqa: S608  # our own names
            if cursor.fetchone():
                raise NotEmptyError(table)


def _world(records: int, seed: int) -> tuple[World, list[int]]:
    dice = Dice(seed, "earth")
    busy = weights(dice)
    size = Size.of(records, busy)
    world = World(seed, size, lands(), Rows(), Sources(size.sources))
    return world, records_of_pairs(records - size.shared, busy, dice)


def _write(made: tuple[World, list[int]], tell: Tell) -> dict[str, int]:
    world, of_pairs = made
    for begin in (ground.countries, ground.bodies, ground.places, ground.people, ground.sources):
        begin(world)
        _flush(world.rows)
    for done, _record in enumerate(live(world, of_pairs), 1):
        if done % CHUNK == 0:
            _flush(world.rows)
            tell(done)
    _flush(world.rows)
    tell(world.size.records)
    return world.rows.given


def _flush(rows: Rows) -> None:
    for table, waiting in rows.waiting.items():
        bulk.write(TABLES[table], COLUMNS[table], waiting)
        rows.given[table] += 0 if table in NUMBERED else len(waiting)
    rows.empty()


def _number_on() -> None:
    """Let the next row get a number of its own."""
    models = list(apps.get_app_config("relations").get_models(include_auto_created=True))
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
