"""Countries, places, and the pairs that countries form."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from relations.dashes import paired
from relations.paths import path_of

from .fields import NaturalKeyManager, SlugField, validate_country_code, validate_wikidata


class Country(models.Model):
    """A state, by its ISO 3166-1 alpha-3 code; foreign keys to it hold the code itself."""

    code = models.CharField(_("code"), max_length=3, unique=True, validators=[validate_country_code])
    name = models.CharField(_("name"), max_length=80)
    official_name = models.CharField(_("official name"), max_length=120, blank=True)
    wikidata = models.CharField("Wikidata", max_length=16, blank=True, validators=[validate_wikidata])

    objects = NaturalKeyManager("code")

    class Meta:
        ordering = ["code"]
        verbose_name, verbose_name_plural = _("country"), _("countries")

    def __str__(self) -> str:
        return self.name or self.code

    def natural_key(self) -> tuple[str]:
        return (self.code,)

    def get_absolute_url(self) -> str:
        return path_of("country", self.code.lower())


class Place(models.Model):
    """A city as it was named at a time: Nur-Sultan is a place of its own, renamed to Astana."""

    slug = SlugField()
    name = models.CharField(_("name"), max_length=80)
    country = models.ForeignKey(
        Country,
        models.PROTECT,  # records stand in places
        to_field="code",
        related_name="places",
        verbose_name=_("country"),
    )
    renamed_to = models.ForeignKey(
        "self",
        models.SET_NULL,  # the older name stays a place
        null=True,
        blank=True,
        related_name="former_names",
        verbose_name=_("renamed to"),
    )

    objects = NaturalKeyManager()

    class Meta:
        ordering = ["slug"]
        verbose_name, verbose_name_plural = _("place"), _("places")
        constraints = [
            models.CheckConstraint(condition=~Q(renamed_to=F("id")), name="place_not_renamed_to_itself"),
        ]

    def __str__(self) -> str:
        return self.name or self.slug

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class RelationshipQuerySet(models.QuerySet["Relationship"]):
    def with_countries(self) -> "RelationshipQuerySet":
        return self.select_related("first", "second")


class Relationship(models.Model):
    """Two countries, the code that sorts first standing first: one row a pair."""

    slug = SlugField(max_length=7, editable=False)
    overview = models.TextField(_("overview"), blank=True)
    first = models.ForeignKey(
        Country,
        models.PROTECT,  # a pair is nothing without both
        to_field="code",
        related_name="relationships_as_first",
        verbose_name=_("first country"),
    )
    second = models.ForeignKey(
        Country,
        models.PROTECT,  # a pair is nothing without both
        to_field="code",
        related_name="relationships_as_second",
        verbose_name=_("second country"),
    )

    objects = NaturalKeyManager.from_queryset(RelationshipQuerySet)()

    class Meta:
        ordering = ["slug"]
        verbose_name, verbose_name_plural = _("relationship"), _("relationships")
        constraints = [
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="relationship_in_canonical_order"),
            models.UniqueConstraint(fields=["first", "second"], name="relationship_once_a_pair"),
        ]

    def __str__(self) -> str:
        return paired(str(self.first), str(self.second))

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def get_absolute_url(self) -> str:
        return path_of("relationship", self.slug)

    @property
    def codes(self) -> tuple[str, str]:
        """Both country codes, in canonical order."""
        return (self.first_id, self.second_id)

    def clean(self) -> None:
        """Put the pair in order and name it; refuse a country with itself and a second row for a pair."""
        if not (self.first_id and self.second_id):
            return
        if self.first_id == self.second_id:
            raise ValidationError({"second": _("A country has no relationship with itself.")})
        low, high = sorted(self.codes)
        if Relationship.objects.filter(first__code=low, second__code=high).exclude(pk=self.pk).exists():
            raise ValidationError({"second": _("This pair of countries already exists, in one order or the other.")})
        self.first_id, self.second_id = low, high
        self.slug = f"{low}-{high}".lower()
