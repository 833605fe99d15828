import pytest
from django.core.management import CommandError, call_command

from relations.curation.yaml_files import read_yaml

from .conftest import TEXT, replace


def test_places_are_filled_in_and_nothing_else_changes(folder):
    path = folder / "fixtures/claims/sources/text.yaml"
    before = path.read_text()
    call_command("place_claims", path, texts=folder / "texts")
    after = path.read_text()
    claims = [claim for record in read_yaml(path).entries("records") for claim in record.entries("claims")]
    for claim in claims:
        start, end = (int(number) for number in claim["at"])
        assert TEXT[start:end] == claim["evidence"]
    assert len(before.splitlines()) == len(after.splitlines())
    assert int(claims[1]["at"][0]) == TEXT.rindex("2012")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("11-12 Ekim 2012", "13 Ekim 2012", "is not in the text"),
        ('"~2"', '"~"', "stands 2 times in the text"),
        ('"~2"', '"~5"', "stands only 2 times"),
    ],
)
def test_what_cannot_be_placed_is_named_with_its_line(folder, capsys, old, new, reason):
    path = folder / "fixtures/claims/sources/text.yaml"
    replace(path, old, new)
    with pytest.raises(CommandError, match="1 claims could not be placed"):
        call_command("place_claims", path, texts=folder / "texts")
    assert reason in capsys.readouterr().err
