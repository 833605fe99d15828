"""A small world: every kind of record, several parties, drafts, two languages, three decimal places."""

import shutil
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from relations import models as m
from relations.export import bundle, shelf
from tests.standing import found, standing

PUBLISHED, DRAFT = m.EditorialStatus.PUBLISHED, m.EditorialStatus.DRAFT


@pytest.fixture(autouse=True)
def dumps(settings, tmp_path):
    """Built files go to a folder of the test's own."""
    settings.DUMPS_ROOT = tmp_path / "dumps"
    return settings.DUMPS_ROOT


@pytest.fixture
def many_records(monkeypatch):
    """From the call on, there are too many records for a request to build; returns the processes asked for."""
    started = []

    def begin():
        monkeypatch.setattr(shelf, "FEW", 1)
        monkeypatch.setattr(shelf, "_run", started.append)
        return started

    return begin


@pytest.fixture(scope="session")
def first_built(tmp_path_factory):
    return tmp_path_factory.mktemp("export") / "built"


@pytest.fixture
def built(world, first_built, tmp_path):
    """The folder of a whole export, a copy for each test; the world is always the same, so one build will do."""
    if not first_built.exists():
        bundle.export(first_built)
    shutil.copytree(first_built, tmp_path / "built")
    return tmp_path / "built"


def make_world():
    reference()
    visits()
    councils()
    agreements()
    milestones()
    figures()


standing_world = standing(make_world)


@pytest.fixture
def world(standing_world, db):
    return found(standing_world)


def reference():
    for code, tr, en in [
        ("KAZ", "Kazakistan", "Kazakhstan"),
        ("TUR", "Türkiye", "Türkiye"),
        ("AZE", "Azerbaycan", "Azerbaijan"),
        ("KGZ", "Kırgızistan", "Kyrgyzstan"),
    ]:
        m.Country.objects.create(code=code, name_tr=tr, name_en=en)
    astana = m.Place.objects.create(slug="astana", name_tr="Astana", name_en="Astana", country_id="KAZ")
    m.Place.objects.create(
        slug="akmola", name_tr="Akmola", name_en="", country_id="KAZ", renamed_to=astana
    )  # sorts before what it was renamed to
    m.Place.objects.create(slug="istanbul", name_tr="İstanbul", name_en="Istanbul", country_id="TUR")
    ministry = m.Institution.objects.create(slug="mfa-tur", kind="ministry", name_tr="Dışişleri Bakanlığı")
    president = m.Person.objects.create(
        slug="nursultan-nazarbayev", name_tr="Nursultan Nazarbayev", summary_en="Нұрсұлтан Назарбаев: “Елбасы”\nÖ'dev"
    )
    office = m.Office.objects.create(slug="president-kaz", title_tr="Kazakistan Cumhurbaşkanı", country_id="KAZ")
    m.Tenure.objects.create(person=president, office=office)
    m.Relationship.objects.create(slug="kaz-tur", first_id="KAZ", second_id="TUR", overview_tr="Köprü")
    m.Reporter.objects.create(slug="mfa-tur", name_tr="Bakanlık", country_id="TUR", institution=ministry)
    m.Reporter.objects.create(slug="leaders", name_en="Both leaders", person=president)
    original = m.Source.objects.create(
        slug="mfa-tr-kazakhstan-tr", kind="official", title_tr="Siyasi ilişkiler", publisher_tr="Bakanlık",
        language="tr", text_file="mfa-tr-kazakhstan.tr.txt", sha256="0" * 64, length=3700, institution=ministry,
    )  # fmt: skip
    m.Source.objects.create(
        slug="mfa-tr-kazakhstan-en", kind="official", title_en="Political relations", publisher_en="Ministry",
        language="en", translation_of=original,
    )  # fmt: skip


def pair():
    return m.Relationship.objects.get(slug="kaz-tur")


