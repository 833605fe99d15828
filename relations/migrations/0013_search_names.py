"""An index of the names alone, for what a question names beside records: on PostgreSQL, whose others know no order."""

from django.db import migrations

from relations.search.engines.postgres import INDEXES

NAME = "search_names"


def create(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":  # a new database has it from 0006
        schema_editor.execute(f"CREATE INDEX IF NOT EXISTS {NAME} ON {INDEXES[NAME]}")


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP INDEX IF EXISTS {NAME}")


class Migration(migrations.Migration):
    dependencies = [("relations", "0012_former_names")]

    operations = [migrations.RunPython(create, drop)]
