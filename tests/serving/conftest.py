"""The world of the pages, and the site as a WSGI server sees it."""

import gzip
from dataclasses import dataclass, field
from io import BytesIO

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction

from relations.serving import freshness
from relations.serving.pages import KeepPages
from tests.views.conftest import make_world


@dataclass
class Told:
    """What a server was told."""

    status: int
    headers: dict[str, str]
    body: bytes
    pairs: list = field(repr=False)

    @property
    def text(self):
        is_packed = self.headers.get("Content-Encoding") == "gzip"
        return (gzip.decompress(self.body) if is_packed else self.body).decode()


class Server:
    """A WSGI server of the least sort; `made` counts what Django answered."""

    def __init__(self, megabytes=1):
        self.made = []
        django = WSGIHandler()

        def counted(environ, start_response):
            self.made.append(environ["PATH_INFO"])
            return django(environ, start_response)

        self.application = KeepPages(counted, megabytes)

    def ask(self, address, method="GET", host="testserver", **headers):
        path, _, query = address.partition("?")
        told = []
        environ = {
            "REQUEST_METHOD": method,
            "SCRIPT_NAME": "",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "testserver",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": host,
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(),
            **{f"HTTP_{name.upper()}": value for name, value in headers.items()},
        }
        answer = self.application(environ, lambda status, headers, error=None: told.extend((status, headers)))
        body = b"".join(answer)
        getattr(answer, "close", lambda: None)()
        return Told(int(told[0].split()[0]), dict(told[1]), body, told[1])


@pytest.fixture
def world(db):
    """Written for each test, since some of them commit; in one go, since a commit for each row takes its time."""
    with transaction.atomic():
        return make_world()


@pytest.fixture
def server(transactional_db, world, settings):
    """The site over a database whose writes are committed, and so seen."""
    settings.ALLOWED_HOSTS = ["testserver"]
    request_started.disconnect(close_old_connections)
    request_finished.disconnect(close_old_connections)
    freshness._held.__dict__.clear()
    yield Server()
    freshness._held.__dict__.clear()
    request_started.connect(close_old_connections)
    request_finished.connect(close_old_connections)
