"""What search keeps: the tokens of everything that can be found, and what has changed since they were written."""

from django.db import models


class SearchChange(models.Model):
    """A row that changed and is not indexed again yet; database triggers write it, relations.search.index reads it.

    Rows repeat: a change that commits while an older one is being indexed must have a row of its own.
    """

    noun = models.CharField(max_length=16)
    key = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["noun", "key"], name="search_change_of")]

    def __str__(self) -> str:
        return f"{self.noun} {self.key}"


class SearchDocument(models.Model):
    """Tokens of one thing, by weight. Records have their own number, everything else a negative one.

    The engines index these columns by themselves: FTS5 through triggers, PostgreSQL through generated columns.
    """

    id = models.BigIntegerField("ID", primary_key=True)
    title = models.TextField()
    names = models.TextField(blank=True)
    summary = models.TextField(blank=True)
    cited = models.TextField(blank=True)

    def __str__(self) -> str:
        return str(self.pk)


class SearchWord(models.Model):
    """A word that was indexed once, for “did you mean”; it may have gone since, so ask before suggesting it."""

    folded = models.CharField(max_length=48, unique=True)
    spelt = models.CharField(max_length=48)

    def __str__(self) -> str:
        return self.spelt
