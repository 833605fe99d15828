"""Answers to what the checks find."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

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
