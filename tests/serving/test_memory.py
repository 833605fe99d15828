from relations.serving.answers import Page, answer
from relations.serving.memory import Memory

HTML = [("Content-Type", "text/html"), ("ETag", '"strong"'), ("Vary", "Accept-Encoding")]


def test_memory_is_bounded_by_bytes_and_forgets_what_was_not_asked_for_longest():
    memory = Memory(30)
    for name in "abc":
        memory.keep("now", name, name.upper(), 10)
    assert memory.get("a") == "A"
    memory.keep("now", "d", "D", 10)
    assert [memory.get(name) for name in "abcd"] == ["A", None, "C", "D"]
    assert memory.size == 30


def test_what_is_larger_than_all_room_is_not_kept():
    memory = Memory(30)
    memory.keep("now", "a", "A", 31)
    assert len(memory) == memory.size == 0


def test_pages_of_an_older_revision_go_when_one_of_a_newer_comes():
    memory = Memory(1000)
    for name in "abc":
        memory.keep("then", name, name, 10)
    memory.keep("now", "d", "d", 10)
    assert (len(memory), memory.size) == (1, 10)


def test_an_answer_kept_twice_counts_once():
    memory = Memory(100)
    memory.keep("now", "a", "A", 10)
    memory.keep("now", "a", "B", 20)
    assert (memory.get("a"), memory.size) == ("B", 20)


def test_a_compressed_answer_is_one_of_other_bytes():
    page = Page(answer("200 OK", HTML, b"word " * 100))
    assert page.plain.etag == '"strong"'
    assert page.packed.etag == 'W/"strong"'
    assert dict(page.packed.headers)["Content-Length"] == str(len(page.packed.body[0]))
    assert len(page.packed.headers) == len(page.plain.headers) + 1


def test_what_is_short_or_no_text_is_not_compressed():
    short = Page(answer("200 OK", HTML, b"word"))
    image = Page(answer("200 OK", [("Content-Type", "image/png")], b"0" * 1000))
    assert short.packed is short.plain
    assert image.packed is image.plain


def test_a_not_modified_answer_repeats_what_caches_need_and_no_more():
    said = answer("200 OK", [*HTML, ("Content-Security-Policy", "x"), ("Cache-Control", "public")], b"word")
    assert dict(said.not_modified) == {"ETag": '"strong"', "Vary": "Accept-Encoding", "Cache-Control": "public"}
