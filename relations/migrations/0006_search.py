"""Search: what changed, what is found, and the index of whichever database it is."""

from django.db import migrations, models

from relations.search import triggers
from relations.search.engines import postgres, sqlite

ENGINES = {"sqlite": sqlite, "postgresql": postgres}


def install(apps, schema_editor):
    remove(apps, schema_editor)
    for statement in ENGINES[schema_editor.connection.vendor].INSTALL:
        schema_editor.execute(statement)
    triggers.install(apps, schema_editor)


def remove(apps, schema_editor):
    for statement in ENGINES[schema_editor.connection.vendor].REMOVE:
        schema_editor.execute(statement)


def index_later(apps, schema_editor):
    """Note every row there is, so that the first question or index_records finds it."""
    note = apps.get_model("relations", "SearchChange").objects
    for noun in ("record", "person", "relationship", "institution", "source", "country"):
        keys = apps.get_model("relations", noun).objects.order_by("pk").values_list("pk", flat=True)
        note.bulk_create([note.model(noun=noun, key=key) for key in keys.iterator()], batch_size=1000)


def forget(apps, schema_editor):
    triggers.remove(apps, schema_editor)


class Migration(migrations.Migration):
    dependencies = [("relations", "0005_consensus")]

    operations = [
        migrations.CreateModel(
            name="SearchChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("noun", models.CharField(max_length=16)),
                ("key", models.BigIntegerField()),
            ],
            options={"indexes": [models.Index(fields=["noun", "key"], name="search_change_of")]},
        ),
        migrations.CreateModel(
            name="SearchDocument",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.TextField()),
                ("names", models.TextField(blank=True)),
                ("summary", models.TextField(blank=True)),
                ("cited", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("folded", models.CharField(max_length=48, unique=True)),
                ("spelt", models.CharField(max_length=48)),
            ],
        ),
        migrations.RunPython(install, remove),
        migrations.RunPython(migrations.RunPython.noop, forget),
        migrations.RunPython(index_later, migrations.RunPython.noop),
    ]
