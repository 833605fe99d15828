"""The whole index written anew, by the roads that an engine has for much at once; memory does not grow with it."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from itertools import islice
from typing import Any

from django.db import connection

from relations.bulk import without_triggers, write
from relations.garbage import between_batches
from relations.models import Record, SearchChange, SearchDocument, SearchWord

from .documents import OTHERS, Document, other_documents, record_documents
from .engines import postgres, sqlite
from .helping import Helper, Row
from .words import forms

BATCH = 1_000
TABLES = {model: model._meta.db_table for model in (SearchDocument, SearchWord, SearchChange)}
COLUMNS = Document._fields
TITLE, SUMMARY = COLUMNS.index("title"), COLUMNS.index("summary")  # words are read in these, and in names between them


def write_all(*, helped: bool = False) -> int:
    """Forget the index and write it again, in the caller's transaction; returns the number of things in it."""
    with _emptied(), between_batches() as collect:
        written, words = 0, set[str]()
        for rows in _all_rows(helped):
            write(TABLES[SearchDocument], COLUMNS, rows)
            _write_words(rows, words)
            written += len(rows)
            collect()
    return written


def _all_rows(helped: bool) -> Iterator[list[Row]]:
    """Documents of everything that can be found, batch by batch; of records every other one by a helper, if asked for.

    A helper takes a while to start: what is no record comes first.
    """
    with Helper(BATCH) if helped else nullcontext() as helper:
        for model in OTHERS:
            for keys in _keys(model, BATCH):
                yield list(map(tuple, other_documents(model, keys)))
        for at, keys in enumerate(_keys(Record, BATCH)):
            theirs = helper.rows(keys) if helper and at % 2 else None
            yield _rows(keys) if theirs is None else theirs


def every_other(size: int) -> Iterator[tuple[list[int], list[Row]]]:
    """What a helper works out: each second batch of records, with its keys."""
    with between_batches() as collect:
        for keys in islice(_keys(Record, size), 1, None, 2):
            yield keys, _rows(keys)
            collect()


def _rows(keys: Sequence[int]) -> list[Row]:
    return list(map(tuple, record_documents(keys)))


def _keys(model: type[Any], size: int) -> Iterator[list[int]]:
    """All primary keys in their order, so many at a time."""
    keys, found = [0], model._default_manager.order_by("pk").values_list("pk", flat=True)
    while keys := list(found.filter(pk__gt=keys[-1])[:size]):
        yield keys
        if len(keys) < size:
            return


def _write_words(rows: Iterable[Row], known: set[str]) -> None:
    """Keep each new word; as many are remembered as languages have."""
    found = new_words(text for row in rows for text in row[TITLE : SUMMARY + 1])
    new = [(folded, word) for folded, word in sorted(found.items()) if folded not in known]
    known.update(found)
    write(TABLES[SearchWord], ("folded", "spelt"), new)


def new_words(texts: Iterable[str]) -> dict[str, str]:
    """Every word of titles, names and summaries, folded and as it is spelt, so that a misspelt one can be put right."""
    spelt = {word for text in texts for word in _plain_words(text)}
    return {forms(word).folded: word for word in sorted(spelt) if forms(word).folded.isascii()}


def _plain_words(stream: str) -> Iterable[str]:
    return (word for word in stream.partition("|")[0].split() if len(word) >= 4 and word.isalpha())


@contextmanager
def _emptied() -> Iterator[None]:
    """Empty tables, whose full-text indexes are made when all is written: FTS5 and GIN are slow row by row."""
    engine: Any = {"postgresql": postgres, "sqlite": sqlite}[connection.vendor]
    was_empty = not SearchDocument.objects.exists()  # else somebody may be reading: PostgreSQL would make him wait
    with without_triggers(list(TABLES.values())), connection.cursor() as cursor:
        for table in TABLES.values():
            cursor.execute(f"DELETE FROM {table}")  # noqa: S608  # our own names
        for statement in engine.before_all(was_empty):
            cursor.execute(statement)
        yield
        for statement in engine.after_all(was_empty):
            cursor.execute(statement)
