"""Figures: what was counted, by whom, which way it went, and what was aimed at."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from relations.amounts import Quantity

from .countries import Country
from .fields import EdtfField, NaturalKeyManager, SlugField, validate_exactness, validate_unit
from .people import Institution, Person
from .records import Kind, Record


class Indicator(models.TextChoices):
    TRADE_TOTAL = "trade_total", _("trade volume")
    EXPORT = "export", _("exports")
    IMPORT = "import", _("imports")
    INVESTMENT_STOCK = "investment_stock", _("direct investment")
    CONTRACTING = "contracting", _("value of contracting projects")
    DEALS = "deals", _("value of agreements and projects")
    COMPANIES = "companies", _("number of companies")
    EMPLOYMENT = "employment", _("people employed")
    STUDENTS = "students", _("students")
    DELEGATION = "delegation", _("people in a delegation")
    PROJECTS = "projects", _("number of projects")
    MEETINGS = "meetings", _("number of meetings")
    CITIES = "cities", _("number of cities")
    SHARE = "share", _("share")
    RANK = "rank", _("rank")
    GROWTH = "growth", _("growth")


class Qualifier(models.TextChoices):
    EXACT = "exact", _("as stated")
    ABOUT = "about", _("about")
    OVER = "over", _("over")
    UNDER = "under", _("almost or under")
    PLANNED = "planned", _("target")


class Breakdown(models.TextChoices):
    """The part of a whole that a figure counts; empty for the whole."""

    MALE = "male", _("male")
    FEMALE = "female", _("female")


class Reporter(models.Model):
    """Whose number it is: a ministry, a leader's statement, a statistical office, the press. Never mixed."""

    slug = SlugField()
    name = models.CharField(_("name"), max_length=160)
    country = models.ForeignKey(
        Country,
        models.PROTECT,  # the side that a number comes from matters
        to_field="code",
        null=True,
        blank=True,
        related_name="reporters",
        verbose_name=_("side"),
        help_text=_("Empty for third parties and joint statements."),
    )
    person = models.ForeignKey(
        Person,
        models.SET_NULL,  # the reporter's own name stays
        null=True,
        blank=True,
        related_name="reporters",
        verbose_name=_("person"),
    )
    institution = models.ForeignKey(
        Institution,
        models.SET_NULL,  # the reporter's own name stays
        null=True,
        blank=True,
        related_name="reporters",
        verbose_name=_("institution"),
    )

    objects = NaturalKeyManager()

    class Meta:
        ordering = ["slug"]
        verbose_name, verbose_name_plural = _("reporter"), _("reporters")

    def __str__(self) -> str:
        return self.name or self.slug

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class Figure(Record):
    """A number; `date` is its period, `origin` and `destination` the way goods, money, firms or people go."""

    of_kind = Kind.FIGURE
    cited_fields = (*Record.cited_fields, "value", "deadline")

    record = models.OneToOneField(Record, models.CASCADE, parent_link=True, primary_key=True, related_name="as_figure")
    indicator = models.CharField(_("indicator"), max_length=20, choices=Indicator)
    breakdown = models.CharField(_("part counted"), max_length=12, choices=Breakdown, blank=True)
    value = models.DecimalField(
        _("value"),
        max_digits=18,
        decimal_places=3,
        validators=[MinValueValidator(Decimal(0)), validate_exactness],
        help_text=_("In base units: 1330000000 for 1.33 billion."),
    )
    unit = models.CharField(_("unit"), max_length=12, validators=[validate_unit], default="USD")
    qualifier = models.CharField(_("qualifier"), max_length=8, choices=Qualifier, default=Qualifier.EXACT)
    step = models.DecimalField(
        _("rounding step"),
        max_digits=18,
        decimal_places=3,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0.001"))],
        help_text=_("As printed: 10000000 for 1.33 billion."),
    )
    deadline = EdtfField(_("to be reached by"))
    origin = models.ForeignKey(
        Country,
        models.PROTECT,  # a flow is nothing without its direction
        to_field="code",
        null=True,
        blank=True,
        related_name="figures_from",
        verbose_name=pgettext_lazy("country", "from"),
    )
    destination = models.ForeignKey(
        Country,
        models.PROTECT,  # a flow is nothing without its direction
        to_field="code",
        null=True,
        blank=True,
        related_name="figures_to",
        verbose_name=pgettext_lazy("country", "to"),
    )
    reporter = models.ForeignKey(
        Reporter,
        models.PROTECT,  # a number without its reporter cannot be traced
        related_name="figures",
        verbose_name=_("reporter"),
    )
    announcer = models.ForeignKey(
        Reporter,
        models.PROTECT,  # a target is somebody's
        null=True,
        blank=True,
        related_name="targets",
        verbose_name=_("announced by"),
    )

    class Meta:
        verbose_name, verbose_name_plural = _("figure"), _("figures")
        constraints = [
            models.CheckConstraint(condition=Q(value__gte=0), name="figure_not_negative"),
            models.CheckConstraint(condition=Q(step__isnull=True) | Q(step__gt=0), name="figure_step_positive"),
            models.CheckConstraint(
                condition=~Q(origin=F("destination")) | Q(origin__isnull=True) | Q(destination__isnull=True),
                name="figure_not_from_a_country_to_itself",
            ),
            models.CheckConstraint(
                condition=~Q(indicator__in=["export", "import", "trade_total"])
                | Q(origin__isnull=False, destination__isnull=False),
                name="figure_of_trade_has_both_sides",
            ),
            models.CheckConstraint(
                condition=Q(announcer__isnull=True, deadline="") | Q(qualifier="planned"),
                name="figure_target_says_so",
            ),
        ]
        indexes = [
            models.Index(fields=["indicator", "origin", "destination", "reporter"], name="figure_series"),
        ]

    @property
    def quantity(self) -> Quantity:
        return Quantity(self.value, self.unit, self.qualifier, self.step)

    @property
    def is_target(self) -> bool:
        return self.qualifier == Qualifier.PLANNED

    def clean(self) -> None:
        super().clean()
        if self.origin_id and self.origin_id == self.destination_id:
            raise ValidationError({"destination": _("Nothing goes from a country to itself.")})
        if self.indicator in ("export", "import", "trade_total") and not (self.origin_id and self.destination_id):
            raise ValidationError({"origin": _("Trade needs both countries: from where, and to where.")})
        if (self.announcer_id or self.deadline) and not self.is_target:
            raise ValidationError({"qualifier": _("Only a target has an announcer or a deadline.")})
