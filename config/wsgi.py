"""The WSGI entry point: granian --interface wsgi config.wsgi:application."""

import gc
import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

gc.disable()  # what is loaded from here on stays: to look for rings in it would be a seventh of the start
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("STATEMENT_TIMEOUT", "15")  # seconds: a reader has gone by then; commands may take longer
django = get_wsgi_application()

from django.urls import get_resolver  # noqa: E402  # the apps are there now

from relations.serving.pages import KeepPages  # noqa: E402
from relations.serving.threads import keep_plainly  # noqa: E402

keep_plainly()
get_resolver().url_patterns  # noqa: B018  # loads all views: each worker before it listens, not while a reader waits
application = KeepPages(django, settings.PAGE_CACHE_MB)
gc.freeze()  # nor need any later look go through it
gc.enable()
