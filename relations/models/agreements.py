"""Agreements: what was signed, from treaty to action plan."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .councils import CouncilMeeting
from .fields import EdtfField
from .records import Kind, Record
from .visits import Visit


class AgreementForm(models.TextChoices):
    """What kind of instrument; the soft ones say so."""

    TREATY = "treaty", _("treaty")
    AGREEMENT = "agreement", _("agreement")
    PROTOCOL = "protocol", _("protocol")
    MEMORANDUM = "memorandum", _("memorandum of understanding")
    DECLARATION = "declaration", _("joint declaration")
    STATEMENT = "statement", _("joint statement")
    ACTION_PLAN = "action_plan", _("action plan")
    PROGRAMME = "programme", _("programme")
    CONTRACT = "contract", _("commercial contract")
    PACKAGE = "package", _("set of documents")


class EntryMethod(models.TextChoices):
    """How an agreement entered into force, in the words of UN registration."""

    SIGNATURE = "signature", _("by signature")
    RATIFICATION = "ratification", _("by exchange of instruments of ratification")
    NOTIFICATION = "notification", _("by notification")
    PROVISION = "provision", _("in accordance with its provisions")


class Agreement(Record):
    """One instrument, or a set of `count` of them signed together; `date` is the signature's."""

    of_kind = Kind.AGREEMENT
    cited_fields = (*Record.cited_fields, "count", "articles", "in_force")

    record = models.OneToOneField(
        Record, models.CASCADE, parent_link=True, primary_key=True, related_name="as_agreement"
    )
    form = models.CharField(_("form"), max_length=16, choices=AgreementForm, default=AgreementForm.AGREEMENT)
    count = models.PositiveIntegerField(_("number of documents"), default=1, validators=[MinValueValidator(1)])
    articles = models.PositiveIntegerField(_("number of articles"), null=True, blank=True)
    languages = models.CharField(
        _("authentic languages"), max_length=40, blank=True, help_text=_("BCP 47 codes, separated by commas")
    )
    untreaty_number = models.CharField(_("UN registration number"), max_length=20, blank=True)
    in_force = EdtfField(_("entry into force"))
    entry_method = models.CharField(_("method of entry into force"), max_length=16, choices=EntryMethod, blank=True)
    signed_at_visit = models.ForeignKey(
        Visit,
        models.SET_NULL,  # the agreement stands without the visit
        null=True,
        blank=True,
        related_name="agreements",
        verbose_name=_("signed during the visit"),
    )
    signed_at_meeting = models.ForeignKey(
        CouncilMeeting,
        models.SET_NULL,  # the agreement stands without the meeting
        null=True,
        blank=True,
        related_name="agreements",
        verbose_name=_("signed at the meeting"),
    )
    part_of = models.ForeignKey(
        "self",
        models.SET_NULL,  # a document outlives the set that it was counted in
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of the set"),
    )

    class Meta:
        verbose_name, verbose_name_plural = _("agreement"), _("agreements")
        constraints = [
            models.CheckConstraint(condition=Q(count__gte=1), name="agreement_counts_at_least_one"),
            models.CheckConstraint(condition=~Q(part_of=F("record")), name="agreement_not_part_of_itself"),
            models.CheckConstraint(
                condition=Q(entry_method="") | ~Q(in_force=""), name="agreement_entry_method_has_a_date"
            ),
        ]
