"""Milestones: what happened once and is neither visit, agreement nor meeting."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .records import Kind, Record


class Milestone(Record):
    """A recognition, a founding, a fair, a first."""

    of_kind = Kind.MILESTONE

    record = models.OneToOneField(
        Record, models.CASCADE, parent_link=True, primary_key=True, related_name="as_milestone"
    )

    class Meta:
        verbose_name, verbose_name_plural = _("milestone"), _("milestones")
