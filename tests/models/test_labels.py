"""A value is called what Django calls it, at the price of one label."""

from types import SimpleNamespace

import pytest
from django.db.models import Model
from django.utils.functional import lazy
from django.utils.translation import override

from relations.models import (
    Agreement,
    Citation,
    Council,
    CouncilMeeting,
    Figure,
    Institution,
    Participation,
    RecordVersion,
    Source,
    Visit,
)

WITH_CHOICES = (
    Agreement, Citation, Council, CouncilMeeting, Figure, Institution, Participation, RecordVersion, Source, Visit
)  # fmt: skip


@pytest.mark.parametrize("model", WITH_CHOICES)
@pytest.mark.parametrize("language", ["tr", "en"])
def test_a_value_is_called_what_django_calls_it(model, language):
    for field in (each for each in model._meta.get_fields() if getattr(each, "choices", None)):
        for value in (*(value for value, _label in field.flatchoices), "", "no such value", None):
            thing = model(**{field.attname: value})
            with override(language):
                assert getattr(thing, f"get_{field.name}_display")() == Model._get_FIELD_display(thing, field)


def test_no_label_is_translated_but_the_one_that_is_asked_for():
    translated = []
    label = lazy(lambda text: translated.append(text) or text, str)
    field = SimpleNamespace(
        attname="area", flatchoices=[(area, label(area)) for area in ("trade", "energy", "culture")]
    )
    assert Figure(area="energy")._get_FIELD_display(field) == "energy"
    assert translated == ["energy"]
