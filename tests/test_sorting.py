import pytest
from django.utils.translation import override

from relations.models import Person
from relations.sorting import by_name

TURKISH = [
    "Cem",
    "Çağla",
    "Diğer",
    "Gül",
    "Ğ",
    "Hakan",
    "Irmak",
    "İbrahim",
    "Jale",
    "Oğuz",
    "Öz",
    "Su",
    "Şule",
    "Umut",
    "Ümit",
    "Zeki",
]


@pytest.mark.django_db
def test_turkish_pages_follow_the_turkish_alphabet():
    for number, name in enumerate(reversed(TURKISH)):
        Person.objects.create(slug=f"p{number}", name_tr=name, name_en=name)
    with override("tr"):
        assert [person.name_tr for person in by_name(Person.objects.all())] == TURKISH


@pytest.mark.django_db
def test_english_pages_ignore_marks_and_a_missing_name_sorts_by_the_other():
    for number, (tr, en) in enumerate([("Zeki", "Çelik"), ("Ada", None), ("Ada", "Dal"), ("Şule", "Cad")]):
        Person.objects.create(slug=f"p{number}", name_tr=tr, name_en=en)
    with override("en"):
        assert [person.slug for person in by_name(Person.objects.all())] == ["p1", "p3", "p0", "p2"]
