"""The index kept true: what triggers noted is written again, in small steps, before a question is answered.

Nothing that writes records knows of search: triggers see every write, loaddata's and SQL by hand as well, and cannot
be forgotten by the next form. A reader waits for a few dozen changed records and no more; whoever loads many runs
index_records (load_fixtures does), and until then a question is answered from what is indexed, and says so.
"""

import logging
from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db import DatabaseError, connection, transaction
from django.db.models import Q

from relations.bulk import renew, settle
from relations.models import Person, Record, Relationship, SearchChange, SearchDocument, SearchWord
from relations.nodes import reading

from .documents import OTHERS, other_documents, other_key, record_documents
from .helping import is_worth_it
from .rebuilding import TABLES, new_words, write_all

BATCH = 200
AT_ONCE = 400  # records that a reader waits for
MANY = 5_000  # changed things; fewer are written one by one sooner than an index is made
LOCK = 4_211_912  # our number among PostgreSQL's advisory locks
COLUMNS = ["title", "names", "summary", "cited"]
ANY_CHANGE = f"SELECT 1 FROM {SearchChange._meta.db_table} LIMIT 1"  # noqa: S608  # our own name
log = logging.getLogger(__name__)
# Which records a noun's name stands in.
NAMED_IN: dict[str, tuple[str, ...]] = {
    "person": ("participations__person",),
    "office": ("participations__office",),
    "institution": ("institutions",),
    "source": ("citations__source",),
    "place": ("place", "place__renamed_to"),
    "reporter": ("as_figure__reporter",),
    "relationship": ("relationship",),
    "country": (
        *(f"relationship__{side}__pk" for side in ("first", "second")),
        *(f"as_{half}__{side}__pk" for half in ("visit", "figure") for side in ("origin", "destination")),
        "countries",
    ),
}


def bring_up_to_date(most: int = AT_ONCE) -> bool:
    """Index what changed, unless that is more than `most` rows; says whether the index is true now."""
    if not _is_anything_noted():
        return True
    is_true = reading.is_primary() and _index_at_once(most)  # a replica takes nothing: it waits for the primary
    if not is_true:
        reading.call_provisional()
    return is_true


def _is_anything_noted() -> bool:
    """Asked before every question, in SQL of our own: the ORM takes ten times as long to word it."""
    with reading.connection().cursor() as cursor:
        cursor.execute(ANY_CHANGE)
        return cursor.fetchone() is not None


def _index_at_once(most: int) -> bool:
    if len(SearchChange.objects.values_list("noun", "key").distinct()[: most + 1]) > most:
        return False
    try:
        return refresh(wait=False) is not None
    except DatabaseError:  # another writer holds the database: answer from what is there
        log.warning("The search index could not be brought up to date", exc_info=True)
        return False


def refresh(*, wait: bool = True) -> int | None:
    """Index everything that changed; returns the number of things written or removed, None where it is not our turn."""
    written = 0
    while True:
        with transaction.atomic():
            if not _has_turn(wait):
                return None
            changes = list(SearchChange.objects.order_by("pk")[: BATCH * 20])
            if not changes:
                return written
            written += _index(changes)
            SearchChange.objects.filter(pk__in=[change.pk for change in changes]).delete()


def catch_up() -> int:
    """After a load: index what changed, or all things anew where most of them did; returns how many were written."""
    waiting = SearchChange.objects.values_list("noun", "key").distinct().count()
    return rebuild() if waiting > max(MANY, SearchDocument.objects.count()) else refresh() or 0


def rebuild() -> int:
    """Forget the index and write it again; returns the number of things in it."""
    helped, was_empty = is_worth_it(), not SearchDocument.objects.exists()
    with transaction.atomic():
        _has_turn(wait=True)
        written = write_all(helped=helped)
    settle(*TABLES.values())
    if not was_empty:
        renew(TABLES[SearchDocument])
    return written


def _has_turn(wait: bool) -> bool:
    """One writer of the index at a time; SQLite has one writer anyhow."""
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        if wait:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
            return True
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
        return bool(cursor.fetchone()[0])


def _index(changes: Iterable[SearchChange]) -> int:
    changed: dict[str, set[int]] = defaultdict(set)
    for change in changes:
        changed[change.noun].add(change.key)
    records = changed.pop("record", set())
    for noun, keys in changed.items():
        records |= set(_records_naming(noun, keys))
    if countries := changed.get("country"):
        sides = Q(first__pk__in=countries) | Q(second__pk__in=countries)
        changed["relationship"] |= set(Relationship.objects.filter(sides).values_list("pk", flat=True))
    if offices := changed.get("office"):
        changed["person"] |= set(Person.objects.filter(tenures__office__in=offices).values_list("pk", flat=True))
    others = {str(model._meta.model_name) for model in OTHERS}
    things = [("record", records), *((noun, keys) for noun, keys in changed.items() if noun in others)]
    for noun, keys in things:
        _write_all(noun, sorted(keys))
    return sum(len(keys) for _noun, keys in things)


def _records_naming(noun: str, keys: set[int]) -> Iterable[int]:
    wanted = Q(pk__in=[])
    for path in NAMED_IN[noun]:
        wanted |= Q(**{f"{path}__in": keys})
    found: Iterable[int] = Record.objects.filter(wanted).order_by().values_list("pk", flat=True).distinct()
    return found


def _write_all(noun: str, keys: Iterable[int]) -> None:
    """In the order of their documents' numbers: FTS5 begins anew for each that is below the last."""
    every = list(keys) if noun == "record" else list(keys)[::-1]
    for at in range(0, len(every), BATCH):
        _write(noun, every[at : at + BATCH])


def _write(noun: str, pks: Sequence[int]) -> None:
    """Write the documents of these things, and remove those of what is gone or not public."""
    if noun == "record":
        found, keys = record_documents(pks), list(pks)
    else:
        model = next(each for each in OTHERS if each._meta.model_name == noun)
        found, keys = sorted(other_documents(model, pks)), [other_key(model, pk) for pk in pks]
    gone = set(keys) - {document.id for document in found}
    documents = [SearchDocument(**document._asdict()) for document in found]
    SearchDocument.objects.filter(pk__in=gone).delete()
    SearchDocument.objects.bulk_create(
        documents, update_conflicts=True, unique_fields=["id"], update_fields=COLUMNS, batch_size=100
    )
    _remember_words(documents)


def _remember_words(documents: Iterable[SearchDocument]) -> None:
    texts = [text for each in documents for text in (each.title, each.names, each.summary)]
    SearchWord.objects.bulk_create(
        [SearchWord(folded=folded, spelt=word) for folded, word in sorted(new_words(texts).items())],
        ignore_conflicts=True,
        batch_size=500,
    )
