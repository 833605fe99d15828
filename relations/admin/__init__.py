"""The staff's side of the site; mirrors relations.models."""

from . import agreements, councils, countries, figures, findings, milestones, people, records, sources, texts, visits

__all__ = [
    "agreements",
    "councils",
    "countries",
    "figures",
    "findings",
    "milestones",
    "people",
    "records",
    "sources",
    "texts",
    "visits",
]
