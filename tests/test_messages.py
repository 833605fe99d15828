"""Catalogues keep what translators wrote, and the check finds what is wrong with them."""

import gettext
from io import StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import django
import pytest
from babel.messages.catalog import Catalog
from django.apps import apps
from django.core.management import CommandError, call_command
from django.utils.translation import override, to_locale

from relations.messages.catalogues import compile_catalogue, lookup, po_path, read, strings, updated, write
from relations.messages.packages import unanswered
from relations.messages.problems import placeholders, problems


def catalogue(*texts: str | tuple[str, str], **translated: str | tuple[str, str]) -> Catalog:
    """A catalogue of untranslated strings, and of translated ones by keyword."""
    made = Catalog()
    for text in texts:
        made.add(text, locations=[("page.html", 0)])
    for text, translation in translated.items():
        made.add(text, translation, locations=[("page.html", 0)])
    return made


def found_problems(known: Catalog, found: Catalog, language: str = "tr") -> set[tuple[str, str]]:
    return {(fault.what, fault.text) for fault in problems(known, found, language)}


def test_an_update_keeps_translations_and_drops_what_is_gone() -> None:
    known = catalogue(visit="ziyaret", gone="eski")
    fresh = updated(known, catalogue("visit", "visits"), "tr")
    assert {message.id: message.string for message in strings(fresh)} == {"visit": "ziyaret", "visits": None}


def test_a_changed_plural_is_translated_anew() -> None:
    known = Catalog()
    known.add(("visit", "visits"), ("ziyaret", "ziyaret"))
    fresh = updated(known, catalogue(("visit", "journeys")), "tr")
    assert fresh.get("visit").string == ("", "")
    assert not fresh.get("visit").fuzzy


def test_the_source_language_fills_itself() -> None:
    fresh = updated(Catalog(), catalogue("visit", ("%(n)s day", "%(n)s days")), "en")
    assert fresh.get("visit").string == "visit"
    assert fresh.get("%(n)s day").string == ("%(n)s day", "%(n)s days")
    assert not list(problems(fresh, catalogue("visit", ("%(n)s day", "%(n)s days")), "en"))


def test_a_written_catalogue_is_the_same_each_time_and_reads_back(tmp_path: Path) -> None:
    path, found = po_path(tmp_path, "tr"), catalogue("zeta", "alpha", ("%(n)s day", "%(n)s days"))
    write(path, updated(catalogue(zeta="son"), found, "tr"), "tr")
    first = path.read_bytes()
    write(path, updated(read(path, "tr"), found, "tr"), "tr")
    assert path.read_bytes() == first
    assert first.index(b'msgid "alpha"') < first.index(b'msgid "zeta"')
    assert b"#: page.html\n" in first
    assert b"Date" not in first
    assert read(path, "tr").get("zeta").string == "son"


@pytest.mark.parametrize(
    "line", ["msgstr ziyaret", 'msgstr "ziyaret', 'msgstr "a "quoted" word"', "<<<<<<< ours", 'translation "ziyaret"']
)
def test_a_malformed_catalogue_is_refused_with_its_line(tmp_path: Path, line: str) -> None:
    path = tmp_path / "django.po"
    path.write_text(f'msgid "visit"\n{line}\n')
    with pytest.raises(ValueError, match=r"django\.po, line 2"):
        read(path, "tr")


@pytest.mark.parametrize("language", ["tr", "en"])
def test_a_compiled_catalogue_counts_as_django_does(tmp_path: Path, language: str) -> None:
    path = po_path(tmp_path, language)
    write(path, updated(Catalog(), catalogue("visit"), language), language)
    with compile_catalogue(path, language).open("rb") as ours:
        mine = gettext.GNUTranslations(ours)
    shipped = Path(django.__file__).parent / "conf/locale" / to_locale(language) / "LC_MESSAGES/django.mo"
    with shipped.open("rb") as theirs:
        django_own = gettext.GNUTranslations(theirs)
    assert [mine.plural(n) for n in range(200)] == [django_own.plural(n) for n in range(200)]
    assert mine.plural(0) == (0 if language == "tr" else 1)


