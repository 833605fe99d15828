"""Running all checks: what is found on the real record, at which cost, and by which key."""

import io
import json
import re
from collections import Counter
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from relations import models as m
from relations.checks.material import gather_material
from relations.checks.printing import in_words
from relations.checks.registry import BY_NAME, CHECKS
from relations.checks.running import run_checks
from relations.checks.shown import by_check
from relations.curation.load import load
from tests.test_fixtures import FIXTURES

# A check that finds nothing stands here with 0, so that a new finding does not go unnoticed.
REAL = {
    "sources": 2,
    "translations": 14,
    "counts": 2,
    "sums": 0,
    "growth": 1,
    "mirrors": 4,
    "magnitudes": 1,
    "targets": 7,
    "ordinals": 4,
    "plans": 0,
    "outside": 0,
    "offices": 0,
    "founding": 1,
}
IN_THE_TEXTS = {
    ("counts", "agreement-kaz-rus-202x-visit-package", "20"),
    ("counts", "agreement-kaz-tur-2022-05-visit-package", "14"),
    ("growth", "figure-kaz-tur-2014-2020-growth-students-imgelem", "1.31 times exact"),
    ("magnitudes", "figure-kaz-tur-2012-deals-imgelem", "1125 times exact"),
    ("translations", "figure-kaz-tur-2017-2018-employment-mfa-tur", "15 over"),
    ("translations", "figure-kaz-tur-2017-2018-rank-investor-non-energy-mfa-tur", "energy"),
    ("translations", "visit-tur-kaz-2015-04-erdogan", "Ahmet"),
    ("translations", "visit-tur-kaz-2016-02-05-prime-minister", "study visit"),
    ("founding", "turkic-council", "2006"),
    ("sources", "figure-kaz-tur-2024-trade-total-press", "6300000000"),
    ("mirrors", "figure-kaz-tur-2025-01-11-trade-total-mfa-tur-sources", "3550000000 USD exact"),
    ("mirrors", "figure-kaz-tur-2026-02-companies-turkish-mfa-tur-sources", "4000 company over"),
    ("ordinals", "kaz-tur-ospg", "4"),
}


@pytest.fixture
def real(db):
    load(FIXTURES)
    return run_checks(today=date(2026, 11, 21)).findings


def test_so_many_findings_of_each_check_on_the_real_record(real):
    assert {**dict.fromkeys(BY_NAME, 0), **Counter(each.check for each in real)} == REAL


def test_what_the_texts_are_known_to_hold_is_found(real):
    for check, slug, value in IN_THE_TEXTS:  # what a citation says stands after its source
        of_record = [each for each in real if (each.check, each.records[0].slug) == (check, slug)]
        assert any(f" {fact}".endswith(f" {value}") for each in of_record for fact in each.facts), (check, slug)


def test_every_finding_has_a_key_of_its_own_and_words_in_both_languages(real):
    assert len({(each.check, each.key) for each in real}) == len(real)
    for code in ("tr", "en"):
        with override(code):
            for check in by_check(real):
                assert str(check.check.title)
                assert str(check.check.sentence)
                for shown in check.findings:
                    assert shown.text
                    assert "%(" not in shown.text + "".join(line.value + line.label for line in shown.lines)


def test_each_check_has_a_name_a_title_and_one_sentence():
    assert len(BY_NAME) == len(CHECKS)
    with override("en"):
        for check in CHECKS:
            assert str(check.sentence).endswith(".")
            assert str(check.sentence).count(". ") == 0


def test_every_check_is_documented():
    method = (FIXTURES.parent / "docs/method.md").read_text(encoding="utf-8").partition("\n## Checks")[2]
    assert set(re.findall(r"^\| \*\*([a-z]+)\*\* \|", method, re.M)) == set(BY_NAME)


