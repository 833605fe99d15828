"""One published record of every kind, a draft, a multilateral agreement and a missing translation."""

from datetime import date

import pytest

from relations.checks.consensus import refresh
from relations.models import (
    Agreement,
    Citation,
    Council,
    CouncilMeeting,
    Country,
    Figure,
    Institution,
    Milestone,
    Office,
    Participation,
    Person,
    Place,
    Relationship,
    Reporter,
    Source,
    Tenure,
    Visit,
)
from tests.standing import found, standing

PUBLISHED = {"editorial_status": "published"}


def make_world():
    """Türkiye, Kazakhstan and Azerbaijan with what the pages need; returns what tests change."""
    for code, tr, en in (
        ("KAZ", "Kazakistan", "Kazakhstan"),
        ("TUR", "Türkiye", "Türkiye"),
        ("AZE", "Azerbaycan", "Azerbaijan"),
    ):
        Country.objects.create(code=code, name_tr=tr, name_en=en)
    pair = Relationship.objects.create(slug="kaz-tur", first_id="KAZ", second_id="TUR", overview_tr="Genel bakış.")
    ankara = Place.objects.create(slug="ankara", name_tr="Ankara", name_en="Ankara", country_id="TUR")
    person = Person.objects.create(
        slug="nursultan-nazarbayev", name_tr="Nursultan Nazarbayev", name_en="Nursultan Nazarbayev"
    )
    office = Office.objects.create(
        slug="president-kaz", title_tr="Kazakistan Cumhurbaşkanı", title_en="President of Kazakhstan", country_id="KAZ"
    )
    Tenure.objects.create(person=person, office=office)
    institution = Institution.objects.create(slug="mfa-tur", kind="ministry", name_tr="Bakanlık", name_en="Ministry")
    reporter = Reporter.objects.create(slug="mfa-tur", name_tr="Bakanlık", name_en="Ministry", country_id="TUR")
    first, second = (
        Source.objects.create(
            slug=slug,
            kind="press",
            language=slug[-2:],
            title_tr=f"Kaynak {slug}",
            title_en=f"Source {slug}",
            publisher_tr="Yayıncı",
            publisher_en="Publisher",
            published="2018",
            sha256="0" * 64,
            text_file="a.txt",
            length=100,
        )
        for slug in ("source-tr", "source-en")
    )
    common = {"relationship": pair, **PUBLISHED}
    visit = Visit.objects.create(
        slug="visit-1",
        title_tr="Ziyaret",
        title_en="The visit",
        date="2012-10-11/2012-10-12",
        place=ankara,
        origin_id="KAZ",
        destination_id="TUR",
        visit_kind="official",
        **common,
    )
    council = Council.objects.create(
        slug="kaz-tur-ydsk", title_tr="Konsey", title_en="The council", date="2012-05", council_kind="hlscc", **common
    )
    meeting = CouncilMeeting.objects.create(
        slug="kaz-tur-ydsk-2",
        title_tr="İkinci toplantı",
        title_en="Second meeting",
        date="2015-04",
        council=council,
        ordinal=2,
        during_visit=visit,
        **common,
    )
    agreement = Agreement.objects.create(
        slug="agreement-1",
        title_tr="Anlaşma",
        title_en="The agreement",
        date="2009-10",
        count=20,
        languages="tr,kk",
        in_force="2012",
        entry_method="ratification",
        signed_at_visit=visit,
        **common,
    )
    milestone = Milestone.objects.create(
        slug="milestone-1", title_tr="Yalnız Türkçe", title_en="", date="1991-12-16", area="culture", **common
    )
    figure = Figure.objects.create(
        slug="figure-1",
        title_tr="İhracat, 2016",
        title_en="Exports, 2016",
        date="2016",
        area="trade",
        indicator="export",
        value=625_000_000,
        step=1_000_000,
        origin_id="TUR",
        destination_id="KAZ",
        reporter=reporter,
        **common,
    )
    target = Figure.objects.create(
        slug="figure-2",
        title_tr="Hedef",
        title_en="Target",
        date="2018",
        area="trade",
        indicator="trade_total",
        value=10**10,
        qualifier="planned",
        origin_id="KAZ",
        destination_id="TUR",
        reporter=reporter,
        announcer=reporter,
        **common,
    )
    many = Agreement.objects.create(
        slug="agreement-2",
        title_tr="Çok taraflı anlaşma",
        title_en="Multilateral agreement",
        date="1993",
        area="culture",
        **PUBLISHED,
    )
    many.countries.set(Country.objects.all())
    draft = Visit.objects.create(
        slug="visit-draft",
        title_tr="Taslak ziyaret",
        title_en="Draft visit",
        date="2020",
        relationship=pair,
        origin_id="KAZ",
        destination_id="TUR",
        editorial_status="draft",
    )
    undated = Milestone.objects.create(slug="milestone-2", title_tr="Tarihsiz", title_en="Undated", **common)
    undated.institutions.add(institution)
    Participation.objects.create(record=visit.record, role="visitor", person=person, office=office)
    Participation.objects.create(record=meeting.record, role="chair", office=office)
    for record in (visit, council, meeting, agreement, milestone, figure, target, many):
        cite(record, "date", first, record.date, preferred=True)
    cite(
        figure,
        "value",
        first,
        "625000000",
        preferred=True,
        says_step=1_000_000,
        evidence="625 milyon Doları",
        start=10,
        end=28,
        reason_tr="Aslı böyle.",
        reason_en="So the original.",
    )
    cite(figure, "value", second, "725000000", says_step=1_000_000, evidence="725 million")
    people = {"person": person, "office": office}
    cite(visit, "visitor", second, "nursultan-nazarbayev", preferred=True, inference="office-holder")
    refresh()
    return {"pair": pair, "draft": draft, "first": first, "figure": figure, "day": date(2012, 10, 11), **people}


standing_world = standing(make_world)


@pytest.fixture
def world(standing_world, db):
    return found(standing_world)


def cite(record, field, source, says, **more):
    return Citation.objects.create(record=record.record, field=field, source=source, says=says, **more)


@pytest.fixture
def cite_more():
    return cite
