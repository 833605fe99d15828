"""What Dockerfile, compose.yaml and deploy/nginx.conf promise."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from bench.cluster.staff import LOST

ROOT = Path(__file__).parent.parent
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text())
SERVICES = COMPOSE["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text()
NGINX = (ROOT / "deploy" / "nginx.conf").read_text()
GIVEN = {
    "SECRET_KEY": "k" * 50 + "1!aZ#x9",
    "POSTGRES_PASSWORD": "abc",
    "ALLOWED_HOSTS": "example.org",
    "SITE_URL": "https://example.org",
}


def filled_in(value):
    """What compose makes of ${NAME:?…} and ${NAME:-default}."""
    return re.sub(r"\$\{(\w+)(?::([?-])([^}]*))?\}", lambda m: GIVEN.get(m[1]) or (m[3] if m[2] == "-" else ""), value)


def test_there_are_two_nodes_with_all_that_they_need():
    assert set(SERVICES) == {"database", "cache", "setup", "node1", "node2", "proxy"}
    assert SERVICES["node1"] == SERVICES["node2"]
    assert SERVICES["node1"]["depends_on"]["setup"] == {"condition": "service_completed_successfully"}


@pytest.mark.parametrize("name", SERVICES)
def test_no_container_may_write_outside_its_volumes_or_be_more_than_a_user(name):
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    user, group = service["user"].split(":")
    assert int(user) > 0 < int(group)
    assert "privileged" not in service


@pytest.mark.parametrize("name", sorted(set(SERVICES) - {"setup", "node1", "node2"}))
def test_what_is_no_node_says_how_to_ask_for_its_health(name):
    assert SERVICES[name]["healthcheck"]["test"]


def test_a_node_is_asked_for_its_health_without_any_program_but_python():
    check = DOCKERFILE[DOCKERFILE.index("HEALTHCHECK") :]
    assert "/healthz" in check
    assert '["python", "-c"' in check


def test_the_image_runs_as_a_user_and_installs_what_is_locked():
    assert re.search(r"^USER 10001:10001$", DOCKERFILE, re.M)
    assert DOCKERFILE.index("USER") < DOCKERFILE.index("CMD [")
    assert "--require-hashes --requirement requirements.lock" in DOCKERFILE


def test_no_secret_has_a_default():
    for name in ("SECRET_KEY", "POSTGRES_PASSWORD"):
        uses = re.findall(rf"\$\{{{name}[^}}]*\}}", (ROOT / "compose.yaml").read_text())
        assert uses
        assert all(f"{{{name}:?" in use for use in uses)


def test_every_variable_of_a_node_is_documented():
    documented = set(re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "docs/operations.md").read_text(), re.M))
    assert set(SERVICES["node1"]["environment"]) <= documented


def test_the_deployment_check_is_clean_in_a_node():
    environment = {name: filled_in(value) for name, value in SERVICES["node1"]["environment"].items()}
    assert environment["DATABASE_URL"] == "postgres://kopru:abc@database:5432/kopru"
    own = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    result = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        env=own | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr


def test_the_proxy_knows_the_nodes_and_where_their_downloads_are():
    assert set(re.findall(r"server (\w+):8000", NGINX)) == {"node1", "node2"}
    prefix = SERVICES["node1"]["environment"]["X_ACCEL_REDIRECT"]
    (block,) = re.findall(rf"location {prefix} {{(.*?)}}", NGINX, re.S)
    assert "internal;" in block
    assert f"alias {SERVICES['node1']['environment']['DUMPS_ROOT']}/;" in block
    assert "dumps:/dumps:ro" in SERVICES["proxy"]["volumes"]


def test_the_proxy_passes_a_request_on_only_where_nothing_can_have_changed():
    (tries,) = re.findall(r"proxy_next_upstream ([^;]+);", NGINX)
    assert "non_idempotent" not in tries


def test_an_answer_of_503_takes_no_node_away():
    """The admin gives it while the primary is away, and readers go on."""
    assert "http_" not in re.findall(r"proxy_next_upstream ([^;]+);", NGINX)[0]


def test_a_request_that_no_node_answered_gets_a_page_in_the_language_of_its_address():
    pages = dict(re.findall(r"^\s+(\S+) '(<!doctype html>.+)';$", NGINX, re.M))
    assert {re.search(r'lang="(\w+)"', page)[1] for page in pages.values()} == {"en", "tr"}
    assert 'lang="en"' in pages["~^/en(/|$)"]
    assert 'lang="tr"' in pages["default"]
    assert LOST in pages["~^/en(/|$)"]
    assert "kaydedilip kaydedilmediğine" in pages["default"]
    assert "error_page 502 504 @lost;" in NGINX
