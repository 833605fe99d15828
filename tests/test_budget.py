"""What a page may weigh, and how many rounds of requests it takes: every page kind, on the real fixtures."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command

from .browser.pages import LANGUAGES, PAGES
from .browser.prepare import hold_texts

PAGE_LIMIT = 100_000  # bytes with compression, everything that the page loads
SCRIPT_LIMIT = 20_000  # bytes without
ROOT = Path(__file__).parent.parent
STYLES = sorted((ROOT / "static/css").glob("*.css"))
SCRIPTS = sorted((ROOT / "static").rglob("*.js"))
LINKED = re.compile(r'<(?:link|script|img)\b[^>]*?\b(?:href|src)="([^"]+)"')
LAZY = re.compile(r'<(?:link rel="(?:alternate|canonical|next|prev|license)"|img[^>]*loading="lazy")[^>]*>')


@pytest.fixture
def real(db):
    call_command("load_fixtures", verbosity=0)
    hold_texts()


def compressed(name):
    """The bytes of a static file over the wire: WhiteNoise keeps a gzip beside what shrinks."""
    path = finders.find(name)
    assert path, f"{name} is asked for and is not there"
    content = Path(path).read_bytes()
    return min(len(content), len(gzip.compress(content)))


def loaded(html):
    """The static files that a page loads."""
    prefix = f"/{settings.STATIC_URL.strip('/')}/"
    addresses = set(LINKED.findall(LAZY.sub("", html)))
    return {address.removeprefix(prefix) for address in addresses if address.startswith(prefix)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_weighs_more_than_its_budget(client, real, language):
    heavy = []
    for page in PAGES:
        path = page.path(language)
        answer = client.get(path, headers={"accept-encoding": "gzip"})
        assert answer.status_code == 200, path
        assert answer.headers["Content-Encoding"] == "gzip", path
        files = loaded(gzip.decompress(answer.content).decode())
        total = len(answer.content) + sum(map(compressed, files))
        if total > PAGE_LIMIT:
            heavy.append(f"{path} weighs {total}: {len(answer.content)} and {sorted(files)}")
    assert not heavy, "\n".join(heavy)


@pytest.mark.parametrize("language", LANGUAGES)
def test_styles_and_scripts_are_asked_for_from_the_head_and_hold_up_nothing(client, real, language):
    for page in PAGES:
        html = client.get(page.path(language)).content.decode()
        head, _, body = html.partition("</head>")
        assert '<link rel="stylesheet"' in head
        assert 'rel="stylesheet"' not in body
        assert not re.search(r"<script(?![^>]*application/ld\+json)", body), page
        for script in re.findall(r"<script[^>]*\bsrc=[^>]*>", head):
            assert re.search(r'\b(?:defer|type="module")', script), script


def test_all_scripts_together_are_small():
    sizes = {path.name: path.stat().st_size for path in SCRIPTS}
    assert sum(sizes.values()) <= SCRIPT_LIMIT, sizes


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_a_style_sheet_asks_for_nothing_further(path):
    text = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.S)
    assert "@import" not in text
    assert not re.findall(r"url\((?!\s*[\"']?#)[^)]*\)", text)
