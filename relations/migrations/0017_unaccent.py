"""PostgreSQL puts marks aside where editors search (relations/folded.py)."""

from django.db import migrations


def create(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("CREATE EXTENSION IF NOT EXISTS unaccent")


class Migration(migrations.Migration):
    dependencies = [("relations", "0016_filed_documents")]

    operations = [migrations.RunPython(create, migrations.RunPython.noop)]
