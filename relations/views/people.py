"""People and institutions."""

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from relations.models import Institution, Participation, Person, Record
from relations.sorting import by_name
from relations.timeline import for_cards


def person_list(request: HttpRequest) -> HttpResponse:
    """Whoever stands in a published record."""
    shown = Exists(Participation.objects.filter(person=OuterRef("pk"), record__editorial_status="published"))
    people = by_name(Person.objects.filter(shown).prefetch_related("tenures__office"))
    return render(request, "relations/person_list.html", {"people": people})


def person_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """A person with the offices that the sources attest, and every record that names them."""
    person: Person = get_object_or_404(Person.objects.prefetch_related("tenures__office"), slug=slug)
    parts = Participation.objects.filter(person=person)
    records = for_cards().filter(pk__in=parts.values("record")).newest_first()
    return render(request, "relations/person_detail.html", {"person": person, "records": records})


def institution_list(request: HttpRequest) -> HttpResponse:
    """Whatever stands in a published record."""
    shown = Exists(Record.objects.published().filter(institutions=OuterRef("pk")))
    institutions = by_name(Institution.objects.filter(shown).select_related("country"))
    return render(request, "relations/institution_list.html", {"institutions": institutions})


def institution_detail(request: HttpRequest, slug: str) -> HttpResponse:
    institution: Institution = get_object_or_404(Institution.objects.select_related("country"), slug=slug)
    records = for_cards().filter(institutions=institution).newest_first()
    return render(request, "relations/institution_detail.html", {"institution": institution, "records": records})
