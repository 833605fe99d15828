"""How many records are public: numbers that database triggers keep true, so that no request has to count."""

from django.db import models
from django.db.models import F

from .countries import Relationship


class Cell(models.Model):
    """So many public records of a kind and a field, on which sources differ or not, whose bounds lie in these years.

    A year that is open or not known is 0, and so may be a number whose records have gone.
    """

    pk = models.CompositePrimaryKey("kind", "area", "differs", "first", "last")
    kind = models.CharField(max_length=12)
    area = models.CharField(max_length=16)
    differs = models.BooleanField()
    first = models.SmallIntegerField()
    last = models.SmallIntegerField()
    number = models.IntegerField()

    def __str__(self) -> str:
        return f"{self.kind}, {self.area}, {self.first}–{self.last}: {self.number}"


class PairNumber(models.Model):
    """How many public records a pair has of its own; every pair has a row, which bears its slug to be sorted by."""

    relationship = models.OneToOneField(
        Relationship,
        models.DO_NOTHING,  # its trigger takes the row away
        primary_key=True,
        db_constraint=False,
        related_name="counted",
    )
    slug = models.CharField(max_length=7)
    records = models.IntegerField(default=0)

    class Meta:
        indexes = [models.Index(F("records").desc(), "slug", name="pair_by_records")]

    def __str__(self) -> str:
        return f"{self.slug}: {self.records}"
