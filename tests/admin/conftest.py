"""A small world with one record of every kind, and the three sorts of staff."""

from decimal import Decimal

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from django.utils import translation

from relations import models as m
from relations.changes.keeping import keep_versions
from relations.checks.consensus import refresh
from relations.search import index
from tests.standing import found, standing

LANGUAGES = ["tr", "en"]
KINDS = {
    "agreement": m.Agreement,
    "visit": m.Visit,
    "council": m.Council,
    "councilmeeting": m.CouncilMeeting,
    "milestone": m.Milestone,
    "figure": m.Figure,
}
NOUNS = {
    "country": m.Country,
    "place": m.Place,
    "relationship": m.Relationship,
    "person": m.Person,
    "office": m.Office,
    "institution": m.Institution,
    "reporter": m.Reporter,
    "source": m.Source,
}
PARTS = {"citation": m.Citation, "participation": m.Participation}


@pytest.fixture(autouse=True)
def static_files_where_they_are(settings):
    settings.WHITENOISE_AUTOREFRESH = True


def make_world():
    for code, tr, en in [
        ("KAZ", "Kazakistan", "Kazakhstan"),
        ("TUR", "Türkiye", "Türkiye"),
        ("RUS", "Rusya", "Russia"),
        ("AZE", "Azerbaycan", "Azerbaijan"),
    ]:
        m.Country.objects.create(code=code, name_tr=tr, name_en=en)
    m.Place.objects.create(slug="ankara", name_tr="Ankara", name_en="Ankara", country_id="TUR")
    m.Place.objects.create(slug="astana", name_tr="Astana", name_en="Astana", country_id="KAZ")
    m.Relationship.objects.create(slug="kaz-tur", first_id="KAZ", second_id="TUR")
    m.Person.objects.create(slug="nursultan-nazarbayev", name_tr="Nursultan Nazarbayev", name_en="Nursultan Nazarbayev")
    m.Office.objects.create(slug="president-kaz", title_tr="Kazakistan Cumhurbaşkanı", country_id="KAZ")
    m.Institution.objects.create(slug="mfa-tur", kind="ministry", name_tr="Dışişleri Bakanlığı")
    m.Reporter.objects.create(slug="mfa-tur", name_tr="Türkiye Dışişleri Bakanlığı", country_id="TUR")
    m.Source.objects.create(
        slug="mfa-tr", kind="official", title_tr="Siyasi ilişkiler", publisher_tr="Bakanlık", language="tr",
        text_file="mfa-tr.txt", sha256="0" * 64, length=3700,
    )  # fmt: skip
    m.Source.objects.create(slug="press-en", kind="press", title_en="Visit", publisher_en="Press", language="en")
    made = records()
    refresh()
    keep_versions()  # so that staff who write in a test do not make up for what was written here
    index.refresh()
    return made


def records():
    """One published record of each kind, its date cited, by the name of its model."""
    shared = {"relationship": m.Relationship.objects.get(), "editorial_status": "published", "date": "2012-10"}
    council = create(m.Council, "kaz-tur-ydsk", council_kind="hlscc", **shared)
    return {
        "council": council,
        "agreement": create(m.Agreement, "agreement-kaz-tur-2012-plan", form="action_plan", **shared),
        "visit": create(
            m.Visit, "visit-kaz-tur-2012-10-nazarbayev", origin_id="KAZ", destination_id="TUR",
            visit_kind="official", **shared,
        ),
        "councilmeeting": create(m.CouncilMeeting, "kaz-tur-ydsk-1", council=council, ordinal=1, **shared),
        "milestone": create(m.Milestone, "milestone-1991-recognition", **shared),
        "figure": create(
            m.Figure, "figure-kaz-tur-2012-export-mfa", indicator="export", value=Decimal(1_330_000_000),
            step=Decimal(10_000_000), qualifier="about", origin_id="TUR", destination_id="KAZ",
            reporter=m.Reporter.objects.get(), **shared,
        ),
    }  # fmt: skip


standing_world = standing(make_world)


@pytest.fixture
def world(standing_world, db):
    return found(standing_world)


def create(model, slug, **values):
    record = model.objects.create(slug=slug, title_tr=f"{slug} başlığı", title_en=f"Title of {slug}", **values)
    for field in ("date", "visit_kind", "ordinal", "value"):
        if says := getattr(record, field, None):
            cite(record, field, str(says))
    return record


def cite(record, field, says, source="mfa-tr", preferred=True, **values):
    """A citation; of a figure's value, with the qualifier and the step of the figure."""
    if field == "value":
        values = {"says_qualifier": record.qualifier, "says_step": record.step, **values}
    return m.Citation.objects.create(
        record_id=record.pk,
        field=field,
        says=says,
        source=m.Source.objects.get(slug=source),
        preferred=preferred,
        **values,
    )


@pytest.fixture
def draft(world):
    """A visit that nobody has published, with a cited date."""
    return create(
        m.Visit, "visit-tur-kaz-2010-05", origin_id="TUR", destination_id="KAZ", date="2010-05",
        relationship=m.Relationship.objects.get(),
    )  # fmt: skip


def member(name, role=None):
    """A logged-in client of a member of staff; without a role, of a superuser."""
    user = User(username=name, is_staff=True, is_superuser=role is None)
    user.save()
    if role:
        user.groups.add(Group.objects.get(name=role))
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    client.user = user
    return client


@pytest.fixture
def root(db):
    return member("root")


@pytest.fixture
def editor(db):
    return member("editor", "Editor")


@pytest.fixture
def reviewer(db):
    return member("reviewer", "Reviewer")


def address(model, page, *args, language="en"):
    """The address of an admin page."""
    with translation.override(language):
        return reverse(f"admin:relations_{model._meta.model_name}_{page}", args=args)


def typed(response, **changes):
    """What a browser would post back from a form, with the changes of whoever types."""
    data = {}
    form = response.context["adminform"].form
    formsets = [inline.formset for inline in response.context["inline_admin_formsets"]]
    for part in [form, *(row for formset in formsets for row in (formset.management_form, *formset.forms))]:
        for bound in part:
            value = bound.value()
            if isinstance(value, bool):
                value = "on" if value else None
            if isinstance(value, list | tuple):
                value = [getattr(one, "pk", one) for one in value]
            if value is not None:
                data[bound.html_name] = value
    return {**{name: value for name, value in data.items() if value is not None}, **changes}


def errors(response):
    """Every message on the page: of the form and of each row below it."""
    found = {f"form.{name}": list(messages) for name, messages in response.context["adminform"].form.errors.items()}
    for inline in response.context["inline_admin_formsets"]:
        if inline.formset.non_form_errors():
            found[f"{inline.formset.prefix}"] = list(inline.formset.non_form_errors())
        for row in inline.formset.forms:
            found |= {f"{row.prefix}.{name}": list(messages) for name, messages in row.errors.items()}
    return found
