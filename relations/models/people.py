"""People, the offices that they hold, and the institutions that act."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from relations.paths import path_of

from .countries import Country
from .fields import EdtfField, NaturalKeyManager, SlugField, validate_wikidata
from .labels import Labelled
from .names import Renamable


class InstitutionKind(models.TextChoices):
    MINISTRY = "ministry", _("ministry or state body")
    ORGANISATION = "organisation", _("international organisation")
    UNIVERSITY = "university", _("university")
    COMPANY = "company", _("company")
    MEDIA = "media", _("media")
    OTHER = "other", _("other")


class Institution(Renamable):
    """A ministry, international organisation, university, company or broadcaster."""

    named_as = "institution"

    slug = SlugField()
    kind = models.CharField(_("kind"), max_length=20, choices=InstitutionKind, default=InstitutionKind.OTHER)
    name = models.CharField(_("name"), max_length=160)
    abbreviation = models.CharField(_("abbreviation"), max_length=24, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    country = models.ForeignKey(
        Country,
        models.PROTECT,  # an institution of a state keeps its state
        to_field="code",
        null=True,
        blank=True,
        related_name="institutions",
        verbose_name=_("country"),
    )
    wikidata = models.CharField("Wikidata", max_length=16, blank=True, validators=[validate_wikidata])

    objects = NaturalKeyManager()

    class Meta:
        ordering = ["slug"]
        verbose_name, verbose_name_plural = _("institution"), _("institutions")

    def __str__(self) -> str:
        return self.name or self.slug

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def get_absolute_url(self) -> str:
        return path_of("institution", self.slug)


class Person(Renamable):
    """Somebody who travelled, met, signed or spoke."""

    named_as = "person"

    slug = SlugField()
    name = models.CharField(_("name"), max_length=120)
    summary = models.TextField(_("summary"), blank=True)
    wikidata = models.CharField("Wikidata", max_length=16, blank=True, validators=[validate_wikidata])

    objects = NaturalKeyManager()

    class Meta:
        ordering = ["slug"]
        verbose_name, verbose_name_plural = _("person"), _("people")

    def __str__(self) -> str:
        return self.name or self.slug

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def get_absolute_url(self) -> str:
        return path_of("person", self.slug)


class Office(models.Model):
    """A post of a state, whoever holds it: “President of the Republic of Kazakhstan”."""

    slug = SlugField()
    title = models.CharField(pgettext_lazy("office", "title"), max_length=120)
    country = models.ForeignKey(
        Country,
        models.PROTECT,  # an office belongs to a state
        to_field="code",
        related_name="offices",
        verbose_name=_("country"),
    )

    objects = NaturalKeyManager()

    class Meta:
        ordering = ["slug"]
        verbose_name, verbose_name_plural = _("office"), _("offices")

    def __str__(self) -> str:
        return self.title or self.slug

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class TenureManager(models.Manager["Tenure"]):
    def get_by_natural_key(self, person: str, office: str) -> "Tenure":
        return self.get(person__slug=person, office__slug=office)


class Tenure(models.Model):
    """A person in an office; the period stays empty until a source gives it."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="tenures", verbose_name=_("person"))
    office = models.ForeignKey(Office, models.CASCADE, related_name="tenures", verbose_name=_("office"))
    period = EdtfField(_("period"))

    objects = TenureManager()

    class Meta:
        ordering = ["person", "office"]
        verbose_name, verbose_name_plural = _("tenure"), _("tenures")
        constraints = [models.UniqueConstraint(fields=["person", "office"], name="tenure_once")]

    def __str__(self) -> str:
        return f"{self.person}, {self.office}"

    def natural_key(self) -> tuple[str, str]:
        return (self.person.slug, self.office.slug)


class Role(models.TextChoices):
    VISITOR = "visitor", _("visitor")
    HOST = "host", _("host")
    CHAIR = "chair", _("chair")
    SIGNATORY = "signatory", _("signatory")
    SPEAKER = "speaker", _("speaker")
    SUBJECT = "subject", _("subject")


class ParticipationManager(models.Manager["Participation"]):
    def get_by_natural_key(self, record: str, role: str, person: str, office: str) -> "Participation":
        """Both may be empty: an office whose holder the source does not name, a person without office."""
        return self.get(
            record__slug=record,
            role=role,
            **({"person__slug": person} if person else {"person__isnull": True}),
            **({"office__slug": office} if office else {"office__isnull": True}),
        )


class Participation(Labelled):
    """Who took part in a record, in which role, in which office at that time."""

    record = models.ForeignKey(
        "relations.Record", models.CASCADE, related_name="participations", verbose_name=_("record")
    )
    role = models.CharField(_("role"), max_length=12, choices=Role)
    person = models.ForeignKey(
        Person,
        models.PROTECT,  # a record must not lose who acted
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("person"),
    )
    office = models.ForeignKey(
        Office,
        models.PROTECT,  # a record must not lose in which office
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("office at the time"),
    )

    objects = ParticipationManager()

    class Meta:
        ordering = ["id"]
        verbose_name, verbose_name_plural = _("participant"), _("participants")
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False) | Q(office__isnull=False), name="participation_names_someone"
            ),
            # An empty person or office counts as a value of its own.
            models.UniqueConstraint(
                "record", "role", Coalesce("person", 0), Coalesce("office", 0), name="participation_once"
            ),
        ]

    def __str__(self) -> str:
        return ", ".join(str(part) for part in (self.person, self.office) if part)

    def natural_key(self) -> tuple[str, str, str, str]:
        return (
            self.record.slug,
            self.role,
            self.person.slug if self.person else "",
            self.office.slug if self.office else "",
        )
