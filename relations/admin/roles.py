"""Who may do what: editors work on what is not public, reviewers publish and correct what is."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import Model, Q
from django.http import HttpRequest

from relations.models import EditorialStatus, Record

PUBLISH = "relations.publish_record"


def may_publish(user: AbstractBaseUser | AnonymousUser) -> bool:
    return bool(user.has_perm(PUBLISH))  # type: ignore[union-attr]


class RoleMixin(admin.ModelAdmin[Any]):
    """Keeps editors from changing or deleting what readers see."""

    # Lookups from a row to the records that show it; a row that a published record shows is public itself.
    shown_by: tuple[str, ...] = ()

    def is_public(self, row: Model) -> bool:
        """Whether readers see the stored row; what a form holds in memory does not count."""
        if isinstance(row, Record):
            return bool(Record.objects.published().filter(pk=row.pk).exists())
        seen = Q(pk__in=[])
        for lookup in self.shown_by:
            seen |= Q(**{f"{lookup}__editorial_status": EditorialStatus.PUBLISHED})
        return bool(self.model._default_manager.filter(seen, pk=row.pk).exists())

    def is_out_of_reach(self, request: HttpRequest, row: Model | None) -> bool:
        """Whether the row is public and the user an editor."""
        return row is not None and row.pk is not None and not may_publish(request.user) and self.is_public(row)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and not self.is_out_of_reach(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and not self.is_out_of_reach(request, obj)

    def has_publish_permission(self, request: HttpRequest) -> bool:
        """Asked by Django for actions that name the permission `publish`."""
        return may_publish(request.user)
