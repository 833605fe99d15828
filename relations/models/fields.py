"""Fields and validators that several nouns share."""

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from relations.amounts import is_unit
from relations.dates import DateError, bounds

if TYPE_CHECKING:
    TextColumn = models.CharField[str, str]
    DayColumn = models.DateField[date | None, date | None]
else:
    TextColumn, DayColumn = models.CharField, models.DateField

M = TypeVar("M", bound=models.Model)
SIGNIFICANT_DIGITS = 15  # what both engines keep exactly

validate_slug = RegexValidator(
    re.compile(r"\A[a-z0-9]+(?:-[a-z0-9]+)*\Z"),
    _("Use small Latin letters without marks, digits and single hyphens."),
)
validate_country_code = RegexValidator(re.compile(r"\A[A-Z]{3}\Z"), _("Use the three capital letters of ISO 3166-1."))
validate_wikidata = RegexValidator(re.compile(r"\AQ[1-9]\d*\Z"), _("A Wikidata identifier is Q and a number."))
validate_sha256 = RegexValidator(re.compile(r"\A[0-9a-f]{64}\Z"), _("A SHA-256 is 64 hexadecimal digits."))


def validate_edtf(text: str) -> None:
    """Refuse what relations.dates cannot read, in the user's language."""
    try:
        bounds(text)
    except DateError as error:
        raise ValidationError(str(error), code="edtf") from error


def validate_unit(unit: str) -> None:
    """Refuse a unit that is neither a currency nor known."""
    if not is_unit(unit):
        raise ValidationError(
            _("“%(unit)s” is neither a currency (ISO 4217) nor a unit used here."), "unit", {"unit": unit}
        )


def validate_exactness(number: Decimal) -> None:
    """Refuse a number with more digits than SQLite keeps exactly."""
    digits = number.normalize().as_tuple().digits
    if len(digits) > SIGNIFICANT_DIGITS:
        raise ValidationError(_("At most %(count)d significant digits can be kept."), "digits", {"count": 15})


class SlugField(TextColumn):
    """A neutral, unique, ASCII name that outlives titles and translations: the natural key."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("max_length", 120)
        options.setdefault("unique", True)
        options.setdefault("validators", [validate_slug])
        options.setdefault("verbose_name", _("slug"))
        super().__init__(*args, **options)

    def deconstruct(self) -> Any:
        """Always say whether it is unique: in history it is not, which the default here would turn around."""
        name, path, args, options = super().deconstruct()
        return name, path, args, {**options, "unique": self.unique}


class EdtfField(TextColumn):
    """A date in EDTF; empty where nothing is known."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("max_length", 40)
        options.setdefault("blank", True)
        options.setdefault("default", "")
        options.setdefault("validators", [validate_edtf])
        options.setdefault("help_text", _("EDTF: 2012, 2012-10, 2012-10-11, 2012-10-11/2012-10-12, 199X, 2018~"))
        super().__init__(*args, **options)


class BoundField(DayColumn):
    """One bound of an EDTF field of the same row; this is its only writer. NULL is open."""

    def __init__(self, *args: Any, of: str = "date", side: str = "earliest", **options: Any) -> None:
        self.of, self.side = of, side
        options.update(null=True, blank=True, editable=False)
        super().__init__(*args, **options)

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        return name, path, args, {**options, "of": self.of, "side": self.side}

    def pre_save(self, model_instance: models.Model, add: bool) -> date | None:
        """Derive the bound; raises DateError where the date was never validated."""
        value: date | None = getattr(bounds(getattr(model_instance, self.of)), self.side)
        setattr(model_instance, self.attname, value)
        return value


class MonthDay(models.Func):
    """The month and day, as 10-11, of an EDTF date that is precise to the day: of its start, or of its end.

    The places stand in the SQL itself: SQLite uses an index on an expression only where it is written alike.
    """

    function = "SUBSTR"
    template = "%(function)s(%(expressions)s, 6, 5)"
    output_field = models.CharField()


class LastMonthDay(MonthDay):
    template = "%(function)s(%(expressions)s, 17, 5)"


class NaturalKeyManager(models.Manager[M]):
    """Finds rows by the one column that names them."""

    def __init__(self, column: str = "slug") -> None:
        super().__init__()
        self.column = column

    def get_by_natural_key(self, key: str) -> M:
        return self.get(**{self.column: key})
