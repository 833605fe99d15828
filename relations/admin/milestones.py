"""Milestones."""

from django.contrib import admin

from relations.models import Milestone

from .records import RecordKindAdmin, RecordResource
from .tables import table


@admin.register(Milestone)
class MilestoneAdmin(RecordKindAdmin):
    resource_classes = [table(Milestone, base=RecordResource)]
