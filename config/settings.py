"""One settings file; everything that differs between machines comes from the environment.

DEBUG               "1" to develop; off unless said
SECRET_KEY          required unless DEBUG is on
ALLOWED_HOSTS       comma-separated host names
DATABASE_URL        default: SQLite in var/db.sqlite3
DATABASE_REPLICA_URLS  comma-separated: streaming replicas of a PostgreSQL in DATABASE_URL, which readers read
STATEMENT_TIMEOUT   seconds that a statement may take on PostgreSQL; 15 in the site, no limit for commands
CACHE_URL           redis://…, shared by all nodes; without it each process keeps its own
READY_LAG_SECONDS   how far behind a replica may be before /readyz says no: 60 unless said
PAGE_CACHE_MB       memory for finished pages in each process: 64 unless said, 0 for none; none with DEBUG
CDN_SECONDS         how long a CDN may keep a public page: 0 unless said, and then PURGE_URL tells it what changed
PURGE_URL           where keys of changed pages are posted; PURGE_TOKEN is sent along
SITE_NAME           default: Köprü
SITE_URL            public address, for links in files that leave the site
SOURCE_TEXTS        folder that holds the texts of the sources; optional
DUMPS_ROOT          where built downloads are kept; default: var/dumps
DUMPS_STORAGE       a storage class of Django's for built downloads, shared by all nodes; DUMPS_STORAGE_OPTIONS in JSON
X_ACCEL_REDIRECT    internal location under which nginx has DUMPS_ROOT, so that it sends the files
API_RATE            requests a client may make, and in how many seconds: 600/60 unless said; empty for no limit
API_CLIENT_HEADER   header in which your own proxy names the client, as X-Forwarded-For; leave empty without one
HTTPS               "0" when no TLS proxy stands in front; on unless said
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent


def flag(name: str, default: str = "0") -> bool:
    """Read an on/off variable: 1, true, yes and on are on."""
    return os.environ.get(name, default).strip().lower() in {"1", "true", "yes", "on"}


def numeric(name: str, default: str) -> float:
    """Read a variable that counts something; where it is empty, the default."""
    said = os.environ.get(name) or default
    try:
        found = float(said)
    except ValueError:
        found = -1
    if not 0 <= found < 1e9:
        sys.tracebacklimit = 0
        raise ImproperlyConfigured(f"{name} is “{said}”: it has to be a number that is not negative.")
    return found


DEBUG = flag("DEBUG")
HTTPS = flag("HTTPS", "0" if DEBUG else "1")
SITE_NAME = os.environ.get("SITE_NAME", "Köprü")
SITE_URL = os.environ.get("SITE_URL", "http://127.0.0.1:8000").rstrip("/")

SECRET_KEY = os.environ.get("SECRET_KEY", "")
if not SECRET_KEY:
    if not DEBUG:
        sys.tracebacklimit = 0  # one clear sentence, with no stack above it
        raise ImproperlyConfigured(
            "SECRET_KEY is not set: give the site a long random value in the environment, or set DEBUG=1 to develop."
        )
    SECRET_KEY = "for development only; production refuses to start without its own"  # noqa: S105

ALLOWED_HOSTS = [host.strip() for host in os.environ.get("ALLOWED_HOSTS", "").split(",") if host.strip()]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if host != "*"]

INSTALLED_APPS = [
    "modeltranslation",  # before admin
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "import_export",
    "simple_history",
    "relations",
]

MIDDLEWARE = [
    "relations.serving.memo.ask_revision_once",
    "relations.api.guarding.guard_api",
    "relations.nodes.probes.answer_probes",
    "relations.views.guard.refuse_unreadable_requests",
    "relations.nodes.elsewhere.AnswerFromElsewhere",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "relations.views.compression.compress_pages",
    "relations.serving.headers.share_pages",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "relations.serving.purge.purge_what_staff_wrote",
    "relations.changes.middleware.keep_what_staff_wrote",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "relations.views.site.site",
            ],
        },
    },
]

# SQLite waits for the writer instead of failing, and readers never wait (WAL).
SQLITE_OPTIONS: dict[str, Any] = {
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000;",
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
}
# A server that does not answer is given up soon, and a connection that lost its server is noticed.
STATEMENT_TIMEOUT = int(numeric("STATEMENT_TIMEOUT", "0") * 1000)
POSTGRESQL_OPTIONS: dict[str, Any] = {
    "connect_timeout": 2,
    "tcp_user_timeout": 5_000,
    "keepalives_idle": 10,
    # What relations/prepared.py asks by key is planned once a connection, for any keys: they are alike.
    "prepare_threshold": 2,
    # A page asks for rows by key, on disks that have no arm to move: an index, not the whole of a small table.
    "options": " ".join(
        f"-c {name}={value}"
        for name, value in {
            "statement_timeout": STATEMENT_TIMEOUT,
            "plan_cache_mode": "force_generic_plan",
            "random_page_cost": 1.1,
        }.items()
    ),
}
POOL = {"min_size": 1, "max_size": 8, "timeout": 3, "reconnect_timeout": 5}


def database(url: str) -> dict[str, Any]:
    """Django's words for the address of a database."""
    found: dict[str, Any] = dict(dj_database_url.parse(url))
    options = found.setdefault("OPTIONS", {})
    if found["ENGINE"].endswith("sqlite3"):
        options.update(SQLITE_OPTIONS)
        Path(found["NAME"]).parent.mkdir(parents=True, exist_ok=True)
        found["CONN_MAX_AGE"] = None  # opening the file and reading its schema costs more than many a page
    else:
        found["OPTIONS"] = {**POSTGRESQL_OPTIONS, "pool": POOL, **options}
        found["CONN_HEALTH_CHECKS"] = True
    return found


