"""The other servers: Redis, the nodes, and nginx as deploy/nginx.conf has it, with the addresses of this machine."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench.machine import ROOT
from bench.processes import free_port, running, wait_for

HOST = "127.0.0.1"


@dataclass
class Part:
    """A server that can be killed and started again."""

    name: str
    command: list[str]
    log: Path
    ready: str = ""  # the address that answers when it is up
    environment: Mapping[str, str] | None = None
    _stack: ExitStack = field(default_factory=ExitStack)
    _process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self._process = self._stack.enter_context(running(self.name, self.command, self.log, self.environment))
        if self.ready:
            wait_for(self._process, self.ready, self.log)

    def crash(self) -> None:
        """Killed, with no time to say good-bye."""
        if self._process:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def remove(self) -> None:
        self._stack.close()


@contextmanager
def started(*parts: Part) -> Iterator[None]:
    try:
        for part in parts:
            part.start()
        yield
    finally:
        for part in reversed(parts):
            part.remove()


def redis(root: Path, port: int) -> Part:
    command = ["redis-server", "--port", str(port), "--bind", HOST, "--save", "", "--dir", str(root)]
    return Part("redis", command, root / "redis.log")


def node(root: Path, number: int, environment: Mapping[str, str]) -> tuple[Part, str]:
    """One machine's worth of the site, and its address."""
    port = free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--http", "1", "--host", HOST]
    command += ["--port", str(port), "--workers", "1", "--blocking-threads", "4", "config.wsgi:application"]
    own = dict(environment) | {"DUMPS_ROOT": str(root / f"dumps{number}")}
    part = Part(f"node{number}", command, root / f"node{number}.log", f"http://{HOST}:{port}/readyz", own)
    return part, f"{HOST}:{port}"


def nginx(root: Path, name: str, nodes: list[str]) -> tuple[Part, str]:
    """The configuration that is shipped, in front of these nodes."""
    port, own = free_port(), root / name
    own.mkdir()
    text = (ROOT / "deploy" / "nginx.conf").read_text()
    servers = "".join(f"        server {each} max_fails=3 fail_timeout=2s;\n" for each in nodes)
    text = re.sub(r"(?: +server node\d:8000 .*\n)+", servers, text)
    text = text.replace("listen 8080", f"listen {HOST}:{port}").replace("/tmp/nginx", f"{own}/nginx")
    text = text.replace("worker_processes auto", "worker_processes 1")
    (own / "nginx.conf").write_text(text)
    command = ["nginx", "-c", str(own / "nginx.conf"), "-p", str(own), "-g", "daemon off;"]
    path = {"PATH": f"{os.environ['PATH']}:/usr/sbin"}
    return Part(name, command, root / f"{name}.log", f"http://{HOST}:{port}/healthz", path), f"{HOST}:{port}"


def environment(primary: str, replica: str, redis_port: int) -> dict[str, str]:
    """That of production, on loopback; nothing of the caller's own."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return kept | {
        "SECRET_KEY": "of a cluster that lives for two minutes",
        "ALLOWED_HOSTS": HOST,
        "HTTPS": "0",
        "DATABASE_URL": primary,
        "DATABASE_REPLICA_URLS": replica,
        "CACHE_URL": f"redis://{HOST}:{redis_port}/0",
        "API_RATE": "",
    }


def manage(environment: Mapping[str, str], *command: str, **more: str) -> None:
    """A command of manage.py, silently."""
    subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env={**environment, **more},
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