def cite(record, field, says, *, start=None, source="mfa-tr-kazakhstan-tr", **values):
    end = None if start is None else start + 5
    source = m.Source.objects.get(slug=source)
    return m.Citation.objects.create(
        record=record, field=field, says=says, start=start, end=end, source=source, **values
    )


def visits():
    held = m.Visit.objects.create(
        slug="visit-kaz-tur-2012-10-nazarbayev", title_tr="Nazarbayev'in ziyareti", title_en="Nazarbayev's visit",
        summary_tr="İki gün sürdü.", date="2012-10-11/2012-10-12", visit_kind="official", origin_id="KAZ",
        destination_id="TUR", relationship=pair(), place=m.Place.objects.get(slug="istanbul"),
        editorial_status=PUBLISHED,
    )  # fmt: skip
    person, office = m.Person.objects.get(slug="nursultan-nazarbayev"), m.Office.objects.get()
    m.Participation.objects.create(record=held, role="visitor", person=person, office=office)
    m.Participation.objects.create(record=held, role="chair", office=office)
    cite(held, "date", "2012-10-11/2012-10-12", start=900, evidence="11-12 Ekim 2012", preferred=True)
    cite(
        held, "date", "2012-10", source="mfa-tr-kazakhstan-en", reason_tr="Günü veriyor", reason_en="Gives the day",
        inference="context-date",
    )  # fmt: skip
    draft = m.Visit.objects.create(
        slug="visit-tur-kaz-2016-02-draft", title_tr="Taslak ziyaret", date="2016-02-05", origin_id="TUR",
        destination_id="KAZ", relationship=pair(), editorial_status=DRAFT,
    )  # fmt: skip
    m.Participation.objects.create(record=draft, role="visitor", person=person)
    cite(draft, "date", "2016-02-05", start=10)
    for key, record in (("a" * 12, held), ("b" * 12, None), ("c" * 12, draft)):
        m.FindingAnswer.objects.create(
            check_name="sources", key=key, record=record and record.record, reason_tr="Kabul", reason_en="Accepted"
        )
    only_drafts_name(draft)


def only_drafts_name(draft):
    """A person, two institutions and a source that nothing published names."""
    person = m.Person.objects.create(slug="hakan-fidan", name_tr="Hakan Fidan")
    m.Tenure.objects.create(person=person, office=m.Office.objects.get())
    m.Participation.objects.create(record=draft, role="speaker", person=person)
    draft.institutions.add(m.Institution.objects.create(slug="mfa-kaz"))
    source = m.Source.objects.create(
        slug="anka-ospg-2026", kind="press", language="tr", institution=m.Institution.objects.create(slug="anka")
    )
    cite(draft, "place", "astana", source="anka-ospg-2026")
    m.Source.objects.create(slug="ospg-2026-en", kind="press", language="en", translation_of=source)


def councils():
    ydsk = m.Council.objects.create(
        slug="kaz-tur-ydsk", title_tr="Konsey", council_kind="hlscc", abbreviation_tr="YDSK", abbreviation_en="HLSCC",
        date="2012-05", relationship=pair(), editorial_status=PUBLISHED,
    )  # fmt: skip
    kek = m.Council.objects.create(
        slug="kaz-tur-kek", title_tr="Komisyon", council_kind="jec", relationship=pair(), editorial_status=DRAFT
    )
    m.CouncilMeeting.objects.create(
        slug="kaz-tur-kek-12", title_tr="Taslak komisyonun toplantısı", council=kek, ordinal=12,
        editorial_status=PUBLISHED,
    )  # fmt: skip
    third = m.CouncilMeeting.objects.create(
        slug="kaz-tur-ydsk-3", title_en="Third meeting", council=ydsk, ordinal=3, date="2018-09-13",
        relationship=pair(), during_visit=m.Visit.objects.get(slug="visit-tur-kaz-2016-02-draft"),
        editorial_status=PUBLISHED,
    )  # fmt: skip
    m.CouncilMeeting.objects.create(
        slug="kaz-tur-ydsk-2018-planned", title_tr="Planlanan", council=ydsk, ordinal=3, date="2018",
        status="postponed", replaced_by=third, editorial_status=PUBLISHED,
        during_visit=m.Visit.objects.get(slug="visit-kaz-tur-2012-10-nazarbayev"),
    )  # fmt: skip
    cite(third, "ordinal", "3", start=1200, preferred=True)


