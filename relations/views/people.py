"""People and institutions."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from relations import attested, deeds
from relations.models import Institution, Person
from relations.pages.listed import institutions, people
from relations.timeline.entries import entries
from relations.upto import MOST

from .gone import elsewhere
from .lists import page_of
from .names import listed


def person_list(request: HttpRequest) -> HttpResponse:
    """Whoever stands in a published record."""
    names = listed(request, Person)
    return render(request, "relations/person_list.html", {"names": names, "people": people(names.keys)})


def person_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """A person with the offices that the records attest, and what they did, group by group."""
    person = Person.objects.filter(slug=slug).first()
    if person is None:
        return elsewhere(request, slug, "person")
    figures, figure_count = deeds.figures_of(person)
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
    names = listed(request, Institution)
    context = {"names": names, "institutions": institutions(names.keys)}
    return render(request, "relations/institution_list.html", context)


def institution_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """An institution with the records that name it, the figures that it reports and what it published."""
    institution = Institution.objects.select_related("country").filter(slug=slug).first()
    if institution is None:
        return elsewhere(request, slug, "institution")
    figures, figure_count = deeds.figures_of(institution)
    page = page_of(request, deeds.naming(institution))
    found = entries(page.object_list)
    context = {
        "institution": institution,
        "page": page,
        "records": [found[key] for key in page if key in found],
        "is_cut": page.paginator.count == MOST,
        "figures": figures,
        "figure_count": figure_count,
        "sources": deeds.published_by(institution),
    }
    return render(request, "relations/institution_detail.html", context)
