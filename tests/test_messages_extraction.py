"""Extraction finds what Django looks up, in the spelling in which it looks it up."""

from pathlib import Path
from typing import Any

import pytest
from django.template import Context, Template

from relations.messages.extraction import Found, extracted, from_python, from_template

AWKWARD = [
    "{% translate 'Agreements' %}",
    '{% translate "It\'s “quoted”" %}',
    '{% translate "a \\"quoted\\" word" %}',
    '{% translate "50% of trade" %}',
    '{% translate "May" context "month" %}',
    '{% translate "May" context "modal verb" as verb %}{{ verb }}',
    '{% trans "old spelling" noop %}',
    '{% translate "filtered"|upper %}',
    '{% translate _("wrapped") %}',
    "{{ _('as a variable') }}",
    '{{ nothing|default:_("an argument, with a comma: and a colon") }}',
    '{% with word=_("in a tag") other=_("and another") %}{{ word }}{{ other }}{% endwith %}',
    '{% if name == _("compared") %}{% endif %}',
    "{% blocktranslate %}Kept\n  as it is{% endblocktranslate %}",
    "{% blocktranslate trimmed %}\n  One line\n  of {{ name }}, 49%\n{% endblocktranslate %}",
    "{% blocktranslate with who=name|upper %}{{ who }} travels{% endblocktranslate %}",
    "{% blocktranslate with who=_('an inner string') %}By {{ who }}{% endblocktranslate %}",
    "{% blocktranslate count n=number %}{{ n }} visit{% plural %}{{ n }} visits{% endblocktranslate %}",
    "{% blocktranslate trimmed count n=number context 'journeys' %}\n {{ n }} leg\n{% plural %}\n {{ n }} legs\n"
    "{% endblocktranslate %}",
    "{% blocktrans context 'spoken' asvar said %}{{ name }} spoke{% endblocktrans %}{{ said }}",
    '{% blocktranslate %}<a href="/x?a=1&amp;b=2">link</a>{% endblocktranslate %}',
]
SILENT = [
    "{# {% translate 'a remark' %} #}",
    "{% comment %}{% translate 'left out' %}{{ _('too') }}{% endcomment %}",
    "{% comment 'why' %}{% blocktranslate %}half{% endcomment %}",
    "{% verbatim %}{% translate 'shown as it is' %}{% endverbatim %}",
    "{% translate name %}",
    "plain _('text')",
]


@pytest.fixture
def looked_up(monkeypatch: pytest.MonkeyPatch) -> list[Found]:
    """What the template engine asks gettext for, in order."""
    asked: list[Found] = []

    def recorder(takes_context: bool, takes_plural: bool) -> Any:
        def record(*args: Any) -> str:
            context, rest = (args[0], args[1:]) if takes_context else (None, args)
            asked.append(Found((rest[0], rest[1]) if takes_plural else str(rest[0]), context))
            return str(rest[0])

        return record

    for name, ways in {"gettext": (False, False), "pgettext": (True, False)}.items():
        monkeypatch.setattr(f"django.utils.translation.{name}", recorder(*ways))
        monkeypatch.setattr(f"django.template.base.{name}_lazy", recorder(*ways))
    monkeypatch.setattr("django.utils.translation.ngettext", recorder(False, True))
    monkeypatch.setattr("django.utils.translation.npgettext", recorder(True, True))
    return asked


@pytest.mark.parametrize("source", AWKWARD)
def test_a_template_yields_what_django_looks_up(source: str, looked_up: list[Found]) -> None:
    Template("{% load i18n %}" + source).render(Context({"name": "Ankara", "number": 2}))
    found = list(from_template(source))
    assert found
    if " noop" not in source:  # marked for the catalogue, looked up elsewhere
        assert set(found) == set(looked_up)


@pytest.mark.parametrize("source", SILENT)
def test_comments_verbatim_text_and_variables_yield_nothing(source: str) -> None:
    assert list(from_template(source)) == []


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("{% blocktranslate %}never closed", "never closed"),
        ("{% comment %}never closed", "never closed"),
        ("{% blocktranslate %}{% url 'home' %}{% endblocktranslate %}", "inside a translated block"),
        ("{% translate 'May' context word %}", "must be a literal"),
    ],
)
def test_a_template_that_cannot_be_extracted_is_named(tmp_path: Path, source: str, reason: str) -> None:
    page = tmp_path / "page.html"
    page.write_text(source)
    with pytest.raises(ValueError, match=rf"page\.html: .*{reason}"):
        extracted(tmp_path, [page])


def test_python_yields_every_kind_of_call() -> None:
    source = """
_("plain"), gettext('single'), gettext_lazy("joined "
    "over lines"), ngettext("%d visit", "%d visits", n), pgettext("qualifier", "over")
npgettext("journeys", "leg", "legs", n), ngettext_lazy("day", "days"), pgettext_lazy("status", "held")
_(variable), other("not ours"), "nor this"
"""
    assert set(from_python(source)) == {
        Found("plain"),
        Found("single"),
        Found("joined over lines"),
        Found(("%d visit", "%d visits")),
        Found("over", "qualifier"),
        Found(("leg", "legs"), "journeys"),
        Found(("day", "days")),
        Found("held", "status"),
    }
