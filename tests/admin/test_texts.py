"""The texts of sources: only the file that was read is taken, and only reviewers show it."""

from hashlib import sha256

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from relations import models as m

from .conftest import LANGUAGES, address

TEXT = "Kısa bir metin\r\n"


@pytest.fixture
def source(world):
    source = m.Source.objects.get(slug="mfa-tr")
    source.sha256 = sha256(TEXT.encode()).hexdigest()
    source.save()
    return source


def put(client, source, content):
    file = {"file": SimpleUploadedFile("mfa-tr.txt", content)} if content else {}
    return client.post(address(m.SourceText, "add"), {"source": source.pk, **file})


def test_the_text_that_was_read_is_kept_to_the_letter(reviewer, source):
    assert put(reviewer, source, TEXT.encode()).status_code == 302
    assert m.SourceText.objects.get().text == TEXT
    assert not m.SourceText.objects.get().is_public


@pytest.mark.parametrize("content", [b"Another text", "Kısa bir metin".encode("iso-8859-9"), None])
def test_another_text_is_refused_on_the_field(reviewer, source, content):
    response = put(reviewer, source, content)
    assert "file" in response.context["adminform"].form.errors
    assert not m.SourceText.objects.exists()


def test_a_text_that_is_no_utf_8_is_refused(reviewer, source):
    content = TEXT.encode("iso-8859-9")
    m.Source.objects.filter(pk=source.pk).update(sha256=sha256(content).hexdigest())
    assert put(reviewer, source, content).context["adminform"].form.errors == {"file": ["The file is not in UTF-8."]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_staff_read_a_text_and_reviewers_show_it(editor, reviewer, source, language):
    text = m.SourceText.objects.create(source=source, text=TEXT)
    page = address(m.SourceText, "change", text.pk, language=language)
    assert "Kısa bir metin" in editor.get(page).text
    assert editor.post(page, {"is_public": "on"}).status_code == 403
    assert reviewer.post(page, {"is_public": "on"}).status_code == 302
    assert m.SourceText.objects.get(pk=text.pk).is_public
    assert m.SourceText.objects.get(pk=text.pk).text == TEXT
    assert editor.get(address(m.SourceText, "changelist", language=language)).status_code == 200
