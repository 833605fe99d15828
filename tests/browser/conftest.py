"""One site for the whole run, one Chromium for each worker, one clean context for each test."""

import os

import pytest
from playwright.sync_api import sync_playwright

from .site import Site, find_chromium
from .visit import Reader

SITE_URL = "KOPRU_BROWSER_SITE"  # told by the process that starts the site to the workers that read it


def pytest_sessionstart(session):
    """Start the site, unless a controller has; workers inherit its environment."""
    if not hasattr(session.config, "workerinput"):
        find_chromium()  # before a site is made for nobody
        try:
            session.config.kopru_site = Site()
        except RuntimeError as error:
            pytest.exit(str(error), returncode=1)
        os.environ[SITE_URL] = session.config.kopru_site.url


def pytest_sessionfinish(session):
    if running := getattr(session.config, "kopru_site", None):
        running.stop()


@pytest.fixture(scope="session")
def site():
    return os.environ[SITE_URL]


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(),
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            ],
        )
        yield browser
        browser.close()


@pytest.fixture
def read(chromium, site):
    """read(path, **context options) opens a page as a reader would, and watches."""
    readers = []

    def open_page(path, **options):
        reader = Reader(chromium, site, **options)
        readers.append(reader)
        reader.open(path)
        return reader

    yield open_page
    for reader in readers:
        reader.context.close()
