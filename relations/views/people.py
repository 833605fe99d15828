"""People and institutions."""

from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from relations import attested, deeds
from relations.models import Institution, Participation, Person, Record
from relations.sorting import by_name
from relations.timeline import for_cards

from .lists import page_of


def person_list(request: HttpRequest) -> HttpResponse:
    """Whoever stands in a published record."""
    shown = Exists(Participation.objects.filter(person=OuterRef("pk"), record__editorial_status="published"))
    people = by_name(Person.objects.filter(shown).prefetch_related("tenures__office"))
    return render(request, "relations/person_list.html", {"people": people})


def person_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """A person with the offices that the records attest, and what they did, group by group."""
    person: Person = get_object_or_404(Person, slug=slug)
    figures, figure_count = deeds.figures_of(Q(reporter__person=person) | Q(announcer__person=person))
    context = {
        "person": person,
        "offices": attested.of_person(person),
        "groups": deeds.of_person(person),
        "figures": figures,
        "figure_count": figure_count,
    }
    return render(request, "relations/person_detail.html", context)


def institution_list(request: HttpRequest) -> HttpResponse:
    """Whatever stands in a published record."""
    shown = Exists(Record.objects.published().filter(institutions=OuterRef("pk")))
    institutions = by_name(Institution.objects.filter(shown).select_related("country"))
    return render(request, "relations/institution_list.html", {"institutions": institutions})


def institution_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """An institution with the records that name it, the figures that it reports and what it published."""
    institution: Institution = get_object_or_404(Institution.objects.select_related("country"), slug=slug)
    figures, figure_count = deeds.figures_of(
        Q(reporter__institution=institution) | Q(announcer__institution=institution)
    )
    context = {
        "institution": institution,
        "page": page_of(request, for_cards().filter(institutions=institution).newest_first()),
        "figures": figures,
        "figure_count": figure_count,
        "sources": deeds.published_by(institution),
    }
    return render(request, "relations/institution_detail.html", context)
