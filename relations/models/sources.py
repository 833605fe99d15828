"""Sources, and the places in them that each value rests on."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from relations.paths import path_of

from .fields import EdtfField, NaturalKeyManager, SlugField, validate_sha256
from .labels import Labelled
from .names import Renamable
from .people import Institution
from .records import EditorialStatus, Record

EVIDENCE_LENGTH = 60  # a token, never a sentence


class SourceKind(models.TextChoices):
    OFFICIAL = "official", _("official page or statement")
    PRESS = "press", _("press")
    ARTICLE = "article", _("academic article")
    STATISTICS = "statistics", _("statistics")
    TREATY = "treaty", _("treaty text")


class Source(Renamable):
    """A page, report or article. With a SHA-256 we hold its text outside the repository and re-read it."""

    named_as = "source"

    slug = SlugField()
    kind = models.CharField(_("kind"), max_length=12, choices=SourceKind)
    title = models.CharField(_("description"), max_length=200)
    publisher = models.CharField(_("publisher"), max_length=120)
    author = models.CharField(_("author"), max_length=160, blank=True)
    language = models.CharField(_("language"), max_length=12, help_text=_("BCP 47: tr, en, kk, ru, ar"))
    url = models.URLField(_("address"), max_length=300, blank=True)
    doi = models.CharField("DOI", max_length=80, blank=True)
    published = EdtfField(pgettext_lazy("date", "published"))
    institution = models.ForeignKey(
        Institution,
        models.SET_NULL,  # the publisher's name stays
        null=True,
        blank=True,
        related_name="sources",
        verbose_name=_("institution"),
    )
    translation_of = models.ForeignKey(
        "self",
        models.SET_NULL,  # a translation stands without its original
        null=True,
        blank=True,
        related_name="translations",
        verbose_name=_("translation of"),
    )
    text_file = models.CharField(_("file of the text"), max_length=120, blank=True)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True, validators=[validate_sha256])
    length = models.PositiveIntegerField(_("length in characters"), null=True, blank=True)

    objects = NaturalKeyManager()

    class Meta:
        ordering = ["slug"]
        verbose_name, verbose_name_plural = _("source"), _("sources")
        constraints = [
            models.CheckConstraint(
                condition=Q(sha256="", text_file="", length__isnull=True)
                | (~Q(sha256="") & ~Q(text_file="") & Q(length__isnull=False)),
                name="source_text_is_known_whole_or_not_at_all",
            ),
            models.CheckConstraint(condition=~Q(translation_of=F("id")), name="source_not_translation_of_itself"),
        ]

    def __str__(self) -> str:
        return self.title or self.slug

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def get_absolute_url(self) -> str:
        return path_of("source", self.slug)

    @property
    def is_held(self) -> bool:
        """Whether we hold the text: only then can its values be read again."""
        return bool(self.sha256)


class SourceTextManager(models.Manager["SourceText"]):
    def get_by_natural_key(self, source: str) -> "SourceText":
        return self.get(source__slug=source)


class SourceText(models.Model):
    """The text of a source, kept in the database for staff; it belongs to its publisher and leaves in no dump."""

    source = models.OneToOneField(Source, models.CASCADE, related_name="held_text", verbose_name=_("source"))
    text = models.TextField(_("text"))
    is_public = models.BooleanField(
        _("shown to everybody"), default=False, help_text=_("Only where the licence of the source allows it.")
    )

    objects = SourceTextManager()

    class Meta:
        verbose_name, verbose_name_plural = _("text of a source"), _("texts of sources")

    def __str__(self) -> str:
        return str(self.source)

    def natural_key(self) -> tuple[str]:
        return (self.source.slug,)


class Inference(models.TextChoices):
    """The rule by which a value was concluded, where the text does not print it."""

    OFFICE_HOLDER = "office-holder", _("the holder of an office that the text names without the person")
    RELATIVE_DAY = "relative-day", _("a day counted from the date of the text")
    RELATIVE_YEAR = "relative-year", _("a year counted from the date of the text")
    TEXT_DATE = "text-date", _("the date of the text, for what it says without a date")
    CONTEXT_DATE = "context-date", _("the date of the event that the passage is about")
    CONTEXT_PLACE = "context-place", _("the place of the event that the passage is about")
    SPEAKER_SIDE = "speaker-side", _("the speaker's own country, for “our” and “us”")
    SUM = "sum", _("a sum or difference of printed numbers")


class CitationQuerySet(models.QuerySet["Citation"]):
    def published(self) -> "CitationQuerySet":
        return self.filter(record__editorial_status=EditorialStatus.PUBLISHED)


class CitationManager(models.Manager["Citation"]):
    def get_by_natural_key(self, record: str, field: str, source: str, start: int | None) -> "Citation":
        """A source may speak of one field in several places, which the start tells apart."""
        return self.get(record__slug=record, field=field, source__slug=source, start=start)


class Citation(Labelled):
    """What one source says of one field of a record, and where; `says` is in the field's own notation.

    Dates are EDTF, numbers plain decimals in base units, offices, people and places slugs, countries alpha-3.
    """

    record = models.ForeignKey(Record, models.CASCADE, related_name="citations", verbose_name=_("record"))
    field = models.CharField(_("field"), max_length=24)
    source = models.ForeignKey(
        Source,
        models.PROTECT,  # a source with values resting on it stays
        related_name="citations",
        db_index=False,  # citation_in_source begins with it
        verbose_name=_("source"),
    )
    start = models.PositiveIntegerField(_("start"), null=True, blank=True)
    end = models.PositiveIntegerField(_("end"), null=True, blank=True)
    evidence = models.CharField(
        _("evidence"),
        max_length=EVIDENCE_LENGTH,
        blank=True,
        validators=[MaxLengthValidator(EVIDENCE_LENGTH)],
        help_text=_("The date, number or name as printed."),
    )
    says = models.CharField(_("says"), max_length=200)
    says_qualifier = models.CharField(_("qualifier in this source"), max_length=8, blank=True)
    says_step = models.DecimalField(
        _("rounding step in this source"), max_digits=18, decimal_places=3, null=True, blank=True
    )
    preferred = models.BooleanField(_("preferred"), default=False)
    reason = models.CharField(_("reason for the choice"), max_length=300, blank=True)
    inference = models.CharField(_("inferred by"), max_length=20, choices=Inference, blank=True)

    objects = CitationManager.from_queryset(CitationQuerySet)()

    class Meta:
        ordering = ["record", "field", "-preferred", "source", "start"]
        verbose_name, verbose_name_plural = _("citation"), _("citations")
        indexes = [models.Index(fields=["source", "start", "id"], name="citation_in_source")]
        constraints = [
            models.UniqueConstraint(
                fields=["record", "field"],
                condition=Q(preferred=True),
                name="citation_preferred_once_a_field",
                violation_error_message=_("Exactly one citation of a field is the preferred one."),
            ),
            models.UniqueConstraint("record", "field", "source", Coalesce("start", -1), name="citation_once_a_place"),
            models.CheckConstraint(
                condition=Q(start__isnull=True, end__isnull=True)
                | Q(start__isnull=False, end__isnull=False, start__lt=F("end")),
                name="citation_place_has_a_start_before_its_end",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.field}: {self.says}"

    def natural_key(self) -> tuple[str, str, str, int | None]:
        return (self.record.slug, self.field, self.source.slug, self.start)

    def clean(self) -> None:
        """Refuse half a place, and one that lies past the end of its text."""
        if (self.start is None) != (self.end is None):
            raise ValidationError({"end": _("A place has a start and an end.")})
        if self.start is None or self.end is None or not self.source_id:
            return
        if self.start >= self.end:
            raise ValidationError({"end": _("A place ends after it starts.")})
        if self.source.length is None:
            raise ValidationError({"start": _("We hold no text of this source, so it has no places.")})
        if self.end > self.source.length:
            raise ValidationError(
                {"end": _("The text ends at %(length)d.") % {"length": self.source.length}}, code="past-the-end"
            )
