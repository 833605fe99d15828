"""One settings file; everything that differs between machines comes from the environment.

DEBUG               "1" to develop; off unless said
SECRET_KEY          required unless DEBUG is on
ALLOWED_HOSTS       comma-separated host names
DATABASE_URL        default: SQLite in var/db.sqlite3
SITE_NAME           default: Köprü
SITE_URL            public address, for links in files that leave the site
SOURCE_TEXTS        folder that holds the texts of the sources; optional
DUMPS_ROOT          where built downloads are kept; default: var/dumps
API_RATE            requests a client may make, and in how many seconds: 600/60 unless said; empty for no limit
API_CLIENT_HEADER   header in which your own proxy names the client, as X-Forwarded-For; leave empty without one
HTTPS               "0" when no TLS proxy stands in front; on unless said
"""

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
    "relations.api.guarding.guard_api",
    "relations.views.guard.refuse_unreadable_requests",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "relations.views.compression.CompressPages",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
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
DATABASES: dict[str, Any] = {"default": dj_database_url.config(default=f"sqlite:///{BASE_DIR / 'var' / 'db.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"].setdefault("OPTIONS", {}).update(SQLITE_OPTIONS)
    Path(DATABASES["default"]["NAME"]).parent.mkdir(parents=True, exist_ok=True)
else:
    DATABASES["default"].setdefault("OPTIONS", {}).update(pool={"min_size": 1, "max_size": 8})
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
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
DUMPS_ROOT = Path(os.environ.get("DUMPS_ROOT", BASE_DIR / "var" / "dumps"))
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