def test_a_compiled_catalogue_answers_and_leaves_out_the_fuzzy(tmp_path: Path) -> None:
    path, known = po_path(tmp_path, "tr"), catalogue(visit="ziyaret")
    known.add("over", "üzerinde", context="qualifier")
    known.add(("%d day", "%d days"), ("%d gün", "%d gün"))
    known.add("council", "kurul", flags=["fuzzy"])
    write(path, updated(known, known, "tr"), "tr")
    with compile_catalogue(path, "tr").open("rb") as compiled:
        answers = gettext.GNUTranslations(compiled)
    assert answers.gettext("visit") == "ziyaret"
    assert answers.pgettext("qualifier", "over") == "üzerinde"
    assert answers.ngettext("%d day", "%d days", 5) == "%d gün"
    assert answers.gettext("council") == "council"


def test_a_complete_catalogue_has_no_problems() -> None:
    known = catalogue(visit="ziyaret", CSV="CSV", **{"%(a)s – %(b)s": "%(a)s – %(b)s"})
    assert found_problems(known, catalogue("visit", "CSV", "%(a)s – %(b)s")) == set()


def test_each_problem_is_named() -> None:
    known = catalogue("visit", agreement="agreement", gone="eski", **{"%(n)s of %(m)s": "%(m)s içinden"})
    known.add("council", "kurul", flags=["fuzzy"])
    known.add(("%(n)s day", "%(n)s days"), ("%(n)s gün", ""))
    found = catalogue("visit", "agreement", "%(n)s of %(m)s", "council", "new", ("%(n)s day", "%(n)s days"))
    assert found_problems(known, found) == {
        ("untranslated", "visit"),
        ("same as in the code", "agreement"),
        ("obsolete", "gone"),
        ("placeholders differ", "%(n)s of %(m)s"),
        ("fuzzy", "council"),
        ("missing", "new"),
        ("untranslated", "%(n)s day"),
    }


def test_an_entry_commented_out_is_obsolete(tmp_path: Path) -> None:
    path = tmp_path / "django.po"
    path.write_text('msgid ""\nmsgstr ""\n\n#~ msgid "gone"\n#~ msgstr "eski"\n')
    assert found_problems(read(path, "tr"), Catalog()) == {("obsolete", "gone")}


def test_the_source_language_says_what_the_code_says() -> None:
    assert found_problems(catalogue(visit="a visit"), catalogue("visit"), "en") == {
        ("differs from the code, which is in this language", "visit")
    }


def test_the_same_string_in_another_context_is_another_string() -> None:
    known, found = catalogue(over="üzeri"), Catalog()
    found.add("over", context="qualifier")
    assert found_problems(known, found) == {("missing", "over"), ("obsolete", "over")}
    assert lookup(known, found.get("over", "qualifier")) is None


@pytest.mark.parametrize(
    ("original", "translation", "agree"),
    [
        ("%(n)s visits to %(place)s", "%(place)s: %(n)s ziyaret", True),
        ("%(n)s visits", "%(n)s ziyaret, yine %(n)s", True),
        ("%(n)s visits", "%(m)s ziyaret", False),
        ("%(n)s visits", "%(n) ziyaret", False),
        ("%(share)s%% of trade", "ticaretin %%%(share)s kadarı", True),
        ("%(share)s%% of trade", "ticaretin %(share)s% kadarı", False),
        ("%s and %d", "%s ile %d", True),
        ("%s and %s", "%s", False),
        ("{name} in {}", "{} içinde {name}", True),
        ("{name}", "{isim}", False),
        ("{value:.2f}", "{value}", False),
        ("{} and {}", "{}", False),
        ('<a href="%(url)s">here</a>', '<a href="%(url)s">burada</a>', True),
        ('<a href="%(url)s">here</a>', '<a href="%(url)s">burada', False),
    ],
)
def test_placeholders_are_compared(original: str, translation: str, agree: bool) -> None:
    assert (placeholders(original) == placeholders(translation)) is agree


def test_a_turkish_singular_may_print_the_number_because_it_serves_zero_too() -> None:
    known, found = Catalog(), catalogue(("one visit", "%(n)s visits"))
    known.add(("one visit", "%(n)s visits"), ("%(n)s ziyaret", "%(n)s ziyaret"))
    assert found_problems(known, found) == set()
    known.get("one visit").string = ("bir ziyaret", "%(n)s ziyaret")
    assert found_problems(known, found) == set()
    known.get("one visit").string = ("bir ziyaret", "çok ziyaret")
    assert found_problems(known, found) == {("placeholders differ", "one visit")}


