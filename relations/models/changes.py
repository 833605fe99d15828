"""What became of records: when each was last touched, and how it stood at a revision."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy

from .labels import Labelled
from .records import Kind

if TYPE_CHECKING:
    Bytes = models.BinaryField[bytes, bytes]
else:
    Bytes = models.BinaryField


class RecordTouch(models.Model):
    """The last write that touched a record or what hangs on it; only database triggers write it, `kept` excepted.

    It outlives its record: no foreign key, and `gone` where the record is.
    """

    record_id = models.BigIntegerField(primary_key=True)
    slug = models.CharField(max_length=120, db_index=True)
    kind = models.CharField(max_length=12)
    revision = models.BigIntegerField(db_index=True)
    changed_at = models.DateTimeField()
    kept = models.BigIntegerField(default=0)  # the revision that versions are kept up to
    gone = models.BooleanField(default=False)

    class Meta:
        indexes = [
            # In the order of the question, or that of touch_newest looks better to planners, and all are read.
            models.Index(fields=["revision", "record_id"], name="touch_waiting", condition=Q(kept__lt=F("revision"))),
            # Feeds follow it: of what one load wrote, all has the same revision.
            models.Index(fields=["revision", "record_id"], name="touch_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.slug} {self.revision}"


class Change(models.TextChoices):
    """What a version is to the one before it."""

    ADDED = "added", pgettext_lazy("of a record", "added")
    CHANGED = "changed", pgettext_lazy("of a record", "changed")
    REMOVED = "removed", pgettext_lazy("of a record", "removed")


class RecordVersion(Labelled):
    """A published record as it stood from a revision on; `relations.changes.keeping` writes it.

    Later rows never have a lower revision. What a record was called stays when it is removed, its document does not.
    """

    record_id = models.BigIntegerField()
    slug = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=Kind)
    revision = models.BigIntegerField()
    at = models.DateTimeField()
    day = models.DateField()
    change = models.CharField(max_length=8, choices=Change)
    fields = models.TextField(blank=True)  # the columns that changed, with spaces between
    title_tr = models.CharField(max_length=200, blank=True)
    title_en = models.CharField(max_length=200, blank=True)
    date = models.CharField(max_length=40, blank=True)
    document = Bytes(blank=True, default=b"")  # compressed JSON, as in records.ndjson; empty where removed

    class Meta:
        constraints = [models.UniqueConstraint(fields=["record_id", "revision"], name="version_once_a_revision")]
        indexes = [
            models.Index(fields=["slug", "id"], name="version_of_slug"),
            models.Index(fields=["revision", "id"], name="version_since"),
            models.Index(fields=["day", "id"], name="version_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.slug} {self.revision}"
