"""Which fields speak both languages; the only registry. History follows, for it must see the final fields."""

from modeltranslation.translator import TranslationOptions, translator
from simple_history import register as keep_history

from . import models

TRANSLATED: dict[type, tuple[str, ...]] = {
    models.Country: ("name", "official_name"),
    models.Place: ("name",),
    models.Relationship: ("overview",),
    models.Institution: ("name", "abbreviation", "summary"),
    models.Person: ("name", "summary"),
    models.Office: ("title",),
    models.Reporter: ("name",),
    models.Source: ("title", "publisher"),
    models.Record: ("title", "summary"),
    models.Agreement: (),
    models.Visit: (),
    models.Council: ("abbreviation",),
    models.CouncilMeeting: (),
    models.Milestone: (),
    models.Figure: (),
    models.Citation: ("reason",),
    models.FindingAnswer: ("reason",),
}
UNTRANSLATED = (models.Tenure, models.Participation)

for model, names in TRANSLATED.items():
    translator.register(model, type(f"{model.__name__}Translation", (TranslationOptions,), {"fields": names}))

for model in (*TRANSLATED, *UNTRANSLATED):
    m2m = ["countries", "institutions"] if model is models.Record else []
    derived = ["consensus"] if issubclass(model, models.Record) else []  # of the citations, which have versions
    keep_history(model, app="relations", m2m_fields=m2m, excluded_fields=derived)