def test_what_a_package_leaves_untranslated_is_ours_to_translate(tmp_path: Path) -> None:
    package = tmp_path / "archive"
    for folder in ("templates", "tests"):
        (package / folder).mkdir(parents=True)
    (package / "admin.py").write_text('_("Ledger"), _("Delete"), ngettext("a stamp", "stamps", n), _("Docket")\n')
    (package / "templates/ledger.html").write_text("{% translate 'Ledger' %}{% translate 'Home' %}")
    (package / "tests/test_it.py").write_text('_("Only for testers")\n')
    own = po_path(package / "locale", "tr")
    write(own, updated(catalogue(Docket="Dosya"), catalogue("Docket"), "tr"), "tr")
    compile_catalogue(own, "tr")
    left = unanswered([SimpleNamespace(path=str(package))], ["tr", "en"])
    assert {message.id for message in strings(left)} == {"Ledger", ("a stamp", "stamps")}  # Django knows the others


@pytest.fixture
def project(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project of its own, with one page and one module."""
    monkeypatch.setattr("relations.management.commands.make_messages.unanswered", lambda *given: Catalog())
    for folder in ("config", "relations/templates", "templates"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "relations/views.py").write_text('title = _("Visits")\n')
    (tmp_path / "relations/templates/part.html").write_text("{% translate 'Councils' %}")
    (tmp_path / "templates/home.html").write_text("{% blocktranslate %}From {{ place }}{% endblocktranslate %}")
    settings.BASE_DIR, settings.LOCALE_PATHS = tmp_path, [tmp_path / "locale"]
    return tmp_path


def translate(project: Path, **translations: str) -> None:
    """Do a translator's work on the Turkish catalogue."""
    path = po_path(project / "locale", "tr")
    known = read(path, "tr")
    for text, translation in translations.items():
        known.get(text).string = translation
    write(path, known, "tr")


def check() -> str:
    """What the check prints; raises CommandError where it fails."""
    out = StringIO()
    try:
        call_command("make_messages", "--check", stdout=out)
    except CommandError as error:
        raise CommandError(out.getvalue()) from error
    return out.getvalue()


def test_the_command_updates_checks_and_compiles(project: Path) -> None:
    with pytest.raises(CommandError, match=r"relations/views\.py: tr: missing: 'Visits'"):
        check()
    call_command("make_messages", stdout=StringIO())
    with pytest.raises(CommandError, match=r"templates/home\.html: tr: untranslated: 'From %\(place\)s'"):
        check()
    translate(project, Visits="Ziyaretler", Councils="Konseyler", **{"From %(place)s": "%(place)s çıkışlı"})
    assert check() == ""
    call_command("make_messages", "--compile")
    for language in ("tr", "en"):
        assert po_path(project / "locale", language).with_suffix(".mo").stat().st_size > 100


def test_the_command_line_fails_with_a_status_of_one(project: Path) -> None:
    from django.core.management import ManagementUtility

    with pytest.raises(SystemExit) as stop:
        ManagementUtility(["manage.py", "make_messages", "--check"]).execute()
    assert stop.value.code == 1


def test_an_unreadable_template_stops_the_command_with_its_name(project: Path) -> None:
    (project / "templates/home.html").write_text("{% blocktranslate %}half")
    with pytest.raises(CommandError, match=r"templates/home\.html"):
        call_command("make_messages")


def test_turkish_labels_keep_their_dotted_capital() -> None:
    """Django capitalises labels letter by letter, i to I; so a label that starts with i is written with İ already."""
    with override("tr"):
        models = [
            model
            for model in apps.get_app_config("relations").get_models()
            if not model.__name__.startswith("Historical")
        ]
        fields = [field for model in models for field in model._meta.fields]
        labels = {str(named.verbose_name) for named in (*fields, *(model._meta for model in models))}
    assert "İkili ilişki" in labels  # the catalogue is compiled
    assert {label for label in labels if label.startswith("i")} == set()
