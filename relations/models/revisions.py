"""What the site knows of its own state: the revision of the data, and what the fixtures last loaded."""

from django.db import models
from django.utils.translation import gettext_lazy as _


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
        return cls.objects.get(pk=1)


class LoadedRow(models.Model):
    """The digest of a row as the fixtures last loaded it: a row that differs since was changed by staff."""

    model = models.CharField(max_length=40)
    key = models.CharField(max_length=400)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["model", "key"], name="loaded_row_once")]

    def __str__(self) -> str:
        return self.key
