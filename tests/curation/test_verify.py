import pytest
from django.core.management import CommandError, call_command

from relations.curation.load import load
from relations.models import Citation

from .conftest import replace


def verify(placed, *flags):
    call_command("verify_claims", *flags, folder=placed / "fixtures", texts=placed / "texts")


def test_every_value_that_stands_where_it_says_is_the_same(placed, capsys):
    verify(placed)
    assert capsys.readouterr().out.startswith("3 same, 0 differs, 0 not found, 0 changed text, 1 no text held")


@pytest.mark.parametrize(
    ("old", "new", "verdict"),
    [
        ('"start": 14', '"start": 15', "differs"),
        ('"evidence": "11-12 Ekim 2012"', '"evidence": "13 Ekim 2012"', "not found"),
    ],
)
def test_a_claim_that_does_not_stand_there_fails(placed, capsys, old, new, verdict):
    replace(placed / "fixtures/11_citations.json", old, new)
    with pytest.raises(CommandError, match="1 citations do not stand where they say"):
        verify(placed)
    assert capsys.readouterr().err.startswith(f"{verdict}: visit-1.date in text-tr")


def test_a_text_that_changed_is_not_read(placed, capsys):
    (placed / "texts/text.txt").write_text("Başka bir metin.")
    with pytest.raises(CommandError, match="3 citations"):
        verify(placed)
    assert "changed text: visit-1.date" in capsys.readouterr().err


def test_a_text_that_should_be_held_and_is_gone_fails(placed):
    (placed / "texts/text.txt").unlink()
    with pytest.raises(CommandError, match="3 citations"):
        verify(placed)


def test_a_wrong_checksum_fails(placed):
    replace(placed / "fixtures/03_sources.json", '"sha256": "', '"sha256": "00')
    with pytest.raises(CommandError, match=r"03_sources.json:2: sha256"):
        verify(placed)


def test_without_a_folder_of_texts_the_command_says_what_it_needs(placed, tmp_path):
    with pytest.raises(CommandError, match="SOURCE_TEXTS"):
        call_command("verify_claims", folder=placed / "fixtures", texts=tmp_path / "none")


@pytest.mark.django_db
def test_the_database_is_verified_as_well(placed, capsys):
    load(placed / "fixtures")
    verify(placed, "--database")
    assert capsys.readouterr().out.startswith("3 same")
    Citation.objects.filter(field="value").update(start=0, end=5)
    with pytest.raises(CommandError, match="1 citations"):
        verify(placed, "--database")
