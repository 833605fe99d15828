"""Steps that run as processes of their own and tell what they found as JSON."""

import json
import subprocess
import sys
from typing import Any

from .machine import ROOT
from .worlds import World, environment


def inside(world: World, module: str, *arguments: str, said: str = "") -> Any:
    """In the environment of the site."""
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(world), check=True, stdout=subprocess.PIPE, text=True, input=said
    )
    return json.loads(done.stdout)


def outside(module: str, *arguments: str) -> Any:
    """Without the site."""
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
    return json.loads(done.stdout)


def manage(world: World, *command: str) -> None:
    """A command of manage.py, silently."""
    subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=environment(world),
        check=True,
        stdout=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
    )
