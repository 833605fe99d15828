"""What the values of a vocabulary are called."""

from typing import Any

from django.db import models


class Labelled(models.Model):
    """A model whose `get_…_display` translates the label of the value: Django's own translates all that there are."""

    class Meta:
        abstract = True

    def _get_FIELD_display(self, field: Any) -> Any:  # noqa: N802  # Django's name
        value = getattr(self, field.attname)
        label = next((label for each, label in field.flatchoices if each == value), value)
        return label if label is None else str(label)
