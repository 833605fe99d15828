"""The site as production serves it: granian, DEBUG off, compressed and hashed static files, a database of its own."""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).parents[2]
PATIENCE = 60  # seconds until the first answer
CHROMIA = ("chromium", "chromium-browser", "google-chrome")


class Site:
    """A running site; `url` has no slash at its end."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="kopru-browser."))
        self.log = self.folder / "log"
        self.url = f"http://127.0.0.1:{free_port()}"
        try:
            if self.run("-m", "tests.browser.prepare").wait():
                self.give_up("could not be prepared")
            self.server = self.run("-m", "granian", *self.arguments())
            self.wait_for_answer()
        except BaseException:
            self.stop()
            raise

    def arguments(self) -> list[str]:
        port = self.url.rpartition(":")[2]
        workers = ["--workers", "1", "--blocking-threads", "2"]
        return ["--interface", "wsgi", "--host", "127.0.0.1", "--port", port, *workers, "config.wsgi:application"]

    def environment(self) -> dict[str, str]:
        return {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ} | {
            "DJANGO_SETTINGS_MODULE": "tests.browser.settings",
            "SECRET_KEY": secrets.token_hex(32),
            "ALLOWED_HOSTS": "127.0.0.1",
            "HTTPS": "0",
            "SITE_URL": self.url,
            "DATABASE_URL": f"sqlite:///{self.folder / 'db.sqlite3'}",
            "DUMPS_ROOT": str(self.folder / "dumps"),
            "STATIC_ROOT": str(self.folder / "static"),
        }

    def run(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start Python in the site's environment."""
        command = [sys.executable, *arguments]
        with self.log.open("ab") as log:
            return subprocess.Popen(
                command, cwd=ROOT, env=self.environment(), stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )

    def wait_for_answer(self) -> None:
        """Until the home page opens; an error is an answer, and ends the run."""
        until = time.monotonic() + PATIENCE
        while self.server.poll() is None and time.monotonic() < until:
            try:
                urllib.request.urlopen(f"{self.url}/en/", timeout=10).close()
                return
            except urllib.error.HTTPError:
                break
            except OSError:
                time.sleep(0.1)
        self.give_up("did not open its home page")

    def give_up(self, why: str) -> NoReturn:
        raise RuntimeError(f"The site {why}:\n{self.log.read_text()[-3000:]}")

    def stop(self) -> None:
        if server := getattr(self, "server", None):
            server.terminate()  # granian ends its workers
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


def find_chromium() -> str:
    """The browser that CHROMIUM names, else Debian's; ends the run where there is none."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIA)), None)
    if not path:
        sys.exit("No Chromium was found: install Debian's chromium, or name one in CHROMIUM.")
    return path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
