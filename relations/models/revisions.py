"""What the site knows of its own state: the revision of the data, and what the fixtures last loaded."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from relations.prepared import Prepared


class Revision(models.Model):
    """One row: a number that database triggers raise with every write to public data."""

    number = models.BigIntegerField(default=1)
    changed_at = models.DateTimeField()

    class Meta:
        verbose_name, verbose_name_plural = _("revision"), _("revisions")
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="revision_is_one_row")]

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def current(cls) -> "Revision":
        """As it is now: every page asks, so the question is a prepared one. Raises DoesNotExist before migrate."""
        for id_, number, changed_at in CURRENT.rows([1]):
            return cls(id_, number, changed_at)
        raise cls.DoesNotExist


CURRENT = Prepared(
    Revision, lambda rows, keys: rows.filter(pk__in=keys).order_by().values_list("id", "number", "changed_at")
)


class LoadedRow(models.Model):
    """The digest of a row as the fixtures last loaded it: a row that differs since was changed by staff."""

    model = models.CharField(max_length=40)
    key = models.CharField(max_length=400)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["model", "key"], name="loaded_row_once")]

    def __str__(self) -> str:
        return self.key
