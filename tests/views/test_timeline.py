"""The timeline, its filters, its overview and the lists that share them."""

import re

import pytest

from relations.models import Consensus, Milestone, Record, Relationship

LANGUAGES = ("tr", "en")


@pytest.fixture
def page(client, world):
    """A page's HTML, by its address without the language."""

    def get(address, language="en"):
        response = client.get(f"/{language}/{address}")
        assert response.status_code == 200, address
        return response.content.decode()

    return get


def listed(html):
    """The titles in the list."""
    return re.findall(r'class="entry-title"><a href="[^"]+">(?:<span[^>]*>)?([^<]+)', html)


def many(pair, number, **more):
    for index in range(number):
        date = f"{1950 + index % 70}-0{index % 9 + 1}"
        Milestone.objects.create(
            slug=f"many-{index}",
            title_tr=f"Olay {index}",
            title_en=f"Event {index}",
            date=date,
            relationship=pair,
            editorial_status="published",
            **more,
        )


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("person=nursultan-nazarbayev", ["The visit"]),
        ("place=ankara", ["The visit"]),
        ("status=held&kind=meeting", ["Second meeting"]),
        ("status=held", ["Second meeting", "The visit"]),
        ("status=cancelled", []),
        ("person=nursultan-nazarbayev&to=2011", []),
        ("kind=visit&kind=meeting&order=oldest", ["The visit", "Second meeting"]),
        ("kind=visit&kind=meeting", ["Second meeting", "The visit"]),
    ],
)
def test_every_filter_leaves_just_its_records(page, query, titles):
    assert listed(page(f"timeline/?{query}")) == titles


def test_only_records_on_which_sources_differ(page):
    Record.objects.update(consensus="")
    Record.objects.filter(slug="visit-1").update(consensus=Consensus.MAJORITY)
    Record.objects.filter(slug="figure-1").update(consensus=Consensus.CONFLICT)
    Record.objects.filter(slug="agreement-1").update(consensus=Consensus.CONFIRMED)
    html = page("timeline/?differ=1")
    assert listed(html) == ["Exports, 2016", "The visit"]
    assert html.count('class="mark contested"') == 2


@pytest.mark.parametrize("query", ["person=none", "place=none", "status=none"])
def test_an_unknown_person_place_or_status_is_left_out_with_a_notice(page, query):
    html = page(f"timeline/?{query}")
    assert "it was ignored" in html
    assert "The visit" in listed(html)


def test_no_more_pairs_than_fit_are_compared(page):
    from relations.models import Country

    for code in ("AAA", "BBB", "CCC", "DDD"):
        Country.objects.create(code=code, name_tr=code, name_en=code)
        Relationship.objects.create(slug=f"{code.lower()}-tur", first_id=code, second_id="TUR")
    html = page("timeline/?pair=kaz-tur&pair=aaa-tur&pair=bbb-tur&pair=ccc-tur&pair=ddd-tur")
    assert "No more than 4 relationships" in html
    assert "DDD–Türkiye ×" not in re.sub(r"\s*<[^>]+>\s*", " ", html)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cursor", ["after=x", "before=2012-99-01.4", "after=2012.4", f"after=.{'9' * 40}"])
@pytest.mark.parametrize("address", ["timeline/", "figures/"])
def test_a_key_that_no_page_gave_is_not_found(client, world, language, address, cursor):
    assert client.get(f"/{language}/{address}?{cursor}").status_code == 404


@pytest.mark.parametrize("order", ["", "order=oldest"])
@pytest.mark.parametrize("address", ["timeline/", "milestones/"])
def test_the_links_lead_through_every_record_once_and_keep_the_filters(page, world, address, order):
    many(world["pair"], 120)
    found, link = [], f"{address}?kind=milestone&field=politics&{order}"
    for _step in range(5):
        html = page(link)
        found += listed(html)
        following = re.search(r'rel="next" href="/en/([^"]+)"', html)
        if not following:
            break
        link = following[1].replace("&amp;", "&")
        assert "field=politics" in link
    assert sorted(found) == sorted({"Undated", *(f"Event {index}" for index in range(120))})


def test_each_list_of_a_kind_has_the_filters_of_the_timeline(page):
    assert listed(page("visits/?person=nursultan-nazarbayev")) == ["The visit"]
    assert listed(page("visits/?kind=figure&to=2000")) == []
    assert listed(page("visits/?kind=figure")) == ["The visit"]


def test_a_filter_that_is_on_can_be_taken_away_alone(page):
    html = page("timeline/?kind=visit&kind=meeting&from=2010&order=oldest")
    assert 'href="/en/timeline/?kind=meeting&amp;from=2010&amp;order=oldest"' in html
    assert 'href="/en/timeline/?kind=visit&amp;kind=meeting&amp;order=oldest"' in html


