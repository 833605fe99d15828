"""Pages about the site, and the pages of what went wrong."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from relations.models import Citation, Record, Source


def about(request: HttpRequest) -> HttpResponse:
    return render(request, "relations/about.html")


def method(request: HttpRequest) -> HttpResponse:
    """How values are read, chosen and compared, with the present counts."""
    citations = Citation.objects.published()
    context = {
        "records": Record.objects.published().count(),
        "citations": citations.count(),
        "reread": citations.filter(start__isnull=False).count(),
        "sources": Source.objects.count(),
        "held": Source.objects.exclude(sha256="").count(),
    }
    return render(request, "relations/method.html", context)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Both languages at once: when this shows, nothing is sure to work, not even choosing one."""
    return render(request, "500.html", status=500)
