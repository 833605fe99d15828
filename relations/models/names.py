"""Former names: what keeps old addresses alive when a slug is changed, and says what was there when it is deleted."""

from typing import TYPE_CHECKING, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .labels import Labelled


class FormerName(models.Model):
    """A slug that something public had before, or had when it was deleted, with its title then. Triggers write it.

    `noun` is record, person, institution or source; `key` is the row's, which may be gone: no foreign key.
    """

    noun = models.CharField(max_length=12)
    slug = models.CharField(max_length=120)
    key = models.BigIntegerField()
    title_tr = models.CharField(max_length=200, blank=True)
    title_en = models.CharField(max_length=200, blank=True)
    revision = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["noun", "slug"], name="former_name_once")]
        indexes = [models.Index(fields=["noun", "key"], name="former_names_of")]

    def __str__(self) -> str:
        return f"{self.noun} {self.slug}"


class Renamable(Labelled):
    """Something whose old addresses lead to it for good, so that nothing else may take them."""

    named_as: ClassVar[str]
    refusal: ClassVar[str | Promise] = _("Another one was called this: its old address leads there.")
    if TYPE_CHECKING:
        slug: models.CharField[str, str]

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        others = FormerName.objects.filter(noun=self.named_as, slug=self.slug).exclude(key=self.pk or 0)
        if others.exists() and type(self).all_named().filter(pk__in=others.values("key")).exists():
            raise ValidationError({"slug": self.refusal})

    @classmethod
    def all_named(cls) -> models.QuerySet[models.Model]:
        """Everything that shares these names: of records, every kind."""
        model: type[models.Model] = cls
        while parents := model._meta.get_parent_list():
            model = parents[0]
        return model._default_manager.all()
