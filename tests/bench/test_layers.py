from types import SimpleNamespace

import pytest

from bench.inside.layers import layer, shares


@pytest.mark.parametrize(
    ("file", "function", "expected"),
    [
        ("/x/site-packages/django/db/models/query.py", "_fetch_all", "queries, built"),
        ("/x/site-packages/django/db/backends/sqlite3/base.py", "execute", "database"),
        ("~", "<method 'execute' of 'sqlite3.Cursor' objects>", "database"),
        ("/x/site-packages/django/template/base.py", "render", "templates"),
        ("/x/relations/templatetags/record_tags.py", "plain", "templates"),
        ("/x/relations/charts/svg.py", "render", "drawing"),
        ("/x/relations/timeline/counts.py", "tally", "our own"),
        ("~", "<built-in method builtins.len>", "Python"),
    ],
)
def test_a_function_belongs_to_the_layer_of_its_file(file, function, expected):
    assert layer(file, function) == expected


def test_what_python_does_for_a_layer_is_counted_as_the_layers():
    template, builtin = ("/x/django/template/base.py", 1, "render"), ("~", 0, "<built-in method builtins.len>")
    rows = {template: (1, 1, 3.0, 4.0, {}), builtin: (9, 9, 1.0, 1.0, {template: (9, 9, 1.0, 1.0)})}
    assert shares(SimpleNamespace(stats=rows)) == {"templates": 1.0}
