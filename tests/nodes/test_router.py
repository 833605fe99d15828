import pytest

from relations.models import Country
from relations.nodes import reading
from relations.nodes.router import PrimaryAndReplicas

ours = PrimaryAndReplicas()


def test_reads_go_where_the_request_reads_and_writes_to_the_primary():
    assert ours.db_for_read(Country) == ours.db_for_write(Country) == "default"
    with reading.reading_from("replica1"):
        assert ours.db_for_read(Country) == "replica1"
        assert ours.db_for_write(Country) == "default"
        assert not reading.is_primary()
    assert reading.is_primary()


def test_only_the_primary_is_migrated_and_any_rows_may_be_related():
    assert ours.allow_migrate("default", "relations")
    assert not ours.allow_migrate("replica1", "relations")
    assert ours.allow_relation(Country(), Country())


@pytest.mark.django_db
def test_a_row_read_from_a_replica_is_saved_in_the_primary_with_its_relations(replica):
    Country.objects.create(code="UZB", name_tr="Özbekistan")
    with reading.reading_from(replica):
        country = Country.objects.get(code="UZB")
    country.name_en = "Uzbekistan"
    country.save()
    assert Country.objects.get(code="UZB").name_en == "Uzbekistan"