def agreements():
    package = m.Agreement.objects.create(
        slug="agreement-kaz-tur-2022-05-set", title_tr="On beş belge", form="package", count=15, date="2022-05-10",
        relationship=pair(), editorial_status=PUBLISHED,
        signed_at_meeting=m.CouncilMeeting.objects.get(slug="kaz-tur-kek-12"),
    )  # fmt: skip
    hidden = m.Agreement.objects.create(slug="agreement-draft", title_tr="Taslak", relationship=pair())
    m.Agreement.objects.create(
        slug="agreement-kaz-tur-2022-05-partnership", title_tr="Geliştirilmiş Stratejik Ortaklık", form="statement",
        date="2022-05-10", articles=68, languages="kk,tr", in_force="2022~", entry_method="signature",
        relationship=pair(), part_of=package, editorial_status=PUBLISHED, wikidata="Q42",
        signed_at_visit=m.Visit.objects.get(slug="visit-kaz-tur-2012-10-nazarbayev"),
        signed_at_meeting=m.CouncilMeeting.objects.get(slug="kaz-tur-ydsk-3"),
    )  # fmt: skip
    turksoy = m.Agreement.objects.create(
        slug="agreement-turksoy-1993", title_tr="TÜRKSOY, “Almatı”", date="1993-07-12", area="culture",
        part_of=hidden, editorial_status=PUBLISHED,
    )  # fmt: skip
    turksoy.countries.set(m.Country.objects.all())
    turksoy.institutions.set(m.Institution.objects.filter(slug="mfa-tur"))
    cite(package, "count", "15", start=5)
    cite(package, "count", "14", source="mfa-tr-kazakhstan-en")


def milestones():
    m.Milestone.objects.create(
        slug="milestone-1991-recognition", title_tr="Tanıma", title_en="Recognition; first of all, “=1+1”",
        summary_en="=HYPERLINK is no formula here,\nand this is a second line", date="1991-12-16",
        relationship=pair(), editorial_status=PUBLISHED,
    )  # fmt: skip


def figures():
    mfa, leaders = m.Reporter.objects.get(slug="mfa-tur"), m.Reporter.objects.get(slug="leaders")
    volume = m.Figure.objects.create(
        slug="figure-kaz-tur-2016-import-mfa", title_tr="İthalat", date="2016", indicator="import",
        value=Decimal("1330000000"), step=Decimal("10000000"), origin_id="KAZ", destination_id="TUR", reporter=mfa,
        relationship=pair(), editorial_status=PUBLISHED,
    )  # fmt: skip
    cite(
        volume, "value", "1330000000", start=1700, evidence="1,33 milyar", preferred=True, says_qualifier="exact",
        says_step=Decimal("10000000"),
    )  # fmt: skip
    m.Figure.objects.create(
        slug="figure-share", title_tr="Pay", date="2016", indicator="share", value=Decimal("3.875"),
        step=Decimal("0.001"), unit="percent", reporter=mfa, editorial_status=PUBLISHED,
    )  # fmt: skip
    m.Figure.objects.create(
        slug="figure-target", title_tr="Hedef", indicator="trade_total", value=10**10, qualifier="planned",
        origin_id="KAZ", destination_id="TUR", reporter=mfa, announcer=leaders, deadline="2030",
        relationship=pair(), editorial_status=PUBLISHED,
    )  # fmt: skip
    m.Figure.objects.create(
        slug="figure-draft", title_tr="Taslak", indicator="students", value=8000, unit="student", reporter=mfa
    )
    moment = datetime(2026, 11, 21, 4, 5, 6, 120, tzinfo=UTC)
    m.Record.objects.filter(slug="figure-share").update(changed_at=moment)
