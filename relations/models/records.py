"""The record: the one citable thing, which every kind extends."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Length
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from relations.paths import path_of

from .conditions import Differs, OverYears
from .countries import Country, Place, Relationship
from .fields import BoundField, EdtfField, MonthDay, NaturalKeyManager, SlugField, validate_wikidata
from .names import Renamable
from .people import Institution


class Kind(models.TextChoices):
    AGREEMENT = "agreement", _("agreement")
    VISIT = "visit", _("visit")
    COUNCIL = "council", _("council")
    MEETING = "meeting", _("meeting")
    MILESTONE = "milestone", _("milestone")
    FIGURE = "figure", _("figure")

    @property
    def plural(self) -> str:
        """The heading of a list of this kind."""
        return str(PLURALS[self])

    @property
    def plural_slug(self) -> str:
        """The name of the list's address."""
        return f"{self.value}s"


PLURALS = {
    Kind.AGREEMENT: _("Agreements"),
    Kind.VISIT: _("Visits"),
    Kind.COUNCIL: _("Councils"),
    Kind.MEETING: _("Meetings"),
    Kind.MILESTONE: _("Milestones"),
    Kind.FIGURE: _("Figures"),
}


class Area(models.TextChoices):
    """Fields of cooperation."""

    POLITICS = "politics", _("politics and diplomacy")
    TRADE = "trade", _("trade")
    INVESTMENT = "investment", _("investment and business")
    DEFENCE = "defence", _("defence and security")
    EDUCATION = "education", _("education and science")
    CULTURE = "culture", _("culture and media")
    ENERGY = "energy", _("energy")
    TRANSPORT = "transport", _("transport")
    MULTILATERAL = "multilateral", _("multilateral cooperation")


class EditorialStatus(models.TextChoices):
    DRAFT = "draft", _("draft")
    PUBLISHED = "published", pgettext_lazy("editorial status", "published")


class Consensus(models.TextChoices):
    """How well sources agree on a record: the worst that is said of any of its fields."""

    SINGLE = "single", _("one source")
    CONFIRMED = "confirmed", _("confirmed")
    MAJORITY = "majority", _("most sources agree")
    CONFLICT = "conflict", _("sources differ")


DISPUTED = (Consensus.MAJORITY, Consensus.CONFLICT)


class RecordQuerySet(models.QuerySet["Record"]):
    is_dated: bool | None = None  # whether all of its rows have a day, or none of them; None where that is not known

    def _clone(self) -> "RecordQuerySet":
        found: RecordQuerySet = super()._clone()  # type: ignore[misc]  # the stubs leave it out
        found.is_dated = self.is_dated
        return found

    def known_to_be(self, *, dated: bool) -> "RecordQuerySet":
        """The same rows, whose conditions leave none without a day, or none with one: lists need not ask again."""
        found = self.all()
        found.is_dated = dated
        return found

    def published(self) -> "RecordQuerySet":
        return self.filter(editorial_status=EditorialStatus.PUBLISHED)

    def of_pairs(self, pairs: Iterable[Relationship]) -> "RecordQuerySet":
        """Records of these pairs alone."""
        return self.filter(relationship__in=[pair.pk for pair in pairs])

    def shared_by(self, *pairs: Relationship) -> "RecordQuerySet":
        """What both countries of one of these pairs are party to, and is not of the pairs alone."""
        first, *others = [_shared(pair) for pair in pairs]
        shared = self.filter(pk__in=first.union(*others) if others else first)
        return shared.exclude(relationship__in=[pair.pk for pair in pairs])

    def concerning(self, pairs: Iterable[Relationship]) -> "RecordQuerySet":
        """Records of these pairs, and the multilateral ones that both countries of a pair are party to."""
        own = Record.objects.filter(relationship__in=[pair.pk for pair in pairs]).order_by().values("pk")
        # A union, for an OR of both would have every record looked at.
        return self.filter(pk__in=own.union(*(_shared(pair) for pair in pairs)))

    def disputed(self) -> "RecordQuerySet":
        """Records on some field of which sources differ."""
        return self.filter(Differs(F("consensus")))

    def newest_first(self) -> "RecordQuerySet":
        return self.order_by(F("earliest").desc(nulls_last=True), "-id")

    def oldest_first(self) -> "RecordQuerySet":
        return self.order_by(F("earliest").asc(nulls_first=True), "id")

    def for_lists(self) -> "RecordQuerySet":
        return self.select_related("relationship__first", "relationship__second", "place").with_source_count()

    def with_source_count(self) -> "RecordQuerySet":
        """Records with `source_count`, how many sources speak of each."""
        return self.annotate(source_count=source_count())


def source_count() -> Coalesce:
    """How many sources speak of the record of a row."""
    citations = Record.citations.rel.related_model._default_manager.order_by()
    counted = citations.filter(record=OuterRef("pk")).values("record").annotate(n=Count("source", distinct=True))
    return Coalesce(Subquery(counted.values("n")), 0)


def _shared(pair: Relationship) -> models.QuerySet[Any, Any]:
    """The keys of records that both countries are party to."""
    one, other = (Record.countries.through.objects.filter(country__code=code) for code in pair.codes)
    return one.filter(record__in=other.values("record")).values("record")


