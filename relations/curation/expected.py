"""What a column of a fixture row takes, worked out once a model: most values need none of Django's own checks.

What passes here passes Django's own checks, too; whatever does not is left to these, which say what is wrong with it.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, MaxValueValidator, MinValueValidator
from django.db import models

from relations.export.fixture import columns

MOST = 20_000  # values of a column that need not be looked at again
Passes = Callable[[Any], bool]


class Expected:
    """A column; `passes` tells most of what is right, `refusal` what is wrong with the rest."""

    def __init__(self, column: Any) -> None:
        self.column = column
        self._seen: set[Any] = set()  # texts, and nothing, that were right before
        self.passes = self._quick()

    def _quick(self) -> Passes:
        column, seen = self.column, self._seen
        if column.is_relation:
            is_right = _are_keys if column.many_to_many else is_key
            return lambda value: is_right(value) or (value is None and None in seen)
        if isinstance(column, models.BooleanField):
            return lambda value: value is True or value is False
        if isinstance(column, models.IntegerField) and (within := _range(column)):
            return lambda value: (value.__class__ is int and value in within) or (value is None and None in seen)
        if isinstance(column, (models.CharField, models.TextField)) and not column.choices:
            is_fit = _fitting(column)
            return lambda value: (value.__class__ is str and value != "" and is_fit(value)) or self.was_right(value)
        return self.was_right

    def was_right(self, value: Any) -> bool:
        """Whether a text, or nothing, was looked at before; of other values like ones may differ: 1 and True."""
        return (value.__class__ is str or value is None) and value in self._seen

    def refusal(self, value: Any) -> str:
        """What is wrong with a value; empty where it is right."""
        if self.column.is_relation:
            if not self._names(value):
                return "not a natural key"
        else:
            try:
                self.column.clean(value, None)
            except ValidationError as error:
                return "; ".join(error.messages)
            except (TypeError, ValueError, AttributeError) as error:  # a number where Django looks for a text
                return f"{value!r} is of another type ({error})"
        if (value.__class__ is str or value is None) and len(self._seen) < MOST:
            self._seen.add(value)
        return ""

    def _names(self, value: Any) -> bool:
        if self.column.many_to_many:
            return _are_keys(value)
        return is_key(value) or (value is None and self.column.null)


@cache
def expected_of(model: type[models.Model]) -> dict[str, Expected]:
    """The columns of a model that a fixture has."""
    return {column.name: Expected(column) for column in columns(model)}


def is_key(value: Any) -> bool:
    """Whether a value is the natural key of something."""
    return value.__class__ is list and len(value) == 1 and value[0].__class__ is str


def _are_keys(values: Any) -> bool:
    return values.__class__ is list and all(map(is_key, values))


def _range(column: Any) -> range | None:
    """The whole numbers that a column takes; None where not its validators alone say so."""
    least = [each.limit_value for each in column.validators if isinstance(each, MinValueValidator)]
    most = [each.limit_value for each in column.validators if isinstance(each, MaxValueValidator)]
    if column.choices or not least or not most or len(least) + len(most) < len(column.validators):
        return None
    return range(max(least), min(most) + 1)


def _fitting(column: Any) -> Passes:
    """Whether a text is not too long and passes the other validators of its column."""
    longest = min(
        (each.limit_value for each in column.validators if isinstance(each, MaxLengthValidator)), default=None
    )
    others = [each for each in column.validators if not isinstance(each, MaxLengthValidator)]

    def fits(text: str) -> bool:
        if longest is not None and len(text) > longest:
            return False
        try:
            for validator in others:
                validator(text)
        except ValidationError:
            return False
        return True

    return fits
