from types import SimpleNamespace

from bench.latency import compared
from bench.peers import datasette
from bench.targets import in_turn, pages
from bench.writing import Form

WORLD = SimpleNamespace(size=1000)
FOUND = {
    "questions": [{"kind": "visit", "from": "1995"}, {"pair": "kaz-tur"}],
    "words": ["state visit"],
    "records": [{"pk": 7, "path": "visits/x/"}],
}


def test_the_two_languages_take_turns():
    assert in_turn("abc") == [("en", "a"), ("tr", "b"), ("en", "c")]


def test_our_addresses_and_those_of_the_peer_ask_the_same():
    ours = pages(FOUND)
    assert ours["timeline"] == ["/en/timeline/?kind=visit&from=1995", "/tr/timeline/?pair=kaz-tur"]
    assert ours["search"] == ["/en/search/?q=state+visit"]
    assert ours["record"] == ["/en/visits/x/"]
    assert ours["api"][0] == "/api/v1/records?kind=visit&from=1995&limit=100"
    theirs = datasette.table(WORLD, FOUND["questions"][0])
    assert theirs.startswith("/datasette-1000/records?kind=visit&earliest__gte=1995-01-01&_facet=kind&_facet=area")


def test_the_peer_gives_programs_rows_and_counts_no_facets_for_them():
    address = datasette.page_of_json(WORLD, {"field": "trade"})
    assert address.startswith("/datasette-1000/records.json?area=trade&_size=100")
    assert "_facet=" not in address


def test_a_form_is_sent_back_as_it_stands():
    form = Form()
    form.feed(
        '<input name="a" value="1"><input type="checkbox" name="b"><input type="checkbox" name="c" checked>'
        '<select name="d"><option value="x"><option value="y" selected></select><textarea name="e">\nçok\n</textarea>'
        '<select name="f" multiple><option value="z"></select><input type="submit" name="g"><input name="h">'
    )
    assert form.values == {"a": "1", "c": "on", "d": "y", "e": "çok\n", "h": ""}


def test_a_page_that_fails_has_no_ratio():
    (found,) = compared("p50", "sqlite", {"home": [float("inf")]}, {"home": [2.0]}, 1.3)
    assert found.value is None
    (found,) = compared("p50", "sqlite", {"home": [3.0, 3.0]}, {"home": [2.0, 2.0]}, 1.3)
    assert (found.value, found.is_reached, found.note) == (1.5, False, "3.0 ms over 2.0 ms")