DATABASES: dict[str, Any] = {
    "default": database(os.environ.get("DATABASE_URL") or f"sqlite:///{BASE_DIR / 'var' / 'db.sqlite3'}")
}
REPLICAS = [url.strip() for url in os.environ.get("DATABASE_REPLICA_URLS", "").split(",") if url.strip()]
if REPLICAS and DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    raise ImproperlyConfigured("DATABASE_REPLICA_URLS needs a PostgreSQL in DATABASE_URL: SQLite has no replicas.")
for number, url in enumerate(REPLICAS, 1):
    DATABASES[f"replica{number}"] = database(url) | {"TEST": {"MIRROR": "default"}}
    DATABASES[f"replica{number}"]["OPTIONS"]["pool"] = POOL | {"timeout": 1}  # another one is near
DATABASE_ROUTERS = ["relations.nodes.router.PrimaryAndReplicas"]
PAGE_CACHE_MB = numeric("PAGE_CACHE_MB", "0" if DEBUG else "64")
CDN_SECONDS = int(numeric("CDN_SECONDS", "0"))
PURGE_URL = os.environ.get("PURGE_URL", "").strip()
PURGE_TOKEN = os.environ.get("PURGE_TOKEN", "").strip()
READY_LAG_SECONDS = numeric("READY_LAG_SECONDS", "60")
CACHE_URL = os.environ.get("CACHE_URL", "").strip()
CACHES: dict[str, Any] = {
    "default": {"BACKEND": "relations.nodes.cache.FailOpenRedisCache", "LOCATION": CACHE_URL}
    if CACHE_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# A further language needs a line here, a migration and a catalogue.
LANGUAGES = [("tr", _("Turkish")), ("en", _("English"))]
LANGUAGE_CODE = "tr"
MODELTRANSLATION_DEFAULT_LANGUAGE = "tr"
MODELTRANSLATION_FALLBACK_LANGUAGES = ()  # what is missing shows as missing
LOCALE_PATHS = [BASE_DIR / "relations" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
AXES_VERBOSE = False
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = BASE_DIR / "var" / "static"
STORAGES: dict[str, Any] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
DUMPS_ROOT = Path(os.environ.get("DUMPS_ROOT") or BASE_DIR / "var" / "dumps")
DUMPS_STORAGE = os.environ.get("DUMPS_STORAGE", "").strip()
STORAGES["dumps"] = (
    {"BACKEND": DUMPS_STORAGE, "OPTIONS": json.loads(os.environ.get("DUMPS_STORAGE_OPTIONS") or "{}")}
    if DUMPS_STORAGE
    else {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": DUMPS_ROOT}}
)
X_ACCEL_REDIRECT = os.environ.get("X_ACCEL_REDIRECT", "").strip()
SOURCE_TEXTS = Path(os.environ["SOURCE_TEXTS"]) if os.environ.get("SOURCE_TEXTS") else None
FIXTURE_DIRS = [BASE_DIR / "fixtures"]
API_RATE = os.environ.get("API_RATE", "600/60").strip()
API_CLIENT_HEADER = os.environ.get("API_CLIENT_HEADER", "").strip()

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "base-uri": [NONE],
        "connect-src": [SELF],
        "font-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "img-src": [SELF, "data:"],
        "script-src": [SELF],
        "style-src": [SELF],
    }
}
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
X_FRAME_OPTIONS = "DENY"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "INFO" if DEBUG else "WARNING"},
    "loggers": {"axes": {"level": "WARNING"}},
}