def test_the_key_stays_when_a_record_is_written_again_and_changes_with_what_is_found(world):
    figures = [world.figure("trade_total", value, by=by) for value, by in
               (("9000000000", ("mfa-tur", "TUR")), ("5000000000", ("kazakh-side", "KAZ")))]  # fmt: skip
    [before] = world.find("mirrors")
    with override("tr"):
        m.Figure.objects.filter(pk=figures[0].pk).update(title_tr="Başka başlık")
        [after] = world.find("mirrors")
        assert after.key == before.key
    m.Figure.objects.filter(pk=figures[0].pk).update(value=8_000_000_000)
    assert world.find("mirrors")[0].key != before.key


def test_the_material_takes_as_many_queries_for_many_records_as_for_few(world, django_assert_num_queries):
    council = world.council()
    for number in range(1, 40):
        meeting = world.meeting(council, number, str(1980 + number))
        world.cite(meeting, "date", meeting.date, preferred=True)
        world.figure("trade_total", "5", str(1980 + number), bodies=["aselsan"])
    with django_assert_num_queries(12):
        material = gather_material(date(2026, 6, 1))
        for check in CHECKS:
            list(check.find(material))


def test_the_checks_run_again_only_when_something_has_changed(world, django_assert_num_queries):
    visit = world.visit("2012", status="announced")
    assert len(run_checks().findings) == 1
    with django_assert_num_queries(1):  # the revision
        assert len(run_checks().findings) == 1
    m.Visit.objects.filter(pk=visit.pk).update(status="held")
    assert not run_checks().findings


def test_drafts_are_compared_only_for_staff(world):
    world.visit("2012", status="announced", editorial_status="draft")
    assert not run_checks().findings
    assert len(run_checks(drafts=True).findings) == 1


def test_a_finding_belongs_to_each_pair_that_it_concerns(world):
    world.visit("2012", status="announced")
    many = world.visit("2013", status="announced", relationship=None)
    many.countries.set(m.Country.objects.filter(code__in=["KAZ", "TUR", "RUS"]))
    found = run_checks()
    assert len(found.of_pair(world.pair)) == 2
    assert [each.records[0].slug for each in found.of_pair(world.other_pair)] == [many.slug]


def run(*options):
    out = io.StringIO()
    call_command("check_records", *options, stdout=out)
    return out.getvalue()


def test_the_command_lists_findings_with_their_sides(world):
    world.figure("trade_total", "9000000000", by=("mfa-tur", "TUR"))
    world.figure("trade_total", "5000000000", by=("kazakh-side", "KAZ"))
    printed = run("--pair", "kaz-tur", "--check", "mirrors")
    assert "The two sides are US$4 billion apart." in printed
    assert printed.endswith("1 findings, 1 without an answer.\n")
    assert run("--pair", "kaz-rus").startswith("0 findings")
    assert run("--check", "sums").startswith("0 findings")


def test_the_command_writes_json_in_both_languages(world):
    world.visit("2012-10", status="announced")
    [row] = json.loads(run("--format", "json"))
    assert (row["check"], row["facts"], row["answer"]) == ("plans", ["2012-10"], None)
    assert "October 2012" in row["text_en"]
    assert "Ekim 2012" in row["text_tr"]


def test_the_command_fails_until_every_finding_is_answered(world):
    visit = world.visit("2012", status="announced")
    with pytest.raises(CommandError, match="1 findings"):
        run("--fail")
    [finding] = world.find("plans")
    m.FindingAnswer.objects.create(check_name="plans", key=finding.key, record_id=visit.pk, reason_tr="Yapılmadı.")
    assert "answered" in run("--fail")
    with pytest.raises(CommandError, match="no pair"):
        run("--pair", "tur-kaz")


def test_a_missing_name_prints_in_the_other_language(world):
    person = m.Person.objects.create(slug="hakan-fidan", name_tr="Hakan Fidan", name_en="")
    with override("en"):
        assert in_words(person, {}) == "Hakan Fidan"
