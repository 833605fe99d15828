"""Answers to what the checks find, and what they found where there is too much to be compared on a request."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .countries import Relationship
from .records import Record


class FindingAnswerManager(models.Manager["FindingAnswer"]):
    def get_by_natural_key(self, check: str, key: str) -> "FindingAnswer":
        return self.get(check_name=check, key=key)


class FindingAnswer(models.Model):
    """What a reviewer accepts of a finding, and why; readers see it beside the finding. Who wrote it is in history."""

    check_name = models.CharField(_("check"), max_length=24)
    key = models.CharField(
        _("key"), max_length=16, help_text=_("It stands for exactly what was found: if that changes, it is open again.")
    )
    accepted = models.CharField(_("accepted value"), max_length=200, blank=True)
    reason = models.CharField(_("reason"), max_length=600)
    changed_at = models.DateTimeField(_("last change"), auto_now=True)
    record = models.ForeignKey(
        Record,
        models.SET_NULL,  # the reason outlives the record that it was given for
        null=True,
        blank=True,
        related_name="answers",
        verbose_name=_("record"),
    )

    objects = FindingAnswerManager()

    class Meta:
        ordering = ["check_name", "key"]
        verbose_name, verbose_name_plural = _("answer to a finding"), _("answers to findings")
        constraints = [
            models.UniqueConstraint(
                fields=["check_name", "key"],
                name="finding_answered_once",
                violation_error_message=_("This finding already has an answer."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.check_name} {self.key}"

    def natural_key(self) -> tuple[str, str]:
        return (self.check_name, self.key)

    def get_absolute_url(self) -> str:
        """The finding on the page of all findings."""
        return f"{reverse('checks')}#f{self.key}"


class CheckRun(models.Model):
    """One comparison of all published records, and the state of the data that it is of."""

    revision = models.BigIntegerField()
    day = models.DateField()
    numbers = models.JSONField(default=dict)  # findings by check
    whole = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.revision} {self.day}"


class KeptFinding(models.Model):
    """What a run found, in words; `relationship` is the pair of the record that it is about."""

    run = models.ForeignKey(CheckRun, models.CASCADE, related_name="findings", db_index=False)
    check_name = models.CharField(max_length=24)
    key = models.CharField(max_length=16)
    document = models.JSONField()
    relationship = models.ForeignKey(Relationship, models.CASCADE, null=True, related_name="+", db_index=False)

    class Meta:
        indexes = [
            models.Index(fields=["run", "check_name", "key"], name="kept_finding_by_key"),
            models.Index(fields=["relationship", "run", "check_name", "key"], name="kept_finding_of_pair"),
        ]

    def __str__(self) -> str:
        return f"{self.check_name} {self.key}"


class KeptFindingRecord(models.Model):
    """A record that a kept finding tells of; the bare number outlives it, so that the finding can be left out."""

    finding = models.ForeignKey(KeptFinding, models.CASCADE, related_name="told_of")
    record_key = models.BigIntegerField(db_index=True)

    def __str__(self) -> str:
        return f"{self.finding_id} {self.record_key}"
