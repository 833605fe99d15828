from hashlib import sha256

import pytest
from django.contrib.auth.models import Permission, User
from django.core.management import CommandError, call_command

from relations.export.fixture import whole
from relations.models import Source, SourceText

TEXT = "İhracat:  625 milyon Doları oldu. " + "x" * 66
ADDRESS = "/en/sources/source-tr/text/"


@pytest.fixture
def texts(world, tmp_path):
    """The first source's text in a folder, with its checksum."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    Source.objects.filter(slug="source-tr").update(sha256=sha256(TEXT.encode()).hexdigest(), length=len(TEXT))
    Source.objects.filter(slug="source-en").update(text_file="b.txt")
    return tmp_path


def test_texts_are_stored_and_what_is_not_there_is_named(texts, capsys):
    call_command("import_texts", texts)
    assert SourceText.objects.get().text == TEXT
    captured = capsys.readouterr()
    assert "1 texts stored, 1 not in" in captured.out
    assert "not there: b.txt" in captured.err


def test_a_text_that_is_another_stops_the_import(texts):
    (texts / "b.txt").write_text("another")
    with pytest.raises(CommandError, match=r"b\.txt is not the text of source-en"):
        call_command("import_texts", texts)
    assert not SourceText.objects.exists()


def test_a_text_is_for_staff_unless_its_licence_lets_everybody_read_it(client, texts):
    call_command("import_texts", texts)
    assert client.get(ADDRESS).status_code == 404
    assert b"/text/" not in client.get("/en/sources/source-tr/").content
    staff = User.objects.create_user("editor", is_staff=True)
    staff.user_permissions.add(Permission.objects.get(codename="view_sourcetext"))
    client.force_login(staff, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(ADDRESS).status_code == 200
    client.logout()
    SourceText.objects.update(is_public=True)
    assert client.get(ADDRESS).status_code == 200
    assert b"/text/" in client.get("/en/sources/source-tr/").content


@pytest.mark.parametrize("language", ["tr", "en"])
def test_what_a_value_rests_on_is_marked_in_the_text(client, texts, language):
    call_command("import_texts", texts)
    SourceText.objects.update(is_public=True)
    html = client.get(f"/{language}/sources/source-tr/text/").content.decode()
    assert '<p lang="tr">' in html
    assert "<mark>625 milyon Doları </mark>" in html
    assert ("İhracat, 2016" if language == "tr" else "Exports, 2016") in html


def test_a_translation_stands_beside_its_original(client, texts, django_assert_max_num_queries):
    original, translation = Source.objects.get(slug="source-tr"), Source.objects.get(slug="source-en")
    Source.objects.filter(pk=translation.pk).update(translation_of=original)
    for source in (original, translation):
        SourceText.objects.create(source=source, text=TEXT, is_public=True)
    for slug in ("source-tr", "source-en"):
        with django_assert_max_num_queries(24):
            html = client.get(f"/en/sources/{slug}/text/").content.decode()
        assert html.index('<p lang="tr">') < html.index('<p lang="en">')


def test_a_text_leaves_in_no_dump(texts):
    call_command("import_texts", texts)
    assert not any("625 milyon Doları oldu" in str(row) for row in whole())
