"""A mark of all that makes pages beside the data."""

from functools import cache
from hashlib import sha256
from pathlib import Path

import django
from django.conf import settings

PARTS = ("relations/**/*.py", "config/*.py", "relations/locale/*/LC_MESSAGES/*.po", "templates/**/*", "static/**/*")


@cache
def edition() -> str:
    """Code, words, templates, style and what the settings say of the site: two nodes with one edition answer alike."""
    said = (django.__version__, settings.SITE_NAME, settings.SITE_URL, settings.DEBUG, settings.CDN_SECONDS)
    digest = sha256(repr(said).encode())
    for path in sorted({path for part in PARTS for path in Path(settings.BASE_DIR).glob(part) if path.is_file()}):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
