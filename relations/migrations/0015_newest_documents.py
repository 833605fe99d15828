"""Documents on PostgreSQL also hold which records they stand beside by number: the newest of many are found by that.

The table is written anew, which takes some minutes for a million documents.
"""

from django.db import migrations

from relations.search.engines.postgres import ADD_COLUMNS, CREATE_INDEXES, DROP_COLUMNS, WORDS


def add(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        of_documents = (each for each in CREATE_INDEXES if f" {WORDS} " not in each)
        for statement in (DROP_COLUMNS, ADD_COLUMNS, *of_documents):
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("relations", "0014_touch_waiting")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
