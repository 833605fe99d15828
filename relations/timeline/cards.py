"""Records with all that a card or a row of a table shows, at a cost that does not grow with their number."""

from django.db.models import Prefetch, QuerySet

from relations.models import Citation, Figure, Record
from relations.models.records import RecordQuerySet


def for_cards() -> RecordQuerySet:
    """Published records with all that a card shows: the other half, the pair, the place, and the sources."""
    cited = Citation.objects.filter(preferred=True).select_related("source").order_by("field")
    records: RecordQuerySet = Record.objects.published()
    return (
        records.for_lists()
        .select_related(
            "as_agreement", "as_visit__origin", "as_visit__destination", "as_meeting", "as_figure__reporter"
        )
        .prefetch_related(Prefetch("citations", queryset=cited), "countries")
    )


def for_tables(figures: QuerySet[Figure]) -> QuerySet[Figure]:
    """Figures with what a row of a table shows: both ends, reporter, announcer and the value's source."""
    valued = Citation.objects.filter(field="value", preferred=True).select_related("source")
    joined = figures.select_related("origin", "destination", "reporter", "announcer")
    return joined.prefetch_related(Prefetch("citations", queryset=valued))
