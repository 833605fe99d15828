"""The WSGI entry point: granian --interface wsgi config.wsgi:application."""

import gc
import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("STATEMENT_TIMEOUT", "15")  # seconds: a reader has gone by then; commands may take longer
django = get_wsgi_application()

from django.urls import get_resolver  # noqa: E402  # the apps are there now

from relations.serving.pages import KeepPages  # noqa: E402

get_resolver().url_patterns  # noqa: B018  # loads all views: each worker before it listens, not while a reader waits
application = KeepPages(django, settings.PAGE_CACHE_MB)
gc.collect()
gc.freeze()  # what is there now stays: no look for rings need go through it again
