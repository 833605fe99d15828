"""The pages that tell of a pair, of a council, and of all pairs."""

import re
from itertools import combinations

import pytest

from relations.models import Agreement, Council, CouncilMeeting, Country, Participation, Person, Relationship

LANGUAGES = ("tr", "en")
PUBLISHED = {"editorial_status": "published"}


def charts_of(html):
    return re.findall(r'<figure class="chart" id="([a-z-]+)"', html)


def meet(council, number, **values):
    common = {"title_tr": f"Toplantı {number}", "title_en": f"Meeting {number}", "council": council, **PUBLISHED}
    return CouncilMeeting.objects.create(slug=f"{council.slug}-m{number}", **common, **values)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pair_with_nothing_on_record_says_so(client, world, language):
    Relationship.objects.create(slug="aze-tur", first_id="AZE", second_id="TUR")
    Agreement.objects.all().delete()
    response = client.get(f"/{language}/relations/aze-tur/")
    assert response.status_code == 200
    assert charts_of(response.content.decode()) == []
    assert {"tr": "Kayıt yok.", "en": "None on record."}[language] in response.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pair_with_multilateral_records_alone_shows_them_in_a_chart(client, world, language):
    Relationship.objects.create(slug="aze-tur", first_id="AZE", second_id="TUR")
    html = client.get(f"/{language}/relations/aze-tur/").content.decode()
    assert charts_of(html) == ["agreements-aze-tur"]
    assert {"tr": "çok taraflı", "en": "a multilateral one"}[language] in html


def test_a_profile_has_a_chart_for_each_thing_that_is_told_better_in_a_picture(client, world):
    html = client.get("/en/relations/kaz-tur/").content.decode()
    assert set(charts_of(html)) == {"trade-kaz-tur", "meetings-kaz-tur-ydsk", "visits-kaz-tur", "agreements-kaz-tur"}


def test_a_key_figure_stands_with_its_reporter_and_leads_to_its_evidence(client, world):
    html = client.get("/en/relations/kaz-tur/").content.decode()
    block = html[html.index('class="key-figures"') : html.index("</ul>", html.index('class="key-figures"'))]
    assert "US$625 million" in block
    assert "2016" in block
    assert "Ministry" in block
    assert re.search(r'class="state conflict" href="/en/figures/figure-1/#evidence">sources differ', block)


def test_a_council_without_meetings_comes_last_and_has_no_chart(client, world):
    named = {"title_tr": "Boş kurul", "title_en": "An idle council"}
    Council.objects.create(slug="a-council", council_kind="forum", relationship=world["pair"], **named, **PUBLISHED)
    html = client.get("/en/relations/kaz-tur/").content.decode()
    assert html.index("The council</a>") < html.index("An idle council</a>") < html.index("No meeting on record.")
    assert "meetings-a-council" not in charts_of(html)
    assert client.get("/en/councils/a-council/").status_code == 200


@pytest.mark.parametrize("page", ["relations/kaz-tur/", "councils/kaz-tur-ydsk/"])
def test_sixty_meetings_cost_no_more_queries_than_one(client, world, page, django_assert_max_num_queries):
    client.get(f"/en/{page}")
    council = Council.objects.get(slug="kaz-tur-ydsk")
    council.save()  # what was remembered is of a revision that is over
    with django_assert_max_num_queries(40) as few:
        client.get(f"/en/{page}")
    for number in range(3, 63):
        meet(council, number, date=str(1960 + number), ordinal=number * 3)
    with django_assert_max_num_queries(40) as many:
        html = client.get(f"/en/{page}").content.decode()
    assert len(many) <= len(few)
    assert "Meeting 62, 2022" in html


def test_a_councils_page_tells_what_comes_next_who_came_and_what_was_signed(client, world):
    council = Council.objects.get(slug="kaz-tur-ydsk")
    meeting = meet(council, 3, date="2018-09-13", ordinal=3)
    meet(council, 4, date="2999-05", ordinal=4, status="announced")
    Participation.objects.create(record=meeting.record, role="chair", person=Person.objects.get())
    Agreement.objects.update(signed_at_meeting=meeting)
    html = client.get("/en/councils/kaz-tur-ydsk/").content.decode()
    assert re.search(r"<dt>Next meeting</dt><dd><a [^>]*>May 2999</a>", html)
    assert "Documents signed at its meetings" in html
    assert "The agreement</a>" in html
    assert html.index("People at its meetings") < html.rindex("Nursultan Nazarbayev")


def test_a_draft_meeting_shows_neither_in_the_chart_nor_in_the_list(client, world):
    council = Council.objects.get(slug="kaz-tur-ydsk")
    meet(council, 9, date="2018", ordinal=9)
    CouncilMeeting.objects.filter(ordinal=9).update(editorial_status="draft")
    for page in ("relations/kaz-tur/", "councils/kaz-tur-ydsk/"):
        assert "Meeting 9" not in client.get(f"/en/{page}").content.decode()


@pytest.mark.parametrize("page", ["", "relations/"])
def test_a_pair_is_listed_with_its_records_years_and_latest_event(client, world, page):
    html = re.sub(r"\s+", " ", client.get(f"/en/{page}").content.decode())
    entry = html[html.index('class="pair-entry"') :]
    assert "8 records</b> · 1991–2018" in entry
    assert re.search(r"Latest: April 2015, <a [^>]*>Second meeting</a>", entry)


def test_pairs_are_listed_page_by_page_those_with_most_on_record_first(client, world):
    codes = [f"Q{letter}{letter}" for letter in "ABCDEFGHIJKL"]
    for code in codes:
        Country.objects.create(code=code, name_tr=code, name_en=code)
    for one, other in combinations(codes, 2):
        Relationship.objects.create(slug=f"{one}-{other}".lower(), first_id=one, second_id=other)
    first, second = (client.get(f"/en/relations/?page={page}").content.decode() for page in (1, 2))
    assert first.index("Kazakhstan–Türkiye") < first.index("QAA–QBB")
    assert first.count('class="pair-entry"') == 60
    assert second.count('class="pair-entry"') == 7
    for page in ("0", "3", "x"):
        assert client.get(f"/en/relations/?page={page}").status_code == 404


def test_the_home_page_shows_what_sources_differ_on(client, world):
    html = client.get("/en/").content.decode()
    assert html.index("Where sources differ") < html.rindex("Exports, 2016")
