"""The parts that a world is made of."""

import io

import pytest

from relations.world import earth, grammar, names
from relations.world.chance import Dice, shares
from relations.world.progress import bar


def test_shares_add_up_whatever_the_weights():
    assert shares(10, [1, 1, 1]) == [3, 4, 3]
    assert sum(shares(1_000, (1 / (rank + 3) for rank in range(777)))) == 1_000


def test_low_ranks_come_most_often():
    dice = Dice(7, "test")
    ranks = [dice.rank(100) for _time in range(2_000)]
    assert ranks.count(0) > ranks.count(9) > 0
    assert max(ranks) < 100


def test_the_busiest_pair_has_about_one_in_a_hundred_records_and_thousands_have_a_few():
    dice = Dice(7, "earth")
    numbers = earth.records_of_pairs(980_000, earth.weights(dice), dice)
    assert sum(numbers) == 980_000
    assert 8_000 < max(numbers) < 12_000
    assert sum(5 <= number <= 15 for number in numbers) > 5_000
    assert numbers.count(0) > 500


@pytest.mark.parametrize(
    ("name", "from_there", "to_there", "there"),
    [
        ("Türkiye", "Türkiye'den", "Türkiye'ye", "Türkiye'de"),
        ("Irak", "Irak'tan", "Irak'a", "Irak'ta"),
        ("Solomon Adaları", "Solomon Adaları'ndan", "Solomon Adaları'na", "Solomon Adaları'nda"),
        ("Nepal", "Nepal'den", "Nepal'e", "Nepal'de"),
        ("Umman", "Umman'dan", "Umman'a", "Umman'da"),
    ],
)
def test_country_names_take_their_endings(name, from_there, to_there, there):
    assert (grammar.from_(name), grammar.to(name), grammar.in_(name)) == (from_there, to_there, there)


def test_every_country_has_a_name_in_both_languages():
    assert len({(land.tr, land.en) for land in earth.lands()}) == 195
    assert next(land for land in earth.lands() if land.code == "USA").the == "the United States"


def test_no_name_comes_twice():
    assert len({names.person_name(number) for number in range(30_000)}) == 30_000
    assert len({names.slug_of(names.place_name(number)) for number in range(20_000)}) == 20_000


def test_a_bar_shows_on_a_terminal_alone():
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    for out, shows in ((Terminal(), True), (io.StringIO(), False)):
        with bar(out, "records", 100) as tell:
            tell(50)
        assert ("50 of 100 records" in out.getvalue()) is shows
