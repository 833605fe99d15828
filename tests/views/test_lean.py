"""What pages remember of themselves is right for each language and each place, and gone with the data."""

import pytest

from relations.models import Record


def test_the_menu_is_that_of_the_page_and_the_language(client, world):
    timeline = '<a href="/{}/timeline/" aria-current="page">'
    for code in ("tr", "en", "tr"):
        assert timeline.format(code) in client.get(f"/{code}/timeline/").content.decode()
        assert timeline.format(code) not in client.get(f"/{code}/people/").content.decode()


def test_the_search_box_keeps_what_was_asked(client, world):
    assert 'value="Ankara"' in client.get("/en/search/?q=Ankara").content.decode()
    assert 'value="Ankara"' not in client.get("/en/search/").content.decode()


@pytest.mark.parametrize("path", ["/en/timeline/", "/en/visits/", "/api/v1/visits", "/api/v1/records?lang=en"])
def test_what_is_remembered_goes_with_a_write(client, world, path):
    client.get(path)
    visit = Record.objects.filter(kind="visit", editorial_status="published").first()
    Record.objects.filter(pk=visit.pk).update(title_en="Renamed & <i>escaped</i>")
    html = client.get(path).content.decode()
    assert ("Renamed &amp; &lt;i&gt;" if path.startswith("/en") else "Renamed & <i>") in html


def test_a_timeline_asks_few_questions(client, world, django_assert_max_num_queries):
    client.get("/en/timeline/?pair=kaz-tur")
    with django_assert_max_num_queries(18):
        client.get("/en/timeline/?pair=kaz-tur&kind=visit")


def test_a_name_without_text_in_the_language_is_marked_in_a_list(client, world):
    html = client.get("/en/timeline/").content.decode()
    assert '<span lang="tr" class="untranslated"' in html
