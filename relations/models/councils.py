"""Councils and commissions that meet in turn, and their meetings."""

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .records import Kind, Record
from .visits import Visit


class CouncilKind(models.TextChoices):
    PRESIDENTS = "hlscc", _("presidents' council")
    MINISTERS = "jspg", _("foreign ministers' group")
    ECONOMY = "jec", _("economic commission")
    CONSULTATIONS = "consultations", _("political consultations")
    SUMMIT = "summit", _("summit")
    FORUM = "forum", _("forum")


class Council(Record):
    """A standing body of a relationship; `date` is its founding."""

    of_kind = Kind.COUNCIL

    record = models.OneToOneField(Record, models.CASCADE, parent_link=True, primary_key=True, related_name="as_council")
    council_kind = models.CharField(_("kind of council"), max_length=16, choices=CouncilKind)
    abbreviation = models.CharField(_("abbreviation"), max_length=16, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("council"), _("councils")


class MeetingStatus(models.TextChoices):
    ANNOUNCED = "announced", _("announced")
    HELD = "held", _("held")
    POSTPONED = "postponed", _("postponed")
    CANCELLED = "cancelled", _("cancelled")


# By number; what has none comes last, by date.
MEETING_ORDER = (F("ordinal").asc(nulls_last=True), F("earliest").asc(nulls_last=True), "pk")


class CouncilMeeting(Record):
    """One meeting. Its way from plan to outcome is the sequence of what sources say of its status."""

    of_kind = Kind.MEETING
    cited_fields = (*Record.cited_fields, "ordinal", "status")

    record = models.OneToOneField(Record, models.CASCADE, parent_link=True, primary_key=True, related_name="as_meeting")
    council = models.ForeignKey(
        Council,
        models.PROTECT,  # meetings are the council's history
        related_name="meetings",
        verbose_name=_("council"),
    )
    ordinal = models.PositiveIntegerField(_("ordinal"), null=True, blank=True, validators=[MinValueValidator(1)])
    status = models.CharField(_("status"), max_length=12, choices=MeetingStatus, default=MeetingStatus.HELD)
    during_visit = models.ForeignKey(
        Visit,
        models.SET_NULL,  # the meeting stands without the visit
        null=True,
        blank=True,
        related_name="meetings",
        verbose_name=_("during the visit"),
    )
    replaced_by = models.OneToOneField(
        "self",
        models.SET_NULL,  # the plan stays on record without its outcome
        null=True,
        blank=True,
        related_name="replaces",
        verbose_name=_("took place later as"),
        help_text=_("For a postponed or cancelled meeting: the meeting that came of it."),
    )

    class Meta:
        verbose_name, verbose_name_plural = _("meeting"), _("meetings")
        constraints = [
            models.CheckConstraint(
                condition=Q(ordinal__isnull=True) | Q(ordinal__gte=1), name="meeting_ordinal_from_one"
            ),
            # A postponed or cancelled meeting leaves its number to the one that takes place.
            models.UniqueConstraint(
                fields=["council", "ordinal"],
                condition=Q(status__in=["announced", "held"]),
                name="meeting_ordinal_once_in_a_council",
                violation_error_message=_("This council already has a meeting with this ordinal."),
            ),
            models.CheckConstraint(condition=~Q(replaced_by=F("record")), name="meeting_not_replaced_by_itself"),
        ]

    def clean(self) -> None:
        """Put the message of a duplicate ordinal on the field that it is about."""
        super().clean()
        takers = CouncilMeeting.objects.filter(
            council=self.council_id, ordinal=self.ordinal, status__in=["announced", "held"]
        ).exclude(pk=self.pk)
        if self.ordinal and self.council_id and self.status in ("announced", "held") and takers.exists():
            raise ValidationError({"ordinal": _("This council already has a meeting with this ordinal.")})
