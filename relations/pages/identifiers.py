"""The address that names a thing for good, whatever the language and the form that it is read in."""

from django.urls import reverse

from relations.models import Kind

from .subjects import Subject

# Things beside records, under the names of their lists in the API.
NOUNS = {
    "person": "people",
    "institution": "institutions",
    "source": "sources",
    "country": "countries",
    "relationship": "relationships",
}


def identifier(subject: Subject) -> str:
    """The path that names a subject; a record's needs no kind. Empty for what has no lasting name."""
    if subject.kind in Kind.values:
        return reverse("id:record", args=[subject.slug])
    return reverse("id:noun", args=[subject.kind, subject.slug]) if subject.kind in NOUNS else ""


def representations(subject: Subject) -> dict[str, str]:
    """Where a subject can be read, by content type, what most people want first."""
    folder = NOUNS.get(subject.kind) or Kind(subject.kind).plural_slug
    return {
        "text/html": subject.path,
        "application/ld+json": reverse(f"{subject.kind}_linked", args=[subject.slug]),
        "application/json": f"/api/v1/{folder}/{subject.slug}",
    }
