from hypothesis import given
from hypothesis import strategies as st

from relations.reading.passages import align, paragraphs, passages


def test_a_paragraph_is_cut_at_the_places_cited_in_it():
    (heading, body) = passages("Title\n\nIt was 5 bn in 2016.", [(14, 18), (19, 26)])
    assert [piece.text for piece in heading.pieces] == ["Title"]
    assert [(piece.text, piece.marks) for piece in body.pieces] == [
        ("It was ", ()),
        ("5 bn", (0,)),
        (" ", ()),
        ("in 2016", (1,)),
        (".", ()),
    ]
    assert body.cited == (0, 1)


def test_places_that_overlap_and_cross_paragraphs_are_marked_wherever_they_are():
    one, two = passages("abcdef\nghij", [(1, 4), (3, 9)])
    assert [(piece.text, piece.marks) for piece in one.pieces] == [("a", ()), ("bc", (0,)), ("d", (0, 1)), ("ef", (1,))]
    assert [(piece.text, piece.marks) for piece in two.pieces] == [("gh", (1,)), ("ij", ())]
    assert (one.cited, two.cited) == ((0, 1), ())


def test_lines_of_a_pdf_are_joined_up_to_a_short_one_that_ends():
    line = "Bir satır metin burada uzun uzadıya sürüp gidiyor ve gidiyor"
    text = "\n\n".join([line] * 30 + ["Burada biter."] + [line] * 30 + ["Son."])
    found = paragraphs(text)
    assert len(found) == 2
    assert text[slice(*found[0])].endswith("Burada biter.")


@given(st.text(alphabet="ab .\n", max_size=80), st.lists(st.tuples(st.integers(0, 40), st.integers(1, 40)), max_size=5))
def test_no_character_of_a_paragraph_is_lost(text, spans):
    places = [(start, start + length) for start, length in spans]
    for passage in passages(text, places):
        shown = "".join(piece.text for piece in passage.pieces)
        assert text.startswith(shown, passage.start)
        assert shown


def test_what_cites_the_same_stands_side_by_side():
    first = [frozenset(), frozenset({"a", "b"}), frozenset({"c"}), frozenset({"d"})]
    second = [frozenset(), frozenset({"a"}), frozenset({"x"}), frozenset({"d", "c"})]
    pairs = align(first, second)
    assert (0, 0) in pairs
    assert (1, 1) in pairs
    assert [i for i, _ in pairs if i is not None] == [0, 1, 2, 3]
    assert [j for _, j in pairs if j is not None] == [0, 1, 2, 3]
