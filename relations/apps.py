"""The one application of the site."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RelationsConfig(AppConfig):
    name = "relations"
    verbose_name = _("Relations between countries")

    def ready(self) -> None:
        from relations import sorting

        sorting.connect()
