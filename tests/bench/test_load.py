import pytest

from bench.load import read_output
from bench.processes import Server
from bench.rounds import written
from bench.targets import Target

OUTPUT = """Running 2s test @ http://127.0.0.1:8000
  2 threads and 32 connections
Requests/sec:  15044.12

measured {"requests": 30000, "microseconds": 2000000, "bytes": 9000000, "failed": 2, "p50": 1250, "p95": 4500}
"""


def test_what_wrk_wrote_becomes_a_round():
    found = read_output(OUTPUT)
    assert (found.per_second, found.p50, found.p95) == (15_000, 1.25, 4.5)
    assert (found.size, found.failed) == (300, 2)


def test_a_server_that_answered_nothing_is_slow_and_no_error():
    text = 'measured {"requests": 0, "microseconds": 2000000, "bytes": 0, "failed": 0, "p50": 0, "p95": 0}'
    assert read_output(text).per_second == 0


def test_output_without_figures_is_an_error_that_shows_it():
    with pytest.raises(ValueError, match="unable to connect"):
        read_output("unable to connect to 127.0.0.1:1 Connection refused")


def test_a_line_has_its_validator_behind_a_tab(tmp_path, monkeypatch):
    monkeypatch.setattr("bench.rounds.FOLDER", tmp_path)
    target = Target("page.304@sqlite", Server("http://127.0.0.1:1", 0, 0), ['/en/\tW/"abc"', "/tr/"], 304)
    assert written(target).read_text() == '/en/\tW/"abc"\n/tr/\n'
