"""People and institutions."""

from typing import Any

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from relations import attested, deeds
from relations.models import Institution, Participation, Person, Record, Reporter
from relations.timeline import for_cards
from relations.upto import MOST

from .gone import elsewhere
from .lists import page_of
from .names import listed


def person_list(request: HttpRequest) -> HttpResponse:
    """Whoever stands in a published record."""
    shown = Exists(Participation.objects.filter(person=OuterRef("pk"), record__editorial_status="published"))
    people = Person.objects.filter(shown).prefetch_related("tenures__office")
    names = listed(request, Person.objects.all(), people)
    return render(request, "relations/person_list.html", {"names": names, "people": names.rows})


def person_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """A person with the offices that the records attest, and what they did, group by group."""
    person = Person.objects.filter(slug=slug).first()
    if person is None:
        return elsewhere(request, slug, "person")
    figures, figure_count = deeds.figures_of(Reporter.objects.filter(person=person))
    context = {
        "person": person,
        "offices": attested.of_person(person),
        "groups": deeds.of_person(person),
        "is_cut": deeds.is_cut(person),
        "figures": figures,
        "figure_count": figure_count,
    }
    return render(request, "relations/person_detail.html", context)


def institution_list(request: HttpRequest) -> HttpResponse:
    """Whatever stands in a published record."""
    shown = Exists(Record.objects.published().filter(institutions=OuterRef("pk")))
    names = listed(request, Institution.objects.all(), Institution.objects.filter(shown).select_related("country"))
    return render(request, "relations/institution_list.html", {"names": names, "institutions": names.rows})


def institution_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """An institution with the records that name it, the figures that it reports and what it published."""
    institution = Institution.objects.select_related("country").filter(slug=slug).first()
    if institution is None:
        return elsewhere(request, slug, "institution")
    figures, figure_count = deeds.figures_of(Reporter.objects.filter(institution=institution))
    links: Any = Record.institutions.through
    named = links.objects.filter(institution=institution).order_by("-pk")[:MOST]
    page = page_of(request, for_cards().filter(pk__in=named.values("record")).newest_first())
    context = {
        "institution": institution,
        "page": page,
        "is_cut": page.paginator.count == MOST,
        "figures": figures,
        "figure_count": figure_count,
        "sources": deeds.published_by(institution),
    }
    return render(request, "relations/institution_detail.html", context)