class Record(Renamable):
    """What a source says happened, was signed, met or was counted. `date` rules `earliest` and `latest`."""

    named_as = "record"
    refusal = _("Another record was called this: its old address leads there.")

    slug = SlugField()
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, editable=False)
    title = models.CharField(_("title"), max_length=200)
    summary = models.TextField(_("summary"), blank=True)
    area = models.CharField(_("field of cooperation"), max_length=16, choices=Area, default=Area.POLITICS)

    date = EdtfField(_("date"))
    earliest = BoundField(verbose_name=_("earliest day"), of="date", side="earliest")
    latest = BoundField(verbose_name=_("latest day"), of="date", side="latest")

    relationship = models.ForeignKey(
        Relationship,
        models.PROTECT,  # a pair with records is not removed by accident
        null=True,
        blank=True,
        related_name="records",
        db_index=False,  # record_pair_date begins with it
        verbose_name=_("relationship"),
        help_text=_("Empty for what more than two countries share: name them under “parties” instead."),
    )
    countries = models.ManyToManyField(
        Country, blank=True, related_name="multilateral_records", verbose_name=_("parties, where more than two")
    )
    institutions = models.ManyToManyField(
        Institution, blank=True, related_name="records", verbose_name=_("institutions")
    )
    place = models.ForeignKey(
        Place,
        models.PROTECT,  # a record must not lose where
        null=True,
        blank=True,
        related_name="records",
        db_index=False,  # record_place_date begins with it
        verbose_name=_("place"),
    )
    wikidata = models.CharField("Wikidata", max_length=16, blank=True, validators=[validate_wikidata])

    editorial_status = models.CharField(
        _("editorial status"), max_length=12, choices=EditorialStatus, default=EditorialStatus.DRAFT
    )
    changed_at = models.DateTimeField(_("last change"), auto_now=True)
    # Written by relations.checks.consensus alone, after every change of a citation.
    consensus = models.CharField(
        _("agreement of the sources"), max_length=12, choices=Consensus, blank=True, editable=False
    )

    # Any, for every kind inherits it: the stubs cannot say that Visit.objects finds visits.
    objects: ClassVar[Any] = NaturalKeyManager.from_queryset(RecordQuerySet)()
    of_kind: Kind | None = None
    # The columns that a citation can support: what they hold is what the preferred citation says.
    cited_fields: tuple[str, ...] = ("date", "place")

    class Meta:
        ordering = ["-earliest", "-id"]
        verbose_name, verbose_name_plural = _("record"), _("records")
        permissions = [("publish_record", "Can publish and withdraw records")]
        constraints = [
            models.CheckConstraint(condition=Q(earliest__lte=F("latest")), name="record_starts_before_it_ends"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="record_kind_is_known"),
            models.CheckConstraint(
                condition=Q(editorial_status__in=EditorialStatus.values), name="record_status_is_known"
            ),
            models.CheckConstraint(condition=Q(area__in=Area.values), name="record_area_is_known"),
            models.CheckConstraint(
                condition=Q(consensus__in=["", *Consensus.values]), name="record_consensus_is_known"
            ),
        ]
        # Lists are read in the order of an index whatever is asked for (relations/timeline/ways.py).
        indexes = [
            models.Index(fields=["editorial_status", "earliest", "id"], name="record_date"),
            models.Index(fields=["kind", "editorial_status", "earliest", "id"], name="record_kind_date"),
            models.Index(fields=["area", "editorial_status", "earliest", "id"], name="record_area_date"),
            models.Index(fields=["kind", "area", "editorial_status", "earliest", "id"], name="record_kind_area_date"),
            models.Index(fields=["place", "editorial_status", "earliest", "id"], name="record_place_date"),
            # A pair's records are counted from this index alone.
            models.Index(
                fields=["relationship", "editorial_status", "earliest", "id", "kind", "area", "consensus", "latest"],
                name="record_pair_date",
            ),
            models.Index(fields=["relationship", "editorial_status", "latest"], name="record_pair_end"),
            models.Index(
                fields=["editorial_status", "earliest", "id"],
                condition=Q(Differs("consensus")),
                name="record_disputed_date",
            ),
            models.Index(
                fields=["editorial_status", "earliest", "id", "latest"],
                condition=Q(OverYears("earliest", "latest")),
                name="record_over_years",
            ),
            models.Index(
                fields=["kind", "editorial_status", "earliest", "id", "latest", "area"],
                condition=Q(OverYears("earliest", "latest")),
                name="record_kind_over_years",
            ),
            models.Index(
                fields=["area", "editorial_status", "earliest", "id", "latest"],
                condition=Q(OverYears("earliest", "latest")),
                name="record_area_over_years",
            ),
            models.Index(
                Length("date"), MonthDay("date"), "editorial_status", "earliest", "id", name="record_day_of_the_year"
            ),
        ]

    def __init__(self, *args: object, **values: object) -> None:
        super().__init__(*args, **values)
        if self.of_kind and not self.kind:
            self.kind = self.of_kind

    def __str__(self) -> str:
        return self.title or self.slug

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def get_absolute_url(self) -> str:
        return path_of(self.kind, self.slug)

    @property
    def is_published(self) -> bool:
        return self.editorial_status == EditorialStatus.PUBLISHED

    def is_visible_to(self, user: Any) -> bool:
        """Drafts are shown to staff who may see records."""
        return self.is_published or (user.is_staff and user.has_perm("relations.view_record"))