def test_each_choice_says_what_it_would_leave(page):
    html = re.sub(r"\s+", " ", page("timeline/?kind=visit"))
    assert re.search(r'value="agreement">\s*<span>Agreements</span> <span class="facet">2<', html)
    assert re.search(r'value="trade">\s*<span>Trade</span> <span class="facet">0<', html)
    assert re.search(r'value="visit" checked>\s*<span>Visits</span> <span class="facet">1<', html)


def test_the_list_stands_under_years_and_the_months_that_dates_tell(page):
    html = page("timeline/")
    years = re.findall(r"<h2>(\d{4}|Date unknown)</h2>", html)
    assert years == ["2018", "2016", "2015", "2012", "2009", "1993", "1991", "Date unknown"]
    of_2016 = html.partition("<h2>2016</h2>")[2].partition("<h2>")[0]
    of_2012 = html.partition("<h2>2012</h2>")[2].partition("<h2>")[0]
    assert "<h3>" not in of_2016  # no source says in which month
    assert re.findall(r"<h3>([^<]+)", of_2012) == ["October 2012", "May 2012"]


@pytest.mark.parametrize(
    ("language", "label"), [("tr", "Ziyaret: 11-12 Ekim 2012"), ("en", "The visit: 11–12 October 2012")]
)
def test_every_dated_record_has_a_named_link_in_the_drawing(page, language, label):
    html = page("timeline/", language)
    drawing = re.search(r'<svg width="100%".*?</svg>', html, re.S)[0]
    assert f"<title>{label}</title>" in drawing
    assert drawing.count('class="mark') == 8
    assert drawing.count('tabindex="-1"') == 8
    assert " style=" not in drawing


def test_a_title_in_the_other_language_says_which(page):
    assert '<title lang="tr">Yalnız Türkçe: 16 Aralık 1991</title>' in page("timeline/")


def test_a_target_is_outlined(page):
    html = page("timeline/?kind=figure")
    assert html.count('class="mark planned"') == 1
    assert "planned, postponed or cancelled" in html


@pytest.mark.parametrize(
    ("language", "words"), [("tr", "1 kaydın tarihi bilinmiyor"), ("en", "1 record has no known date")]
)
def test_what_has_no_date_is_counted_in_words(page, language, words):
    assert words in page("timeline/", language)


def test_many_records_are_shades_that_lead_to_just_the_records_they_count(page, world):
    many(world["pair"], 400)
    html = page("timeline/")
    assert "depth-" in html
    assert "Event 1:" not in html.partition("</svg>")[0]
    cells = re.findall(r'<a href="([^"]+)" tabindex="-1" class="mark"><title>([^<]+): (\d+) records?</title>', html)
    assert len(cells) > 60
    for link, _name, count in cells[::9]:
        led_to = page(link.removeprefix("/en/").replace("&amp;", "&"))
        assert re.search(rf'class="count">{count} records?<', led_to)


def test_two_pairs_are_drawn_on_one_scale_each_under_its_name(page, world):
    other = Relationship.objects.create(slug="aze-kaz", first_id="AZE", second_id="KAZ")
    Milestone.objects.create(
        slug="other", title_tr="Başka", title_en="Other", date="1950", relationship=other, editorial_status="published"
    )
    html = page("timeline/?pair=kaz-tur&pair=aze-kaz")
    drawing = re.search(r'<svg width="100%".*?</svg>', html, re.S)[0]
    assert re.findall(r'class="band">([^<]+)', drawing) == ["Kazakhstan–Türkiye", "Azerbaijan–Kazakhstan"]
    assert drawing.count(">Multilateral agreement:") == 2  # it concerns both
    assert listed(html).count("Multilateral agreement") == 1
    assert 'data-first="1950"' in html
    assert 'class="pair"' in html.partition('id="records"')[2]


def test_nothing_to_show_says_so_and_draws_nothing(page):
    html = page("timeline/?kind=visit&to=1900")
    assert "No records match these filters" in html
    assert "<svg width" not in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_timeline_can_be_framed_and_leads_to_the_site(client, world, language):
    response = client.get(f"/{language}/embed/timeline/?pair=kaz-tur")
    html = response.content.decode()
    assert response.status_code == 200
    assert "X-Frame-Options" not in response.headers
    assert "frame-ancestors *" in response.headers["Content-Security-Policy"]
    assert f'href="/{language}/timeline/?pair=kaz-tur&amp;from=' in html
    assert f"/{language}/timeline/?pair=kaz-tur" in html
    assert "<script" not in html
    assert "X-Frame-Options" in client.get(f"/{language}/timeline/").headers
