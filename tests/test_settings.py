"""The settings are read in a process of their own: they are made from the environment, once."""

import os
import subprocess
import sys

import pytest


def run(code, **environment):
    keep = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", f"import config.settings as s; {code}"],
        env=keep | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_refuses_to_start_without_a_secret_key_in_one_sentence():
    result = run("")
    assert result.returncode == 1
    (line,) = result.stderr.strip().splitlines()
    assert "SECRET_KEY is not set: give the site a long random value" in line


def test_debug_is_off_unless_said():
    assert run("print(s.DEBUG, s.SECURE_SSL_REDIRECT)", SECRET_KEY="x").stdout.split() == ["False", "True"]
    assert run("print(s.DEBUG, s.SECURE_SSL_REDIRECT)", DEBUG="1").stdout.split() == ["True", "False"]


@pytest.mark.parametrize(
    ("url", "engine", "option"),
    [
        ("", "sqlite3", "init_command"),
        ("sqlite:////tmp/x.sqlite3", "sqlite3", "init_command"),
        ("postgres://u:p@db.internal:5433/x", "postgresql", "pool"),
    ],
)
def test_one_address_chooses_the_database(url, engine, option):
    code = "d = s.DATABASES['default']; print(d['ENGINE'], *d['OPTIONS'])"
    out = run(code, DEBUG="1", **({"DATABASE_URL": url} if url else {})).stdout
    assert engine in out
    assert option in out


def test_sqlite_writes_ahead():
    from django.db import connection

    if connection.vendor == "sqlite":
        assert "journal_mode=WAL" in connection.settings_dict["OPTIONS"]["init_command"]
    else:
        assert connection.settings_dict["OPTIONS"]["pool"]


def test_the_deployment_check_is_clean():
    result = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        env={**os.environ, "DEBUG": "0", "SECRET_KEY": "k" * 50 + "1!aZ#x9", "ALLOWED_HOSTS": "example.org"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr


def test_replicas_are_read_by_the_side_of_the_primary_and_stand_for_it_in_tests():
    code = "print(*s.DATABASES, *(s.DATABASES['replica2'][k] for k in ('HOST', 'TEST')), s.DATABASE_ROUTERS)"
    urls = {
        "DATABASE_URL": "postgres://u:p@one/x",
        "DATABASE_REPLICA_URLS": "postgres://u:p@two/x, postgres://u:p@three/x",
    }
    out = run(code, DEBUG="1", **urls).stdout
    assert out.startswith("default replica1 replica2 three {'MIRROR': 'default'}")
    assert "PrimaryAndReplicas" in out


def test_replicas_of_sqlite_are_refused_in_a_sentence():
    result = run("", DEBUG="1", DATABASE_REPLICA_URLS="sqlite:////tmp/x.sqlite3")
    assert "DATABASE_REPLICA_URLS needs a PostgreSQL in DATABASE_URL" in result.stderr


def test_a_server_that_does_not_answer_is_given_up_soon():
    code = "o = s.DATABASES['default']['OPTIONS']; print(o['connect_timeout'], o['pool']['timeout'], o['options'])"
    url = "postgres://u:p@one/x"
    assert run(code, DEBUG="1", DATABASE_URL=url).stdout.startswith("2 3 -c statement_timeout=0 -c ")
    assert "statement_timeout=1500" in run(code, DEBUG="1", DATABASE_URL=url, STATEMENT_TIMEOUT="1.5").stdout


def test_the_server_plans_for_what_pages_ask():
    code = "o = s.DATABASES['default']['OPTIONS']; print(o['prepare_threshold'], o['options'])"
    said = run(code, DEBUG="1", DATABASE_URL="postgres://u:p@one/x").stdout
    assert said.startswith("2 ")
    assert "-c plan_cache_mode=force_generic_plan -c random_page_cost=1.1" in said


def test_one_address_chooses_the_cache():
    code = "print(s.CACHES['default']['BACKEND'])"
    assert "locmem" in run(code, DEBUG="1").stdout
    assert "FailOpenRedisCache" in run(code, DEBUG="1", CACHE_URL="redis://127.0.0.1:6379/0").stdout


def test_built_downloads_may_lie_in_a_storage():
    code = "print(s.STORAGES['dumps'])"
    options = {"DUMPS_STORAGE": "storages.backends.s3.S3Storage", "DUMPS_STORAGE_OPTIONS": '{"bucket_name": "x"}'}
    out = run(code, DEBUG="1", **options).stdout
    assert out.strip() == "{'BACKEND': 'storages.backends.s3.S3Storage', 'OPTIONS': {'bucket_name': 'x'}}"


@pytest.mark.parametrize("name", ["PAGE_CACHE_MB", "CDN_SECONDS", "READY_LAG_SECONDS", "STATEMENT_TIMEOUT"])
@pytest.mark.parametrize("said", ["abc", "-1", "nan"])
def test_what_is_no_number_is_refused_in_one_sentence(name, said):
    result = run("", DEBUG="1", **{name: said})
    assert result.returncode == 1
    assert (
        result.stderr.strip()
        .splitlines()[-1]
        .endswith(f"{name} is “{said}”: it has to be a number that is not negative.")
    )
