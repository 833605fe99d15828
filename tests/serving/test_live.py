"""The site under its own server, in processes of their own, while somebody writes."""

import os
import re
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.request
from contextlib import contextmanager

import pytest
from django.db import connection

PAGE, ROOT = "/en/visits/visit-1/", os.getcwd()
WRITES, READERS = 40, 3
# What two queries of the page read, so that a page could mix them.
WRITE = (
    "UPDATE relations_record SET title_en = '{0}' WHERE slug = 'visit-1'",
    "UPDATE relations_person SET name_en = '{0}' WHERE slug = 'nursultan-nazarbayev'",
)


class Site:
    """Two workers over the database of the test, or a copy of it where that is in memory."""

    def __init__(self, folder):
        self.path = folder / "db.sqlite3"
        if connection.vendor == "sqlite":
            connection.ensure_connection()
            with sqlite3.connect(self.path) as copy:
                connection.connection.backup(copy)
            copy.close()
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]

    @property
    def environment(self):
        said = connection.settings_dict
        place = f"{said['USER']}:{said['PASSWORD']}@{said['HOST']}:{said['PORT'] or 5432}/{said['NAME']}"
        url = f"sqlite:///{self.path}" if connection.vendor == "sqlite" else f"postgres://{place}"
        return os.environ | {"DEBUG": "1", "HTTPS": "0", "DATABASE_URL": url, "PAGE_CACHE_MB": "8"}

    @contextmanager
    def running(self):
        server = ["-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(self.port)]
        process = subprocess.Popen(
            [sys.executable, *server, "--workers", "2", "config.wsgi:application"],
            env=self.environment, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            self.wait(process)
            yield
        finally:
            process.terminate()
            process.wait(30)

    def wait(self, process):
        for _ in range(600):
            assert process.poll() is None
            try:
                return self.read()
            except OSError:
                time.sleep(0.1)
        raise AssertionError("The site does not answer.")

    def read(self):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{PAGE}", timeout=30) as answer:
            return answer.read().decode()

    def write(self, text):
        """In one transaction."""
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("; ".join(WRITE).format(text))
            return
        writer = sqlite3.connect(self.path, timeout=20)
        with writer:
            for statement in WRITE:
                writer.execute(statement.format(text))
        writer.close()


@pytest.mark.usefixtures("transactional_db", "world")
def test_no_reader_sees_a_mixed_page_or_less_than_was_written_before_they_asked(tmp_path):
    site = Site(tmp_path)
    written, wrong, seen, is_over = [0], [], set(), threading.Event()

    def read():
        while not is_over.is_set():
            least = written[0]
            told = {int(number) for number in re.findall(r"Written (\d+)", site.read())}
            seen.update(told)
            if len(told) != 1 or min(told) < least:
                wrong.append((least, told))

    site.write("Written 0")
    readers = [threading.Thread(target=read) for _ in range(READERS)]
    with site.running():
        for reader in readers:
            reader.start()
        for number in range(1, WRITES + 1):
            site.write(f"Written {number}")
            written[0] = number
            time.sleep(0.03)
        is_over.set()
        for reader in readers:
            reader.join()
    assert not wrong
    assert len(seen) > 1
