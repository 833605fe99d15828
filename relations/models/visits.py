"""Visits: who travelled where, in which office; the people stand in the record's participations."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .countries import Country
from .records import Kind, Record


class VisitKind(models.TextChoices):
    OFFICIAL = "official", _("official visit")
    STATE = "state", _("state visit")
    WORKING = "working", _("working visit")
    UNSPECIFIED = "unspecified", _("visit")


class VisitStatus(models.TextChoices):
    ANNOUNCED = "announced", _("announced")
    HELD = "held", _("took place")
    POSTPONED = "postponed", _("postponed")
    CANCELLED = "cancelled", _("cancelled")


class Visit(Record):
    """A journey from one country to another; `date` is the stay's."""

    of_kind = Kind.VISIT
    cited_fields = (*Record.cited_fields, "visit_kind", "status")

    record = models.OneToOneField(Record, models.CASCADE, parent_link=True, primary_key=True, related_name="as_visit")
    visit_kind = models.CharField(_("kind of visit"), max_length=12, choices=VisitKind, default=VisitKind.UNSPECIFIED)
    status = models.CharField(_("status"), max_length=12, choices=VisitStatus, default=VisitStatus.HELD)
    origin = models.ForeignKey(
        Country,
        models.PROTECT,  # a visit is nothing without its direction
        to_field="code",
        related_name="visits_from",
        verbose_name=pgettext_lazy("country", "from"),
    )
    destination = models.ForeignKey(
        Country,
        models.PROTECT,  # a visit is nothing without its direction
        to_field="code",
        related_name="visits_to",
        verbose_name=pgettext_lazy("country", "to"),
    )

    class Meta:
        verbose_name, verbose_name_plural = _("visit"), _("visits")
        constraints = [
            models.CheckConstraint(condition=~Q(origin=F("destination")), name="visit_goes_abroad"),
        ]

    def clean(self) -> None:
        super().clean()
        if self.origin_id and self.origin_id == self.destination_id:
            raise ValidationError({"destination": _("A visit goes to another country.")})
