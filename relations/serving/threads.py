"""What Django keeps for each thread, in plain thread-locals: under WSGI a thread answers one request after the other.

Django keeps it in asgiref's Local, which knows tasks as well and takes a lock at each look. A page looks which language
is active hundreds of times: a twentieth of its making, a tenth of a record's.
"""

import threading
from types import ModuleType

from django.urls import base
from django.utils.translation import trans_real

KEPT: tuple[tuple[ModuleType, str], ...] = ((trans_real, "_active"), (base, "_prefixes"), (base, "_urlconfs"))


def keep_plainly() -> None:
    """For a process that serves WSGI and nothing else; before its first request."""
    for module, name in KEPT:
        setattr(module, name, threading.local())
