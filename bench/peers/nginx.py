"""nginx with the very bytes of our pages as files: as fast as anybody hands out a page."""

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from ..processes import Server, free_port, running, wait_for
from ..worlds import FOLDER

CONFIGURATION = """
daemon off;
{user}
worker_processes 2;
pid {folder}/pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 100000000;
  open_file_cache max=1000;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    root {folder}/pages;
    default_type text/html;
    add_header Content-Encoding gzip;
    add_header Cache-Control no-cache;
  }}
}}
"""


@contextmanager
def nginx(pages: Mapping[str, bytes]) -> Iterator[Server]:
    """A running nginx that hands out these compressed bodies under these names."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if not program:
        sys.exit("nginx is not installed: apt-get install nginx-light")
    folder, port = FOLDER / "nginx", free_port()
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "pages").mkdir(parents=True)
    for name, body in (*pages.items(), ("index.html", b"")):
        (folder / "pages" / name).write_bytes(body)
    url = f"http://127.0.0.1:{port}"
    with running("nginx", [program, "-c", str(_configured(folder, port))], folder / "error.log") as process:
        yield Server(url, process.pid, wait_for(process, f"{url}/index.html", folder / "error.log"))


def _configured(folder: Path, port: int) -> Path:
    """The configuration as a file; started by root, its workers stay root, for they read our folder."""
    user = "user root;" if os.geteuid() == 0 else ""
    path = folder / "nginx.conf"
    path.write_text(CONFIGURATION.format(folder=folder, port=port, user=user))
    return path
