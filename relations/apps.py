"""The one application of the site."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RelationsConfig(AppConfig):
    name = "relations"
    verbose_name = _("Relations between countries")

    def ready(self) -> None:
        """What a new connection is taught: Django offers no other hook for it than its signal."""
        from django.db.backends.signals import connection_created

        from relations import folded, sorting

        connection_created.connect(sorting.register_collations, dispatch_uid="alphabets")
        connection_created.connect(folded.register_function, dispatch_uid="folding")
        folded.register_lookup()
