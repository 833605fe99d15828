"""Every chart by its name: what it is called, whose it is, and how it is made."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from relations.charts.chart import Chart
from relations.dashes import paired
from relations.models import Council, Relationship
from relations.templatetags.record_tags import plain


@dataclass(frozen=True)
class ChartKind:
    """A kind of chart; its module has `build(subject) -> Chart | None`, None where there is nothing to draw."""

    name: str
    module: str
    label: str | Promise
    find: Callable[[str], Relationship | Council | None]

    def build(self, slug: str) -> Chart | None:
        """The chart of a pair or a council, if there is one and it has anything to show."""
        subject = self.find(slug)
        module = f"relations.charts.{self.module}"
        if subject is None or not find_spec(module):
            return None
        return import_module(module).build(subject)  # type: ignore[no-any-return]


def pair(slug: str) -> Relationship | None:
    return Relationship.objects.with_countries().filter(slug=slug).first()


def council(slug: str) -> Council | None:
    found: Council | None = Council.objects.published().filter(slug=slug).first()
    return found


@dataclass(frozen=True)
class Subject:
    """Whose chart it is, in the page's language, and where it has its page."""

    name: str
    url: str

    @classmethod
    def of(cls, subject: Relationship | Council | None) -> "Subject":
        if isinstance(subject, Relationship):
            name = paired(plain(subject.first, "name"), plain(subject.second, "name"))
            return cls(name, reverse("relationship", args=[subject.slug]))
        return cls(plain(subject, "title"), subject.get_absolute_url() if subject else "")


KINDS = {
    kind.name: kind
    for kind in (
        ChartKind("trade", "trade", pgettext_lazy("chart", "Trade by year"), pair),
        ChartKind("students", "students", pgettext_lazy("chart", "Students by year"), pair),
        ChartKind("agreements", "agreements", pgettext_lazy("chart", "Agreements by field and year"), pair),
        ChartKind("visits", "visits", pgettext_lazy("chart", "Visits in both directions"), pair),
        ChartKind("meetings", "councils", pgettext_lazy("chart", "Meetings of the council"), council),
    )
}
