"""Each published state of a record is kept once, and nothing of what was never public."""

import pytest
from django.utils import timezone

from relations.bulk import settle
from relations.changes import keeping, middleware
from relations.changes.keeping import keep_versions, read
from relations.changes.reading import as_of, since
from relations.models import (
    Citation,
    CouncilMeeting,
    Milestone,
    Record,
    RecordTouch,
    RecordVersion,
    Revision,
    Visit,
)


@pytest.fixture
def kept(world):
    keep_versions()
    return world


def versions(slug):
    return list(RecordVersion.objects.filter(slug=slug).order_by("pk"))


def change(slug="visit-1", **values):
    Record.objects.filter(slug=slug).update(**values)
    keep_versions()


def test_every_public_record_has_a_first_version_and_no_draft_has_one(kept):
    added = set(RecordVersion.objects.filter(change="added").values_list("slug", flat=True))
    assert added == set(Record.objects.published().values_list("slug", flat=True))
    assert "visit-draft" not in added


def test_nothing_is_kept_twice(kept):
    count = RecordVersion.objects.count()
    assert keep_versions() == 0
    Visit.objects.get(slug="visit-1").save()  # a new stamp, and the same content
    assert keep_versions() == 0
    assert RecordVersion.objects.count() == count


def test_a_version_holds_the_document_and_names_what_changed(kept):
    change(title_en="A visit", date="2012-10")
    Citation.objects.filter(record__slug="visit-1", field="date").delete()
    keep_versions()
    first, second, third = versions("visit-1")
    assert [first.change, second.change, third.change] == ["added", "changed", "changed"]
    assert second.fields == "title_en date"
    assert third.fields == "citations"
    assert read(first)["title_en"] == "The visit"
    assert read(first)["participants"] == [
        {"role": "visitor", "person": "nursultan-nazarbayev", "office": "president-kaz"}
    ]
    assert len(read(first)["citations"]) == len(read(third)["citations"]) + 1


def test_a_record_as_of_a_revision_is_the_last_version_until_then(kept):
    key, before = Record.objects.get(slug="visit-1").pk, Revision.current().number
    change(title_en="Later")
    now = Revision.current().number
    assert as_of(key, before).title_en == "The visit"
    assert as_of(key, now).title_en == as_of(key, now + 1000).title_en == "Later"
    assert as_of(key, 0) is None


@pytest.mark.parametrize("how", ["withdrawn", "deleted"])
def test_a_record_that_is_removed_keeps_its_name_and_no_content(kept, how):
    if how == "deleted":
        Milestone.objects.get(slug="milestone-1").delete()
    else:
        Record.objects.filter(slug="milestone-1").update(editorial_status="draft")
    keep_versions()
    last = versions("milestone-1")[-1]
    assert (last.change, last.title_tr, bytes(last.document)) == ("removed", "Yalnız Türkçe", b"")
    assert as_of(last.record_id, last.revision) is None


def test_a_record_that_comes_back_is_added_again(kept):
    change("milestone-1", editorial_status="draft")
    change("milestone-1", editorial_status="published")
    assert [each.change for each in versions("milestone-1")] == ["added", "removed", "added"]


def test_a_draft_that_is_deleted_leaves_nothing(kept):
    Visit.objects.get(slug="visit-draft").delete()
    keep_versions()
    assert versions("visit-draft") == []


def test_what_points_at_a_draft_does_not_name_it(kept):
    Visit.objects.filter(slug="visit-1").update(editorial_status="draft")
    CouncilMeeting.objects.filter(slug="kaz-tur-ydsk-2").update(ordinal=3)
    keep_versions()
    assert read(versions("kaz-tur-ydsk-2")[-1])["during_visit"] is None


def test_versions_stand_in_the_order_of_their_revisions(kept):
    for number in range(3):
        change(title_en=f"Title {number}")
        change("milestone-1", title_en=f"Event {number}")
    rows = list(RecordVersion.objects.order_by("pk").values_list("revision", flat=True))
    assert rows == sorted(rows)


def test_changes_since_a_revision_come_oldest_first(kept):
    before = Revision.current().number
    change(title_en="One")
    change("milestone-1", title_en="Two")
    assert [(each.slug, each.change) for each in since(before)] == [("visit-1", "changed"), ("milestone-1", "changed")]


def test_keeping_asks_as_much_for_many_records_as_for_one_of_each_kind(kept, django_assert_max_num_queries):
    for number in range(80):
        Milestone.objects.create(slug=f"m-{number}", title_tr="Olay", editorial_status="published")
    with django_assert_max_num_queries(45):
        assert keep_versions() == 80


def test_versions_follow_a_record_through_its_names(kept):
    before = Revision.current().number
    Record.objects.filter(slug="visit-1").update(slug="visit-one")
    keep_versions()
    key = Record.objects.get(slug="visit-one").pk
    assert as_of(key, before).slug == "visit-1"
    assert versions("visit-one")[0].fields == "slug"


def touch(count):
    for number in range(count):
        Milestone.objects.create(slug=f"m-{number}", title_tr="Olay", editorial_status="published")


def test_who_waits_keeps_the_oldest_changes_and_leaves_the_rest(kept):
    touch(5)
    assert keep_versions(3) == 3
    assert versions("m-2")
    assert not versions("m-3")
    assert keep_versions(3) == 2
    assert keep_versions() == 0


def test_who_waits_keeps_no_part_of_a_revision(kept):
    touch(5)
    now = Revision.current().number
    RecordTouch.objects.filter(slug__startswith="m-").exclude(slug="m-0").update(revision=now)
    assert keep_versions(3) == 1
    assert keep_versions(3) == 0
    assert keep_versions() == 4


def test_all_are_kept_in_turns_where_there_are_more_than_fit_in_memory(kept, monkeypatch):
    touch(5)
    monkeypatch.setattr(keeping, "AT_ONCE", 2)
    assert keep_versions() == 5
    revisions = list(RecordVersion.objects.order_by("pk").values_list("revision", flat=True))
    assert revisions == sorted(revisions)


def test_what_is_to_be_kept_is_found_without_reading_what_was_kept(kept):
    touches = [
        RecordTouch(record_id=10_000 + number, slug=f"t-{number}", kind="visit", revision=1 + number // 100, kept=99)
        for number in range(3000)
    ]
    for touch in touches:
        touch.changed_at = timezone.now()
    RecordTouch.objects.bulk_create(touches)
    settle()
    assert "touch_waiting" in keeping._to_keep()[:401].explain()


def test_staff_who_write_do_not_wait_for_what_others_left(kept, admin_client, monkeypatch):
    touch(5)
    monkeypatch.setattr(middleware, "CHUNK", 2)
    admin_client.post("/en/admin/")
    assert [bool(versions(f"m-{number}")) for number in range(5)] == [True, True, False, False, False]
