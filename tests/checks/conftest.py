"""A few countries and sources, and records made in a line each."""

from datetime import date
from decimal import Decimal
from itertools import count

import pytest

from relations import models as m
from relations.checks.material import gather_material
from relations.checks.registry import BY_NAME

TODAY = date(2026, 6, 1)


class World:
    """Makes published records of Kazakhstan and Türkiye, and asks checks about them."""

    def __init__(self):
        for code in ("KAZ", "TUR", "RUS", "AZE"):
            m.Country.objects.create(code=code, name_tr=code, name_en=code)
        self.pair = m.Relationship.objects.create(slug="kaz-tur", first_id="KAZ", second_id="TUR")
        self.other_pair = m.Relationship.objects.create(slug="kaz-rus", first_id="KAZ", second_id="RUS")
        self.numbers = count(1)

    def make(self, model, date="", **values):
        number = next(self.numbers)
        values = {"relationship": self.pair, "editorial_status": "published", **values}
        return model.objects.create(
            slug=f"record-{number:03}", title_tr=f"Kayıt {number}", title_en=f"Record {number}", date=date, **values
        )

    def reporter(self, slug="mfa-tur", country="TUR"):
        return m.Reporter.objects.get_or_create(slug=slug, defaults={"country_id": country, "name_en": slug})[0]

    def figure(self, indicator, value, date="2016", way="KAZ TUR", by=("mfa-tur", "TUR"), bodies=(), **values):
        origin, destination = way.split() if way else (None, None)
        step = Decimal(values.pop("step")) if "step" in values else None
        figure = self.make(
            m.Figure, date, indicator=indicator, value=Decimal(value), step=step, origin_id=origin,
            destination_id=destination, reporter=self.reporter(*by), **{"area": "trade", **values},
        )  # fmt: skip
        figure.institutions.set([m.Institution.objects.get_or_create(slug=body)[0] for body in bodies])
        return figure

    def source(self, slug, **values):
        values = {"kind": "press", "language": "tr", "publisher_en": slug, "publisher_tr": slug, **values}
        return m.Source.objects.get_or_create(slug=slug, defaults=values)[0]

    def cite(self, record, field, says, source="source-a", preferred=False, **values):
        source = source if isinstance(source, m.Source) else self.source(source)
        return m.Citation.objects.create(
            record_id=record.pk, field=field, says=says, source=source, preferred=preferred, **values
        )

    def council(self, date="2012", **values):
        return self.make(m.Council, date, council_kind="hlscc", **values)

    def meeting(self, council, ordinal, date, **values):
        return self.make(m.CouncilMeeting, date, council=council, ordinal=ordinal, **values)

    def visit(self, date, **values):
        return self.make(m.Visit, date, origin_id="KAZ", destination_id="TUR", **values)

    def find(self, name, today=TODAY, drafts=False):
        return list(BY_NAME[name].find(gather_material(today, drafts)))


@pytest.fixture
def world(db):
    return World()
