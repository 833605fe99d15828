"""The whole index written anew, by the roads that an engine has for much at once; memory does not grow with it."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection

from relations.bulk import analyse, without_triggers, write
from relations.models import Record, SearchChange, SearchDocument, SearchWord

from .documents import OTHERS, other_documents, record_documents
from .engines import postgres, sqlite
from .words import forms

BATCH = 1_000
TABLES = {model: model._meta.db_table for model in (SearchDocument, SearchWord, SearchChange)}
COLUMNS = ("id", "title", "names", "summary", "cited")


def write_all() -> int:
    """Forget the index and write it again, in the caller's transaction; returns the number of things in it."""
    with _emptied():
        written, words = 0, set[str]()
        for documents in _all_documents():
            rows = [tuple(getattr(each, name) for name in COLUMNS) for each in documents]
            write(TABLES[SearchDocument], COLUMNS, rows)
            _write_words(documents, words)
            written += len(rows)
    for table in TABLES.values():
        analyse(table)
    return written


def _all_documents() -> Iterator[list[SearchDocument]]:
    """Documents of everything that can be found, batch by batch."""
    for keys in _keys(Record):
        yield record_documents(keys)
    for model in OTHERS:
        for keys in _keys(model):
            yield other_documents(model, keys)


def _keys(model: type[Any]) -> Iterator[list[int]]:
    """All primary keys in their order, some at a time."""
    keys, found = [0], model._default_manager.order_by("pk").values_list("pk", flat=True)
    while keys := list(found.filter(pk__gt=keys[-1])[:BATCH]):
        yield keys
        if len(keys) < BATCH:
            return


def _write_words(documents: Sequence[SearchDocument], known: set[str]) -> None:
    """Keep each new word; as many are remembered as languages have."""
    found = new_words(documents)
    rows = [(folded, word) for folded, word in sorted(found.items()) if folded not in known]
    known.update(found)
    write(TABLES[SearchWord], ("folded", "spelt"), rows)


def new_words(documents: Iterable[SearchDocument]) -> dict[str, str]:
    """Every word of titles, names and summaries, folded and as it is spelt, so that a misspelt one can be put right."""
    spelt = {
        word for each in documents for text in (each.title, each.names, each.summary) for word in _plain_words(text)
    }
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
