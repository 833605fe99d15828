"""Another site's page, on another origin, embeds a chart and the timeline; nothing else of ours can be framed."""

import json
import threading
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlencode

import pytest

from .pages import LANGUAGES
from .visit import Reader

CHART, TIMELINE = "charts/trade/kaz-tur/", "timeline/?pair=kaz-tur"
LINK = {"chart": f"/{CHART}", "timeline": f"/{TIMELINE}"}


@pytest.fixture(scope="module")
def host():
    """host(html) is the address of a page with that content, on an origin of its own."""
    pages = {}

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self):
            content = pages.get(self.path, "").encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_arguments):
            pass

    def put(html):
        pages[path := f"/{len(pages)}"] = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>H</title>{html}'
        return f"http://127.0.0.1:{server.server_port}{path}"

    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield put
    server.shutdown()


def offered(site, path, width):
    """What oEmbed says of a page."""
    query = urlencode({"url": f"{site}/{path}", "maxwidth": width})
    with urllib.request.urlopen(f"{site}/oembed?{query}", timeout=20) as response:
        return json.load(response)


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_elsewhere_shows_a_chart_and_the_timeline(chromium, site, host, language, width, scheme, script):
    said = [offered(site, f"{language}/{path}", min(width - 30, 736)) for path in (CHART, TIMELINE)]
    address = host("".join(f"<p>{each['html']}</p>" for each in said))
    reader = Reader(chromium, site, width=width, height=3000, color_scheme=scheme, java_script_enabled=script)
    page, off_host = reader.page, address.rpartition("/")[0]
    page.goto(address, wait_until="load")
    for each, (kind, link), frame in zip(said, LINK.items(), page.frames[1:], strict=True):
        frame.wait_for_url(f"**/{language}/embed/{kind}/**", timeout=20_000)  # frames are lazy
        frame.locator("svg:visible").first.wait_for()
        assert frame.locator("h1").count() == 1
        back = frame.locator(f'a[href$="{link}"]').last
        assert back.get_attribute("href") == f"{site}/{language}{link}"
        assert frame.locator('meta[name=robots][content="noindex"]').count() == 1
        assert frame.locator("iframe").count() == 0
        if script:
            needed = frame.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
            assert needed[0] <= each["width"]
            assert needed[1] <= each["height"] + 1
    faults = [fault for fault in reader.complaints if off_host not in fault]
    reader.context.close()
    assert not faults


@pytest.mark.parametrize("path", ["", "relations/kaz-tur/", CHART, TIMELINE])
def test_no_other_page_can_be_framed(chromium, site, host, path):
    page = chromium.new_context().new_page()
    page.goto(host(f'<iframe src="{site}/en/{path}" title="x"></iframe>'), wait_until="load")
    frame = page.frames[1]
    frame.wait_for_url("chrome-error://**", wait_until="commit")
    assert frame.locator(".site-header, .embed").count() == 0
    page.context.close()
