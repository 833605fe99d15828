"""Countries."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render

from relations import lands
from relations.models import Country


def country_list(request: HttpRequest) -> HttpResponse:
    return render(request, "relations/country_list.html", {"countries": lands.listed()})


def country_detail(request: HttpRequest, code: str) -> HttpResponse:
    """A country with all that hangs on it; its address is in small letters."""
    country = get_object_or_404(Country, code=code.upper())
    if code != code.lower():
        return HttpResponsePermanentRedirect(country.get_absolute_url())
    context = {
        "country": country,
        "sides": lands.sides(country),
        "latest": lands.latest(country),
        "holders": lands.holders(country),
        "institutions": lands.institutions(country),
        "places": lands.places(country),
        "agreements": lands.shared_agreements(country),
        "agreement_count": lands.shared_number(country),
    }
    return render(request, "relations/country_detail.html", context)
